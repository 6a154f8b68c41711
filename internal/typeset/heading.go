package typeset

import (
	"strconv"

	"quire/internal/document"
)

// titleBlock sets a title with the byline and the question under it, closed by
// a rule, and says how many blocks that were; 0 where there is no title. A
// teacher's document has title and byline on one line if they fit.
func (f *flow) titleBlock(blocks []document.Block, c column) int {
	h, ok := blocks[0].(document.Heading)
	if !ok || h.Level != 1 {
		return 0
	}
	n := 1
	for n < len(blocks) {
		p, ok := blocks[n].(document.Paragraph)
		if !ok || p.Style != document.Byline && p.Style != document.Question {
			break
		}
		n++
	}
	start := len(f.list)
	f.heading(h, c)
	rest := blocks[1:n]
	if f.teacher && len(rest) > 0 && len(f.list) == start+1 && f.besideTitle(rest[0], c) {
		rest = rest[1:]
	}
	f.blocks(rest, c)
	if len(f.list) == start {
		return n
	}
	if n < len(blocks) && !rulesItself(blocks[n]) {
		f.space = 0
		f.room(f.style.Padding)
		f.hold(costStrand)
		f.add(f.rule(c))
		f.room(f.style.EssaySpace)
	}
	f.cost = costTitle
	return n
}

// besideTitle sets a byline on the title's own line, and says whether it could.
func (f *flow) besideTitle(b document.Block, c column) bool {
	p := b.(document.Paragraph)
	title := &f.list[len(f.list)-1]
	of := &Element{Kind: "P", Parent: c.of}
	text := f.prose(p.Text, f.style.Byline, of)
	x := c.left
	for _, m := range title.marks {
		if r, ok := m.(Run); ok {
			x = max(x, r.X+f.runWidth(r))
		}
	}
	x += 14
	lines := f.breakLines(text, 0, len(text.text), c.left+c.full-x)
	if p.Style != document.Byline || len(lines) != 1 || x+f.width(text, 0, len(text.text)) > c.left+c.full {
		return false
	}
	title.marks = append(title.marks, f.setLine(text, lines[0], x, -title.base)...)
	return true
}

// rulesItself says whether a block begins with a rule, or needs none before it.
func rulesItself(b document.Block) bool {
	switch b := b.(type) {
	case document.Heading:
		return b.Level <= 2
	case document.Separator, document.Break, document.TwoUp, document.Deck:
		return true
	}
	return false
}

// sectionWeight is how many times as heavy as an answer's rule a section's is,
// so that nobody writes on it.
const sectionWeight = 2.4

// heading sets a heading; what follows stays with it.
func (f *flow) heading(h document.Heading, c column) {
	s := f.style
	t, space := s.Minor, s.SubheadSpace
	switch {
	case h.Level <= 1:
		t, space = s.Title, s.TitleSpace
	case h.Level == 2:
		t, space = s.Section, s.SectionSpace
	case h.Level == 3:
		t = s.Subhead
	}
	ruled := h.Level == 2 && c.top
	measure := c.full
	if h.Points != "" {
		measure = max(min(c.measure, c.full-f.textWidth(h.Points, s.Points)-s.FieldGap), 30)
	}
	of := f.headingElement(h.Level, c.of)
	edge := offset(flush)
	if c.top {
		edge = f.hung
	}
	slabs := f.lines(f.prose(h.Text, t, of), t, c.left, measure, edge)
	if len(slabs) == 0 {
		return
	}
	if h.Points != "" {
		points := &Element{Kind: "P", Parent: c.of} // read after the heading
		slabs[0].marks = append(slabs[0].marks, f.points(h.Points, points, c, -slabs[0].base)...)
	}
	if ruled {
		slabs[0].padAbove(5)
		slabs[0].marks = append([]Mark{Rule{X1: c.left, X2: c.left + c.full, Weight: s.Rule * sectionWeight}}, slabs[0].marks...)
		if n := len(f.list); n > 0 && f.list[n-1].ruling != nil {
			space = max(space, s.Ruling*1.35)
		}
	}
	for i := range slabs {
		slabs[i].isHeading, slabs[i].heading = true, h.Source
	}
	slabs[0].opens = opensItem
	if h.Level <= 2 {
		slabs[0].opens = opensSection
	}
	start := len(f.list)
	f.room(space)
	keep(slabs, costStrand)
	f.add(slabs...)
	f.bookmark(start, title(h.Text, 80), max(h.Level, 1))
	f.room(s.HeadSpace)
	f.hold(costStrand)
}

// headingElement makes a heading's element. Levels of the structure step down
// one at a time, whatever the author's do.
func (f *flow) headingElement(level int, parent *Element) *Element {
	f.level = min(max(level, 1), f.level+1, 6)
	return &Element{Kind: "H" + strconv.Itoa(f.level), Parent: parent}
}

// points sets points at a column's right edge.
func (f *flow) points(s string, of *Element, c column, y float64) []Mark {
	return f.label(s, f.style.Points, Tag{Element: of}, c.left+c.full, y, max(c.full-c.measure, f.style.PointsWidth), true)
}

// rule is a slab that holds just a rule across both columns.
func (f *flow) rule(c column) slab {
	w := f.style.Rule
	return slab{height: 1, marks: []Mark{Rule{X1: c.left, Y1: -w / 2, X2: c.left + c.full, Y2: -w / 2, Weight: w}}}
}

func (f *flow) separator(c column) {
	f.room(f.style.BlockSpace)
	f.add(f.rule(c))
	f.room(f.style.BlockSpace)
}
