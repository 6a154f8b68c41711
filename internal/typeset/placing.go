package typeset

import "quire/internal/document"

// A layout is one page's slabs and the heights of their upper edges.
type layout struct {
	first, end int // of the list
	tops       []float64
}

// place gives every mark its place on the pages of layouts. Crowded are
// the essays whose side panels found no room beside them; the pages are then
// good for nothing.
func (f *flow) place(d *document.Document, layouts []layout) (pages *Pages, crowded []int) {
	hung, crowded := f.sides(layouts)
	if len(crowded) > 0 {
		return nil, crowded
	}
	out := &Pages{
		Title: d.Title, Lang: d.Lang, Author: d.Author,
		Width: f.paper.Width, Height: f.paper.Height, Anchors: map[string]Anchor{},
	}
	var p placer
	for n, l := range layouts {
		slabs := f.list[l.first:l.end]
		var next *slab
		if l.end < len(f.list) {
			next = &f.list[l.end]
		}
		beside := func(i int) []Mark { return hung[l.first+i] }
		page := Page{Marks: p.column(slabs, l.tops, next, beside)}
		for i, s := range slabs {
			at := Anchor{Page: n, Y: l.tops[i]}
			for _, name := range s.anchors {
				if _, ok := out.Anchors[name]; !ok {
					out.Anchors[name] = at
				}
			}
			for _, b := range s.bookmarks {
				b.Anchor = at
				out.Outline = append(out.Outline, b)
			}
			if s.bare {
				continue
			}
			if s.cut {
				y := f.paper.Height/2 + f.style.Cut/2 + 2
				page.Marks = append(page.Marks, f.footer(d.Footer, n+1, len(layouts), y)...)
			}
		}
		if len(slabs) == 0 || !slabs[0].bare {
			page.Marks = append(page.Marks, f.footer(d.Footer, n+1, len(layouts), f.style.Foot)...)
		}
		if f.turned(n, slabs) {
			for i, m := range page.Marks {
				page.Marks[i] = move(m, f.style.mirrored(), 0)
			}
		}
		out.Pages = append(out.Pages, page)
		f.stranded(l)
	}
	dropDeadTargets(out)
	f.boxFigures(out)
	return out, nil
}

// turned says whether a page (from 0) is the back of a sheet. Pages that are cut
// apart are not punched.
func (f *flow) turned(n int, slabs []slab) bool {
	return !f.oneSide && n%2 == 1 && !(len(slabs) > 0 && slabs[0].cut)
}

// layouts finds the heights of the slabs on each page. There is a page even if
// there are no slabs.
func (f *flow) layouts(starts []int) []layout {
	if len(starts) == 0 {
		return []layout{{}}
	}
	out := make([]layout, len(starts))
	for n, first := range starts {
		end := len(f.list)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		slabs := f.list[first:end]
		ratio := 0.0
		if end < len(f.list) && !f.list[end].force {
			ratio = stretched(slabs, f.page)
		}
		out[n] = layout{first, end, tops(slabs, f.paper.Height-f.style.Top, ratio)}
	}
	return out
}

// stretched is how much of its stretch each slab takes to fill a page: all take
// the same part, and none where that would not fill it.
func stretched(slabs []slab, page float64) float64 {
	free, stretch := page-height(slabs), 0.0
	if head := slabs[0].head; head != nil {
		free -= head.height
	}
	for i := 1; i < len(slabs); i++ {
		stretch += slabs[i].stretch
	}
	if free <= 0 || stretch < free {
		return 0
	}
	return free / stretch
}

// tops gives the heights of slabs' upper edges when the first stands at top.
func tops(slabs []slab, top, ratio float64) []float64 {
	out := make([]float64, len(slabs))
	y := top
	for i := range slabs {
		s := &slabs[i]
		if i > 0 {
			y -= s.space + ratio*s.stretch
		} else if s.head != nil {
			y -= s.head.height
		}
		out[i] = y
		y -= s.height
	}
	return out
}

// A placer sets columns one after the other; it remembers the frames that a
// page's end left open.
type placer struct{ open map[*frame]bool }

// column gives the marks of slabs whose upper edges stand at tops. Next is the
// slab that follows on the next page, or nil. Beside, if not nil, gives what is
// read before a slab.
func (p *placer) column(slabs []slab, tops []float64, next *slab, beside func(int) []Mark) []Mark {
	var marks []Mark
	upper := map[*frame]float64{}
	for i := range slabs {
		s := &slabs[i]
		top := tops[i]
		if i == 0 && s.head != nil {
			top += s.head.height
			for _, m := range s.head.marks {
				marks = append(marks, shift(m, top))
			}
		}
		if beside != nil {
			marks = append(marks, beside(i)...)
		}
		for _, fr := range s.frames {
			if _, ok := upper[fr]; !ok {
				upper[fr] = top
				if p.open[fr] {
					upper[fr] += fr.pad
				}
			}
		}
		for _, m := range s.marks {
			marks = append(marks, shift(m, tops[i]))
		}
		after := next
		if i+1 < len(slabs) {
			after = &slabs[i+1]
		}
		marks = append(marks, p.closing(s, after, i+1 == len(slabs), tops[i]-s.height, upper)...)
	}
	return marks
}

// closing draws the frames of a slab that the one after it does not share, and
// at a page's end those that it does, with their padding.
func (p *placer) closing(s, after *slab, end bool, bottom float64, upper map[*frame]float64) []Mark {
	var marks []Mark
	for _, fr := range s.frames {
		shared := after != nil && has(after.frames, fr)
		if shared && !end {
			continue
		}
		low := bottom
		if shared {
			low -= fr.pad
			if p.open == nil {
				p.open = map[*frame]bool{}
			}
			p.open[fr] = true
		}
		if fr.bar {
			marks = append(marks, Rule{X1: fr.left, Y1: upper[fr], X2: fr.left, Y2: low, Weight: fr.weight, Gray: fr.gray})
			continue
		}
		marks = append(marks, Rect{X: fr.left, Y: low, Width: fr.right - fr.left, Height: upper[fr] - low, Weight: fr.weight, Fill: -1})
	}
	return marks
}

func has(frames []*frame, fr *frame) bool {
	for _, f := range frames {
		if f == fr {
			return true
		}
	}
	return false
}

// sides hangs every essay's side panels, and gives their marks by the slab that
// they are read before.
func (f *flow) sides(layouts []layout) (hung map[int][]Mark, crowded []int) {
	hung = map[int][]Mark{}
	for _, s := range f.columns {
		extents, spots := s.extents(f.list, layouts)
		hangings, ok := s.fill(extents, spots)
		if !ok {
			crowded = append(crowded, s.essay)
			continue
		}
		for _, e := range extents {
			hung[e.first] = append(hung[e.first], Rule{
				X1: s.left, Y1: e.top - 3, X2: s.left, Y2: e.bottom,
				Weight: f.style.Hair, Gray: f.style.HairGray,
			})
		}
		var p placer
		for _, h := range hangings {
			hung[h.before] = append(hung[h.before], p.column(h.slabs, tops(h.slabs, h.top, 0), nil, nil)...)
		}
	}
	return hung, crowded
}

// stranded reports a heading that ends a page because nothing else was possible.
func (f *flow) stranded(l layout) {
	if l.end == 0 || l.end >= len(f.list) || f.list[l.end].force {
		return
	}
	if last := f.list[l.end-1]; last.isHeading {
		f.found.Warn("L1", last.heading, "a heading is parted from what follows it",
			"Shorten what follows: it is taller than a page with its heading.")
	}
}

// dropDeadTargets makes links that lead nowhere plain text.
func dropDeadTargets(p *Pages) {
	for _, page := range p.Pages {
		for _, m := range page.Marks {
			for e := m.Of(); e != nil; e = e.Parent {
				if e.Target == "" {
					continue
				}
				if _, ok := p.Anchors[e.Target]; !ok {
					e.Kind, e.Target = "Span", ""
				}
			}
		}
	}
}
