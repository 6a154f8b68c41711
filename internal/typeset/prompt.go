package typeset

import (
	"fmt"
	"slices"
	"strconv"

	"quire/internal/document"
	"quire/internal/face"
)

// prompt sets a numbered item and all that belongs to it. It is parted only if
// it is taller than a page; an entry of a key in an edition with large type, which
// nobody writes on, also where much of a page would stay empty.
func (f *flow) prompt(b document.Prompt, c column) {
	s := f.style
	f.room(s.PromptSpace)
	start := len(f.list)
	outer := c.left
	hangs := c.top
	if !c.top {
		number := max(s.Indent+4, f.textWidth(strconv.Itoa(b.Number), s.Number)+s.NumberGap+2)
		c = f.indent(c, number)
		hangs = c.left-outer > number-0.1 // there is room left of the text for the number
	}
	inner := c
	inner.of = &Element{Kind: "Sect", Parent: c.of}
	of := &Element{Kind: "P", Parent: inner.of}
	within, level := f.inWhole, f.level
	f.inWhole = true
	if b.Number > 0 {
		of = f.headingElement(level+1, inner.of)
	}
	f.promptBlocks(b, inner, of, hangs)
	f.inWhole, f.level = within, level
	f.cost, f.force, f.opens = 0, false, opensNothing
	if b.Number > 0 || b.Points != "" {
		f.promptLine(start, b, c, hangs)
		f.promptLabel(b, &f.list[start], of, c, hangs)
	}
	if start == len(f.list) {
		return
	}
	switch {
	case f.teacher && f.style.Single && c.top:
		f.partEntry(start)
	case height(f.list[f.led(start):]) > f.page || !f.whole(start, costPart):
		f.list[start].opens = max(f.list[start].opens, opensItem)
		f.tall(b.Source, itemName(b))
		f.partInAnswer(start)
	}
	if b.ID != "" {
		f.anchor(start, "q-"+b.ID)
	}
	f.bookmark(start, promptTitle(b), 3)
	f.room(s.PromptSpace)
}

// led is where what stays with the slab at an index begins: its heading.
func (f *flow) led(at int) int {
	for at > 0 && f.list[at].cost >= costStrand && !f.list[at].force {
		at--
	}
	return at
}

// partEntry lets a key's entry part, but for a few lines at either end.
func (f *flow) partEntry(start int) {
	const least = 3
	entry := f.list[start:]
	entry[0].opens = max(entry[0].opens, opensItem)
	keep(entry, costEntry)
	if len(entry) < 2*least {
		f.whole(start, costPart)
		return
	}
	keep(entry[:least], costOrphan)
	keep(entry[len(entry)-least:], costOrphan)
}

// partInAnswer has an item that is taller than a page, with its heading, parted
// between its rows to write on, if what stands above them fits on one.
func (f *flow) partInAnswer(start int) {
	for i := start; i < len(f.list); i++ {
		if f.list[i].ruling == nil {
			continue
		}
		if height(f.list[f.led(start):i+1]) <= f.page {
			keep(f.list[start:i+1], costStrand)
		}
		return
	}
}

// longStem is the number of bytes from which on a question is no heading.
const longStem = 320

// promptBlocks sets what a prompt holds. Its first paragraph belongs to the
// heading that its number makes in the structure, so that who reads with a
// screen reader can go from question to question; a long one doesn't. It leaves
// room for the points at its right.
func (f *flow) promptBlocks(b document.Prompt, c column, of *Element, hangs bool) {
	rest := b.Blocks
	if len(rest) > 0 {
		first := c
		if b.Points != "" && hangs {
			room := c.full - f.textWidth(b.Points, f.style.Points) - 2*f.style.NumberGap
			first.measure = min(c.measure, max(room, f.style.MinMeasure))
		}
		switch p := rest[0].(type) {
		case document.BlockQuote:
			f.blockQuote(p, first)
			rest = rest[1:]
		case document.Paragraph:
			if !(p.Style == document.Body || p.Style == document.Answer) || len(document.Plain(p.Text)) >= longStem {
				of = &Element{Kind: "P", Parent: c.of}
			}
			f.paragraphOf(p, first, of)
			rest = rest[1:]
		}
	}
	f.blocks(rest, c)
}

// promptLine puts a line for number and points before what a prompt begins
// with, unless that has a first line with room for them.
func (f *flow) promptLine(start int, b document.Prompt, c column, hangs bool) {
	line := f.emptyLine(c.body)
	if start < len(f.list) {
		first := &f.list[start]
		right := c.left + c.full
		if b.Points != "" {
			right -= f.textWidth(b.Points, f.style.Points) + f.style.NumberGap
		}
		if hangs && first.base > 0 && f.within(first, c.left-f.style.NumberGap, right) {
			return
		}
		line.space, line.cost, line.force = first.space, first.cost, first.force
		first.space, first.cost, first.force = f.style.ParagraphSpace, costStrand, false
	}
	f.list = slices.Insert(f.list, start, line)
}

// within says whether nothing of a slab stands further left or right.
func (f *flow) within(s *slab, left, right float64) bool {
	if s.side != nil {
		return false
	}
	for _, fr := range s.frames {
		if fr.left < left || !fr.bar && fr.right > right {
			return false
		}
	}
	for _, m := range s.marks {
		from, to := left, right
		switch m := m.(type) {
		case Run:
			from, to = m.X, m.X+f.runWidth(m)-float64(f.faces.Width(m.Face, " "))*m.Size/face.Em
		case Rule:
			from, to = min(m.X1, m.X2), max(m.X1, m.X2)
		}
		if from < left || to > right {
			return false
		}
	}
	return true
}

// promptLabel hangs the number in the margin and sets the points at the right.
// The number is read before the question, the points after it.
func (f *flow) promptLabel(b document.Prompt, first *slab, of *Element, c column, hangs bool) {
	s := f.style
	base := first.base
	if base == 0 {
		base = f.baseline(c.body, c.body.Leading)
	}
	if b.Number > 0 {
		x := c.left
		if hangs {
			x -= s.NumberGap
		}
		number := strconv.Itoa(b.Number)
		span := &Element{Kind: "Span", Parent: of, Actual: number + ". "}
		marks := f.label(number, s.Number, Tag{Element: span}, x, -base, c.left-s.NumberGap-4, hangs)
		first.marks = append(marks, first.marks...)
	}
	if b.Points != "" {
		points := &Element{Kind: "P", Parent: of.Parent}
		first.marks = append(first.marks, f.points(b.Points, points, c, -base)...)
	}
}

// itemName names a prompt for its author: by its number and by its id, if that
// says more.
func itemName(b document.Prompt) string {
	name := "this item"
	if b.Number > 0 {
		name = fmt.Sprintf("item %d", b.Number)
	}
	if b.ID != "" && b.ID != fmt.Sprintf("question-%d", b.Number) {
		name += " (" + b.ID + ")"
	}
	return name
}

func promptTitle(b document.Prompt) string {
	out := ""
	for _, block := range b.Blocks {
		if p, ok := block.(document.Paragraph); ok {
			out = title(p.Text, 60)
			break
		}
	}
	if b.Number > 0 {
		out = strconv.Itoa(b.Number) + "  " + out
	}
	return out
}
