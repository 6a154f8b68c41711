package passage

import (
	"unicode"
	"unicode/utf8"
)

// Raw is a text as it was found, page heads, note marks, menus and all, made
// ready for finding. It may be used by several goroutines at a time.
type Raw struct {
	text   string
	finder *finder
}

// NewRaw makes a text ready. It may have bytes that aren't UTF-8.
func NewRaw(text string) *Raw {
	return &Raw{text, newFinder(newLetters(text, true))}
}

// Stretch is a stretch of a text, in bytes, at the bounds of characters.
// Inexact says that its words are not quite those that were looked for.
type Stretch struct {
	From, To int
	Inexact  bool
}

// RawMiss says why a selector has no place in a text: its words are Missing, or
// Ambiguous. Near are the places that come nearest, the best first, at most
// three.
type RawMiss struct {
	Why  Why
	Near []Stretch
}

// Find gives the stretch of the text that a selector names by words.
func (r *Raw) Find(s Selector) (Stretch, *RawMiss) {
	a := r.finder.ask(s)
	places := r.finder.find(a)
	best, why, ok := r.finder.accept(a, places)
	if ok {
		return r.stretch(a, best), nil
	}
	miss := &RawMiss{Why: why}
	for _, p := range worthNaming(places) {
		miss.Near = append(miss.Near, r.stretch(a, p))
	}
	return Stretch{}, miss
}

// stretch gives what a place stands for in the text, with the marks at its ends
// that its selector has there.
func (r *Raw) stretch(a *asked, p place) Stretch {
	out := r.finder.letters.source(p.span)
	out.from = marksBefore(r.text, out.from, a.start.lead)
	out.to = marksAfter(r.text, out.to, a.last().trail)
	return Stretch{out.from, out.to, !p.exact}
}

// marksBefore gives the byte where up to so many marks begin that touch byte at
// from before; marksAfter where they end that touch it from after.
func marksBefore(text string, at, most int) int {
	for ; most > 0 && at > 0; most-- {
		c, size := utf8.DecodeLastRuneInString(text[:at])
		if unicode.IsSpace(c) || wordy(c) {
			break
		}
		at -= size
	}
	return at
}

func marksAfter(text string, at, most int) int {
	for ; most > 0 && at < len(text); most-- {
		c, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(c) || wordy(c) {
			break
		}
		at += size
	}
	return at
}
