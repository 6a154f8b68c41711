package layout

import (
	"slices"
	"unicode"
)

// dropCaps joins large initials that hang over several rows to the word whose
// top they share, and notes for the rows beside them where they would begin
// without.
func (b *book) dropCaps(rows []*row) []*row {
	for i, r := range rows {
		for _, w := range r.words {
			n := b.initial(w)
			switch {
			case n == 0:
			case n < len(w.chars): // the file draws initial and word in one go
				hang(w.chars[:n], w, rows)
			case i > 0:
				if host, k := besideTop(w, rows[:i]); host != nil {
					hang(w.chars, w, rows)
					next := host.words[k]
					next.glued = !next.spaced && next.left-w.right < 0.6*next.size
					host.words = slices.Insert(host.words, k, w)
					r.words = slices.DeleteFunc(slices.Clone(r.words), func(o *word) bool { return o == w })
				}
			}
		}
	}
	return slices.DeleteFunc(rows, func(r *row) bool { return len(r.words) == 0 })
}

// initial says how many characters at a word's start are a large initial.
func (b *book) initial(w *word) int {
	n, capital := 0, false
	for n < len(w.chars) && w.chars[n].Size >= 1.7*b.size {
		capital = capital || unicode.IsUpper(w.chars[n].Rune)
		n++
	}
	if !capital || n > 2 || n < len(w.chars) && !b.usual(w.chars[len(w.chars)-1].Size) && w.chars[len(w.chars)-1].Size > 1.1*b.size {
		return 0
	}
	return n
}

// besideTop finds the row, of those above an initial's own, whose top is the
// initial's, and the word of it that stands right of the initial.
func besideTop(c *word, above []*row) (*row, int) {
	top := c.base - 0.8*c.size
	var host *row
	at := 0
	for i := len(above) - 1; i >= 0 && above[i].base > top; i-- {
		for k, w := range above[i].words {
			if besideInitial(w, c.right) {
				host, at = above[i], k
				break
			}
		}
	}
	return host, at
}

func besideInitial(w *word, edge float64) bool {
	return w.left > edge-0.3*w.size && w.left < edge+2*w.size
}

// hang lets the rows beside an initial begin where the initial does.
func hang(initial []Char, own *word, rows []*row) {
	c := initial[len(initial)-1]
	for _, r := range rows {
		if r.base <= c.Base-0.8*c.Size || r.base > c.Base+0.2*r.size {
			continue
		}
		for k, w := range r.words {
			if w == own || !besideInitial(w, c.Right) {
				continue
			}
			if k == 0 || r.words[k-1].right < initial[0].Left-r.size {
				w.x = initial[0].X
			}
			break
		}
	}
}
