package compose

import (
	"strconv"
	"strings"

	"quire/internal/document"
	"quire/internal/question"
)

// keyLine says which sheet the key belongs to. The seed is in it because with
// it the same form can be made again.
func keyLine(d *desk, c document.Call) []document.Block {
	sec := d.section("Worksheet")
	seed := ""
	if d.seed != "" {
		seed = "seed " + d.seed
	}
	return dotted(c.At, document.Words(d.title), document.Words(d.sheet.form), document.Words(seed),
		document.Words(pointsOf(sec.points)), document.Words(about(sec.minutes)))
}

// longestShort is how long an answer may be in a grid, in bytes. What is longer
// (a cloze's words) stands in full below.
const longestShort = 28

// keyGrid gives a row for each numbered item: its answer in short, its points,
// its place. A column that would stay empty is left out.
func keyGrid(d *desk, c document.Call) []document.Block {
	sec := d.lesson.Section(argumentAt(c, 0, ""))
	numbers := numbersOf(sec)
	g := newGrid("No.", "Answer", "Points", "Where")
	points := 0
	for _, it := range sec.Items() {
		if !it.Numbered() {
			continue
		}
		short := "see below"
		if it.Key != nil {
			if s := it.Key.Short(d.form.Arrange(it)); s != "" && len(s) <= longestShort {
				short = s
			}
		}
		worth := ""
		if it.Tags.Points > 0 {
			worth = strconv.Itoa(it.Tags.Points)
			points += it.Tags.Points
		}
		g.row(document.Words(numeral(numbers[it])), document.Words(short), document.Words(worth), d.where(it, false))
	}
	if points > 0 {
		g.row(nil, []document.Inline{strong("Total")}, []document.Inline{strong(strconv.Itoa(points))}, nil)
	}
	return g.blocks(c.At, "The answers in short", 8)
}

func numeral(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// keyEntries gives each item's full entry, with the author's note at its end.
func keyEntries(d *desk, c document.Call) []document.Block {
	sec := d.lesson.Section(argumentAt(c, 0, ""))
	numbers := numbersOf(sec)
	var out []document.Block
	for _, it := range sec.Items() {
		var blocks []document.Block
		if it.Key != nil {
			blocks = d.withPlace(it, it.Key.Teacher(d.form.Arrange(it)))
		}
		blocks = append(blocks, labelled("Note", it.Guide.Note, document.Reason)...)
		if len(blocks) == 0 {
			continue
		}
		p := document.Prompt{At: document.At{Source: it.At}, Number: numbers[it], ID: it.ID, Points: pointsOf(max(it.Tags.Points, 0)), Blocks: blocks}
		if p.Number == 0 && !it.Numbered() {
			p.Blocks = append([]document.Block{document.Paragraph{Style: document.Answer, Text: []document.Inline{strong(it.Name)}}}, blocks...)
		}
		out = append(out, p)
	}
	return out
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

// tagTable gives an item a row with what it is tagged as.
func tagTable(d *desk, c document.Call) []document.Block {
	sec := d.lesson.Section(argumentAt(c, 0, ""))
	numbers := numbersOf(sec)
	g := newGrid("No.", "Kind", "Skill", "DOK", "Stance", "Bloom", "QAR", "Standards")
	for _, it := range sec.Items() {
		t := it.Tags
		if !it.Numbered() {
			continue
		}
		g.row(document.Words(numeral(numbers[it])), document.Words(t.Kind), document.Words(t.Skill), document.Words(numeral(t.DOK)),
			document.Words(t.Stance), document.Words(t.Bloom), document.Words(t.QAR), document.Words(strings.Join(t.Standards, ", ")))
	}
	return g.blocks(c.At, "Tags and standards", len(g.rows))
}
