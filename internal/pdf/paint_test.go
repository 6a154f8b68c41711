package pdf

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"quire/internal/face"
	"quire/internal/typeset"
)

var unescaped = strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r")

// Where a viewer puts glyphs must be where they were shaped, to a thousandth
// of the size, however long the line.
func TestGlyphsStandWhereShaped(t *testing.T) {
	faces := face.NewSet()
	for id := range face.Count {
		glyphs := faces.Shape(id, strings.Repeat("AVATAR To difficult x\u0301 fl, Wy. “Ts” ", 5))
		out := string(appendGlyphs(nil, glyphs, 10))
		x, want, i := 0.0, 0.0, 0
		for _, tok := range regexp.MustCompile(`(?s)\((?:\\.|[^\\)])*\)|-?[0-9.]+`).FindAllString(regexp.MustCompile(`\S+ Ts`).ReplaceAllString(out, ""), -1) {
			if tok[0] != '(' {
				v, err := strconv.ParseFloat(tok, 64)
				if err != nil {
					t.Fatal(err)
				}
				x -= v
				continue
			}
			for range len(unescaped.Replace(tok[1:len(tok)-1])) / 2 {
				g := glyphs[i]
				shaped := want + float64(g.DX)*1000/face.Em
				if math.Abs(x-shaped) > 1 {
					t.Fatalf("%s: glyph %d stands at %g, was shaped at %g", id.Name(), i, x, shaped)
				}
				x += math.Round(float64(g.Width) * 1000 / face.Em)
				want += float64(g.Advance) * 1000 / face.Em
				i++
			}
		}
		if i != len(glyphs) {
			t.Errorf("%s: %d glyphs of %d are shown", id.Name(), i, len(glyphs))
		}
	}
}

func TestRaisedMark(t *testing.T) {
	g := []face.Glyph{{Code: 'a', Advance: 1024, Width: 1024}, {Code: 'b', DY: 512, Advance: 1024, Width: 1024}}
	if got, want := string(appendGlyphs(nil, g, 10)), "[(\x00a)]TJ 2.5 Ts[(\x00b)]TJ\n0 Ts\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := string(appendGlyphs(nil, g[:1], 10)), "(\x00a)Tj\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCodesAreEscaped(t *testing.T) {
	for code, want := range map[rune]string{'(': `\(`, 0x0D29: `\r\)`, 0x5C0A: "\\\\\n"} {
		if got := strings.TrimPrefix(string(appendCode(nil, code)), "\x00"); got != want {
			t.Errorf("%U is %q, want %q", code, got, want)
		}
	}
}

func TestStateIsSetOnChangeOnly(t *testing.T) {
	p := newPainter()
	run := typeset.Run{X: 10, Y: 20, Face: face.Serif, Size: 12, Glyphs: []face.Glyph{{Code: 'a', Advance: 1000, Width: 1000}}}
	p.run(run)
	run.Y = 6
	p.run(run)
	p.rule(typeset.Rule{X2: 5, Weight: 1})
	p.rule(typeset.Rule{X2: 5, Weight: 0.5, Dash: 1, Gap: 2, Gray: 0.5})
	p.rule(typeset.Rule{X2: 5, Weight: 0.5, Dash: 1, Gap: 2, Gray: 0.5})
	p.run(run)
	p.endText()
	p.rect(typeset.Rect{X: 1, Y: 2, Width: 3, Height: 4, Fill: 0.9})
	want := strings.ReplaceAll(`BT
/F0 12 Tf
10 20 Td
<0061>Tj
0 -14 Td
<0061>Tj
ET
0 0 m 5 0 l S
.5 G
.5 w
[1 2]0 d
0 0 m 5 0 l S
0 0 m 5 0 l S
BT
10 6 Td
<0061>Tj
ET
.9 g
1 2 3 4 re f
`, "<0061>", "(\x00a)")
	if got := string(p.b); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestSlotsFit(t *testing.T) {
	faces := face.NewSet()
	w := NewWriter(&failing{1 << 20}, Meta{}, faces)
	slot := typeset.Slot{X: 100, Width: 80, Face: face.Serif, Size: 12}
	tests := []struct {
		words    string
		right    bool
		size     float64
		x        float64
		lastText string
	}{
		{"Ana", false, 12, 100, "a"},
		{"Ana", true, 12, 159.34, "a"},
		{"Ana María Fernández", false, 9.61, 100, "z"},
		{"Ana María Fernández de la Torre y Villanueva", true, 7.2, 100, "…"},
	}
	for _, tt := range tests {
		slot.Right = tt.right
		r, ok := w.fit(slot, tt.words)
		if !ok {
			t.Errorf("%q shows nothing", tt.words)
			continue
		}
		end := r.X + widthOf(r.Glyphs, r.Size)
		if r.X < 100-0.001 || end > 180.001 || tt.right && end < 179.99 {
			t.Errorf("%q reaches from %g to %g", tt.words, r.X, end)
		}
		if math.Abs(r.Size-tt.size) > 1.5 || math.Abs(r.X-tt.x) > 5 {
			t.Errorf("%q is set in %g at %g, want %g at %g", tt.words, r.Size, r.X, tt.size, tt.x)
		}
		if last := r.Glyphs[len(r.Glyphs)-1].Text; last != tt.lastText {
			t.Errorf("%q ends in %q", tt.words, last)
		}
	}
	for _, words := range []string{"", "\u200b", "\x00"} {
		if _, ok := w.fit(slot, words); ok {
			t.Errorf("%q shows something", words)
		}
	}
	slot.Width = 0
	if _, ok := w.fit(slot, "Ana"); ok {
		t.Error("a slot without room shows something")
	}
}
