package essay

import "testing"

func sample() *Essay {
	e := &Essay{Blocks: []Block{
		{Kind: Heading, Text: "One"},
		{Kind: Paragraph, Text: "First words."},
		{Kind: BlockQuote, Text: "Quoted."},
		{Kind: Heading, Text: "Two"},
		{Kind: Verse, Text: "a line\nanother"},
		{Kind: Footnote, Text: "A note."},
	}}
	e.Number()
	return e
}

func TestNumber(t *testing.T) {
	e := sample()
	if e.Paragraphs() != 3 || e.Paragraph(2) != 2 || e.Paragraph(3) != 4 || e.Paragraph(4) != -1 || e.Paragraph(0) != -1 {
		t.Errorf("numbered %d: %v", e.Paragraphs(), e.Blocks)
	}
}

func TestRanges(t *testing.T) {
	e := sample()
	for _, c := range []struct {
		r           Range
		first, last int
		words       string
	}{
		{Range{Pos{1, 6}, Pos{1, 11}}, 1, 1, "words"},
		{Range{Pos{1, 6}, Pos{2, 6}}, 1, 2, "words.\n\nQuoted"},
		{Range{Pos{2, 0}, Pos{4, 6}}, 2, 3, "Quoted.\n\nTwo\n\na line"},
		{Range{Pos{3, 0}, Pos{3, 3}}, 0, 0, "Two"},
	} {
		first, last := e.ParagraphsOf(c.r)
		if first != c.first || last != c.last || e.Words(c.r) != c.words {
			t.Errorf("%v: ¶%d–%d %q, want ¶%d–%d %q", c.r, first, last, e.Words(c.r), c.first, c.last, c.words)
		}
	}
}

func TestOrigin(t *testing.T) {
	o := Origin{{0, 10}, {5, 17}, {8, 20}}
	for at, want := range map[int]int{0: 10, 4: 14, 5: 17, 7: 19, 8: 20, 11: 23} {
		if got := o.Source(at); got != want {
			t.Errorf("Source(%d) = %d, want %d", at, got, want)
		}
	}
	// What was squeezed stays before what follows it.
	if got := (Origin{{0, 0}, {9, 3}}).Source(6); got != 3 {
		t.Errorf("past the stretch: %d", got)
	}
	if !(Pos{1, 5}).Before(Pos{2, 0}) || (Pos{1, 5}).Before(Pos{1, 5}) {
		t.Error("places are out of order")
	}
}
