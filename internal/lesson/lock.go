package lesson

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lineation"
)

// Lock is what passages.lock remembers of the author's copy of the essay:
// enough to build without it and to notice a differing copy, never its text.
type Lock struct {
	Scheme     int
	Words      int
	Sentences  int // these two are for the readability figures; 0 in older lock files
	Syllables  int
	Lines      int
	Paragraphs []LockedParagraph
	Passages   map[string]LockedPassage
	Quotations map[string]LockedQuotation   // by the hash of their words
	Vocabulary map[string][]LockedQuotation // by the hash of a word: where it stands
}

// LockedParagraph remembers a paragraph: its first three words, the number of
// its first line, and a checksum of its words.
type LockedParagraph struct {
	Opens     string
	FirstLine int
	Sum       string
}

// LockedPassage remembers a passage.
type LockedPassage struct {
	FirstParagraph, LastParagraph int
	FirstLine, LastLine           int
	Length                        int    // characters
	Selector                      string // a checksum: a selector that was changed is not the one that was found
	Fingerprint                   string
	Sum                           string // a checksum of its words
}

// LockedQuotation remembers that a quotation was found, and where.
type LockedQuotation struct {
	FirstParagraph, LastParagraph int
	FirstLine, LastLine           int
}

func (q LockedQuotation) place() document.Place {
	return document.Place(q)
}

func (p LockedPassage) place() document.Place {
	return document.Place{FirstParagraph: p.FirstParagraph, LastParagraph: p.LastParagraph, FirstLine: p.FirstLine, LastLine: p.LastLine}
}

// lockVersion is the first line of the file.
const lockVersion = "quire-lock 1"

// Encode writes the lock file: plain text, a line for each thing, sorted, so
// that it reads well in a diff. DecodeLock describes the lines.
func (l *Lock) Encode() []byte {
	var b strings.Builder
	line := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
	line(lockVersion)
	line("# Where things stand in the essay, without its text. Written by quire lock.")
	line("scheme %d", l.Scheme)
	line("words %d", l.Words)
	if l.Sentences > 0 {
		line("sentences %d", l.Sentences)
		line("syllables %d", l.Syllables)
	}
	line("lines %d", l.Lines)
	for i, p := range l.Paragraphs {
		line("paragraph %d line=%d sum=%s opens=%q", i+1, p.FirstLine, p.Sum, p.Opens)
	}
	for _, id := range slices.Sorted(maps.Keys(l.Passages)) {
		p := l.Passages[id]
		line("passage %s %s length=%d selector=%s fingerprint=%s sum=%s", id, placeFields(p.place()), p.Length, p.Selector, p.Fingerprint, p.Sum)
	}
	for _, sum := range slices.Sorted(maps.Keys(l.Quotations)) {
		line("quotation %s %s", sum, placeFields(l.Quotations[sum].place()))
	}
	for _, sum := range slices.Sorted(maps.Keys(l.Vocabulary)) {
		for _, q := range l.Vocabulary[sum] {
			line("word %s %s", sum, placeFields(q.place()))
		}
	}
	return []byte(b.String())
}

func placeFields(p document.Place) string {
	return fmt.Sprintf("paragraphs=%d-%d lines=%d-%d", p.FirstParagraph, p.LastParagraph, p.FirstLine, p.LastLine)
}

// MakeLock makes the lock of a lesson that was resolved with its essay; nil if
// it was resolved without.
func MakeLock(l *Lesson) *Lock {
	if l.Essay == nil {
		return nil
	}
	k := lockEssay(l.Essay, lineation.Of(l.Essay))
	m := l.met
	for id, p := range m.passages {
		k.Passages[id] = LockedPassage{
			FirstParagraph: p.place.FirstParagraph, LastParagraph: p.place.LastParagraph,
			FirstLine: p.place.FirstLine, LastLine: p.place.LastLine,
			Length:      len([]rune(l.Essay.Words(p.rng))),
			Selector:    sumSelector(p.selector),
			Fingerprint: m.index.Fingerprint(p.rng),
			Sum:         sumPassage(l.Essay.Words(p.rng)),
		}
	}
	for q, place := range m.quotations {
		k.Quotations[sumQuotation(q.words, q.passage)] = LockedQuotation(place)
	}
	for word, places := range m.words {
		locked := make([]LockedQuotation, len(places))
		for i, p := range places {
			locked[i] = LockedQuotation(p)
		}
		k.Vocabulary[sumWord(word)] = locked
	}
	return k
}

// lockEssay remembers the essay itself.
func lockEssay(e *essay.Essay, lines *lineation.Lines) *Lock {
	k := &Lock{
		Scheme: lines.Scheme, Lines: lines.Total,
		Passages:   map[string]LockedPassage{},
		Quotations: map[string]LockedQuotation{},
		Vocabulary: map[string][]LockedQuotation{},
	}
	k.Sentences, k.Syllables = e.Measure()
	for i, b := range e.Blocks {
		if b.Number == 0 {
			continue
		}
		k.Words += len(strings.Fields(b.Text))
		k.Paragraphs = append(k.Paragraphs, LockedParagraph{
			Opens: opening(b.Text), FirstLine: lines.Blocks[i].First, Sum: sumParagraph(b.Text),
		})
	}
	return k
}
