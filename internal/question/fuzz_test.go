package question

import (
	"testing"

	"quire/internal/diag"
	"quire/internal/markup"
	"quire/internal/source"
)

// Whatever is written, Read neither fails nor leaves something half made.
func FuzzRead(f *testing.F) {
	for _, typ := range Types {
		f.Add(typ.Example, whereOf(typ))
		src, _ := seeded(typ)
		f.Add(src, "Worksheet")
	}
	f.Add("###\n\n- [x]\n", "Seminar")
	f.Add("### Q {.two-part}\n\n#### Part B\n\n- [x] a\n  - Supports: \n", "")
	f.Add("### Q {.organizer form=soapstone}\n\n| a | b |\n|---|---|\n| Tone | [[c]] |\n", "Worksheet")
	f.Add("### Q {.organizer form=t-chart}\n\n| a | b |\n|---|---|\n", "Worksheet")
	f.Add("### Q {.organizer form=argument-map}\n\n- Claim:\n  1. [x] Reply: [[a]] b\n\n     c\n- d\n", "Worksheet")
	f.Add("### Q {.controversy form=chairs}\n\n**For:**\n\n| a |\n|---|\n\n**Against:** b\n", "Seminar")
	f.Add("### Q {.counterargument lines=0 rubric=x}\n\n**Answer:** Objection\n\n> b\n", "Worksheet")
	f.Fuzz(func(t *testing.T, src, where string) {
		text, err := source.New("lesson.md", []byte(src))
		if err != nil {
			return
		}
		var findings diag.List
		file := markup.Parse(text, &findings)
		var all func(s *markup.Section)
		all = func(s *markup.Section) {
			if it := Read(s, []markup.Attrs{s.Attrs}, where, &findings); it != nil {
				wellMade(t, it)
			}
			for _, p := range s.Parts {
				all(p)
			}
		}
		for _, s := range file.Sections {
			all(s)
		}
		for _, found := range findings.Sorted() {
			if found.At.Text != text || found.At.Start < 0 || found.At.End > len(text.Body) || found.Message == "" || found.Hint == "" {
				t.Fatalf("finding %+v", found)
			}
		}
	})
}

func wellMade(t *testing.T, it *Item) {
	if it.ID == "" || Named(it.Type) == nil || it.Sheet == nil || it.Key == nil || len(it.Responses) == 0 {
		t.Fatalf("item %+v", it)
	}
	for _, r := range it.Responses {
		if m, ok := r.(Match); ok && len(m.Pairs) != len(m.Left) {
			t.Fatalf("match %+v", m)
		}
	}
	for _, a := range []Arrangement{nil, turned(it)} {
		if again := everything(it, a); again != everything(it, a) {
			t.Fatal("a sheet changes when it is printed twice")
		}
		told := dump(it.Key.Teacher(a)) + it.Key.Short(a)
		if again := dump(it.Key.Teacher(a)) + it.Key.Short(a); again != told {
			t.Fatal("a key changes when it is printed twice")
		}
	}
}
