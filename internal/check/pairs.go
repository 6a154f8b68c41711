package check

import (
	"fmt"
	"slices"

	"quire/internal/diag"
	"quire/internal/form"
)

// position gives where form A prints the key of a choice, -1 if it has not
// exactly one.
func (c *choice) position(seed string) int {
	right := -1
	for i, o := range c.options {
		if o.Right && right >= 0 {
			return -1
		}
		if o.Right {
			right = i
		}
	}
	if right < 0 {
		return -1
	}
	a := form.Form{Name: "A", Seed: seed}.Arrange(c.prompt.Item)
	if c.part < len(a) && a[c.part] != nil {
		return slices.Index(a[c.part], right)
	}
	return right
}

var m21 = Rule{
	Code: "M21", Title: "one question gives another's answer away", Severity: diag.Warning, Risk: "med", Language: "en",
	Why:    "Students read the whole sheet. If question 4 says in passing what question 2 asks, question 2 measures who noticed.",
	Before: "### Why did they keep the bell?\n\n- [x] They feared losing visitors.\n\n### Since they feared losing visitors, what did they paint?",
	After:  "### What did they paint in the same year?",
	Source: haladyna + " (items independent of each other)",
	run:    givenAway,
}

// givenAway looks for each key in the stems of other prompts. An index of the
// stems' words keeps a long sheet from being compared each with each.
func givenAway(r *reading) {
	type place struct {
		prompt *prompt
		words  []word
		stems  []string
	}
	var sentences []place
	index := map[string][]int{}
	for _, p := range r.prompts() {
		stems := []*prose{p.stem}
		for _, c := range p.choices {
			if c.stem != p.stem {
				stems = append(stems, c.stem)
			}
		}
		for _, stem := range stems {
			for _, s := range stem.sentences() {
				own := s.own()
				at := place{p, own, content(own)}
				for _, w := range at.stems {
					index[w] = append(index[w], len(sentences))
				}
				sentences = append(sentences, at)
			}
		}
	}
	for _, c := range r.plainItems() {
		key, _ := c.key()
		for _, o := range key {
			want := content(o.own())
			if len(want) < givenPhrase {
				continue
			}
			rarest := slices.MinFunc(want, func(a, b string) int { return len(index[a]) - len(index[b]) })
			for _, i := range index[rarest] {
				s := sentences[i]
				if s.prompt == c.prompt || slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(s.stems, w) }) {
					continue
				}
				if len(want) < givenWords && !follows(s.words, o.own()) {
					continue
				}
				all := &prose{words: s.words}
				r.report(s.prompt.in(all.all()), fmt.Sprintf("this gives away the answer to “%s”", shortName(c.prompt)), "Ask it in other words, or ask for something else there.",
					diag.Related{At: o.At, Message: "the answer is here"})
				break
			}
		}
	}
}

// follows says that the meaningful words of a phrase stand in a sentence in
// their order with no others of meaning between them.
func follows(sentence, phrase []word) bool {
	a, b := inOrder(sentence), inOrder(phrase)
	for i := 0; i+len(b) <= len(a); i++ {
		if slices.Equal(a[i:i+len(b)], b) {
			return true
		}
	}
	return false
}

func inOrder(words []word) []string {
	var out []string
	for _, w := range words {
		if !function(w.low) && !w.blank {
			out = append(out, stem(w.low))
		}
	}
	return out
}

func shortName(p *prompt) string {
	const most = 40 // letters
	name := []rune(p.Name)
	if len(name) > most {
		return string(name[:most]) + "…"
	}
	return p.Name
}

var m22 = Rule{
	Code: "M22", Title: "a wrong answer without a reason", Severity: diag.Warning, Risk: "none",
	Why:    "A wrong answer is worth printing if somebody might believe it. Saying why it tempts tests that, and tells whoever marks the quiz what the mistake means.",
	Before: "- [x] Visitors expected one.\n- [ ] The teachers had asked for it.",
	After:  "- [x] Visitors expected one.\n- [ ] The teachers had asked for it.\n  - Eleven of the twelve could not say what it was for.",
	Source: "Moore et al. 2023; Achieve the Core checklist; Haladyna, Downing & Rodriguez 2002 (plausible distractors)",
	run: func(r *reading) {
		for _, c := range r.items() {
			var bare []option
			for _, o := range c.options {
				if !o.Right && len(o.Reason) == 0 && o.Supports < 0 {
					bare = append(bare, o)
				}
			}
			if len(bare) == 0 {
				continue
			}
			message := "this wrong answer has no reason"
			if len(bare) > 1 {
				message = fmt.Sprintf("%d wrong answers have no reason, this one first", len(bare))
			}
			r.report(c.prompt.in(bare[0].At), message, "Write under it, indented as a list entry, why somebody might take it to be right.")
		}
	},
}

var t5 = Rule{
	Code: "T5", Title: "Part B does not bear out Part A", Severity: diag.Warning, Risk: "none",
	Why:    "A two-part question asks for a claim and its evidence. If Part B's key supports another claim, or an option supports none, who read well can't tell what fits.",
	Before: "#### Part B\n\n- [x] “heavy as a cow”\n  - Supports: C.",
	After:  "#### Part B\n\n- [x] “heavy as a cow”\n  - Supports: A. (A is Part A's key.)",
	Source: "Achieve the Core checklist (evidence-based selected response)",
	run: func(r *reading) {
		for _, p := range r.prompts() {
			if len(p.choices) != 2 || p.choices[0].truth || p.choices[1].truth {
				continue
			}
			supports(r, p.choices[0], p.choices[1])
		}
	},
}

func supports(r *reading, a, b *choice) {
	bare := -1
	for i, o := range b.options {
		switch {
		case o.Supports < 0 && bare < 0:
			bare = i
		case o.Right && o.Supports >= 0 && o.Supports < len(a.options) && !a.options[o.Supports].Right:
			r.report(b.prompt.in(o.At), fmt.Sprintf("Part B's key supports %c of Part A, which is wrong", 'A'+o.Supports), "Mark the evidence for Part A's key, or write the letter of the option that it supports.")
		}
	}
	if bare >= 0 {
		r.report(b.prompt.in(b.options[bare].At), "this option of Part B supports nothing", "Write under it which option of Part A it would be evidence for: “- Supports: B”.")
	}
}
