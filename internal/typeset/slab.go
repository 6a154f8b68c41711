package typeset

import "quire/internal/source"

// A slab is one item of the vertical list: what is never parted over two pages.
type slab struct {
	space   float64 // white space before it, none at a page's top
	stretch float64 // what the space may grow by to fill a page
	growth  float64 // what answer rows that end with it may add to fill a page
	height  float64
	base    float64 // from its upper edge to its first baseline; 0 if it has none, or none that a number could hang by
	cost    float64 // of beginning a page with it
	force   bool    // it begins a page
	opens   opening // what begins with it
	marks   []Mark  // its upper edge is 0

	anchors   []string   // that lead to its upper edge
	bookmarks []Bookmark // the same
	frames    []*frame   // drawn around it and its neighbours of the same frame, outermost first
	head      *slab      // goes before it where it begins a page: a table's head
	side      *side      // the column that stands beside it
	ruling    *ruling    // the answer rows that it is one of
	cut       bool       // it is a whole page that is cut apart, the upper half of which has its own footer
	bare      bool       // it is a whole page without any footer
	heading   source.Span
	isHeading bool
}

// An opening says what begins with a slab: before a section or an item white
// space at a page's foot looks meant, within running text it doesn't.
type opening uint8

const (
	opensNothing opening = iota
	opensItem            // a prompt, a table, a panel, a minor heading
	opensSection
	opensPart // what the author wanted on a page of its own
)

// The costs of beginning a page. A page that stays empty to the last costs
// costEmpty; the others are against that. From costStrand on they are broken
// rules, the dearest last, and only paid where nothing else fits.
const (
	costEmpty   = 1000.0
	costPage    = 100.0
	costBetween = 6.0   // blocks
	costWithin  = 14.0  // a paragraph, two lines at least at either side
	costRow     = 25.0  // rows of a long table, entries of a list
	costAnswer  = 120.0 // answer rules, options
	costCard    = 260.0 // the pieces of a card
	costEntry   = 150.0 // an entry of a key, a table to look things up in, in large type
	costTitle   = 3e4   // a title parted from what follows
	costOrphan  = 1e5   // a single line of a paragraph alone
	costStrand  = 1e7   // a heading parted from what follows, options from their question
	costWhole   = 1e8   // a table, matching or panel that would fit on a page
	costPart    = 1e10  // a prompt that would fit on a page
)

// A frame is a rectangle around slabs, or a line beside them. Pad is the white
// space within it above and below; slabs have that in their heights, but not
// where a page parts them.
type frame struct {
	left, right, pad float64
	weight, gray     float64
	bar              bool // just the left edge
}

// height is the height of slabs set under each other at a page's top.
func height(slabs []slab) float64 {
	h := 0.0
	for i := range slabs {
		if i > 0 {
			h += slabs[i].space
		}
		h += slabs[i].height
	}
	return h
}

// stack makes one slab of several.
func stack(slabs []slab) slab {
	var out slab
	for i, s := range slabs {
		if i == 0 {
			out.space, out.base, out.cost, out.force = s.space, s.base, s.cost, s.force
		} else {
			out.height += s.space
		}
		for _, m := range s.marks {
			out.marks = append(out.marks, shift(m, -out.height))
		}
		out.anchors = append(out.anchors, s.anchors...)
		out.bookmarks = append(out.bookmarks, s.bookmarks...)
		out.height += s.height
	}
	return out
}

// padAbove adds white space within a slab, above what it holds.
func (s *slab) padAbove(h float64) {
	for i, m := range s.marks {
		s.marks[i] = shift(m, -h)
	}
	s.height += h
	if s.base > 0 {
		s.base += h
	}
}

// shift moves a mark upwards.
func shift(m Mark, up float64) Mark { return move(m, 0, up) }

// move moves a mark to the right and upwards.
func move(m Mark, right, up float64) Mark {
	switch m := m.(type) {
	case Run:
		m.X, m.Y = m.X+right, m.Y+up
		return m
	case Rule:
		m.X1, m.Y1 = m.X1+right, m.Y1+up
		m.X2, m.Y2 = m.X2+right, m.Y2+up
		return m
	case Circle:
		m.X, m.Y = m.X+right, m.Y+up
		return m
	case Oval:
		m.X, m.Y = m.X+right, m.Y+up
		return m
	case Rect:
		m.X, m.Y = m.X+right, m.Y+up
		return m
	case Slot:
		m.X, m.Y = m.X+right, m.Y+up
		return m
	}
	return m
}

// keep makes slabs cost so much to part.
func keep(slabs []slab, cost float64) {
	for i := 1; i < len(slabs); i++ {
		slabs[i].cost = max(slabs[i].cost, cost)
		if cost >= costPart {
			slabs[i].force = false
		}
	}
}
