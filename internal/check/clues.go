package check

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
)

var m11 = Rule{
	Code: "M11", Title: "one option begins in another form", Severity: diag.Note, Strict: true, Risk: "high", Language: "en",
	Why:    "The option that is built unlike the others draws the eye, and often it is the one that was written first: the right one.",
	Before: "- [ ] to please the governors\n- [x] because visitors expected it\n- [ ] to save money",
	After:  "- [ ] to please the governors\n- [x] to give visitors what they expected\n- [ ] to save money",
	Source: haladyna + " (homogeneous in content and grammatical structure)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			if len(c.options) < 3 {
				continue
			}
			forms := map[string][]int{}
			for i, o := range c.options {
				f := openingForm(o.prose)
				forms[f] = append(forms[f], i)
			}
			if len(forms) != 2 || len(forms[""]) > 0 {
				continue
			}
			for _, form := range [...]string{"to", "ing", "by", "because", "that", "in", "noun"} {
				if of := forms[form]; len(of) == 1 {
					o := c.options[of[0]]
					r.report(c.prompt.in(o.words[0].at), fmt.Sprintf("only this option begins with “%s”, or a word of its kind", o.words[0].text), "Build all options alike.")
				}
			}
		}
	},
}

// openingForm gives the kind of an option's first word, "" where it isn't one
// of the plain cases.
func openingForm(p *prose) string {
	if len(p.words) == 0 || p.words[0].quoted || p.words[0].ref {
		return ""
	}
	switch w := p.words[0].low; w {
	case "to", "by", "because", "that":
		return w
	case "in", "on", "at", "from", "with", "for", "of", "after", "before", "under", "over":
		return "in"
	case "a", "an", "the", "his", "her", "its", "their", "some", "any", "no", "every", "each",
		"he", "she", "they", "we", "i", "you", "it", "this", "there":
		return "noun"
	default:
		if strings.HasSuffix(w, "ing") && len(w) > 5 {
			return "ing"
		}
	}
	return ""
}

var m12 = Rule{
	Code: "M12", Title: "a word of the question returns in the right answer only", Severity: diag.Warning, Strict: true, Risk: "high", Language: "en",
	Why:    "Students who don't know match words. Where only the right answer takes up a word of the question they are right without the text.",
	Before: "### Why did the governors keep the bell?\n\n- [x] Visitors expect a bell.\n- [ ] It was dear.",
	After:  "### Why did the governors keep the bell?\n\n- [x] Visitors expect one.\n- [ ] It was dear.",
	Source: haladyna + " (clang associations)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			key, wrong := c.key()
			var others []word
			for _, o := range wrong {
				others = append(others, o.words...)
			}
			taken, asked := content(others), content(r.unnamed(c.stem.own()))
			for _, o := range key {
				for _, w := range o.own() {
					s := stem(w.low)
					if _, counts := number(w.low); !function(w.low) && !(counts && !isDigit(w.low)) && !r.isName(w) && slices.Contains(asked, s) && !slices.Contains(taken, s) {
						r.report(c.prompt.in(w.at), fmt.Sprintf("“%s” stands in the question and in the right answer only", w.text), "Use another word here, or the same one in a wrong answer.")
						break
					}
				}
			}
		}
	},
}

// unnamed leaves names out.
func (r *reading) unnamed(words []word) []word {
	var out []word
	for _, w := range words {
		if !r.isName(w) {
			out = append(out, w)
		}
	}
	return out
}

var m13 = Rule{
	Code: "M13", Title: "the right answer is what the options have in common", Severity: diag.Note, Strict: true, Risk: "high", Language: "en",
	Why:    "Wrong answers are often made by changing the right one, a piece at a time. Who picks the option that shares most with the others picks the original.",
	Before: "- [x] a heavy bronze bell\n- [ ] a heavy iron bell\n- [ ] a bronze clock",
	After:  "- [x] a bronze bell\n- [ ] an iron gong\n- [ ] a wooden clapper",
	Source: haladyna + " (convergence)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			if len(c.options) < 3 || c.Several {
				continue
			}
			shared := make([]int, len(c.options))
			of := make([][]string, len(c.options))
			for i, o := range c.options {
				of[i] = content(o.words)
			}
			for i := range of {
				for j := range of {
					for _, s := range of[i] {
						if i != j && slices.Contains(of[j], s) {
							shared[i]++
						}
					}
				}
			}
			next := 0
			for i, o := range c.options {
				if !o.Right {
					next = max(next, shared[i])
				}
			}
			for i, o := range c.options {
				if o.Right && shared[i] >= convergesWords && shared[i] > next && float64(shared[i]) >= convergesRatio*float64(next) {
					r.report(c.prompt.in(o.At), "the right answer shares more words with the others than they with each other", "Let the wrong answers go wrong in different ways.")
				}
			}
		}
	},
}

var m16 = Rule{
	Code: "M16", Title: "options overlap", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "If one option is right whenever another is, both are right or the wider one is out: either the item is unfair or it is easier than it looks.",
	Before: "- [ ] 10–20 teachers\n- [x] 20–30 teachers",
	After:  "- [ ] 10–19 teachers\n- [x] 20–29 teachers",
	Source: haladyna + " (options independent of each other)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			if c.Several {
				continue // two that hold may both be marked
			}
			if !c.overlappingRanges(r) {
				c.containedOption(r)
			}
		}
	},
}

func (c *choice) overlappingRanges(r *reading) bool {
	type bounds struct{ low, high float64 }
	var seen []bounds
	for _, o := range c.options {
		low, high, ok := rangeOf(o.prose)
		if !ok {
			return false
		}
		for i, b := range seen {
			if low <= b.high && b.low <= high {
				r.report(c.prompt.in(o.At), fmt.Sprintf("this range overlaps that of “%s”", said(c.options[i].prose)), "Let each range begin after the one before it ends.",
					diag.Related{At: c.options[i].At, Message: "the other range is here"})
				return true
			}
		}
		seen = append(seen, bounds{low, high})
	}
	return false
}

func (c *choice) containedOption(r *reading) {
	of := make([][]string, len(c.options))
	counted := slices.ContainsFunc(c.options, func(o option) bool { return slices.ContainsFunc(o.words, severalOf) })
	for i, o := range c.options {
		if o.closing != "" {
			return
		}
		if of[i] = meaning(o.words); counted && slices.ContainsFunc(o.words, oneOf) {
			of[i] = append(of[i], "one") // a third isn't in two thirds
		}
	}
	for i := range of {
		for j := range of {
			if i == j || len(of[i]) == 0 || len(of[i]) >= len(of[j]) {
				continue
			}
			if !slices.ContainsFunc(of[i], func(s string) bool { return !slices.Contains(of[j], s) }) {
				r.report(c.prompt.in(c.options[i].At), fmt.Sprintf("all that this option says, “%s” says as well", said(c.options[j].prose)), "Let them say different things, so that only one of them can be right.",
					diag.Related{At: c.options[j].At, Message: "the option that contains it is here"})
				return
			}
		}
	}
}

// severalOf says that a word counts more than one, oneOf that it counts one.
func severalOf(w word) bool {
	n, ok := number(w.low)
	return ok && n > 1
}

func oneOf(w word) bool { return w.low == "a" || w.low == "an" || w.low == "one" }

// meaning is content that keeps the small words which change what is said:
// negations, prepositions, degrees. A negation among words that are otherwise
// contained makes the opposite of them, so it goes with each word.
func meaning(words []word) []string {
	not := ""
	for _, w := range words {
		if negative(w.low) || strings.HasSuffix(w.low, "n't") {
			not = "not "
		}
	}
	var out []string
	for _, w := range words {
		keep := !function(w.low)
		switch w.low {
		case "before", "after", "over", "under", "from", "into", "out", "up", "down", "off", "more", "most", "only", "he", "she", "they", "his", "her", "their":
			keep = true
		case "less", "fewer", "too":
			keep = true
		}
		if keep && !w.ref && !w.blank {
			if s := not + stem(w.low); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}
