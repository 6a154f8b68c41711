package typeset

import "quire/internal/document"

// matching sets two columns side by side as one slab, entries beside each other
// on one line; one that is taller than a page becomes two lists.
func (f *flow) matching(b document.Matching, c column) {
	s := f.style
	f.room(s.ParagraphSpace)
	f.hold(costStrand)
	if s.Single && !f.matchFits(b, c) {
		f.matchLists(b, c)
		return
	}
	c, split := f.matchSplit(b, c)
	left := f.matchColumn(b.Left, true, c.of, c.left, split-12)
	right := f.matchColumn(b.Right, false, c.of, c.left+split, c.measure-split)
	if len(left)+len(right) == 0 {
		return
	}
	if both := abreast(left, right, s.EntrySpace); both.height <= f.page {
		f.add(both)
	} else {
		f.tall(b.Source, "a matching")
		f.matchLists(b, c)
	}
	f.room(s.ParagraphSpace)
}

// matchLists sets a matching's columns below each other.
func (f *flow) matchLists(b document.Matching, c column) {
	f.entries(f.matchColumn(b.Left, true, c.of, c.left, c.measure))
	f.room(f.style.BlockSpace)
	f.entries(f.matchColumn(b.Right, false, c.of, c.left, c.measure))
	f.room(f.style.ParagraphSpace)
}

// matchFits says whether both columns fit beside each other, each entry on one
// line.
func (f *flow) matchFits(b document.Matching, c column) bool {
	left, right := f.matchWidths(b)
	return left+right <= c.full
}

// matchWidths are how wide the columns are with each entry on one line.
func (f *flow) matchWidths(b document.Matching) (left, right float64) {
	widest := func(entries []document.Option, blanks bool) float64 {
		w := 0.0
		for _, e := range entries {
			w = max(w, f.natural(e.Text, f.style.Match))
		}
		return w + f.matchIndent(entries, blanks) + 2
	}
	return widest(b.Left, true) + 22, widest(b.Right, false)
}

// matchSplit is where the right column begins: as far left as the left one's
// entries on one line let it, within limits. What needs more than the measure
// for both gets the full width.
func (f *flow) matchSplit(b document.Matching, c column) (column, float64) {
	s := f.style
	left, right := f.matchWidths(b)
	c.measure = max(c.measure, min(left+right, c.full))
	most := max(c.measure*s.MatchMost, min(c.measure-right, c.measure*0.75))
	return c, min(max(left, c.measure*s.MatchLeast), most)
}

func (f *flow) matchIndent(entries []document.Option, blanks bool) float64 {
	if !blanks {
		return f.style.OptionIndent - 4
	}
	indent := f.style.MatchBlank + 5
	if labelled(entries) {
		indent += f.style.LabelWidth
	}
	return indent
}

// abreast makes one slab of two columns of entries. All of the left one is read
// before the right one.
func abreast(left, right [][]slab, gap float64) slab {
	var out slab
	y := 0.0
	var later []Mark
	for i := range max(len(left), len(right)) {
		var l, r slab
		if i < len(left) {
			l = stack(left[i])
		}
		if i < len(right) {
			r = stack(right[i])
		}
		if i == 0 {
			out.base = max(l.base, r.base)
		} else {
			y += gap
		}
		for _, m := range l.marks {
			out.marks = append(out.marks, shift(m, -y))
		}
		for _, m := range r.marks {
			later = append(later, shift(m, -y))
		}
		y += max(l.height, r.height)
	}
	out.height = y
	out.marks = append(out.marks, later...)
	return out
}

// entries puts entries on the list one by one.
func (f *flow) entries(all [][]slab) {
	for i, e := range all {
		if i > 0 {
			f.room(f.style.EntrySpace)
			f.hold(costRow)
		}
		f.add(e...)
	}
}

// matchColumn sets one column's entries: left ones have a blank to write in,
// right ones a bold label.
func (f *flow) matchColumn(entries []document.Option, blanks bool, of *Element, x, measure float64) [][]slab {
	s := f.style
	t := s.Match
	list := &Element{Kind: "L", Parent: of, Number: numbering(entries)}
	indent := f.matchIndent(entries, blanks)
	var out [][]slab
	for _, e := range entries {
		li := &Element{Kind: "LI", Parent: list}
		lbl := Tag{Element: &Element{Kind: "Lbl", Parent: li}}
		body := &Element{Kind: "LBody", Parent: li}
		slabs := f.lines(f.prose(e.Text, t, body), t, x+indent, max(measure-indent, 30), flush)
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
		marks = append(marks, f.label(e.Label, s.MatchLabel, lbl, labelX, y, s.LabelWidth+1, false)...)
		slabs[0].marks = append(marks, slabs[0].marks...)
		keep(slabs, costOrphan)
		out = append(out, slabs)
	}
	return out
}
