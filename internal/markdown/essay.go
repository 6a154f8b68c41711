package markdown

import (
	"fmt"
	"strings"

	"quire/internal/document"
)

// essay writes the text under discussion. A screen breaks lines where it
// likes, so numbers beside them would be wrong, and one numbered line on each
// line of text would be noise to read and to hear. So every paragraph says its
// number and which lines it holds: whoever is sent to line 34 knows where to
// look, and a screen reader says the same.
func (w *writer) essay(e document.Essay) []chunk {
	var out []chunk
	for _, p := range e.Side {
		out = append(out, w.panel(p)...)
	}
	for _, p := range e.Paragraphs {
		text := p.Text
		if e.Numbers {
			text = append(place(p), text...)
		}
		switch p.Kind {
		case document.EssayHeading:
			out = append(out, w.heading(document.Heading{Level: max(p.Level, 2) + 1, Text: p.Text})...)
		case document.EssayQuote:
			out = append(out, w.quote([]document.Block{document.Paragraph{Text: text}})...)
		case document.EssayVerse:
			out = append(out, w.paragraph(verse(text))...)
		case document.EssayItem:
			if s := w.item("- ", document.NoBox, []document.Block{document.Paragraph{Text: text}}); s != "" {
				out = append(out, chunk{kind: bulletChunk, text: s})
			}
		default:
			out = append(out, w.paragraph(text)...)
		}
	}
	return append(out, w.paragraph(e.Notice)...)
}

// place says which paragraph this is and which lines it holds.
func place(p document.EssayParagraph) []document.Inline {
	var out []document.Inline
	if p.Number > 0 {
		out = append(out, document.Strong{Inlines: document.Words(fmt.Sprintf("¶%d", p.Number))}, document.Text{Words: " "})
	}
	switch n := len(p.LineStarts); {
	case p.FirstLine == 0 || n == 0:
	case n == 1:
		out = append(out, document.Text{Words: fmt.Sprintf("(line\u00a0%d) ", p.FirstLine)})
	default:
		out = append(out, document.Text{Words: fmt.Sprintf("(lines\u00a0%d–%d) ", p.FirstLine, p.FirstLine+n-1)})
	}
	return out
}

// verse keeps the lines of a stanza.
func verse(text []document.Inline) []document.Inline {
	return document.RewriteInlines(text, func(in document.Inline) []document.Inline {
		t, ok := in.(document.Text)
		if !ok {
			return []document.Inline{in}
		}
		var out []document.Inline
		for i, l := range strings.Split(t.Words, "\n") {
			if i > 0 {
				out = append(out, document.LineBreak{})
			}
			out = append(out, document.Text{Words: l})
		}
		return out
	})
}
