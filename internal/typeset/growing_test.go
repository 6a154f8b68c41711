package typeset_test

import (
	"math"
	"slices"
	"testing"

	"quire/internal/document"
	"quire/internal/typeset"
)

// ruleHeights are the heights of a page's answer rules, from the top.
func ruleHeights(p typeset.Page) []float64 {
	var out []float64
	for _, m := range p.Marks {
		if r, ok := m.(typeset.Rule); ok && r.X2-r.X1 > 400 && r.Weight < 0.6 {
			out = append(out, r.Y1)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}

func asked(number, lines int) document.Prompt {
	return document.Prompt{Number: number, Blocks: []document.Block{para("What follows?"), document.AnswerLines{Lines: lines}}}
}

func TestAnswersTakeWhatIsLeft(t *testing.T) {
	for _, c := range []struct {
		name   string
		lines  []int // of the prompts, in order
		counts []int // rules on the pages
	}{
		{"the last answer grows most", []int{5, 5, 5, 5, 5}, []int{22, 5}},
		{"two lines don't grow", []int{2, 2, 2, 2, 2, 10, 5}, []int{10, 15}},
		{"a long last answer ends with the page", []int{5, 6}, []int{25}},
		{"a short one doesn't", []int{5, 5}, []int{10}},
	} {
		d := &document.Document{Lang: "en"}
		for i, n := range c.lines {
			d.Blocks = append(d.Blocks, asked(i+1, n))
		}
		p, findings := set(t, d)
		var counts []int
		for _, page := range p.Pages {
			rules := ruleHeights(page)
			counts = append(counts, len(rules))
			if low := rules[len(rules)-1]; low < 62 {
				t.Errorf("%s: a rule stands at %.1f", c.name, low)
			}
		}
		if !slices.Equal(counts, c.counts) || len(findings) > 0 {
			t.Errorf("%s: %v rules, want %v; findings %v", c.name, counts, c.counts, findings)
		}
	}
}

// TestSectionsDontLookLikeAnswers compares a section's rule with those above it.
func TestSectionsDontLookLikeAnswers(t *testing.T) {
	d := &document.Document{Lang: "en", Blocks: []document.Block{asked(1, 2), document.Heading{Level: 2, Text: document.Words("Write")}, para("Words.")}}
	p, _ := set(t, d)
	rules := ruleHeights(p.Pages[0])
	pitch, gap := rules[0]-rules[1], 0.0
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(typeset.Rule); ok && r.Weight > 1 {
			gap = rules[1] - r.Y1
		}
	}
	if gap < 1.3*pitch || math.Abs(pitch-24.1) > 1 {
		t.Errorf("answer rules are %.1f apart, the section's is %.1f below them", pitch, gap)
	}
}
