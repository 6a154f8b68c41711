package typeset_test

import (
	"slices"
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/typeset"
)

// readAloud gives a page's text as a screen reader has it: elements with their
// Actual text in place of what is painted.
func readAloud(p typeset.Page) string {
	var b strings.Builder
	var last *typeset.Element
	for _, m := range p.Marks {
		e := m.Of()
		if e != nil && e.Actual != "" {
			if e != last {
				b.WriteString(e.Actual)
			}
		} else if r, ok := m.(typeset.Run); ok && e != nil {
			b.WriteString(runText(r))
		}
		if e != nil {
			last = e
		}
	}
	return b.String()
}

func TestSignsAreDrawn(t *testing.T) {
	const words = "✓ by a claim, ★★ by the best, ☐ ☑ ☒ ✗ ☆ ◆ ◇ △ by others → and so on"
	p, findings := set(t, &document.Document{Lang: "en", Blocks: []document.Block{
		para(words), para(strings.Repeat("word ✓ ", 60)),
		document.Table{Head: []document.Cell{{Text: document.Words("✓")}}, Rows: [][]document.Cell{{{Text: document.Words("x")}}}},
	}})
	if len(findings) > 0 {
		t.Errorf("findings %v", findings)
	}
	got := strings.TrimSpace(readAloud(p.Pages[0]))
	if want := words + strings.TrimSpace(strings.Repeat("word ✓ ", 60)); !strings.HasPrefix(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	strokes := map[string]int{}
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(typeset.Rule); ok && r.Element != nil {
			strokes[r.Element.Actual]++
		}
	}
	if strokes["★"] != 30 || strokes["☐"] != 4 {
		t.Errorf("strokes %v", strokes)
	}
}

func TestSlipsHaveNoPageNumbers(t *testing.T) {
	for _, none := range []bool{false, true} {
		p, _ := set(t, &document.Document{Lang: "en", Footer: document.Footer{Form: "Form A", NoPages: none}, Blocks: []document.Block{para("A slip.")}})
		lines := lineTexts(p.Pages[0], func(r typeset.Run) bool { return r.Furniture })
		if numbered := slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, "page") }); numbered == none {
			t.Errorf("NoPages %v: the footer says %q", none, lines)
		}
		for _, m := range p.Pages[0].Marks {
			if s, ok := m.(typeset.Slot); ok && none && s.X+s.Width < p.Width-60 {
				t.Errorf("the form's code ends at %.0f", s.X+s.Width)
			}
		}
	}
}
