package compose

import (
	"fmt"
	"strconv"
	"strings"

	"quire/internal/document"
	"quire/internal/overview"
)

// mostBoxes is how many boxes a strip may have: of a longer essay several
// paragraphs share one.
const mostBoxes = 60

// overviewOf draws the lesson: a strip of the essay's paragraphs, then what its
// prompts and the essay come to, a row each.
func overviewOf(d *desk, c document.Call) []document.Block {
	o := overview.Of(d.lesson)
	var out []document.Block
	if boxes := o.Strip(mostBoxes); len(boxes) > 0 {
		strip := document.Strip{At: c.At, Alt: "How much the prompts use each paragraph of the essay: " + o.Uses() + "." + notCounted(o), Legend: document.Words(legend(o, boxes[0]))}
		for _, b := range boxes {
			label := strconv.Itoa(b.First)
			if b.Last > b.First {
				label += "–" + strconv.Itoa(b.Last)
			}
			strip.Boxes = append(strip.Boxes, document.StripBox{Label: label, Count: b.Prompts})
		}
		out = append(out, strip)
	}
	t := document.Table{At: c.At, Caption: "What the lesson comes to", RowHeads: true}
	row := func(head, text string) {
		if text != "" {
			t.Rows = append(t.Rows, []document.Cell{cell(head), cell(text)})
		}
	}
	var sections []string
	for _, s := range o.Sections {
		sections = append(sections, s.Name+": "+s.Words())
	}
	row("Prompts", strings.Join(sections, "\u00a0· "))
	for _, s := range o.Spreads {
		if s.Tagged() {
			row(strings.ToUpper(s.Name[:1])+s.Name[1:], s.Words())
		}
	}
	row("Essay", strings.Join(o.Reading.Facts(), "\u00a0· "))
	if len(t.Rows) > 0 {
		out = append(out, t)
	}
	return out
}

// legend says how a strip is read.
func legend(o *overview.Overview, first overview.Cell) string {
	what := "a paragraph of the essay"
	if n := first.Last - first.First + 1; n > 1 {
		what = fmt.Sprintf("%d paragraphs of the essay", n)
	}
	return "A box is " + what + ". Each line in it is a prompt that uses it; the number above counts them." + notCounted(o)
}

// notCounted says what a strip leaves out.
func notCounted(o *overview.Overview) string {
	var besides []string
	if o.Whole > 0 {
		besides = append(besides, prompted(o.Whole)+" on the whole essay")
	}
	if o.Nowhere > 0 {
		besides = append(besides, prompted(o.Nowhere)+" with no place in it")
	}
	if besides == nil {
		return ""
	}
	return " Not counted: " + strings.Join(besides, ", ") + "."
}

func prompted(n int) string {
	if n == 1 {
		return "1\u00a0prompt"
	}
	return fmt.Sprintf("%d\u00a0prompts", n)
}
