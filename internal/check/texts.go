package check

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/form"
	"quire/internal/question"
)

// Checks that look at how a lesson goes with its essay. S1, S2, S3, S5, L1, the
// ids of S6 and the characters of L2 are found where they are read or made, and
// only explained here.

var s1 = Rule{
	Code: "S1", Title: "no key, a key that can't be, or two options alike", Severity: diag.Error, Risk: "none",
	Why:    "Without exactly the right key a sheet can't be marked, and a form would print something false.",
	Before: "- [ ] the sexton\n- [ ] the mayor",
	After:  "- [x] the sexton\n- [ ] the mayor",
	Source: haladyna,
}

var s2 = Rule{
	Code: "S2", Title: "a quotation that isn't in the essay", Severity: diag.Error, Risk: "none",
	Why:    "Students hunt for the words. If they aren't there word for word, somebody has been misquoted, and the hunt is in vain. Kinds of quotation marks, dashes and spaces don't count; “ ... ” omits, [brackets] insert.",
	Before: "{{quote \"kids clapping with a program\"}}",
	After:  "{{quote \"people clapping with a program\"}}",
	Source: "Good practice in quoting; the check is Quire's own.",
}

var s3 = Rule{
	Code: "S3", Title: "a passage that is missing, ambiguous or reversed", Severity: diag.Error, Risk: "low",
	Why:    "Line numbers are printed from it. If its first or last words can't be found once, they would send readers to the wrong place.",
	Before: "> The bell … the bell.",
	After:  "> The bell was hung … without the bell.",
	Source: "WICG text fragments; W3C Web Annotation, TextQuoteSelector",
}

var s3b = Rule{
	Code: "S3b", Title: "a line number typed by hand", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "Typed numbers go wrong when the essay's text changes, and there are none where it isn't printed. A reference is counted by Quire, and says ¶3 where there are no lines.",
	Before: "In lines 34–41, what does she grant?",
	After:  "In {{ref \"other-side\"}}, what does she grant?",
	Source: "Quire's design: line 34 is line 34 for everybody.",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			for _, text := range p.words() {
				for i := 0; i+1 < len(text.words); i++ {
					if typedLine(text, i) {
						at := text.span(i, i+1)
						r.report(p.in(at), fmt.Sprintf("a line number typed by hand: “%s”", at), "Write {{ref}}, or {{cite \"words\"}}, and let Quire count.")
					}
				}
			}
		}
	},
}

// typedLine finds "line 34", "lines 3–5", "ll. 3", but not "line 5 of the poem".
func typedLine(p *prose, i int) bool {
	w, next := p.words[i], p.words[i+1]
	switch w.low {
	case "line", "lines", "ll":
	default:
		return false
	}
	digits, _, _ := strings.Cut(strings.ReplaceAll(next.low, "–", "-"), "-")
	if w.quoted || next.quoted || !isNumber(digits) || strings.Trim(next.before, " .\u00a0") != "" || w.at.IsZero() {
		return false
	}
	return !(i+2 < len(p.words) && p.words[i+2].low == "of" && i+4 < len(p.words) && p.words[i+4].low != "essay")
}

var s4 = Rule{
	Code: "S4", Title: "the essay's words without quotation marks", Severity: diag.Warning, Risk: "low",
	Why:    "Six words in a row are the author's. Unmarked, they teach students to copy, and an answer can be found by matching instead of reading.",
	Before: "### Why does she want quiet through the last name?",
	After:  "### Why does she want {{quote \"quiet through the last name\"}}?",
	Source: "Good practice in quoting; six words are ours.",
	run: func(r *reading) {
		if r.lesson.Essay == nil {
			return // the lock remembers no words
		}
		runs := runsOf(r.lesson.Essay, sharedWords)
		for _, p := range r.prompts() {
			for _, text := range p.words() {
				for _, shared := range r.shared(text, runs) {
					words := text.words[shared[0]:shared[1]]
					at := text.span(shared[0], shared[1]-1)
					if len(content(words)) >= sharedContent && !at.IsZero() {
						r.report(p.in(at), fmt.Sprintf("%d words in a row are the essay's", len(words)), "Put them into {{quote \"…\"}}, or say it in your own words.")
					}
				}
			}
		}
	},
}

// runs are all so many words in a row that an essay has.
type runs struct {
	words int
	all   map[string]bool
}

// runsOf gives the runs of n words of an essay. They don't cross paragraphs.
func runsOf(e *essay.Essay, n int) runs {
	out := runs{words: n, all: map[string]bool{}}
	for _, b := range e.Blocks {
		if b.Number == 0 {
			continue
		}
		text := proseOf([]document.Inline{document.Text{Words: b.Text}})
		for i := 0; i+n <= len(text.words); i++ {
			out.all[run(text.words[i:i+n])] = true
		}
	}
	return out
}

func run(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.low)
		b.WriteByte(' ')
	}
	return b.String()
}

// shared gives the longest stretches of a text's own words that stand in the
// essay, each as its first word and the one after its last. Names don't count:
// without them a stretch must still have a run's length.
func (r *reading) shared(text *prose, runs runs) (out [][2]int) {
	w, n := text.words, runs.words
	for i := 0; i+n <= len(w); {
		if !unquoted(w[i:i+n]) || !runs.all[run(w[i:i+n])] {
			i++
			continue
		}
		end := i + n
		for end < len(w) && unquoted(w[end:end+1]) && w[end].block == w[i].block && runs.all[run(w[end-n+1:end+1])] {
			end++
		}
		if end-i-r.countNames(w[i:end]) >= n {
			out = append(out, [2]int{i, end})
		}
		i = end
	}
	return out
}

func unquoted(words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return w.quoted || w.ref || w.blank || w.block != words[0].block })
}

// countNames counts the names among words.
func (r *reading) countNames(words []word) (n int) {
	for _, w := range words {
		if r.isName(w) {
			n++
		}
	}
	return n
}

var s5 = Rule{
	Code: "S5", Title: "more is quoted than a text under copyright allows", Severity: diag.Warning, Risk: "none",
	Why:    "A quotation serves a question; a page of quotations replaces the essay. The budget is 25 words each and 150 a document, where rights are restricted.",
	Before: "{{quote \"(forty words)\"}}",
	After:  "{{ref \"passage\"}}, and let students read there.",
	Source: "Quire's budget; not legal advice.",
}

var s6 = Rule{
	Code: "S6", Title: "minutes or points that don't add up, or an id used twice", Severity: diag.Warning, Risk: "none",
	Why:    "A seminar longer than the lesson loses its end, which is where students say what changed. A sheet whose points don't make the total can't be marked. An id used twice (an error) makes one prompt answer for another.",
	Before: "minutes: 50 (and prompts of 62 minutes)",
	After:  "minutes: 50 (and prompts of 45 minutes)",
	Source: "Arithmetic.",
	run: func(r *reading) {
		points, given := 0, false
		for _, p := range r.all {
			if p.Tags.Points > 0 {
				points, given = points+p.Tags.Points, true
			}
		}
		m := r.lesson.Meta
		if m.Points > 0 && points != m.Points {
			message := fmt.Sprintf("the prompts' points add up to %d, and the front matter says %d", points, m.Points)
			if !given {
				message = fmt.Sprintf("no prompt has points, and the front matter says %d", m.Points)
			}
			r.report(r.start(), message, fmt.Sprintf("Change “points: %d” in the front matter, or the prompts' points.", m.Points))
		}
		seminar := r.lesson.Section("Seminar")
		if minutes := seminar.Minutes(); minutes > m.Minutes {
			r.report(headingOf(seminar), fmt.Sprintf("the seminar's prompts take %d minutes, and the lesson has %d", minutes, m.Minutes), "Shorten some, leave one out, or raise “minutes” in the front matter.")
		}
	},
}

var t4 = Rule{
	Code: "T4", Title: "an ordering printed in its right order", Severity: diag.Error, Risk: "none",
	Why:    "Where every step is pinned, the sheet shows the answer.",
	Before: "1. The vote {pin}\n2. The fire {pin}",
	After:  "1. The vote\n2. The fire",
	Source: "Arithmetic.",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			arranged := form.Form{Name: "A", Seed: r.lesson.Meta.Seed}.Arrange(p.Item)
			for i, resp := range p.Responses {
				var order []int
				if i < len(arranged) {
					order = arranged[i]
				}
				// Forms never print these solved if there is another way.
				if o, ok := resp.(question.Order); ok && len(o.Steps) > 1 && question.Solved(o, order) {
					r.report(p.in(o.Steps[0].At), "the steps are pinned where they belong, so the sheet shows the answer", "Take {pin} off two of them at least.")
				}
			}
		}
	},
}

var l1 = Rule{
	Code: "L1", Title: "something had to be parted over two pages", Severity: diag.Warning, Risk: "none",
	Why:    "Who turns the page back and forth between a question and its options reads worse. A matching too tall for a page becomes a list with blanks; a heading at a page's foot belongs to nothing.",
	Before: "A matching of thirty rows.",
	After:  "Three matchings of ten.",
	Source: "Layout norms of APH and others.",
}

var l2 = Rule{
	Code: "L2", Title: "too few lines for the answer, or a character that can't be printed", Severity: diag.Warning, Risk: "low",
	Why:    "Students write as much as there is room for: nine words of a hand's writing fill a line. A character that no face has would print as a box, and stops the build.",
	Before: "{lines=1} with a model answer of 40 words",
	After:  "{lines=5}",
	Source: "Layout norms; nine words to a line are ours.",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			for _, resp := range p.Responses {
				t, ok := resp.(question.Text)
				if !ok || p.Tags.Lines <= 0 || t.Lines <= 0 {
					continue // as many as the answer needs, or none on purpose
				}
				if words := len(proseOfBlocks(t.Model).words); words > mostWordsALine*t.Lines {
					r.report(p.At, fmt.Sprintf("a model answer of %s, and room for it on %s", diag.Counted(words, "word"), diag.Counted(t.Lines, "line")),
						fmt.Sprintf("Write lines=%d, or leave lines out: then there are as many as the answer needs.", (words+wordsALine-1)/wordsALine))
				}
			}
		}
	},
}
