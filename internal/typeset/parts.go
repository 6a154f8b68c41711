package typeset

import "quire/internal/document"

// parts sets the pieces of a card, their labels in a column of their own at the
// left, as far as they fit into it; else each label before its first words. A
// card, which a question holds on to, is rather kept whole than parted, but not
// at any price.
func (f *flow) parts(b document.Parts, c column) {
	s := f.style
	f.room(s.PartSpace)
	between, within := costRow, costAnswer
	if f.cost >= costStrand {
		between, within = costCard, costCard+costRow
	}
	width := f.labelColumn(b, c)
	for _, p := range b.Items {
		start := len(f.list)
		if width == 0 {
			f.blocks(runIn(p), c)
		} else {
			f.besideLabel(p, width, c)
		}
		if start < len(f.list) {
			keep(f.list[start:], within)
			f.room(s.PartSpace)
			f.hold(between)
		}
	}
	f.cost = 0
	f.room(s.BlockSpace)
}

// labelColumn is the width of the labels' column; 0 if there is no room for one.
func (f *flow) labelColumn(b document.Parts, c column) float64 {
	if f.style.Single || c.side {
		return 0
	}
	width := 0.0
	for _, p := range b.Items {
		width = max(width, f.textWidth(p.Label, f.style.PanelHead))
	}
	width += f.style.FieldGap * 0.75
	if width > c.full*0.25 {
		return 0
	}
	return width
}

// besideLabel sets one piece to the right of its label.
func (f *flow) besideLabel(p document.Part, width float64, c column) {
	s := f.style
	inner := c
	inner.top = false
	inner.left += width
	inner.full -= width
	inner.measure = min(c.measure, inner.full)
	start := len(f.list)
	f.blocks(p.Blocks, inner)
	if start == len(f.list) || p.Label == "" {
		return
	}
	if first := &f.list[start]; first.base == 0 {
		line := f.emptyLine(s.PanelHead)
		line.space, line.cost, line.force = first.space, first.cost, first.force
		first.space, first.cost, first.force = 0, costStrand, false
		f.list = append(f.list[:start], append([]slab{line}, f.list[start:]...)...)
	}
	first := &f.list[start]
	label := Tag{Element: &Element{Kind: "P", Parent: c.of}}
	first.marks = append(f.label(p.Label, s.PanelHead, label, c.left, -first.base, width, false), first.marks...)
}

// runIn puts a piece's label before its first words.
func runIn(p document.Part) []document.Block {
	if p.Label == "" || len(p.Blocks) == 0 {
		return p.Blocks
	}
	lead := []document.Inline{document.Strong{Inlines: document.Words(p.Label + ":")}}
	if first, ok := p.Blocks[0].(document.Paragraph); ok {
		first.Text = append(append(lead, document.Text{Words: " "}), first.Text...)
		return append([]document.Block{first}, p.Blocks[1:]...)
	}
	return append([]document.Block{document.Paragraph{Text: lead}}, p.Blocks...)
}
