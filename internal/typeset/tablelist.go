package typeset

import "quire/internal/document"

// tableAsList sets a table that has too many columns for the page: each row a
// paragraph, each cell after its column's head.
func (f *flow) tableAsList(b document.Table, c column) {
	if !f.copied && !f.style.Single {
		f.found.Warn("L1", b.Source, "a table has too many columns for the page and is set as a list",
			"Turn its rows and columns round, or make two of it.")
	}
	rows := b.Rows
	if len(rows) == 0 {
		rows = [][]document.Cell{b.Head}
	}
	for _, r := range rows {
		var text []document.Inline
		add := func(in ...document.Inline) { text = append(text, in...) }
		for i := range max(len(r), len(b.Head)) {
			var head, cell []document.Inline
			if i < len(b.Head) && len(b.Rows) > 0 {
				head = b.Head[i].Text
			}
			if i < len(r) {
				cell = r[i].Text
			}
			if len(text) > 0 && len(head)+len(cell) > 0 {
				add(document.Text{Words: " · "})
			}
			if len(head) > 0 {
				add(document.Strong{Inlines: head}, document.Text{Words: "\u00a0 "})
			}
			add(cell...)
		}
		f.paragraph(document.Paragraph{Text: text}, c)
	}
}

// mostTurns is the number of lines of a cell from which on a table of words is
// better read as lists, in an edition with large type.
const mostTurns = 6

// towering says that a table whose rows have heads is all narrow towers of
// words.
func (t *tableSetter) towering() bool {
	b := t.table
	if !t.style.Single || b.Rules || b.MinRow > 0 || !b.RowHeads || len(b.Head) < 4 || folds(b) > 1 {
		return false
	}
	for i, r := range b.Rows {
		for col, cell := range r {
			left, right := t.pad(col)
			measure := max(t.lefts[col+1]-t.lefts[col]-left-right, 8)
			if len(t.paragraphLines(t.prose(cell.Text, t.cellType(i, col), nil), measure)) >= mostTurns {
				return true
			}
		}
	}
	return false
}

// tableAsLists sets a table whose rows have heads as a list for each row, its
// head above it, each cell after its column's head.
func (f *flow) tableAsLists(b document.Table, c column) {
	for _, r := range b.Rows {
		start := len(f.list)
		f.room(f.style.SubheadSpace)
		f.paragraph(document.Paragraph{Text: []document.Inline{document.Strong{Inlines: r[0].Text}}}, c)
		f.hold(costStrand)
		l := document.List{At: b.At}
		for i, cell := range r[1:] {
			text := cell.Text
			if i+1 < len(b.Head) {
				text = append([]document.Inline{document.Strong{Inlines: b.Head[i+1].Text}, document.Text{Words: ": "}}, text...)
			}
			l.Items = append(l.Items, document.Item{Blocks: []document.Block{document.Paragraph{Text: text}}})
		}
		f.bullets(l, c)
		f.whole(start, costEntry)
	}
	f.room(f.style.BlockSpace)
}
