package typeset

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/face"
	"quire/internal/linebreak"
)

// A line is a stretch [start, end) of prose on one baseline. Space says that a
// space parts it from the next line.
type line struct {
	start, end int
	space      bool
}

// breakLines breaks a stretch of prose into ragged lines.
func (f *flow) breakLines(p *prose, start, end int, measure float64) []line {
	f.limitBlanks(p, measure)
	pieces := f.fit(p, f.unparted(p, p.pieces(start, end), measure), measure)
	var out []line
	for len(pieces) > 0 {
		n := 1
		for !pieces[n-1].hard && n < len(pieces) {
			n++
		}
		out = f.breakGroup(p, pieces[:n], measure, out)
		pieces = pieces[n:]
	}
	if len(out) > 0 {
		out[len(out)-1].space = false
	}
	return out
}

// limitBlanks makes blanks no wider than a line.
func (f *flow) limitBlanks(p *prose, measure float64) {
	for i := range p.strands {
		if s := &p.strands[i]; s.kind == blankStrand {
			s.width = max(0, min(s.width, measure*0.95-f.glossWidth(s.number)))
		}
	}
}

// breakGroup breaks pieces up to a line's end.
func (f *flow) breakGroup(p *prose, pieces []piece, measure float64, out []line) []line {
	const unit = 64
	widths := make([]linebreak.Piece, len(pieces))
	for i, c := range pieces {
		widths[i].Width = int(math.Ceil(f.width(p, c.start, c.end) * unit))
		if c.next > c.end {
			widths[i].Space = int(math.Ceil(f.width(p, c.end, c.next) * unit))
		}
	}
	m := int(measure*unit) + 1
	starts := linebreak.Break(widths, m, m*m/16)
	for i, a := range starts {
		b := len(pieces)
		if i+1 < len(starts) {
			b = starts[i+1]
		}
		last := pieces[b-1]
		out = append(out, line{pieces[a].start, last.end, last.next > last.end})
	}
	return out
}

// width is how wide a stretch of prose is.
func (f *flow) width(p *prose, start, end int) float64 {
	width := 0.0
	for i := p.from(start); i < len(p.strands) && p.strands[i].start < end; i++ {
		s := &p.strands[i]
		width += f.strandWidth(s, max(start, s.start), min(end, s.end))
	}
	return width
}

func (f *flow) strandWidth(s *strand, start, end int) float64 {
	switch s.kind {
	case blankStrand:
		return f.glossWidth(s.number) + s.width
	case signStrand:
		return s.sign.width * s.size
	case wordStrand:
		width := 0
		f.glyphs(s, start, end, func(g []face.Glyph) {
			for i := range g {
				width += g[i].Advance
			}
		})
		lead := 0.0
		if start == s.start {
			lead = s.lead
		}
		return lead + float64(width)*s.size/face.Em
	}
	return 0
}

// advance is the width of a single character.
func (f *flow) advance(s *strand, r rune) float64 {
	if isSpace(r) || isHeldSpace(r) {
		return float64(f.wordSpace(s.face)[0].Advance) * s.size / face.Em
	}
	return float64(max(f.faces.Advance(s.face, r), 0)) * s.size / face.Em
}

// wordSpace is the space between two words in a face.
func (f *flow) wordSpace(id face.ID) []face.Glyph {
	if f.spaces[id] == nil {
		f.spaces[id] = slices.Clone(f.faces.Shape(id, " "))
		f.spaces[id][0].Advance += int(f.style.WordSpace * face.Em)
	}
	return f.spaces[id]
}

// glyphs shapes a stretch of a strand word by word; each white space is a space.
func (f *flow) glyphs(s *strand, start, end int, yield func([]face.Glyph)) {
	if s.whole {
		yield(f.faces.Shape(s.face, s.words))
		return
	}
	text := s.words[start-s.start : end-s.start]
	word := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isSpace(r) || isHeldSpace(r) {
			if i > word {
				yield(f.faces.Shape(s.face, text[word:i]))
			}
			yield(f.wordSpace(s.face))
			word = i + n
		}
		i += n
	}
	if word < len(text) {
		yield(f.faces.Shape(s.face, text[word:]))
	}
}

// setLine sets a line of prose from x on a baseline.
func (f *flow) setLine(p *prose, l line, x, y float64) []Mark {
	var marks []Mark
	var run Run
	// All runs of the line share their glyphs' room: they are most of the memory
	// that a document takes.
	glyphs, from := make([]face.Glyph, 0, l.end-l.start+1), 0
	flush := func() {
		if len(run.Glyphs) > 0 {
			marks = append(marks, run)
		}
		run, from = Run{}, len(glyphs)
	}
	for i := p.from(l.start); i < len(p.strands) && p.strands[i].start < l.end; i++ {
		s := &p.strands[i]
		switch s.kind {
		case blankStrand:
			flush()
			marks = append(marks, f.blankMarks(s, x, y)...)
			x += f.strandWidth(s, s.start, s.end)
		case signStrand:
			flush()
			marks = append(marks, signMarks(s, x, y)...)
			x += f.strandWidth(s, s.start, s.end)
		case wordStrand:
			if s.lead > 0 && s.start > l.start {
				flush()
				x += s.lead
			}
			if run.Face != s.face || run.Size != s.size || run.Element != s.of || len(run.Glyphs) == 0 {
				flush()
				run = Run{Tag: Tag{Element: s.of}, X: x, Y: y, Face: s.face, Size: s.size}
			}
			f.glyphs(s, max(l.start, s.start), min(l.end, s.end), func(g []face.Glyph) {
				glyphs = append(glyphs, g...)
				run.Glyphs = glyphs[from:]
				for i := range g {
					x += float64(g[i].Advance) * s.size / face.Em
				}
			})
		}
	}
	flush()
	switch {
	case l.space && p.listed && strings.HasPrefix(strings.TrimLeftFunc(p.text[l.end:], isSpace), "·"):
		return f.trailingDot(marks, x, y)
	case l.space:
		return f.trailingSpace(marks, x, y)
	}
	return marks
}

// trailingSpace ends a line with a space, so that its last word and the next
// line's first stay apart in extracted text. After what is drawn it is a run of
// its own.
func (f *flow) trailingSpace(marks []Mark, x, y float64) []Mark {
	if len(marks) == 0 {
		return nil
	}
	switch last := marks[len(marks)-1].(type) {
	case Run:
		last.Glyphs = append(last.Glyphs, f.faces.Shape(last.Face, " ")...)
		marks[len(marks)-1] = last
	case Rule:
		if of := last.Element; of != nil {
			marks = append(marks, f.nothing(of.Parent, x, y))
		}
	}
	return marks
}

// trailingDot ends a line of a list with what reads as the dot that parts its
// last entry from the next line's first.
func (f *flow) trailingDot(marks []Mark, x, y float64) []Mark {
	for i := len(marks) - 1; i >= 0; i-- {
		if of := marks[i].Of(); of != nil {
			return append(marks, f.nothing(&Element{Kind: "Span", Parent: of, Actual: " · "}, x, y))
		}
	}
	return marks
}

// nothing is a space that prints nothing, so that an element has a place on the
// page.
func (f *flow) nothing(of *Element, x, y float64) Run {
	id := f.style.Body.id()
	return Run{Tag: Tag{Element: of}, X: x, Y: y, Face: id, Size: 1, Glyphs: f.faces.Shape(id, " ")}
}

// hang is how far a line's opening quotation mark stands out to the left, so
// that the words align.
func (f *flow) hang(p *prose, l line) float64 {
	r, _ := utf8.DecodeRuneInString(p.text[l.start:l.end])
	if i := p.from(l.start); opens(r) && i < len(p.strands) {
		return 0.6 * f.advance(&p.strands[i], r)
	}
	return 0
}

// blankMarks draw room for a word: its number, then a rule under the baseline.
func (f *flow) blankMarks(s *strand, x, y float64) []Mark {
	var marks []Mark
	if s.number > 0 {
		t := f.style.Gloss
		p := f.words(strconv.Itoa(s.number), t, s.of)
		marks = append(marks, f.setLine(p, line{0, len(p.text), true}, x, y)...)
	}
	left := x + f.glossWidth(s.number)
	return append(marks, Rule{Tag: Tag{Element: s.of}, X1: left, Y1: y - 2, X2: left + s.width, Y2: y - 2, Weight: f.style.Rule})
}

// glossWidth is the room for the number before a blank.
func (f *flow) glossWidth(number int) float64 {
	if number <= 0 {
		return 0
	}
	t := f.style.Gloss
	return float64(f.faces.Width(t.id(), strconv.Itoa(number)))*t.Size/face.Em + 3
}

// textWidth is the width of plain text in a type.
func (f *flow) textWidth(s string, t Type) float64 {
	p := f.words(s, t, nil)
	return f.width(p, 0, len(p.text))
}

// natural is about the width of inlines on one line.
func (f *flow) natural(in []document.Inline, t Type) float64 {
	quiet := f.chars.quiet
	f.chars.quiet = true
	p := f.prose(in, t, nil)
	f.chars.quiet = quiet
	return f.roughWidth(p, 0, len(p.text))
}

// baseline is how far below a line's upper edge its baseline stands: capitals
// stand in the middle of the leading.
func (f *flow) baseline(t Type, leading float64) float64 {
	cap := float64(f.faces.Metrics(t.id()).CapHeight) * t.Size / face.Em
	return (leading + cap) / 2
}

// An offset says how far right of its column's edge a line begins, given the
// white space at its end.
type offset func(p *prose, l line, free float64) float64

// flush begins lines at the edge; hung lets opening quotation marks stand out.
func flush(*prose, line, float64) float64 { return 0 }

func (f *flow) hung(p *prose, l line, _ float64) float64 { return -f.hang(p, l) }

// lines sets prose within a measure: a slab for each line.
func (f *flow) lines(p *prose, t Type, left, measure float64, at offset) []slab {
	t = roomFor(p, t, f.style)
	base := f.baseline(t, t.Leading)
	var out []slab
	for _, l := range f.paragraphLines(p, measure) {
		x := left + at(p, l, max(0, measure-f.width(p, l.start, l.end)))
		out = append(out, slab{height: t.Leading, base: base, marks: f.setLine(p, l, x, -base)})
	}
	return out
}

// paragraphLines breaks all of a text. A short one whose last line would be
// very short is set a little narrower, if that takes no more lines.
func (f *flow) paragraphLines(p *prose, measure float64) []line {
	lines := f.breakLines(p, 0, len(p.text), measure)
	if len(lines) < 2 || len(lines) > 6 {
		return lines
	}
	for _, part := range []float64{0.96, 0.92, 0.88} {
		last := lines[len(lines)-1]
		if f.width(p, last.start, last.end) > measure/4 {
			break
		}
		if tried := f.breakLines(p, 0, len(p.text), measure*part); len(tried) == len(lines) {
			lines = tried
		}
	}
	return lines
}

// roomFor leads text that has blanks so that a hand can write in them.
func roomFor(p *prose, t Type, s *Style) Type {
	for i := range p.strands {
		if p.strands[i].kind == blankStrand {
			t.Leading = max(t.Leading, s.BlankLeading)
		}
	}
	return t
}

// label sets plain text on one baseline, from x on or (right) up to x, within
// room: what is longer is cut. A trailing space keeps it apart from what
// follows in extracted text.
func (f *flow) label(s string, t Type, of Tag, x, y, room float64, right bool) []Mark {
	p := f.clipped(s, t, of.Element, room)
	if right {
		x -= f.width(p, 0, len(p.text))
	}
	marks := f.setLine(p, line{0, len(p.text), true}, x, y)
	if of.Furniture {
		return retag(marks, of)
	}
	return marks
}

// retag gives marks a tag in place of their own.
func retag(marks []Mark, t Tag) []Mark {
	out := make([]Mark, len(marks))
	for i, m := range marks {
		switch r := m.(type) {
		case Run:
			r.Tag = t
			m = r
		case Rule:
			r.Tag = t
			m = r
		case Rect:
			r.Tag = t
			m = r
		case Slot:
			r.Tag = t
			m = r
		}
		out[i] = m
	}
	return out
}

// clipped makes plain text no wider than room, with an ellipsis where it was
// cut.
func (f *flow) clipped(s string, t Type, of *Element, room float64) *prose {
	p := f.words(s, t, of)
	if f.roughWidth(p, 0, len(p.text)) <= room*1.02 {
		return p
	}
	width := f.textWidth("…", t)
	for i := 0; i < len(p.text); {
		n, w := f.unit(p, i)
		if width += w; width > room {
			return f.words(strings.TrimSpace(p.text[:i])+"…", t, of)
		}
		i += n
	}
	return p
}

// title makes inlines into one line of plain text for bookmarks.
func title(in []document.Inline, most int) string {
	words := strings.Fields(document.Plain(in))
	out := ""
	for i, w := range words {
		if i > 0 {
			w = " " + w
		}
		if utf8.RuneCountInString(out+w) > most {
			return out + " …"
		}
		out += w
	}
	return out
}
