package pdfcheck

import (
	"strings"
	"testing"
)

func TestGlyphProblems(t *testing.T) {
	sound := func() *font {
		return &font{
			name: "F", widths: map[uint16]float64{1: 500}, unicode: map[uint16]string{1: "a"},
			glyphs: []byte{0, 0, 0, 1}, actual: []float64{0, 500.4},
		}
	}
	tests := []struct {
		want  string
		code  uint16
		spoil func(*font)
	}{
		{"", 1, func(*font) {}},
		{"shows .notdef", 1, func(f *font) { f.glyphs[3] = 0 }},
		{"has no glyph 9", 1, func(f *font) { f.glyphs[3] = 9 }},
		{"declares 600", 1, func(f *font) { f.widths[1] = 600 }},
		{"declares 0", 1, func(f *font) { f.widths = nil }},
		{`says ""`, 1, func(f *font) { f.unicode = nil }},
		{"says", 1, func(f *font) { f.unicode[1] = "\ufeff" }},
		{"maps no code", 2, func(*font) {}},
	}
	for _, tt := range tests {
		f := sound()
		tt.spoil(f)
		if got := f.problem(tt.code); !strings.Contains(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestLexer(t *testing.T) {
	l := lexer{src: []byte("/P<</MCID 12>>BDC [<0041>-3.5(a\\)\\r(b\r))]TJ\nEMC <00>")}
	var got []string
	for t := l.next(); t.kind != end; t = l.next() {
		got = append(got, string("  ox/t"[t.kind+1])+t.text)
	}
	want := "/P x<< /MCID x12 x> x> oBDC x[ t\x00A x-3.5 ta)\r(b\n) x] oTJ oEMC t\x00"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got  %q\nwant %q", s, want)
	}
}

func TestCheckTakesAnything(t *testing.T) {
	for _, b := range []string{"", "%PDF-1.7", "%PDF-1.7\nstartxref\n0\n%%EOF"} {
		if len(Check([]byte(b))) == 0 {
			t.Errorf("%q is sound", b)
		}
		if _, err := Text([]byte(b)); err == nil {
			t.Errorf("%q has text", b)
		}
	}
}
