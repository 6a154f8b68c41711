package typeset

import (
	"strings"
	"testing"

	"quire/internal/document"
)

func cellRow(s string) []document.Cell {
	var out []document.Cell
	for _, w := range strings.Split(s, "|") {
		c := document.Cell{}
		if w != "" {
			c.Text = document.Words(w)
		}
		out = append(out, c)
	}
	return out
}

func TestRefolded(t *testing.T) {
	for _, tt := range []struct {
		name, head string
		rows       []string
		folds, to  int
		want       string // rows
	}{
		{"folded", "No|Is|No|Is", []string{"1|a|3|c", "2|b||"}, 2, 1, "1|a 2|b 3|c"},
		{"a short row", "No|Is|No|Is", []string{"1|a|3|c", "2"}, 2, 1, "1|a 2| 3|c"},
		{"threefold", "No|Is|No|Is|No|Is", []string{"1|a|3|c|5|e", "2|b|4|d||"}, 3, 2, "1|a|4|d 2|b|5|e 3|c"},
		{"nothing written yet", "No|Is|No|Is", []string{"|||", "|||"}, 2, 1, "| | | |"},
		{"other heads", "No|Is|No|Was", []string{"1|a|3|c"}, 1, 1, "1|a|3|c"},
		{"odd", "No|Is|No", []string{"1|a|3"}, 1, 1, "1|a|3"},
		{"no heads", "|||", []string{"1|a|3|c"}, 1, 1, "1|a|3|c"},
	} {
		b := document.Table{Head: cellRow(tt.head)}
		for _, r := range tt.rows {
			b.Rows = append(b.Rows, cellRow(r))
		}
		n := folds(b)
		var got []string
		for _, r := range refolded(b, n, tt.to).Rows {
			var cells []string
			for _, c := range r {
				cells = append(cells, document.Plain(c.Text))
			}
			got = append(got, strings.Join(cells, "|"))
		}
		if n != tt.folds || strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %d folds, then %q, want %d and %q", tt.name, n, got, tt.folds, tt.want)
		}
	}
}
