// Package passage finds passages and quotations in an essay: a selector comes
// in, a range of the essay goes out, or why not.
package passage

import (
	"quire/internal/essay"
	"quire/internal/source"
)

// Selector names a passage: by its first and last words (End empty for a short
// one that Start quotes whole), or by whole paragraphs (FirstParagraph > 0).
// Before and After are words that stand right before or after it, to make an
// ambiguous one unique.
type Selector struct {
	Start, End                    string
	Before, After                 string
	FirstParagraph, LastParagraph int
	At                            source.Span
}

// Parse reads a selector as a lesson writes it: `first words … last words`,
// words alone, or ¶6, p6, p6-8.
func Parse(words string, at source.Span) (Selector, error) { panic("not written") }

// Why says why a selector has no range.
type Why uint8

const (
	Missing     Why = iota // the words aren't in the essay
	Ambiguous              // they are there more than once
	Reversed               // the end stands only before the start
	NoParagraph            // there is no paragraph of that number
)

// Miss is a selector or a quotation that has no place in the essay.
type Miss struct {
	Why        Why
	Words      string      // the words that could not be placed
	Candidates []Candidate // nearest first, at most three
}

// Candidate is a place that may have been meant. Excerpt shows its words with
// a few round them; Unique, if any, is an attribute that would make the
// selector unique: before="words" or after="words".
type Candidate struct {
	Range   essay.Range
	Excerpt string
	Unique  string
}

// Index is an essay made ready for finding.
type Index struct{}

// NewIndex makes an essay ready.
func NewIndex(e *essay.Essay) *Index { panic("not written") }

// Find gives the range that a selector names.
func (x *Index) Find(s Selector) (essay.Range, *Miss) { panic("not written") }

// Quote finds a quotation, word for word: quotation marks, dashes and spaces
// are alike, " ... " or " … " omits (within 60 words), [brackets] stand for
// anything short. Own gives the essay's own characters for what was quoted,
// with the omissions and brackets as the author set them. A quotation that
// occurs more than once is found within the prompt's passage first (within, if
// not nil), then at its first place in the essay; that is no Miss.
func (x *Index) Quote(words string, within *essay.Range) (r essay.Range, own string, miss *Miss) {
	panic("not written")
}

// Word gives the places where a word stands, whole and in either case.
func (x *Index) Word(word string) []essay.Range { panic("not written") }

// Select writes the shortest selector that names a range.
func (x *Index) Select(r essay.Range) string { panic("not written") }

// Fingerprint is a MinHash over the word 3-grams of a range, in hexadecimal:
// it tells whether another copy has the same words, and roughly how many, but
// not what they are.
func (x *Index) Fingerprint(r essay.Range) string { panic("not written") }
