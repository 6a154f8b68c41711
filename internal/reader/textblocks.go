package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

const (
	verseWidth = 64  // characters; longer indented lines are prose, unless lines are wrapped
	wrapWidth  = 105 // characters; lines that run on past this were not wrapped by hand
	ragged     = 12  // characters that a full line may fall short of the measure
)

// measure finds the margin, whether lines are wrapped by hand, and at what
// width: then nearly all lines that are followed by another are so long that
// its first word would not have fitted.
func (r *textReader) measure() {
	var sizes []int
	weight := map[int]int{} // characters at each indent
	all := 0
	pairs, full, long, early := 0, 0, 0, 0
	live := r.live()
	for _, i := range live {
		l := &r.lines[i]
		if l.size <= wrapWidth {
			sizes = append(sizes, l.right())
		} else {
			long++
		}
		weight[l.indent] += l.size
		all += l.size
	}
	for indent, sum := 0, 0; sum*4 < all; indent++ {
		sum += weight[indent]
		r.margin = indent
	}
	if len(sizes) == 0 || long*20 > len(live) {
		return
	}
	slices.Sort(sizes)
	width := sizes[len(sizes)-1-len(sizes)/50]
	for k := 0; k+1 < len(live); k++ {
		i := live[k]
		if live[k+1] != i+1 || r.lines[i+1].indent > r.lines[i].indent {
			continue
		}
		pairs++
		if l := &r.lines[i]; !endsSentence(l.String()) {
			word, _, _ := strings.Cut(r.lines[i+1].String(), " ")
			if l.right()+1+utf8.RuneCountInString(word) <= width {
				early++
			}
		}
		if r.lines[i].right()*4 >= width*3 {
			full++
		}
	}
	if width >= 30 && pairs > 0 && full*5 >= pairs*3 {
		r.width = width
		r.filled = early*20 <= pairs
	}
}

// fits says that a line's successor could have begun in it.
func (r *textReader) fits(l, next *textLine) bool {
	word, _, _ := strings.Cut(next.String(), " ")
	return l.right()+1+utf8.RuneCountInString(word) <= r.width
}

// blocks groups the lines: blank lines part blocks, and what stands between two
// of them is parted further where indents or short lines say so.
func (r *textReader) blocks() []textBlock {
	r.bounds()
	var all []textBlock
	var run []textLine
	gap := 0
	flush := func() {
		if len(run) == 0 {
			return
		}
		blocks := r.split(run)
		blocks[0].gap, blocks[0].turn = gap, run[0].turn
		if n := len(all); n > 0 && r.goesOn(&all[n-1], &blocks[0]) {
			all[n-1].lines = append(all[n-1].lines, blocks[0].lines...)
			blocks = blocks[1:]
		}
		all = append(all, blocks...)
		run, gap = nil, 0
	}
	for _, l := range r.lines {
		switch {
		case l.left == pageWhy: // it may stand within a paragraph
			r.parts = append(r.parts, r.part(textBlock{lines: []textLine{l}, left: pageWhy}))
			continue
		case l.blank():
			flush()
			gap++
			continue
		case len(run) > 0 && (l.left != run[0].left || l.note != run[0].note):
			flush()
		}
		run = append(run, l)
	}
	flush()
	return all
}

// bounds finds where prose begins and ends: what stands before and after may be
// titles, menus, notices, a line each.
func (r *textReader) bounds() {
	live := r.live()
	r.started, r.ended = len(r.lines), 0
	for k, i := range live {
		if !r.proseAt(live, k) {
			continue
		}
		if r.started == len(r.lines) {
			if n := r.deckAt(live, k); n > 0 {
				r.deck = n
			} else if i >= r.deck {
				r.started = i
			}
		}
		r.ended = i + 1
	}
	if r.ended == 0 { // no line looks like prose: then all do
		r.started, r.ended = 0, len(r.lines)
	}
}

// deckAt says that the paragraph at a line is a deck: short, and a credit or
// by-line follows. It gives the index after that.
func (r *textReader) deckAt(live []int, k int) int {
	words := 0
	for k < len(live) && words <= deckWords {
		words += len(strings.Fields(r.lines[live[k]].String()))
		k++
		if k < len(live) && live[k] != live[k-1]+1 {
			break
		}
	}
	for n := 0; n < 3 && words <= deckWords && k < len(live); n, k = n+1, k+1 {
		if s := r.lines[live[k]].String(); isCredit(s) || isByWord(s) {
			return live[k] + 1
		}
	}
	return 0
}

// proseAt says that a line is one of a paragraph: long, or full and followed by
// another.
func (r *textReader) proseAt(live []int, k int) bool {
	l := &r.lines[live[k]]
	if r.width == 0 {
		return l.size > wrapWidth || l.size > verseWidth && endsSentence(l.String())
	}
	full := func(k int) bool {
		return k >= 0 && k < len(live) && r.full(&r.lines[live[k]]) && r.lines[live[k]].size*2 > r.width
	}
	next := k + 1
	return full(k) && next < len(live) && live[next] == live[k]+1 && (full(next) || startsLow(r.lines[live[next]].String())) ||
		full(k) && k > 0 && live[k-1] == live[k]-1 && full(k-1)
}

// full says that a line reaches the measure, or nearly.
func (r *textReader) full(l *textLine) bool { return r.width > 0 && l.right() >= r.width-ragged }

// goesOn says that a block is the rest of the paragraph before it, cut by a
// page's end or by a blank line where one was.
func (r *textReader) goesOn(a, b *textBlock) bool {
	if a.kind != essay.Paragraph || b.kind != essay.Paragraph || a.left != b.left || a.note != b.note || a.head || b.head || a.item.sign != "" || b.item.sign != "" || a.left != "" {
		return false
	}
	last, first := &a.lines[len(a.lines)-1], &b.lines[0]
	words := last.String()
	end, _ := utf8.DecodeLastRuneInString(words)
	low := startsLow(first.String())
	switch {
	case endsSentence(words) || first.indent > r.margin+1 && first.indent != a.lines[0].indent:
		return false
	case b.turn:
		return low || unicode.IsLower(end) && (r.width == 0 || r.full(last)) || strings.ContainsRune("-,", end) && r.full(last)
	}
	return low && r.full(last) && b.gap == 1 && (unicode.IsLetter(end) || end == ',' || end == '-')
}
