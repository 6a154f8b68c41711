package check

import (
	"fmt"
	"slices"

	"quire/internal/diag"
)

var m3 = Rule{
	Code: "M3", Title: "“all of the above”", Severity: diag.Warning, Risk: "none", Language: "en",
	Why:    "Whoever knows that two options are right has the answer without reading the third; whoever knows that one is wrong has ruled out two.",
	Before: "- [ ] He was tired.\n- [ ] He was late.\n- [x] All of the above.",
	After:  "### Which two reasons does he give? {.multiple choose=2}\n\n- [x] He was tired.\n- [x] He was late.\n- [ ] He was ill.",
	Source: haladyna,
	run: func(r *reading) {
		r.closings("all", "this option says that all others are right", "Ask for all that hold instead: mark them with [x] and add .multiple to the heading.", fillIn)
	},
}

var m4 = Rule{
	Code: "M4", Title: "“none of the above”", Severity: diag.Warning, Risk: "none", Language: "en",
	Why:    "Who chooses it rightly has shown only what the answer is not; and as a filler it is rarely right, which students know.",
	Before: "- [ ] The mayor.\n- [x] The sexton.\n- [ ] None of these.",
	After:  "- [ ] The mayor.\n- [x] The sexton.\n- [ ] The schoolmaster.",
	Source: haladyna,
	run: func(r *reading) {
		r.closings("none", "this option says that all others are wrong", "Write what is right in its place, or ask about something that one of the others answers.", fillIn)
	},
}

const fillIn = "Write a wrong answer that a student might really give, or leave it at fewer options."

// closings reports options of one kind that are about all others, with a hint
// for where such an option is the right one and another for where it isn't.
func (r *reading) closings(kind, message, right, wrong string) {
	for _, c := range r.plainItems() {
		for _, o := range c.options {
			if o.closing == kind {
				hint := wrong
				if o.Right {
					hint = right
				}
				r.report(c.prompt.in(o.At), message, hint)
			}
		}
	}
}

var m5 = Rule{
	Code: "M5", Title: "options made of other options", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "“A and B” tests patience with combinations more than reading; a student who is sure of one part can strike out half of the list.",
	Before: "- [ ] The price.\n- [ ] The noise.\n- [x] Both the first and the second.",
	After:  "### Which two does she name? {.multiple choose=2}\n\n- [x] The price.\n- [x] The noise.\n- [ ] The smell.",
	Source: haladyna + " (complex multiple choice, “Type K”)",
	run: func(r *reading) {
		for _, c := range r.items() {
			for _, o := range c.options {
				if pointsAtOthers(o.prose, len(c.options)) {
					r.report(c.prompt.in(o.At), "this option is made of other options", "Let students mark all that hold: [x] before each, and .multiple on the heading.")
					break
				}
			}
		}
	},
}

var m6 = Rule{
	Code: "M6", Title: "absolute words give the key away", Severity: diag.Warning, Risk: "med", Language: "en",
	Why:    "“Always” and “never” are almost always wrong, and students know it. Where they stand in wrong answers only, or in the right one only, they sort the options for who hasn't read.",
	Before: "- [ ] She never listened.\n- [x] She had doubts.\n- [ ] She always obeyed.",
	After:  "- [ ] She did not listen.\n- [x] She had doubts.\n- [ ] She obeyed.",
	Source: haladyna + " (specific determiners)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			c.lopsided(r, absoluteIn, "absolute")
		}
	},
}

// absoluteIn finds an absolute word of an option's own, not one of a title.
func absoluteIn(p *prose) (from, to int, ok bool) {
	skip := map[int]bool{}
	for i := range p.words {
		for _, f := range notAbsolute() {
			if end, ok := p.at(i, f); ok {
				for k := i; k <= end; k++ {
					skip[k] = true
				}
			}
		}
	}
	for i := range p.words {
		for _, a := range absolutes() {
			if end, ok := p.at(i, a); ok && !skip[i] && !p.titled(i) {
				return i, end, true
			}
		}
	}
	return 0, 0, false
}

// titled says that a word stands in a title: emphasised and with a capital,
// though no sentence begins, or in capitals with its neighbour.
func (p *prose) titled(i int) bool {
	w := p.words[i]
	return capital(w.text) && !w.starts || w.marked && i+1 < len(p.words) && p.words[i+1].marked && capital(w.text) && capital(p.words[i+1].text)
}

// lopsided reports words of one kind that stand in wrong options only, or in
// right ones only.
func (c *choice) lopsided(r *reading, find func(*prose) (int, int, bool), kind string) {
	key, wrong := c.key()
	if len(key) == 0 || len(wrong) == 0 {
		return
	}
	count := func(options []option) (n, first, from, to int) {
		first = -1
		for i, o := range options {
			if f, t, ok := find(o.prose); ok {
				if n++; first < 0 {
					first, from, to = i, f, t
				}
			}
		}
		return n, first, from, to
	}
	right, i, f, t := count(key)
	others, j, g, u := count(wrong)
	switch {
	case right == 0 && float64(others) >= absoluteShare*float64(len(wrong)):
		at := wrong[j].span(g, u)
		r.report(c.prompt.in(at), fmt.Sprintf("%s words in wrong answers only: “%s”", kind, at), "Say it without, or let the right answer be as absolute.")
	case others == 0 && float64(right) >= absoluteShare*float64(len(key)):
		at := key[i].span(f, t)
		r.report(c.prompt.in(at), fmt.Sprintf("%s words in the right answer only: “%s”", kind, at), "Say it without, or let a wrong answer be as absolute.")
	}
}

var m7 = Rule{
	Code: "M7", Title: "only the right answer is hedged", Severity: diag.Note, Strict: true, Risk: "med", Language: "en",
	Why:    "“Often” and “may” make a sentence hard to refute. Where only the right answer has one, it looks right before anybody has read.",
	Before: "- [ ] Bells wake the town.\n- [x] Bells sometimes comfort people.\n- [ ] Bells cost money.",
	After:  "- [ ] Bells wake the town.\n- [x] Bells comfort some of the old.\n- [ ] Bells cost more than clocks.",
	Source: haladyna + " (specific determiners)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			key, wrong := c.key()
			if slices.ContainsFunc(wrong, func(o option) bool { return o.has(vague()...) }) {
				continue
			}
			for _, o := range key {
				if from, to, ok := o.find(vague()); ok && !(o.words[from].low == "may" && capital(o.words[from].text)) {
					at := o.span(from, to)
					r.report(c.prompt.in(at), fmt.Sprintf("only the right answer is hedged: “%s”", at), "Hedge a wrong answer as well, or none.")
				}
			}
		}
	},
}

var m14 = Rule{
	Code: "M14", Title: "all options open with the same words", Severity: diag.Note, Strict: true, Risk: "low",
	Why:    "What every option repeats is part of the question. Written once it is read once, and the difference stands first.",
	Before: "### What did she say?\n\n- [ ] She said that he lied.\n- [x] She said that he forgot.\n- [ ] She said that he left.",
	After:  "### She said that he:\n\n- [ ] lied.\n- [x] forgot.\n- [ ] left.",
	Source: haladyna + " (the central idea in the stem)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			n := 0
			for ; n < len(c.options[0].words); n++ {
				w := c.options[0].words[n]
				if w.quoted || w.ref || slices.ContainsFunc(c.options, func(o option) bool { return n >= len(o.words) || o.words[n].low != w.low }) {
					break
				}
			}
			if n >= sameOpening && len(c.options) > 1 {
				at := c.options[0].span(0, n-1)
				r.report(c.prompt.in(at), fmt.Sprintf("all options open with “%s”", at), "Move these words into the question.")
			}
		}
	},
}
