package typeset

import (
	"strings"
	"testing"

	"quire/internal/document"
)

func TestUnfolded(t *testing.T) {
	row := func(s string) []document.Cell {
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
	for _, tt := range []struct {
		name, head string
		rows       []string
		want       string // rows, empty if the table was not folded
	}{
		{"folded", "No|Is|No|Is", []string{"1|a|3|c", "2|b||"}, "1|a 2|b 3|c"},
		{"a short row", "No|Is|No|Is", []string{"1|a|3|c", "2"}, "1|a 2 3|c"},
		{"other heads", "No|Is|No|Was", []string{"1|a|3|c"}, ""},
		{"odd", "No|Is|No", []string{"1|a|3"}, ""},
		{"no heads", "|||", []string{"1|a|3|c"}, ""},
	} {
		b := document.Table{Head: row(tt.head)}
		for _, r := range tt.rows {
			b.Rows = append(b.Rows, row(r))
		}
		out, ok := unfolded(b)
		var got []string
		for _, r := range out.Rows {
			var cells []string
			for _, c := range r {
				cells = append(cells, document.Plain(c.Text))
			}
			got = append(got, strings.Join(cells, "|"))
		}
		if ok != (tt.want != "") || ok && strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %v %q, want %q", tt.name, ok, got, tt.want)
		}
	}
}
