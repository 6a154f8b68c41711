package compose

import (
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/lesson"
)

// The guide gives advice that fits: no half-time where there is one question,
// no tickets where there are none, one way to sort them.
func TestGuideFits(t *testing.T) {
	const change, tickets, sort = "change places", "an exit ticket for each", "into three piles"
	one := func(l *lesson.Lesson) {
		l.Section("Seminar").Groups = l.Section("Seminar").Groups[:1]
	}
	noTicket := func(l *lesson.Lesson) { l.Section("Exit ticket").Groups = nil }
	noted := func(l *lesson.Lesson) {
		l.Section("Exit ticket").Items()[0].Guide.Note = []document.Block{document.Paragraph{Text: document.Words("Sort by hand.")}}
	}
	for name, c := range map[string]struct {
		with func(*lesson.Lesson)
		says []string
		not  []string
	}{
		"as it is":     {func(*lesson.Lesson) {}, []string{change, tickets, sort, "won’t give up"}, nil},
		"one question": {one, []string{tickets, "Further talk", "sit in it yourself"}, []string{change, "won’t give up"}},
		"no ticket":    {noTicket, []string{change, "a handout for each student, the tracker"}, []string{"ticket"}},
		"a note":       {noted, []string{"Sort by hand.", "muddy points"}, []string{sort}},
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
	if n := strings.Count(document.PlainBlocks(made(t, small(t), template(t, "guide")).Blocks), "change places\n"); n != 1 {
		t.Errorf("places are changed %d times in the clock", n)
	}
}
