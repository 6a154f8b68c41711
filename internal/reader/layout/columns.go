package layout

import (
	"sort"
)

// A region is a part of a page in which lines follow one another: a column, or
// what stands across all columns.
type region struct {
	page        int
	lines       []*line
	left, right float64 // where its full lines begin and end
	side        bool    // beside the text: too narrow and too short to be part of it
	narrow      bool    // one of several columns
	borrowed    *region // whose edges it takes over
}

const (
	gutter     = 0.9  // ems of the usual type; the least gap between columns
	gutterRows = 4    // rows that must have text on both sides of it
	leastSide  = 0.08 // of the page's text width; the least width of a column
)

// regions parts the rows of all pages into columns, in reading order.
func (b *book) regions() []*region {
	var known []cut
	for _, s := range b.sheets {
		if g, ok := b.gutterOf(s.text(), gutterRows); ok {
			known = append(known, g)
		}
	}
	var out []*region
	for page, s := range b.sheets {
		for _, rg := range b.split(s.text(), known, 0) {
			rg.page = page
			for _, l := range rg.lines {
				l.page = page
			}
			out = append(out, rg)
		}
	}
	b.bounds(out)
	b.sides(out)
	return out
}

// text gives the rows of a page that may be text.
func (s *sheet) text() []*row {
	var out []*row
	for _, r := range s.rows {
		if r.left == "" {
			out = append(out, r)
		}
	}
	return out
}

// split parts rows at their gutter, if they have one, into what crosses it and
// the columns on its sides, and these again.
func (b *book) split(rows []*row, known []cut, depth int) []*region {
	if len(rows) == 0 {
		return nil
	}
	g, ok := b.gutterOf(rows, gutterRows)
	if !ok {
		g, ok = b.fitting(rows, known)
	}
	if !ok || depth == 3 {
		rg := &region{narrow: depth > 0}
		for _, r := range rows {
			rg.lines = append(rg.lines, newLine(r.words))
		}
		return []*region{rg}
	}
	var out []*region
	over := b.crossing(rows, g)
	for i := 0; i < len(rows); {
		k := i
		for k < len(rows) && over[k] == over[i] {
			k++
		}
		band, across := rows[i:k], over[i]
		i = k
		if across {
			out = append(out, b.split(band, nil, depth+1)...)
			for _, rg := range out[len(out)-1:] {
				rg.narrow = depth > 0
			}
			continue
		}
		left, right := halves(band, g)
		out = append(out, b.split(left, nil, depth+1)...)
		out = append(out, b.split(right, nil, depth+1)...)
	}
	return out
}

// A cut is where columns part: x lies between them, right is where the right
// one begins.
type cut struct{ x, right float64 }

// crosses says that a row runs over a cut.
func (b *book) crosses(r *row, c cut) bool {
	at, _ := r.gapAt(c)
	if at >= 0 {
		return at < gutter*max(b.size, r.size)
	}
	for _, w := range r.words {
		if w.left < c.x && w.right > c.x {
			return true
		}
	}
	return false
}

// gapAt gives the gap between two words of a row at a cut, -1 if there is
// none, and the widest other gap.
func (r *row) gapAt(c cut) (at, widest float64) {
	at = -1
	for i := 1; i < len(r.words); i++ {
		u, v := r.words[i-1], r.words[i]
		if u.right <= c.x && v.left >= c.x {
			at = v.left - u.right
		} else {
			widest = max(widest, v.left-u.right)
		}
	}
	return at, widest
}

// touches says that a row doesn't run over a cut, though its left part ends
// close before it: the right part begins where the right column does.
func (b *book) touches(r *row, c cut) bool {
	for i := 1; i < len(r.words); i++ {
		u, v := r.words[i-1], r.words[i]
		if u.right <= c.x && v.left >= c.x {
			return v.left-u.right > 0.25*b.size && abs(v.left-c.right) < 1
		}
	}
	return false
}

// crossing says for each row whether it runs over a cut.
func (b *book) crossing(rows []*row, c cut) []bool {
	out := make([]bool, len(rows))
	for i, r := range rows {
		out[i] = b.crosses(r, c)
	}
	for i, r := range rows {
		free := (i == 0 || !b.crosses(rows[i-1], c)) && (i+1 == len(rows) || !b.crosses(rows[i+1], c))
		if out[i] && free && b.touches(r, c) {
			out[i] = false
		}
	}
	return out
}

func halves(rows []*row, g cut) (left, right []*row) {
	for _, r := range rows {
		l := &row{base: r.base, size: r.size}
		rr := &row{base: r.base, size: r.size}
		for _, w := range r.words {
			if w.right <= g.x {
				l.words = append(l.words, w)
			} else {
				rr.words = append(rr.words, w)
			}
		}
		if len(l.words) > 0 {
			left = append(left, l)
		}
		if len(rr.words) > 0 {
			right = append(right, rr)
		}
	}
	return left, right
}

// gutterOf finds the gap between columns that parts the most rows of one
// stretch of the page.
func (b *book) gutterOf(rows []*row, least int) (cut, bool) {
	best, at := 0, cut{}
	for _, g := range b.gaps(rows, least) {
		if n := b.parts(rows, g); n > best {
			best, at = n, g
		}
	}
	return at, best >= least
}

// gaps gives the places where columns may part: those that few rows run over
// and that have enough to their left and to their right.
func (b *book) gaps(rows []*row, least int) []cut {
	type end struct {
		x    float64
		step int
	}
	var ends []end
	chunks := 0
	for _, r := range rows {
		from := r.words[0].left
		for i, w := range r.words {
			if i+1 == len(r.words) || r.words[i+1].left-w.right >= gutter*max(b.size, r.size) {
				ends = append(ends, end{from, 1}, end{w.right, -1})
				chunks++
				if i+1 < len(r.words) {
					from = r.words[i+1].left
				}
			}
		}
	}
	sort.Slice(ends, func(i, j int) bool {
		return ends[i].x < ends[j].x || ends[i].x == ends[j].x && ends[i].step < ends[j].step
	})
	type place struct {
		cut
		width float64
		open  int
	}
	var places []place
	open, ended := 0, 0
	for i, e := range ends[:max(len(ends)-1, 0)] {
		open += e.step
		if e.step < 0 {
			ended++
		}
		width := ends[i+1].x - e.x
		if width > 0.02*b.size && ended >= least && chunks-ended-open >= least && open*3 <= chunks {
			places = append(places, place{cut{e.x + width/2, ends[i+1].x}, width, open})
		}
	}
	sort.SliceStable(places, func(i, j int) bool {
		return places[i].open < places[j].open || places[i].open == places[j].open && places[i].width > places[j].width
	})
	var out []cut
	for _, p := range places[:min(len(places), 6)] {
		out = append(out, p.cut)
	}
	return out
}

// fitting finds a gutter known from other pages that no row of this one crosses.
func (b *book) fitting(rows []*row, known []cut) (cut, bool) {
	for _, g := range known {
		free := true
		for _, r := range rows {
			free = free && !b.crosses(r, g)
		}
		if free && b.parts(rows, g) > 0 {
			return g, true
		}
	}
	return cut{}, false
}

// parts counts the lines left of a gutter that have one to their right, in
// the stretch of rows where there are most. It is 0 if what stands on a side is
// too narrow for a column, or is numbers and signs, such as those of a list.
func (b *book) parts(rows []*row, g cut) int {
	best := 0
	for i := 0; i < len(rows); {
		if b.crosses(rows[i], g) {
			i++
			continue
		}
		k := i
		var left, right extent
		n, last := 0, 0.0
		both, clear := 0, 0 // rows with words on both sides; those whose widest gap is at the cut
		for ; k < len(rows) && !b.crosses(rows[k], g); k++ {
			onLeft, onRight := false, false
			for _, w := range rows[k].words {
				if w.right <= g.x {
					left.take(w)
					onLeft = true
				} else {
					right.take(w)
					onRight = true
				}
			}
			if onLeft && onRight {
				n++
				both++
				if at, widest := rows[k].gapAt(g); at >= widest {
					clear++
				}
			} else if onRight && left.words > 0 || onLeft && right.words > 0 {
				if onLeft != (last > 0) && abs(abs(last)-rows[k].base) <= 1.1*b.leading {
					n++
				}
			}
			last = rows[k].base
			if onRight && !onLeft {
				last = -last
			}
		}
		i = k
		if width := right.to - left.from; left.wide(width) && right.wide(width) && clear*2 >= both {
			best = max(best, n)
		}
	}
	return best
}

// An extent is how far the words on one side of a gutter reach.
type extent struct {
	from, to       float64
	words, spelled int
}

func (e *extent) take(w *word) {
	if e.words == 0 {
		e.from, e.to = w.left, w.right
	}
	e.from, e.to = min(e.from, w.left), max(e.to, w.right)
	e.words++
	if letters, figures := w.letters(); letters > figures {
		e.spelled++
	}
}

func (e *extent) wide(page float64) bool {
	return e.words > 0 && e.to-e.from >= leastSide*page && e.spelled*10 >= 6*e.words
}

// sides marks the regions beside the text: those of a page with columns that
// are much narrower than the widest and hold much less.
func (b *book) sides(all []*region) {
	for i := 0; i < len(all); {
		k := i
		for k < len(all) && all[k].page == all[i].page {
			k++
		}
		page := all[i:k]
		i = k
		widest, chars := 0.0, 0
		for _, rg := range page {
			if n := rg.chars(); n > chars {
				chars, widest = n, rg.right-rg.left
			}
		}
		for _, rg := range page {
			rg.side = rg.narrow && rg.right-rg.left < 0.5*widest && rg.chars()*3 < chars
		}
	}
}

func (rg *region) chars() int {
	n := 0
	for _, l := range rg.lines {
		for _, w := range l.words {
			n += len(w.chars)
		}
	}
	return n
}
