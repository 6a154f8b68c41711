package typeset_test

import (
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/typeset"
)

// outline gives the structure of pages: an element a line, deeper ones further
// in, each with the words that belong to it alone or that are read instead.
func outline(p *typeset.Pages) string {
	var kids = map[*typeset.Element][]*typeset.Element{}
	words := map[*typeset.Element]string{}
	seen := map[*typeset.Element]bool{}
	var root *typeset.Element
	var enter func(e *typeset.Element)
	enter = func(e *typeset.Element) {
		if seen[e] {
			return
		}
		seen[e] = true
		if e.Parent == nil {
			root = e
			return
		}
		enter(e.Parent)
		kids[e.Parent] = append(kids[e.Parent], e)
	}
	for _, page := range p.Pages {
		for _, m := range page.Marks {
			if e := m.Of(); e != nil {
				enter(e)
				if r, ok := m.(typeset.Run); ok {
					words[e] += runText(r)
				}
			}
		}
	}
	var b strings.Builder
	var write func(e *typeset.Element, depth int)
	write = func(e *typeset.Element, depth int) {
		b.WriteString(strings.Repeat(" ", depth) + e.Kind)
		if e.Number != "" {
			b.WriteString(" (" + e.Number + ")")
		}
		text := strings.TrimSpace(words[e])
		if e.Actual != "" {
			text = "= " + e.Actual
		}
		b.WriteString(strings.TrimRight(" "+text, " ") + "\n")
		for _, k := range kids[e] {
			write(k, depth+1)
		}
	}
	if root != nil {
		write(root, 0)
	}
	return b.String()
}

func TestQuestionsAreHeadings(t *testing.T) {
	d := &document.Document{Lang: "en", Blocks: []document.Block{
		document.Heading{Level: 1, Text: document.Words("Sheet")},
		document.Heading{Level: 2, Text: document.Words("Close reading"), Points: "23 points"},
		document.Prompt{Number: 2, Points: "2 points", Blocks: []document.Block{
			para("Which word, of all the words that stand in the third and the fourth paragraph of it, takes a side?"),
			options(document.Bubble, "One", "Two"),
			document.Heading{Level: 6, Text: document.Words("Deeper")},
		}},
		document.Prompt{Number: 3, Blocks: []document.Block{
			document.BlockQuote{Blocks: []document.Block{para("Words.")}}, para("What do they mean?"),
			document.Options{Inline: true, Items: []document.Option{{Label: "T", Text: document.Words("True")}, {Label: "F", Text: document.Words("False")}}},
		}},
		document.Prompt{Number: 4, Points: "1 point", Blocks: []document.Block{
			para("In what order?"),
			document.Options{Shape: document.Write, Items: []document.Option{{Text: document.Words("First")}, {Text: document.Words("Then")}}},
			document.List{Items: []document.Item{{Task: document.Open, Blocks: []document.Block{para("done")}}}},
		}},
	}}
	p, _ := set(t, d)
	want := `Document
 H1 Sheet
 Sect
  H2 Close reading
  P 23 points
  Sect
   H3 Which word, of all the words that stand in the third and the fourth paragraph of it, takes a side?
    Span = 2.
   P 2 points
   L (UpperAlpha)
    LI
     Lbl A
     LBody One
    LI
     Lbl B
     LBody Two
   H4 Deeper
  Sect
   H3
    Span = 3.
   BlockQuote
    P Words.
   P What do they mean?
   L (None)
    LI
     Lbl T
     LBody True
    LI
     Lbl F
     LBody False
  Sect
   H3 In what order?
    Span = 4.
   P 1 point
   L (None)
    LI
     Lbl = blank
     LBody First
    LI
     Lbl = blank
     LBody Then
   L (None)
    LI
     Lbl = ☐
     LBody
      P done
`
	if got := outline(p); got != want {
		t.Errorf("got\n%s", got)
	}
}
