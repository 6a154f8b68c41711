// Package face holds the faces that Quire sets in: Liberation Serif and Sans,
// shaped, measured and subset. It is the only package that knows go-text.
// Text comes in, positioned glyphs go out; it knows neither lines nor pages
// nor PDF, but that a PDF wants a code of 16 bits for each glyph.
package face

import (
	"errors"
	"sync"
)

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
type Set struct{ faces [Count]loaded }

// loaded is a face of a set. What only reads the tables (a character, a
// measure, a subset) needs no lock; shaping does.
type loaded struct {
	once sync.Once
	*sfnt

	mu     sync.RWMutex // guards what follows
	shaper *shaper
	words  cache
}

// NewSet costs nothing: faces are parsed when they are first asked for.
func NewSet() *Set { return &Set{} }

// face gives a face, parsed. The faces are part of the program, and a test
// parses them all, so one that can't be read is a bug.
func (s *Set) face(id ID) *loaded {
	f := &s.faces[id]
	f.once.Do(func() {
		t, err := parseSfnt(program(id))
		if err != nil {
			panic("face: " + id.Name() + ": " + err.Error())
		}
		f.sfnt = t
	})
	return f
}

// Shape sets text, in NFC and without controls, from left to right. The result
// is shared: callers must not change it. What Has denies is shown as an empty box, U+25A1.
func (s *Set) Shape(id ID, text string) []Glyph {
	f := s.face(id)
	f.mu.RLock()
	g, ok := f.words.recent[text]
	f.mu.RUnlock()
	if ok {
		return g
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if g, ok := f.words.get(text); ok {
		return g
	}
	if f.shaper == nil {
		f.shaper = newShaper(id, f.sfnt)
	}
	g = f.shaper.shape(text)
	f.words.put(text, g)
	return g
}

// Width is the sum of the advances of text.
func (s *Set) Width(id ID, text string) int {
	w := 0
	for _, g := range s.Shape(id, text) {
		w += g.Advance
	}
	return w
}

// Has says whether a face can set a character. It can't set one above U+FFFF
// (gofpdf can't embed it) nor one of a script written from right to left.
func (s *Set) Has(id ID, r rune) bool {
	return invisible(r) || len(s.face(id).spell(r)) > 0
}

// Metrics gives a face's vertical measures.
func (s *Set) Metrics(id ID) Metrics { return s.face(id).metrics }

// Advance gives the unkerned advance of a single character, -1 if the face
// lacks it.
func (s *Set) Advance(id ID, r rune) int {
	if invisible(r) {
		return 0
	}
	f := s.face(id)
	if f.has(r) {
		return f.advance(f.glyphOf(r))
	}
	spelled := f.spell(r)
	if len(spelled) == 0 {
		return -1
	}
	return f.advance(f.glyphOf(spelled[0])) // the rest are marks
}

// Merge makes one TrueType file with glyphs of all faces: those of the given
// codes (as Glyph.Code has them), face by face. In the file they have codes of
// their own that count up from FirstMerged. What a code of .notdef shows is the
// first face's.
func (s *Set) Merge(codes *[Count][]rune) ([]byte, error) {
	var shares []share
	for id, c := range codes {
		if len(c) > 0 {
			shares = append(shares, share{s.face(ID(id)).sfnt, c})
		}
	}
	if len(shares) == 0 {
		return nil, errors.New("face: nothing to merge")
	}
	return merge(shares)
}

// MergedGlyphs gives the glyphs of the n codes of a merged program.
func MergedGlyphs(program []byte, n int) ([]uint16, error) {
	tables, err := readDirectory(program)
	if err != nil {
		return nil, err
	}
	if len(tables["cmap"]) < 4 {
		return nil, errors.New("no character map")
	}
	m, err := readCmap(tables["cmap"])
	if err != nil {
		return nil, err
	}
	glyphs := make([]uint16, n)
	for i := range glyphs {
		glyphs[i] = uint16(m.glyph(FirstMerged + rune(i)))
	}
	return glyphs, nil
}

// Traits are what a PDF says of a face beyond its name and its Metrics.
type Traits struct {
	Bounds [4]int // the box around all glyphs: left, bottom, right, top
	Slant  int    // of the stems, in whole degrees; negative leans right
	Weight int    // 400 is regular, 700 bold
	Serif  bool
}

// Traits gives them.
func (s *Set) Traits(id ID) Traits {
	t := s.face(id)
	head, post, os2 := t.tables["head"], t.tables["post"], t.tables["OS/2"]
	out := Traits{Slant: signed(post[4:]), Weight: int(be.Uint16(os2[4:])), Serif: id < Sans}
	for i := range out.Bounds {
		out.Bounds[i] = signed(head[36+2*i:])
	}
	return out
}
