package lesson

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"quire/internal/diag"
	"quire/internal/source"
)

// folder reads a lesson's files. Lessons come from strangers: a name is looked
// at first and opened only if it is a regular file, links that lead out of the
// folder are refused by the fs.FS itself (os.Root), and sizes are bounded.
type folder struct {
	fsys     fs.FS
	where    string // stands before names in findings
	bytes    int
	files    int
	texts    []*source.Text
	findings *diag.List
}

// at is the place of a finding about a file as a whole.
func (f *folder) at(name string) source.Span {
	t, _ := source.New(f.where+name, nil)
	return t.Span(0, 0)
}

func (f *folder) refuse(name, message, hint string) {
	f.findings.Error("file", f.at(name), message, hint)
}

// look says whether there is something called name, and whether it is a regular
// file that may be opened. Of what is there but no file the finding is made.
func (f *folder) look(name string) (there, ok bool, err error) {
	info, err := fs.Stat(f.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, false, nil
	case leadsOut(err):
		f.refuse(name, "this leads out of the lesson's folder", "Copy the file into the folder: links may not leave it.")
	case err != nil:
		return false, false, f.trouble("look at", name, err)
	case !info.Mode().IsRegular():
		f.refuse(name, "this is "+kindOf(info.Mode())+", not a file", "Put a plain file of that name in its place.")
	default:
		return true, true, nil
	}
	return true, false, nil
}

// lookAtTemplates reports folders of templates and formats that can't be used.
// What is in them package compose reads.
func (f *folder) lookAtTemplates() {
	for _, name := range []string{"templates", "templates/formats"} {
		switch info, err := fs.Stat(f.fsys, name); {
		case leadsOut(err):
			f.refuse(name, "this leads out of the lesson's folder", "Copy the files into the folder: links may not leave it.")
			return
		case err == nil && !info.IsDir():
			f.refuse(name, "this is a file where a folder is wanted", "Name it "+name+"/something.md, or give it another name.")
			return
		}
	}
}

// trouble is an error about a file, which it names once, as the author types it.
func (f *folder) trouble(doing, name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("%s %s%s: %w", doing, f.where, name, err)
}

// leadsOut recognises the error by which os.Root refuses a name or a link that
// leaves it; package os does not export it.
func leadsOut(err error) bool {
	var path *fs.PathError
	return errors.As(err, &path) && strings.Contains(path.Err.Error(), "escapes from parent")
}

func kindOf(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder"
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		return "a device"
	}
	return "something else"
}

// read loads a file that look has let pass. A nil text is one that could not
// be taken, and the finding says why.
func (f *folder) read(name string) (*source.Text, error) {
	f.files++
	file, err := f.fsys.Open(name)
	if err != nil {
		return nil, f.trouble("open", name, err)
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, fileLimit+1))
	if err != nil {
		return nil, f.trouble("read", name, err)
	}
	f.bytes += len(raw)
	if len(raw) > fileLimit {
		f.refuse(name, "the file is larger than 1 MiB", "Part the lesson over several files in parts/, and keep other material out of them.")
		return nil, nil
	}
	text, err := source.New(f.where+name, raw)
	var encoding *source.EncodingError
	if errors.As(err, &encoding) {
		f.findings.Error("encoding", badByte(encoding, raw),
			fmt.Sprintf("byte 0x%02X is not UTF-8", encoding.Byte),
			"Save the file as UTF-8 in your editor.")
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(text.Body) == "" {
		f.findings.Error("file", text.Span(0, 0), "the file is empty", "Write something into it, or remove it.")
		return nil, nil
	}
	f.texts = append(f.texts, text)
	return text, nil
}

// badByte makes a text out of bytes that are none, so that the finding can
// show the line, and gives the place of the first wrong byte in it.
func badByte(e *source.EncodingError, raw []byte) source.Span {
	shown, err := source.New(e.Name, bytes.ToValidUTF8(raw, []byte("\uFFFD")))
	before, err2 := source.New(e.Name, raw[:e.Offset])
	if err != nil || err2 != nil {
		return source.Span{}
	}
	at := len(before.Body)
	return shown.Span(at, at+len("\uFFFD"))
}

// full says that the lesson has reached its bounds; the finding is at the file
// that would have been the next.
func (f *folder) full(name string) bool {
	switch {
	case f.files >= filesLimit:
		f.refuse(name, fmt.Sprintf("the lesson has more than %d files", filesLimit), "Join some of them: sections of one name may stand in one file.")
	case f.bytes > lessonLimit:
		f.refuse(name, "the lesson is larger than 8 MiB", "Part it into several lessons.")
	default:
		return false
	}
	return true
}

// mostIgnored is how many files that aren't read are named.
const mostIgnored = 20

// parts lists the names of parts/*.md in byte order. Hidden files, which
// editors and file managers leave behind, are none.
func (f *folder) parts() ([]string, error) {
	const dir = "parts"
	info, err := fs.Stat(f.fsys, dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case leadsOut(err):
		f.refuse(dir, "this leads out of the lesson's folder", "Copy the files into the folder: links may not leave it.")
		return nil, nil
	case err != nil:
		return nil, f.trouble("look at", dir, err)
	case !info.IsDir():
		f.refuse(dir, "this is a file where a folder is wanted", "Name it parts/something.md, or move its text into lesson.md.")
		return nil, nil
	}
	entries, err := f.entries(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	ignored := 0
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case !strings.HasSuffix(name, ".md"):
			if ignored++; ignored <= mostIgnored {
				f.findings.Warn("file", f.at(dir+"/"+name), "this is not read: only files whose names end in “.md” are", "Rename it, or move it out of parts/.")
			}
		case !utf8.ValidString(name):
			f.refuse(dir+"/"+name, "the file's name is not UTF-8", "Rename it.")
		default:
			names = append(names, dir+"/"+name)
		}
	}
	slices.Sort(names)
	return names, nil
}

func (f *folder) entries(dir string) ([]fs.DirEntry, error) {
	file, err := f.fsys.Open(dir)
	if err != nil {
		return nil, f.trouble("open", dir, err)
	}
	defer file.Close()
	list, ok := file.(fs.ReadDirFile)
	if !ok {
		return nil, fmt.Errorf("open %s%s: not a folder", f.where, dir)
	}
	entries, err := list.ReadDir(namesLimit)
	if err != nil && err != io.EOF {
		return nil, f.trouble("read", dir, err)
	}
	if len(entries) == namesLimit {
		f.refuse(dir, fmt.Sprintf("the folder holds %d names or more", namesLimit), "Keep only the lesson's own files there.")
		return nil, nil
	}
	return entries, nil
}
