package pdf

import (
	"math"
	"strings"

	"golang.org/x/text/unicode/norm"

	"quire/internal/face"
	"quire/internal/typeset"
)

// A slot's words are set down to smallest of its size; what is still too long
// is cut. No slot says more than longest bytes.
const (
	smallest = 0.6
	longest  = 512
)

// slotStream makes what a copy adds to a page, empty if that is nothing.
func (w *Writer) slotStream(c Copy, pg planPage) []byte {
	if len(pg.slots) == 0 {
		return nil
	}
	p := newPainter()
	p.fill = -1 // what the shared stream left is unknown
	for _, u := range pg.slots {
		words := c.Slots[u.Name]
		if words == "" {
			words = u.Default
		}
		run, ok := w.fit(u.Slot, words)
		if !ok && u.mcid < 0 {
			continue
		}
		if u.mcid < 0 {
			p.b = appendArtifact(p.b, u.Tag)
		} else {
			p.b = appendContent(p.b, u.Element.Kind, u.mcid)
		}
		if ok {
			p.run(run)
		}
		p.endText()
		p.b = append(p.b, "EMC\n"...)
	}
	return p.b
}

// fit sets words into a slot; not ok if there is nothing to see.
func (w *Writer) fit(s typeset.Slot, words string) (r typeset.Run, ok bool) {
	if len(words) > longest {
		words = strings.ToValidUTF8(words[:longest], "")
	}
	glyphs := w.faces.Shape(s.Face, norm.NFC.String(visible(words)))
	width := widthOf(glyphs, s.Size)
	size := s.Size
	if width > s.Width {
		size = math.Floor(100*max(s.Size*s.Width/width, s.Size*smallest)) / 100
		glyphs = w.cut(glyphs, s.Face, size, s.Width)
		width = widthOf(glyphs, size)
	}
	if len(glyphs) == 0 || w.useGlyphs(s.Face, glyphs) != nil {
		return typeset.Run{}, false
	}
	r = typeset.Run{X: s.X, Y: s.Y, Face: s.Face, Size: size, Glyphs: glyphs}
	if s.Right {
		r.X += s.Width - width
	}
	return r, true
}

// cut drops glyphs from the end until the rest and an ellipsis have room.
func (w *Writer) cut(glyphs []face.Glyph, id face.ID, size, room float64) []face.Glyph {
	if widthOf(glyphs, size) <= room {
		return glyphs
	}
	dots := w.faces.Shape(id, "…")
	n := len(glyphs)
	for left := room - widthOf(dots, size); n > 0 && widthOf(glyphs[:n], size) > left; {
		n--
	}
	if n == 0 {
		return nil
	}
	return append(append([]face.Glyph(nil), glyphs[:n]...), dots...)
}

// widthOf is the width of glyphs in points.
func widthOf(glyphs []face.Glyph, size float64) float64 {
	w := 0
	for _, g := range glyphs {
		w += g.Advance
	}
	return float64(w) * size / face.Em
}
