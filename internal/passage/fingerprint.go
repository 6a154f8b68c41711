package passage

import (
	"fmt"
	"strings"

	"quire/internal/essay"
)

// minima is how many minima a fingerprint has, 32 bits each.
const minima = 16

// Fingerprint is a MinHash over the word 3-grams of a range, in hexadecimal:
// it tells whether another copy has the same words, and roughly how many, but
// not what they are.
//
// It is kept in lock files, so it never changes. Words are folded (see fold)
// and in lower case. A word's hash is FNV-1a in 64 bits; a 3-gram's is its
// words' hashes in order, each added to what the ones before were mixed to,
// and mixed. The i-th minimum (0 to 15) is the least, over all 3-grams, of the
// upper 32 bits of mix(hash + (i+1)·φ), with φ = 0x9E3779B97F4A7C15. A range of
// one or two words has one gram of what there is, one of none has an empty
// fingerprint. After A. Z. Broder, On the Resemblance and Containment of
// Documents (1997).
func (x *Index) Fingerprint(r essay.Range) string {
	s := x.stream
	p := s.spanOf(r)
	first, last := s.wordAt(p.from), s.wordAt(p.to)
	if first >= last {
		return ""
	}
	words := s.hashes(first, last)
	var least [minima]uint32
	for i := range least {
		least[i] = 1<<32 - 1
	}
	grams(words, func(gram uint64) {
		for k := range least {
			least[k] = min(least[k], ranked(gram, k))
		}
	})
	var b strings.Builder
	for _, m := range least {
		fmt.Fprintf(&b, "%08x", m)
	}
	return b.String()
}

// hashes gives the hashes of some words, in lower case.
func (s *stream) hashes(first, last int) []uint64 {
	words := make([]uint64, 0, last-first)
	for i := first; i < last; i++ {
		words = append(words, fnv64(strings.ToLower(s.word(i))))
	}
	return words
}

// grams gives the hashes of all 3-grams of some words, of which there is one
// at least.
func grams(words []uint64, each func(uint64)) {
	for i := 0; i == 0 || i+3 <= len(words); i++ {
		gram := uint64(0)
		for _, w := range words[i:min(i+3, len(words))] {
			gram = mix(gram + w)
		}
		each(gram)
	}
}

// ranked is what the k-th minimum is the least of.
func ranked(gram uint64, k int) uint32 { return uint32(mix(gram+uint64(k+1)*phi) >> 32) }

const phi = 0x9E3779B97F4A7C15

func fnv64(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix is the finalizer of splitmix64 (G. L. Steele, D. Lea and C. H. Flood,
// Fast Splittable Pseudorandom Number Generators, 2014).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xBF58476D1CE4E5B9
	h = (h ^ h>>27) * 0x94D049BB133111EB
	return h ^ h>>31
}
