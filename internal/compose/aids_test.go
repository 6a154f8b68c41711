package compose

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/question"
)

type linesSheet int

func (n linesSheet) Student(question.Arrangement) []document.Block {
	return []document.Block{document.AnswerLines{Lines: int(n)}, document.Panel{Height: 20}}
}

func TestAids(t *testing.T) {
	say := func(s string) []document.Block { return []document.Block{document.Paragraph{Text: document.Words(s)}} }
	it := &question.Item{ID: "q", Type: "short", Stem: say("Why?"), Sheet: linesSheet(3),
		Help: question.Help{Hint: say("look again"), Starter: say("I think"), WordBank: say("bell, mill")}}
	l := &lesson.Lesson{
		Words:    []lesson.Word{{Word: "curtail", Meaning: document.Words("to cut back")}},
		Sections: []lesson.Section{{Name: "Worksheet", Groups: []lesson.Group{{Items: []*question.Item{it}}}}},
	}
	for _, c := range []struct {
		aids  Aids
		want  string
		lines int
	}{
		{Aids{}, "Why?\n", 3},
		{Aids{Hints: true}, "Why?\nTo get started: look again\n", 3},
		{Aids{WordBank: true, Starters: true}, "Why?\nbell, mill\nYou may begin: I think\n", 3},
		{Aids{Room: Room{Percent: 50}}, "Why?\n", 5},
		{Aids{Room: Room{Lines: 2}}, "Why?\n", 5},
	} {
		var findings diag.List
		d := Compose(Request{Lesson: l, Form: form.Form{Name: "A"}, Template: template(t, "worksheet"), Aids: c.aids}, &findings)
		p := d.Blocks[len(d.Blocks)-1].(document.Prompt)
		if got := document.PlainBlocks(p.Blocks); got != c.want {
			t.Errorf("%+v: %q, want %q", c.aids, got, c.want)
		}
		lines, panel := 0, 0.0
		for _, b := range p.Blocks {
			switch b := b.(type) {
			case document.AnswerLines:
				lines = b.Lines
			case document.Panel:
				panel = b.Height
			}
		}
		if lines != c.lines || (c.aids.Room.Percent > 0) != (panel > 20) {
			t.Errorf("%+v: %d lines, a box of %v", c.aids, lines, panel)
		}
		said := strings.ToLower(document.PlainBlocks(d.Blocks) + d.Title)
		for _, word := range []string{"hint", "word bank", "starter", "extra", "accommodat", "large print"} {
			if strings.Contains(said, word) {
				t.Errorf("%+v: the sheet says %q", c.aids, word)
			}
		}
	}
}

// Boxes of a diagram grow too, on this copy only.
func TestRoomInDiagrams(t *testing.T) {
	d := document.Diagram{Boxes: []document.Node{{Label: "Claim", Height: 20}}}
	out := Aids{Room: Room{Percent: 50}}.roomier([]document.Block{d})
	if got := out[0].(document.Diagram).Boxes[0].Height; got != 30 || d.Boxes[0].Height != 20 {
		t.Errorf("a box of 20 mm became %g, and the original %g", got, d.Boxes[0].Height)
	}
}
