package lesson

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"

	"quire/internal/passage"
	"quire/internal/typography"
)

// sum is the checksum by which a lock file knows words again without holding
// them: the first eight bytes, in hexadecimal, of SHA-256 over the kind of
// thing, a line end, and the words as fold gives them. Eight bytes are plenty
// against chance; nothing here guards against somebody who forges.
func sum(kind, words string) string {
	h := sha256.Sum256([]byte(kind + "\n" + fold(words)))
	return hex.EncodeToString(h[:8])
}

// sumQuotation sums a quotation. With the id of a passage it is the sum of the
// words as they stand there, which is only kept where they stand elsewhere too.
func sumQuotation(words, passage string) string {
	return sum("quotation "+passage, words)
}

func sumParagraph(words string) string { return sum("paragraph", words) }

func sumPassage(words string) string { return sum("passage", words) }

func sumWord(word string) string { return sum("word", strings.ToLower(word)) }

func sumSelector(s passage.Selector) string {
	if s.FirstParagraph > 0 {
		return sum("selector", strconv.Itoa(s.FirstParagraph)+"-"+strconv.Itoa(s.LastParagraph))
	}
	return sum("selector", s.Start+"\n"+s.End+"\n"+s.Before+"\n"+s.After)
}

// fold makes alike what differs only in how it was typed: marks of quotation,
// dashes with the spaces round them, white space.
func fold(s string) string {
	s, _ = typography.Set(s)
	var b strings.Builder
	space := false // white space that the next letter calls for
	dash := true   // nothing, or a dash, stands before
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case strings.ContainsRune("“”„‟«»‘’‚‛\"", r):
			r = '\''
		case unicode.Is(unicode.Pd, r):
			r = '-'
		}
		if space && !dash && r != '-' {
			b.WriteByte(' ')
		}
		space, dash = false, r == '-'
		b.WriteRune(r)
	}
	return b.String()
}

// The most that is kept of a paragraph's beginning.
const (
	openingWords   = 3
	openingLetters = 48
)

// opening gives a paragraph's first three words, without what follows the
// last; a dash ends a word too.
func opening(s string) string {
	words, letters, inWord, end := 0, 0, false, 0
	for i, r := range s {
		apart := unicode.IsSpace(r) || r == '—' || r == '–'
		if !apart && !inWord {
			if words == openingWords {
				break
			}
			words++
		}
		if letters++; letters > openingLetters {
			break
		}
		inWord = !apart
		if inWord {
			end = i + len(string(r))
		}
	}
	return strings.Join(strings.Fields(s[:end]), " ")
}
