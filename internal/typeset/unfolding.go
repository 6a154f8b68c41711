package typeset

import "quire/internal/document"

// unfolded gives a table that was folded to be wide and short (its heads say the
// same twice) its right half below the left one. Ok says whether it was folded.
func unfolded(b document.Table) (out document.Table, ok bool) {
	k := len(b.Head) / 2
	if k == 0 || len(b.Head) != 2*k {
		return b, false
	}
	for i := range k {
		head := document.Plain(b.Head[i].Text)
		if head == "" || head != document.Plain(b.Head[k+i].Text) {
			return b, false
		}
	}
	out = b
	out.Head, out.Rows, out.Widths = b.Head[:k], nil, nil
	out.Align = b.Align[:min(k, len(b.Align))]
	for _, r := range b.Rows {
		out.Rows = append(out.Rows, r[:min(k, len(r))])
	}
	for _, r := range b.Rows {
		if len(r) > k && !empty(r[k:]) {
			out.Rows = append(out.Rows, r[k:])
		}
	}
	return out, true
}

func empty(row []document.Cell) bool {
	for _, c := range row {
		if len(c.Text) > 0 {
			return false
		}
	}
	return true
}
