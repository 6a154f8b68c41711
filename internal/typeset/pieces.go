package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is a stretch [start, end) of prose that no line end parts; next is
// where the piece after it begins, past the white space. Hard pieces end their
// line. A piece may be empty where two line ends meet.
type piece struct {
	start, end, next int
	hard             bool
}

// pieces parts prose where lines may end: at spaces and after dashes. No line
// begins with a dash, "34–41" holds together, and so do words that holds says.
func (p *prose) pieces(start, end int) []piece {
	var out []piece
	begin := p.skipSpaces(start, end)
	prev := rune(0)
	for i := begin; i < end; {
		r, n := utf8.DecodeRuneInString(p.text[i:])
		switch {
		case r == '\n' && p.endsLine(i):
			out = append(out, piece{begin, i, i + n, true})
			begin = p.skipSpaces(i+n, end)
			i, prev = begin, 0
			continue
		case isSpace(r):
			j := p.skipSpaces(i, end)
			next, _ := utf8.DecodeRuneInString(p.text[j:end])
			if k := p.skipSpaces(j+len("·"), end); p.listed && next == '·' && k > j+len("·") && k < end {
				out = append(out, piece{begin, i, k, false}) // the dot goes where the line ends
				begin, i, prev = k, k, 0
				continue
			}
			if isDash(next) || next == '·' || holds(p.text[begin:i], p.text[j:end]) || p.letters(begin, i, j) {
				i, prev = j, r
				continue
			}
			if j < end && next == '\n' { // a line end follows, and ends the piece
				out = append(out, piece{begin, i, j + 1, true})
				j = p.skipSpaces(j+1, end)
			} else {
				out = append(out, piece{begin, i, j, false})
			}
			begin, i, prev = j, j, 0
			continue
		case isDash(r) && i+n < end:
			next, _ := utf8.DecodeRuneInString(p.text[i+n:])
			if endsAfterDash(prev, r, next) {
				out = append(out, piece{begin, i + n, i + n, false})
				begin = i + n
			}
		}
		prev = r
		i += n
	}
	if begin < end {
		out = append(out, piece{begin, end, end, false})
	}
	return out
}

// unparted joins the words of a list's entries where those are short, so that
// lines end between entries.
func (f *flow) unparted(p *prose, pieces []piece, measure float64) []piece {
	if !p.listed {
		return pieces
	}
	out := pieces[:0:0]
	for i := 0; i < len(pieces); {
		n := i
		for n+1 < len(pieces) && !pieces[n].hard && !strings.Contains(p.text[pieces[n].end:pieces[n].next], "·") {
			n++
		}
		if first, last := pieces[i], pieces[n]; n > i && f.roughWidth(p, first.start, last.end) <= measure/2 {
			out = append(out, piece{first.start, last.end, last.next, last.hard})
		} else {
			out = append(out, pieces[i:n+1]...)
		}
		i = n + 1
	}
	return out
}

// letters says whether a stretch is an option's letter, set otherwise than the
// word at next: it stays with that.
func (p *prose) letters(start, end, next int) bool {
	if r, n := utf8.DecodeRuneInString(p.text[start:end]); n != end-start || !unicode.IsUpper(r) {
		return false
	}
	i, j := p.from(start), p.from(next)
	return j < len(p.strands) && p.strands[i].face != p.strands[j].face
}

// skipSpaces gives the first place from i on that holds no space; it stops at
// a line's end.
func (p *prose) skipSpaces(i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(p.text[i:])
		if !isSpace(r) || r == '\n' && p.endsLine(i) {
			return i
		}
		i += n
	}
	return end
}

// endsLine says whether the newline at a place is a LineBreak, not just white
// space.
func (p *prose) endsLine(at int) bool {
	i := p.from(at)
	return i < len(p.strands) && p.strands[i].kind == lineStrand
}

func isDash(r rune) bool { return r == '–' || r == '—' || r == '―' }

// endsAfterDash says whether a line may end after a dash: before a word or an
// opening mark, not within a range of numbers.
func endsAfterDash(prev, dash, next rune) bool {
	if dash == '–' && unicode.IsDigit(prev) && unicode.IsDigit(next) {
		return false
	}
	return unicode.IsLetter(next) || unicode.IsDigit(next) || strings.ContainsRune("“‘([", next)
}

// opens says which marks hang a little into the margin at a line's beginning.
func opens(r rune) bool { return r == '“' || r == '‘' || r == '"' || r == '\'' }

// fit parts pieces that are wider than the measure: after slashes, full stops,
// hyphens and the like, and where there are none for too long, anywhere.
func (f *flow) fit(p *prose, pieces []piece, measure float64) []piece {
	out := pieces[:0:0]
	for _, c := range pieces {
		if f.roughWidth(p, c.start, c.end) <= measure*0.95 || f.width(p, c.start, c.end) <= measure {
			out = append(out, c)
			continue
		}
		out = f.part(p, c, measure, out)
	}
	return out
}

// part cuts one piece into some that fit. Widths are those of single
// characters, which kerning as a rule only makes smaller.
func (f *flow) part(p *prose, c piece, measure float64, out []piece) []piece {
	begin, width := c.start, 0.0
	cut := func(at int) {
		if at > begin && at < c.end {
			out = append(out, piece{start: begin, end: at, next: at})
			begin, width = at, 0
		}
	}
	for i := c.start; i < c.end; {
		n, w := f.unit(p, i)
		n = min(n, c.end-i)
		if width+w > measure*0.99 {
			cut(i)
		}
		width += w
		if r, _ := utf8.DecodeRuneInString(p.text[i:]); strings.ContainsRune("/.-_?&=,;–—", r) || isSpace(r) {
			cut(i + n)
		}
		i += n
	}
	return append(out, piece{begin, c.end, c.next, c.hard})
}

// unit measures what must not be parted at a place: a character with the marks
// on it, or a whole strand.
func (f *flow) unit(p *prose, at int) (bytes int, width float64) {
	i := p.from(at)
	if i >= len(p.strands) {
		return 1, 0
	}
	s := &p.strands[i]
	if s.whole || s.kind != wordStrand {
		return s.end - at, f.strandWidth(s, at, s.end)
	}
	r, n := utf8.DecodeRuneInString(p.text[at:s.end])
	for at+n < s.end {
		m, k := utf8.DecodeRuneInString(p.text[at+n : s.end])
		if !unicode.Is(unicode.M, m) {
			break
		}
		n += k
	}
	return n, f.advance(s, r)
}

// roughWidth is at least about what a stretch will take; it shapes nothing, so
// that a word of a million letters costs no more than reading it.
func (f *flow) roughWidth(p *prose, start, end int) float64 {
	if end-start < 48 {
		return f.width(p, start, end)
	}
	width := 0.0
	for i := start; i < end; {
		n, w := f.unit(p, i)
		width += w
		i += n
	}
	return width
}
