package pdf

import (
	"quire/internal/face"
	"quire/internal/typeset"
)

// painter writes the operators of a content stream, each setting only when it
// changes. Positions are kept in hundredths of a point, so that the relative
// moves of text add up exactly.
type painter struct {
	b      []byte
	inText bool
	x, y   int // where the text line began

	face         face.ID
	size         int // hundredths; 0 before the first font
	fill, stroke int // hundredths of gray
	weight       int
	dash, gap    int
}

// newPainter begins a page, whose state ISO 32000-1, 8.4 defines.
func newPainter() *painter { return &painter{weight: 100} }

func (p *painter) endText() {
	if p.inText {
		p.b = append(p.b, "ET\n"...)
		p.inText = false
	}
}

// run paints text.
func (p *painter) run(r typeset.Run) {
	p.setGray(&p.fill, r.Gray, " g\n")
	if !p.inText {
		p.b = append(p.b, "BT\n"...)
		p.inText, p.x, p.y = true, 0, 0
	}
	if size := hundredths(r.Size); size != p.size || r.Face != p.face {
		p.size, p.face = size, r.Face
		p.b = appendInt(append(p.b, "/F"...), int(r.Face))
		p.b = append(appendHundredths(append(p.b, ' '), size), " Tf\n"...)
	}
	x, y := hundredths(r.X), hundredths(r.Y)
	p.b = append(appendHundredths(p.b, x-p.x), ' ')
	p.b = append(appendHundredths(p.b, y-p.y), " Td\n"...)
	p.x, p.y = x, y
	p.b = appendGlyphs(p.b, r.Glyphs, r.Size)
}

func (p *painter) rule(r typeset.Rule) {
	p.line(r.Weight, r.Dash, r.Gap, r.Gray)
	p.b = append(appendNumbers(p.b, r.X1, r.Y1), "m "...)
	p.b = append(appendNumbers(p.b, r.X2, r.Y2), "l S\n"...)
}

func (p *painter) rect(r typeset.Rect) {
	op := "f\n"
	if r.Weight > 0 {
		p.line(r.Weight, 0, 0, 0)
		op = "S\n"
	}
	if r.Fill >= 0 {
		p.setGray(&p.fill, r.Fill, " g\n")
		if r.Weight > 0 {
			op = "B\n"
		}
	}
	p.endText()
	p.b = append(appendNumbers(p.b, r.X, r.Y, r.Width, r.Height), "re "...)
	p.b = append(p.b, op...)
}

// round is how far a Bézier curve's handles stand from its ends, as a part of
// the radius, to come nearest to a quarter of a circle.
const round = 0.5522847498

func (p *painter) circle(c typeset.Circle) {
	p.line(c.Weight, 0, 0, 0)
	p.curves(c.X, c.Y, c.Radius, c.Radius, round)
}

func (p *painter) oval(o typeset.Oval) {
	p.line(o.Weight, 0, 0, 0)
	p.curves(o.X, o.Y, o.Wide, o.High, typeset.Fullness)
}

// curves draws a closed curve of four quarters, each half as wide and as high as
// told; handles are how far theirs stand from their ends, as a part of that.
func (p *painter) curves(x, y, a, b, handles float64) {
	h, v := a*handles, b*handles
	p.b = append(appendNumbers(p.b, x+a, y), "m "...)
	p.b = append(appendNumbers(p.b, x+a, y+v, x+h, y+b, x, y+b), "c "...)
	p.b = append(appendNumbers(p.b, x-h, y+b, x-a, y+v, x-a, y), "c "...)
	p.b = append(appendNumbers(p.b, x-a, y-v, x-h, y-b, x, y-b), "c "...)
	p.b = append(appendNumbers(p.b, x+h, y-b, x+a, y-v, x+a, y), "c s\n"...)
}

// line makes ready for drawing.
func (p *painter) line(weight, dash, gap, gray float64) {
	p.endText()
	p.setGray(&p.stroke, gray, " G\n")
	if w := hundredths(weight); w != p.weight {
		p.weight = w
		p.b = append(appendHundredths(p.b, w), " w\n"...)
	}
	d, g := hundredths(dash), hundredths(gap)
	if d <= 0 || g <= 0 {
		d, g = 0, 0
	}
	if d != p.dash || g != p.gap {
		p.dash, p.gap = d, g
		p.b = append(p.b, '[')
		if d > 0 {
			p.b = append(appendHundredths(p.b, d), ' ')
			p.b = appendHundredths(p.b, g)
		}
		p.b = append(p.b, "]0 d\n"...)
	}
}

func (p *painter) setGray(now *int, gray float64, op string) {
	if g := min(max(hundredths(gray), 0), 100); g != *now {
		*now = g
		p.b = append(appendHundredths(p.b, g), op...)
	}
}

// unit is a thousandth of the size, in which PDF counts widths, and positions
// are counted in 1/unit of it: both advances (of which there are face.Em in the
// size) and thousandths are whole numbers of them.
const unit = face.Em

// declared is the width in thousandths that the embedded face declares for a
// glyph: gofpdf rounds to the nearest.
func declared(g face.Glyph) int { return (2*1000*g.Width + face.Em) / (2 * face.Em) }

// appendGlyphs shows glyphs. A viewer adds up the widths that the face
// declares; where that leaves the shaped position by a thousandth of the size
// or more, a correction brings it back, so that errors never add up.
func appendGlyphs(b []byte, glyphs []face.Glyph, size float64) []byte {
	want, have, rise := 0, 0, 0
	start := len(b)
	b = append(b, "[("...)
	corrected := false
	for _, g := range glyphs {
		if g.DY != rise {
			rise = g.DY
			b = append(b, ")]TJ "...)
			b = append(appendNumber(b, float64(rise)*size/face.Em), " Ts[("...)
			corrected = true
		}
		if off := (want + 1000*g.DX - have) / unit; off != 0 {
			b = append(appendInt(append(b, ')'), -off), '(')
			have += off * unit
			corrected = true
		}
		b = appendCode(b, g.Code)
		have += declared(g) * unit
		want += 1000 * g.Advance
	}
	if !corrected {
		b = append(b[:start], b[start+1:]...) // one string needs no array
		return append(b, ")Tj\n"...)
	}
	b = append(b, ")]TJ\n"...)
	if rise != 0 {
		b = append(b, "0 Ts\n"...)
	}
	return b
}

// appendCode writes a code's two bytes into a literal string (ISO 32000-1,
// 7.3.4.2).
func appendCode(b []byte, code rune) []byte {
	for _, c := range [2]byte{byte(code >> 8), byte(code)} {
		switch c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r': // else read as a new line's \n
			b = append(b, `\r`...)
		default:
			b = append(b, c)
		}
	}
	return b
}
