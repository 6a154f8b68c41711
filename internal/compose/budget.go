package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/source"
)

// What of an essay under copyright may be quoted where its text isn't printed:
// words in one document, and for students the largest part of the essay.
const (
	documentBudget = 150
	largestPart    = 0.25
)

// quoted is a quotation in a document: how many words it has, and where its
// author wrote it.
type quoted struct {
	at    source.Span
	words int
	place string
}

// checkBudget looks at how much of a restricted essay a document quotes. What
// stands in it twice counts once.
func checkBudget(d *document.Document, l *lesson.Lesson, findings *diag.List) {
	all := quotations(d.Blocks)
	total := wordsQuoted(d.Blocks)
	slices.SortStableFunc(all, func(a, b quoted) int { return -cmp.Compare(a.words, b.words) })
	f := diag.Finding{Code: "S5", Severity: diag.Warning, Hint: "Shorten the longest ones, or write {{ref}} and let students read the words in the essay."}
	switch part := float64(total) / float64(max(l.EssayWords, 1)); {
	case d.Audience == document.Student && l.EssayWords > 0 && part > largestPart:
		f.Severity = diag.Error
		f.Message = fmt.Sprintf("the document %q quotes %d of the %d words of an essay under copyright, more than a quarter", d.Name, total, l.EssayWords)
	case total > documentBudget:
		f.Message = fmt.Sprintf("the document %q quotes %d words of an essay under copyright, more than %d", d.Name, total, documentBudget)
	case len(all) > 0 && all[0].words > lesson.QuotationBudget:
		f.Message = fmt.Sprintf("the document %q quotes %d words of an essay under copyright at once, more than %d", d.Name, all[0].words, lesson.QuotationBudget)
	default:
		return
	}
	f.At = all[0].at
	const named = 3
	if len(all) > 1 {
		for _, q := range all[:min(len(all), named)] {
			f.Related = append(f.Related, diag.Related{At: q.at, Message: strings.TrimSpace(fmt.Sprintf("%d words here %s", q.words, q.place))})
		}
	}
	findings.Add(f)
}

// wordsQuoted counts the essay's words that stand in blocks.
func wordsQuoted(blocks []document.Block) int {
	total := 0
	for _, q := range quotations(blocks) {
		total += q.words
	}
	return total
}

// quotations gives the essay's words that stand in blocks, each once.
func quotations(blocks []document.Block) []quoted {
	var all []quoted
	seen := map[string]bool{}
	add := func(at source.Span, words, place string) {
		if seen[words] {
			return
		}
		seen[words] = true
		if place != "" {
			place = "(" + place + ")"
		}
		all = append(all, quoted{at, len(strings.Fields(words)), place})
	}
	document.Rewrite(blocks, func(b document.Block) []document.Block {
		if q, ok := b.(document.BlockQuote); ok && q.Essay {
			add(q.Span(), document.PlainBlocks(q.Blocks), "")
		}
		return []document.Block{b}
	}, func(in document.Inline) []document.Inline {
		if q, ok := in.(document.Quotation); ok {
			add(q.Span(), q.Words, q.Place.Words(false))
		}
		return []document.Inline{in}
	})
	return all
}
