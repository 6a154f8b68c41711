package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"quire/internal/diag"
	"quire/prompts"
)

// A target is a lesson folder or an essay file, found.
type target struct {
	name   string // for output folders and messages
	where  string // what stands before file names in findings
	fsys   fs.FS  // the lesson's folder; nil for an essay file
	dir    string // the folder on disk, "" for lessons in the program
	essay  string // the essay file on disk, for an essay alone
	closer func() error
}

func (t *target) close() {
	if t.closer != nil {
		t.closer()
	}
}

// find makes targets of what was named, or of what is here.
func find(names []string) ([]*target, error) {
	if len(names) == 0 {
		return findHere()
	}
	var all []*target
	for i, n := range names {
		t, err := findOne(n)
		if err != nil {
			return all, err
		}
		all = append(all, t)
		for k, other := range all[:i] {
			if other.name == t.name {
				return all, misuse("%s and %s would both be written to %s: build them one at a time, with an --out for each", names[k], n, t.name)
			}
		}
	}
	return all, nil
}

// outputName makes of a file's name one that an output folder can have: no
// path, no controls, no bytes that aren't text.
func outputName(name, otherwise string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\`, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	if strings.Trim(name, ". ") == "" {
		return otherwise
	}
	return name
}

// findHere looks for ./lesson.md, then for lesson folders in this folder, then
// takes the lessons in the program.
func findHere() ([]*target, error) {
	if isFile("lesson.md") {
		t, err := openFolder(".")
		return []*target{t}, err
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var all []*target
	for _, e := range entries {
		// What a run that was killed left of a new lesson is none.
		if strings.HasPrefix(e.Name(), temporary) || !isFile(filepath.Join(e.Name(), "lesson.md")) {
			continue
		}
		t, err := openFolder(e.Name())
		if err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	if len(all) > 0 {
		return all, nil
	}
	for _, n := range ProgramLessons() {
		all = append(all, programLesson(n))
	}
	return all, nil
}

func findOne(name string) (*target, error) {
	lessons := ProgramLessons()
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		if _, err := os.Lstat(filepath.Join(name, "lesson.md")); err == nil {
			return openFolder(name)
		}
		if slices.Contains(lessons, name) {
			return programLesson(name), nil
		}
		return nil, noLesson(name)
	case err == nil && filepath.Base(name) == "lesson.md":
		return openFolder(filepath.Dir(name))
	case err == nil:
		base := filepath.Base(name)
		return &target{name: outputName(strings.TrimSuffix(base, filepath.Ext(base)), "essay"), essay: name}, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, plainPathError(name, err)
	}
	if slices.Contains(lessons, name) {
		return programLesson(name), nil
	}
	if near := diag.Nearest(name, lessons); near != "" {
		return nil, misuse("there is no lesson, folder or file %q: did you mean %s?", name, near)
	}
	return nil, misuse("there is no lesson, folder or file %q; the lessons in the program are %s", name, strings.Join(lessons, ", "))
}

// noLesson says what a folder without a lesson.md may want.
func noLesson(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return plainPathError(dir, err)
	}
	for _, e := range entries {
		if lower := strings.ToLower(e.Name()); strings.HasPrefix(lower, "lesson.") && strings.Contains(lower, "md") || lower == "lesson" || lower == "lesson.txt" {
			return misuse("%s has no lesson.md, but a file %s: rename that one to lesson.md", dir, e.Name())
		}
	}
	return misuse("%s has no lesson.md: a lesson is a folder with one", dir)
}

// openFolder opens a lesson's folder such that nothing outside it is reached.
func openFolder(dir string) (*target, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	where := filepath.ToSlash(filepath.Clean(dir)) + "/"
	if where == "./" {
		where = ""
	}
	return &target{name: outputName(filepath.Base(abs), "lesson"), where: where, fsys: root.FS(), dir: dir, closer: root.Close}, nil
}

// ProgramLessons names the lessons that come with Quire.
func ProgramLessons() []string {
	entries, err := fs.ReadDir(prompts.FS, "lessons")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names
}

func programLesson(name string) *target {
	fsys, err := fs.Sub(prompts.FS, "lessons/"+name)
	if err != nil {
		panic(fmt.Sprintf("the name of a lesson in the program is no path: %v", err))
	}
	return &target{name: name, where: name + "/", fsys: fsys}
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}
