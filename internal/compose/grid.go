package compose

import "quire/internal/document"

// grid is a table whose empty columns are left out. The first column is each
// row's number.
type grid struct {
	head []string
	rows [][]document.Cell
	used []bool
}

func newGrid(head ...string) *grid {
	return &grid{head: head, used: make([]bool, len(head))}
}

func (g *grid) row(cells ...[]document.Inline) {
	row := make([]document.Cell, len(g.head))
	for i, in := range cells {
		if document.Plain(in) != "" {
			row[i].Text = in
			g.used[i] = true
		}
	}
	g.rows = append(g.rows, row)
}

// blocks gives the table. Of more rows than most it sets the second half beside
// the first.
func (g *grid) blocks(at document.At, caption string, most int) []document.Block {
	n := len(g.rows)
	if n == 0 {
		return nil
	}
	t := document.Table{At: at, Caption: caption, RowHeads: g.used[0]}
	height := n
	if n > most {
		height = (n + 1) / 2
	}
	for first := 0; first < n; first += height {
		g.columns(&t, first, height)
	}
	return []document.Block{t}
}

// columns adds the columns in use, with the rows from first on, to a table.
func (g *grid) columns(t *document.Table, first, height int) {
	again := first > 0
	if !again {
		t.Rows = make([][]document.Cell, height)
	}
	for i, h := range g.head {
		if !g.used[i] {
			continue
		}
		t.Head = append(t.Head, cell(h))
		align := document.Left
		if h == "Points" || h == "DOK" {
			align = document.Right
		}
		t.Align = append(t.Align, align)
		for r := range t.Rows {
			var c document.Cell
			if first+r < len(g.rows) {
				c = g.rows[first+r][i]
			}
			if again && i == 0 && c.Text != nil { // only the first column heads its rows
				c.Text = []document.Inline{document.Strong{Inlines: c.Text}}
			}
			t.Rows[r] = append(t.Rows[r], c)
		}
	}
}
