package build

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestShelf: files get their names together, and a failure leaves nothing.
func TestShelf(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	s, err := newShelf(dir)
	if err != nil {
		t.Fatal(err)
	}
	put := func(name string, err error) error {
		return s.write(name, func(w io.Writer) error {
			io.WriteString(w, name)
			return err
		})
	}
	if err := put("a.md", nil); err != nil {
		t.Fatal(err)
	}
	if names := list(t, dir); len(names) != 1 || names[0] == "a.md" {
		t.Errorf("before keep: %v", names)
	}
	if err := put("b.md", errors.New("out of ink")); err == nil {
		t.Fatal("a failing write gave no error")
	}
	s.clear()
	if names := list(t, dir); len(names) != 0 {
		t.Errorf("after a failure: %v", names)
	}
	if err := put("a.md", nil); err != nil {
		t.Fatal(err)
	}
	if err := s.keep(); err != nil {
		t.Fatal(err)
	}
	if names := list(t, dir); len(names) != 1 || names[0] != "a.md" {
		t.Errorf("after keep: %v", names)
	}
}

// TestSweep: leftovers of killed runs go, but not those of a run that may be
// under way, and nothing else.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{".quire-old": "", ".quire-new": "", "old": ""})
	long := time.Now().Add(-2 * time.Hour)
	for _, name := range []string{".quire-old", "old"} {
		if err := os.Chtimes(filepath.Join(dir, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := newShelf(dir); err != nil {
		t.Fatal(err)
	}
	if names := list(t, dir); len(names) != 2 || names[0] != ".quire-new" || names[1] != "old" {
		t.Errorf("left: %v", names)
	}
}

func list(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestOutputName(t *testing.T) {
	for in, want := range map[string]string{
		"lesson": "lesson", "Ça va? #2": "Ça va? #2", "": "else", ".": "else", "..": "else", ". .": "else",
		"a\x1b[2J": "a_[2J", "x\xff": "x_", `a\b`: "a_b", ".hidden": ".hidden",
	} {
		if got := outputName(in, "else"); got != want {
			t.Errorf("outputName(%q) = %q, want %q", in, got, want)
		}
	}
}
