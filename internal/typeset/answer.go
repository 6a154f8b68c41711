package typeset

import "quire/internal/document"

// mostLines bounds the answer rules of one block.
const mostLines = 400

// answerLines sets rules to write on, across both columns, or a frame of the
// same height.
func (f *flow) answerLines(b document.AnswerLines, c column) {
	s := f.style
	n := min(b.Lines, mostLines)
	if n <= 0 {
		return
	}
	f.room(s.AnswerSpace)
	f.hold(costStrand)
	if b.Boxed {
		f.answerBox(b, n, c)
		f.room(s.AnswerSpace + 2)
		return
	}
	for i := range n {
		row := slab{height: s.Ruling, cost: costAnswer, stretch: s.RulingStretch}
		left := c.left
		if i == 0 && b.Label != "" {
			of := &Element{Kind: "P", Parent: c.of}
			row.marks = f.label(b.Label, s.Label, Tag{Element: of}, left, -s.Ruling+2.5, c.measure/2, false)
			p := f.clipped(b.Label, s.Label, of, c.measure/2)
			left += f.width(p, 0, len(p.text)) + 5
		}
		y := -s.Ruling + s.Rule/2
		row.marks = append(row.marks, Rule{X1: left, Y1: y, X2: c.left + c.full, Y2: y, Weight: s.Rule})
		f.add(row)
	}
	f.room(s.RuledSpace)
}

// answerBox frames room to write in; it parts only where it must.
func (f *flow) answerBox(b document.AnswerLines, n int, c column) {
	s := f.style
	start := len(f.list)
	if b.Label != "" {
		of := &Element{Kind: "P", Parent: c.of}
		t := s.Label
		base := f.baseline(t, t.Leading)
		f.add(slab{height: t.Leading, marks: f.label(b.Label, t, Tag{Element: of}, c.left+s.Padding, -base, c.measure, false)})
	}
	for range n {
		f.add(slab{height: s.Ruling, cost: costAnswer})
	}
	f.framed(start, &frame{left: c.left, right: c.left + c.full, pad: s.Padding / 2, weight: s.Rule})
	f.whole(start, costWhole)
}
