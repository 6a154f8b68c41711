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

func TestMerge(t *testing.T) {
	s := NewSet()
	var want [Count][]rune
	for id, text := range map[ID]string{
		Serif:      "López Obrador: difficult, Señor Peña Nieto \ufb01 q\u0301",
		SerifBold:  "López A",
		SansItalic: "Ünder □",
	} {
		for _, g := range s.Shape(id, text) {
			want[id] = append(want[id], g.Code)
		}
		slices.Sort(want[id])
		want[id] = slices.Compact(want[id])
	}
	b, err := s.Merge(&want)
	if err != nil {
		t.Fatal(err)
	}
	if len(b) > 30_000 {
		t.Errorf("the program has %d bytes", len(b))
	}
	sub, err := parseSfnt(b)
	if err != nil {
		t.Fatal(err)
	}
	ref, err := font.ParseTTF(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	at := rune(FirstMerged)
	for id, codes := range want {
		for _, c := range codes {
			wantSameGlyph(t, ID(id), sub, ref, c, at)
			at++
		}
	}
	if sub.glyphOf(at) != 0 {
		t.Error("the program has what nobody asked for")
	}
	if checksum(b) != 0xB1B0AFBA {
		t.Errorf("the file adds up to %08X", checksum(b))
	}
}

// wantSameGlyph compares a code's glyph in a face with that of a code in a
// merged program, read by us and by HarfBuzz.
func wantSameGlyph(t *testing.T, id ID, sub *sfnt, ref *font.Face, code, merged rune) {
	t.Helper()
	whole, err := parseSfnt(program(id))
	if err != nil {
		t.Fatal(err)
	}
	old, err := whole.coded(code)
	if err != nil {
		t.Fatal(err)
	}
	g := sub.glyphOf(merged)
	if g == 0 || sub.advance(g) != whole.advance(old) || sub.leftBearing(g) != whole.leftBearing(old) {
		t.Errorf("%U: glyph %d is %d wide, want %d", code, g, sub.advance(g), whole.advance(old))
	}
	if got, _ := ref.NominalGlyph(merged); int(got) != g {
		t.Errorf("%U is glyph %d for HarfBuzz, %d for us", code, got, g)
	}
	file, err := font.ParseTTF(bytes.NewReader(program(id)))
	if err != nil {
		t.Fatal(err)
	}
	got, ok := ref.GlyphDataOutline(font.GID(g))
	want, _ := file.GlyphDataOutline(font.GID(old))
	if !ok || !slices.Equal(got.Segments, want.Segments) {
		t.Errorf("%U has another outline", code)
	}
}

func TestMergeRefuses(t *testing.T) {
	s := NewSet()
	for _, c := range []rune{0, -1, '漢', 0xF8FF, 0xFFFF, 0x1F600} {
		if _, err := s.Merge(&[Count][]rune{Serif: {'a', c}}); err == nil {
			t.Errorf("%U was accepted", c)
		}
	}
	if _, err := s.Merge(&[Count][]rune{}); err == nil {
		t.Error("nothing was merged")
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
	small, err := NewSet().Merge(&[Count][]rune{Serif: []rune("aé½"), Sans: []rune("fé")})
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
	_, _ = merge([]share{{t, codes}, {t, codes}}) // an error is as good as a file
}
