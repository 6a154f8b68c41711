package check

import (
	"io/fs"
	"slices"
	"testing"

	"quire/internal/diag"
	"quire/internal/question"
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
			about := Prompts(l, f.At)
			allowed := len(about) > 0 && !slices.ContainsFunc(about, func(it *question.Item) bool {
				return !slices.Contains(it.Tags.Allow, f.Code) || it.Tags.Because == ""
			})
			if !allowed {
				t.Errorf("%s: %s", name, printed(t, []diag.Finding{f}))
			}
		}
	}
}
