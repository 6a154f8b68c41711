package passage

import (
	"strings"

	"quire/internal/essay"
)

// match is a place where the chunks of a quotation up to one stand in order.
// from is where the first begins, at and to are this chunk's bounds, back is
// the index of the match of the chunk before that it goes on from.
type match struct{ from, at, to, back int }

// reach gives, for each chunk of a quotation, the places where it and those
// before it stand; each goes on from the nearest place before.
func (x *Index) reach(q *quotation) ([][]match, *Miss) {
	var levels [][]match
	for i, c := range q.chunks {
		places := x.stream.all(c.folded, q.gaps[i].right, q.gaps[i+1].left)
		if len(places) == 0 {
			return nil, &Miss{Why: Missing, Words: c.words, Candidates: x.nearest(c.folded)}
		}
		var level []match
		if i == 0 {
			for _, at := range places {
				if begin := x.beginning(q.gaps[0], at); begin >= 0 {
					level = append(level, match{from: begin, at: at, to: at + len(c.folded)})
				}
			}
		} else {
			level = x.goOn(levels[i-1], places, len(c.folded), q.gaps[i])
		}
		if len(level) == 0 {
			return nil, x.outOfReach(q, levels, i, places)
		}
		levels = append(levels, level)
	}
	return levels, nil
}

// outOfReach says why chunk i doesn't stand where it should.
func (x *Index) outOfReach(q *quotation, levels [][]match, i int, places []int) *Miss {
	m := &Miss{Why: Missing, Words: q.chunks[i].words}
	if i == 0 {
		return m
	}
	first := levels[i-1][0].to
	m.Why = Reversed
	var spans []span
	for _, at := range places {
		if at >= first {
			m.Why = Missing // it comes after, but too far off
			spans = append(spans, span{at, at + len(q.chunks[i].folded)})
		}
	}
	if spans == nil {
		at := places[len(places)-1]
		spans = append(spans, span{at, at + len(q.chunks[i].folded)})
	}
	m.Candidates = x.candidates(spans)
	return m
}

// goOn gives the places of a chunk that the matches of the one before reach
// over a gap.
func (x *Index) goOn(before []match, places []int, size int, g gap) []match {
	var out []match
	k := -1
	for _, at := range places {
		for k+1 < len(before) && before[k+1].to <= at {
			k++
		}
		if k >= 0 && x.bridges(g, before[k].to, at) {
			out = append(out, match{from: before[k].from, at: at, to: at + size, back: k})
		}
	}
	return out
}

// bridges says that a gap may stand for what the essay has between two bytes.
func (x *Index) bridges(g gap, from, to int) bool {
	s := x.stream
	if s.wordAt(to)-s.wordAt(from) > g.words {
		return false
	}
	if (g.left || g.right) && g.words <= 1 && to-from > bracketBytes {
		return false
	}
	return g.letter == "" || s.letterBefore(to, g.letter)
}

// letterBefore says that the word that byte at stands in has just one letter
// before it, the given one in either case.
func (s *stream) letterBefore(at int, letter string) bool {
	i := s.wordAt(at) - 1
	return i >= 0 && s.words[i].to > at && strings.EqualFold(s.text[s.words[i].from:at], letter)
}

// beginning gives the byte where a quotation begins whose first chunk stands
// at byte at: the word's beginning where a bracket touches it. -1 says that it
// cannot stand there.
func (x *Index) beginning(g gap, at int) int {
	s := x.stream
	if !g.right {
		return at
	}
	if g.letter != "" && !s.letterBefore(at, g.letter) {
		return -1
	}
	i := s.wordAt(at) - 1
	if i < 0 || s.words[i].to <= at {
		return at
	}
	if at-s.words[i].from > bracketBytes {
		return -1
	}
	return s.words[i].from
}

// whole gives the span of a quotation that ends with a match: with the stop at
// its end if the essay has it, and the whole last word if a bracket touches it.
func (x *Index) whole(q *quotation, m match) span {
	to := m.to + len(x.final(q, m))
	if q.gaps[len(q.gaps)-1].left {
		s := x.stream
		if i := s.wordAt(m.to) - 1; i >= 0 && s.words[i].to-m.to <= bracketBytes {
			to = max(to, s.words[i].to)
		}
	}
	return span{m.from, to}
}

// final gives the stop at the quotation's end if the essay has it there.
func (x *Index) final(q *quotation, m match) string {
	if q.final != "" && strings.HasPrefix(x.stream.text[m.to:], q.final) {
		return q.final
	}
	return ""
}

// own gives the essay's own characters for a quotation that ends with the last
// level's match of that index.
func (x *Index) own(q *quotation, levels [][]match, last int) string {
	out := q.gaps[len(q.gaps)-1].raw + q.final
	for i := len(levels) - 1; i >= 0; i-- {
		m := levels[i][last]
		out = q.gaps[i].raw + x.characters(span{m.at, m.to}) + out
		last = m.back
	}
	return strings.TrimSpace(out)
}

// characters gives the essay's characters for a span, in one line: lines of
// verse are parted by " / ".
func (x *Index) characters(p span) string { return x.charactersOf(x.stream.rangeOf(p)) }

func (x *Index) charactersOf(r essay.Range) string {
	if r.Start.Block == r.End.Block {
		text := x.essay.Blocks[r.Start.Block].Text[r.Start.Offset:r.End.Offset]
		return strings.ReplaceAll(text, "\n", " / ")
	}
	return oneLine(x.essay, r)
}
