package check

import (
	"io/fs"
	"slices"
	"testing"

	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/prompts"
)

// The lessons that come with Quire check clean, or say why not: as they come,
// and with the text that a teacher brings.
func TestOwnLessons(t *testing.T) {
	for _, name := range ownLessons(t) {
		fsys, err := fs.Sub(prompts.FS, "lessons/"+name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			l, _ := load(t, fsys, name)
			checksClean(t, l)
		})
		t.Run(name+" with its essay", func(t *testing.T) {
			e := ownEssay(t, name)
			d, err := lesson.Read(fsys, name, "", &diag.List{})
			if err != nil {
				t.Fatal(err)
			}
			checksClean(t, d.Resolve(e, lesson.Options{Lines: true}, &diag.List{}))
		})
	}
}

func checksClean(t *testing.T, l *lesson.Lesson) {
	t.Helper()
	var findings diag.List
	Run(l, Options{Strict: true}, &findings)
	for _, f := range findings.Sorted() {
		if !slices.ContainsFunc(l.Allows, func(a lesson.Allow) bool { return a.Code == f.Code && a.Because != "" && a.Covers(f.At) }) {
			t.Error(printed(t, []diag.Finding{f}))
		}
	}
}
