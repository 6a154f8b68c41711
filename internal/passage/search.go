package passage

import "strings"

// mostPlaces is how many places of a wording are looked at; in an essay that
// people read there are never so many.
const mostPlaces = 20_000

// all gives the places in the stream where a folded pattern stands, whole
// words of it, in order. looseStart and looseEnd let it begin or end within a
// word.
func (s *stream) all(pattern string, looseStart, looseEnd bool) []int {
	var out []int
	each(s.text, pattern, func(at int) bool {
		if (looseStart || s.bound(at)) && (looseEnd || s.bound(at+len(pattern))) {
			out = append(out, at)
		}
		return len(out) < mostPlaces
	})
	return out
}

// each calls found for every place of a pattern in a text, overlapping ones
// too, until it says no more, in time linear in both. The library's search is many times as fast as
// Knuth, Morris and Pratt's, but quadratic where a pattern overlaps itself, so
// when it has done enough they take over.
func each(text, pattern string, found func(at int) (more bool)) {
	if pattern == "" {
		return
	}
	for at, work := 0, 0; ; at++ {
		i := strings.Index(text[at:], pattern)
		if i < 0 {
			return
		}
		at += i
		if !found(at) {
			return
		}
		if work += len(pattern); work > 4*len(text) {
			eachKMP(text, pattern, at+1, found)
			return
		}
	}
}

func eachKMP(text, pattern string, from int, found func(at int) (more bool)) {
	// back[n] is how much of the pattern still fits when it has failed after n
	// bytes.
	back := make([]int, len(pattern)+1)
	back[0] = -1
	for n, k := 0, -1; n < len(pattern); {
		for k >= 0 && pattern[n] != pattern[k] {
			k = back[k]
		}
		n, k = n+1, k+1
		back[n] = k
	}
	for at, n := from, 0; at < len(text); {
		for n >= 0 && text[at] != pattern[n] {
			n = back[n]
		}
		at, n = at+1, n+1
		if n == len(pattern) {
			if !found(at - n) {
				return
			}
			n = back[n]
		}
	}
}
