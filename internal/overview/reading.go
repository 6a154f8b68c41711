package overview

import (
	"fmt"
	"strings"

	"quire/internal/lesson"
)

// Reading is how the essay reads, as far as its text or the lock file tells.
type Reading struct {
	Words       int
	Least, Most int     // minutes, at fast and at slow words a minute
	Sentence    float64 // words of a sentence, on average
	Grade       float64 // Flesch–Kincaid, an estimate; 0 too where the essay isn't English
	Lexile      string  // as the front matter gives it: it can't be computed
	Measured    bool    // false where neither the essay nor its lock file tells sentences
}

// How many words a minute readers take in who read to understand: a span that
// holds most of a class.
const (
	slow = 175
	fast = 300
)

func readingOf(l *lesson.Lesson) Reading {
	r := Reading{Words: l.EssayWords, Lexile: l.Meta.Lexile, Measured: l.EssaySentences > 0}
	if r.Words > 0 {
		r.Least = max(1, (r.Words+fast/2)/fast)
		r.Most = max(r.Least, (r.Words+slow-1)/slow)
	}
	if l.EssaySentences == 0 || r.Words == 0 {
		return r
	}
	r.Sentence = float64(r.Words) / float64(l.EssaySentences)
	if main, _, _ := strings.Cut(l.Meta.Lang, "-"); main == "" || strings.EqualFold(main, "en") {
		// Kincaid, Fishburne, Rogers & Chissom 1975.
		r.Grade = 0.39*r.Sentence + 11.8*float64(l.EssaySyllables)/float64(r.Words) - 15.59
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
