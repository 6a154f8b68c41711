package document

import (
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	in := []Inline{
		Text{Words: "It says "},
		Strong{Inlines: []Inline{Quotation{Words: "he said “no” twice"}}},
		Text{Words: " in "},
		Reference{Words: "¶3"},
		Text{Words: ": "},
		Blank{Number: 1},
	}
	if got, want := Plain(in), "It says “he said ‘no’ twice” in ¶3: ____"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestRewriteReachesEverything puts a marked word into every place that can
// hold inlines and changes it there, leaving the original alone.
func TestRewriteReachesEverything(t *testing.T) {
	word := func() []Inline { return []Inline{Emph{Inlines: []Inline{Text{Words: "old"}}}} }
	paragraph := func() []Block { return []Block{Paragraph{Text: word()}} }
	option := []Option{{Text: word()}}
	blocks := []Block{
		Heading{Text: word()}, Paragraph{Text: word()}, List{Items: []Item{{Blocks: paragraph()}}},
		BlockQuote{Blocks: paragraph()}, Table{Head: []Cell{{Text: word()}}, Rows: [][]Cell{{{Text: word()}}}},
		Prompt{Blocks: paragraph()}, Options{Items: option}, Matching{Left: option, Right: option, LeftHead: word(), RightHead: word()},
		Panel{Title: word(), Blocks: paragraph()}, Diagram{Boxes: []Node{{Text: word()}}}, Parts{Items: []Part{{Label: "Note", Blocks: paragraph()}}}, TwoUp{Blocks: paragraph()},
		Beside{Columns: [][]Block{paragraph(), paragraph()}}, Deck{Cards: []Card{{Group: word(), Blocks: paragraph()}}},
		Essay{Paragraphs: []EssayParagraph{{Text: word()}}, Side: []Panel{{Title: word()}}, Notice: word()},
	}
	before := PlainBlocks(blocks)
	out := Rewrite(blocks, nil, func(in Inline) []Inline {
		if w, ok := in.(Text); ok {
			w.Words = "new"
			return []Inline{w}
		}
		return []Inline{in}
	})
	after := PlainBlocks(out)
	if strings.Contains(after, "old") || strings.Count(after, "new") != 24 {
		t.Errorf("rewritten: %q", after)
	}
	if PlainBlocks(blocks) != before || strings.Count(before, "old") != 24 {
		t.Errorf("the original changed: %q", PlainBlocks(blocks))
	}
}
