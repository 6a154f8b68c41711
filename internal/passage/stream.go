package passage

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// A stream is an essay's text, folded so that what is alike is equal, with a
// map back. Finding works on streams alone, so a stream folded another way (of
// letters only, say) can be searched by the same code.
//
// Folded text is blocks, each followed by one space.
type stream struct {
	text  string
	words []span
	steps []step
	bases []int // the place where each block's text begins
	essay *essay.Essay
}

// span is a stretch of a stream's text, in bytes.
type span struct{ from, to int }

// step says that from byte at of the stream on, the text stands at place on.
// Places count the bytes of the essay's blocks, with one more for the border
// after each.
type step struct{ at, place int }

func newStream(e *essay.Essay) *stream {
	s := &stream{essay: e, bases: make([]int, len(e.Blocks))}
	size := 0
	for i := range e.Blocks {
		s.bases[i] = size
		size += len(e.Blocks[i].Text) + 1
	}
	f := folder{out: make([]byte, 0, size)}
	for i := range e.Blocks {
		f.fold(e.Blocks[i].Text, s.bases[i])
		f.put(" ", s.bases[i]+len(e.Blocks[i].Text))
	}
	s.text, s.steps = string(f.out), f.steps
	s.words = wordsOf(s.text)
	return s
}

// place gives the place of a byte of the stream.
func (s *stream) place(at int) int {
	i := sort.Search(len(s.steps), func(i int) bool { return s.steps[i].at > at })
	if i == 0 {
		return 0
	}
	return s.steps[i-1].place + at - s.steps[i-1].at
}

// pos gives the block and offset of a place.
func (s *stream) pos(place int) essay.Pos {
	b := max(0, sort.SearchInts(s.bases, place+1)-1)
	return essay.Pos{Block: b, Offset: min(place-s.bases[b], len(s.essay.Blocks[b].Text))}
}

// rangeOf gives the range of the essay that a span stands for. It ends with
// the last character of the span, before any space.
func (s *stream) rangeOf(p span) essay.Range {
	r := essay.Range{Start: s.pos(s.place(p.from))}
	end := s.place(p.to) // where what follows begins; spaces may stand before
	if p.to >= len(s.text) {
		end = s.place(len(s.text) - 1)
	}
	r.End = s.pos(end)
	text := s.essay.Blocks[r.End.Block].Text
	for r.Start.Before(r.End) && r.End.Offset > 0 && isSpace(text[r.End.Offset-1]) {
		r.End.Offset--
	}
	return r
}

// at gives the byte of the stream where a place of the essay stands.
func (s *stream) at(p essay.Pos) int {
	if len(s.bases) == 0 {
		return 0
	}
	place := s.placeOf(p)
	i := sort.Search(len(s.steps), func(i int) bool { return s.steps[i].place > place })
	if i == 0 {
		return 0
	}
	at := s.steps[i-1].at + place - s.steps[i-1].place
	if i < len(s.steps) {
		at = min(at, s.steps[i].at)
	}
	return min(at, len(s.text))
}

// placeOf gives the place of a position in the essay, which has blocks.
func (s *stream) placeOf(p essay.Pos) int {
	b := min(max(p.Block, 0), len(s.bases)-1)
	return s.bases[b] + min(max(p.Offset, 0), len(s.essay.Blocks[b].Text))
}

// spanOf gives the span of a range.
func (s *stream) spanOf(r essay.Range) span {
	p := span{s.at(r.Start), s.at(r.End)}
	p.to = max(p.from, p.to)
	return p
}

// block gives the span of the block in which byte at of the stream stands.
func (s *stream) block(at int) span {
	b := s.pos(s.place(at)).Block
	return span{s.at(essay.Pos{Block: b}), s.at(essay.Pos{Block: b, Offset: len(s.essay.Blocks[b].Text)})}
}

// wordAt gives the index of the first word that begins at or after byte at.
func (s *stream) wordAt(at int) int {
	return sort.Search(len(s.words), func(i int) bool { return s.words[i].from >= at })
}

func (s *stream) word(i int) string { return s.text[s.words[i].from:s.words[i].to] }

// bound says whether a word may begin or end at byte at: it is not within one.
func (s *stream) bound(at int) bool {
	i := sort.Search(len(s.words), func(i int) bool { return s.words[i].to > at })
	if i == len(s.words) || s.words[i].from >= at {
		return true
	}
	// A word that owns something may be quoted without its ’s.
	return s.text[at:s.words[i].to] == "'s"
}

// wordsOf finds the words of a folded text: letters, digits and accents, with
// apostrophes between them.
func wordsOf(text string) []span {
	out := make([]span, 0, len(text)/6)
	from, to := -1, 0 // of the word at hand
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case wordy(r):
			if from < 0 {
				from = i
			}
			to = i + size
		case r == '\'' && from >= 0 && to == i:
		case from >= 0:
			out = append(out, span{from, to})
			from = -1
		}
		i += size
	}
	if from >= 0 {
		out = append(out, span{from, to})
	}
	return out
}

func wordy(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

func hasWords(s string) bool { return strings.IndexFunc(s, wordy) >= 0 }

func isSpace(c byte) bool { return c == ' ' || c == '\n' }
