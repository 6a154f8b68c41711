package build

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
	"quire/internal/passage"
)

// askedWord is a word worth asking for: a long one that the essay uses once, in
// one of the passages, with some words round it that can be quoted.
type askedWord struct{ word, passage, sentence string }

const (
	wordsOfEssay  = 200 // an essay of fewer is not quoted at any length
	fewestLetters = 8
	mostLetters   = 14

	wordsOfSentence = 24 // that are quoted whole
	roundWord       = 8  // words on either side, of a longer sentence
)

// chooseWord gives the longest such word, the first of equals; none in an essay
// of another script or of short words.
func chooseWord(e *essay.Essay, x *passage.Index, passages []chosen) *askedWord {
	times := map[string]int{}
	all := 0
	for _, b := range e.Blocks {
		for _, w := range strings.FieldsFunc(strings.ToLower(b.Text), func(r rune) bool { return !wordy(r) }) {
			times[w]++
			all++
		}
	}
	if all < wordsOfEssay {
		return nil
	}
	var best *askedWord
	longest := fewestLetters - 1
	for _, p := range passages {
		for i := p.rng.Start.Block; i <= p.rng.End.Block; i++ {
			words := strings.Fields(e.Blocks[i].Text)
			for k, w := range words {
				w = strings.TrimRight(w, ",;.:")
				n := utf8.RuneCountInString(w)
				if n <= longest || n > mostLetters || times[w] != 1 || !lowerLatin(w) {
					continue
				}
				if s := quotable(words, k); s != "" {
					if _, _, miss := x.Quote(s, &p.rng); miss == nil {
						best, longest = &askedWord{w, p.id, s}, n
					}
				}
			}
		}
	}
	return best
}

func lowerLatin(w string) bool {
	for _, r := range w {
		if !unicode.Is(unicode.Latin, r) || !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// quotable gives the words round one, of index at, as the argument of a call:
// its sentence, or a part of a long one. Empty where a call would read
// something else in them.
func quotable(words []string, at int) string {
	ends := func(w string) bool { return strings.ContainsAny(w[len(w)-1:], ".?!:;") || strings.HasSuffix(w, "”") }
	from, to := at, at
	for from > 0 && !ends(words[from-1]) {
		from--
	}
	for to < len(words)-1 && !ends(words[to]) {
		to++
	}
	if to-from >= wordsOfSentence {
		from, to = max(from, at-roundWord), min(to, at+roundWord)
	}
	s := strings.Join(words[from:to+1], " ")
	if to-from < 4 || strings.ContainsAny(s, "\"“”\\{}[]|*_…") {
		return ""
	}
	return strings.TrimRight(s, ",;.:—–- ")
}

// arguments are those of a stem that asks for a word. They are words in which
// Markdown reads nothing.
func (w *askedWord) arguments() map[string]string {
	return map[string]string{"word": w.word, "sentence": w.sentence}
}
