// Package passage finds passages and quotations in an essay: a selector comes
// in, a range of the essay goes out, or why not.
//
// Find and Quote find nothing inexact. What is alike is settled by folding
// (fold.go): quotation marks of all kinds, kinds of dash with or without spaces
// round them, ellipses however typed, kinds of white space and the borders between
// blocks. Capitals and all other punctuation count. What is found begins and ends
// at the bounds of words.
//
// Locate, Requote and Raw find words also in a copy that differs, and say so. They
// work on a text's letters alone (letters.go), look for words there exactly, then
// with errors (myers.go, inexact.go), and take a place only if enough of the
// selector is there and no other place is nearly as good (candidates.go, weigh.go, decide.go).
package passage

import (
	"sync"
	"sync/atomic"

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

	// What a lock file remembers of the passage in the author's copy, for Locate;
	// 0 and empty if nothing.
	Length      int // characters
	Fingerprint string
}

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

// mostCandidates is how many places a Miss names.
const mostCandidates = 3

// Index is an essay made ready for finding. It may be used by several
// goroutines at a time.
type Index struct {
	essay  *essay.Essay
	stream *stream
	blocks []int // by ¶ number - 1: the index of its block

	lettering sync.Once
	near      *finder // of the letters; see inexact
	effort    atomic.Int64
}

// NewIndex makes an essay ready.
func NewIndex(e *essay.Essay) *Index {
	x := &Index{essay: e, stream: newStream(e)}
	for i := range e.Blocks {
		if e.Blocks[i].Number == len(x.blocks)+1 {
			x.blocks = append(x.blocks, i)
		}
	}
	return x
}
