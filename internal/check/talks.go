package check

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
)

const (
	inquiry = "Great Books Foundation, Shared Inquiry"
	paideia = "Paideia; Touchstones; Great Books Foundation, Shared Inquiry"
)

var d1 = Rule{
	Code: "D1", Title: "a question that yes or no answers", Severity: diag.Warning, Risk: "med", Language: "en",
	Why:    "“Yes” ends a discussion. A question with an “or”, a why or a how begins one.",
	Before: "Is the author fair to the families?",
	After:  "Is the author fairer to the families or to the graduates?",
	Source: paideia,
	run: func(r *reading) {
		for _, p := range r.talks() {
			first := -1
			more := false
			sentences := p.stem.sentences()
			for i, s := range sentences {
				if !s.asks() {
					continue
				}
				if k := s.yesNo(); k >= 0 && first < 0 {
					first = i
					more = more || s.choiceOffered()
					continue
				}
				more = true // another question, which asks for more
			}
			if first >= 0 && !more {
				s := sentences[first]
				r.report(p.in(s.words[s.yesNo()].at), "a question that yes or no answers", "Offer two answers to choose between (“… or …?”; “or not” is only no), or ask why, how or how far.")
			}
		}
	},
}

// yesNo finds the verb with which a question opens that yes or no answers, -1
// if it opens otherwise. What stands before a comma may come first: "In ¶3, is …".
func (p *prose) yesNo() int {
	for i, w := range p.words {
		if w.quoted || w.ref {
			continue
		}
		if i > 0 && i+2 == len(p.words) && pronoun(p.words[i+1].low) {
			continue // …, isn't it? D3 speaks of it
		}
		opens := i == 0 || strings.ContainsAny(w.before, ",:;—–")
		switch {
		case opens && auxiliary(w.low) && i+1 < len(p.words):
			return i
		case questionWord(w.low) && (i == 0 || strings.ContainsAny(w.before, ",:;—–")):
			return -1
		}
	}
	return -1
}

// choiceOffered says that a question of yes or no has more to it.
func (p *prose) choiceOffered() bool {
	for i, w := range p.words {
		if w.quoted || i == 0 {
			continue
		}
		switch w.low {
		case "or":
			if !(i+1 < len(p.words) && p.words[i+1].low == "not" && i+2 == len(p.words)) {
				return true
			}
		case "why", "how", "what", "which":
			return true
		case "extent":
			return true
		}
	}
	return false
}

var d2 = Rule{
	Code: "D2", Title: "two questions in one", Severity: diag.Warning, Risk: "med", Language: "en",
	Why:    "Of two questions a group answers the easier. The other one is a probe: keep it back until the first has been talked out.",
	Before: "What does she fear? And who would pay for the change?",
	After:  "What does she fear?",
	Source: inquiry,
	run: func(r *reading) {
		for _, p := range r.talks() {
			if at, ok := secondQuestion(p.stem); ok {
				r.report(p.in(at.words[0].at), "two questions in one", "Keep the one that you most want talked about, and make the other a probe.")
			}
		}
	},
}

// secondQuestion finds a second question in a stem, be it a sentence of its own
// or joined with "and". What asks for the reason of an answer isn't one.
func secondQuestion(p *prose) (*prose, bool) {
	asked := false
	for _, s := range p.sentences() {
		if len(s.words) == 0 || !s.asks() || s.enumerated() {
			continue
		}
		if asked && !s.asksReason() {
			return s, true
		}
		asked = true
		for i := 1; i+1 < len(s.words); i++ {
			if s.words[i].quoted || s.words[i].low != "and" || !hasQuestionWord(s.words[:i]) {
				continue
			}
			rest := &prose{words: s.words[i+1:], tail: s.tail}
			next := rest.words[0].low
			if !rest.words[0].quoted && (questionWord(next) || auxiliary(next) && next != "might" && len(rest.words) > 2 && strings.Contains(s.words[i].before, ",")) && !rest.asksReason() {
				return rest, true
			}
		}
	}
	return nil, false
}

func hasQuestionWord(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return !w.quoted && (questionWord(w.low) || w.starts && auxiliary(w.low)) })
}

// enumerated says that a question is marked as one of several: (a), (b).
func (p *prose) enumerated() bool {
	first := p.words[0]
	return strings.Contains(first.before, "(") && len(first.text) == 1
}

// asksReason says that a question only asks what another one's answer rests on.
func (p *prose) asksReason() bool {
	words := p.words
	for len(words) > 0 && (words[0].low == "and" || words[0].low == "or" || words[0].low == "if" || words[0].low == "so" || words[0].low == "not" || words[0].low == "but") {
		words = words[1:]
	}
	text := (&prose{words: words}).plain()
	switch text {
	case "why", "why not", "why or why not", "why so", "how so", "how", "how do you know", "how can you tell", "in what way", "in what ways", "what makes you say so", "what makes you say that", "what makes you think so", "where":
		return true
	}
	if len(words) == 2 && words[1].low == "not" && questionWord(words[0].low) {
		return true // …, and where not? It is the same question's other side.
	}
	return false
}

var d3 = Rule{
	Code: "D3", Title: "a leading question", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "Who is asked “don't you think” has been told what to think. A leader who asks must not know the answer, or must hide it.",
	Before: "Don't you think that the plan is unfair?",
	After:  "To whom is the plan fair, and to whom not?",
	Source: paideia,
	run:    func(r *reading) { r.inTalks(leading, "a leading question", "Ask it so that either answer is welcome.") },
}

func leading(s *prose) (from, to int, ok bool) {
	if from, to, ok = s.find([]string{"don't you think", "don't you agree", "wouldn't you say", "wouldn't you agree", "would you not agree", "would you not say", "do you not think",
		"don't we all", "isn't it obvious", "isn't it clear", "isn't it true", "isn't it fair", "of course", "needless to say", "everyone knows", "everybody knows", "we all know",
		"no one can deny", "nobody can deny", "it is clear that", "it is obvious that", "how can anyone", "how could anyone", "who could deny", "surely", "obviously", "undoubtedly", "is it not clear", "is it not true", "is it not obvious"}); ok {
		if first := s.words[from]; !auxiliary(first.low) || from == 0 || strings.ContainsAny(first.before, ",:;—–") {
			return from, to, true
		}
	}
	for i, w := range s.words {
		if w.low == "clearly" && !w.quoted && !manner(s, i) {
			return i, i, true
		}
	}
	n := len(s.words)
	if n == 0 || !s.asks() {
		return 0, 0, false
	}
	first := s.words[0]
	if strings.HasSuffix(first.low, "n't") && !first.quoted && n > 3 && !slices.ContainsFunc(s.words, func(w word) bool { return w.low == "or" }) {
		return 0, 0, true // Isn't the plan …?
	}
	last := s.words[n-1]
	if n > 3 && strings.Contains(last.before, ",") && (last.low == "right" || last.low == "no" || last.low == "correct" || last.low == "yes") {
		return n - 1, n - 1, true
	}
	if n > 4 && pronoun(last.low) && strings.Contains(s.words[n-2].before, ",") && (auxiliary(s.words[n-2].low)) {
		return n - 2, n - 1, true // …, isn't it?
	}
	return 0, 0, false
}

// manner says that "clearly" tells how something is said, not that it is so.
func manner(s *prose, i int) bool {
	if i > 0 {
		switch s.words[i-1].low {
		case "how", "more", "most", "less", "least", "as", "so", "very", "too", "quite", "not", "enough":
			return true
		}
	}
	if i+1 == len(s.words) {
		return i > 0
	}
	next := s.words[i+1]
	return i > 0 && (next.low == "enough" || next.low == "in" || next.low == "or" || next.low == "and" || next.before != " ")
}

var d5 = Rule{
	Code: "D5", Title: "an opening or core question without a passage", Severity: diag.Warning, Risk: "low",
	Why:    "A discussion that starts from a place in the text can go back to it. One that starts from a topic never gets there.",
	Before: "### Fair to whom {kind=interpretive}",
	After:  "### Fair to whom {kind=interpretive passage=other-side}",
	Source: paideia,
	run: func(r *reading) {
		for _, p := range r.talks() {
			if (p.Tags.Phase == "opening" || p.Tags.Phase == "core") && p.Tags.Passage == "" && !p.stem.pointsIntoText() {
				r.report(p.At, "the question names no passage", "Say where in the text it starts: {passage=id}, or {{ref \"id\"}} in the question.")
			}
		}
	},
}

var d7 = Rule{
	Code: "D7", Title: "a core question without two positions in the text", Severity: diag.Warning, Risk: "none",
	Why:    "If you can't write two answers that the text bears out, the question has one, and belongs on the worksheet.",
	Before: "**Positions:**\n\n- She is fair.\n- She isn't.",
	After:  "**Positions:**\n\n- She is: {{cite \"The other side is\"}}.\n- She isn't: she never asks a family ({{ref \"thirty-one\"}}).",
	Source: inquiry + " (a focus question has more than one defensible answer)",
	run: func(r *reading) {
		for _, p := range r.talks() {
			if p.Tags.Phase != "core" {
				continue
			}
			n := 0
			for _, entry := range entries(p.Guide.Positions) {
				if entry.pointsIntoText() {
					n++
				}
			}
			if n < leastPositions {
				at := p.At
				if len(p.Guide.Positions) > 0 {
					at = p.in(p.Guide.Positions[0].Span())
				}
				r.report(at, onlyPosition(n), "Write under **Positions:** at least two answers, each with the place or the words that speak for it.")
			}
		}
	},
}

func onlyPosition(n int) string {
	if n == 0 {
		return "no position points into the text"
	}
	return "only one position points into the text"
}

// entries gives each entry of the lists in blocks, and each paragraph beside
// them.
func entries(blocks []document.Block) []*prose {
	var out []*prose
	for _, b := range blocks {
		if l, ok := b.(document.List); ok {
			for _, it := range l.Items {
				out = append(out, proseOfBlocks(it.Blocks))
			}
			continue
		}
		out = append(out, proseOfBlocks([]document.Block{b}))
	}
	return out
}

var d8 = Rule{
	Code: "D8", Title: "a long way to the question mark", Severity: diag.Note, Strict: true, Risk: "low",
	Why:    "A discussion question is heard. After forty words the beginning is gone.",
	Before: "Given that the author, who has read names for nineteen years and … what would be lost?",
	After:  "What would be lost if nobody cheered?",
	Source: inquiry + "; forty words are ours.",
	run: func(r *reading) {
		for _, p := range r.talks() {
			n, last := 0, -1
			for i, w := range p.stem.words {
				if i > 0 && strings.Contains(w.before, "?") {
					last = n
				}
				if !w.quoted && !w.ref {
					n++
				}
			}
			if strings.Contains(p.stem.tail, "?") {
				last = n
			}
			if last > mostAsked {
				r.report(p.in(p.stem.all()), fmt.Sprintf("%d words to the question mark", last), "Ask first, and put what must be known into the directions or a probe.")
			}
		}
	},
}

var d9 = Rule{
	Code: "D9", Title: "probes that lack a kind", Severity: diag.Note, Strict: true, Risk: "none",
	Why:    "A leader needs three things to ask when talk runs dry: what do you mean, where does the text say so, and who sees it otherwise.",
	Before: "**Probes:**\n\n- Evidence: where does she say so?",
	After:  "**Probes:**\n\n- Clarify: what do you mean by fair?\n- Evidence: where does she say so?\n- Other view: what would a family answer?",
	Source: paideia,
	run: func(r *reading) {
		for _, p := range r.talks() {
			if p.Tags.Phase != "core" || p.Controversial() { // a procedure asks by its steps
				continue
			}
			var lacking []string
			for _, kind := range [...]string{"clarify", "evidence", "other view"} {
				found := false
				for _, probe := range p.Guide.Probes {
					found = found || probe.Sort == kind
				}
				if !found {
					lacking = append(lacking, kind)
				}
			}
			if len(lacking) > 0 {
				r.report(p.At, "there is no probe of the kind: "+strings.Join(lacking, ", "), "Write under **Probes:** one that opens with “Clarify:”, one with “Evidence:”, one with “Other view:”.")
			}
		}
	},
}

// inTalks reports what is found in a sentence of a discussion's question or of
// one of its probes.
func (r *reading) inTalks(find func(*prose) (from, to int, ok bool), message, hint string) {
	for _, p := range r.talks() {
		texts := []*prose{p.stem}
		for _, probe := range p.Guide.Probes {
			texts = append(texts, proseOf(probe.Text))
		}
		for _, text := range texts {
			for _, s := range text.sentences() {
				if from, to, ok := find(s); ok {
					at := s.span(from, to)
					r.report(p.in(at), fmt.Sprintf("%s: “%s”", message, at), hint)
				}
			}
		}
	}
}
