package typeset

import (
	"math"

	"quire/internal/document"
)

// matching sets two columns side by side as one slab; one that is taller than a page becomes two lists.
func (f *flow) matching(b document.Matching, c column) {
	s := f.style
	f.room(s.ParagraphSpace)
	f.hold(costStrand)
	t := f.matchType(b, c)
	if s.Single && !f.matchFits(b, t, c) {
		f.matchLists(b, t, c)
		return
	}
	c, split := f.matchSplit(b, t, c)
	heads := f.matchHeads(b, c, split)
	left := f.matchColumn(b.Left, true, t, c.of, c.left, split-12)
	right := f.matchColumn(b.Right, false, t, c.of, c.left+split, c.measure-split)
	if len(left)+len(right) == 0 {
		return
	}
	if both := abreast(left, right, s.EntrySpace*1.5, heads); both.height <= f.page {
		f.add(both)
	} else {
		f.tall(b.Source, "a matching")
		f.matchLists(b, t, c)
	}
	f.room(s.ParagraphSpace)
}

// matchType is the options' size where each entry fits on one line so; a
// smaller one where only that does.
func (f *flow) matchType(b document.Matching, c column) Type {
	t := f.style.Match
	t.Size = max(t.Size, f.style.Option.Size)
	if !f.matchFits(b, t, c) && f.matchFits(b, f.style.Match, c) {
		return f.style.Match
	}
	return t
}

// matchLists sets a matching's columns below each other.
func (f *flow) matchLists(b document.Matching, t Type, c column) {
	f.matchHead(b.LeftHead, c)
	f.entries(f.matchColumn(b.Left, true, t, c.of, c.left, c.measure))
	f.room(f.style.BlockSpace)
	f.matchHead(b.RightHead, c)
	f.entries(f.matchColumn(b.Right, false, t, c.of, c.left, c.measure))
	f.room(f.style.ParagraphSpace)
}

// matchHead sets what stands above a column that is a list of its own.
func (f *flow) matchHead(head []document.Inline, c column) {
	slabs := f.matchHeadLines(head, c.of, c.left, c.measure)
	if len(slabs) == 0 {
		return
	}
	keep(slabs, costStrand)
	f.add(slabs...)
	f.room(f.style.EntrySpace)
	f.hold(costStrand)
}

func (f *flow) matchHeadLines(head []document.Inline, of *Element, left, measure float64) []slab {
	t := f.style.CellHead
	return f.lines(f.prose(head, t, &Element{Kind: "P", Parent: of}), t, left, max(measure, 30), flush)
}

// matchHeads sets what stands above two columns beside each other, on one last
// baseline.
func (f *flow) matchHeads(b document.Matching, c column, split float64) (heads [2]slab) {
	heads[0] = stack(f.matchHeadLines(b.LeftHead, c.of, c.left, split-12))
	heads[1] = stack(f.matchHeadLines(b.RightHead, c.of, c.left+split, c.measure-split))
	for i := range heads {
		if lower := max(heads[0].height, heads[1].height) - heads[i].height; lower > 0 {
			heads[i].padAbove(lower)
		}
	}
	return heads
}

// matchFits says whether both columns fit beside each other, each entry on one
// line.
func (f *flow) matchFits(b document.Matching, t Type, c column) bool {
	return f.matchWidth(b.Left, true, t)+f.matchWidth(b.Right, false, t) <= c.full
}

// matchWidth is how wide a column is with each entry on one line.
func (f *flow) matchWidth(entries []document.Option, blanks bool, t Type) float64 {
	w := 0.0
	for _, e := range entries {
		w = max(w, f.natural(e.Text, t))
	}
	w += f.matchIndent(entries, blanks) + 2
	if blanks {
		w += 22 // what parts the columns
	}
	return w
}

// matchSplit is where the right column begins: as far left as the left one's
// entries on one line let it. Where not all fit so on the full width, it is
// where the longer column takes the fewest lines, of those places as far left as
// can be.
func (f *flow) matchSplit(b document.Matching, t Type, c column) (column, float64) {
	s := f.style
	left, right := f.matchWidth(b.Left, true, t), f.matchWidth(b.Right, false, t)
	if left+right <= c.full {
		c.measure = max(c.measure, left+right)
		return c, max(left, min(c.measure*s.MatchLeast, c.measure-right))
	}
	c.measure = c.full
	best, least := 0.0, math.Inf(1)
	for part := s.MatchLeast; part < 0.75; part += 0.03 {
		split := c.measure * part
		l := f.matchLines(b.Left, t, split-12-f.matchIndent(b.Left, true))
		r := f.matchLines(b.Right, t, c.measure-split-f.matchIndent(b.Right, false))
		if h := float64(max(l, r)) + float64(l+r)/1e4; h < least {
			best, least = split, h
		}
	}
	return c, best
}

// matchLines is how many lines a column takes.
func (f *flow) matchLines(entries []document.Option, t Type, measure float64) int {
	quiet := f.chars.quiet
	f.chars.quiet = true
	n := 0
	for _, e := range entries {
		n += len(f.paragraphLines(f.prose(e.Text, t, nil), max(measure, 30)))
	}
	f.chars.quiet = quiet
	return n
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

// abreast makes one slab of two columns of entries, each evenly spaced: entries
// stand beside each other as long as none above them turns over. All of the
// left column, with its head, is read before the right one.
func abreast(left, right [][]slab, gap float64, heads [2]slab) slab {
	var out slab
	for i, column := range [][][]slab{left, right} {
		y := 0.0
		if head := heads[i]; head.height > 0 {
			out.base = max(out.base, head.base)
			out.marks = append(out.marks, head.marks...)
			y = head.height + gap
		}
		for i, entry := range column {
			e := stack(entry)
			if i > 0 {
				y += gap
			} else if y == 0 {
				out.base = max(out.base, e.base)
			}
			for _, m := range e.marks {
				out.marks = append(out.marks, shift(m, -y))
			}
			y += e.height
		}
		out.height = max(out.height, y)
	}
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
func (f *flow) matchColumn(entries []document.Option, blanks bool, t Type, of *Element, x, measure float64) [][]slab {
	s := f.style
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
