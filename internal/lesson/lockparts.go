package lesson

import (
	"strings"

	"quire/internal/essay"
)

// Paragraphs are put together to see whether they are one of the author's, and
// taken apart at the openings of the author's, no more than these at a time.
const (
	mostJoined  = 8
	mostOpened  = 4  // of the author's paragraphs that open alike
	mostPlaces  = 30 // of one opening in a paragraph
	noParagraph = -1
)

// numbers are those of the first and the last of some paragraphs.
type numbers struct{ first, last int }

// parts looks for the author's paragraphs in a copy's.
type parts struct {
	lock  *Lock
	left  map[string][]int // by their sums: the author's paragraphs that were not met yet, in order
	opens map[string][]int // the author's paragraphs by their openings
	here  map[int]numbers  // by the author's number: where a paragraph is in the copy
}

// compareParagraphs fills in which of an essay's paragraphs don't have the author's
// words, which have them but part them otherwise (two that make one of the
// author's, or one that makes two), and where the author's are.
func (c *Copy) compareParagraphs(lock *Lock, e *essay.Essay) {
	p := &parts{lock: lock, left: map[string][]int{}, opens: map[string][]int{}, here: map[int]numbers{}}
	for i, a := range lock.Paragraphs {
		p.left[a.Sum] = append(p.left[a.Sum], i)
		if len(p.opens[a.Opens]) < mostOpened {
			p.opens[a.Opens] = append(p.opens[a.Opens], i)
		}
	}
	var rest []essay.Block
	for _, b := range e.Blocks {
		if b.Number > 0 && !p.take(sumParagraph(b.Text), b.Number, b.Number) {
			rest = append(rest, b)
		}
	}
	for len(rest) > 0 {
		n := p.joined(rest)
		if n == 0 && p.several(rest[0]) {
			n = 1
		}
		for _, b := range rest[:n] {
			c.Parted = append(c.Parted, b.Number)
		}
		if n == 0 {
			n = 1
			c.Paragraphs = append(c.Paragraphs, rest[0].Number)
		}
		rest = rest[n:]
	}
	c.here = p.here
}

// take says that the author has a paragraph of that sum which was not met yet,
// and notes where it is in the copy.
func (p *parts) take(sum string, first, last int) bool {
	left := p.left[sum]
	if len(left) == 0 {
		return false
	}
	p.here[left[0]+1] = numbers{first, last}
	p.left[sum] = left[1:]
	return true
}

// joined gives how many of the blocks, from the first on, make one paragraph of
// the author's; 0 if none do.
func (p *parts) joined(blocks []essay.Block) int {
	text := blocks[0].Text
	for n := 1; n < min(len(blocks), mostJoined); n++ {
		if blocks[n].Number != blocks[n-1].Number+1 {
			break
		}
		text += " " + blocks[n].Text
		if p.take(sumParagraph(text), blocks[0].Number, blocks[n].Number) {
			return n + 1
		}
	}
	return 0
}

// several says that a paragraph is two or more of the author's, one after the
// other.
func (p *parts) several(b essay.Block) bool {
	for _, first := range p.opens[opening(b.Text)] {
		if run := p.run(b.Text, first); len(run) > 1 {
			for _, sum := range run {
				p.take(sum, b.Number, b.Number)
			}
			return true
		}
	}
	return false
}

// run gives the sums of the author's paragraphs, from that of index i on, that
// make a text; nil if they don't.
func (p *parts) run(text string, i int) (sums []string) {
	for len(sums) < mostJoined && i < len(p.lock.Paragraphs) {
		a := p.lock.Paragraphs[i]
		if len(p.left[a.Sum]) == 0 {
			return nil
		}
		sums = append(sums, a.Sum)
		if sumParagraph(text) == a.Sum {
			return sums
		}
		if i++; i == len(p.lock.Paragraphs) {
			return nil
		}
		at := p.end(text, a.Sum, p.lock.Paragraphs[i].Opens)
		if at == noParagraph {
			return nil
		}
		text = text[at:]
	}
	return nil
}

// end gives the byte of a text before which stands the paragraph of that sum,
// and at which the next one's opening begins.
func (p *parts) end(text, sum, opens string) int {
	if opens == "" {
		return noParagraph
	}
	for at, n := 0, 0; n < mostPlaces; n++ {
		i := strings.Index(text[at:], opens)
		if i < 0 {
			break
		}
		at += i
		if at > 0 && sumParagraph(text[:at]) == sum {
			return at
		}
		at += len(opens)
	}
	return noParagraph
}
