package face

import (
	"strings"
	"sync"
	"testing"
)

func TestEveryFaceOpens(t *testing.T) {
	s := NewSet()
	for id := range Count {
		m := s.Metrics(id)
		if m.Ascent < 1500 || m.Descent > -300 || m.CapHeight < 1200 || m.XHeight < 800 || m.XHeight >= m.CapHeight {
			t.Errorf("%s: metrics %+v", id.Name(), m)
		}
		for _, r := range "aéñÓ¿¡—–“”‘’…§¶†‡½→\u00a0□" {
			if !s.Has(id, r) {
				t.Errorf("%s lacks %q", id.Name(), r)
			}
		}
		if g := s.Shape(id, "Señor"); len(g) != 5 || s.Width(id, "Señor") < 3000 {
			t.Errorf("%s: Señor is %+v", id.Name(), g)
		}
	}
}

func TestShape(t *testing.T) {
	tests := []struct {
		name, text string
		codes      []rune
		texts      []string
	}{
		{"own characters", "Peña", []rune("Peña"), []string{"P", "e", "ñ", "a"}},
		{"a space has a glyph", "a b", []rune("a b"), []string{"a", " ", "b"}},
		{"a no-break space keeps its code", "3\u00a05", []rune("3\u00a05"), []string{"3", "\u00a0", "5"}},
		{"a ligature stands for both", "fig", []rune{-1, 'g'}, []string{"fi", "g"}},
		{"letter and mark in one", "e\u0301", []rune{-1}, []string{"e\u0301"}},
		{"letter and mark apart", "q\u0301", []rune{'q', 0x301}, []string{"q", "\u0301"}},
		{"a typed ligature", "o\ufb02", []rune{'o', -1}, []string{"o", "fl"}},
		{"no ligature under a mark", "fi\u0304", []rune{'f', -1}, []string{"f", "i\u0304"}},
		{"a character of the private codes", "\ufe20", []rune{-1}, []string{"\ufe20"}},
		{"a soft hyphen vanishes", "a\u00adb\u200b", []rune("ab"), []string{"a", "b"}},
		{"what it lacks", "a\U0001F600", []rune{'a', '□'}, []string{"a", "□"}},
		{"right to left", "אב", []rune{'□', '□'}, []string{"□", "□"}},
		{"not UTF-8", "a\xff", []rune{'a', '□'}, []string{"a", "□"}},
		{"a control", "a\x00", []rune{'a', '□'}, []string{"a", "□"}},
		{"nothing", "", nil, nil},
	}
	s := NewSet()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := s.Shape(Serif, tt.text)
			if len(g) != len(tt.texts) {
				t.Fatalf("%d glyphs, want %d: %+v", len(g), len(tt.texts), g)
			}
			for i := range g {
				if g[i].Text != tt.texts[i] {
					t.Errorf("glyph %d stands for %q, want %q", i, g[i].Text, tt.texts[i])
				}
				want := tt.codes[i]
				if want < 0 && g[i].Code <= private || want >= 0 && g[i].Code != want {
					t.Errorf("glyph %d has code %U, want %U", i, g[i].Code, want)
				}
			}
		})
	}
}

func TestNoLigaturesInTheSans(t *testing.T) {
	if g := NewSet().Shape(SansBold, "fi"); len(g) != 2 {
		t.Errorf("fi is %+v", g)
	}
}

func TestMarkStandsOverItsLetter(t *testing.T) {
	g := NewSet().Shape(Serif, "q\u0301")
	if g[1].Advance != 0 || g[1].DX >= 0 {
		t.Errorf("the mark is at %+v", g[1])
	}
}

func TestKerning(t *testing.T) {
	s := NewSet()
	apart := s.Advance(Serif, 'A') + s.Advance(Serif, 'V')
	if got := s.Width(Serif, "AV"); got >= apart {
		t.Errorf("AV is %d wide, its letters %d", got, apart)
	}
	if g := s.Shape(Serif, "AV"); g[0].Width != s.Advance(Serif, 'A') || g[0].Advance >= g[0].Width {
		t.Errorf("the kern isn't in the advance: %+v", g[0])
	}
}

func TestHasAndAdvance(t *testing.T) {
	s := NewSet()
	tests := []struct {
		r    rune
		has  bool
		want int
	}{
		{'a', true, 909}, {' ', true, 512}, {0x301, true, 0}, {0xAD, true, 0},
		{0x1F600, false, -1}, {'א', false, -1}, {'漢', false, -1}, {'\n', false, -1}, {0x85, false, -1}, {-1, false, -1},
	}
	for _, tt := range tests {
		if got := s.Has(Serif, tt.r); got != tt.has {
			t.Errorf("Has(%U) = %v", tt.r, got)
		}
		if got := s.Advance(Serif, tt.r); got != tt.want {
			t.Errorf("Advance(%U) = %d, want %d", tt.r, got, tt.want)
		}
	}
}

// What Has promises, Shape must keep: no glyph 0 for any character.
func TestNoMissingGlyph(t *testing.T) {
	s := NewSet()
	for r := rune(0); r < 0x3000; r++ {
		for _, g := range s.Shape(Serif, string(r)) {
			if g.Code == private {
				t.Fatalf("%U is set with .notdef", r)
			}
			if r != '□' && s.Has(Serif, r) == (g.Text == "□") {
				t.Fatalf("%U: Has says %v, Shape %+v", r, s.Has(Serif, r), g)
			}
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	s := NewSet()
	words := strings.Fields("difficult Señor López AV To fi e\u0301 office 1997 “quoted”")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 200 {
				id := ID((i + j) % int(Count))
				w := words[j%len(words)]
				if s.Width(id, w) <= 0 || !s.Has(id, 'ñ') || s.Advance(id, 'a') <= 0 {
					t.Errorf("%s: %q has no width", id.Name(), w)
				}
				if j%50 == 0 {
					if _, err := s.Merge(&[Count][]rune{Sans: []rune("abc")}); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	wg.Wait()
}

func TestCacheIsBounded(t *testing.T) {
	var c cache
	glyphs := make([]Glyph, 1000)
	for i := range 200 {
		c.put(strings.Repeat("x", i), glyphs)
		c.get("xxxxx")
	}
	if n := len(c.recent) + len(c.older); n > 2*maxGlyphs/1000 {
		t.Errorf("%d words of 1,000 glyphs are kept", n)
	}
	if _, ok := c.get("xxxxx"); !ok {
		t.Error("a word in use was dropped")
	}
	long := strings.Repeat("y", maxCached+1)
	c.put(long, glyphs)
	if _, ok := c.get(long); ok {
		t.Error("a text too long was kept")
	}
}

func FuzzShape(f *testing.F) {
	f.Add("difficult e\u0301 \xff\U0001F600")
	s := NewSet()
	f.Fuzz(func(t *testing.T, text string) {
		var codes []rune
		for _, g := range s.Shape(Serif, text) {
			codes = append(codes, g.Code)
		}
		if len(codes) == 0 {
			return
		}
		if _, err := s.Merge(&[Count][]rune{Serif: codes}); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	})
}

func BenchmarkFirstUse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		NewSet().Shape(Serif, "difficult")
	}
}

func BenchmarkFirstMeasure(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		NewSet().Metrics(Serif)
	}
}

func BenchmarkShapeUncached(b *testing.B) {
	s := NewSet()
	f := s.face(Serif)
	s.Shape(Serif, "a")
	b.ReportAllocs()
	for b.Loop() {
		f.shaper.shape("difficult")
	}
}

func BenchmarkShapeCached(b *testing.B) {
	s := NewSet()
	b.ReportAllocs()
	for b.Loop() {
		s.Shape(Serif, "difficult")
	}
}

func BenchmarkSubset(b *testing.B) {
	s := NewSet()
	codes := []rune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:“”‘’—–éñóíú")
	b.ReportAllocs()
	for b.Loop() {
		if len(codes) == 0 {
			return
		}
		if _, err := s.Merge(&[Count][]rune{Serif: codes}); err != nil {
			b.Fatal(err)
		}
	}
}
