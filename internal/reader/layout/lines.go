package layout

import (
	"sort"
	"unicode"
)

// A line is a row's words within one region.
type line struct {
	words        []*word
	page         int
	in           *region
	left, right  float64 // where the pen starts, where the ink ends
	base, size   float64
	bold, italic bool // all of its letters
	linked       bool // likewise, in a colour that isn't the text's
}

func newLine(words []*word) *line {
	l := &line{words: words, left: words[0].x, right: words[0].right}
	r := row{words: words}
	most := map[float64]int{}
	letters, bold, italic := 0, 0, 0
	n := 0
	for _, w := range r.words {
		l.right = max(l.right, w.right)
		most[w.size] += len(w.chars)
		for _, c := range w.chars {
			if !unicode.IsLetter(c.Rune) {
				continue
			}
			letters++
			if c.Bold {
				bold++
			}
			if c.Italic {
				italic++
			}
		}
	}
	for _, w := range words {
		if m := most[w.size]; m > n || m == n && w.size > l.size {
			n, l.size, l.base = m, w.size, w.base
		}
	}
	l.bold = letters > 0 && bold*20 >= letters*19
	l.italic = letters > 0 && italic*20 >= letters*19
	return l
}

func (l *line) String() string { return spell(l.words) }

// width gives the width of a line's first word, with what is glued to it.
func (l *line) firstWidth() float64 {
	to := l.words[0].right
	for _, w := range l.words[1:] {
		if !w.glued {
			break
		}
		to = w.right
	}
	return to - l.left
}

// takes says that the next line's first word would have found room at the end
// of a line: the line was ended on purpose.
func (l *line) takes(next *line) bool {
	return l.in.right-l.right >= 0.25*l.size+next.firstWidth()+l.in.slack()
}

// slack is how much room may be left where a line isn't ended on purpose:
// lines that are set ragged by looking at whole paragraphs leave some.
func (rg *region) slack() float64 {
	if rg.justified() {
		return 0
	}
	return 0.04 * (rg.right - rg.left)
}

// justified says that most lines end at the right edge.
func (rg *region) justified() bool {
	n := 0
	for _, l := range rg.lines {
		if abs(l.right-rg.right) < 0.15*l.size {
			n++
		}
	}
	return n*2 > len(rg.lines)
}

// indent says how far a line begins from the left edge, in points.
func (l *line) indent() float64 { return l.left - l.in.left }

// bounds finds where the lines of each region begin and end. Regions of few
// lines, or whose lines are all indented, take them over from a like one.
func (b *book) bounds(all []*region) {
	for _, rg := range all {
		for _, l := range rg.lines {
			l.in = rg
		}
		rg.left, rg.right = b.edgesOf(rg)
	}
	for _, rg := range all {
		var like *region
		for _, o := range all {
			if o == rg || len(o.lines) < 8 || o.narrow != rg.narrow || !rg.within(o, b.size) || o.left > rg.left && o.right < rg.right {
				continue
			}
			if like == nil || o.left < like.left-1 || o.left < like.left+1 && abs(float64(o.page-rg.page)) < abs(float64(like.page-rg.page)) {
				like = o
			}
		}
		if like != nil && (len(rg.lines) < 8 || like.left < rg.left-0.5*b.size) {
			rg.borrowed = like
		}
	}
	for _, rg := range all {
		if o := rg.borrowed; o != nil {
			rg.left, rg.right = o.left, o.right
		}
	}
}

// within says that a region's lines lie between the edges of another, and
// begin near its left edge or are few.
func (rg *region) within(o *region, em float64) bool {
	for _, l := range rg.lines {
		if l.left < o.left-0.5*em || l.right > o.right+0.5*em {
			return false
		}
	}
	return true
}

// edgesOf finds the leftmost place where lines begin again and again, and the
// rightmost where they end; if they end raggedly, the place that few pass.
func (b *book) edgesOf(rg *region) (left, right float64) {
	var from, to []float64
	for _, l := range rg.lines {
		from = append(from, l.left)
		to = append(to, -l.right)
	}
	need := max(2, len(rg.lines)/6)
	left, _ = firstOften(from, need, 0.15*b.size)
	right, ok := firstOften(to, need, 0.15*b.size)
	if !ok {
		right = to[min(len(to)/12, len(to)-1)]
	}
	return left, -right
}

// firstOften gives the least of the lengths that at least need of them share
// within a tolerance; else the least of all, and false.
func firstOften(x []float64, need int, within float64) (float64, bool) {
	sort.Float64s(x)
	for i := range x {
		k := i
		for k < len(x) && x[k]-x[i] <= within {
			k++
		}
		if k-i >= need {
			return x[i], true
		}
	}
	return x[0], false
}
