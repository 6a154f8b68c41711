package compose

import "quire/internal/document"

const firstHalf, secondHalf = "first", "second"

// posted is how many characters of a name can be read from afar in half a page.
const posted = 28

// circles lists who sits inside in a half of the talk, and beside each who listens
// from outside.
func circles(d *desk, c document.Call) []document.Block {
	if d.class == nil {
		return nil
	}
	pairs := d.class.First
	if argumentAt(c, 0, firstHalf) == secondHalf {
		pairs = d.class.Second
	}
	if len(pairs) == 0 {
		return nil
	}
	t := document.Table{
		At: c.At, Caption: "Who talks inside, and who listens to whom from outside", RowHeads: true, Rules: true, Large: true,
		Head: []document.Cell{cell("Inside: talk"), cell("Outside: listen")}, Widths: []float64{1, 1}, Tight: len(pairs) > 15,
	}
	for _, p := range pairs {
		var out document.Cell
		for i, of := range p.Outside {
			if i > 0 {
				out.Text = append(out.Text, document.Text{Words: ","}, document.LineBreak{})
			}
			out.Text = append(out.Text, document.Text{Words: d.class.Students[of].within(posted)})
		}
		t.Rows = append(t.Rows, []document.Cell{cell(d.class.Students[p.Inside].within(posted)), out})
	}
	return []document.Block{t}
}
