package compose

import (
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
)

// What an author wrote to help students is in the key and on the leader's card,
// as long as no edition gives it to them.
func TestHelpsReachTheTeacher(t *testing.T) {
	say := func(s string) []document.Block { return []document.Block{document.Paragraph{Text: document.Words(s)}} }
	it := &question.Item{Name: "Q", Help: question.Help{Hint: say("look again"), Starter: say("I think"), WordBank: say("bell, mill")}}
	l := &lesson.Lesson{Sections: []lesson.Section{
		{Name: "Worksheet", Groups: []lesson.Group{{Items: []*question.Item{it}}}},
		{Name: "Seminar", Groups: []lesson.Group{{Items: []*question.Item{it}}}},
	}}
	for name, wants := range map[string][]string{
		"key":   {"Hint for students who ask: look again\n", "Starter: I think\n", "Word bank: bell, mill\n"},
		"guide": {"Hint\nlook again\n", "Starter\nI think\n", "Word bank\nbell, mill\n"},
	} {
		said := document.PlainBlocks(made(t, l, template(t, name)).Blocks)
		for _, want := range wants {
			if !strings.Contains(said, want) {
				t.Errorf("the %s doesn't say %q: %s", name, want, said)
			}
		}
	}
	if said := document.PlainBlocks(made(t, l, template(t, "worksheet")).Blocks); strings.Contains(said, "look again") {
		t.Errorf("the worksheet says %s", said)
	}
}
