package lesson

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/passage"
	"quire/internal/source"
)

// nearPassage is the warning about a passage whose words are not quite those that
// it was named by: it shows both.
func (a *atHand) nearPassage(d *declared, f found) diag.Finding {
	return diag.Finding{
		Code: "S3", Severity: diag.Warning, At: d.selector.At,
		Message: fmt.Sprintf("the passage “%s” is in the essay in slightly other words", d.id),
		Hint: fmt.Sprintf("“%s” is taken for %s “%s”. Look whether that is meant; if the lesson is yours, copy the words from there.",
			selectorWords(d.selector), where(f), a.endsOf(f.rng, d.selector)),
	}
}

func where(f found) string { return f.place.WithoutLines().Words(false) }

// selectorWords writes a selector as its author did, shortened.
func selectorWords(s passage.Selector) string {
	if s.End == "" {
		return shorten(s.Start)
	}
	return shorten(s.Start) + " … " + s.End
}

// endsOf gives as many first and last words of a range as a selector has, or a
// short one's words.
func (a *atHand) endsOf(r essay.Range, s passage.Selector) string {
	words := strings.Fields(a.essay.Words(r))
	first, last := len(strings.Fields(s.Start)), len(strings.Fields(s.End))
	if last == 0 || first+last >= len(words) {
		return trimMarks(shorten(strings.Join(words, " ")))
	}
	return trimMarks(strings.Join(words[:first], " ") + " … " + strings.Join(words[len(words)-last:], " "))
}

// trimMarks takes quotation marks away that would stand beside a message's own.
func trimMarks(s string) string { return strings.Trim(s, "“”") }

// located finds a quotation: word for word, or if the author's copy had it so,
// what this one has instead.
func (a *atHand) located(q quotation, within *essay.Range) (passage.Match, string, *passage.Miss) {
	if a.verified(q) {
		return a.met.index.Requote(q.words, within)
	}
	r, own, miss := a.met.index.Quote(q.words, within)
	return passage.Match{Range: r}, own, miss
}

// verified says that the lock file remembers a quotation from the author's copy.
func (a *atHand) verified(q quotation) bool {
	if a.lock == nil {
		return false
	}
	_, there := a.lock.Quotations[sumQuotation(q.words, q.passage)]
	if !there {
		_, there = a.lock.Quotations[sumQuotation(q.words, "")]
	}
	return there
}

// nearQuotation is the warning about a quotation that another copy has.
func nearQuotation(q quotation, f quotationFound, at source.Span) diag.Finding {
	return diag.Finding{
		Code: "S2", Severity: diag.Warning, At: at,
		Message: fmt.Sprintf("this copy does not say “%s”, as the author's does", shorten(q.words)),
		Hint: fmt.Sprintf("It has “%s” in %s, and that is printed. Compare it with the published text.",
			trimMarks(shorten(f.own)), f.place.WithoutLines().Words(false)),
	}
}
