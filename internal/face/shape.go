package face

import (
	"bytes"
	"io"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/text/unicode/norm"
)

// private is the first of the codes for glyphs that aren't their character's
// own: ligatures, letters without their dot, characters from U+E000 up.
const private = 0xE000

// lacking is shown for what a face lacks; every face has it.
const lacking = '□'

// The only ligatures of the faces. Their tables don't name them (there is no
// liga feature), so they are put in before shaping.
const (
	fi = 'ﬁ'
	fl = 'ﬂ'
)

// shaper wraps HarfBuzz for one face. It must not be used concurrently.
type shaper struct {
	*sfnt
	ligate bool
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer // reused: it also caches its plans
	runes  []rune
	starts []int // where each rune starts in the text
}

// unoutlined is a face's file with a shorter directory. Without outlines, names
// and programs HarfBuzz opens a face in a quarter of the time. Marks are placed
// by GPOS, which needs no outlines.
type unoutlined struct {
	*bytes.Reader // the directory, which alone is read in order
	file          []byte
}

func newUnoutlined(file []byte) unoutlined {
	directory := slices.Clone(file[:12])
	for i := range int(be.Uint16(file[4:])) {
		r := file[12+16*i : 12+16*i+16]
		switch string(r[:4]) {
		case "GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp":
			directory = append(directory, r...)
		}
	}
	be.PutUint16(directory[4:], uint16(len(directory)/16))
	return unoutlined{bytes.NewReader(directory), file}
}

// ReadAt reads a table.
func (u unoutlined) ReadAt(b []byte, at int64) (int, error) {
	if at > int64(len(u.file)) || copy(b, u.file[at:]) < len(b) {
		return 0, io.ErrUnexpectedEOF
	}
	return len(b), nil
}

func newShaper(id ID, t *sfnt) *shaper {
	f, err := font.ParseTTF(newUnoutlined(t.file))
	if err != nil {
		panic("face: " + err.Error()) // see Set.face
	}
	// In the sans the letters don't touch, and stay apart for weak readers.
	return &shaper{sfnt: t, ligate: id < Sans, font: harfbuzz.NewFont(f), buffer: harfbuzz.NewBuffer()}
}

// shape sets text with the face's usual features: kerning, ligatures, marks.
func (s *shaper) shape(text string) []Glyph {
	text = s.settable(text)
	s.runes, s.starts = s.runes[:0], s.starts[:0]
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if l := ligature(text[i:]); l != 0 && s.ligate {
			r, size = l, len("fi")
		}
		s.runes = append(s.runes, r)
		s.starts = append(s.starts, i)
		i += size
	}
	s.starts = append(s.starts, len(text))

	b := s.buffer
	b.Clear()
	// A mark keeps its own cluster, so that base and mark stay two codes with
	// one character each. The language is fixed: HarfBuzz would else take it
	// from the environment.
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.Props.Direction = harfbuzz.LeftToRight
	b.Props.Language = "en"
	b.AddRunes(s.runes, 0, len(s.runes))
	b.GuessSegmentProperties()
	if b.Props.Script == 0 {
		b.Props.Script = language.Latin
	}
	b.Shape(s.font, nil)

	out := make([]Glyph, len(b.Info))
	for i, next := len(out)-1, len(s.runes); i >= 0; i-- {
		id, at, p := int(b.Info[i].Glyph), b.Info[i].Cluster, b.Pos[i]
		g := Glyph{
			Code:    private + rune(id),
			Advance: int(p.XAdvance), DX: int(p.XOffset), DY: int(p.YOffset),
			Width: s.advance(id),
		}
		if i == 0 || b.Info[i-1].Cluster != at {
			g.Text = text[s.starts[at]:s.starts[next]]
			if r := s.runes[at]; next == at+1 && r < private && s.glyphOf(r) == id {
				g.Code = r
			}
			next = at
		}
		out[i] = g
	}
	return out
}

// settable drops the characters that show nothing, spells what the face has
// only in parts, and replaces what it lacks.
func (s *shaper) settable(text string) string {
	ready := true
	for _, r := range text {
		if invisible(r) || !s.has(r) {
			ready = false
			break
		}
	}
	if ready {
		return text
	}
	out := make([]byte, 0, len(text)+utf8.UTFMax)
	for _, r := range text {
		if invisible(r) {
			continue
		}
		spelled := s.spell(r)
		if len(spelled) == 0 {
			spelled = []rune{lacking}
		}
		for _, r := range spelled {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

// spell gives the characters that the face sets a character with: itself, a
// letter and its marks, or nothing.
func (t *sfnt) spell(r rune) []rune {
	switch {
	case t.has(r):
		return []rune{r}
	case r == fi:
		return []rune("fi")
	case r == fl:
		return []rune("fl")
	}
	parts := norm.NFD.PropertiesString(string(r)).Decomposition()
	if parts == nil {
		return nil
	}
	out := []rune(string(parts))
	for _, p := range out {
		if !t.has(p) {
			return nil
		}
	}
	return out
}

// has says whether the face has a glyph for a character that may be set. A
// typed ligature may not: it would be extracted otherwise than one we make.
func (t *sfnt) has(r rune) bool {
	control := r < ' ' || r >= 0x7F && r < 0xA0
	return !control && !rightToLeft(r) && r != fi && r != fl && t.glyphOf(r) != 0
}

// ligature gives the ligature that text begins with, or 0. A letter with a mark
// over it stays apart.
func ligature(text string) rune {
	if len(text) < 2 || text[0] != 'f' {
		return 0
	}
	if next, _ := utf8.DecodeRuneInString(text[2:]); unicode.Is(unicode.Mn, next) {
		return 0
	}
	switch text[1] {
	case 'i':
		return fi
	case 'l':
		return fl
	}
	return 0
}

// invisible tells the characters that only advise on breaking, joining or
// direction: they take no room and would only spoil extracted text.
func invisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0xFEFF:
		return true
	case r < 0x200B:
		return false
	}
	return r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r >= 0xFE00 && r <= 0xFE0F
}

// rightToLeft tells the blocks of Hebrew, Arabic and their kin, which need a
// setting order that Quire doesn't have.
func rightToLeft(r rune) bool {
	return r >= 0x590 && (r <= 0x8FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE)
}
