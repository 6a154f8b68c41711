package essay

import "testing"

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"One. Two! Three?": 3,
		"Mr. Poole met Dr. A. Vey of the U.S. Senate.":     1,
		"“Who is it?” she asked. “I.” “Come in.”":          3,
		"It cost 3.50 dollars in 1999. Then it cost more.": 2,
		"No stop at the end":                               1,
		"Wait … for it. – –":                               1,
		"":                                                 0,
	} {
		e := &Essay{Blocks: []Block{{Kind: Paragraph, Text: text}}}
		e.Number()
		if n, _ := e.Measure(); n != want {
			t.Errorf("%q has %d sentences, not %d", text, n, want)
		}
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"the": 1, "table": 2, "make": 1, "makes": 1, "walked": 1, "wanted": 2, "needed": 2, "pages": 2,
		"people": 2, "reader’s": 2, "policy": 3, "agreement": 3, "1999": 1, "be": 1, "whole": 1, "tables": 2, "idea": 2, "café": 2,
	} {
		if n := syllablesOf(word); n != want {
			t.Errorf("%s has %d syllables, not %d", word, n, want)
		}
	}
}
