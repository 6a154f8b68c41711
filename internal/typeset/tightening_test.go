package typeset_test

import (
	"fmt"
	"math"
	"testing"

	"quire/internal/document"
	"quire/internal/typeset"
)

// TestStubsAreDrawnIn sets documents that end a little below a page's foot, by
// growing amounts. 33 lines with the space between them fill a page, tightened
// 37 do; more are not worth tightening, and are set as 33 are.
func TestStubsAreDrawnIn(t *testing.T) {
	heights := map[int]float64{}
	for lines := 30; lines < 44; lines++ {
		d := &document.Document{Lang: "en"}
		for range lines {
			d.Blocks = append(d.Blocks, para("A paragraph of one line, and it is not more than that."))
		}
		p, _ := set(t, d)
		want := 1
		if lines > 37 {
			want = 2
		}
		if len(p.Pages) != want {
			t.Errorf("%d lines: %d pages, want %d", lines, len(p.Pages), want)
		}
		heights[lines] = pitch(p.Pages[0])
	}
	if heights[33] != heights[38] || heights[33] < heights[34] || heights[34] <= heights[37] || heights[37] < 18.2 {
		t.Errorf("lines are so far apart: %v", heights)
	}
}

// pitch is the distance of a page's first two baselines.
func pitch(p typeset.Page) float64 {
	var y []float64
	for _, m := range p.Marks {
		if r, ok := m.(typeset.Run); ok && len(y) < 2 {
			y = append(y, r.Y)
		}
	}
	return math.Round((y[0]-y[1])*10) / 10
}

// TestEssaysEndWithMoreThanAFewLines moves an essay down the page a line at a
// time.
func TestEssaysEndWithMoreThanAFewLines(t *testing.T) {
	tails := 0
	for above := range 30 {
		d := &document.Document{Lang: "en"}
		for range above {
			d.Blocks = append(d.Blocks, para("A line."))
		}
		e := longEssay(2)
		d.Blocks = append(d.Blocks, e, para("After the essay."))
		p, _ := set(t, d)
		last := 0
		for n := 1; ; n++ {
			a, ok := p.Anchors[fmt.Sprintf("line-%d", n)]
			if !ok {
				break
			}
			if a.Page > p.Anchors[fmt.Sprintf("line-%d", max(n-1, 1))].Page {
				last = 0
			}
			last++
		}
		if last <= 4 {
			tails++
		}
	}
	if tails > 0 {
		t.Errorf("%d of 30 essays end with a few lines on a page", tails)
	}
}

// TestTighteningSavesAPage sets whole items that leave a page's worth of holes:
// a little tighter, two of them fit on each page.
func TestTighteningSavesAPage(t *testing.T) {
	d := &document.Document{Lang: "en"}
	for range 4 {
		item := document.Prompt{}
		for range 18 {
			item.Blocks = append(item.Blocks, para("A line of it."))
		}
		d.Blocks = append(d.Blocks, item)
	}
	p, _ := set(t, d)
	if len(p.Pages) != 2 {
		t.Errorf("%d pages, want 2", len(p.Pages))
	}
	if gap := pitch(p.Pages[0]); gap < 18.2 || gap > 20.1 {
		t.Errorf("lines are %.1f apart", gap)
	}
}
