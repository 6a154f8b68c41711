package passage

import (
	"fmt"
	"strings"

	"quire/internal/essay"
	"quire/internal/typography"
)

// Find gives the range that a selector names.
//
// First words go with the nearest last words after them. If more than one pair
// remains after Before and After, and none is the essay's own words with an
// ellipsis between them, the selector is ambiguous. Before and After are
// compared by their words, without punctuation and in either case; they may
// reach over the border of a paragraph.
func (x *Index) Find(s Selector) (essay.Range, *Miss) {
	if s.FirstParagraph > 0 {
		return x.paragraphs(s.FirstParagraph, max(s.FirstParagraph, s.LastParagraph))
	}
	start, end := fold(house(s.Start)), fold(house(s.End))
	spans, miss := x.spans(s, start, end)
	if miss != nil {
		return essay.Range{}, miss
	}
	before, after := contextWords(s.Before), contextWords(s.After)
	var fit []span
	for _, p := range spans {
		if x.stream.follows(p.from, before) && x.stream.precedes(p.to, after) {
			fit = append(fit, p)
		}
	}
	if len(fit) > 1 {
		fit = x.literal(fit, start, end)
	}
	switch {
	case len(fit) == 1:
		return x.stream.rangeOf(fit[0]), nil
	case len(fit) > 1:
		return essay.Range{}, &Miss{Why: Ambiguous, Words: s.Start, Candidates: x.ambiguous(fit)}
	}
	context := s.Before
	if context == "" || anyFits(spans, func(p span) bool { return x.stream.follows(p.from, before) }) && s.After != "" {
		context = s.After
	}
	return essay.Range{}, &Miss{Why: Missing, Words: context, Candidates: x.ambiguous(spans)}
}

func anyFits(spans []span, fits func(span) bool) bool {
	for _, p := range spans {
		if fits(p) {
			return true
		}
	}
	return false
}

// house puts an author's words into house typography.
func house(s string) string {
	s, _ = typography.Set(s)
	return s
}

// paragraphs gives whole paragraphs.
func (x *Index) paragraphs(first, last int) (essay.Range, *Miss) {
	for _, n := range []int{first, last} {
		if n > len(x.blocks) {
			return essay.Range{}, &Miss{Why: NoParagraph, Words: fmt.Sprintf("¶%d", n)}
		}
	}
	if last < first {
		return essay.Range{}, &Miss{Why: Reversed, Words: fmt.Sprintf("¶%d", last)}
	}
	from, to := x.blocks[first-1], x.blocks[last-1]
	return essay.Range{
		Start: essay.Pos{Block: from},
		End:   essay.Pos{Block: to, Offset: len(x.essay.Blocks[to].Text)},
	}, nil
}

// spans gives all stretches that begin with start and end with the nearest end
// after it, or why there is none.
func (x *Index) spans(s Selector, start, end string) ([]span, *Miss) {
	starts := x.stream.all(start, false, false)
	if len(starts) == 0 {
		return nil, &Miss{Why: Missing, Words: s.Start, Candidates: x.nearest(start)}
	}
	var out []span
	if end == "" {
		for _, at := range starts {
			out = append(out, span{at, at + len(start)})
		}
		return out, nil
	}
	ends := x.stream.all(end, false, false)
	if len(ends) == 0 {
		return nil, &Miss{Why: Missing, Words: s.End, Candidates: x.nearest(end)}
	}
	k := 0
	for _, at := range starts {
		// The last words may overlap the first, but not stand within them.
		for k < len(ends) && (ends[k] <= at || ends[k]+len(end) <= at+len(start)) {
			k++
		}
		if k == len(ends) {
			break
		}
		out = append(out, span{at, ends[k] + len(end)})
	}
	if out == nil {
		var above []span
		for i := len(ends) - 1; i >= 0 && len(above) < mostCandidates; i-- { // nearest to the start first
			above = append(above, span{ends[i], ends[i] + len(end)})
		}
		return nil, &Miss{Why: Reversed, Words: s.End, Candidates: x.candidates(above)}
	}
	return out, nil
}

// literal gives the one span that is the essay's own words with an ellipsis
// between them, if there is just one, and all spans otherwise.
func (x *Index) literal(spans []span, start, end string) []span {
	if end == "" {
		return spans
	}
	var own []span
	for _, p := range spans {
		between := strings.TrimSuffix(x.stream.text[p.from+len(start):p.to], end)
		if between == "…" {
			own = append(own, p)
		}
	}
	if len(own) == 1 {
		return own
	}
	return spans
}

// contextWords gives the words of an attribute that tells places apart.
func contextWords(s string) []string {
	folded := fold(house(s))
	var out []string
	for _, w := range wordsOf(folded) {
		out = append(out, folded[w.from:w.to])
	}
	return out
}

// follows says that byte at comes right after the given words.
func (s *stream) follows(at int, words []string) bool {
	first := s.wordAt(at) - len(words)
	return first >= 0 && s.reads(first, words)
}

// precedes says that byte at comes right before the given words.
func (s *stream) precedes(at int, words []string) bool {
	return s.reads(s.wordAt(at), words)
}

// reads says that the words from one on are the given ones, in either case.
func (s *stream) reads(first int, words []string) bool {
	if first+len(words) > len(s.words) {
		return false
	}
	for i, w := range words {
		if !strings.EqualFold(s.word(first+i), w) {
			return false
		}
	}
	return true
}
