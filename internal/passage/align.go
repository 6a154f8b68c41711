package passage

import "strings"

// alignment is the stretch of the essay's words [first, last) that is nearest
// to a query. differs is the first word that isn't the query's.
type alignment struct{ first, last, differs, cost int }

// What it costs to turn the query into the essay's words, a word at a time.
const (
	costSlip  = 1 // a word like it
	costOther = 2 // another word, a word more, a word less
)

// align finds the stretch of the words [from, to) nearest to the query: edit
// distance in words, where what stands before and after is free (P. H. Sellers,
// The Theory and Computation of Evolutionary Distances: Pattern Recognition,
// Journal of Algorithms 1, 1980).
func (q *query) align(s *stream, from, to int) alignment {
	n := to - from
	lower := make([]string, n)
	for j := range lower {
		lower[j] = strings.ToLower(s.word(from + j))
	}
	type cell struct{ cost, first, differs int }
	above := make([]cell, n+1)
	row := make([]cell, n+1)
	for j := range above {
		above[j] = cell{first: j, differs: -1}
	}
	for i, w := range q.words {
		row[0] = cell{cost: (i + 1) * costOther, differs: 0}
		for j := 1; j <= n; j++ {
			same := 0
			if w != lower[j-1] {
				same = costOther
				if alike(w, lower[j-1]) {
					same = costSlip
				}
			}
			step := func(c cell, cost int) cell {
				c.cost += cost
				if cost > 0 && c.differs < 0 {
					c.differs = j - 1
				}
				return c
			}
			best := step(above[j-1], same)
			if c := step(above[j], costOther); c.cost < best.cost {
				best = c
			}
			if c := step(row[j-1], costOther); c.cost < best.cost {
				best = c
			}
			row[j] = best
		}
		above, row = row, above
	}
	end := 0
	for j := range above {
		if above[j].cost < above[end].cost {
			end = j
		}
	}
	c := above[end]
	if c.differs < 0 {
		c.differs = c.first
	}
	return alignment{first: from + c.first, last: from + end, differs: min(from+c.differs, to-1), cost: c.cost}
}

// alike says that two words differ by a slip: no more than two letters, all in
// one spot, in a word that is long enough for it; in a word of three letters two
// that changed places ("teh").
func alike(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a) == 3 && len(b) == 3 {
		return a == b[1:2]+b[:1]+b[2:] || a == b[:1]+b[2:]+b[1:2]
	}
	if len(b) < 4 || len(a)-len(b) > 2 {
		return false
	}
	head := 0
	for head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return len(a)-head-tail <= 2
}
