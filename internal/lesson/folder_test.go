package lesson

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
)

const small = "---\nquire: 1\ntitle: T\n---\n"

func file(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }

// firstLines gives the first line of each finding as it prints.
func firstLines(t *testing.T, l *diag.List) []string {
	t.Helper()
	var out []string
	for s := range strings.SplitSeq(printed(t, l), "\n\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, strings.SplitN(s, "\n", 2)[0])
		}
	}
	return out
}

func TestFolderFindings(t *testing.T) {
	many := fstest.MapFS{mainFile: file(small)}
	for i := range filesLimit + 5 {
		many[fmt.Sprintf("parts/%03d.md", i)] = file("# Seminar\n")
	}
	heavy := fstest.MapFS{mainFile: file(small)}
	for i := range 12 {
		heavy[fmt.Sprintf("parts/%02d.md", i)] = file("# Seminar\n" + strings.Repeat("\n", 870_000))
	}
	for _, c := range []struct {
		name string
		fsys fs.FS
		want string
	}{
		{"none", fstest.MapFS{}, "ferry/lesson.md:1:1: error: there is no lesson.md in this folder [file]"},
		{"a folder", fstest.MapFS{"lesson.md/x": file("")}, "ferry/lesson.md:1:1: error: this is a folder, not a file [file]"},
		{"a device", fstest.MapFS{mainFile: {Mode: fs.ModeDevice}}, "ferry/lesson.md:1:1: error: this is a device, not a file [file]"},
		{"a socket", fstest.MapFS{mainFile: {Mode: fs.ModeSocket}}, "ferry/lesson.md:1:1: error: this is a socket, not a file [file]"},
		{"too large", fstest.MapFS{mainFile: file(strings.Repeat("x", 2<<20))}, "ferry/lesson.md:1:1: error: the file is larger than 1 MiB [file]"},
		{"not UTF-8", fstest.MapFS{mainFile: file("\uFEFFone\r\ntwo \xff\xfe three\r\n")}, "ferry/lesson.md:2:5: error: byte 0xFF is not UTF-8 [encoding]"},
		{"UTF-16", fstest.MapFS{mainFile: file("\xff\xfe-\x00-\x00-\x00")}, "ferry/lesson.md:1:1: error: byte 0xFF is not UTF-8 [encoding]"},
		{"parts is a file", fstest.MapFS{mainFile: file(small), "parts": file("x")}, "ferry/parts:1:1: error: this is a file where a folder is wanted [file]"},
		{"a folder in parts", fstest.MapFS{mainFile: file(small), "parts/a.md/b": file("x")}, "ferry/parts/a.md:1:1: error: this is a folder, not a file [file]"},
		{"too many", many, "ferry/parts/199.md:1:1: error: the lesson has more than 200 files [file]"},
		{"too heavy", heavy, "ferry/parts/10.md:1:1: error: the lesson is larger than 8 MiB [file]"},
		{"an essay that is a folder", fstest.MapFS{mainFile: file(strings.Replace(small, "title", "essay:\n  file: e\ntitle", 1)), "e/f": file("x")},
			"ferry/lesson.md:4:9: error: the essay's file is a folder, not a file [front-matter]"},
	} {
		_, findings := read(t, c.fsys)
		got := firstLines(t, findings)
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A lying size does not matter: bytes are counted as they are read.
type endless struct{ fs.FS }

type endlessFile struct{ fs.File }

func (e endless) Open(name string) (fs.File, error) {
	f, err := e.FS.Open(name)
	if name == mainFile && err == nil {
		f = endlessFile{f}
	}
	return f, err
}

func (endlessFile) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestBytesAreCountedAsTheyAreRead(t *testing.T) {
	_, findings := read(t, endless{fstest.MapFS{mainFile: file("")}})
	if got := firstLines(t, findings); len(got) != 1 || !strings.Contains(got[0], "larger than 1 MiB") {
		t.Error(got)
	}
}

type failing struct{ fs.FS }

var errDisk = errors.New("the disk is on fire")

func (f failing) Open(name string) (fs.File, error) {
	if name == mainFile {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errDisk}
	}
	return f.FS.Open(name)
}

func TestTroubleWithFilesIsAnError(t *testing.T) {
	var findings diag.List
	d, err := Read(failing{fstest.MapFS{mainFile: file(small)}}, "ferry", "ferry/", &findings)
	if d != nil || !errors.Is(err, errDisk) || err.Error() != "look at ferry/lesson.md: the disk is on fire" {
		t.Errorf("draft %v, error %v", d, err)
	}
	if got := findings.Sorted(); len(got) > 0 {
		t.Errorf("findings: %v", got)
	}
}

// Only lesson.md, parts/*.md and passages.lock are read, in byte order.
type watched struct {
	fs.FS
	opened *[]string
}

func (w watched) Open(name string) (fs.File, error) {
	*w.opened = append(*w.opened, name)
	return w.FS.Open(name)
}

func (w watched) Stat(name string) (fs.FileInfo, error) { return fs.Stat(w.FS, name) }

func TestOnlyTheLessonsFilesAreRead(t *testing.T) {
	var opened []string
	d, findings := read(t, watched{fstest.MapFS{
		mainFile: file(small), "essay.txt": file("The essay."), "notes.md": file("x"), "templates/key.md": file("x"),
		"parts/b ü\n\x1b.md": file("# Worksheet\n"), "parts/B.md": file("# Seminar\n"), "parts/10.md": file("# Seminar\n"), "parts/9.md": file("# Seminar\n"),
		"parts/._9.md": file("\xff"), "parts/notes.txt": file("x"), "parts/C.MD": file("x"), "parts/deep/a.md": file("x"),
		lockFile: file(lockVersion + "\n"),
	}, &opened})
	want := []string{mainFile, "parts", "parts/10.md", "parts/9.md", "parts/B.md", "parts/b ü\n\x1b.md", lockFile}
	if fmt.Sprint(opened) != fmt.Sprint(want) {
		t.Errorf("opened %q, want %q", opened, want)
	}
	if d.Meta.Essay.File != "essay.txt" {
		t.Errorf("the essay's file is %q", d.Meta.Essay.File)
	}
	if len(d.Texts) != 6 {
		t.Errorf("%d texts", len(d.Texts))
	}
	wantLines := []string{
		"ferry/lesson.md:1:1: warning: nothing says what rights there are in the essay, so its text is not printed [front-matter]",
		"ferry/parts/C.MD:1:1: warning: this is not read: only files whose names end in “.md” are [file]",
		"ferry/parts/deep:1:1: warning: this is not read: only files whose names end in “.md” are [file]",
		"ferry/parts/notes.txt:1:1: warning: this is not read: only files whose names end in “.md” are [file]",
	}
	if got := firstLines(t, findings); !slices.Equal(got, wantLines) {
		t.Errorf("findings %q, want %q", got, wantLines)
	}
}
