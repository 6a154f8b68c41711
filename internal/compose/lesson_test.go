package compose

import (
	"os"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/lineation"
	"quire/internal/markup"
	"quire/internal/question"
	"quire/internal/source"
	"quire/templates"
)

// small is a lesson with every type of question. What only a teacher may see
// has TEACHER in it, whatever its case.
func small(t *testing.T) *lesson.Lesson {
	t.Helper()
	return lessonIn(t, "testdata/lesson.md")
}

// lessonIn reads prompts of a file as a lesson about the quiet room.
func lessonIn(t *testing.T, name string) *lesson.Lesson {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	text, err := source.New("lesson.md", raw)
	if err != nil {
		t.Fatal(err)
	}
	file := markup.Parse(text, &findings)
	place := document.Place{FirstParagraph: 1, LastParagraph: 1}
	l := &lesson.Lesson{
		Name: "quiet",
		Meta: lesson.Meta{
			Title: "The quiet room", Question: "What is a room for?", Minutes: 50, Lang: "en", Seed: "quiet",
			Essay:   lesson.EssayMeta{Title: "A Chair That Is Warm", Author: "N. Body", Publication: "The Shelf", Published: "March 2025", Genre: "opinion essay", Rights: lesson.Restricted},
			Accused: []string{"TEACHER accused"},
		},
		Brief:      []document.Block{document.Paragraph{Text: document.Words("TEACHER brief.")}},
		Words:      []lesson.Word{{Word: "curtail", Meaning: document.Words("to cut back"), Place: place}},
		Passages:   []lesson.Passage{{ID: "rule", Title: document.Words("TEACHER passage"), Place: place}},
		Paragraphs: []lesson.Paragraph{{Number: 1, Opens: "The library has"}, {Number: 2, Opens: "It was never"}, {Number: 3, Opens: "So they closed"}},
	}
	for _, s := range file.Sections {
		sec := lesson.Section{Name: document.Plain(s.Title)}
		add := func(g lesson.Group, parts []*markup.Section, above ...markup.Attrs) {
			for _, p := range parts {
				if p.Level != 3 {
					continue
				}
				if it := question.Read(p, above, sec.Name, &findings); it != nil {
					g.Items = append(g.Items, it)
				}
			}
			if g.Items != nil {
				sec.Groups = append(sec.Groups, g)
			}
		}
		add(lesson.Group{}, s.Parts, s.Attrs)
		for _, g := range s.Parts {
			if g.Level == 2 {
				add(lesson.Group{Title: g.Title, Directions: g.Blocks, At: g.At}, g.Parts, g.Attrs, s.Attrs)
			}
		}
		l.Sections = append(l.Sections, sec)
	}
	for _, f := range findings.Sorted() {
		if f.Severity == diag.Error {
			t.Errorf("%v: %s (%s)", f.At, f.Message, f.Hint)
		}
	}
	return l
}

// printed gives the lesson with its essay at hand and its lines numbered.
func printed(t *testing.T) *lesson.Lesson {
	t.Helper()
	l := small(t)
	first := "The library has a quiet room, and nobody sits in it."
	l.Essay = &essay.Essay{Blocks: []essay.Block{
		{Kind: essay.Heading, Level: 2, Text: "One"},
		{Kind: essay.Paragraph, Text: first, Marks: []essay.Mark{{Start: 18, End: 23, Style: essay.Emphasis}, {Start: 29, End: 35, Style: essay.Strong}}},
		{Kind: essay.Verse, Text: "It was never full;\nit was never loud."},
		{Kind: essay.Paragraph, Text: "So they closed it."},
		{Kind: essay.Footnote, Text: "Since then it has opened again."},
	}}
	l.Essay.Number()
	l.EssayWords = 23
	l.EssaySentences, l.EssaySyllables = l.Essay.Measure()
	l.Lines = &lineation.Lines{Scheme: 1, Total: 5, Blocks: []lineation.Block{
		{}, {First: 1, Starts: []int{0, 30}}, {First: 3, Starts: []int{0, 19}}, {First: 5, Starts: []int{0}}, {},
	}}
	place := document.Place{FirstParagraph: 1, LastParagraph: 1, FirstLine: 1, LastLine: 2}
	l.Words[0].Place, l.Passages[0].Place = place, place
	return l
}

// ours are the program's own templates.
func ours(t *testing.T) []*Template {
	t.Helper()
	var findings diag.List
	all, err := ReadTemplates(templates.FS, nil, "", &findings)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings.Sorted() {
		line, column := 0, 0
		if f.At.Text != nil {
			line, column = f.At.Text.Position(f.At.Start)
		}
		t.Errorf("%s:%d:%d: %s (%s)", nameOf(f.At), line, column, f.Message, f.Hint)
	}
	return all
}

func nameOf(s source.Span) string {
	if s.Text == nil {
		return ""
	}
	return s.Text.Name
}

func made(t *testing.T, l *lesson.Lesson, tpl *Template) *document.Document {
	t.Helper()
	return madeIn(t, l, tpl, Usual)
}

// madeIn makes a document of a lesson whose seminar has a format.
func madeIn(t *testing.T, l *lesson.Lesson, tpl *Template, format string) *document.Document {
	t.Helper()
	var findings diag.List
	d := Compose(Request{Lesson: l, Form: form.Form{Name: "A", Seed: l.Meta.Seed}, Template: tpl, Agenda: agendaOf(t, l, format, 0), PrintEssay: l.Essay != nil}, &findings)
	if findings.Count(diag.Error) > 0 {
		t.Errorf("%s: %v", tpl.Name, findings.Sorted())
	}
	return d
}

func template(t *testing.T, name string) *Template {
	t.Helper()
	for _, tpl := range ours(t) {
		if tpl.Name == name {
			return tpl
		}
	}
	t.Fatalf("no template %s", name)
	return nil
}

func contains(s, word string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(word))
}
