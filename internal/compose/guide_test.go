package compose

import (
	"strings"
	"testing"

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
