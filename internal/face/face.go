// Package face holds the faces that Quire sets in: Liberation Serif and Sans,
// shaped, measured and subset. It is the only package that knows go-text.
package face

// ID names a face.
type ID uint8

const (
	Serif ID = iota
	SerifItalic
	SerifBold
	SerifBoldItalic
	Sans
	SansItalic
	SansBold
	SansBoldItalic
	Count // how many there are
)

// Em is the number of units in an em of every face: all lengths of this
// package are in 1/Em of the size.
const Em = 2048

// Glyph is a shaped glyph.
type Glyph struct {
	Code    rune   // its code in a PDF: its own character, else U+E000 + glyph id
	Text    string // the characters it stands for; empty for a cluster's later glyphs
	Advance int    // to the next glyph, kerning included
	DX, DY  int    // offset from the pen
	Width   int    // the face's own advance for the glyph, as a PDF declares it
}

// Metrics are a face's vertical measures; Descent is negative.
type Metrics struct{ Ascent, Descent, CapHeight, XHeight int }

// Set holds the faces, each parsed on first use, and a cache of shaped words.
// It may be used by many goroutines.
type Set struct{}

// NewSet costs nothing: faces are parsed when they are first asked for.
func NewSet() *Set { return &Set{} }

// Shape sets text, in NFC and without controls, from left to right. The result
// is shared: callers must not change it.
func (s *Set) Shape(id ID, text string) []Glyph { panic("not written") }

// Width is the sum of the advances of text.
func (s *Set) Width(id ID, text string) int { panic("not written") }

// Has says whether a face has a character.
func (s *Set) Has(id ID, r rune) bool { panic("not written") }

// Metrics gives a face's vertical measures.
func (s *Set) Metrics(id ID) Metrics { panic("not written") }

// Advance gives the unkerned advance of a single character, -1 if the face
// lacks it.
func (s *Set) Advance(id ID, r rune) int { panic("not written") }

// Subset makes a TrueType face with just the glyphs of the given codes (as
// Glyph.Code has them), mapped from those codes.
func (s *Set) Subset(id ID, codes []rune) ([]byte, error) { panic("not written") }
