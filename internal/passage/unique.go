package passage

import (
	"strings"
	"unicode/utf8"

	"quire/internal/essay"
)

// candidates names the first few of some spans.
func (x *Index) candidates(spans []span) []Candidate {
	var out []Candidate
	for _, p := range spans[:min(len(spans), mostCandidates)] {
		out = append(out, Candidate{Range: x.stream.rangeOf(p), Excerpt: x.excerpt(p, p.from)})
	}
	return out
}

// ambiguous names the first few of some spans and, for each, what tells it from
// all the others.
func (x *Index) ambiguous(spans []span) []Candidate {
	out := x.candidates(spans)
	if len(spans) > mostCompared {
		return out
	}
	for i := range out {
		out[i].Unique = x.unique(spans, i)
	}
	return out
}

// mostContext is how many words an attribute has at most that tells places
// apart.
const mostContext = 5

// mostCompared is how many places are told apart at most; words that stand at
// more of them are no way to name a passage.
const mostCompared = 5000

// unique gives the attribute that tells one span from all the others, with as
// few words as will do; words of the same paragraph rather than of the next,
// and words before rather than after.
func (x *Index) unique(spans []span, i int) string {
	s := x.stream
	for n := 1; n <= mostContext; n++ {
		var ways []span
		var names []string
		if w := s.wordAt(spans[i].from); w >= n {
			ways, names = append(ways, span{w - n, w}), append(names, "before")
		}
		if w := s.wordAt(spans[i].to); w+n <= len(s.words) {
			ways, names = append(ways, span{w, w + n}), append(names, "after")
		}
		best := ""
		for k, way := range ways {
			if !s.alone(spans, i, way, names[k] == "before") {
				continue
			}
			words, inside := x.attribute(way, spans[i])
			if best == "" || inside {
				best = names[k] + `="` + words + `"`
			}
			if inside {
				break
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// alone says that the words of way, indices of words, stand before (or after)
// span i and none of the others.
func (s *stream) alone(spans []span, i int, way span, before bool) bool {
	words := make([]string, 0, mostContext)
	for w := way.from; w < way.to; w++ {
		words = append(words, s.word(w))
	}
	for k, p := range spans {
		if k == i {
			continue
		}
		if before && s.follows(p.from, words) || !before && s.precedes(p.to, words) {
			return false
		}
	}
	return true
}

// attribute writes words, given by their indices, as an attribute's value, and
// says whether they stand in one block with p.
func (x *Index) attribute(way, p span) (value string, inside bool) {
	s := x.stream
	r := s.rangeOf(span{s.words[way.from].from, s.words[way.to-1].to})
	near := s.rangeOf(p)
	inside = r.Start.Block == r.End.Block && (r.Start.Block == near.Start.Block || r.Start.Block == near.End.Block)
	value = oneLine(x.essay, r)
	if strings.ContainsAny(value, "\"\\{}") {
		words := make([]string, 0, mostContext)
		for w := way.from; w < way.to; w++ {
			words = append(words, strings.ReplaceAll(s.word(w), "'", "’"))
		}
		value = strings.Join(words, " ")
	}
	return value, inside
}

// oneLine gives the words of a range in one line.
func oneLine(e *essay.Essay, r essay.Range) string {
	var parts []string
	for b := r.Start.Block; b <= r.End.Block; b++ {
		text := e.Blocks[b].Text
		if b == r.End.Block {
			text = text[:r.End.Offset]
		}
		if b == r.Start.Block {
			text = text[r.Start.Offset:]
		}
		parts = append(parts, strings.Fields(text)...)
	}
	return strings.Join(parts, " ")
}

// Excerpts show this many words of a long stretch, this many round one, and
// this many bytes at most.
const (
	excerptWords = 16
	excerptRound = 3
	excerptBytes = 400
)

// excerpt shows a span with a few words round it; of a long one, what is round
// byte focus.
func (x *Index) excerpt(p span, focus int) string {
	s := x.stream
	if len(s.words) == 0 {
		return ""
	}
	first, last := s.wordAt(p.from), s.wordAt(p.to) // last is past the end
	last = max(last, first+1)
	if last-first > excerptWords {
		middle := min(max(s.wordAt(focus), first), last-1)
		first = max(first, middle-excerptWords/2)
		last = min(last, first+excerptWords)
	}
	// Words round it come from the same blocks.
	head, tail := s.block(p.from), s.block(p.to-1)
	first = min(first, max(first-excerptRound, s.wordAt(head.from)), len(s.words)-1)
	last = max(first+1, min(last+excerptRound, s.wordAt(tail.to)))

	from, to := s.words[first].from, s.words[last-1].to
	for n := 0; from > 0 && s.text[from-1] != ' ' && n < 8; n++ { // with its punctuation
		from--
	}
	for n := 0; to < len(s.text) && s.text[to] != ' ' && n < 8; n++ {
		to++
	}
	from, to = s.rune(from), s.rune(min(to, from+excerptBytes))
	out := oneLine(x.essay, s.rangeOf(span{from, to}))
	if from > head.from {
		out = "… " + out
	}
	if to < tail.to {
		out += " …"
	}
	return out
}

// rune gives the byte at or before at where a character begins.
func (s *stream) rune(at int) int {
	for at > 0 && at < len(s.text) && !utf8.RuneStart(s.text[at]) {
		at--
	}
	return at
}
