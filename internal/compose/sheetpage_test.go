package compose

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/face"
	"quire/internal/typeset"
)

// The table sheet is the guide's first page, in every format, on either paper,
// short hour and long.
func TestTableSheetIsOnePage(t *testing.T) {
	faces := face.NewSet()
	for _, name := range []string{"applause", "cienfuegos"} {
		l := programLesson(t, name)
		for _, format := range []string{"socratic", "fishbowl", "harkness", "shared-inquiry", "sac"} {
			for minutes, paper := range map[int]typeset.Paper{50: typeset.Letter, 90: typeset.A4} {
				var findings diag.List
				d := Compose(Request{Lesson: l, Template: template(t, "guide"), Agenda: agendaOf(t, l, format, minutes), PrintEssay: l.Lines != nil}, &findings)
				p := typeset.Set(d, typeset.Options{Paper: paper, Faces: faces}, &findings)
				var first, second string
				for i, said := range []*string{&first, &second} {
					for _, m := range p.Pages[i].Marks {
						if r, ok := m.(typeset.Run); ok {
							for _, g := range r.Glyphs {
								*said += g.Text
							}
						}
					}
				}
				if !strings.Contains(first, "Marks beside a name") || !strings.HasPrefix(second, "Before class") {
					t.Errorf("%s, %s, %d minutes: the first page ends %q, the second begins %q", name, format, minutes,
						first[max(0, len(first)-80):], second[:min(80, len(second))])
				}
				for _, f := range findings.Sorted() {
					if f.Severity != diag.Note {
						t.Errorf("%s, %s, %d minutes: %s", name, format, minutes, f.Message)
					}
				}
			}
		}
	}
}
