package typeset

import "quire/internal/document"

// A side is the column beside an essay: the panels of it, each as slabs.
type side struct {
	essay  int
	panels [][]slab
	left   float64
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
		out.panels = append(out.panels, slabs)
	}
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
		h += height(p)
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

// A hanging is slabs that stand in the side column, from a top.
type hanging struct {
	page, before int // before which slab of the page they are read
	top          float64
	slabs        []slab
}

// fill hangs a side's panels beside the essay, whole where they can be; ok says
// whether all found room.
func (s *side) fill(extents []extent) (out []hanging, ok bool) {
	if out, ok = fillSide(s.panels, extents); ok {
		return out, true
	}
	var chunks [][]slab
	for _, p := range s.panels {
		begin := 0
		for j := 1; j <= len(p); j++ {
			if j == len(p) || p[j].cost < costOrphan {
				chunks = append(chunks, p[begin:j])
				begin = j
			}
		}
	}
	return fillSide(chunks, extents)
}

func fillSide(parts [][]slab, extents []extent) (out []hanging, ok bool) {
	e := 0
	for i := 0; i < len(parts) && e < len(extents); e++ {
		y := extents[e].top
		for i < len(parts) {
			gap := 0.0
			if y < extents[e].top {
				gap = parts[i][0].space
			}
			h := height(parts[i])
			if y-gap-h < extents[e].bottom-0.01 {
				break
			}
			out = append(out, hanging{extents[e].page, extents[e].first, y - gap, parts[i]})
			y -= gap + h
			i++
		}
		if i == len(parts) {
			return out, true
		}
	}
	return nil, len(parts) == 0
}
