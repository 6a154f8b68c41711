package typeset_test

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/typeset"
)

func argument(height float64) document.Diagram {
	box := func(depth int, label, text string) document.Node {
		n := document.Node{Depth: depth, Label: label, Text: document.Words(text)}
		if text == "" {
			n.Text, n.Height = nil, height
		}
		return n
	}
	return document.Diagram{Caption: "Argument map, boxes to fill in", Boxes: []document.Node{
		box(0, "Claim", ""), box(1, "Reason", "Nobody can say what it is for."), box(2, "Evidence", ""),
		box(2, "Evidence", ""), box(1, "Objection", "Visitors expect it."), box(2, "Reply", ""),
	}}
}

// A diagram is read as lists in lists, after what it is; boxes to fill in say so.
func TestDiagramIsRead(t *testing.T) {
	p, findings := set(t, &document.Document{Lang: "en", Blocks: []document.Block{argument(17)}})
	want := `Document
 P = Argument map, boxes to fill in
 L (None)
  LI
   Lbl Claim
   LBody = to fill in
`
	if got := outline(p); !strings.HasPrefix(got, want) || strings.Count(got, "LI\n") != 6 || strings.Count(got, "L (None)") != 4 || strings.Count(got, "= to fill in") != 4 {
		t.Errorf("read as\n%s", got)
	}
	if len(findings) > 0 || len(p.Pages) != 1 {
		t.Errorf("%d pages, %v", len(p.Pages), findings)
	}
}

// Every box but the first is joined to the one that it hangs from: a line comes
// down from that one's lower edge without a gap and ends, or goes on, at the
// height where another leads into the box.
func TestDiagramIsJoined(t *testing.T) {
	for _, e := range typeset.Editions {
		var findings diag.List
		d := &document.Document{Lang: "en", Blocks: []document.Block{argument(10)}}
		p := typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: faces, Edition: e}, &findings)
		if len(p.Pages) != 1 {
			t.Fatalf("%s: %d pages", e.Name, len(p.Pages))
		}
		var boxes []typeset.Rect
		var down, across []typeset.Rule
		for _, m := range p.Pages[0].Marks {
			switch m := m.(type) {
			case typeset.Rect:
				boxes = append(boxes, m)
				if m.Weight < 0.5 {
					t.Errorf("%s: a box of %g points", e.Name, m.Weight)
				}
			case typeset.Rule:
				if m.X1 == m.X2 {
					down = append(down, m)
				} else if m.X2-m.X1 < 30 {
					across = append(across, m)
				}
			}
		}
		if len(boxes) != 6 || len(across) != 5 {
			t.Fatalf("%s: %d boxes, %d lines into them", e.Name, len(boxes), len(across))
		}
		covered := func(x, y float64) bool {
			for _, r := range down {
				if r.X1 == x && min(r.Y1, r.Y2)-0.01 <= y && y <= max(r.Y1, r.Y2)+0.01 {
					return true
				}
			}
			return false
		}
		for i, a := range across {
			box, parent := boxes[i+1], boxes[[]int{0, 1, 1, 0, 4}[i]]
			if a.X2 != box.X || a.Y1 > box.Y+box.Height || a.Y1 < box.Y {
				t.Errorf("%s: the line into box %d ends elsewhere: %+v, %+v", e.Name, i+1, a, box)
			}
			if a.X1 < parent.X || a.X1 > parent.X+parent.Width {
				t.Errorf("%s: box %d hangs beside its parent", e.Name, i+1)
			}
			for y := parent.Y; y > a.Y1; y-- {
				if !covered(a.X1, y) {
					t.Fatalf("%s: a gap at %g in the line to box %d", e.Name, y, i+1)
				}
			}
		}
	}
}

// The last rule of a panel is its own edge.
func TestPanelEndsItsRules(t *testing.T) {
	p, _ := set(t, &document.Document{Lang: "en", Blocks: []document.Block{
		document.Panel{Title: document.Words("Claim"), Blocks: []document.Block{document.AnswerLines{Lines: 3}}},
	}})
	rules := 0
	for _, m := range p.Pages[0].Marks {
		if _, ok := m.(typeset.Rule); ok {
			rules++
		}
	}
	if rules != 2 {
		t.Errorf("%d rules in a panel of three lines, want 2 and the panel's edge", rules)
	}
}
