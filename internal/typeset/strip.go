package typeset

import (
	"strconv"

	"quire/internal/document"
)

// The most lines that are drawn in a box; the number above it counts on.
const mostStripLines = 10

// strip draws boxes side by side, in rows as wide as both columns. A box has a
// line for each that it counts, so that it reads as darker and still says how
// many on any copier, the number above it, and its label below. All of it is
// one figure; what is read of it is its Alt.
func (f *flow) strip(b document.Strip, c column) {
	if len(b.Boxes) == 0 {
		return
	}
	t := f.style.Label
	widest, most := 0.0, 4
	for _, box := range b.Boxes {
		p := f.words(box.Label, t, nil)
		widest = max(widest, f.width(p, 0, len(p.text)))
		most = max(most, min(box.Count, mostStripLines))
	}
	wide := min(max(widest+4, 2.2*t.Size), c.full)
	inRow := max(1, int(c.full/wide))
	d := stripDrawing{
		flow: f, of: &Element{Kind: "Figure", Parent: c.of, Alt: b.Alt}, label: t,
		wide: min(c.full/float64(min(inRow, len(b.Boxes))), 3.4*t.Size), high: 3 * t.Size, step: 3 * t.Size / float64(most+1),
	}
	d.wide = max(d.wide, wide)
	rowsOf := (len(b.Boxes) + inRow - 1) / inRow
	inRow = (len(b.Boxes) + rowsOf - 1) / rowsOf // rows of one length look meant
	var rows []slab
	for i := 0; i < len(b.Boxes); i += inRow {
		row := d.row(b.Boxes[i:min(i+inRow, len(b.Boxes))], c.left)
		row.space = f.style.ParagraphSpace
		rows = append(rows, row)
	}
	f.room(f.style.BlockSpace)
	start := len(f.list)
	f.add(stack(rows))
	f.whole(start, costWhole)
	f.room(f.style.ParagraphSpace)
	if len(b.Legend) > 0 {
		f.hold(costStrand)
		f.paragraph(document.Paragraph{At: b.At, Style: document.Notice, Text: b.Legend}, c)
	}
}

// stripDrawing is how the boxes of one strip are drawn: their width with the
// white space, the height of the box, what parts its lines.
type stripDrawing struct {
	flow             *flow
	of               *Element
	label            Type
	wide, high, step float64
}

// row draws boxes: above them their counts, below their labels.
func (d *stripDrawing) row(boxes []document.StripBox, left float64) slab {
	const gap = 1.5
	s := d.flow.style
	line := d.label.Leading
	out := slab{height: 2*line + d.high + 4}
	for i, box := range boxes {
		x := left + float64(i)*d.wide
		top := -line
		fill := -1.0
		if box.Count > 0 {
			fill = 0.9
			out.marks = append(out.marks, d.centred(strconv.Itoa(box.Count), x, top+0.25*line)...)
		}
		out.marks = append(out.marks, Rect{Tag: Tag{Element: d.of}, X: x + gap, Y: top - d.high, Width: d.wide - 2*gap, Height: d.high, Weight: s.Rule, Fill: fill})
		for k := range min(box.Count, mostStripLines) {
			y := top - d.high + float64(k+1)*d.step
			out.marks = append(out.marks, Rule{Tag: Tag{Element: d.of}, X1: x + gap, Y1: y, X2: x + d.wide - gap, Y2: y, Weight: 2 * s.Rule})
		}
		out.marks = append(out.marks, d.centred(box.Label, x, top-d.high-0.85*line)...)
	}
	return out
}

// centred sets words in the middle of a box, on a baseline.
func (d *stripDrawing) centred(words string, left, y float64) []Mark {
	p := d.flow.words(words, d.label, d.of)
	w := d.flow.width(p, 0, len(p.text))
	return d.flow.setLine(p, line{0, len(p.text), true}, left+(d.wide-w)/2, y)
}

// boxFigures gives figures the boxes that their marks fill.
func (f *flow) boxFigures(p *Pages) {
	seen := map[*Element]bool{}
	for _, page := range p.Pages {
		for _, m := range page.Marks {
			e := m.Of()
			if e == nil || e.Kind != "Figure" {
				continue
			}
			b := f.bounds(m)
			if !seen[e] {
				seen[e] = true
				e.Box = b
				continue
			}
			e.Box = [4]float64{min(e.Box[0], b[0]), min(e.Box[1], b[1]), max(e.Box[2], b[2]), max(e.Box[3], b[3])}
		}
	}
}

// bounds is the box of a mark that a figure may have: left, bottom, right, top.
func (f *flow) bounds(m Mark) [4]float64 {
	switch m := m.(type) {
	case Run:
		return [4]float64{m.X, m.Y, m.X + f.runWidth(m), m.Y + m.Size}
	case Rect:
		return [4]float64{m.X, m.Y, m.X + m.Width, m.Y + m.Height}
	case Oval:
		return [4]float64{m.X - m.Wide, m.Y - m.High, m.X + m.Wide, m.Y + m.High}
	case Circle:
		return [4]float64{m.X - m.Radius, m.Y - m.Radius, m.X + m.Radius, m.Y + m.Radius}
	case Rule:
		return [4]float64{min(m.X1, m.X2), min(m.Y1, m.Y2), max(m.X1, m.X2), max(m.Y1, m.Y2)}
	}
	return [4]float64{}
}
