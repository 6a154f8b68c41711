package build

import (
	"context"

	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/typeset"
)

// Shown is a lesson or an essay to look at.
type Shown struct {
	Lesson   *lesson.Lesson // nil if findings left nothing to show
	Essay    *EssayRead
	Findings []diag.Finding
}

// Show loads a lesson with its essay, or an essay file alone, with all its
// lines. text says which is meant of a file that holds several.
func Show(ctx context.Context, name, asked, text string) (*Shown, error) {
	t, err := findOne(name)
	if err != nil {
		return nil, err
	}
	defer t.close()
	o, err := Request{Essay: asked, Text: text, PrintEssay: true}.order()
	if err != nil {
		return nil, err
	}
	var findings diag.List
	s := &Shown{}
	defer func() { s.Findings = findings.Sorted() }()
	if t.fsys == nil {
		b := &Built{}
		s.Lesson, err = o.loadBare(ctx, t, b, &findings)
		s.Essay = b.Essay
		return s, err
	}
	d, err := lesson.Read(t.fsys, t.name, t.where, &findings)
	if err != nil || d == nil {
		return s, err
	}
	e, read, err := readEssay(ctx, asked, text, t, d, &findings)
	if err != nil {
		return s, err
	}
	s.Essay = read
	s.Lesson = d.Resolve(e, lesson.Options{Lines: e != nil}, &findings)
	return s, nil
}

// Catalogue lists what comes with Quire.
type Catalogue struct {
	Lessons   []Entry
	Documents []Entry
	Formats   []Entry
	Editions  []Entry
}

// Entry is a name with a line about it.
type Entry struct{ Name, About string }

// List makes the catalogue.
func List() (Catalogue, error) {
	var c Catalogue
	var findings diag.List
	for _, n := range ProgramLessons() {
		d, err := lesson.Read(programLesson(n).fsys, n, n+"/", &findings)
		if err != nil {
			return c, err
		}
		e := Entry{Name: n}
		if d != nil {
			e.About = d.Meta.Title
			if d.Meta.Essay.Title != "" {
				e.About += " (on “" + d.Meta.Essay.Title + "”)"
			}
		}
		c.Lessons = append(c.Lessons, e)
	}
	templates, err := readTemplates(nil, &findings)
	if err != nil {
		return c, err
	}
	for _, t := range templates {
		c.Documents = append(c.Documents, Entry{t.Name, t.Doc + " (" + t.Usual + ")"})
	}
	formats, err := readFormats(nil, &findings)
	if err != nil {
		return c, err
	}
	for _, f := range formats {
		c.Formats = append(c.Formats, Entry{f.Name, f.About})
	}
	for _, e := range typeset.Editions {
		c.Editions = append(c.Editions, Entry{e.Name, e.About})
	}
	return c, nil
}
