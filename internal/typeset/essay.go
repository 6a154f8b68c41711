package typeset

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"quire/internal/document"
)

// essay sets the text under discussion with its numbered lines, and its side
// panels beside it, or before it where they would not fit.
func (f *flow) essay(b document.Essay, c column) {
	s := f.style
	index := f.essays
	f.essays++
	sect := &Element{Kind: "Sect", Parent: c.of}
	c.of = sect
	outer := c
	switch {
	case b.Numbers && c.top && s.EssayIndent > 0:
		c = f.indent(c, s.EssayIndent)
	case b.Numbers && !c.top: // make room for the numbers within what holds the essay
		c = f.indent(c, s.ParagraphNumberGap+s.Indent)
		b.Numbers = c.left-outer.left > s.ParagraphNumberGap
	}
	f.room(s.EssaySpace)
	before, space, cost, force, opens := f.list, f.space, f.cost, f.force, f.opens
	f.list = nil
	for i := range b.Paragraphs {
		var prev *document.EssayParagraph
		if i > 0 {
			prev = &b.Paragraphs[i-1]
		}
		f.essayParagraph(b, b.Paragraphs[i], prev, c)
	}
	text := f.list
	f.list = before
	f.space, f.cost = 0, 0
	beside := f.sidePanels(b.Side, index, c, text)
	if beside == nil && len(b.Side) > 0 { // what was to be kept with the text is kept with them
		f.space, f.cost, f.force, f.opens = space, cost, force, opens
		if len(text) > 0 {
			text[0].cost, text[0].force, text[0].opens = costBetween, false, opensNothing
		}
		f.panels(b.Side, outer)
		f.room(s.EssaySpace)
	}
	if len(text) > 0 {
		f.add(beside.beside(text)...)
	}
	if len(b.Notice) > 0 {
		f.paragraph(document.Paragraph{Style: document.Notice, Text: b.Notice}, c)
	}
	f.room(s.EssaySpace + s.ParagraphSpace)
}

// essayParagraph sets one block of the essay.
func (f *flow) essayParagraph(b document.Essay, p document.EssayParagraph, prev *document.EssayParagraph, c column) {
	s := f.style
	t, of := s.Essay, &Element{Kind: "P", Parent: c.of}
	space := s.EssayParagraph
	bar, bullet := false, false
	switch p.Kind {
	case document.EssayHeading:
		t, of = s.EssayHead, f.headingElement(2+max(p.Level, 1), c.of)
		space = s.SubheadSpace
	case document.EssayQuote:
		of.Parent = &Element{Kind: "BlockQuote", Parent: c.of}
		bar = true
	case document.EssayVerse:
		space = s.VerseSpace
	case document.EssayNote:
		t = s.EssayNote
	case document.EssayItem:
		of = &Element{Kind: "LBody", Parent: &Element{Kind: "LI", Parent: f.itemList(prev, c)}}
		bullet = true
		if prev != nil && prev.Kind == document.EssayItem {
			f.space, space = 0, s.EntrySpace
		}
	}
	text := f.prose(p.Text, t, of)
	starts := lineStarts(p, text.text)
	var slabs []slab
	switch {
	case len(starts) > 0 && s.Reflow && p.Kind != document.EssayVerse:
		slabs = f.newLines(b, p, text, starts, t, c)
	case len(starts) > 0:
		slabs = f.numberedLines(b, p, text, starts, t, c)
	default:
		slabs = f.lines(text, t, c.left, c.measure, flush)
	}
	if len(slabs) == 0 {
		return
	}
	if bullet && !b.Numbers {
		lbl := Tag{Element: &Element{Kind: "Lbl", Parent: of.Parent}}
		slabs[0].marks = append(f.label("•", t, lbl, c.left-2.5, -slabs[0].base, 20, true), slabs[0].marks...)
	} else if bullet {
		slabs[0].marks = append(f.label("•", t, Tag{}, c.left-2.5, -slabs[0].base, 20, true), slabs[0].marks...)
	}
	if p.Number > 0 && b.Numbers {
		mark := f.label("¶"+strconv.Itoa(p.Number), s.ParagraphNumber, Tag{Element: of}, c.left-s.ParagraphNumberGap, -slabs[0].base, s.hanging(c.left)-s.ParagraphNumberGap, true)
		slabs[0].marks = append(mark, slabs[0].marks...)
	}
	if p.Kind == document.EssayHeading {
		keep(slabs, costStrand)
		for i := range slabs {
			slabs[i].isHeading, slabs[i].heading = true, p.Source
		}
	}
	f.room(space)
	start := len(f.list)
	f.addLines(slabs)
	if bar {
		f.framed(start, &frame{left: c.left - 5, weight: s.Hair, gray: s.HairGray, bar: true})
	}
	if p.Number > 0 {
		f.anchor(start, paragraphAnchor(p.Number))
	}
	f.room(s.EssayParagraph)
	if p.Kind == document.EssayHeading {
		f.space = s.HeadSpace
		f.hold(costStrand)
	}
}

// itemList is the list that an item belongs to: the previous item's, if it
// follows one.
func (f *flow) itemList(prev *document.EssayParagraph, c column) *Element {
	if prev == nil || prev.Kind != document.EssayItem || f.items == nil || f.items.Parent != c.of {
		f.items = &Element{Kind: "L", Parent: c.of, Number: "Disc"}
	}
	return f.items
}

// lineStarts gives where a paragraph's numbered lines begin, in order and
// within its text.
func lineStarts(p document.EssayParagraph, text string) []int {
	var out []int
	for _, at := range p.LineStarts {
		if at < 0 || at >= len(text) || !utf8.RuneStart(text[at]) || len(out) > 0 && at <= out[len(out)-1] {
			continue
		}
		out = append(out, at)
	}
	if len(out) > 0 && out[0] != 0 {
		out = slices.Insert(out, 0, 0)
	}
	return out
}

// numberedLines sets exactly the essay's own lines. One that is wider than the
// measure by more than a hair (a long verse, an address) turns over, without a
// number of its own.
func (f *flow) numberedLines(b document.Essay, p document.EssayParagraph, text *prose, starts []int, t Type, c column) []slab {
	s := f.style
	base := f.baseline(t, t.Leading)
	var out []slab
	for i, start := range starts {
		end := len(text.text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		whole := text.trimmed(start, end)
		lines := []line{whole}
		if l := whole; f.roughWidth(text, l.start, l.end) > c.measure+s.Hair*8 {
			lines = f.breakLines(text, l.start, l.end, c.measure-s.Indent)
		}
		for j, l := range lines {
			if j == len(lines)-1 {
				l.space = whole.end < end && i < len(starts)-1
			}
			x := c.left
			if j > 0 {
				x += s.Indent
			} else if p.Kind != document.EssayItem {
				x -= f.hang(text, l)
			}
			row := slab{height: t.Leading, base: base, marks: f.setLine(text, l, x, -base)}
			if j == 0 && p.FirstLine > 0 {
				f.numberLine(&row, p.FirstLine+i, b.Numbers, c)
			}
			out = append(out, row)
		}
	}
	return out
}

// trimmed is a stretch of prose as a line, without white space around it.
func (p *prose) trimmed(start, end int) line {
	l := line{start: start, end: end}
	for l.start < end {
		r, n := utf8.DecodeRuneInString(p.text[l.start:end])
		if !isSpace(r) {
			break
		}
		l.start += n
	}
	for l.end > l.start {
		r, n := utf8.DecodeLastRuneInString(p.text[l.start:l.end])
		if !isSpace(r) {
			break
		}
		l.end -= n
	}
	return l
}

// numberLine gives a line its anchor and, every fifth line, its number.
func (f *flow) numberLine(row *slab, n int, print bool, c column) {
	if print && n%5 == 0 {
		f.marginNumber(row, strconv.Itoa(n), c)
	}
	if !f.copied {
		row.anchors = append(row.anchors, lineAnchor(n))
	}
}

// marginNumber hangs a line's number left of the text.
func (f *flow) marginNumber(row *slab, number string, c column) {
	s := f.style
	marks := f.label(number, s.LineNumber, Tag{}, c.left-s.LineNumberGap, -row.base, s.ParagraphNumberGap-s.LineNumberGap, true)
	row.marks = append(marks, row.marks...)
}
