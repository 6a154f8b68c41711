package layout

import (
	"sort"
	"strconv"
)

// A margin number is a number at the left or right end of a row, away from the
// text.
type marginNumber struct {
	page, value int
	row         *row
	word        *word
}

// lineNumbers takes the numbers of lines out of the margins: figures set under
// one another beside the text that count up in even steps.
func (b *book) lineNumbers() {
	for _, right := range []bool{false, true} {
		byEdge := map[int][]marginNumber{}
		for page, s := range b.sheets {
			for _, r := range s.rows {
				if m, ok := r.marginNumber(right); ok && r.left == "" {
					m.page = page
					// Numbers of one and two figures share their right edges, or
					// else their left ones.
					byEdge[2*int(m.word.right/3)] = append(byEdge[2*int(m.word.right/3)], m)
					byEdge[2*int(m.word.left/3)+1] = append(byEdge[2*int(m.word.left/3)+1], m)
				}
			}
		}
		keys := make([]int, 0, len(byEdge))
		for k := range byEdge {
			keys = append(keys, k)
		}
		sort.Ints(keys)
		for _, k := range keys {
			// An edge on the border of two steps is looked for in both.
			if all := append(append([]marginNumber(nil), byEdge[k]...), byEdge[k+2]...); counts(all) && b.clear(all) {
				for _, m := range all {
					m.row.drop(m.word)
				}
			}
		}
	}
	for _, s := range b.sheets {
		s.rows = nonEmpty(s.rows)
	}
}

func (r *row) marginNumber(right bool) (marginNumber, bool) {
	n := len(r.words)
	if n == 0 {
		return marginNumber{}, false
	}
	w := r.words[0]
	if right {
		w = r.words[n-1]
	}
	if n > 1 {
		gap := r.words[1].left - w.right
		if right {
			gap = w.left - r.words[n-2].right
		}
		if gap < 0.7*r.size {
			return marginNumber{}, false
		}
	}
	if len(w.chars) > 4 {
		return marginNumber{}, false
	}
	v, err := strconv.Atoi(w.String())
	return marginNumber{value: v, row: r, word: w}, err == nil && v > 0
}

// counts says that numbers, down the pages, count lines.
func counts(all []marginNumber) bool {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		return a.page < b.page || a.page == b.page && a.row.base < b.row.base
	})
	if len(all) == 2 {
		return all[0].value == 5 && all[1].value == 10
	}
	steps := map[int]int{}
	for i := 1; i < len(all); i++ {
		steps[all[i].value-all[i-1].value]++
	}
	for _, step := range []int{5, 1, 10, 2, 3, 4} {
		if steps[step] >= 2 && steps[step]*10 >= 7*(len(all)-1) {
			return true
		}
	}
	return false
}

// clear says that hardly any other word stands where the numbers do.
func (b *book) clear(all []marginNumber) bool {
	mine := map[*word]bool{}
	pages := map[int]bool{}
	left, right := all[0].word.left, all[0].word.right
	for _, m := range all {
		mine[m.word] = true
		pages[m.page] = true
		left, right = min(left, m.word.left), max(right, m.word.right)
	}
	rows, hit := 0, 0
	for page, s := range b.sheets {
		if !pages[page] {
			continue
		}
		for _, r := range s.rows {
			if r.left != "" {
				continue
			}
			rows++
			for _, w := range r.words {
				if !mine[w] && w.left < right && w.right > left {
					hit++
					break
				}
			}
		}
	}
	return hit*10 <= rows
}

// drop removes a word from a row.
func (r *row) drop(w *word) {
	kept := r.words[:0]
	for _, o := range r.words {
		if o != w {
			kept = append(kept, o)
		}
	}
	r.words = kept
	if len(kept) > 0 {
		r.settle()
	}
}

func nonEmpty(rows []*row) []*row {
	kept := rows[:0]
	for _, r := range rows {
		if len(r.words) > 0 {
			kept = append(kept, r)
		}
	}
	return kept
}
