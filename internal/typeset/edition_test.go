package typeset_test

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/face"
	"quire/internal/typeset"
)

func edition(t *testing.T, name string) typeset.Edition {
	t.Helper()
	for _, e := range typeset.Editions {
		if e.Name == name {
			return e
		}
	}
	t.Fatalf("there is no edition %s", name)
	return typeset.Edition{}
}

// TestLargePrintIsLarge looks at every word of the samples: 18 points at least,
// 14 in the margin and the footer, and nothing slopes.
func TestLargePrintIsLarge(t *testing.T) {
	for _, d := range samples() {
		var findings diag.List
		p := typeset.Set(d, typeset.Options{Paper: typeset.A4, Faces: faces, Edition: edition(t, "large-print")}, &findings)
		for n, page := range p.Pages {
			for _, m := range page.Marks {
				r, ok := m.(typeset.Run)
				text := strings.TrimSpace(runText(r))
				if !ok || text == "" {
					continue
				}
				least := 18.0
				if r.Furniture || r.Element == nil || strings.HasPrefix(text, "¶") {
					least = 14
				}
				if r.Size < least {
					t.Errorf("%s, page %d: %q is set in %v points", d.Name, n+1, text, r.Size)
				}
				checkUpright(t, d, r)
			}
		}
	}
}

func TestDyslexiaIsUprightAndSpaced(t *testing.T) {
	for _, d := range samples() {
		var findings diag.List
		p := typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: faces, Edition: edition(t, "dyslexia")}, &findings)
		spaces := 0
		for _, page := range p.Pages {
			for _, m := range page.Marks {
				r, ok := m.(typeset.Run)
				if !ok {
					continue
				}
				checkUpright(t, d, r)
				for i, g := range r.Glyphs {
					if g.Text == " " && i < len(r.Glyphs)-1 && r.Size > 10 {
						spaces++
						if g.Advance <= g.Width {
							t.Fatalf("%s: the space after %q is no wider than the face's", d.Name, runText(r))
						}
					}
				}
			}
		}
		if spaces < 50 {
			t.Errorf("%s: only %d spaces were found", d.Name, spaces)
		}
	}
}

func checkUpright(t *testing.T, d *document.Document, r typeset.Run) {
	t.Helper()
	if strings.TrimSpace(runText(r)) != "" && r.Face != face.Sans && r.Face != face.SansBold {
		t.Errorf("%s: %q is set in face %d", d.Name, runText(r), r.Face)
	}
}

// TestEvenPagesTurnRound holds the margins of even pages against those of odd
// ones: the same text, moved outwards by the difference, or not at all where
// one side is printed.
func TestEvenPagesTurnRound(t *testing.T) {
	d := sampleWorksheet()
	for _, e := range typeset.Editions {
		var findings diag.List
		both := typeset.Set(d, typeset.Options{Paper: typeset.A4, Faces: faces, Edition: e}, &findings)
		one := typeset.Set(d, typeset.Options{Paper: typeset.A4, Faces: faces, Edition: e, OneSide: true}, &findings)
		if len(both.Pages) < 2 || len(both.Pages) != len(one.Pages) {
			t.Fatalf("%s: %d and %d pages", e.Name, len(both.Pages), len(one.Pages))
		}
		for n := range both.Pages {
			want := 0.0
			if n%2 == 1 {
				want = -7 * 72 / 25.4
			}
			for i, m := range both.Pages[n].Marks {
				a, ok := m.(typeset.Run)
				if !ok {
					continue
				}
				b := one.Pages[n].Marks[i].(typeset.Run)
				if moved := a.X - b.X; moved < want-0.01 || moved > want+0.01 || a.Y != b.Y || a.X < 6 {
					t.Fatalf("%s, page %d: %q stands at %.1f, with one side at %.1f", e.Name, n+1, runText(a), a.X, b.X)
				}
			}
		}
	}
}

// TestTicksBeginLines counts what marks the lines of an essay that is broken anew.
func TestTicksBeginLines(t *testing.T) {
	essay := sampleEssay()
	var findings diag.List
	d := &document.Document{Title: "E", Lang: "en", Blocks: []document.Block{essay}}
	p := typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: faces, Edition: edition(t, "dyslexia")}, &findings)
	want := 0
	for _, par := range essay.Paragraphs {
		want += len(par.LineStarts) - 1 // none at a paragraph's first word
	}
	got := 0
	for _, page := range p.Pages {
		for _, m := range page.Marks {
			if r, ok := m.(typeset.Rule); ok && r.X1 == r.X2 && r.Element == nil && r.Y2-r.Y1 > 10 && r.Y2-r.Y1 < 20 {
				got++
			}
		}
	}
	if got != want || want < 10 {
		t.Errorf("%d ticks for %d lines", got, want)
	}
}

// TestTooLargeForHalfAPageIsSetOnce sets a slip that fits half a page of the
// standard edition only.
func TestTooLargeForHalfAPageIsSetOnce(t *testing.T) {
	d := &document.Document{Title: "T", Lang: "en", Blocks: []document.Block{document.TwoUp{Blocks: []document.Block{
		para("What is still muddy?"), document.AnswerLines{Lines: 9},
	}}}}
	for name, want := range map[string]int{"standard": 2, "large-print": 1} {
		var findings diag.List
		p := typeset.Set(d, typeset.Options{Paper: typeset.A4, Faces: faces, Edition: edition(t, name)}, &findings)
		got := 0
		for _, m := range p.Pages[0].Marks {
			if r, ok := m.(typeset.Run); ok && strings.Contains(runText(r), "muddy") {
				got++
			}
		}
		if got != want || len(p.Pages) != 1 || len(findings.Sorted()) > 0 {
			t.Errorf("%s: %d times on the first of %d pages, want %d; %v", name, got, len(p.Pages), want, findings.Sorted())
		}
	}
}
