package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/typeset"
)

// setLarge sets a document in large print on Letter.
func setLarge(t *testing.T, d *document.Document) *typeset.Pages {
	t.Helper()
	var findings diag.List
	p := typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: faces, Edition: edition(t, "large-print")}, &findings)
	if all := findings.Sorted(); len(all) > 0 {
		t.Errorf("findings: %v", all)
	}
	return p
}

// bodyLines are the lines of a page without its furniture.
func bodyLines(p typeset.Page) []string {
	return lineTexts(p, func(r typeset.Run) bool { return r.Element != nil && !r.Furniture })
}

// TestFieldsFillTheirRows gives three fields too much to say for one row: the
// short ones share the second.
func TestFieldsFillTheirRows(t *testing.T) {
	p := setLarge(t, &document.Document{Lang: "en", Blocks: []document.Block{document.Fields{Fields: []document.FieldLine{
		{Label: "Name", Share: 0.6}, {Label: "Date", Share: 0.2}, {Label: "Period", Share: 0.2},
	}}}})
	if got, want := bodyLines(p.Pages[0]), []string{"Name", "Date Period"}; !slices.Equal(got, want) {
		t.Errorf("got rows %q, want %q", got, want)
	}
}

// TestWideScales sets a scale whose ends are too long to stand beside its steps,
// and one whose ends are short.
func TestWideScales(t *testing.T) {
	scale := func(low, high string) document.Document {
		o := document.Options{Shape: document.Bubble, Inline: true, Items: []document.Option{
			{Label: "1", Text: document.Words(low)}, {Label: "2"}, {Label: "3"}, {Label: "4", Text: document.Words(high)},
		}}
		return document.Document{Lang: "en", Blocks: []document.Block{o}}
	}
	long := scale("I have not begun with it yet", "I have done all of it")
	p := setLarge(t, &long)
	heights := map[string]float64{}
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(typeset.Run); ok {
			heights[strings.TrimSpace(runText(r))] = r.Y
		}
	}
	if steps, ends := heights["2"], heights["I have done all of it"]; heights["1"] != steps || heights["4"] != steps || ends >= steps-10 || ends != heights["I have not begun with it yet"] {
		t.Errorf("steps and ends stand at %v", heights)
	}
	want := " L (Decimal)\n  LI\n   Lbl 1\n   LBody I have not begun with it yet\n  LI\n   Lbl 2\n  LI\n   Lbl 3\n  LI\n   Lbl 4\n   LBody I have done all of it\n"
	if got := outline(p); !strings.HasSuffix(got, want) {
		t.Errorf("got %s", got)
	}
	short := scale("no", "yes")
	if got := bodyLines(setLarge(t, &short).Pages[0]); len(got) > 2 {
		t.Errorf("a short scale takes lines %q", got)
	}
}

// TestPageBreaksInLargePrint puts a break where the text before it ends a little
// after a page's foot: the standard edition keeps it, large print goes on.
func TestPageBreaksInLargePrint(t *testing.T) {
	d := &document.Document{Lang: "en"}
	for i := range 24 {
		d.Blocks = append(d.Blocks, para(fmt.Sprintf("Line %d.", i)))
	}
	d.Blocks = append(d.Blocks, document.Break{})
	for range 10 {
		d.Blocks = append(d.Blocks, para("After it."))
	}
	if p, _ := set(t, d); len(p.Pages) != 2 || bodyLines(p.Pages[1])[0] != "After it." {
		t.Errorf("the standard edition has %d pages, the second begins with %q", len(p.Pages), bodyLines(p.Pages[len(p.Pages)-1])[0])
	}
	if p := setLarge(t, d); len(p.Pages) != 2 || len(bodyLines(p.Pages[1])) < 11 {
		t.Errorf("large print has %d pages, the second begins with %q", len(p.Pages), bodyLines(p.Pages[1])[0])
	}
	d.Blocks[24] = document.Break{Firm: true}
	if p := setLarge(t, d); len(p.Pages) != 3 || bodyLines(p.Pages[2])[0] != "After it." {
		t.Errorf("with a firm break large print has %d pages", len(p.Pages))
	}
}

// TestKeysInLargePrintMayPart puts an entry after text that leaves so much of a
// page: a little stays empty, much is filled. The student's items stay whole.
func TestKeysInLargePrintMayPart(t *testing.T) {
	for _, c := range []struct {
		above    int // lines
		audience document.Audience
		parted   bool
	}{
		{4, document.Teacher, true}, {14, document.Teacher, false}, {4, document.Student, false},
	} {
		d := &document.Document{Lang: "en", Audience: c.audience}
		for range c.above {
			d.Blocks = append(d.Blocks, para("A line."))
		}
		entry := document.Prompt{Number: 1}
		for range 20 {
			entry.Blocks = append(entry.Blocks, document.Paragraph{Style: document.Reason, Text: document.Words("A reason.")})
		}
		d.Blocks = append(d.Blocks, entry)
		p := setLarge(t, d)
		if got := slices.Contains(bodyLines(p.Pages[0]), "A reason."); got != c.parted || len(p.Pages) != 2 {
			t.Errorf("%d lines above: parted %v, %d pages", c.above, got, len(p.Pages))
		}
	}
}
