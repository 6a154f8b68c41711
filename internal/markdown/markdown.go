// Package markdown writes a document as Markdown that reads well raw, on a
// code host and through pandoc (GitHub's dialect).
//
// The result is clean under markdownlint's default rules, the length of lines
// excepted: one first-level heading, at the top; headings that never skip a
// level or repeat each other; no raw HTML. Nothing that an author wrote can
// turn into markup. What paper has and Markdown lacks is put in words: points
// stand in brackets after a question, room to write is a line of underscores,
// and an essay's paragraphs say which numbered lines they hold (numbers beside
// the lines would mean nothing where every screen breaks them anew).
package markdown

import "quire/internal/document"

// Render gives the document as Markdown, ending in one newline.
func Render(d *document.Document) string {
	w := &writer{headings: map[string]int{}}
	chunks := w.blocks(titleFirst(d))
	chunks = append(chunks, w.footer(d.Footer)...)
	chunks = append(tidyRules(chunks), w.foot.chunks()...)
	return join(chunks, "\n\n") + "\n"
}

// writer holds what is known of the text so far: the headings, the level of
// the last of them, the kind of the last chunk, the addresses that are written
// at its end. Nested counts the lists and quotations that the writer is inside
// of.
type writer struct {
	headings map[string]int
	foot     addresses
	level    int
	last     chunkKind
	nested   int
}

// titleFirst gives the document's blocks with the title before all others,
// which on paper has the name line above it. A document without a heading of
// the first level gets one of its own.
func titleFirst(d *document.Document) []document.Block {
	blocks := flatten(d.Blocks)
	for i, b := range blocks {
		h, ok := b.(document.Heading)
		if !ok || h.Level > 1 || headingText(h.Text) == "" {
			continue
		}
		out := []document.Block{h}
		out = append(out, blocks[:i]...)
		return append(out, blocks[i+1:]...)
	}
	title := "Untitled"
	for _, s := range []string{d.Name, d.Title} {
		if headingText(document.Words(s)) != "" {
			title = s
		}
	}
	return append([]document.Block{document.Heading{Level: 1, Text: document.Words(title)}}, blocks...)
}

// flatten takes the blocks of a page that is printed twice out of it, since a
// screen needs them once, and those of cards to cut out.
func flatten(blocks []document.Block) []document.Block {
	var out []document.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case document.TwoUp:
			out = append(out, flatten(b.Blocks)...)
		case document.Deck:
			out = append(out, flatten(cards(b))...)
		default:
			out = append(out, b)
		}
	}
	return out
}

// cards gives a deck's cards under each other, with a heading for each sort.
func cards(d document.Deck) []document.Block {
	var out []document.Block
	group := ""
	for _, c := range d.Cards {
		if g := document.Plain(c.Group); g != group {
			group = g
			out = append(out, document.Heading{At: c.At, Level: 2, Text: c.Group})
		}
		out = append(out, c.Blocks...)
	}
	return out
}

// footer is what stands at the foot of a printed page.
func (w *writer) footer(f document.Footer) []chunk {
	text := f.Source
	if f.Form != "" {
		if len(text) > 0 {
			text = append(text[:len(text):len(text)], document.Text{Words: " · "})
		}
		text = append(text[:len(text):len(text)], document.Text{Words: f.Form})
	}
	p := w.paragraph(text)
	if p == nil {
		return nil
	}
	return append([]chunk{{kind: ruleChunk, text: "---"}}, p...)
}

// tidyRules leaves no two rules in a row and none at the end.
func tidyRules(in []chunk) []chunk {
	var out []chunk
	for _, c := range in {
		if c.kind == ruleChunk && len(out) > 0 && out[len(out)-1].kind == ruleChunk {
			continue
		}
		out = append(out, c)
	}
	for len(out) > 0 && out[len(out)-1].kind == ruleChunk {
		out = out[:len(out)-1]
	}
	return out
}
