package typeset

import (
	"fmt"

	"quire/internal/document"
)

// bullets sets a list: labels in the indent, boxes drawn.
func (f *flow) bullets(b document.List, c column) {
	s := f.style
	list := &Element{Kind: "L", Parent: c.of, Number: "Disc"}
	if b.Ordered {
		list.Number = "Decimal"
	} else if len(b.Items) > 0 && b.Items[0].Task != document.NoBox {
		list.Number = "None"
	}
	indent := s.Indent
	if b.Ordered {
		indent = max(indent, f.textWidth(fmt.Sprintf("%d.", b.Start+len(b.Items)-1), c.body)+5)
	}
	if c.side {
		indent = min(indent, 9)
	}
	inner := f.indent(c, indent)
	for i, it := range b.Items {
		li := &Element{Kind: "LI", Parent: list}
		inner.of = &Element{Kind: "LBody", Parent: li}
		start := len(f.list)
		f.room(s.EntrySpace)
		if inner.left-c.left < indent-0.1 { // no room to indent: the label gets a line
			f.add(f.emptyLine(c.body))
			f.hold(costStrand)
		}
		f.blocks(it.Blocks, inner)
		if start == len(f.list) {
			f.add(f.emptyLine(c.body))
		}
		if first := &f.list[start]; first.base > 0 {
			f.entryLabel(first, it, b, i, li, c, inner)
		}
		if i > 0 && f.list[start].cost < costRow {
			f.list[start].cost = costRow
		}
		f.space = 0
		f.room(s.EntrySpace)
	}
	f.room(s.ParagraphSpace)
}

// emptyLine is a line without words.
func (f *flow) emptyLine(t Type) slab {
	return slab{height: t.Leading, base: f.baseline(t, t.Leading)}
}

// entryLabel puts an entry's number, bullet or box before its first line.
func (f *flow) entryLabel(first *slab, it document.Item, b document.List, i int, li *Element, c, inner column) {
	s := f.style
	lbl := Tag{Element: &Element{Kind: "Lbl", Parent: li}}
	t := c.body
	if c.side {
		t = s.SideBody
	}
	y := -first.base
	var marks []Mark
	switch {
	case it.Task != document.NoBox:
		size := t.Size * 0.72
		lbl.Element.Actual = "☐"
		if it.Task == document.Ticked {
			lbl.Element.Actual = "☑"
		}
		marks = append(marks, Rect{Tag: lbl, X: c.left + 0.5, Y: y - 0.5, Width: size, Height: size, Weight: s.Outline, Fill: -1})
		if it.Task == document.Ticked {
			marks = append(marks,
				Rule{X1: c.left + 2, Y1: y + size*0.4, X2: c.left + size*0.45, Y2: y + 1, Weight: 1},
				Rule{X1: c.left + size*0.45, Y1: y + 1, X2: c.left + size - 1, Y2: y + size - 2, Weight: 1})
		}
	case b.Ordered:
		marks = f.label(fmt.Sprintf("%d.", b.Start+i), t, lbl, max(inner.left-5, c.left+5), y, s.hanging(inner.left)-5, true)
	default:
		marks = f.label("•", t, lbl, c.left+1, y, 20, false)
	}
	first.marks = append(marks, first.marks...)
}
