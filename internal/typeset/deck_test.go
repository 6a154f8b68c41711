package typeset_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/typeset"
)

// deckOf makes cards of a title and so many sentences each.
func deckOf(perPage, n, sentences int) document.Deck {
	d := document.Deck{PerPage: perPage}
	for i := range n {
		blocks := []document.Block{document.Heading{Level: 3, Text: document.Words(fmt.Sprintf("Card %d", i+1))}}
		if i == 0 {
			blocks[0] = document.Heading{Level: 1, Text: document.Words("Card 1")}
		}
		for range sentences {
			blocks = append(blocks, para("Ask for the place where it says so."))
		}
		d.Cards = append(d.Cards, document.Card{Group: document.Words("A part"), Blocks: blocks})
	}
	return d
}

// Cards have one size and fill the paper; nothing comes nearer to where they are
// cut than their white space; they are read one after the other.
func TestDeck(t *testing.T) {
	for _, c := range []struct {
		edition                                 string
		perPage, sentences, pages, across, down int
		finding                                 string
	}{
		{"standard", 8, 4, 2, 2, 4, ""},
		{"standard", 6, 4, 2, 2, 3, ""},
		{"standard", 4, 4, 3, 2, 2, ""},
		{"standard", 2, 4, 6, 1, 2, ""},
		{"standard", 1, 4, 11, 1, 1, ""},
		{"standard", 8, 9, 2, 2, 3, "a card holds more than one of 8 on a page has room for, so all are larger"},
		{"large-print", 8, 4, 3, 2, 2, ""},
		{"large-print", 8, 7, 6, 1, 2, ""},
		{"dyslexia", 8, 4, 2, 2, 4, ""},
		{"dyslexia", 8, 6, 2, 2, 3, ""},
	} {
		for _, paper := range papers {
			name := fmt.Sprintf("%s, %s, %d a page", c.edition, paper.Name, c.perPage)
			var findings diag.List
			d := &document.Document{Lang: "en", Blocks: []document.Block{deckOf(c.perPage, 11, c.sentences)}, Footer: document.Footer{Source: document.Words("source")}}
			p := typeset.Set(d, typeset.Options{Paper: paper, Faces: faces, Edition: edition(t, c.edition)}, &findings)
			said := ""
			for _, f := range findings.Sorted() {
				said += f.Message
			}
			if said != c.finding {
				t.Errorf("%s: finds %q", name, said)
			}
			if len(p.Pages) != c.pages {
				t.Errorf("%s: %d pages", name, len(p.Pages))
				continue
			}
			wide, high := paper.Width/float64(c.across), paper.Height/float64(c.down)
			last := 0 // card that was read
			for n, page := range p.Pages {
				cuts := 0
				for _, m := range page.Marks {
					if r, ok := m.(typeset.Rule); ok && r.Dash > 0 {
						cuts++
						if !onCut(r, wide, high) {
							t.Errorf("%s: a cut from %.1f, %.1f to %.1f, %.1f", name, r.X1, r.Y1, r.X2, r.Y2)
						}
					}
					r, ok := m.(typeset.Run)
					if !ok {
						continue
					}
					b, ok := boundsOf(r)
					if !ok {
						continue
					}
					if strings.Contains(b.text, "source") {
						t.Errorf("%s: a card has a page's footer", name)
					}
					column, row := int(b.left/wide), int((paper.Height-b.high)/high)
					card := 1 + n*c.across*c.down + row*c.across + column
					if card < last || card > last+1 {
						t.Errorf("%s: card %d is read after card %d", name, card, last)
					}
					last = card
					const room = 20 // points
					if b.left < float64(column)*wide+room || b.right > float64(column+1)*wide-room ||
						paper.Height-b.high < float64(row)*high+room || paper.Height-b.low > float64(row+1)*high-room {
						t.Errorf("%s: %q of card %d is at the edge: %+v", name, b.text, card, b)
					}
				}
				if cuts != c.across+c.down-2 {
					t.Errorf("%s: %d cuts", name, cuts)
				}
			}
			if last != 11 {
				t.Errorf("%s: card %d is the last", name, last)
			}
		}
	}
}

// onCut says whether a rule stands between two cards.
func onCut(r typeset.Rule, wide, high float64) bool {
	along := func(at, size float64) bool { _, f := math.Modf(at/size + 1e-6); return f < 1e-5 }
	return r.X1 == r.X2 && along(r.X1, wide) || r.Y1 == r.Y2 && along(r.Y1, high)
}

// A card that not even a page has room for is set as running text, whole.
func TestDeckTallerThanPages(t *testing.T) {
	p, findings := set(t, &document.Document{Lang: "en", Blocks: []document.Block{deckOf(8, 2, 90)}})
	words := 0
	for _, page := range p.Pages {
		for _, m := range page.Marks {
			switch m := m.(type) {
			case typeset.Run:
				words += strings.Count(runText(m), "place")
			case typeset.Rule:
				if m.Dash > 0 {
					t.Error("there is nothing to cut")
				}
			}
		}
	}
	if words != 180 || len(findings) != 1 || len(p.Pages) < 4 {
		t.Errorf("%d of 180 sentences on %d pages, findings %v", words, len(p.Pages), findings)
	}
}

// Headings of cards are each other's neighbours.
func TestDeckHeadings(t *testing.T) {
	p, _ := set(t, &document.Document{Lang: "en", Blocks: []document.Block{deckOf(8, 9, 2)}})
	seen := map[*typeset.Element]bool{}
	kinds := ""
	for _, page := range p.Pages {
		for _, m := range page.Marks {
			if e := m.Of(); e != nil && strings.HasPrefix(e.Kind, "H") && !seen[e] {
				seen[e] = true
				kinds += e.Kind + " "
			}
		}
	}
	if want := "H1 " + strings.Repeat("H2 ", 8); kinds != want {
		t.Errorf("headings %s", kinds)
	}
	if len(p.Outline) != 9 || p.Outline[8].Anchor.Page != 1 {
		t.Errorf("outline %+v", p.Outline)
	}
}
