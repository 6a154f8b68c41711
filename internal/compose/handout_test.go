package compose

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/lesson"
)

// Students have more room to write where no finder takes it, and read where to
// look; what the format doesn't ask isn't listed.
func TestHandout(t *testing.T) {
	rows := map[bool]int{}
	for kind, l := range map[bool]*lesson.Lesson{true: printed(t), false: small(t)} {
		d := made(t, l, template(t, "handout"))
		said := document.PlainBlocks(d.Blocks)
		if !strings.Contains(said, "takes a side? (¶1") || strings.Contains(said, "opens with") == kind {
			t.Errorf("printed %v: %s", kind, said)
		}
		if strings.Contains(said, "Proposition") {
			t.Errorf("printed %v: what the format doesn't ask is listed", kind)
		}
		document.Rewrite(d.Blocks, func(b document.Block) []document.Block {
			if a, ok := b.(document.AnswerLines); ok {
				rows[kind] += a.Lines
			}
			return nil
		}, nil)
	}
	if rows[true] < rows[false]+6 || rows[false] < 6 {
		t.Errorf("lines to write on: %v", rows)
	}
	if said := document.PlainBlocks(madeIn(t, small(t), template(t, "handout"), "sac").Blocks); !strings.Contains(said, "Proposition") {
		t.Errorf("sac doesn't list its controversy: %s", said)
	}
}

// A finder that is to stay small keeps the paragraphs that are asked about.
func TestFinderKeepsWhatIsAsked(t *testing.T) {
	for _, c := range []struct {
		paragraphs, asked int
		want              string
		says              string
	}{
		{24, 7, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24", ""},
		{40, 7, "5 7 10 15 20 25 30 35 40", "every 5th"},
		{25, 25, "5 10 15 20 25", "every 5th"},
		{150, 149, "10 20 30 40 50 60 70 80 90 100 110 120 130 140 149 150", "every 10th"},
		{9000, 8999, "8999", "These are the ones that we talk about."},
	} {
		s := &sheet{sections: map[string]sheetSection{"Seminar": {groups: []sheetGroup{{tasks: []task{
			{passage: &document.Reference{Place: document.Place{FirstParagraph: c.asked, LastParagraph: c.asked}}}, {},
		}}}}}}
		for n := range c.paragraphs {
			s.paragraphs = append(s.paragraphs, lesson.Paragraph{Number: n + 1, Opens: "It was"})
		}
		call := document.Call{Name: "finder", Arguments: []document.Argument{{Value: "Seminar"}}, Named: []document.Argument{{Key: "most", Value: "24"}}}
		blocks := finder(s, call)
		table := blocks[len(blocks)-1].(document.Table)
		var got []string
		for pair := 0; pair < len(table.Head); pair += 2 { // read downwards
			for _, row := range table.Rows {
				if n := document.Plain(row[pair].Text); n != "" {
					got = append(got, n)
				}
			}
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%d paragraphs: %s", c.paragraphs, g)
		}
		said := document.PlainBlocks(blocks[:len(blocks)-1])
		if (said == "") != (c.says == "") || !strings.Contains(said, c.says) || said != "" && !strings.Contains(said, fmt.Sprintf("There are %d.", c.paragraphs)) {
			t.Errorf("%d paragraphs: says %q", c.paragraphs, said)
		}
	}
}
