package typeset

import (
	"fmt"

	"quire/internal/document"
)

// A cut is how a page is cut into cards of one size.
type cut struct{ columns, rows int }

func (c cut) cards() int { return c.columns * c.rows }

// cuts are all there are, the smallest cards first. Each halves the page's
// width at most, so that text has a measure.
var cuts = []cut{{2, 4}, {2, 3}, {2, 2}, {1, 2}, {1, 1}}

// deck sets cards to cut out: all of one size, from the paper's edge to its
// edge, with dashed lines between, so that the fewest cuts part them. They are
// as small as is asked for, or as small as all of them fit. What a card holds
// that not even a page has room for is set as running text.
func (f *flow) deck(b document.Deck, c column) {
	if !c.top || f.half {
		f.loose(b, c)
		return
	}
	asked := cuts[0]
	for _, k := range cuts {
		if k.cards() >= b.PerPage {
			asked = k
		}
	}
	k, tall := f.smallest(b, asked, c)
	if k != asked && !f.style.Single {
		f.found.Warn("L1", b.Cards[tall].Source, fmt.Sprintf("a card holds more than one of %d on a page has room for, so all are larger", asked.cards()),
			"Shorten it, or ask for fewer cards on a page.")
	}
	if k.cards() == 0 {
		f.loose(b, c)
		return
	}
	for rest := b.Cards; len(rest) > 0; {
		n := min(k.cards(), len(rest))
		f.force = len(f.list) > 0
		f.add(f.cardPage(rest[:n], k, c))
		rest = rest[n:]
	}
	f.space, f.force = 0, len(b.Cards) > 0
}

// smallest finds the smallest cut, from the one that is asked for on, in which
// every card fits: the zero cut if there is none. Tall is the last card that
// didn't fit.
func (f *flow) smallest(b document.Deck, asked cut, c column) (k cut, tall int) {
	copied, quiet, level, marked, essays, found := f.copied, f.chars.quiet, f.level, f.marked, f.essays, f.found
	f.copied, f.chars.quiet = true, true
	defer func() {
		f.copied, f.chars.quiet, f.level, f.marked, f.essays, f.found = copied, quiet, level, marked, essays, found
	}()
	for _, k := range cuts {
		if k.cards() > asked.cards() {
			continue
		}
		fits := true
		for i, card := range b.Cards {
			if height(f.card(card, k, 0, c)) > f.cardRoom(k) {
				fits, tall = false, i
				break
			}
		}
		if fits {
			return k, tall
		}
	}
	return cut{}, tall
}

// cardRoom is the height of what a card may hold.
func (f *flow) cardRoom(k cut) float64 {
	return f.paper.Height/float64(k.rows) - 2*f.style.CardPad
}

// cardPage is a slab as high as a page's text that holds a page of cards, read
// row by row.
func (f *flow) cardPage(cards []document.Card, k cut, c column) slab {
	s := f.style
	out := slab{height: f.page, cut: true, bare: true}
	wide, high := f.paper.Width/float64(k.columns), f.paper.Height/float64(k.rows)
	var p placer
	for i, card := range cards {
		slabs := f.card(card, k, i%k.columns, c)
		top := s.Top - high*float64(i/k.columns) - s.CardPad // as y within the slab
		for _, b := range slabs {
			out.anchors = append(out.anchors, b.anchors...)
			out.bookmarks = append(out.bookmarks, b.bookmarks...)
		}
		out.marks = append(out.marks, p.column(slabs, tops(slabs, top, 0), nil, nil)...)
	}
	line := func(x1, y1, x2, y2 float64) {
		out.marks = append(out.marks, Rule{X1: x1, Y1: s.Top - y1, X2: x2, Y2: s.Top - y2, Weight: s.Rule, Dash: s.Dash, Gap: s.Dash})
	}
	edge := s.CardPad / 2 // printers leave it white
	for i := 1; i < k.columns; i++ {
		line(wide*float64(i), edge, wide*float64(i), f.paper.Height-edge)
	}
	for i := 1; i < k.rows; i++ {
		line(edge, high*float64(i), f.paper.Width-edge, high*float64(i))
	}
	return out
}

// card sets one card that stands in a column of a cut.
func (f *flow) card(b document.Card, k cut, at int, c column) []slab {
	s := f.style
	wide := f.paper.Width / float64(k.columns)
	c.left, c.full = wide*float64(at)+s.CardPad, wide-2*s.CardPad
	c.measure, c.top, c.body = c.full, false, s.CardBody
	c.of = &Element{Kind: "Sect", Parent: c.of}
	return f.aside(func() {
		blocks := b.Blocks
		if len(blocks) > 0 {
			if h, ok := blocks[0].(document.Heading); ok {
				f.cardHead(h, document.Plain(b.Group), c)
				blocks = blocks[1:]
			}
		}
		f.blocks(blocks, c)
	})
}

// cardHead sets a card's heading, at its right what sort of card it is. Cards
// are each other's neighbours, whatever groups their author has them in.
func (f *flow) cardHead(h document.Heading, group string, c column) {
	s := f.style
	f.level = min(f.level, 1)
	of := f.headingElement(min(h.Level, 2), c.of)
	measure := c.full
	if group != "" {
		measure -= f.textWidth(group, s.Points) + s.Padding
	}
	slabs := f.lines(f.prose(h.Text, s.CardHead, of), s.CardHead, c.left, max(measure, c.full/2), flush)
	if len(slabs) == 0 {
		return
	}
	if group != "" {
		sort := Tag{Element: &Element{Kind: "P", Parent: c.of}}
		slabs[0].marks = append(slabs[0].marks, f.label(group, s.Points, sort, c.left+c.full, -slabs[0].base, c.full/2, true)...)
	}
	start := len(f.list)
	f.add(slabs...)
	f.bookmark(start, title(h.Text, 80), min(max(h.Level, 1), 2))
	f.room(s.ParagraphSpace)
}

// loose sets cards as running text.
func (f *flow) loose(b document.Deck, c column) {
	for _, card := range b.Cards {
		f.blocks(card.Blocks, c)
	}
}
