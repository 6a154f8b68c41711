package check

import (
	"fmt"

	"quire/internal/diag"
	"quire/internal/source"
)

const haladyna = "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines"

var m1 = Rule{
	Code: "M1", Title: "the right answer is the longest", Severity: diag.Warning, Risk: "med",
	Why:    "A careful writer qualifies the right answer until nobody can object, and dashes off the wrong ones. Students know it: who hasn't read picks the longest.",
	Before: "- [ ] The bell was heavy.\n- [x] They thought that visitors to the school expected to hear a bell.\n- [ ] Teachers asked.",
	After:  "- [ ] It was too heavy to take down.\n- [x] They thought visitors expected one.\n- [ ] The teachers had asked to keep it.",
	Source: haladyna + "; the length of 1.25 × the mean is ours.",
	run:    longestKey,
}

func longestKey(r *reading) {
	type form struct{ items, longest int }
	forms := map[string]*form{}
	for _, c := range r.plainItems() {
		key, wrong := c.key()
		if len(key) != 1 || len(wrong) < 2 {
			continue
		}
		f := forms[c.prompt.section.Name]
		if f == nil {
			f = &form{}
			forms[c.prompt.section.Name] = f
		}
		f.items++
		sum, most := 0, 0
		for _, o := range wrong {
			sum += o.chars
			most = max(most, o.chars)
		}
		if key[0].chars <= most {
			continue
		}
		f.longest++
		if mean := float64(sum) / float64(len(wrong)); float64(key[0].chars) >= longerKey*mean && float64(key[0].chars) >= mean+longerKeyLetters {
			r.report(c.prompt.in(key[0].At), fmt.Sprintf("the right answer is the longest: %d characters, the others %.0f on average", key[0].chars, mean),
				"Shorten it, or give the wrong ones as much detail.")
		}
	}
	for i := range r.lesson.Sections {
		s := &r.lesson.Sections[i]
		if f := forms[s.Name]; f != nil && f.items >= longestItems && float64(f.longest) > longestShare*float64(f.items) {
			r.report(headingOf(s), fmt.Sprintf("in %d of %d items the right answer is the longest", f.longest, f.items),
				"Make a wrong answer the longest in some of them.")
		}
	}
}

var m2 = Rule{
	Code: "M2", Title: "options of very different length", Severity: diag.Note, Strict: true, Risk: "high",
	Why:    "An option that stands out by its length is read as a signal, whichever way students take it.",
	Before: "- [ ] Pride.\n- [x] A wish to be heard above the noise of the mill.\n- [ ] The long habit of the town.",
	After:  "- [ ] Pride in what the town had built.\n- [x] A wish to be heard above the mill.\n- [ ] The long habit of the town.",
	Source: haladyna + "; twice the length and 20 characters are ours.",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			least, most, about := -1, 0, false
			for _, o := range c.options {
				about = about || o.closing != ""
				most = max(most, o.chars)
				if least < 0 || o.chars < least {
					least = o.chars
				}
			}
			if !about && most > unevenRatio*least && most-least > unevenLetters {
				r.report(c.place(), fmt.Sprintf("the options are from %d to %d characters long", least, most), "Bring them to about one length.")
			}
		}
	},
}

// place is where a choice asks: its stem, else the prompt's heading.
func (c *choice) place() source.Span {
	return c.prompt.in(c.stem.all())
}
