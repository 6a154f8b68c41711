package typeset

import "quire/internal/document"

// twoUp sets blocks twice on a page, in its upper and in its lower half, with a
// line to cut along. What doesn't fit into half a page goes on on the next one,
// or is set once, on whole pages, in an edition whose type is large.
func (f *flow) twoUp(b document.TwoUp, c column) {
	if !c.top || f.half { // within something else, once
		f.blocks(b.Blocks, c)
		return
	}
	full := f.page
	f.page = f.halfHeight()
	f.half = true
	copied, quiet := f.copied, f.chars.quiet
	level, marked, essays := f.level, f.marked, f.essays
	found := f.found
	upper := f.aside(func() { f.blocks(b.Blocks, c) })
	f.copied, f.chars.quiet = true, true
	f.level, f.marked, f.essays = level, marked, essays
	lower := f.aside(func() { f.blocks(b.Blocks, c) })
	f.copied, f.chars.quiet = copied, quiet
	tighten(upper, f.page)
	tighten(lower, f.page)
	starts := breakPages(upper, f.page)
	if len(starts) > 1 && f.style.Single {
		f.page, f.half, f.found = full, false, found
		f.level, f.marked, f.essays = level, marked, essays
		f.force = len(f.list) > 0
		f.blocks(b.Blocks, c)
		f.space, f.force = 0, true
		return
	}
	if len(starts) > 1 && !f.copied && !f.inWhole {
		f.found.Warn("L1", b.Source, "what is printed two to a page is taller than half a page and is parted",
			"Shorten it, or give fewer answer lines.")
	}
	f.page, f.half = full, false
	for i, start := range starts {
		end := len(upper)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		f.force = true
		f.add(f.halves(upper[start:end], lower[start:end]))
	}
	f.space, f.force = 0, len(starts) > 0
}

// tighten shrinks the white space of slabs so that they fit a height, if that
// takes less than half of it.
func tighten(slabs []slab, room float64) {
	over := height(slabs) - room
	space := 0.0
	for i := range slabs {
		if i > 0 {
			space += slabs[i].space
		}
		if i > 0 && slabs[i].force {
			return
		}
	}
	if over <= 0 || over > space/2 {
		return
	}
	for i := range slabs {
		slabs[i].space *= 1 - over/space
	}
}

// halfHeight is the height of the text in one half of a page: from the top
// margin to the upper half's footer, and from the gutter to the page's.
func (f *flow) halfHeight() float64 {
	s := f.style
	half := (f.paper.Height - s.Cut) / 2
	return half - max(s.Top+s.HalfFoot, s.Bottom)
}

// halves is a slab as high as a page's text that holds two stacks of slabs and
// the line between them. The lower one says again what the upper one said, for
// scissors: it is no part of the structure, so that nobody is read it twice.
func (f *flow) halves(upper, lower []slab) slab {
	s := f.style
	middle := s.Top - f.paper.Height/2 // as y within the slab
	out := slab{height: f.page, cut: true}
	for _, u := range upper {
		out.anchors = append(out.anchors, u.anchors...)
		out.bookmarks = append(out.bookmarks, u.bookmarks...)
	}
	var p placer
	out.marks = p.column(upper, tops(upper, 0, 0), nil, nil)
	out.marks = append(out.marks, Rule{
		X1: s.Right / 2, Y1: middle, X2: f.paper.Width - s.Right/2, Y2: middle,
		Weight: s.Rule, Dash: s.Dash, Gap: s.Dash,
	})
	copied := p.column(lower, tops(lower, middle-s.Cut/2, 0), nil, nil)
	out.marks = append(out.marks, retag(copied, Tag{})...)
	return out
}
