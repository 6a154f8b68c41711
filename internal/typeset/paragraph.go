package typeset

import (
	"quire/internal/document"
	"quire/internal/face"
)

// paragraph sets running text in the type of its work.
func (f *flow) paragraph(p document.Paragraph, c column) {
	f.paragraphOf(p, c, &Element{Kind: "P", Parent: c.of})
}

// paragraphOf sets running text that belongs to an element.
func (f *flow) paragraphOf(p document.Paragraph, c column, of *Element) {
	s := f.style
	t, before, after := c.body, 0.0, s.ParagraphSpace
	measure := c.measure
	follow := false // what follows stays with it
	switch p.Style {
	case document.Byline:
		t, before, after, follow = s.Byline, 0, 3, c.top
		measure = c.full
	case document.Question:
		t, before, after, follow = s.Question, 3, s.ParagraphSpace, c.top
	case document.Directions:
		t, before, after, follow = s.Directions, 0, s.BlockSpace, true
		if f.inWhole {
			after = s.ParagraphSpace
		}
	case document.Answer:
		t, before, after, follow = s.Answer, 2, 0, true
	case document.Reason:
		t, before, after = s.Reason, s.ReasonSpace, s.ReasonSpace
	case document.Notice:
		t, before, after = s.Notice, s.ParagraphSpace, s.ParagraphSpace
	case document.Bank:
		f.bank(p, c, of)
		return
	}
	if c.side {
		t = s.SideBody
	}
	text := f.prose(p.Text, t, of)
	text.listed = p.Style == document.Byline
	slabs := f.lines(text, t, c.left, measure, f.hung)
	if len(slabs) == 0 {
		return
	}
	f.room(before)
	f.addLines(slabs)
	f.room(after)
	if follow {
		f.hold(costStrand)
	}
}

// bank sets a word bank in a frame.
func (f *flow) bank(p document.Paragraph, c column, of *Element) {
	s := f.style
	words := f.prose(p.Text, s.Bank, of)
	words.listed = true
	slabs := f.lines(words, s.Bank, c.left+s.Padding, c.measure-2*s.Padding, f.hung)
	if len(slabs) == 0 {
		return
	}
	pad := s.Padding / 2
	f.room(s.ParagraphSpace + 1)
	start := len(f.list)
	f.addLines(slabs)
	f.framed(start, &frame{left: c.left, right: c.left + c.measure, pad: pad, weight: s.Rule})
	f.whole(start, costWhole)
	f.room(s.ParagraphSpace + 2)
}

// framed puts a frame around the slabs from start on. Frames within frames get
// no padding once that would fill a good part of the page.
func (f *flow) framed(start int, fr *frame) {
	if start >= len(f.list) {
		return
	}
	if len(f.list[start].frames) > 8 {
		fr.pad = 0
	}
	for i := start; i < len(f.list); i++ {
		f.list[i].frames = append([]*frame{fr}, f.list[i].frames...)
	}
	f.list[start].padAbove(fr.pad)
	f.list[len(f.list)-1].height += fr.pad
}

// blockQuote sets blocks off, beside a hairline. A short one stays whole: a
// card's question with what it asks about.
func (f *flow) blockQuote(b document.BlockQuote, c column) {
	s := f.style
	inner := f.indent(c, s.Indent)
	inner.of = &Element{Kind: "BlockQuote", Parent: c.of}
	start := len(f.list)
	f.room(s.ParagraphSpace + 1)
	f.blocks(b.Blocks, inner)
	if height(f.list[start:]) < f.page/4 {
		keep(f.list[start:], costOrphan)
	}
	f.framed(start, &frame{left: inner.left - s.Indent*0.6, weight: s.Hair, gray: s.HairGray, bar: true})
	f.space = 0
	f.room(s.ParagraphSpace + 1)
}

// fields sets the lines to fill in at a sheet's head, as many on a row as leave
// each a rule to write on.
func (f *flow) fields(b document.Fields, c column) {
	for rest := b.Fields; len(rest) > 0; {
		n, shares := 0, 0.0
		for n < len(rest) && n < 6 {
			sh := share(rest[n], len(b.Fields))
			all := shares + sh
			if n+1 < len(rest) || len(rest) == len(b.Fields) { // only a last row is spread out
				all = max(all, 1)
			}
			if n > 0 && (shares+sh > 1.001 || !f.fieldsFit(rest[:n+1], all, len(b.Fields), c)) {
				break
			}
			shares += sh
			n++
		}
		if n == len(b.Fields) { // a single row may be short
			shares = max(shares, 1)
		}
		f.fieldRow(rest[:n], shares, len(b.Fields), c)
		rest = rest[n:]
	}
}

// fieldsFit says whether each field gets rule enough on one row, where their
// shares are of all.
func (f *flow) fieldsFit(fields []document.FieldLine, all float64, count int, c column) bool {
	s := f.style
	for i, l := range fields {
		rule := c.full*share(l, count)/all - 5 - f.natural(document.Words(l.Label), s.Label)
		if i < len(fields)-1 {
			rule -= s.FieldGap
		}
		if rule < s.FieldLeast {
			return false
		}
	}
	return true
}

func share(l document.FieldLine, of int) float64 {
	if l.Share > 0 {
		return min(max(l.Share, 0.12), 1)
	}
	return max(1/float64(of), 0.12)
}

// fieldRow sets fields on one line; their shares are of all.
func (f *flow) fieldRow(fields []document.FieldLine, all float64, count int, c column) {
	s := f.style
	t := s.Label
	base := s.FieldBase
	row := slab{height: base + 4, base: base}
	x := c.left
	for i, l := range fields {
		end := x + c.full*share(l, count)/all
		right := end
		if i < len(fields)-1 {
			right -= s.FieldGap
		}
		of := &Element{Kind: "P", Parent: c.of}
		room := max(right-x-s.FieldLeast, s.FieldLeast)
		row.marks = append(row.marks, f.label(l.Label, t, Tag{Element: of}, x, -base, room, false)...)
		from := x
		if l.Label != "" {
			p := f.clipped(l.Label, t, of, room)
			from += f.width(p, 0, len(p.text)) + 5
		}
		row.marks = append(row.marks, Rule{X1: from, Y1: -base - 2, X2: max(right, from), Y2: -base - 2, Weight: s.Rule})
		if l.Slot != "" {
			row.marks = append(row.marks, Slot{
				Tag: Tag{Element: of}, Name: l.Slot, X: from + 3, Y: -base, Width: max(right-from-6, 0),
				Face: s.Slot.id(), Size: s.Slot.Size,
			})
		}
		x = end
	}
	f.room(s.ParagraphSpace)
	f.add(row)
	f.room(s.BlockSpace)
	f.hold(costStrand)
}

// runWidth is a run's width with its trailing space.
func (f *flow) runWidth(r Run) float64 {
	w := 0
	for i := range r.Glyphs {
		w += r.Glyphs[i].Advance
	}
	return float64(w) * r.Size / face.Em
}
