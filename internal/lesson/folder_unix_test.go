//go:build unix

package lesson

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestRealFolders reads folders of the kinds that only a real file system has,
// the way the program does, through os.Root.
func TestRealFolders(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "outside.md")
	write(t, outside, small)
	for _, c := range []struct {
		name string
		make func(dir string) error
		want string
	}{
		{"a pipe", func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, mainFile), 0o600) },
			"ferry/lesson.md:1:1: error: this is a pipe, not a file [file]"},
		{"a link out", func(dir string) error { return os.Symlink(outside, filepath.Join(dir, mainFile)) },
			"ferry/lesson.md:1:1: error: this leads out of the lesson's folder [file]"},
		{"a part that links out", func(dir string) error {
			write(t, filepath.Join(dir, mainFile), small)
			write(t, filepath.Join(dir, "parts", "a.md"), "# Seminar\n")
			return os.Symlink(outside, filepath.Join(dir, "parts", "b.md"))
		}, "ferry/parts/b.md:1:1: error: this leads out of the lesson's folder [file]"},
		{"a part that links nowhere", func(dir string) error {
			write(t, filepath.Join(dir, mainFile), small)
			write(t, filepath.Join(dir, "parts", "a.md"), "# Seminar\n")
			return os.Symlink("gone.md", filepath.Join(dir, "parts", "b.md"))
		}, "ferry/parts/b.md:1:1: error: the link leads nowhere [file]"},
		{"parts that link out", func(dir string) error {
			write(t, filepath.Join(dir, mainFile), small)
			return os.Symlink(filepath.Dir(outside), filepath.Join(dir, "parts"))
		}, "ferry/parts:1:1: error: this leads out of the lesson's folder [file]"},
		{"an essay that links out", func(dir string) error {
			write(t, filepath.Join(dir, mainFile), small)
			return os.Symlink(outside, filepath.Join(dir, "essay.txt"))
		}, "ferry/essay.txt:1:1: error: this leads out of the lesson's folder [file]"},
		{"a named essay that links out", func(dir string) error {
			write(t, filepath.Join(dir, mainFile), "---\nquire: 1\ntitle: T\nessay:\n  file: e.txt\n---\n")
			return os.Symlink("../../outside.md", filepath.Join(dir, "e.txt"))
		}, "ferry/lesson.md:5:9: error: the essay's file leads out of the lesson's folder [front-matter]"},
		{"an essay that is the lesson", func(dir string) error {
			write(t, filepath.Join(dir, mainFile), small)
			return os.Symlink(mainFile, filepath.Join(dir, "essay.txt"))
		}, "ferry/essay.txt:1:1: error: this is the lesson's own text under another name [file]"},
		{"a named essay that is the lesson", func(dir string) error {
			write(t, filepath.Join(dir, mainFile), "---\nquire: 1\ntitle: T\nessay:\n  file: e.txt\n---\n")
			return os.Symlink(mainFile, filepath.Join(dir, "e.txt"))
		}, "ferry/lesson.md:5:9: error: “e.txt” belongs to the lesson, and is not the essay [front-matter]"},
		{"templates that lead out", func(dir string) error {
			write(t, filepath.Join(dir, mainFile), small)
			return os.Symlink(filepath.Dir(outside), filepath.Join(dir, "templates"))
		}, "ferry/templates:1:1: error: this leads out of the lesson's folder [file]"},
		{"a link within", func(dir string) error {
			write(t, filepath.Join(dir, "real.md"), small)
			return os.Symlink("real.md", filepath.Join(dir, mainFile))
		}, ""},
	} {
		dir := t.TempDir()
		if err := c.make(dir); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan []string)
		go func() {
			_, findings := read(t, root.FS())
			done <- firstLines(t, findings)
		}()
		select {
		case got := <-done:
			if c.want == "" && len(got) > 0 || c.want != "" && (len(got) != 1 || got[0] != c.want) {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: still reading", c.name)
		}
		root.Close()
	}
}

func write(t *testing.T, name, body string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(body), 0o666); err != nil {
		t.Fatal(err)
	}
}
