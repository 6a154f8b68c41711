package markdown

import (
	"slices"
	"strings"
	"unicode/utf8"

	"quire/internal/document"
)

// table writes a table. GitHub's tables have a header row: where there is none
// it stays empty.
func (w *writer) table(t document.Table) []chunk {
	columns := len(t.Head)
	for _, r := range t.Rows {
		columns = max(columns, len(r))
	}
	if columns == 0 {
		return nil
	}
	rows := [][]string{w.cells(t.Head, columns), make([]string, columns)}
	for i := range columns {
		rows[1][i] = "---"
		if i < len(t.Align) {
			rows[1][i] = [...]string{document.Left: "---", document.Center: ":-:", document.Right: "--:"}[t.Align[i]]
		}
	}
	for _, r := range t.Rows {
		row := w.cells(r, columns)
		if t.RowHeads && row[0] != "" && !strings.HasPrefix(row[0], "*") {
			row[0] = line([]document.Inline{document.Strong{Inlines: r[0].Text}}, context{table: true, oneLine: true})
		}
		rows = append(rows, row)
	}
	return w.grid(rows)
}

func (w *writer) cells(in []document.Cell, columns int) []string {
	out := make([]string, columns)
	for i, c := range in {
		out[i] = line(c.Text, context{table: true, oneLine: true, foot: &w.foot})
	}
	return out
}

// grid writes rows, the second of which are the marks under the header. Inside
// a list or a quotation, where tables are fragile, each row becomes an entry.
func (w *writer) grid(rows [][]string) []chunk {
	var b strings.Builder
	if w.nested > 0 {
		for _, r := range append(rows[:1:1], rows[2:]...) {
			r = slices.DeleteFunc(slices.Clone(r), func(c string) bool { return c == "" })
			if len(r) > 0 {
				b.WriteString("\n- " + lineStart(strings.Join(r, " · ")))
			}
		}
		if b.Len() == 0 {
			return nil
		}
		return []chunk{{kind: bulletChunk, text: b.String()[1:]}}
	}
	stretch(rows)
	for i, r := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteByte('|')
		for _, c := range r {
			if c != "" {
				b.WriteString(" " + c)
			}
			b.WriteString(" |")
		}
	}
	return []chunk{{kind: tableChunk, text: b.String()}}
}

const (
	// wideRow is the length in characters beyond which pandoc gives a table's
	// columns the shares that their marks under the header have.
	wideRow = 72
	// leastMark is the shortest of these marks, longestMark that of a column with
	// longestCell characters in a cell or more.
	leastMark, longestMark, longestCell = 3, 30, 60
)

// stretch makes the marks under the header of a table with wide rows as long as
// the columns need, so that a word processor's table has no column too narrow.
func stretch(rows [][]string) {
	needs := make([]int, len(rows[1]))
	wide := false
	for r, row := range rows {
		all := 1
		for i, c := range row {
			n := utf8.RuneCountInString(c)
			all += n + 3
			if r != 1 {
				needs[i] = max(needs[i], min(n, longestCell))
			}
		}
		wide = wide || all > wideRow
	}
	if !wide {
		return
	}
	for i, mark := range rows[1] {
		n := max(leastMark, needs[i]*longestMark/longestCell)
		rows[1][i] = strings.Replace(mark, "-", strings.Repeat("-", max(1, n-len(mark)+1)), 1)
	}
}

// matching writes two columns side by side, each left entry with its blank.
func (w *writer) matching(m document.Matching) []chunk {
	n := max(len(m.Left), len(m.Right))
	if n == 0 {
		return nil
	}
	rows := [][]string{make([]string, 3), {"---", "---", "---"}}
	c := context{table: true, oneLine: true}
	rows[0][1], rows[0][2] = line(m.LeftHead, c), line(m.RightHead, c)
	for i := range n {
		row := make([]string, 3)
		if i < len(m.Left) {
			row[0] = strings.Repeat("_", narrow/2)
			if l := label(m.Left[i].Label, true); l != "" {
				row[0] = l + " " + row[0]
			}
			row[1] = line(m.Left[i].Text, c)
		}
		if i < len(m.Right) {
			right := []document.Inline{
				document.Strong{Inlines: document.Words(m.Right[i].Label)}, document.Text{Words: " "},
			}
			row[2] = line(append(right, m.Right[i].Text...), c)
		}
		rows = append(rows, row)
	}
	return w.grid(rows)
}
