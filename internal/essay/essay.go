// Package essay holds the text under discussion as Quire works with it:
// blocks of one kind each, in house typography, with where each stretch came
// from in the file.
//
// Readers make Essays; lineation numbers their lines; passages are ranges of
// them. The package knows no file format and no page.
package essay

import (
	"sort"

	"quire/internal/source"
)

// Kind says what a block of an essay is.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading
	BlockQuote
	Verse    // lines parted by "\n"; one block a stanza
	Footnote // not numbered, no lines
	ListItem
)

var kindNames = [...]string{"paragraph", "heading", "blockquote", "verse", "footnote", "listitem"}

func (k Kind) String() string { return kindNames[k] }

// Lined says that blocks of the kind have paragraph numbers and numbered lines.
func (k Kind) Lined() bool { return k != Heading && k != Footnote }

// Style is how a stretch of a block is emphasised.
type Style uint8

const (
	Emphasis Style = iota // italics, as a rule
	Strong
)

// Mark emphasises the bytes [Start, End) of a block's Text.
type Mark struct {
	Start, End int
	Style      Style
}

// Block is one paragraph, heading, stanza or the like.
type Block struct {
	Kind   Kind
	Level  int    // of a heading; 2 is the first below the title
	Number int    // ¶ number, from 1; 0 where the kind has none
	Label  string // of a footnote: its number or sign, if the file tells it
	Text   string // in house typography (see Typeset); no emphasis marks
	Marks  []Mark // in order, not overlapping
	Origin Origin
}

// Origin maps a block's Text back to the loaded text: from Text offset At on
// (bytes), the text stands at source offset From on. Stretches are in order;
// offsets between two of them move in step with the source, no further than
// the next stretch's From.
type Origin []Stretch

// Stretch begins at byte At of a block's Text and at byte From of the source.
type Stretch struct{ At, From int }

// Source gives the byte offset in the loaded text of a byte offset in Text.
func (o Origin) Source(at int) int {
	i := sort.Search(len(o), func(i int) bool { return o[i].At > at })
	if i == 0 {
		return 0
	}
	from := o[i-1].From + at - o[i-1].At
	if i < len(o) && from > o[i].From {
		from = o[i].From
	}
	return from
}

// Left is something of the file that is not the essay, and why Quire thinks so.
type Left struct {
	Span source.Span
	Why  string // "title", "menu", "credit", "call to join" …
}

// Essay is the text under discussion. Title to URL are what the file itself
// says, empty where it doesn't.
type Essay struct {
	Title, Author, Publication, Published, URL string
	Lang                                       string // BCP 47, empty if unknown
	Blocks                                     []Block
	Left                                       []Left // in the file's order
	Text                                       *source.Text
}

// Pos is a place in an essay: a byte offset in the Text of Blocks[Block].
type Pos struct{ Block, Offset int }

// Before orders places.
func (p Pos) Before(q Pos) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Offset < q.Offset
}

// Range is the stretch of an essay from Start up to, not including, End.
// End is in the block where the last character stands.
type Range struct{ Start, End Pos }

// Paragraphs counts the numbered blocks.
func (e *Essay) Paragraphs() int {
	n := 0
	for i := range e.Blocks {
		n = max(n, e.Blocks[i].Number)
	}
	return n
}

// Paragraph finds the index in Blocks of a ¶ number, -1 if there is none.
func (e *Essay) Paragraph(number int) int {
	for i := range e.Blocks {
		if e.Blocks[i].Number == number && number > 0 {
			return i
		}
	}
	return -1
}

// Number gives the lined blocks their ¶ numbers, from 1.
func (e *Essay) Number() {
	n := 0
	for i := range e.Blocks {
		e.Blocks[i].Number = 0
		if e.Blocks[i].Kind.Lined() {
			n++
			e.Blocks[i].Number = n
		}
	}
}

// ParagraphsOf gives the ¶ numbers of the first and the last paragraph that a
// range touches; the nearest numbered ones where it begins or ends in a heading.
func (e *Essay) ParagraphsOf(r Range) (first, last int) {
	for i := r.Start.Block; i <= r.End.Block && i < len(e.Blocks); i++ {
		if n := e.Blocks[i].Number; n > 0 {
			if first == 0 {
				first = n
			}
			last = n
		}
	}
	return first, last
}

// Words gives the text of a range, blocks parted by a blank line.
func (e *Essay) Words(r Range) string {
	if r.Start.Block == r.End.Block {
		return e.Blocks[r.Start.Block].Text[r.Start.Offset:r.End.Offset]
	}
	s := e.Blocks[r.Start.Block].Text[r.Start.Offset:]
	for i := r.Start.Block + 1; i < r.End.Block; i++ {
		s += "\n\n" + e.Blocks[i].Text
	}
	return s + "\n\n" + e.Blocks[r.End.Block].Text[:r.End.Offset]
}
