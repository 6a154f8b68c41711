package compose

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
)

// The guide gives advice that fits: no tickets where there are none, one way to
// sort them. (What formats promise, agenda_test.go holds.)
func TestGuideFits(t *testing.T) {
	const tickets, sort = "an exit ticket for each", "into three piles"
	noTicket := func(l *lesson.Lesson) { l.Section("Exit ticket").Groups = nil }
	noted := func(l *lesson.Lesson) {
		l.Section("Exit ticket").Items()[0].Guide.Note = []document.Block{document.Paragraph{Text: document.Words("Sort by hand.")}}
	}
	for name, c := range map[string]struct {
		with func(*lesson.Lesson)
		says []string
		not  []string
	}{
		"as it is":  {func(*lesson.Lesson) {}, []string{tickets, sort}, nil},
		"no ticket": {noTicket, []string{"a handout for each student, the tracker"}, []string{"ticket"}},
		"a note":    {noted, []string{"Sort by hand.", "muddy points"}, []string{sort}},
	} {
		l := small(t)
		c.with(l)
		said := document.PlainBlocks(made(t, l, template(t, "guide")).Blocks)
		for _, s := range c.says {
			if !strings.Contains(said, s) {
				t.Errorf("%s: no %q", name, s)
			}
		}
		for _, s := range c.not {
			if strings.Contains(said, s) {
				t.Errorf("%s: %q", name, s)
			}
		}
	}
}

// The line under the title says what a leader wants to know, and no more than is
// so.
func TestGlance(t *testing.T) {
	for _, c := range []struct {
		lesson   *lesson.Lesson
		url      string
		students int
		want     string
	}{
		{small(t), "", 0, "Socratic seminar · 50\u00a0minutes · 2 questions · every student needs a copy of the essay · 3 paragraphs"},
		{small(t), "https://e.org/chair", 1, "Socratic seminar · 50\u00a0minutes · 2 questions · 1 student · every student needs a copy of the essay · 3 paragraphs"},
		{printed(t), "https://e.org/chair", 18, "Socratic seminar · 50\u00a0minutes · 2 questions · 18 students · essay printed, lines\u00a01–5 · 3 paragraphs"},
	} {
		c.lesson.Meta.Essay.URL = c.url
		var findings diag.List
		d := Compose(Request{Lesson: c.lesson, Template: template(t, "guide"), Agenda: agendaOf(t, c.lesson, "socratic", 0), PrintEssay: c.lesson.Essay != nil, Students: c.students}, &findings)
		var got string
		linked := false
		for _, b := range d.Blocks {
			if p, ok := b.(document.Paragraph); ok && p.Style == document.Byline && got == "" {
				got = document.Plain(p.Text)
				linked = hasLink(p.Text, c.url)
			}
		}
		if got != c.want {
			t.Errorf("got %q\nwant %q", got, c.want)
		}
		if want := c.url != "" && c.lesson.Essay == nil; linked != want {
			t.Errorf("%q: the essay is linked: %v", got, linked)
		}
	}
}

func hasLink(in []document.Inline, url string) bool {
	found := false
	document.RewriteInlines(in, func(in document.Inline) []document.Inline {
		l, ok := in.(document.Link)
		found = found || ok && l.URL == url
		return []document.Inline{in}
	})
	return found
}
