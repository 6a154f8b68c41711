package lesson

import (
	"strings"

	"quire/internal/essay"
	"quire/internal/typography"
)

// Ends are the words that a passage is known by: those it begins and ends with
// (End is empty where Start is all of it), and those right before or after it
// that its author needed to make it the only one. Open says that only its
// beginning is known.
type Ends struct {
	Before, Start, End, After string
	Open                      bool
}

// Words names the passage by its ends: "first words … last words".
func (e Ends) Words() string {
	switch {
	case e.Open:
		return strings.TrimSpace(e.Start + " …")
	case e.End == "":
		return e.Start
	}
	return e.Start + " … " + e.End
}

// Ends gives the ends of a passage as its selector has them; of whole
// paragraphs their first and last words, or the first ones alone where the
// essay is not at hand.
func (l *Lesson) Ends(p *Passage) Ends {
	s := p.selector
	if s.FirstParagraph > 0 {
		if l.Essay != nil && p.Range != (essay.Range{}) {
			return shortened(l.Essay.Words(p.Range), "", paragraphWords)
		}
		e := Ends{Open: true}
		if s.FirstParagraph <= len(l.Paragraphs) {
			e.Start = l.Paragraphs[s.FirstParagraph-1].Opens
		}
		return e
	}
	set := func(s string) string { s, _ = typography.Set(s); return strings.Join(strings.Fields(s), " ") }
	e := shortened(set(s.Start), set(s.End), endWords)
	e.Before, e.After = set(s.Before), set(s.After)
	return e
}

// paragraphWords is how many words stand for either end of a whole paragraph.
const paragraphWords = 4

// shortened takes so many words at most for each end. What is quoted whole gets
// two ends if it is longer than a quotation may be.
func shortened(start, end string, most int) Ends {
	first, last := strings.Fields(start), strings.Fields(end)
	if len(last) == 0 {
		if len(first) <= QuotationBudget && !strings.Contains(start, "\n\n") {
			return Ends{Start: strings.Join(first, " ")}
		}
		last = first
	}
	return Ends{
		Start: strings.Join(first[:min(len(first), most)], " "),
		End:   strings.Join(last[max(0, len(last)-most):], " "),
	}
}
