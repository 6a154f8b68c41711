package typeset

import "quire/internal/document"

// cells sets a row as one slab, or as several if it is very tall.
func (t *tableSetter) cells(cells []document.Cell, row int, tr *Element, least float64) []slab {
	s := t.style
	padding := s.RowPadding
	if t.table.Tight {
		padding /= 2
	}
	columns := make([][]slab, t.columns)
	for i := range t.columns {
		var cell document.Cell
		if i < len(cells) {
			cell = cells[i]
		}
		typ := t.cellType(row, i)
		l, r := t.pad(i)
		of := t.cellElement(row, i, tr)
		p := t.prose(cell.Text, typ, of)
		measure := max(t.lefts[i+1]-t.lefts[i]-l-r, 8)
		columns[i] = t.lines(p, typ, t.lefts[i]+l, measure, t.aligned(i))
		if len(columns[i]) == 0 { // an empty cell is a cell too
			columns[i] = []slab{{marks: []Mark{t.nothing(of, t.lefts[i]+l, 0)}}}
		}
	}
	var out []slab
	for first := true; first || longest(columns) > 0; first = false {
		part := t.rowPart(columns)
		part.height = max(part.height, s.Cell.Leading)
		if first {
			part.height = max(part.height, least)
		}
		part.height += padding * 2
		for i, m := range part.marks {
			part.marks[i] = shift(m, -padding)
		}
		if part.base > 0 {
			part.base += padding
		}
		if !first {
			part.cost = costOrphan
		}
		out = append(out, part)
		if longest(columns) == 0 {
			break
		}
	}
	t.borders(out, row)
	return out
}

func longest(columns [][]slab) int {
	n := 0
	for _, c := range columns {
		n = max(n, len(c))
	}
	return n
}

// rowPart takes from each column what fits into a part of a row: all of it,
// unless that is taller than half a page. First lines share a baseline.
func (t *tableSetter) rowPart(columns [][]slab) slab {
	var out slab
	base := 0.0
	for _, c := range columns {
		if len(c) > 0 {
			base = max(base, c[0].base)
		}
	}
	out.base = base
	for i, c := range columns {
		if len(c) == 0 {
			continue
		}
		down := base - c[0].base
		n := 1
		for n < len(c) && down+height(c[:n+1]) <= t.page/2 {
			n++
		}
		cell := stack(c[:n])
		columns[i] = c[n:]
		for _, m := range cell.marks {
			out.marks = append(out.marks, shift(m, -down))
		}
		out.height = max(out.height, down+cell.height)
	}
	return out
}

// aligned is how the lines of a column's cells stand in it.
func (t *tableSetter) aligned(col int) offset {
	if col < len(t.table.Align) {
		switch t.table.Align[col] {
		case document.Center:
			return func(_ *prose, _ line, free float64) float64 { return free / 2 }
		case document.Right:
			return ended
		}
	}
	return flush
}

func (t *tableSetter) cellElement(row, col int, tr *Element) *Element {
	e := &Element{Kind: "TD", Parent: tr}
	switch {
	case row < 0:
		e.Kind, e.Scope = "TH", "Column"
	case col == 0 && t.table.RowHeads:
		e.Kind, e.Scope = "TH", "Row"
	}
	return e
}

// borders draw a row: its cells if the table is written into, else a hairline
// under it, the rule under the head being darker.
func (t *tableSetter) borders(parts []slab, row int) {
	s := t.style
	left, right := t.lefts[0], t.lefts[t.columns]
	for i := range parts {
		p := &parts[i]
		last := i == len(parts)-1
		var marks []Mark
		if t.table.Rules {
			for _, x := range t.lefts {
				marks = append(marks, Rule{X1: x, X2: x, Y2: -p.height, Weight: s.Rule})
			}
			if i == 0 {
				marks = append(marks, Rule{X1: left, X2: right, Weight: s.Rule})
			}
			if last {
				marks = append(marks, Rule{X1: left, X2: right, Y1: -p.height, Y2: -p.height, Weight: s.Rule})
			}
		} else if last {
			gray := s.HairGray
			if row < 0 {
				gray = 0
			}
			marks = append(marks, Rule{X1: left, X2: right, Y1: -p.height, Y2: -p.height, Weight: s.Hair, Gray: gray})
		}
		p.marks = append(marks, p.marks...)
	}
}
