package typeset

import (
	"slices"
	"strconv"
	"strings"

	"quire/internal/document"
)

// A side is the column beside an essay: the panels of it, by the lines that
// they belong to.
type side struct {
	essay  int
	panels []aside
	left   float64
}

// An aside is a panel or a part of one as slabs. It stands as near as can be to
// a line of the essay, or (0) right below what is above it.
type aside struct {
	line  int
	slabs []slab
}

// fillerMost is how much white space an essay may get at its end so that a
// longer side column has room.
const fillerMost = 170

// sidePanels sets an essay's panels for the side column; nil if it has none or
// they must stand before the essay.
func (f *flow) sidePanels(panels []document.Panel, index int, c column, text []slab) *side {
	if len(panels) == 0 || f.apart[index] || !c.top || f.half || len(text) == 0 {
		return nil
	}
	s := f.style
	out := &side{essay: index, left: c.left + c.measure + s.Gap/2}
	col := column{left: c.left + s.Measure + s.Gap, measure: s.Side, full: s.Side, body: s.SideBody, side: true}
	for _, p := range panels {
		col.of = &Element{Kind: "Sect", Parent: c.of}
		slabs := f.aside(func() { f.panelInside(p, col) })
		slabs[0].space = sideGap
		out.panels = append(out.panels, aside{p.Line, slabs})
	}
	slices.SortStableFunc(out.panels, func(a, b aside) int { return a.line - b.line })
	if out.height() > height(text)+fillerMost {
		return nil
	}
	f.columns = append(f.columns, out)
	return out
}

// height is that of all panels under each other.
func (s *side) height() float64 {
	h := 0.0
	for i, p := range s.panels {
		if i > 0 {
			h += sideGap
		}
		h += height(p.slabs)
	}
	return h
}

// sideGap parts the panels of a side column.
const sideGap = 13

// beside makes the column stand beside an essay's slabs, the last of which gets
// the room that it needs beyond them.
func (s *side) beside(text []slab) []slab {
	if s == nil {
		return text
	}
	for i := range text {
		text[i].side = s
	}
	if more := s.height() - height(text); more > 0 {
		text = append(text, slab{height: more + 1, cost: costOrphan, side: s})
	}
	return text
}

// An extent is where an essay stands on one page.
type extent struct {
	page        int
	first       int // index of its first slab there
	top, bottom float64
}

// A spot is where a numbered line stands: in which extent, the height of its
// baseline, and the slab before which what belongs to it is read, which is the
// first of its paragraph.
type spot struct {
	extent, before int
	base           float64
}

// extents finds where a side's essay and its numbered lines stand.
func (s *side) extents(list []slab, layouts []layout) (out []extent, spots map[int]spot) {
	spots = map[int]spot{}
	for n, l := range layouts {
		first, before := true, 0
		for i := l.first; i < l.end; i++ {
			if list[i].side != s {
				continue
			}
			top := l.tops[i-l.first]
			if first {
				out = append(out, extent{page: n, first: i, top: top})
				first, before = false, i
			}
			out[len(out)-1].bottom = top - list[i].height
			for _, name := range list[i].anchors {
				if strings.HasPrefix(name, "par-") {
					before = i
				}
			}
			for _, name := range list[i].anchors {
				if digits, ok := strings.CutPrefix(name, "line-"); ok {
					line, _ := strconv.Atoi(digits)
					spots[line] = spot{len(out) - 1, before, top - list[i].base}
				}
			}
		}
	}
	return out, spots
}

// A hanging is slabs that stand in the side column, from a top.
type hanging struct {
	page, before int // before which slab of the page they are read
	top          float64
	slabs        []slab
}

// fill hangs a side's panels beside the essay: near their lines, if all find
// room so, else one below the other from the top on, whole if that can be; ok
// says whether they found room.
func (s *side) fill(extents []extent, spots map[int]spot) (out []hanging, ok bool) {
	if out, ok = fillSide(s.panels, extents, spots); ok {
		return out, true
	}
	if out, ok = fillSide(s.panels, extents, nil); ok {
		return out, true
	}
	var chunks []aside
	for _, p := range s.panels {
		begin := 0
		for j := 1; j <= len(p.slabs); j++ {
			if j == len(p.slabs) || p.slabs[j].cost < costOrphan {
				chunks = append(chunks, aside{slabs: p.slabs[begin:j]})
				begin = j
			}
		}
	}
	return fillSide(chunks, extents, nil)
}

// fillSide gives each page the panels whose lines stand on it or before it, as
// many as fit.
func fillSide(panels []aside, extents []extent, spots map[int]spot) (out []hanging, ok bool) {
	i := 0
	for e, x := range extents {
		first, used := i, 0.0
		for ; i < len(panels); i++ {
			h := height(panels[i].slabs)
			if i > first {
				h += panels[i].slabs[0].space
			}
			if at, ok := spots[panels[i].line]; ok && at.extent > e || used+h > x.top-x.bottom+0.01 {
				break
			}
			used += h
		}
		out = append(out, x.hang(panels[first:i], spots, e)...)
	}
	return out, i == len(panels)
}

// hang finds the heights of panels on one page, where all of them have room:
// each beside its line or below the one above it, then moved up as far as the
// ones below it need.
func (x extent) hang(panels []aside, spots map[int]spot, e int) []hanging {
	out := make([]hanging, len(panels))
	free := x.top
	for i, p := range panels {
		gap := 0.0
		if i > 0 {
			gap = p.slabs[0].space
		}
		out[i] = hanging{x.page, x.first, free - gap, p.slabs}
		if at, ok := spots[p.line]; ok && at.extent == e {
			out[i].before = at.before
			out[i].top = min(out[i].top, at.base+p.slabs[0].base)
		}
		free = out[i].top - height(p.slabs)
	}
	least := x.bottom
	for i := len(out) - 1; i >= 0; i-- {
		out[i].top = max(out[i].top, least+height(out[i].slabs))
		least = out[i].top + out[i].slabs[0].space
	}
	return out
}
