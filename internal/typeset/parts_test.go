package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/typeset"
)

// card is a question with three pieces, of so many lines in all and two more.
func card(n, lines int) []document.Block {
	var l document.List
	for i := range lines {
		l.Items = append(l.Items, document.Item{Blocks: []document.Block{para(fmt.Sprintf("position %d of card %d", i+1, n))}})
	}
	return []document.Block{
		document.Heading{Level: 3, Text: document.Words(fmt.Sprintf("Card %d", n)), Points: "5 min"},
		document.BlockQuote{Blocks: []document.Block{para(fmt.Sprintf("What is asked on card %d?", n))}},
		document.Parts{Items: []document.Part{
			{Label: "Look at", Blocks: []document.Block{para("line 4")}},
			{Label: "Positions", Blocks: []document.Block{l}},
			{Label: "Listen for", Blocks: []document.Block{para(fmt.Sprintf("the end of card %d", n))}},
		}},
	}
}

// runAt gives the first run that begins with words, and its page.
func runAt(t *testing.T, p *typeset.Pages, words string) (page int, r typeset.Run) {
	t.Helper()
	for i := range p.Pages {
		for _, m := range p.Pages[i].Marks {
			if r, ok := m.(typeset.Run); ok && strings.HasPrefix(strings.TrimSpace(runText(r)), words) {
				return i, r
			}
		}
	}
	t.Fatalf("nothing says %q", words)
	return 0, typeset.Run{}
}

// Labels stand at the left, each on the line of what it labels; all that they
// label begins at one edge.
func TestLabelsBeside(t *testing.T) {
	p, _ := set(t, &document.Document{Lang: "en", Audience: document.Teacher, Blocks: card(1, 2)})
	for label, words := range map[string]string{"Look at": "line", "Positions": "•", "Listen for": "the end"} {
		_, l := runAt(t, p, label)
		_, r := runAt(t, p, words)
		if l.Y != r.Y || r.X < l.X+50 {
			t.Errorf("%q stands at %.1f, %.1f, and what it labels at %.1f, %.1f", label, l.X, l.Y, r.X, r.Y)
		}
	}
	_, first := runAt(t, p, "line")
	if _, last := runAt(t, p, "the end"); first.X != last.X {
		t.Errorf("pieces begin at %.1f and %.1f", first.X, last.X)
	}
}

// In large type, which has no room beside, labels open the words.
func TestLabelsBefore(t *testing.T) {
	p := setLarge(t, &document.Document{Lang: "en", Audience: document.Teacher, Blocks: card(1, 2)})
	_, label := runAt(t, p, "Listen for:")
	if _, words := runAt(t, p, "the end"); label.Y != words.Y {
		t.Errorf("the label stands at %.1f, its words at %.1f", label.Y, words.Y)
	}
}

// Two cards that don't fit on what is left of a page begin the next one, and one
// that is taller than a page stays with its question.
func TestCardsStayWhole(t *testing.T) {
	var blocks []document.Block
	for n := range 6 {
		blocks = append(blocks, card(n+1, 14)...)
	}
	p, _ := set(t, &document.Document{Lang: "en", Audience: document.Teacher, Blocks: blocks})
	for n := range 6 {
		from, _ := runAt(t, p, fmt.Sprintf("Card %d", n+1))
		to, _ := runAt(t, p, fmt.Sprintf("the end of card %d", n+1))
		if from != to {
			t.Errorf("card %d begins on page %d and ends on page %d", n+1, from+1, to+1)
		}
	}
	blocks = append([]document.Block{document.Heading{Level: 1, Text: document.Words("Cards")}}, card(1, 90)...)
	p, _ = set(t, &document.Document{Lang: "en", Audience: document.Teacher, Blocks: blocks})
	head, _ := runAt(t, p, "Card 1")
	if look, _ := runAt(t, p, "Look at"); head != look {
		t.Errorf("a tall card's heading is on page %d, its first piece on page %d", head+1, look+1)
	}
}

// A paragraph that says what a list lists stays with it.
func TestListStaysWithItsLead(t *testing.T) {
	for filler := 20; filler < 40; filler++ {
		var blocks []document.Block
		for range filler {
			blocks = append(blocks, para("One line."))
		}
		var l document.List
		for i := range 60 {
			l.Items = append(l.Items, document.Item{Blocks: []document.Block{para(fmt.Sprintf("entry %d", i+1))}})
		}
		p, _ := set(t, &document.Document{Lang: "en", Blocks: append(blocks, para("These are listed:"), l)})
		lead, _ := runAt(t, p, "These are")
		if first, _ := runAt(t, p, "entry 1"); lead != first {
			t.Errorf("after %d lines the lead stands on page %d, the list on page %d", filler, lead+1, first+1)
		}
	}
}
