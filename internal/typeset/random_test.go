package typeset_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"quire/internal/document"
	"quire/internal/source"
)

// A writer makes random documents from all sorts of blocks. Every word is a
// token that occurs once ("w17."), so that tests can find it again.
type writer struct {
	*rand.Rand
	tokens  int
	text    *source.Text
	spans   int
	units   [][]string // the tokens of each text, in order
	prompts map[source.Span][]string
	depth   int
	twice   bool                          // within a TwoUp
	head    bool                          // within a table's head
	panels  []source.Span                 // that are open
	inside  map[source.Span][]source.Span // the panels that hold each prompt
	heads   map[string]bool               // tokens of heads: said again in each row of a table set as a list
}

func newWriter(seed uint64) *writer {
	text, err := source.New("random.md", []byte(strings.Repeat("x", 10000)))
	if err != nil {
		panic(err)
	}
	return &writer{
		Rand: rand.New(rand.NewPCG(seed, 1)), text: text,
		prompts: map[source.Span][]string{}, heads: map[string]bool{}, inside: map[source.Span][]source.Span{},
	}
}

func (w *writer) chance(of int) bool { return w.IntN(of) == 0 }

func (w *writer) at() document.At {
	w.spans = (w.spans + 1) % 9990
	return document.At{Source: w.text.Span(w.spans, w.spans+1)}
}

func (w *writer) token() string {
	w.tokens++
	t := fmt.Sprintf("w%d.", w.tokens)
	w.heads[t] = w.head
	return t
}

// words makes n tokens with spaces, dashes and long words between them.
func (w *writer) words(n int, unit *[]string) string {
	var b strings.Builder
	for i := range n {
		t := w.token()
		*unit = append(*unit, t)
		if i > 0 {
			b.WriteString([]string{" ", " ", " ", " ", "\u00a0", "—", " – ", "  ", "-", "\u2009"}[w.IntN(10)])
		}
		switch w.IntN(40) {
		case 0:
			b.WriteString("“")
		case 1:
			b.WriteString(strings.Repeat("long/", w.IntN(60)))
		case 2:
			b.WriteString(strings.Repeat("m", w.IntN(300)))
		case 3:
			b.WriteString("木שab\u200b\u0301")
		}
		b.WriteString(t)
	}
	return b.String()
}

func (w *writer) inlines(most int) []document.Inline {
	var unit []string
	out := w.someInlines(most, &unit, 0)
	if len(unit) > 0 {
		w.units = append(w.units, unit)
	}
	return out
}

func (w *writer) someInlines(most int, unit *[]string, depth int) []document.Inline {
	var out []document.Inline
	for n := w.IntN(4); n >= 0; n-- {
		text := func() []document.Inline {
			return []document.Inline{document.Text{Words: w.words(1+w.IntN(most), unit)}}
		}
		inner := text
		if depth < 2 {
			inner = func() []document.Inline { return w.someInlines(most/2+1, unit, depth+1) }
		}
		switch w.IntN(16) {
		case 0:
			out = append(out, document.Emph{Inlines: inner()})
		case 1:
			out = append(out, document.Strong{Inlines: inner()})
		case 2:
			out = append(out, document.Code{Words: w.words(2, unit)})
		case 3:
			out = append(out, document.Link{URL: "https://example.org", Inlines: inner()})
		case 4:
			out = append(out, document.LineBreak{})
		case 5:
			out = append(out, document.Foreign{Lang: "la", Inlines: inner()})
		case 6:
			p := document.Place{FirstParagraph: w.IntN(5), FirstLine: w.IntN(60)}
			out = append(out, document.Reference{Place: p, Words: w.words(2, unit)})
		case 7:
			out = append(out, document.Quotation{Words: w.words(3, unit)})
		case 8:
			out = append(out, document.Blank{Number: w.IntN(30) - 1, Width: float64(w.IntN(300)) - 20})
		default:
			out = append(out, text()...)
		}
		out = append(out, document.Text{Words: " "})
	}
	return out
}

func (w *writer) blocks(most int) []document.Block {
	w.depth++
	defer func() { w.depth-- }()
	var out []document.Block
	for range w.IntN(most + 1) {
		out = append(out, w.block())
	}
	return out
}

func (w *writer) block() document.Block {
	kinds := 20
	if w.tokens > 2000 {
		return document.Separator{}
	}
	if w.depth > 3 || w.tokens > 1000 { // enough
		kinds = 8
	}
	switch w.IntN(kinds) {
	case 0:
		return document.Heading{At: w.at(), Level: w.IntN(7), Text: w.inlines(5), Points: []string{"", "3 points"}[w.IntN(2)]}
	case 1, 2, 3:
		return document.Paragraph{At: w.at(), Style: document.Style(w.IntN(8)), Text: w.inlines(40)}
	case 4:
		return document.AnswerLines{Lines: w.IntN(20) - 1, Label: []string{"", "Correction"}[w.IntN(2)], Boxed: w.chance(3)}
	case 5:
		return document.Options{Shape: document.Shape(w.IntN(4)), Inline: w.chance(3), Items: w.options(6)}
	case 6:
		return []document.Block{document.Separator{}, document.Break{Firm: w.chance(2)}, document.CallBlock{}, document.Fields{Fields: w.fields()}}[w.IntN(4)]
	case 7:
		return document.Matching{At: w.at(), Left: w.options(8), Right: w.options(8)}
	case 8:
		l := document.List{Ordered: w.chance(2), Start: w.IntN(100) - 3}
		for range w.IntN(5) {
			l.Items = append(l.Items, document.Item{Task: document.Task(w.IntN(3)), Blocks: w.blocks(2)})
		}
		return l
	case 9:
		return document.BlockQuote{Blocks: w.blocks(3)}
	case 10, 11:
		return w.table()
	case 12:
		return w.panel()
	case 13:
		if w.depth == 1 && !w.twice {
			w.twice = true
			out := document.TwoUp{At: w.at(), Blocks: w.blocks(4)}
			w.twice = false
			return out
		}
	case 14:
		return w.essay()
	case 15:
		return w.diagram()
	case 16:
		return w.parts()
	case 17:
		return w.seating()
	case 18:
		b := document.Beside{At: w.at()}
		for range w.IntN(5) {
			b.Columns = append(b.Columns, w.blocks(3))
		}
		return b
	}
	return w.prompt()
}

func (w *writer) prompt() document.Block {
	p := document.Prompt{At: w.at(), Number: w.IntN(200), ID: fmt.Sprint("p", w.IntN(1000)), Points: []string{"", "2 points"}[w.IntN(2)]}
	first := w.tokens
	w.inside[p.Source] = slices.Clone(w.panels)
	p.Blocks = w.blocks(4)
	for i := first + 1; i <= w.tokens; i++ {
		w.prompts[p.Source] = append(w.prompts[p.Source], fmt.Sprintf("w%d.", i))
	}
	return p
}

func (w *writer) options(most int) []document.Option {
	var out []document.Option
	for i := range w.IntN(most + 1) {
		out = append(out, document.Option{Label: []string{"", string(rune('A' + i))}[w.IntN(2)], Text: w.inlines(12)})
	}
	return out
}

func (w *writer) fields() []document.FieldLine {
	var out []document.FieldLine
	for range w.IntN(8) {
		out = append(out, document.FieldLine{Label: "Name", Share: w.Float64()*1.2 - 0.1, Slot: []string{"", "name"}[w.IntN(2)]})
	}
	return out
}

func (w *writer) cells(n, most int) []document.Cell {
	var out []document.Cell
	for range n {
		var c document.Cell
		if !w.chance(4) && w.tokens < 2500 {
			c.Text = w.inlines(most)
		}
		out = append(out, c)
	}
	return out
}

func (w *writer) table() document.Block {
	n := w.IntN(7)
	if w.chance(20) {
		n = 40
	}
	most := 5
	if w.chance(10) {
		most = 400
	}
	t := document.Table{
		At: w.at(), Caption: []string{"", "Caption"}[w.IntN(2)], RowHeads: w.chance(2), Rules: w.chance(2),
		MinRow: []float64{0, 0, 10, 40, 900, math.NaN(), -3}[w.IntN(7)], Tight: w.chance(4), Large: w.chance(4),
	}
	if w.chance(2) {
		w.head = true
		t.Head = w.cells(n, 4)
		w.head = false
	}
	for range w.IntN([]int{4, 30}[w.IntN(2)]) {
		t.Rows = append(t.Rows, w.cells(n, most))
	}
	for range w.IntN(n + 1) {
		t.Align = append(t.Align, document.Align(w.IntN(3)))
		t.Widths = append(t.Widths, []float64{1, 2, 0.5, 0, math.Inf(1), math.NaN(), -1}[w.IntN(7)])
	}
	return t
}

func (w *writer) panel() document.Panel {
	p := document.Panel{At: w.at()}
	w.panels = append(w.panels, p.Source)
	p.Title, p.Height, p.Blocks = w.inlines(3), []float64{0, 20, 90, 4000, math.NaN()}[w.IntN(5)], w.blocks(3)
	w.panels = w.panels[:len(w.panels)-1]
	return p
}

func (w *writer) parts() document.Parts {
	p := document.Parts{At: w.at()}
	for range w.IntN(6) {
		p.Items = append(p.Items, document.Part{Label: []string{"", "Probes", "A label that no column is wide enough for"}[w.IntN(3)], Blocks: w.blocks(2)})
	}
	return p
}

func (w *writer) diagram() document.Diagram {
	d := document.Diagram{At: w.at(), Caption: []string{"", "Caption"}[w.IntN(2)]}
	for range w.IntN(9) {
		d.Boxes = append(d.Boxes, document.Node{
			Depth: w.IntN(5) - 1, Label: []string{"", "Reason"}[w.IntN(2)], Text: w.inlines(30),
			Height: []float64{0, 17, 90, 4000, math.NaN()}[w.IntN(5)],
		})
	}
	return d
}

func (w *writer) seating() document.Seating {
	b := document.Seating{At: w.at(), Alt: "a table", Part: []float64{0, 0.3, 0.9, 1, 40, -1, math.NaN(), math.Inf(1)}[w.IntN(8)]}
	for range w.IntN(60) {
		var s document.Seat
		for range w.IntN(4) {
			var unit []string
			s.Names = append(s.Names, w.words(1, &unit))
		}
		b.Seats = append(b.Seats, s)
	}
	return b
}

func (w *writer) essay() document.Block {
	e := document.Essay{At: w.at(), Numbers: w.chance(2)}
	line := 1
	for i := range w.IntN(8) {
		p := document.EssayParagraph{Kind: document.EssayKind(w.IntN(6)), Level: w.IntN(4), Number: i, Text: w.inlines(60), FirstLine: line}
		for at := 0; at < len(document.Plain(p.Text)); at += 30 + w.IntN(60) {
			p.LineStarts = append(p.LineStarts, at-w.IntN(2))
			line++
		}
		if w.chance(4) {
			p.LineStarts = nil
		}
		e.Paragraphs = append(e.Paragraphs, p)
	}
	for range w.IntN(3) {
		e.Side = append(e.Side, w.panel())
	}
	if w.chance(3) {
		e.Notice = w.inlines(10)
	}
	return e
}

func (w *writer) document() *document.Document {
	d := &document.Document{
		Name: "random", Title: "Random", Lang: "en", Audience: document.Audience(w.IntN(2)),
		Footer: document.Footer{Form: []string{"", "Form A"}[w.IntN(2)]},
	}
	for range 2 + w.IntN(10) {
		w.depth = 1
		d.Blocks = append(d.Blocks, w.block())
	}
	return d
}
