package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/lineation"
	"quire/internal/source"
)

// sheet is what of a lesson and a form may be shown to students: all that a
// call for students ever receives. Nothing in it comes from a Key, a Guide or
// a Response, nor from the names and ids that authors give their prompts.
type sheet struct {
	title, question, lessonAuthor, lang, form, seed string

	essayTitle, author, publication, published, genre string

	format     string // its name, as it is printed
	minutes    int    // of the seminar
	words      []lesson.Word
	paragraphs []lesson.Paragraph
	essay      *essay.Essay // nil if it is not printed
	lines      *lineation.Lines
	printed    bool
	beside     bool // the job stands beside the essay, not among the prompts
	sections   map[string]sheetSection
}

// sheetSection is a section of the lesson on a sheet; points and minutes are
// the sums of what its prompts say.
type sheetSection struct {
	groups          []sheetGroup
	points, minutes int
}

type sheetGroup struct {
	at         source.Span
	title      []document.Inline
	directions []document.Block
	tasks      []task
	points     int
	early      bool // belongs before the reading
}

// task is a prompt as students get it.
type task struct {
	at      source.Span
	number  int // 0 for none
	points  int
	stem    []document.Block
	body    []document.Block    // criteria, then options or lines
	job     bool                // to be done in the essay's margin
	unasked bool                // in the seminar, by its format
	look    *document.Reference // where its passage stands, if the stem doesn't say
	passage *document.Reference // where its passage stands, nil for none
}

// alone says that a group is nothing but a job to do while reading.
func (g sheetGroup) alone() bool {
	return !slices.ContainsFunc(g.tasks, func(t task) bool { return !t.job })
}

func newSheet(r Request) *sheet {
	l := r.Lesson
	m := l.Meta
	r.Agenda = r.agenda()
	s := &sheet{
		question: m.Question, lessonAuthor: m.Author, lang: cmp.Or(m.Lang, "en"), seed: r.Form.Seed,
		essayTitle: m.Essay.Title, author: m.Essay.Author, publication: m.Essay.Publication,
		published: m.Essay.Published, genre: m.Essay.Genre,
		minutes: r.Agenda.Minutes, words: l.Words, paragraphs: l.Paragraphs,
		printed: r.PrintEssay && l.Essay != nil, sections: map[string]sheetSection{},
	}
	if f := r.Agenda.Format; f != nil {
		s.format = document.Plain(f.title)
	}
	if r.Form.Name != "" {
		s.form = "Form " + r.Form.Code()
	}
	if e := l.Essay; e != nil {
		s.essayTitle = cmp.Or(s.essayTitle, e.Title)
		s.author = cmp.Or(s.author, e.Author)
		s.publication = cmp.Or(s.publication, e.Publication)
		s.published = cmp.Or(s.published, e.Published)
	}
	s.title = cmp.Or(m.Title, s.essayTitle, l.Name)
	if s.printed {
		s.essay, s.lines = l.Essay, l.Lines
	}
	s.beside = s.printed && r.Template.Calls("essay")
	passages := placesOf(l)
	for i := range l.Sections {
		s.sections[l.Sections[i].Name] = newSection(&l.Sections[i], r, passages)
	}
	return s
}

// Calls says whether a template has a block call.
func (t *Template) Calls(name string) bool {
	found := false
	look := func(b document.Block) []document.Block {
		if c, ok := b.(document.CallBlock); ok && c.Name == name {
			found = true
		}
		return nil
	}
	document.Rewrite(t.file.Blocks, look, nil)
	open := slices.Clone(t.file.Sections)
	for len(open) > 0 {
		s := open[0]
		document.Rewrite(s.Blocks, look, nil)
		open = append(open[1:], s.Parts...)
	}
	return found
}

// newSection copies of a section what students may see.
func newSection(from *lesson.Section, r Request, passages places) sheetSection {
	f, aids := r.Form, r.Aids
	var s sheetSection
	numbers := numbersOf(from, f)
	for _, g := range groupsOf(from, f) {
		group := sheetGroup{at: g.At, title: g.Title, directions: g.Directions, early: beforeReading(g)}
		for _, it := range g.Items {
			t := task{at: it.At, number: numbers[it], points: max(it.Tags.Points, 0), stem: it.Stem, job: !it.Numbered(), unasked: !r.Agenda.asks(it)}
			t.body = append(t.body, it.Help.Criteria...)
			t.body = append(t.body, aids.of(it)...)
			if it.Sheet != nil {
				t.body = append(t.body, aids.roomier(it.Sheet.Student(f.Arrange(it)))...)
			}
			t.passage = passages.of(it)
			if !saysWhere(t.stem) {
				t.look = t.passage
			}
			group.tasks = append(group.tasks, t)
			group.points += t.points
			s.points += t.points
			s.minutes += max(it.Tags.Minutes, 0)
		}
		if from.Name == "Worksheet" && !group.early {
			group.sayWhere()
		}
		s.groups = append(s.groups, group)
	}
	return s
}

func (s *sheet) section(name string) sheetSection { return s.sections[name] }

// footer gives the essay's source, and the form if the document has forms.
func (s *sheet) footer(withForm bool) document.Footer {
	var f document.Footer
	if s.essayTitle != "" {
		f.Source = append(f.Source, document.Emph{Inlines: document.Words(s.essayTitle)})
		by := strings.Join(slices.DeleteFunc([]string{s.author, year(s.published)}, func(p string) bool { return p == "" }), ", ")
		if by != "" {
			f.Source = append(f.Source, document.Text{Words: " · " + by})
		}
	}
	if withForm {
		f.Form = s.form
	}
	return f
}

// year finds the year in a date as an author wrote it ("March 2025"); without
// one the date itself will do.
func year(date string) string {
	digits := 0
	for i := 0; i <= len(date); i++ {
		if i < len(date) && date[i] >= '0' && date[i] <= '9' {
			digits++
			continue
		}
		if digits == 4 {
			return date[i-4 : i]
		}
		digits = 0
	}
	return date
}

// pointsOf says how many points; nothing for none.
func pointsOf(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 point"
	}
	return fmt.Sprintf("%d points", n)
}
