package layout

import (
	"math"
	"sort"
)

// A sheet is a page on its way to a text.
type sheet struct {
	width, height float64
	rows          []*row
}

// A book is all pages with what is usual in them.
type book struct {
	sheets  []*sheet
	size    float64 // of the type that most characters have
	leading float64 // from one baseline to the next, in that type
}

// newBook sets the words of pages in rows, and learns what is usual.
func newBook(pages []Page) *book {
	b := &book{}
	for _, p := range pages {
		b.sheets = append(b.sheets, &sheet{p.Width, p.Height, rowsOf(wordsOf(p))})
	}
	b.measure()
	return b
}

// measure finds the usual size and leading.
func (b *book) measure() {
	sizes := tally{}
	for _, s := range b.sheets {
		for _, r := range s.rows {
			for _, w := range r.words {
				sizes.add(w.size, 0.1, len(w.chars))
			}
		}
	}
	b.size = sizes.most(0.1)
	if b.size <= 0 {
		b.size = 10
	}
	steps := tally{}
	for _, s := range b.sheets {
		for i := 1; i < len(s.rows); i++ {
			u, v := s.rows[i-1], s.rows[i]
			if d := v.base - u.base; b.usual(u.size) && b.usual(v.size) && d > 0.8*b.size && d < 3*b.size {
				steps.add(d, 0.25, 1)
			}
		}
	}
	b.leading = steps.most(0.25)
	if b.leading <= 0 {
		b.leading = 1.2 * b.size
	}
}

// usual says that a size is that of the text, but for rounding.
func (b *book) usual(size float64) bool { return abs(size-b.size) < 0.04*b.size }

// A tally counts lengths in steps.
type tally map[int]int

func (t tally) add(x, step float64, n int) {
	if k := math.Round(x / step); abs(k) < 1e6 {
		t[int(k)] += n
	}
}

// most gives the most frequent length, with its neighbours' weight; of equal
// ones the least.
func (t tally) most(step float64) float64 {
	keys := make([]int, 0, len(t))
	for k := range t {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	best, n := 0, 0
	for _, k := range keys {
		if m := 2*t[k] + t[k-1] + t[k+1]; m > n {
			best, n = k, m
		}
	}
	return float64(best) * step
}
