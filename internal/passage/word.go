package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// Word gives the places where a word stands, whole and in either case. It may
// be several words, which then stand as they are written.
func (x *Index) Word(word string) []essay.Range {
	pattern := fold(house(word))
	if !hasWords(pattern) {
		return nil
	}
	lead := strings.IndexFunc(pattern, wordy)
	s := x.stream
	var out []essay.Range
	for _, w := range s.words {
		at := w.from - lead
		if at < 0 || len(out) == mostPlaces {
			continue
		}
		if n := prefixFold(s.text[at:], pattern); n > 0 && s.bound(at+n) {
			out = append(out, s.rangeOf(span{at, at + n}))
		}
	}
	return out
}

// Words gives the essay's words in lower case, each once, in the order of their
// first places.
func (x *Index) Words() []string {
	seen := map[string]bool{}
	var out []string
	for i := range x.stream.words {
		if w := strings.ToLower(x.stream.word(i)); !seen[w] {
			seen[w] = true
			out = append(out, w)
		}
	}
	return out
}

// prefixFold gives the length of the prefix of s that is the pattern in either
// case, 0 if it isn't.
func prefixFold(s, pattern string) int {
	n := 0
	for _, p := range pattern {
		r, size := utf8.DecodeRuneInString(s[n:])
		if size == 0 || r != p && unicode.ToLower(r) != unicode.ToLower(p) {
			return 0
		}
		n += size
	}
	return n
}
