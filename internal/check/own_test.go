package check

import (
	"io/fs"
	"testing"

	"quire/internal/diag"
	"quire/prompts"
)

func TestOwnLessons(t *testing.T) {
	for _, name := range []string{"applause", "cienfuegos"} {
		fsys, err := fs.Sub(prompts.FS, "lessons/"+name)
		if err != nil {
			t.Fatal(err)
		}
		l, _ := load(t, fsys, name)
		var findings diag.List
		Run(l, Options{Strict: true}, &findings)
		t.Log(printed(t, findings.Sorted()))
	}
}
