package compose

import (
	"cmp"
	"strconv"

	"quire/internal/document"
	"quire/internal/question"
)

// keyLine says which sheet the key belongs to. The seed is in it because with
// it the same form can be made again.
func keyLine(d *desk, c document.Call) []document.Block {
	sec := d.section("Worksheet")
	seed := ""
	if d.seed != "" {
		seed = "shuffle: " + d.seed
	}
	return dotted(c.At, document.Words(d.title), document.Words(d.sheet.form), document.Words(seed),
		document.Words(pointsOf(sec.points)), document.Words(about(sec.minutes)))
}

// keyGrid gives a row for each numbered item: its answer in short, its points,
// its place. A column that would stay empty is left out.
func keyGrid(d *desk, c document.Call) []document.Block {
	sec := d.lesson.Section(argumentAt(c, 0, ""))
	if len(d.forms) > 1 {
		return d.formsGrid(sec, c)
	}
	return d.grid(itemsOf(sec, d.form), numbersOf(sec, d.form), true, c)
}

// grid gives a row for each of the numbered items, and one for their total.
func (d *desk) grid(items []*question.Item, numbers map[*question.Item]int, total bool, c document.Call) []document.Block {
	g := newGrid("No.", "Answer", "Points", "Where")
	points := 0
	for _, it := range items {
		if !it.Numbered() {
			continue
		}
		g.row(document.Words(numeral(numbers[it])), document.Words(cmp.Or(shortKey(it, d.form), "see below")), document.Words(worthOf(it)), d.where(it, false))
		points += max(it.Tags.Points, 0)
	}
	if total && points > 0 {
		g.row(nil, []document.Inline{strong("Total")}, []document.Inline{strong(strconv.Itoa(points))}, nil)
	}
	return g.blocks(c.At, "The answers in short", 8)
}

// worthOf gives an item's points, empty where none were given.
func worthOf(it *question.Item) string {
	if it.Tags.Points <= 0 {
		return ""
	}
	return strconv.Itoa(it.Tags.Points)
}

// helps gives what students get only where they ask for it.
func helps(h question.Help, style document.Style) []document.Block {
	out := labelled("Hint for students who ask", h.Hint, style)
	out = append(out, labelled("Starter", h.Starter, style)...)
	return append(out, labelled("Word bank", h.WordBank, style)...)
}

func numeral(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// keyEntries gives each item's full entry: its short name, for who has no sheet
// at hand, what its parts are worth and the author's note with it.
func keyEntries(d *desk, c document.Call) []document.Block {
	sec := d.lesson.Section(argumentAt(c, 0, ""))
	numbers := numbersOf(sec, d.form)
	var out []document.Block
	if len(d.forms) > 1 {
		out = append(out, document.Paragraph{At: c.At, Style: document.Directions, Text: document.Words("Numbers and letters are those of form " + d.form.Code() + ".")})
	}
	for _, it := range itemsOf(sec, d.form) {
		var blocks []document.Block
		if it.Key != nil {
			blocks = d.withPlace(it, it.Key.Teacher(d.form.Arrange(it)))
		}
		if rule := credit(it); rule != "" {
			blocks = append(blocks, document.Paragraph{Style: document.Reason, Text: document.Words(rule)})
		}
		blocks = append(blocks, labelled("Note", it.Guide.Note, document.Reason)...)
		blocks = append(blocks, helps(it.Help, document.Reason)...)
		if len(blocks) == 0 {
			continue
		}
		out = append(out, document.Prompt{
			At: document.At{Source: it.At}, Number: numbers[it], ID: it.ID,
			Points: pointsOf(max(it.Tags.Points, 0)), Blocks: withName(it.Name, blocks),
		})
	}
	return out
}

// withName adds an item's name to its answer line, or gives it a line where
// there is no answer.
func withName(name string, blocks []document.Block) []document.Block {
	if p, ok := blocks[0].(document.Paragraph); ok && p.Style == document.Answer {
		p.Text = append(p.Text[:len(p.Text):len(p.Text)], document.Emph{Inlines: document.Words("\u00a0· " + name)})
		return append([]document.Block{p}, blocks[1:]...)
	}
	return append([]document.Block{document.Paragraph{Style: document.Answer, Text: []document.Inline{strong(name)}}}, blocks...)
}

// withPlace adds the place of an item's passage to its answer line, if the
// entry doesn't say itself where the text says so.
func (d *desk) withPlace(it *question.Item, blocks []document.Block) []document.Block {
	place := d.where(it, false)
	if len(blocks) == 0 || place == nil {
		return blocks
	}
	p, ok := blocks[0].(document.Paragraph)
	if !ok || p.Style != document.Answer || pointsAt(p.Text) {
		return blocks
	}
	p.Text = append(p.Text[:len(p.Text):len(p.Text)], document.Text{Words: "\u00a0\u00a0 "}, document.Emph{Inlines: place})
	return append([]document.Block{p}, blocks[1:]...)
}

// pointsAt says that inlines name a place.
func pointsAt(in []document.Inline) bool {
	found := false
	document.RewriteInlines(in, func(i document.Inline) []document.Inline {
		switch i.(type) {
		case document.Reference, document.Quotation:
			found = true
		}
		return nil
	})
	return found
}

// labelled puts a label before the first words of blocks, and plain paragraphs
// into a style.
func labelled(label string, blocks []document.Block, style document.Style) []document.Block {
	if len(blocks) == 0 {
		return nil
	}
	out := restyle(blocks, style)
	lead := []document.Inline{strong(label + ":")}
	if p, ok := out[0].(document.Paragraph); ok {
		p.Text = append(append(lead, document.Text{Words: " "}), p.Text...)
		out[0] = p
		return out
	}
	return append([]document.Block{document.Paragraph{Style: style, Text: lead}}, out...)
}
