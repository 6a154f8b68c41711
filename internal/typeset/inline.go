package typeset

import "quire/internal/document"

const optionGap = 18 // between options side by side

// inlineIndent is the indent of options that stand side by side.
func (f *flow) inlineIndent(b document.Options) float64 {
	indent := f.optionIndent(b)
	if b.Shape == document.Bubble || b.Shape == document.Box {
		indent -= 4
	}
	return indent
}

// inlineStep is how wide an option is that stands beside others.
func (f *flow) inlineStep(o document.Option, indent float64) float64 {
	if len(o.Text) == 0 {
		return indent
	}
	return indent + f.natural(o.Text, f.style.Option) + 1
}

// inlineWidth is how wide a row is that holds all options.
func (f *flow) inlineWidth(b document.Options) float64 {
	width := -float64(optionGap)
	for _, o := range b.Items {
		width += f.inlineStep(o, f.inlineIndent(b)) + optionGap
	}
	return width
}

// inlineOptions sets options side by side, in as many rows as they need.
func (f *flow) inlineOptions(b document.Options, list *Element, c column) {
	indent := f.inlineIndent(b)
	var row slab
	x := c.left
	end := func() {
		if row.height > 0 {
			f.add(row)
			f.hold(costAnswer)
		}
		row, x = slab{}, c.left
	}
	for _, o := range b.Items {
		width := min(f.inlineStep(o, indent), c.measure)
		if x+width > c.left+c.measure {
			end()
		}
		cell := stack(f.option(o, b.Shape, list, x, width, indent))
		row.marks = append(row.marks, cell.marks...)
		row.height, row.base = max(row.height, cell.height), cell.base
		x += width + optionGap
	}
	end()
	f.cost = 0
}

// isScale says whether options are steps of which only the first and the last
// say something, and that find room on one line.
func (f *flow) isScale(b document.Options, c column) bool {
	for i, o := range b.Items {
		end := i == 0 || i == len(b.Items)-1
		if end != (len(o.Text) > 0) {
			return false
		}
	}
	n := len(b.Items)
	return n > 2 && b.Shape == document.Bubble && float64(n)*3*f.style.Bubble <= c.measure
}

// wideScale sets a scale whose ends say too much to stand beside its steps: the
// steps are spread over the measure, and what the ends say stands under them.
func (f *flow) wideScale(b document.Options, list *Element, c column) {
	s := f.style
	t := s.Option
	pitch := max(t.Leading, s.OptionPitch)
	step := (c.measure - 2*s.Bubble) / float64(len(b.Items)-1)
	half := (c.measure - optionGap) / 2
	row := slab{height: pitch, base: f.baseline(t, pitch)}
	for i, o := range b.Items {
		li := &Element{Kind: "LI", Parent: list}
		lbl := Tag{Element: &Element{Kind: "Lbl", Parent: li}}
		body := &Element{Kind: "LBody", Parent: li}
		row.marks = append(row.marks, f.choiceMarks(o.Label, b.Shape, lbl, c.left+float64(i)*step, -row.base)...)
		left, edge := c.left, offset(flush)
		if i > 0 {
			left, edge = c.left+c.measure-half, ended
		}
		end := stack(f.lines(f.prose(o.Text, t, body), t, left, half, edge))
		for _, m := range end.marks {
			row.marks = append(row.marks, shift(m, -pitch))
		}
		row.height = max(row.height, pitch+end.height)
	}
	f.add(row)
}

// ended sets a line at the right edge.
func ended(_ *prose, _ line, free float64) float64 { return free }
