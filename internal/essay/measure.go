package essay

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Measure counts the sentences and the syllables of an essay's paragraphs, as
// far as marks and letters tell. Syllables are those of English.
func (e *Essay) Measure() (sentences, syllables int) {
	for _, b := range e.Blocks {
		if b.Number == 0 {
			continue
		}
		fields := strings.Fields(b.Text)
		open := false // a sentence has begun
		for i, w := range fields {
			if !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				continue
			}
			syllables += syllablesOf(w)
			open = true
			next := ""
			if i+1 < len(fields) {
				next = fields[i+1]
			}
			if endsSentence(w, next) {
				sentences++
				open = false
			}
		}
		if open {
			sentences++
		}
	}
	return sentences, syllables
}

// abbreviations end in a full stop within a sentence, before a capital too.
const abbreviations = " mr mrs ms dr prof sen rep gov gen col lt sgt capt rev hon st mt jr sr vs no vol fig pp al inc ltd co corp dept e.g i.e cf u.s u.n u.k d.c "

// endsSentence says that a word is the last of its sentence, if next comes after.
func endsSentence(w, next string) bool {
	w = strings.TrimRight(w, "\"'”’)]»")
	bare, stop := strings.CutSuffix(w, ".")
	if !stop && !strings.HasSuffix(w, "!") && !strings.HasSuffix(w, "?") && !strings.HasSuffix(w, "…") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "\"'“‘([«¿¡—"))
	if next != "" && unicode.IsLower(first) {
		return false
	}
	if !stop || next == "" {
		return true
	}
	bare = strings.TrimLeft(bare, "\"'“‘([«")
	initial := utf8.RuneCountInString(bare) == 1 && bare != "I" && strings.ToUpper(bare) == bare && !unicode.IsDigit(rune(bare[0]))
	return !initial && !strings.Contains(abbreviations, " "+strings.ToLower(bare)+" ")
}

// syllablesOf counts the syllables of an English word by its groups of vowels:
// a final e is silent but after a consonant and l, so is the e of -ed and -es
// where it makes no sound of its own. Figures count one.
func syllablesOf(word string) int {
	var b []byte
	for _, r := range strings.ToLower(word) {
		if r >= 'a' && r <= 'z' {
			b = append(b, byte(r))
		} else if unicode.IsLetter(r) {
			b = append(b, 'a') // an accented letter is a vowel, as a rule
		}
	}
	n := 0
	vowel := func(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
	for i, c := range b {
		if vowel(c) && (i == 0 || !vowel(b[i-1])) {
			n++
		}
	}
	s := string(b)
	ends := func(suffix string) bool {
		return len(s) > len(suffix)+1 && strings.HasSuffix(s, suffix) && !vowel(s[len(s)-len(suffix)-1])
	}
	switch {
	case ends("le") || ends("les"): // ta-ble
	case strings.HasSuffix(s, "ted") || strings.HasSuffix(s, "ded"): // want-ed
	case strings.HasSuffix(s, "ses") || strings.HasSuffix(s, "ces") || strings.HasSuffix(s, "ges") || strings.HasSuffix(s, "zes") || strings.HasSuffix(s, "xes") || strings.HasSuffix(s, "shes") || strings.HasSuffix(s, "ches"): // pa-ges
	case ends("e") || ends("es") || ends("ed"):
		n--
	}
	return max(n, 1)
}
