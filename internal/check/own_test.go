package check

import (
	"io/fs"
	"slices"
	"testing"

	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/prompts"
)

// The lessons that come with Quire check clean, or say why not.
func TestOwnLessons(t *testing.T) {
	for _, name := range ownLessons(t) {
		fsys, err := fs.Sub(prompts.FS, "lessons/"+name)
		if err != nil {
			t.Fatal(err)
		}
		l, _ := load(t, fsys, name)
		var findings diag.List
		Run(l, Options{Strict: true}, &findings)
		for _, f := range findings.Sorted() {
			if !slices.ContainsFunc(l.Allows, func(a lesson.Allow) bool { return a.Code == f.Code && a.Because != "" && a.Covers(f.At) }) {
				t.Errorf("%s: %s", name, printed(t, []diag.Finding{f}))
			}
		}
	}
}
