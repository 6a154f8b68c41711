package typeset

import (
	"math"
	"slices"

	"quire/internal/document"
)

// folds is how many tables a table holds side by side: one that was folded to be
// wide and short has heads that say the same again and again.
func folds(b document.Table) int {
	n := len(b.Head)
	for k := 1; k <= n/2; k++ {
		if n%k != 0 {
			continue
		}
		same := true
		for i := k; i < n && same; i++ {
			same = document.Plain(b.Head[i].Text) == document.Plain(b.Head[i-k].Text)
		}
		if same && !empty(b.Head[:k]) {
			return n / k
		}
	}
	return 1
}

// refolded folds a table that holds so many side by side anew, so that it holds
// fewer.
func refolded(b document.Table, from, to int) document.Table {
	k := len(b.Head) / from
	var rows [][]document.Cell
	for i := range from {
		for _, r := range b.Rows {
			rows = append(rows, r[min(i*k, len(r)):min((i+1)*k, len(r))])
		}
	}
	last := len(rows)
	for last > 0 && empty(rows[last-1]) {
		last--
	}
	if last > 0 { // else they are all to be written into
		rows = rows[:last]
	}
	out := b
	out.Head, out.Widths = b.Head[:to*k], nil
	out.Align = b.Align[:min(to*k, len(b.Align))]
	out.Rows = make([][]document.Cell, (len(rows)+to-1)/to)
	for i, r := range rows {
		at := i % len(out.Rows)
		if missing := k - len(r); missing > 0 {
			r = append(slices.Clone(r), make([]document.Cell, missing)...)
		}
		out.Rows[at] = append(out.Rows[at], r...)
	}
	return out
}

// unfolded gives a table as many folds as it has, or fewer if it can't be set
// so. In an edition with large type it gives it as many as make it short while few
// cells turn over. Ok says whether there is such a table.
func (f *flow) unfolded(b document.Table, c column) (best tableSetter, ok bool) {
	n := folds(b)
	least := math.Inf(1)
	for to := n; to > 0; to-- {
		folded := b
		if to < n {
			folded = refolded(b, n, to)
		}
		t := f.tableSetter(folded, c)
		if !t.measureColumns() {
			continue
		}
		if !f.style.Single || b.Rules || n == 1 {
			return t, true
		}
		if bulk := t.bulk(); bulk < least {
			best, ok, least = t, true, bulk
		}
	}
	return best, ok
}

// bulk is how many lines a table takes, and half a line for each cell that
// turns over.
func (t *tableSetter) bulk() float64 {
	quiet := t.chars.quiet
	t.chars.quiet = true
	all := 0.0
	for i, r := range t.table.Rows {
		most := 1
		for col, cell := range r {
			left, right := t.pad(col)
			measure := max(t.lefts[col+1]-t.lefts[col]-left-right, 8)
			n := len(t.paragraphLines(t.prose(cell.Text, t.cellType(i, col), nil), measure))
			if n > 1 {
				all += 0.5
			}
			most = max(most, n)
		}
		all += float64(most)
	}
	t.chars.quiet = quiet
	return all
}

func empty(row []document.Cell) bool {
	for _, c := range row {
		if len(c.Text) > 0 {
			return false
		}
	}
	return true
}
