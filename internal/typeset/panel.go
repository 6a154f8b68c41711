package typeset

import (
	"slices"

	"quire/internal/document"
)

// panel sets a framed area, as wide as both columns.
func (f *flow) panel(b document.Panel, c column) {
	s := f.style
	pad := max(0, min(s.Padding, (c.full-0.8*s.MinMeasure)/4))
	inner := column{
		left: c.left + pad, measure: min(c.measure, c.full-2*pad), full: c.full - 2*pad,
		of: &Element{Kind: "Sect", Parent: c.of}, body: c.body, side: c.side,
	}
	f.room(s.BlockSpace)
	start := len(f.list)
	f.panelInside(b, inner)
	f.endInFrame(start)
	f.framed(start, &frame{left: c.left, right: c.left + c.full, pad: pad * 0.75, weight: s.Rule})
	if !f.whole(start, costWhole) {
		f.tall(b.Source, "a panel")
	}
	f.space, f.cost = 0, 0
	f.room(s.BlockSpace + 2)
}

// endInFrame takes the last answer rule out of a panel that ends with it: the
// panel's own edge is there to write on.
func (f *flow) endInFrame(start int) {
	last := &f.list[len(f.list)-1]
	if last.ruling == nil || len(f.list)-1 == start {
		return
	}
	last.marks = slices.DeleteFunc(slices.Clone(last.marks), func(m Mark) bool {
		_, rule := m.(Rule)
		return rule
	})
}

// panelInside sets a panel's title, its blocks, and room up to its height. It
// always makes a slab.
func (f *flow) panelInside(b document.Panel, c column) {
	s := f.style
	start := len(f.list)
	t := s.PanelHead
	if c.side {
		t = s.SideHead
	}
	of := &Element{Kind: "P", Parent: c.of}
	if head := f.lines(f.prose(b.Title, t, of), t, c.left, c.full, f.hung); len(head) > 0 {
		keep(head, costStrand)
		f.add(head...)
		f.room(s.HeadSpace)
		f.hold(costStrand)
	}
	inside := len(f.list)
	f.blocks(b.Blocks, c)
	f.space, f.force, f.opens = 0, false, opensNothing
	want := b.Height * mm * s.BlankScale
	if c.side || !(want > 0) {
		want = 0
	}
	want = min(want, f.page-2*s.Padding-height(f.list[start:inside]))
	for free := want - height(f.list[inside:]); free > 0.5; {
		h := min(free, 40)
		f.hold(costAnswer)
		f.add(slab{height: h})
		free -= h
	}
	if start == len(f.list) {
		f.add(f.emptyLine(c.body))
	}
}

// panels sets an essay's side panels before it. Glosses, which would stand beside
// their lines, share a frame, each in one paragraph.
func (f *flow) panels(all []document.Panel, c column) {
	for len(all) > 0 {
		n := 0
		glosses := document.Panel{At: all[0].At}
		for n < len(all) && all[n].Line > 0 && len(all[n].Blocks) == 1 {
			p, ok := all[n].Blocks[0].(document.Paragraph)
			if !ok {
				break
			}
			text := append([]document.Inline{document.Strong{Inlines: all[n].Title}}, document.Text{Words: ": "})
			glosses.Blocks = append(glosses.Blocks, document.Paragraph{Text: append(text, p.Text...)})
			n++
		}
		if n > 1 {
			f.panel(glosses, c)
			all = all[n:]
			continue
		}
		f.panel(all[0], c)
		all = all[1:]
	}
}
