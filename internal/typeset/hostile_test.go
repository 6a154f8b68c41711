package typeset_test

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/typeset"
)

// TestHostileDocuments sets what nobody writes in earnest: it stays on the
// page, and is done before the tests' time is up.
func TestHostileDocuments(t *testing.T) {
	const n = 1 << 15
	nest := func(in func([]document.Block) document.Block) []document.Block {
		blocks := []document.Block{para("x")}
		for range 500 {
			blocks = []document.Block{in(blocks)}
		}
		return blocks
	}
	emphasis := document.Words("x")
	var blanks, breaks []document.Inline
	for range n / 8 {
		emphasis = []document.Inline{document.Emph{Inlines: emphasis}}
		blanks = append(blanks, document.Blank{Number: 1, Width: 1e9})
		breaks = append(breaks, document.LineBreak{})
	}
	var starts []int
	for i := range n {
		starts = append(starts, i-5)
	}
	for name, b := range map[string]document.Block{
		"one word":      para(strings.Repeat("m", n)),
		"spaces":        para(strings.Repeat(" ", n)),
		"dashes":        para(strings.Repeat("—", n)),
		"held dashes":   para(strings.Repeat("a —", n)),
		"quotes":        para(strings.Repeat("“", n)),
		"short words":   para(strings.Repeat("a ", n)),
		"held words":    para(strings.Repeat("a\u00a0", n)),
		"nothing":       para(strings.Repeat("\u200b ", n)),
		"no face has":   para(strings.Repeat("木", n)),
		"not UTF-8":     para(strings.Repeat("\xff", n)),
		"title":         document.Heading{Level: 1, Text: document.Words(strings.Repeat("a ", n))},
		"label":         document.Options{Items: []document.Option{{Label: strings.Repeat("m", n)}}},
		"inline labels": document.Options{Inline: true, Items: make([]document.Option, n/8)},
		"fields":        document.Fields{Fields: make([]document.FieldLine, n/8)},
		"answer lines":  document.AnswerLines{Lines: 1 << 30},
		"points":        document.Prompt{Points: strings.Repeat("9", n)},
		"columns":       document.Table{Rows: [][]document.Cell{make([]document.Cell, n/8)}},
		"rows":          document.Table{Rows: make([][]document.Cell, n/8), Widths: []float64{1}},
		"boxes":         document.Diagram{Boxes: make([]document.Node, n/8)},
		"emphasis":      document.Paragraph{Text: emphasis},
		"blanks":        document.Paragraph{Text: blanks},
		"line breaks":   document.Paragraph{Text: breaks},
		"essay lines": document.Essay{Numbers: true, Paragraphs: []document.EssayParagraph{
			{Number: 1 << 40, Text: document.Words(strings.Repeat("aé ", n/4)), FirstLine: 1 << 40, LineStarts: starts},
		}},
		"lists":   nest(func(b []document.Block) document.Block { return document.List{Items: []document.Item{{Blocks: b}}} })[0],
		"panels":  nest(func(b []document.Block) document.Block { return document.Panel{Blocks: b} })[0],
		"quoted":  nest(func(b []document.Block) document.Block { return document.BlockQuote{Blocks: b} })[0],
		"prompts": nest(func(b []document.Block) document.Block { return document.Prompt{Number: 1, Points: "2", Blocks: b} })[0],
		"decks": nest(func(b []document.Block) document.Block {
			return document.Deck{PerPage: 8, Cards: []document.Card{{Blocks: b}}}
		})[0],
		"cards":   document.Deck{PerPage: 8, Cards: make([]document.Card, n/8)},
		"two-ups": nest(func(b []document.Block) document.Block { return document.TwoUp{Blocks: b} })[0],
	} {
		for _, e := range typeset.Editions[:2] {
			checkHostile(t, name, b, e)
		}
	}
}

func checkHostile(t *testing.T, name string, b document.Block, e typeset.Edition) {
	t.Helper()
	var findings diag.List
	d := &document.Document{Lang: "en", Blocks: []document.Block{b}, Footer: document.Footer{Source: document.Words(strings.Repeat("source ", 500))}}
	p := typeset.Set(d, typeset.Options{Paper: typeset.A4, Faces: faces, Edition: e}, &findings)
	c := checker{T: t, name: name + ", " + e.Name, pages: p, words: map[string][]place{}}
	for _, page := range c.pages.Pages {
		for _, m := range page.Marks {
			c.inside(m)
		}
	}
}
