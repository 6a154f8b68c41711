package build

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
	"quire/internal/passage"
	"quire/internal/source"
)

// The passages of a new lesson are paragraphs that a teacher would look at
// first, by signs that can be seen without reading: where the essay and its
// sections begin and end, where somebody else speaks, where there are figures,
// where a word of contrast stands. They say nothing of what matters in the
// essay. They are a start, and only that: the author of the lesson moves them.

// chosen is a passage of a new lesson, with the sign by which it was chosen.
type chosen struct {
	id, title, sign string
	selector        string
	rng             essay.Range
}

// The signs, as stems name them.
const (
	signOpening   = "opening"
	signClosing   = "closing"
	signTurn      = "turn"
	signQuotation = "quotation"
	signFigures   = "figures"
	signSection   = "section"
	signWord      = "word" // of a stem alone: the passage with the word
)

const (
	mostSections    = 3    // whose ends are passages
	longestSelector = 1000 // bytes; a lesson's paragraphs have a limit too
	fewWords        = 25   // a paragraph of fewer is no passage by itself if another follows
)

// choosePassages gives the passages of a new lesson in the essay's order.
func choosePassages(e *essay.Essay, x *passage.Index) []chosen {
	c := &chooser{essay: e, index: x, taken: map[string]bool{}, used: map[int]bool{}}
	for i := range e.Blocks {
		if e.Blocks[i].Kind.Lined() {
			c.lined = append(c.lined, i)
		}
	}
	if len(c.lined) == 0 {
		return nil
	}
	last := c.lined[len(c.lined)-1]
	c.add(c.lined[0], signOpening, "The opening", signOpening)
	if last != c.lined[0] {
		c.add(last, signClosing, "The end", signClosing)
	}
	// In either half of the essay, so that the lesson isn't all about one page.
	turn, quotation := "A turn", "Somebody else's words"
	for _, half := range [][]int{c.lined[:len(c.lined)/2], c.lined[len(c.lined)/2:]} {
		c.best(half, signTurn, turn, contrast)
		c.best(half, signQuotation, quotation, quotedWords)
		turn, quotation = "A later turn", "Somebody else's words, later"
	}
	c.best(c.lined, signFigures, "Figures", figures)
	c.sections()
	slices.SortFunc(c.out, func(a, b chosen) int {
		if a.rng.Start.Before(b.rng.Start) {
			return -1
		}
		return 1
	})
	return c.out
}

type chooser struct {
	essay *essay.Essay
	index *passage.Index
	lined []int        // indices of the blocks that have numbers
	used  map[int]bool // blocks that are in a passage
	taken map[string]bool
	out   []chosen
}

// add makes a passage of a block, with the one after it if it is short and in
// the same section, unless it is in one already or nothing names it.
func (c *chooser) add(block int, id, title, sign string) {
	if c.used[block] {
		return
	}
	last := block
	blocks := c.essay.Blocks
	if len(strings.Fields(blocks[block].Text)) < fewWords {
		switch next, before := block+1, block-1; {
		case sign != signClosing && next < len(blocks) && blocks[next].Kind.Lined() && !c.used[next]:
			last = next
		case sign == signClosing && before >= 0 && blocks[before].Kind.Lined() && !c.used[before]:
			block = before
		}
	}
	r := essay.Range{Start: essay.Pos{Block: block}, End: essay.Pos{Block: last, Offset: len(blocks[last].Text)}}
	r = withoutBullet(c.essay, r)
	selector := readable(c.essay, c.index, r)
	if selector == "" {
		return
	}
	for i := block; i <= last; i++ {
		c.used[i] = true
	}
	c.out = append(c.out, chosen{id: freeID(id, c.taken), title: title, sign: sign, selector: selector, rng: r})
}

// best makes a passage of that of some paragraphs in which a sign shows most,
// the first of equals. What goes on in the middle of a sentence, as after verse,
// can't be read by itself.
func (c *chooser) best(among []int, sign, title string, strength func(essay.Block) int) {
	best, most := -1, 0
	for _, i := range among {
		b := c.essay.Blocks[i]
		if n := strength(b); n > most && !c.used[i] && !midSentence(b.Text) && len(strings.Fields(b.Text)) >= fewWords {
			best, most = i, n
		}
	}
	if best >= 0 {
		c.add(best, sign, title, sign)
	}
}

// midSentence says that a text begins with a small letter.
func midSentence(text string) bool {
	first := strings.IndexFunc(text, unicode.IsLetter)
	if first < 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[first:])
	return unicode.IsLower(r)
}

// sections makes passages of the paragraphs beside headings.
func (c *chooser) sections() {
	n := 0
	for i, b := range c.essay.Blocks {
		if b.Kind != essay.Heading || n == mostSections {
			continue
		}
		n++
		name := shortenWords(b.Text)
		id := idOf(titleOf(b.Text), fmt.Sprintf("section-%d", n))
		if i > 0 && c.essay.Blocks[i-1].Kind.Lined() {
			c.add(i-1, "before-"+id, "The end before “"+name+"”", signSection)
		}
		if i+1 < len(c.essay.Blocks) && c.essay.Blocks[i+1].Kind.Lined() {
			c.add(i+1, id, "“"+name+"”, the beginning", signSection)
		}
	}
}

// readable gives a selector with enough words to be known again in another
// copy and by a reader; the shortest if that one doesn't do,
// and none if that is too long to read.
func readable(e *essay.Essay, x *passage.Index, r essay.Range) string {
	const first, last = 5, 4
	if w := strings.Fields(e.Words(r)); len(w) > first+last+3 {
		s := strings.Join(w[:first], " ") + " … " + strings.Join(w[len(w)-last:], " ")
		if sel, err := passage.Parse(s, source.Span{}); err == nil {
			if found, miss := x.Find(sel); miss == nil && core(e, found) == core(e, r) && len(s) <= longestSelector {
				return s
			}
		}
	}
	if s := x.Select(r); len(s) <= longestSelector {
		return s
	}
	return ""
}

// core is a range without the marks at its ends, which a selector may leave
// away.
func core(e *essay.Essay, r essay.Range) essay.Range {
	outside := func(c rune) bool { return !wordy(c) }
	text := e.Blocks[r.Start.Block].Text[r.Start.Offset:]
	r.Start.Offset += len(text) - len(strings.TrimLeftFunc(text, outside))
	r.End.Offset = len(strings.TrimRightFunc(e.Blocks[r.End.Block].Text[:r.End.Offset], outside))
	return r
}

// contrast counts words of contrast, those with which a sentence begins twice,
// and that with which the paragraph begins four times.
func contrast(b essay.Block) int {
	n := 0
	start := true
	for i, w := range strings.Fields(b.Text) {
		word := strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !wordy(r) }))
		if slices.Contains([]string{"but", "however", "yet", "still", "nevertheless", "nonetheless", "although", "though", "instead", "despite", "whereas"}, word) {
			switch {
			case i == 0:
				n += 4
			case start:
				n += 2
			case word != "still" && word != "yet":
				n++
			}
		}
		start = strings.ContainsAny(w[len(w)-1:], ".?!:") || strings.HasSuffix(w, "”")
	}
	return n
}

// quotedWords counts the words between quotation marks, runs of four or more;
// a paragraph that is nothing else is its author's, in a dialogue or a poem.
func quotedWords(b essay.Block) int {
	n, all := 0, len(strings.Fields(b.Text))
	if b.Kind == essay.BlockQuote {
		return all
	}
	rest := b.Text
	for {
		_, after, ok := strings.Cut(rest, "“")
		if !ok {
			break
		}
		inner, after, ok := strings.Cut(after, "”")
		if !ok {
			break
		}
		if k := len(strings.Fields(inner)); k >= 4 {
			n += k
		}
		rest = after
	}
	if n*10 > all*8 {
		return 0
	}
	return n
}

// figures counts numbers that aren't years or numerals of a list, and shares
// double.
func figures(b essay.Block) int {
	n := 0
	for _, w := range strings.Fields(b.Text) {
		word := strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !wordy(r) && r != '%' && r != '$' && r != '€' && r != '£' }))
		digits := strings.IndexFunc(word, unicode.IsDigit) >= 0
		year := len(word) == 4 && strings.Trim(word, "0123456789") == "" && (word[0] == '1' || word[0] == '2')
		switch {
		case word == "percent" || strings.HasSuffix(word, "%"):
			n += 2
		case digits && !year, word == "million", word == "billion", word == "dozen", word == "half", word == "hundred", word == "thousand":
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return n
}
