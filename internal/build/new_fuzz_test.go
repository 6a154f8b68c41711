package build

import (
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/passage"
	"quire/internal/reader"
)

// Whatever an essay holds, the lesson that is written of it has no mistakes,
// with the essay as it was read and as it is copied.
func FuzzNewLesson(f *testing.F) {
	f.Add(crossed)
	f.Add("# A {#title}\n\nBut “one *word* of it” is 5 % of 12.\n\n## Part: 1. & 2\n\n- • a\n\n> TODO {{ref}}\n\n[^1]: note\n")
	f.Add("---\ntitle: \"a: b\"\nauthor: '#x'\nlang: en\nurl: x\n---\n\nIncontrovertibly, it was so.\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"e.txt", "e.md"} {
			e, err := reader.Read(name, []byte(text), reader.Hints{}, &diag.List{})
			if err != nil || len(text) > 20_000 {
				continue
			}
			essays := []*essay.Essay{e}
			if copied, err := reader.Read("essay.md", []byte(essayMarkdown(e)), reader.Hints{}, &diag.List{}); err == nil {
				essays = append(essays, copied)
			}
			for _, e := range essays {
				checkLessonText(t, e)
			}
		}
	})
}

func checkLessonText(t *testing.T, e *essay.Essay) {
	text := lessonText(e, passage.NewIndex(e), lesson.Restricted, "", "name")
	var findings diag.List
	d, err := lesson.Read(fstest.MapFS{"lesson.md": {Data: []byte(text)}}, "l", "", &findings)
	if err != nil || d == nil {
		t.Fatal(err)
	}
	d.Resolve(e, lesson.Options{Lines: true}, &findings)
	if findings.Stops() {
		var b strings.Builder
		diag.Print(&b, findings.Sorted(), diag.Error)
		t.Fatalf("%s\n%s", text, b.String())
	}
}
