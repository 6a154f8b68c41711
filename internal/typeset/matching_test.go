package typeset_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/typeset"
)

// TestMatchingIsEven sets matchings whose entries fit on one line, fit so only
// in a smaller size, and don't fit: in each column the white space between
// entries is the same.
func TestMatchingIsEven(t *testing.T) {
	for _, c := range []struct {
		name        string
		left, right int // words of the first entries; the others have three
		size        float64
		lines       int // in each column, at most
	}{
		{"short", 4, 5, 11.5, 5},
		{"smaller", 8, 6, 10.5, 5},
		{"long", 16, 9, 11.5, 7},
	} {
		entry := func(label string, words int) document.Option {
			return document.Option{Label: label, Text: document.Words(strings.TrimSpace(strings.Repeat("words ", words)))}
		}
		var m document.Matching
		for i := range 5 {
			l, r := 3, 3
			if i == 0 {
				l, r = c.left, c.right
			}
			if i < 4 {
				m.Left = append(m.Left, entry(fmt.Sprint(i+1), l))
			}
			m.Right = append(m.Right, entry(string(rune('a'+i)), r))
		}
		p, _ := set(t, &document.Document{Lang: "en", Blocks: []document.Block{m}})
		baselines := map[*typeset.Element][]float64{} // of each list's entries' lines
		for _, mark := range p.Pages[0].Marks {
			r, ok := mark.(typeset.Run)
			if !ok || r.Element == nil || r.Element.Kind != "LBody" {
				continue
			}
			if r.Size != c.size {
				t.Errorf("%s: %q is set in %.1f", c.name, runText(r), r.Size)
			}
			list := r.Element.Parent.Parent
			baselines[list] = append(baselines[list], r.Y)
		}
		if len(baselines) != 2 {
			t.Errorf("%s: %d columns", c.name, len(baselines))
		}
		for _, y := range baselines {
			var gaps []float64
			for i := 1; i < len(y); i++ {
				if g := math.Round(y[i-1] - y[i]); !slices.Contains(gaps, g) {
					gaps = append(gaps, g)
				}
			}
			if len(gaps) > 2 || len(y) > c.lines { // between lines and between entries
				t.Errorf("%s: lines of a column stand at %.1f", c.name, y)
			}
		}
	}
}

// TestMatchingHasHeads sets a matching's heads above its columns: beside each
// other on one baseline, and in large print each before its own list.
func TestMatchingHasHeads(t *testing.T) {
	entries := func(labels ...string) (out []document.Option) {
		for _, l := range labels {
			out = append(out, document.Option{Label: l, Text: document.Words("what stands there is entry " + l)})
		}
		return out
	}
	d := &document.Document{Lang: "en", Blocks: []document.Block{document.Matching{
		Left: entries("1", "2"), Right: entries("a", "b"), LeftHead: document.Words("Phrase"), RightHead: document.Words("Its work"),
	}}}
	want := `Document
 P Phrase
 L (Decimal)
  LI
   Lbl 1
   LBody what stands there is entry 1
  LI
   Lbl 2
   LBody what stands there is entry 2
 P Its work
 L (LowerAlpha)
  LI
   Lbl a
   LBody what stands there is entry a
  LI
   Lbl b
   LBody what stands there is entry b
`
	beside, _ := set(t, d)
	below := setLarge(t, d)
	if got := outline(beside); got != want {
		t.Errorf("got %s", got)
	}
	if got := outline(below); got != want {
		t.Errorf("in large print: got %s", got)
	}
	heights := func(p *typeset.Pages) (left, right float64) {
		for _, m := range p.Pages[0].Marks {
			if r, ok := m.(typeset.Run); ok && strings.HasPrefix(runText(r), "Phrase") {
				left = r.Y
			} else if ok && strings.HasPrefix(runText(r), "Its") {
				right = r.Y
			}
		}
		return left, right
	}
	if l, r := heights(beside); l != r || l == 0 {
		t.Errorf("heads stand at %.1f and %.1f", l, r)
	}
	if l, r := heights(below); l <= r || r == 0 {
		t.Errorf("in large print heads stand at %.1f and %.1f", l, r)
	}
}
