package typeset

import (
	"math"
	"strings"

	"quire/internal/document"
)

// shortTable is the number of rows up to which a table is kept whole; half of it
// in an edition with large type, if nobody writes in it.
const shortTable = 12

// The sizes of the words of a table that is read across a room, and how much of
// a page its rows may take if each is a line.
const (
	leastLarge, mostLarge = 16, 26
	largePart             = 0.7
)

// largeSize is the largest of these sizes in which a page holds the table and
// each cell, if its columns are equally wide, holds its words on a line.
func (t *tableSetter) largeSize() float64 {
	if t.large > 0 {
		return t.large
	}
	room := largePart * t.page / float64(len(t.table.Rows)+1)
	t.large = (room - 2*t.style.RowPadding) / 1.25
	wide := t.column.full/float64(t.columns) - 2*t.style.CellPadding - 2
	for _, r := range t.table.Rows {
		for _, cell := range r {
			for _, in := range cell.Text {
				t.large = min(t.large, wide/max(t.natural([]document.Inline{in}, t.style.Cell), 1)*t.style.Cell.Size)
			}
		}
	}
	t.large = min(max(t.large, leastLarge), mostLarge)
	return t.large
}

// table sets rows under a head that is repeated where a page parts them.
func (f *flow) table(b document.Table, c column) {
	if columns(b) == 0 {
		return
	}
	t, ok := f.unfolded(b, c)
	switch {
	case !ok:
		f.tableAsList(b, c)
		return
	case t.towering():
		f.tableAsLists(b, c)
		return
	}
	b = t.table
	f.room(f.style.ParagraphSpace + 2)
	start := len(f.list)
	head := t.head()
	if head != nil {
		f.add(*head)
		f.hold(costStrand)
	}
	repeated := artifact(head)
	for i, r := range b.Rows {
		slabs := t.row(r, i)
		for j := range slabs {
			if i+j > 0 && head != nil {
				slabs[j].head = repeated
			}
			if i+j > 0 {
				slabs[j].cost = max(slabs[j].cost, costRow)
			}
		}
		if i == 1 || i > 0 && i == len(b.Rows)-1 {
			f.hold(costAnswer) // not a single row alone
		}
		f.add(slabs...)
	}
	t.caption(start)
	switch {
	case len(f.list) == start || len(b.Rows) > shortTable:
	case f.style.Single && !b.Rules && len(b.Rows) > shortTable/2:
		f.list[start].opens = max(f.list[start].opens, opensItem)
		keep(f.list[start:], costEntry)
	case !f.whole(start, costWhole):
		f.tall(b.Source, "a table")
	}
	f.room(f.style.BlockSpace)
}

// columns is the number of a table's columns.
func columns(b document.Table) int {
	n := len(b.Head)
	for _, r := range b.Rows {
		n = max(n, len(r))
	}
	return n
}

func (f *flow) tableSetter(b document.Table, c column) tableSetter {
	return tableSetter{flow: f, table: b, column: c, columns: columns(b), of: &Element{Kind: "Table", Parent: c.of}}
}

// caption makes a table's caption be read out before it: it belongs to a space
// that prints nothing.
func (t *tableSetter) caption(start int) {
	if t.table.Caption == "" || start >= len(t.list) {
		return
	}
	of := &Element{Kind: "Caption", Parent: t.of, Actual: t.table.Caption}
	first := &t.list[start]
	first.marks = append([]Mark{t.nothing(of, t.lefts[0], -first.base)}, first.marks...)
}

// artifact copies a slab for repetition: what it says has been said.
func artifact(s *slab) *slab {
	if s == nil {
		return nil
	}
	out := *s
	out.marks = retag(s.marks, Tag{Furniture: true})
	return &out
}

type tableSetter struct {
	*flow
	table   document.Table
	column  column
	columns int
	of      *Element
	body    *Element
	lefts   []float64 // where columns begin, and where the last one ends
	large   float64   // see largeSize; 0 until it is asked for
}

// type of a cell in a row (-1 for the head) and a column. Where a table is
// written into, what stands at the left is to be read, and set like other words.
func (t *tableSetter) cellType(row, col int) Type {
	typ := t.style.Cell
	if t.column.side {
		typ = t.style.SideBody
	}
	if row < 0 || col == 0 && t.table.RowHeads && !t.table.Rules {
		typ = t.style.CellHead
	}
	if t.table.Large {
		typ.Size = max(typ.Size, t.largeSize())
		typ.Leading = max(typ.Leading, 1.25*typ.Size)
	}
	return typ
}

// pad is the white space at a cell's sides: none at the table's left edge
// where nothing is drawn there.
func (t *tableSetter) pad(col int) (left, right float64) {
	p := t.style.CellPadding
	if col == 0 && !t.table.Rules {
		return 0, p
	}
	return p, p
}

// measureColumns finds the columns' widths: the author's shares; else as wide
// as their words; else shared out by need. The whole is as wide as the measure,
// if words fit on one line there, else the full width. It says whether the
// columns are wide enough to set anything.
func (t *tableSetter) measureColumns() bool {
	c := t.column
	if float64(t.columns)*(t.style.MinColumn+2*t.style.CellPadding) > c.full {
		return false
	}
	natural, least := t.needs()
	if t.style.Single && !t.table.Rules && sum(least) > c.full {
		return false
	}
	full := c.measure
	widths := shares(t.table.Widths, t.columns, full)
	if t.table.Rules || sum(natural) > full || !atLeast(widths, natural) {
		full = c.full
		widths = shares(t.table.Widths, t.columns, full)
	}
	if widths == nil || !atLeast(widths, least) { // shares that would part words
		widths = t.allot(natural, least, full)
	}
	for i := range widths {
		widths[i] = max(widths[i], t.style.MinColumn)
	}
	if all := sum(widths); all > c.full {
		for i := range widths {
			widths[i] *= c.full / all
		}
	}
	t.lefts = make([]float64, t.columns+1)
	t.lefts[0] = c.left
	for i, w := range widths {
		t.lefts[i+1] = t.lefts[i] + w
	}
	return true
}

// shares gives widths by the author's shares, nil if those make no sense.
func shares(s []float64, n int, full float64) []float64 {
	all := sum(s)
	if len(s) != n || !(all > 0) || math.IsInf(all, 0) {
		return nil
	}
	out := make([]float64, n)
	for i, w := range s {
		if !(w > 0) {
			return nil
		}
		out[i] = w / all * full
	}
	return out
}

// atLeast says whether widths, if there are any, are as wide as they need be.
func atLeast(widths, needs []float64) bool {
	for i, w := range widths {
		if w < needs[i] {
			return false
		}
	}
	return true
}

func sum(s []float64) float64 {
	all := 0.0
	for _, w := range s {
		all += w
	}
	return all
}

// needs measures the columns: how wide each would be on one line, and how wide
// its widest word is.
func (t *tableSetter) needs() (natural, least []float64) {
	natural, least = make([]float64, t.columns), make([]float64, t.columns)
	measure := func(row int, cells []document.Cell) {
		for i, cell := range cells {
			p := t.prose(cell.Text, t.cellType(row, i), nil)
			l, r := t.pad(i)
			all, word := 0.0, 0.0
			for _, pc := range p.pieces(0, len(p.text)) {
				w := t.roughWidth(p, pc.start, pc.end)
				word = max(word, w)
				all += w + t.roughWidth(p, pc.end, pc.next)
			}
			natural[i] = max(natural[i], all+l+r+1)
			least[i] = max(least[i], word+l+r+1)
		}
	}
	copied := t.chars.quiet
	t.chars.quiet = true
	measure(-1, t.table.Head)
	for i, r := range t.table.Rows {
		measure(i, r)
	}
	t.chars.quiet = copied
	return natural, least
}

// allot shares a width out. What is left over goes to empty columns (they are
// written into), else to the last one, or to all alike where cells are drawn.
func (t *tableSetter) allot(natural, least []float64, full float64) []float64 {
	out := make([]float64, t.columns)
	free := full - sum(natural)
	if free >= 0 {
		empty := t.emptyColumns()
		air := min(free/float64(2*t.columns), 12)
		free -= air * float64(t.columns)
		for i := range out {
			out[i] = natural[i] + air
			switch {
			case len(empty) > 0 && empty[i]:
				out[i] += free / float64(len(empty))
			case len(empty) == 0 && t.table.Rules:
				out[i] += free / float64(t.columns)
			case len(empty) == 0 && i == t.columns-1:
				out[i] += free
			}
		}
		return out
	}
	free = full - sum(least)
	if free < 0 {
		for i := range out {
			out[i] = least[i] * full / sum(least)
		}
		return out
	}
	wish := sum(natural) - sum(least)
	for i := range out {
		out[i] = least[i] + free*(natural[i]-least[i])/wish
	}
	return out
}

func (t *tableSetter) emptyColumns() map[int]bool {
	empty := map[int]bool{}
	for i := range t.columns {
		empty[i] = true
		for _, r := range t.table.Rows {
			if i < len(r) && strings.TrimSpace(document.Plain(r[i].Text)) != "" {
				delete(empty, i)
				break
			}
		}
	}
	if len(t.table.Rows) == 0 {
		return nil
	}
	return empty
}

// head sets the header row, nil if it has no words.
func (t *tableSetter) head() *slab {
	words := false
	for _, cell := range t.table.Head {
		words = words || len(cell.Text) > 0
	}
	if !words {
		t.body = t.of
		return nil
	}
	parent := &Element{Kind: "THead", Parent: t.of}
	t.body = &Element{Kind: "TBody", Parent: t.of}
	slabs := t.cells(t.table.Head, -1, &Element{Kind: "TR", Parent: parent}, 0)
	s := stack(slabs)
	if s.height > t.page/3 { // a head as tall as that is not worth repeating
		t.flow.add(slabs...)
		t.hold(costStrand)
		return nil
	}
	return &s
}

func (t *tableSetter) row(cells []document.Cell, i int) []slab {
	least := t.table.MinRow * mm
	if !(least > 0) {
		least = 0
	}
	return t.cells(cells, i, &Element{Kind: "TR", Parent: t.body}, min(least, t.page*0.6))
}
