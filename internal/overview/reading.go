package overview

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
	"quire/internal/lesson"
)

// Reading is how the essay reads. What needs its text is 0 without it.
type Reading struct {
	Words        int
	Least, Most  int     // minutes, at fast and at slow words a minute
	Sentence     float64 // words of a sentence, on average
	Grade        float64 // Flesch–Kincaid, an estimate; 0 too where the essay isn't English
	Lexile       string  // as the front matter gives it: it can't be computed
	TextIsAtHand bool
}

// How many words a minute readers take in who read to understand: a span that
// holds most of a class.
const (
	slow = 175
	fast = 300
)

func readingOf(l *lesson.Lesson) Reading {
	r := Reading{Words: l.EssayWords, Lexile: l.Meta.Lexile, TextIsAtHand: l.Essay != nil}
	if r.Words > 0 {
		r.Least = max(1, (r.Words+fast/2)/fast)
		r.Most = max(r.Least, (r.Words+slow-1)/slow)
	}
	if l.Essay == nil {
		return r
	}
	words, sentences, syllables := measure(l.Essay)
	if sentences == 0 {
		return r
	}
	r.Sentence = float64(words) / float64(sentences)
	if main, _, _ := strings.Cut(l.Meta.Lang, "-"); main == "" || strings.EqualFold(main, "en") {
		// Kincaid, Fishburne, Rogers & Chissom 1975.
		r.Grade = 0.39*r.Sentence + 11.8*float64(syllables)/float64(words) - 15.59
	}
	return r
}

// Facts writes the figures, each a phrase.
func (r Reading) Facts() []string {
	var out []string
	if r.Words > 0 {
		span := fmt.Sprintf("%d–%d", r.Least, r.Most)
		if r.Least == r.Most {
			span = fmt.Sprint(r.Most)
		}
		if span += "\u00a0minutes"; r.Most == 1 {
			span = "a minute"
		}
		out = append(out, thousands(r.Words)+"\u00a0words", fmt.Sprintf("%s to read (%d–%d words a minute)", span, slow, fast))
	}
	if r.Sentence > 0 {
		out = append(out, fmt.Sprintf("%.0f\u00a0words a sentence on average", r.Sentence))
	}
	if r.Grade != 0 {
		out = append(out, fmt.Sprintf("Flesch-Kincaid grade about %.0f, an estimate", max(r.Grade, 0)))
	}
	if r.Lexile != "" {
		out = append(out, "Lexile "+r.Lexile+", as its publisher says")
	}
	return out
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// measure counts the words, sentences and syllables of an essay's paragraphs.
func measure(e *essay.Essay) (words, sentences, syllables int) {
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
			words++
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
	return words, sentences, syllables
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
