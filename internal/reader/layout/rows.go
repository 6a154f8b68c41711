package layout

import (
	"sort"
	"strings"
)

// A row is what stands at one height of a page, across all of its columns.
type row struct {
	words      []*word // from left to right
	base, size float64 // of most of its characters
	left       string  // why it is not the text, if it isn't
}

// rowsOf puts words that share a baseline together, from the top down. Words
// that are raised a little, such as the numbers of notes, go with those beside.
func rowsOf(words []*word) []*row {
	sorted := append([]*word(nil), words...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].base < sorted[j].base })
	var rows []*row
	for _, w := range sorted {
		if n := len(rows); n > 0 {
			if r := rows[n-1]; w.base-r.base <= 0.22*min(w.size, r.size) {
				r.words = append(r.words, w)
				continue
			}
		}
		rows = append(rows, &row{words: []*word{w}, base: w.base, size: w.size})
	}
	for _, r := range rows {
		r.settle()
	}
	return mergeRaised(rows)
}

// settle sorts a row and finds its size and baseline.
func (r *row) settle() {
	sort.SliceStable(r.words, func(i, j int) bool { return r.words[i].left < r.words[j].left })
	most := map[float64]int{}
	for _, w := range r.words {
		most[w.size] += len(w.chars)
	}
	n := 0
	for _, w := range r.words {
		if m := most[w.size]; m > n || m == n && w.size > r.size {
			n, r.size, r.base = m, w.size, w.base
		}
	}
	for i, w := range r.words {
		w.glued = i > 0 && !w.spaced && abs(w.left-r.words[i-1].right) < falseGap*w.size
	}
}

// mergeRaised takes small rows that stand a little above or below another's
// baseline into it, if nothing of it is in their way.
func mergeRaised(rows []*row) []*row {
	gone := make([]bool, len(rows))
	into := func(i, k int) bool {
		if k < 0 || k >= len(rows) || gone[k] {
			return false
		}
		small, big := rows[i], rows[k]
		if small.size > 0.85*big.size || abs(big.base-small.base) > 0.65*big.size || len(small.words) > len(big.words) {
			return false
		}
		for _, w := range small.words {
			near := false
			for _, b := range big.words {
				if w.left < b.right-0.1*b.size && b.left < w.right-0.1*b.size {
					return false
				}
				near = near || abs(w.left-b.right) < b.size || abs(b.left-w.right) < b.size
			}
			if !near {
				return false
			}
		}
		big.words = append(big.words, small.words...)
		big.settle()
		gone[i] = true
		return true
	}
	for i := range rows {
		if !into(i, i+1) {
			into(i, i-1)
		}
	}
	kept := rows[:0]
	for i, r := range rows {
		if !gone[i] {
			kept = append(kept, r)
		}
	}
	return kept
}

// String gives a row's words with single spaces.
func (r *row) String() string { return spell(r.words) }

func spell(words []*word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 && !w.glued {
			b.WriteByte(' ')
		}
		b.WriteString(w.String())
	}
	return b.String()
}
