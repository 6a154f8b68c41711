package typeset

import "quire/internal/document"

// matching sets two columns side by side as one slab; one that is taller than a
// page becomes two lists.
func (f *flow) matching(b document.Matching, c column) {
	s := f.style
	f.room(s.OptionSpace + 3)
	f.hold(costStrand)
	split := c.measure * s.MatchColumn
	left := f.matchColumn(b.Left, true, c.of, c.left, split-12)
	right := f.matchColumn(b.Right, false, c.of, c.left+split, c.measure-split)
	if len(left)+len(right) == 0 {
		return
	}
	l, r := stack(left), stack(right)
	both := slab{height: max(l.height, r.height), base: l.base, marks: append(l.marks, r.marks...)}
	if both.base == 0 {
		both.base = r.base
	}
	if both.height <= f.page {
		f.add(both)
	} else {
		f.tall(b.Source, "a matching")
		f.add(f.matchColumn(b.Left, true, c.of, c.left, c.measure)...)
		f.room(s.BlockSpace)
		f.add(f.matchColumn(b.Right, false, c.of, c.left, c.measure)...)
	}
	f.room(s.OptionSpace + 3)
}

// matchColumn sets one column's entries: left ones have a blank to write in,
// right ones a bold label.
func (f *flow) matchColumn(entries []document.Option, blanks bool, of *Element, x, measure float64) []slab {
	s := f.style
	t := s.Match
	list := &Element{Kind: "L", Parent: of, Number: "LowerAlpha"}
	indent := s.OptionIndent - 4
	if blanks {
		list.Number = "Decimal"
		indent = s.MatchBlank + 5
		if labelled(entries) {
			indent += 13
		}
	}
	var out []slab
	for i, e := range entries {
		li := &Element{Kind: "LI", Parent: list}
		lbl := Tag{Element: &Element{Kind: "Lbl", Parent: li}}
		body := &Element{Kind: "LBody", Parent: li}
		slabs := f.lines(f.prose(e.Text, t, body), t, x+indent, max(measure-indent, 30), document.Left)
		if len(slabs) == 0 {
			slabs = []slab{f.emptyLine(t)}
		}
		y := -slabs[0].base
		var marks []Mark
		labelX := x
		if blanks {
			marks = append(marks, Rule{X1: x, Y1: y - 1.5, X2: x + s.MatchBlank, Y2: y - 1.5, Weight: s.Rule})
			labelX += s.MatchBlank + 5
		}
		lt := s.Number
		lt.Size = t.Size * 0.88
		marks = append(marks, f.label(e.Label, lt, lbl, labelX, y, 14, false)...)
		slabs[0].marks = append(marks, slabs[0].marks...)
		keep(slabs, costOrphan)
		if i > 0 {
			slabs[0].space, slabs[0].cost = s.EntrySpace, costRow
		}
		out = append(out, slabs...)
	}
	return out
}
