package layout

import (
	"strings"
	"unicode"
)

// A word is characters that stand together on a line, with what is raised
// beside them, such as the number of a note.
type word struct {
	chars       []Char
	x           float64 // where the pen stood before it
	left, right float64
	base, size  float64 // of most of its characters
	spaced      bool    // the file has a space before it
	glued       bool    // no space stands before it, on its row
}

// Gaps between the ink of two characters, in ems of the larger one.
const (
	spaceGap = 0.28 // wider is a space where the file has none
	falseGap = 0.1  // a space without a width of its own that is narrower isn't one
	farGap   = 3.0  // wider parts words for good
)

// wordsOf parts the characters of a page into words, in the file's order.
func wordsOf(p Page) []*word {
	var out []*word
	var w *word
	space, wide := false, false
	var last Char // the last space
	for _, c := range p.Chars {
		if c.Rune == ' ' {
			space, last = true, c
			wide = wide || c.Right-c.Left > 0.01
			continue
		}
		if w != nil {
			before := w.chars[len(w.chars)-1]
			em := max(c.Size, before.Size)
			gap := (c.Left - before.Right) / em
			switch {
			case abs(c.Base-before.Base) > 0.7*em, gap < -0.7 && c.Left < before.Left, gap > farGap:
				w = nil
			case space && (wide || gap > falseGap), gap > spaceGap:
				w = nil
			}
		}
		if w == nil {
			// What another face sets may come after the rest of its line, and after
			// the space that ends that.
			beside := abs(c.X-last.Right) < c.Size && abs(c.Base-last.Base) < 0.7*c.Size
			w = &word{x: c.X, spaced: wide && beside}
			out = append(out, w)
		}
		w.chars = append(w.chars, c)
		space, wide = false, false
	}
	kept := out[:0]
	for _, w := range out {
		w.chars = accents(w.chars)
		if w.measure(); w.size > 0 {
			kept = append(kept, w)
		}
	}
	return kept
}

// measure finds a word's edges, and the baseline and the size of most of it.
func (w *word) measure() {
	w.left, w.right = w.chars[0].Left, w.chars[0].Right
	n := 0
	for _, c := range w.chars {
		w.left, w.right = min(w.left, c.Left), max(w.right, c.Right)
		same := 0
		for _, d := range w.chars[:min(len(w.chars), 40)] {
			if abs(d.Base-c.Base) < 0.05*c.Size && abs(d.Size-c.Size) < 0.05*c.Size {
				same++
			}
		}
		if same > n || same == n && c.Size > w.size {
			n, w.base, w.size = same, c.Base, c.Size
		}
	}
	w.x = min(w.x, w.left+0.3*w.size)
}

func (w *word) String() string {
	var b strings.Builder
	for _, c := range w.chars {
		b.WriteString(plain(c.Rune))
	}
	return b.String()
}

// letters counts letters and figures.
func (w *word) letters() (letters, figures int) {
	for _, c := range w.chars {
		switch {
		case unicode.IsLetter(c.Rune):
			letters++
		case unicode.IsDigit(c.Rune):
			figures++
		}
	}
	return letters, figures
}

// plain spells a ligature.
func plain(r rune) string {
	switch r {
	case 'ﬀ':
		return "ff"
	case 'ﬁ':
		return "fi"
	case 'ﬂ':
		return "fl"
	case 'ﬃ':
		return "ffi"
	case 'ﬄ':
		return "ffl"
	case 'ﬅ', 'ﬆ':
		return "st"
	}
	return string(r)
}

// combining gives the accents that old faces draw as characters of their own,
// over or under the next or the last letter.
var combining = map[rune]rune{'´': '\u0301', '`': '\u0300', '¨': '\u0308', 'ˆ': '\u0302', '˜': '\u0303', '¸': '\u0327', 'ˇ': '\u030c', '˚': '\u030a', '¯': '\u0304'}

// accents puts an accent that stands over a letter behind it.
func accents(chars []Char) []Char {
	out := chars[:0:0]
	for i := 0; i < len(chars); i++ {
		c := chars[i]
		mark, ok := combining[c.Rune]
		mid := (c.Left + c.Right) / 2
		over := func(k int) bool {
			return k >= 0 && k < len(chars) && unicode.IsLetter(chars[k].Rune) && chars[k].Left < mid && mid < chars[k].Right
		}
		switch {
		case ok && over(i+1):
			c.Rune = mark
			out = append(out, chars[i+1], c)
			i++
		case ok && over(i-1):
			c.Rune = mark
			out = append(out, c)
		default:
			out = append(out, c)
		}
	}
	return out
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
