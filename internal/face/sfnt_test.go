package face

import (
	"bytes"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// The character map read here must say what HarfBuzz's reader says.
func TestGlyphOfAgrees(t *testing.T) {
	for id := range Count {
		s, err := parseSfnt(program(id))
		if err != nil {
			t.Fatal(err)
		}
		f, err := font.ParseTTF(bytes.NewReader(program(id)))
		if err != nil {
			t.Fatal(err)
		}
		for r := rune(0); r <= 0xFFFF; r++ {
			want, _ := f.NominalGlyph(r)
			if got := s.glyphOf(r); got != int(want) {
				t.Fatalf("%s: %U is glyph %d, want %d", id.Name(), r, got, want)
			}
		}
		for g := range s.glyphs {
			if want := f.HorizontalAdvance(font.GID(g)); s.advance(g) != int(want) {
				t.Fatalf("%s: glyph %d is %d wide, want %v", id.Name(), g, s.advance(g), want)
			}
		}
	}
}

// Leaving tables out must not change what HarfBuzz does.
func TestShaperNeedsNoOutlines(t *testing.T) {
	text := "AVATAR Type: q\u0301 x\u0302\u0323 To, “Voilà” Τύπος Ёж"
	for id := range Count {
		s, err := parseSfnt(program(id))
		if err != nil {
			t.Fatal(err)
		}
		f, err := font.ParseTTF(bytes.NewReader(program(id)))
		if err != nil {
			t.Fatal(err)
		}
		whole := newShaper(id, s)
		got := whole.shape(text)
		whole.font = harfbuzz.NewFont(f)
		if want := whole.shape(text); !slices.Equal(got, want) {
			t.Errorf("%s: shaped\n%+v, with all tables\n%+v", id.Name(), got, want)
		}
	}
}

func TestSubset(t *testing.T) {
	s := NewSet()
	var codes []rune
	for _, g := range s.Shape(Serif, "López Obrador: difficult, Señor Peña Nieto \ufb01 q\u0301") {
		codes = append(codes, g.Code)
	}
	b, err := s.Subset(Serif, codes)
	if err != nil {
		t.Fatal(err)
	}
	if len(b) > 20_000 {
		t.Errorf("the subset has %d bytes", len(b))
	}
	whole := s.face(Serif).sfnt
	sub, err := parseSfnt(b)
	if err != nil {
		t.Fatal(err)
	}
	ref, err := font.ParseTTF(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range codes {
		g := sub.glyphOf(c)
		old := whole.glyphOf(c)
		if c >= private {
			old = int(c - private)
		}
		if g == 0 || sub.advance(g) != whole.advance(old) {
			t.Errorf("%U: glyph %d is %d wide, want %d", c, g, sub.advance(g), whole.advance(old))
		}
		if (len(sub.outline(g)) == 0) != (len(whole.outline(old)) == 0) {
			t.Errorf("%U has lost its outline", c)
		}
		if got, _ := ref.NominalGlyph(c); int(got) != g {
			t.Errorf("%U is glyph %d for HarfBuzz, %d for us", c, got, g)
		}
		if _, ok := ref.GlyphDataOutline(font.GID(g)); !ok {
			t.Errorf("%U has an outline that can't be read", c)
		}
	}
	if sub.glyphOf('W') != 0 {
		t.Error("the subset has what nobody asked for")
	}
	if checksum(b) != 0xB1B0AFBA {
		t.Errorf("the file adds up to %08X", checksum(b))
	}

	slices.Reverse(codes)
	again, err := s.Subset(Serif, append(codes, codes...))
	if err != nil || !bytes.Equal(b, again) {
		t.Error("the order in which codes are asked for matters")
	}
}

func TestSubsetRefuses(t *testing.T) {
	s := NewSet()
	for _, c := range []rune{0, -1, '漢', 0xF8FF, 0xFFFF, 0x1F600} {
		if _, err := s.Subset(Serif, []rune{'a', c}); err == nil {
			t.Errorf("%U was accepted", c)
		}
	}
}

// A damaged file is an error, or else can be read and subset without a panic.
func TestDamagedFiles(t *testing.T) {
	whole := program(SerifItalic)
	for n := 0; n < len(whole); n += 9973 {
		readAll(whole[:n])
	}
	n := 12 + 16*int(be.Uint16(whole[4:]))
	for at := range n {
		b := slices.Clone(whole)
		b[at] ^= 0xFF
		readAll(b)
	}
}

func FuzzSfnt(f *testing.F) {
	small, err := NewSet().Subset(Serif, []rune("aé½"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Fuzz(func(t *testing.T, b []byte) { readAll(b) })
}

func readAll(b []byte) {
	t, err := parseSfnt(b)
	if err != nil {
		return
	}
	var codes []rune
	for r := rune(1); r < 0x500; r++ {
		if g := t.glyphOf(r); g != 0 {
			t.advance(g)
			codes = append(codes, r)
		}
	}
	_, _ = t.subset(codes) // an error is as good as a file
}
