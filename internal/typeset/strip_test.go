package typeset_test

import (
	"strconv"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/face"
	"quire/internal/typeset"
)

// In every edition a strip is one figure with its words and its box; a box has a
// line for each that it counts, fills no darker than a tenth, and all of it
// stands on the page.
func TestStrip(t *testing.T) {
	counts := []int{0, 1, 2, 3, 4, 25}
	strip := document.Strip{Alt: "in words", Legend: document.Words("How to read it.")}
	for i := range 30 {
		strip.Boxes = append(strip.Boxes, document.StripBox{Label: strconv.Itoa(i + 1), Count: counts[i%len(counts)]})
	}
	lines := 5 * (1 + 2 + 3 + 4 + 10)
	for _, e := range typeset.Editions {
		d := &document.Document{Lang: "en", Audience: document.Teacher, Blocks: []document.Block{strip}}
		var findings diag.List
		p := typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: face.NewSet(), Edition: e}, &findings)
		figures := map[*typeset.Element]bool{}
		rules, boxes := 0, 0
		for _, m := range p.Pages[0].Marks {
			of := m.Of()
			if of == nil || of.Kind != "Figure" {
				continue
			}
			figures[of] = true
			switch m := m.(type) {
			case typeset.Rule:
				rules++
			case typeset.Rect:
				boxes++
				if m.Fill >= 0 && m.Fill < 0.9 || m.Weight < 0.5 {
					t.Errorf("%s: %+v doesn't survive a copier", e.Name, m)
				}
			}
		}
		if len(p.Pages) != 1 || len(figures) != 1 || rules != lines || boxes != len(strip.Boxes) {
			t.Errorf("%s: %d pages, %d figures, %d lines, %d boxes", e.Name, len(p.Pages), len(figures), rules, boxes)
		}
		for of := range figures {
			b := of.Box
			if of.Alt != "in words" || b[0] < 36 || b[2] > typeset.Letter.Width-36 || b[1] < 0 || b[3] > typeset.Letter.Height || b[2]-b[0] < 100 {
				t.Errorf("%s: %q in %v", e.Name, of.Alt, b)
			}
		}
	}
}
