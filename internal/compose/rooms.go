package compose

import (
	"strconv"
	"strings"

	"quire/internal/document"
	"quire/internal/question"
)

func ruledLines(_ *sheet, c document.Call) []document.Block {
	return []document.Block{document.AnswerLines{At: c.At, Lines: numberAt(c, 0, 1), Label: named(c, "label")}}
}

// usualHeight is that of a frame to write in, in millimetres.
const usualHeight = 25

func panel(_ *sheet, c document.Call) []document.Block {
	p := document.Panel{At: c.At, Height: usualHeight}
	if h, err := strconv.Atoi(named(c, "height")); err == nil {
		p.Height = float64(h)
	}
	if t := argumentAt(c, 0, ""); t != "" {
		p.Title = document.Words(t)
	}
	return []document.Block{p}
}

// scale gives numbers to choose from, with words at the two ends. It is an item
// of its own, so that it keeps clear of the lines above it.
func scale(_ *sheet, c document.Call) []document.Block {
	o := document.Options{At: c.At, Shape: document.Bubble, Inline: true}
	from, to := numberAt(c, 0, 1), numberAt(c, 1, 4)
	for n := from; n <= to; n++ {
		it := document.Option{Label: strconv.Itoa(n)}
		end := ""
		switch n {
		case from:
			end = named(c, "low")
		case to:
			end = named(c, "high")
		}
		if end != "" {
			it.Text = document.Words(end)
		}
		o.Items = append(o.Items, it)
	}
	return []document.Block{document.Prompt{At: c.At, Blocks: []document.Block{o}}}
}

// asList has a table given as a list.
const asList = "list"

// sharedRubric gives a rubric that isn't any prompt's own.
func sharedRubric(_ *sheet, c document.Call) []document.Block {
	blocks := question.SharedRubric(argumentAt(c, 0, ""))
	for i, b := range blocks {
		t, ok := b.(document.Table)
		switch {
		case !ok:
		case named(c, "as") == asList:
			blocks[i] = rowsAsParts(t)
		case len(t.Head) > 1:
			t.Caption = "The rubric: what is looked at, and four levels of it"
			const first = 0.13 // the rest share what is left
			t.Widths = []float64{first}
			for range t.Head[1:] {
				t.Widths = append(t.Widths, (1-first)/float64(len(t.Head)-1))
			}
			blocks[i] = t
		}
	}
	return blocks
}

// ratings gives a table in which each of several things gets a mark from 1 to 4.
func ratings(_ *sheet, c document.Call) []document.Block {
	t := document.Table{
		At: c.At, Caption: "Mark one box in each row",
		Head:   []document.Cell{{}, cell(strings.TrimSpace("1 " + named(c, "low"))), cell("2"), cell("3"), cell(strings.TrimSpace("4 " + named(c, "high")))},
		Align:  []document.Align{document.Left, document.Center, document.Center, document.Center, document.Center},
		Widths: []float64{0.44, 0.14, 0.14, 0.14, 0.14},
		Rules:  true, RowHeads: true,
	}
	for _, a := range c.Arguments {
		t.Rows = append(t.Rows, []document.Cell{cell(a.Value), {}, {}, {}, {}})
	}
	return []document.Block{t}
}

// rowsAsParts makes each row of a table a part, and each of its cells an entry
// after its column's head.
func rowsAsParts(t document.Table) document.Parts {
	var out document.Parts
	for _, row := range t.Rows {
		var l document.List
		for i, c := range row[1:] {
			level := document.Emph{Inlines: document.Words(document.Plain(t.Head[i+1].Text) + ":")}
			text := append([]document.Inline{level, document.Text{Words: " "}}, c.Text...)
			l.Items = append(l.Items, document.Item{Blocks: []document.Block{document.Paragraph{Text: text}}})
		}
		out.Items = append(out.Items, document.Part{Label: document.Plain(row[0].Text), Blocks: []document.Block{l}})
	}
	return out
}

func pageBreak(_ *sheet, c document.Call) []document.Block {
	return []document.Block{document.Break{At: c.At}}
}
