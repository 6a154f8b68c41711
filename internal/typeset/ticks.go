package typeset

import (
	"strconv"
	"unicode/utf8"

	"quire/internal/document"
)

// newLines breaks a paragraph anew, to the measure and type of an edition that
// doesn't print the essay's own lines. A tick stands where each of those begins,
// but for the paragraph's first; every fifth has its number in the margin, beside
// the printed line where it begins.
func (f *flow) newLines(b document.Essay, p document.EssayParagraph, text *prose, starts []int, t Type, c column) []slab {
	base := f.baseline(t, t.Leading)
	text.makeRoom(starts[1:], tickRoom*t.Size)
	lines := f.paragraphLines(text, c.measure)
	var out []slab
	next := 0 // of starts
	for i, l := range lines {
		x := c.left
		if p.Kind != document.EssayItem {
			x -= f.hang(text, l)
		}
		row := slab{height: t.Leading, base: base, marks: f.setLine(text, l, x, -base)}
		end := len(text.text)
		if i+1 < len(lines) {
			end = lines[i+1].start
		}
		number := ""
		for ; next < len(starts) && starts[next] < end; next++ {
			if next > 0 {
				row.marks = append(row.marks, f.tick(text, l, starts[next], x, base, t))
			}
			if p.FirstLine > 0 {
				number = f.beginLine(&row, p.FirstLine+next, number)
			}
		}
		if number != "" && b.Numbers {
			f.marginNumber(&row, number, c)
		}
		out = append(out, row)
	}
	return out
}

// tickRoom is the room that a tick gets beyond the space that it stands in, as a
// part of the type's size.
const tickRoom = 0.16

// makeRoom parts strands at places so that there is room before each.
func (p *prose) makeRoom(places []int, room float64) {
	var out []strand
	for _, s := range p.strands {
		for len(places) > 0 && places[0] < s.start {
			places = places[1:]
		}
		for len(places) > 0 && places[0] < s.end && s.kind == wordStrand && !s.whole {
			if at := places[0]; at > s.start {
				before := s
				before.end, before.words = at, s.words[:at-s.start]
				out = append(out, before)
				s.start, s.words = at, s.words[at-s.start:]
			}
			s.lead = room
			places = places[1:]
		}
		out = append(out, s)
	}
	p.strands = out
}

// beginLine gives the printed line where a numbered one begins its anchor, and
// the numbers so far to print beside it.
func (f *flow) beginLine(row *slab, n int, number string) string {
	if !f.copied {
		row.anchors = append(row.anchors, lineAnchor(n))
	}
	switch {
	case n%5 != 0:
		return number
	case number != "":
		return number + ", " + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// tick is a thin upright stroke before the word at a place in a line of prose
// that begins at x: in the middle of the space there, or a little left of the
// line. It reaches above and below all letters so that it isn't taken for one.
func (f *flow) tick(p *prose, l line, at int, x, base float64, t Type) Mark {
	s := f.style
	at = min(max(at, l.start), l.end)
	space := 0.0
	if i := p.from(l.start); i < len(p.strands) {
		space = f.advance(&p.strands[i], ' ')
		if p.strands[i].start == l.start && at > l.start {
			x -= p.strands[i].lead
		}
	}
	if x += f.width(p, l.start, at); at == l.start {
		x -= space * 0.6
	} else {
		if r, _ := utf8.DecodeLastRuneInString(p.text[:at]); !isSpace(r) {
			space = 0
		}
		x += (tickRoom*t.Size - space) / 2
	}
	return Rule{
		X1: x, Y1: -base - 0.26*t.Size, X2: x, Y2: -base + 0.84*t.Size,
		Weight: s.TickWeight, Gray: s.TickGray,
	}
}
