package typeset

import (
	"fmt"

	"quire/internal/document"
)

// footer sets the furniture of one page on a baseline: the source at the left,
// the form's code and the page, if pages are counted, at the right.
func (f *flow) footer(ft document.Footer, page, of int, y float64) []Mark {
	s := f.style
	t := s.Footer
	tag := Tag{Furniture: true}
	left, right := s.Left, f.paper.Width-s.Right
	var marks []Mark
	edge, spare := right, 0.0 // the source breaks alike on all pages
	if !ft.NoPages {
		number := fmt.Sprintf("page %d of %d", page, of)
		marks = f.label(number, t, tag, right, y, 120, true)
		edge -= f.textWidth(number, t)
		spare = f.textWidth(fmt.Sprintf("page %d of %d", of, of), t) - f.textWidth(number, t)
	}
	if ft.Form != "" {
		if !ft.NoPages {
			const gap = 6
			edge -= gap
			marks = append(f.label("·", t, tag, edge, y, 10, true), marks...)
			edge -= f.textWidth("·", t) + gap
		}
		const room = 80
		marks = append([]Mark{Slot{
			Tag: tag, Name: "form", X: edge - room, Y: y, Width: room,
			Face: t.id(), Size: t.Size, Right: true, Default: ft.Form,
		}}, marks...)
		edge -= room
	}
	return append(f.footerSource(ft.Source, left, edge-spare-12, y), marks...)
}

// footerSource sets a source on one line, or on two, the second of which stands
// on the baseline; what is longer is cut.
func (f *flow) footerSource(source []document.Inline, left, right, y float64) []Mark {
	const most = 2
	t := f.style.Footer
	p := f.prose(source, t, nil)
	lines := f.breakLines(p, 0, len(p.text), right-left)
	cut := len(lines) > most
	if cut {
		lines = lines[:most]
	}
	var marks []Mark
	for i, l := range lines {
		marks = append(marks, f.setLine(p, l, left, y+float64(len(lines)-1-i)*t.Leading)...)
		if cut && i == most-1 {
			marks = append(marks, f.label("…", t, Tag{}, left+f.width(p, l.start, l.end)+1, y, 12, false)...)
		}
	}
	return retag(marks, Tag{Furniture: true})
}
