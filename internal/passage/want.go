package passage

import (
	"math/bits"
	"sort"
	"unicode"
	"unicode/utf8"
)

// wanted is words that are looked for: their letters, and where each word begins.
type wanted struct {
	letters
	words       []wantedWord
	bits        float64 // of all words
	lead, trail int     // marks before the first letter and after the last
}

// wantedWord is a word of a wanted wording. Its bits are what its presence tells:
// of a word that the text has at every turn little, of a rare or long one much.
type wantedWord struct {
	span
	bits float64
}

func (f *finder) want(s string) *wanted {
	w := &wanted{letters: *newLetters(s, false)}
	n := len(w.text)
	if n > 0 {
		w.lead = marks(s[:w.at[0]])
		w.trail = marks(s[w.to[n-1]:])
	}
	for from := 0; from < n; {
		to := w.nextStart(from + 1)
		word := wantedWord{span{from, to}, f.telling(w.text[from:to])}
		w.words = append(w.words, word)
		w.bits += word.bits
		from = to
	}
	return w
}

// head and tail give the first, or the last, words of a wording: so many letters,
// up to the next bound of a word.
func (w *wanted) head(letters int) *wanted {
	if len(w.text) <= letters {
		return w
	}
	to := w.wordBy(letters)
	if to == 0 {
		to = letters
	}
	return w.part(0, to)
}

func (w *wanted) tail(letters int) *wanted {
	n := len(w.text)
	if n <= letters {
		return w
	}
	from := w.wordBy(n - letters)
	if n-from > 2*letters {
		from = n - letters
	}
	return w.part(from, n)
}

// part gives the letters [from, to) of a wording as one.
func (w *wanted) part(from, to int) *wanted {
	p := &wanted{letters: letters{text: w.text[from:to]}, lead: w.lead, trail: w.trail}
	for _, word := range w.words {
		word.from, word.to = max(word.from, from)-from, min(word.to, to)-from
		if word.from < word.to {
			p.words = append(p.words, word)
			p.bits += word.bits
		}
	}
	return p
}

// joined is wordings one after the other.
func joined(parts ...*wanted) *wanted {
	w := &wanted{}
	for _, p := range parts {
		n := len(w.text)
		for _, word := range p.words {
			w.words = append(w.words, wantedWord{span{n + word.from, n + word.to}, word.bits})
		}
		w.text = append(w.text, p.text...)
		w.bits += p.bits
	}
	return w
}

// wordBy gives the byte where the last word begins that does so at or before
// byte i.
func (w *wanted) wordBy(i int) int {
	k := sort.Search(len(w.words), func(k int) bool { return w.words[k].from > i })
	return w.words[max(0, k-1)].from
}

// marks counts the characters that are no spaces.
func marks(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// tallySize is the number of counters of words; a power of two.
const tallySize = 1 << 13

// fewWords is how many words a text has at least if it is to say how rare a word
// is in the language.
const fewWords = 4096

// tally counts words by their hashes.
type tally struct {
	counts [tallySize]uint16
	total  int
}

func newTally(l *letters) *tally {
	t := &tally{}
	h := uint32(2166136261)
	for i, c := range l.text {
		if i > 0 && l.start(i) {
			t.add(h)
			h = 2166136261
		}
		h = (h ^ uint32(c)) * 16777619
	}
	t.add(h)
	return t
}

func (t *tally) add(h uint32) {
	if c := &t.counts[h%tallySize]; *c < 1<<16-1 {
		*c++
	}
	t.total++
}

func (t *tally) count(word []byte) int {
	return int(t.counts[hashWord(word)%tallySize])
}

// telling gives the bits of a word: how rare it is, as far as its letters can
// tell.
func (f *finder) telling(word []byte) float64 {
	others := max(0, f.tally.count(word)-1) // the wanted one aside
	if n := f.tally.total; n < fewWords {
		others = others * fewWords / max(1, n)
	}
	rare := bits.Len(uint(max(f.tally.total, fewWords) / (others + 1)))
	return float64(min(rare, 1+utf8.RuneCount(word), 10))
}

// hashWord is FNV-1a in 32 bits.
func hashWord(word []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range word {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}
