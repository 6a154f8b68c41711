package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/typeset"
)

// gloss is a panel that belongs to a line.
func gloss(line int, means string) document.Panel {
	return document.Panel{
		Title: document.Words(fmt.Sprintf("gloss %d", line)), Line: line,
		Blocks: []document.Block{para(means)},
	}
}

// longEssay repeats the sample's paragraphs, its lines numbered through.
func longEssay(times int) document.Essay {
	e := sampleEssay()
	first := e.Paragraphs
	e.Paragraphs, e.Side = nil, nil
	line := 1
	for i := range times * len(first) {
		p := first[i%len(first)]
		p.Number, p.FirstLine = i+1, line
		line += len(p.LineStarts)
		e.Paragraphs = append(e.Paragraphs, p)
	}
	return e
}

// titles finds where the side column's titles stand: page and baseline.
func titles(p *typeset.Pages) map[string]typeset.Anchor {
	out := map[string]typeset.Anchor{}
	for n, page := range p.Pages {
		for _, m := range page.Marks {
			if r, ok := m.(typeset.Run); ok && r.X > p.Width*0.6 {
				if s := strings.TrimSpace(runText(r)); strings.HasPrefix(s, "gloss") || s == "As you read" {
					out[s] = typeset.Anchor{Page: n, Y: r.Y}
				}
			}
		}
	}
	return out
}

func TestGlossesStandBesideTheirLines(t *testing.T) {
	e := longEssay(4)
	e.Side = append(e.Side, gloss(41, "a word near the second page"), gloss(3, "at the top"), sampleSide()[0], gloss(30, "alone"),
		gloss(60, "the first of three that stand close, with so many words that it takes several lines"), gloss(61, "the second"), gloss(61, "again"))
	for _, paper := range papers {
		p, findings := setOn(t, &document.Document{Lang: "en", Blocks: []document.Block{e}}, paper)
		if len(findings) > 0 || len(p.Pages) < 2 {
			t.Fatalf("%d pages, findings %v", len(p.Pages), findings)
		}
		at := titles(p)
		if a := at["As you read"]; a.Page != 0 || a.Y < p.Height-90 {
			t.Errorf("the job stands on page %d at %.0f", a.Page, a.Y)
		}
		for _, line := range []int{30, 41, 60} {
			a, want := at[fmt.Sprintf("gloss %d", line)], p.Anchors[fmt.Sprintf("line-%d", line)]
			if off := want.Y - a.Y; a.Page != want.Page || off < 5 || off > 16 {
				t.Errorf("%s: the gloss to line %d stands on page %d, %.1f below the line's top on page %d", paper.Name, line, a.Page, off, want.Page)
			}
		}
		if job, three := at["As you read"], at["gloss 3"]; three.Page != 0 || three.Y > job.Y-40 {
			t.Errorf("the gloss to line 3 stands at %.0f, the job at %.0f", three.Y, job.Y)
		}
	}
}

// TestGlossesStayOnThePage gives every line a gloss: they fill the column from
// its top to its foot, in order, and none stands on another one.
func TestGlossesStayOnThePage(t *testing.T) {
	e := longEssay(5)
	for _, every := range []int{2, 3, 5, 11} {
		e.Side = nil
		for line := 1; line < 100; line += every {
			e.Side = append(e.Side, gloss(line, strings.Repeat("words ", line%4+1)))
		}
		p, _ := set(t, &document.Document{Lang: "en", Blocks: []document.Block{e}})
		at := titles(p)
		var heights []float64
		for _, g := range e.Side {
			a, ok := at[document.Plain(g.Title)]
			if !ok {
				continue
			}
			if a.Y < 60 || a.Y > p.Height-48 {
				t.Errorf("every %d: %s stands at %.0f", every, document.Plain(g.Title), a.Y)
			}
			heights = append(heights, float64(a.Page)*-p.Height+a.Y)
		}
		for i := 1; i < len(heights); i++ {
			if heights[i] > heights[i-1]-22 {
				t.Errorf("every %d: gloss %d stands on the one above it: %.0f after %.0f", every, i, heights[i], heights[i-1])
			}
		}
		if every > 2 && len(heights) != len(e.Side) {
			t.Errorf("every %d: %d glosses of %d stand in the column", every, len(heights), len(e.Side))
		}
		if !slices.IsSortedFunc(heights, func(a, b float64) int { return int(b - a) }) {
			t.Error("glosses are out of order")
		}
	}
}

func TestGlossOfAPagesLastLineEndsWithIt(t *testing.T) {
	e := longEssay(5)
	d := &document.Document{Lang: "en", Blocks: []document.Block{e}}
	p, _ := set(t, d)
	last := 1
	for p.Anchors[fmt.Sprintf("line-%d", last+1)].Page == 0 {
		last++
	}
	e.Side = []document.Panel{gloss(last-1, "the one above moves up too"), gloss(last, strings.Repeat("words that take several lines ", 4))}
	d.Blocks[0] = e
	p, _ = set(t, d)
	at, foot := titles(p), p.Anchors[fmt.Sprintf("line-%d", last)].Y-15.5
	low, above := p.Height, at[fmt.Sprintf("gloss %d", last-1)]
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(typeset.Run); ok && r.X > p.Width*0.6 && !r.Furniture {
			low = min(low, r.Y)
		}
	}
	if low < foot || low > foot+8 || above.Page != 0 || above.Y < foot+60 {
		t.Errorf("the last gloss ends at %.1f, the essay at %.1f; the one above stands at %.1f", low, foot, above.Y)
	}
}
