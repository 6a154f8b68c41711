package typeset

import "quire/internal/document"

// mostLines bounds the answer rules of one block.
const mostLines = 400

// shortReply is the number of rules up to which they stay together on a page.
const shortReply = 3

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
	room := c.full * 0.6 // for a label before a rule
	if p := f.words(b.Label, s.Label, nil); !b.Boxed && f.roughWidth(p, 0, len(p.text)) > room {
		f.answerLabel(b, c.left, c.full, c)
		b.Label = ""
	}
	if b.Boxed {
		f.answerBox(b, n, c)
		f.room(s.AnswerSpace + 2)
		return
	}
	start := len(f.list)
	for i := range n {
		row := slab{height: s.Ruling, cost: costAnswer, stretch: s.RulingStretch}
		left := c.left
		if i == 0 && b.Label != "" {
			of := &Element{Kind: "P", Parent: c.of}
			row.marks = f.label(b.Label, s.Label, Tag{Element: of}, left, -s.Ruling+2.5, room, false)
			p := f.clipped(b.Label, s.Label, of, room)
			left += f.width(p, 0, len(p.text)) + 5
		}
		y := -s.Ruling + s.Rule/2
		row.marks = append(row.marks, Rule{X1: left, Y1: y, X2: c.left + c.full, Y2: y, Weight: s.Rule})
		f.add(row)
	}
	if n <= shortReply {
		keep(f.list[start:], costOrphan)
	}
	f.ruled(start)
	f.room(s.RuledSpace)
}

// answerBox frames room to write in; it parts only where it must.
func (f *flow) answerBox(b document.AnswerLines, n int, c column) {
	s := f.style
	start := len(f.list)
	if b.Label != "" {
		f.answerLabel(b, c.left+s.Padding, c.full-2*s.Padding, c)
	}
	rows := len(f.list)
	for range n {
		f.add(slab{height: s.Ruling, cost: costAnswer})
	}
	f.ruled(rows)
	f.framed(start, &frame{left: c.left, right: c.left + c.full, pad: s.Padding / 2, weight: s.Rule})
	f.whole(start, costWhole)
}

// answerLabel sets a label above what it names.
func (f *flow) answerLabel(b document.AnswerLines, left, measure float64, c column) {
	t := f.style.Label
	slabs := f.lines(f.words(b.Label, t, &Element{Kind: "P", Parent: c.of}), t, left, measure, flush)
	for i := range slabs {
		slabs[i].base = 0 // no number hangs by it
	}
	keep(slabs, costStrand)
	f.add(slabs...)
	f.hold(costStrand)
}
