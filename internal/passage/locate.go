package passage

import (
	"strings"

	"quire/internal/essay"
)

// Match is where a selector or a quotation stands. Inexact says that the essay's
// words there are not quite those that were asked for.
type Match struct {
	Range   essay.Range
	Inexact bool
}

// Locate finds what a selector names: as Find does, and if its words are not in
// the essay, where most of them are. That place must be much nearer to them than
// any other, else it is a Miss.
func (x *Index) Locate(s Selector) (Match, *Miss) {
	r, miss := x.Find(s)
	if miss == nil || miss.Why != Missing || x.tired() {
		return Match{Range: r}, miss
	}
	f := x.inexact()
	a := f.ask(s)
	if s.Fingerprint != "" {
		a.resembles = func(p span) float64 {
			return Resemblance(s.Fingerprint, x.Fingerprint(x.rangeOf(p)))
		}
	}
	places := f.find(a)
	best, why, ok := f.accept(a, places)
	if !ok && why == Ambiguous {
		miss = &Miss{Why: Ambiguous, Words: s.Start}
		for _, p := range worthNaming(places) {
			miss.Candidates = append(miss.Candidates, x.named(p.span))
		}
	}
	if !ok {
		return Match{}, miss
	}
	return Match{x.marked(a, best.span), true}, nil
}

// Requote finds a quotation that stands in another copy of the essay, as Quote
// does, and if it is not in this one, what this one has in its place. Own gives
// this one's own characters, with the omissions as the author set them.
func (x *Index) Requote(words string, within *essay.Range) (m Match, own string, miss *Miss) {
	m.Range, own, miss = x.Quote(words, within)
	if miss == nil || miss.Why != Missing || x.tired() || len(words) > mostBytes {
		return m, own, miss
	}
	q := parseQuotation(words)
	if len(q.chunks) == 0 || len(q.chunks) > mostChunks {
		return m, own, miss
	}
	f := x.inexact()
	var last span
	for i, c := range q.chunks {
		a := f.ask(Selector{Start: c.words})
		p, ok := x.chunkNear(f, a, within)
		if !ok || i > 0 && (p.from < last.to || f.wordsIn(span{last.to, p.from}) > omittedWords) {
			return Match{}, "", miss
		}
		r := x.marked(a, p)
		if i == 0 {
			m.Range.Start = r.Start
		}
		m.Range.End = r.End
		own += q.gaps[i].raw + x.charactersOf(r)
		last = p
	}
	m.Inexact = true
	return m, strings.TrimSpace(own + q.gaps[len(q.chunks)].raw + q.final), nil
}

// chunkNear gives the place of a stretch of a quotation: of several, the one
// within the passage.
func (x *Index) chunkNear(f *finder, a *asked, within *essay.Range) (span, bool) {
	places := f.find(a)
	best, why, ok := f.accept(a, places)
	if ok {
		return best.span, true
	}
	if why != Ambiguous || within == nil {
		return span{}, false
	}
	bounds := f.letters.span(x.stream.placeOf(within.Start), x.stream.placeOf(within.End))
	var inside []place
	for _, p := range places {
		if bounds.from <= p.from && p.to <= bounds.to {
			inside = append(inside, p)
		}
	}
	best, _, ok = f.accept(a, inside)
	return best.span, ok
}

// inexact gives the finder of the essay's letters, which is made when it is first
// asked for: places of its source are places of the stream.
func (x *Index) inexact() *finder {
	x.lettering.Do(func() {
		texts := make([]string, len(x.essay.Blocks))
		for i := range x.essay.Blocks {
			texts[i] = x.essay.Blocks[i].Text
		}
		x.near = newFinder(newLetters(strings.Join(texts, "\n"), false))
		x.near.effort = &x.effort
	})
	return x.near
}

// rangeOf gives the range that a stretch of the letters stands for.
func (x *Index) rangeOf(p span) essay.Range {
	q := x.near.letters.source(p)
	if q.from >= q.to {
		return essay.Range{}
	}
	end := x.stream.pos(q.to - 1) // the last character's block is the end's
	return essay.Range{Start: x.stream.pos(q.from), End: essay.Pos{Block: end.Block, Offset: q.to - x.stream.bases[end.Block]}}
}

// marked gives the range that a stretch of the letters stands for, with the marks
// at its ends that its selector has there.
func (x *Index) marked(a *asked, p span) essay.Range {
	r := x.rangeOf(p)
	r.Start.Offset = marksBefore(x.essay.Blocks[r.Start.Block].Text, r.Start.Offset, a.start.lead)
	r.End.Offset = marksAfter(x.essay.Blocks[r.End.Block].Text, r.End.Offset, a.last().trail)
	return r
}

// named makes a candidate of a stretch of the letters.
func (x *Index) named(p span) Candidate {
	r := x.rangeOf(p)
	s := x.stream.spanOf(r)
	return Candidate{Range: r, Excerpt: x.excerpt(s, s.from)}
}
