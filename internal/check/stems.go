package check

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
)

var m8 = Rule{
	Code: "M8", Title: "a negative question", Severity: diag.Warning, Risk: "med", Language: "en",
	Why:    "Students read past a small “not” and answer the opposite of what they know. If you need it, let them see it; better, ask for what is so.",
	Before: "### Which reason does she not give?",
	After:  "### Which reason does she give?\n\nOr, if it must be: Which reason does she **not** give?",
	Source: haladyna,
	run: func(r *reading) {
		for _, c := range r.items() {
			i := c.negated()
			if i < 0 {
				continue
			}
			w := c.stem.words[i]
			if w.marked {
				r.reportAs(diag.Note, c.prompt.in(w.at), fmt.Sprintf("a negative question: “%s”", w.text), "It can be missed even so; ask for what is so, if you can.")
				continue
			}
			r.report(c.prompt.in(w.at), fmt.Sprintf("a negative question, and “%s” is easy to read past", w.text), "Ask for what is so; or set the word in bold: **"+w.text+"**.")
		}
	},
}

// negated finds the word that makes a question ask for what isn't so, -1 if
// none does. A negation inside what somebody says or shows, or in a question
// for the reason of something, isn't one.
func (c *choice) negated() int {
	p := c.stem
	for i, w := range p.words {
		if w.quoted {
			continue
		}
		switch {
		case w.low == "except" || w.low == "excluding":
			if i+1 < len(p.words) && p.words[i+1].low == "that" {
				continue
			}
			return i
		case w.low == "least":
			before := ""
			if i > 0 {
				before = p.words[i-1].low
			}
			if before == "at" || before == "not" || i+1 < len(p.words) && p.words[i+1].low == "one" {
				continue
			}
			return i
		case w.low == "not" || strings.HasSuffix(w.low, "n't") || w.low == "never" && w.marked:
			if i+1 < len(p.words) && (p.words[i+1].low == "only" || p.words[i+1].low == "just" || p.words[i+1].low == "merely") {
				continue
			}
			if !p.embedded(i) {
				return i
			}
		}
	}
	return -1
}

// embedded says that a negation doesn't turn its question round.
func (p *prose) embedded(i int) bool {
	start := i
	for start > 0 && !p.words[start].starts {
		start--
	}
	asks := false // a question word before it, of the question's own
	for k := start; k < i; k++ {
		w := p.words[k]
		switch w.low {
		case "why", "how", "because", "if", "when", "whether", "although", "though", "since", "where", "unless":
			return true
		case "which", "what", "who":
			asks = true
		case "shows", "show", "suggests", "suggest", "means", "mean", "proves", "prove", "says", "say", "thinks", "think", "believes", "believe",
			"argues", "argue", "claims", "claim", "implies", "imply", "indicates", "indicate", "tells", "tell", "fears", "fear":
			if k+1 < i {
				return true
			}
		}
	}
	if asks {
		return false
	}
	// A statement to finish: "The author does not mention:"; but not
	// "He did not sign because:", nor a sentence before the question.
	end := i
	for end+1 < len(p.words) && !p.words[end+1].starts {
		end++
	}
	if end+1 < len(p.words) {
		return true
	}
	for _, w := range p.words[i:end] {
		if questionWord(w.low) && w.low != "who" && w.low != "which" {
			return true // in what is said before the question
		}
	}
	last := p.words[end].low
	return last == "because" || last == "since" || last == "that" || last == "to" || last == "by"
}

var m9 = Rule{
	Code: "M9", Title: "a negative question with a negative option", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "Two negations must be taken apart before the text comes into it. That tests logic, and weaker readers pay for it.",
	Before: "### Which does she **not** say?\n\n- [x] It rings.\n- [ ] It isn't heavy.",
	After:  "### Which does she say?\n\n- [ ] It rings.\n- [x] It is light.",
	Source: haladyna,
	run: func(r *reading) {
		for _, c := range r.items() {
			if c.negated() < 0 {
				continue
			}
			for _, o := range c.options {
				i := slices.IndexFunc(o.words, func(w word) bool { return !w.quoted && negative(w.low) })
				if i >= 0 && o.closing == "" {
					r.report(c.prompt.in(o.words[i].at), "a negative option under a negative question", "Say the option, or the question, without the negation.")
					break
				}
			}
		}
	},
}

var m10 = Rule{
	Code: "M10", Title: "“a” or “an” at the stem's end rules options out", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "After “an” only what begins with a vowel can follow: grammar answers before the reader does.",
	Before: "### She calls the dog an:\n\n- [x] animal.\n- [ ] nuisance.",
	After:  "### She calls the dog:\n\n- [x] an animal.\n- [ ] a nuisance.",
	Source: haladyna + " (grammatical clues)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			end := len(c.stem.words) - 1
			for end > 0 && c.stem.words[end].blank {
				end--
			}
			if end < 0 || c.stem.words[end].quoted || strings.Contains(c.stem.tail, "(n)") {
				continue
			}
			last := c.stem.words[end].low
			if last != "a" && last != "an" {
				continue
			}
			fit := 0
			for _, o := range c.options {
				if len(o.words) > 0 && vowelSound(o.words[0].text) == (last == "an") {
					fit++
				}
			}
			if fit > 0 && fit < len(c.options) {
				r.report(c.prompt.in(c.stem.words[end].at), fmt.Sprintf("only %d of %d options can follow “%s”", fit, len(c.options), last), "Move the article into the options.")
			}
		}
	},
}

var m17 = Rule{
	Code: "M17", Title: "an unfinished stem, or a blank early in it", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "A blank at the front must be carried to the end and the sentence read again; a stem that neither asks nor breaks off leaves students to guess the task.",
	Before: "### ____ rang the bell on the morning of the fair.",
	After:  "### On the morning of the fair, who rang the bell?",
	Source: haladyna,
	run:    unfinishedStem,
}

func unfinishedStem(r *reading) {
	for _, c := range r.items() {
		p := c.stem
		if len(p.words) == 0 {
			continue
		}
		blank := slices.IndexFunc(p.words, func(w word) bool { return w.blank })
		if blank >= 0 {
			if p.blankEarly(blank) {
				r.report(c.prompt.in(p.words[blank].at), "the blank stands early in the question", "Turn the sentence round, so that the blank comes last; or ask a question.")
			}
			continue
		}
		if p.finished() {
			continue
		}
		at := p.words[len(p.words)-1].at
		r.report(c.prompt.in(at), "the question neither asks nor breaks off", "End it with a question mark; or with a colon, if the options finish it.")
	}
}

// blankEarly says that more than half of a blank's sentence comes after it.
func (p *prose) blankEarly(i int) bool {
	start, end := i, i
	for start > 0 && !p.words[start].starts {
		start--
	}
	for end+1 < len(p.words) && !p.words[end+1].starts {
		end++
	}
	return float64(i-start) < blankShare*float64(end-start)
}

// finished says that a stem asks, tells what to do, or breaks off for options
// to go on.
func (p *prose) finished() bool {
	if strings.ContainsAny(p.tail, "?:…—") {
		return true
	}
	for i, w := range p.words {
		if strings.Contains(w.before, "?") || w.starts && imperative(w.low) {
			return true
		}
		if i > 0 && strings.Contains(w.before, ",") && imperative(w.low) { // In ¶3, find …
			return true
		}
	}
	return false
}

var m18 = Rule{
	Code: "M18", Title: "an unfocused question", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "A question should be answerable before the options are read. “Which is true?” asks about four things at once, and nothing in particular of the text.",
	Before: "### Which of the following is true?",
	After:  "### What did the chair say about the price of the bell?",
	Source: haladyna + " (the central idea in the stem)",
	run: func(r *reading) {
		for _, c := range r.items() {
			if len(c.stem.words) == 0 {
				continue
			}
			if i := c.stem.whichIsTrue(); i >= 0 {
				r.report(c.prompt.in(c.stem.words[i].at), "the question asks only which is true", "Ask about one thing, so that a student could answer without the options.")
				continue
			}
			if len(c.stem.words) < leastStem && !c.stem.pointsIntoText() && !slices.ContainsFunc(c.stem.words, func(w word) bool { return w.quoted }) && c.part == 0 {
				r.report(c.place(), fmt.Sprintf("a question of %s", diag.Counted(len(c.stem.words), "word")), "Say what about it, and where in the text.")
			}
		}
	},
}

// whichIsTrue finds a question that asks for the true option and says hardly
// more of what; -1 if there is none.
func (p *prose) whichIsTrue() int {
	for i, w := range p.words {
		if w.quoted || w.low != "which" && w.low != "what" {
			continue
		}
		about, truth := 0, false
		for k := i + 1; k < len(p.words) && !p.words[k].starts; k++ {
			switch w := p.words[k]; w.low {
			case "following", "statement", "statements", "sentence", "sentences", "option", "options", "answer", "answers", "choice", "choices", "below", "best":
			case "true", "false", "correct", "accurate", "right", "valid":
				before := p.words[k-1].low
				truth = truth || before == "is" || before == "are" || before == "not" || before == "best" || before == "most"
			default:
				if !function(w.low) {
					about++
				}
			}
		}
		if truth && about < narrowing && !p.pointsIntoText() {
			return i
		}
	}
	return -1
}

var m19 = Rule{
	Code: "M19", Title: "a question dressed up in words", Severity: diag.Note, Strict: true, Risk: "med",
	Why:    "What isn't needed to answer costs reading time, and costs weak readers most.",
	Before: "### A bell is many things to many people. In this essay, which we read after the one on clocks … what did the chair say?",
	After:  "### What did the chair say of the bell?",
	Source: haladyna + " (window dressing); 60 words are ours.",
	run: func(r *reading) {
		for _, c := range r.items() {
			n := 0
			for _, w := range c.stem.own() {
				if !w.blank {
					n++
				}
			}
			if n > mostStem {
				r.report(c.place(), fmt.Sprintf("a question of %d words", n), fmt.Sprintf("Leave out what isn't needed to answer it; %d words are plenty.", mostStem))
			}
		}
	},
}
