package passage

import (
	"cmp"
	"slices"
)

// mostEffort is how many letters, in blocks of 64 of a wording, an index compares
// while it looks for words that aren't in its essay. Then it gives up looking (and
// names no candidates), so that thousands of wrong quotations of a huge essay
// come to an end.
const mostEffort = 2_000_000_000

func (x *Index) tired() bool { return x.effort.Load() > mostEffort }

// echo is a stretch of the essay that is like some words.
type echo struct {
	fit
	words, more int   // words of the wording; words that the stretch has besides
	absent      int   // words of the wording of which hardly a letter is there
	slips       int   // words that are there, but for some letters
	long        int   // long words that are there
	differs     int32 // the letter from which on the stretch differs
}

// nearest gives the places whose words are nearest to a folded wording that the
// essay doesn't have, the nearest first, none overlapping a nearer one.
func (x *Index) nearest(folded string) []Candidate {
	var out []Candidate
	for _, l := range x.echoes(folded) {
		c := x.named(l.span)
		at := x.stream.at(x.rangeOf(span{int(l.differs), int(l.differs) + 1}).Start)
		c.Excerpt = x.excerpt(x.stream.spanOf(c.Range), at)
		out = append(out, c)
	}
	return out
}

// Meant gives the place that words in quotation marks misquote, if they are so
// near to it that they can hardly be anything else: of each four words no more
// than one is another, and two long ones are the essay's, but for slips. Words
// that the essay has as they stand misquote nothing.
func (x *Index) Meant(words string) (Candidate, bool) {
	all := x.echoes(fold(house(words)))
	if len(all) == 0 {
		return Candidate{}, false
	}
	l := all[0]
	cost := 2*(l.absent+l.more) + l.slips
	if cost == 0 || cost > l.words/4*2 || l.long < 2 {
		return Candidate{}, false
	}
	return x.named(l.span), true
}

// longWord is how many letters make a word long enough to tell something of what
// it stands in.
const longWord = 5

// echoes gives the stretches of the essay that are the likest to a folded wording,
// at most mostCandidates, with half of the letters wrong at most.
func (x *Index) echoes(folded string) []echo {
	if x.tired() {
		return nil
	}
	f := x.inexact()
	w := f.want(folded).head(mostLetters / 8)
	n := len(w.text)
	if n < 4 || len(f.letters.text) == 0 {
		return nil
	}
	pattern := newBitPattern(w.text)
	windows := f.windowsOf(w, pattern, n/2)
	var all []echo
	for _, p := range windows {
		p = f.clip(p)
		places := pattern.trace(w.text, f.letters.text[p.from:p.to])
		g, ok := f.align(w, places, p.from, 0, len(w.words))
		if !ok || g.share() < 0.35 {
			continue
		}
		all = append(all, f.echo(w, g, places, p.from))
	}
	slices.SortStableFunc(all, func(a, b echo) int {
		return cmp.Or(-cmp.Compare(a.agreed, b.agreed), cmp.Compare(a.from, b.from))
	})
	var out []echo
	for _, l := range all {
		overlaps := func(o echo) bool { return l.from < o.to && o.from < l.to }
		if len(out) < mostCandidates && !slices.ContainsFunc(out, overlaps) {
			out = append(out, l)
		}
	}
	return out
}

// echo counts what differs.
func (f *finder) echo(w *wanted, g aligned, places []int32, base int) echo {
	l := echo{fit: g.fit, words: len(w.words), differs: int32(g.from)}
	before := -1 // the letter of the text before the word
	met := false
	for _, word := range w.words {
		there := places[word.from:word.to]
		a := agreement(there)
		switch {
		case a < hardly:
			l.absent++
		case a < 1:
			l.slips++
		}
		if a >= hardly && word.to-word.from >= longWord {
			l.long++
		}
		if a < 1 && !met && before >= 0 {
			l.differs, met = int32(before), true
		}
		for _, p := range there {
			if p >= 0 {
				before = base + int(p)
			}
		}
	}
	l.more = max(0, f.wordsIn(g.span)-(l.words-l.absent))
	return l
}

// wordsIn counts the words that begin in a stretch.
func (f *finder) wordsIn(p span) int {
	n := 0
	for i := f.letters.nextStart(p.from); i < p.to; i = f.letters.nextStart(i + 1) {
		n++
	}
	return n
}
