package question

import (
	"fmt"

	"quire/internal/document"
	"quire/internal/markup"
)

var multiple = Type{
	Name:       "multiple",
	Class:      "multiple",
	Doc:        "Several right answers: a task list with an [x] for each; choose=2 tells students how many.",
	noun:       "a multiple choice",
	options:    true,
	attributes: []string{"choose"},
	Example: `### Which two reasons did the chair give? {.multiple choose=2 points=2}

- [x] Visitors expect a bell.
  - His first reason.
- [ ] Children work better with one.
  - Nobody in the essay claims it.
- [x] Taking it down would cost money.
  - His second reason.
- [ ] The mill still needs it.
  - The mill is why it was hung, not why it stays.
`,
	parse: func(r *reading) parsed {
		rest, list := r.options(r.blocks, r.section.At, "the choice", 0)
		r.blocks = rest
		return r.severalOf(r.section.Attrs, list, nil)
	},
}

// severalOf makes the sheet, the key and the response of a list of options
// with several right ones. Attrs may say how many are to be chosen.
func (r *reading) severalOf(attrs markup.Attrs, list optionList, stem []document.Inline) parsed {
	n := list.right()
	if len(list.options) > 0 && n == 0 {
		r.fail(codeKey, list.at, "the choice has no key", "Mark the right options with [x].")
	}
	if n == 1 {
		r.warn(codeKey, list.at, "one option only is right where several may be marked",
			"Mark the others that are right with [x], or leave .multiple out.")
	}
	sheet := optionSheet{at: list.at, options: printable(list.options), shape: document.Box}
	if v, ok := attrs.Get("choose"); ok {
		choose, ok := whole(v.Text, 26)
		switch {
		case !ok || choose == 0:
			r.fail(codeAttribute, v.At, fmt.Sprintf("choose can't be “%s”", v.Text), "Write how many options are right, such as choose=2.")
		case n > 0 && choose != n:
			r.fail(codeKey, v.At, fmt.Sprintf("students are told to choose %d, but %d are right", choose, n),
				fmt.Sprintf("Write choose=%d, or change the [x].", n))
		default:
			sheet.before = []document.Block{document.Paragraph{
				Style: document.Directions, Text: document.Words("Choose " + cardinal(choose) + "."),
			}}
		}
	}
	c := arrangeable(Choice{Stem: stem, Options: list.options, Several: true})
	return parsed{sheet: sheet, key: choiceKey{Choice: c}, responses: []Response{c}}
}

// cardinal writes a small number as a word.
func cardinal(n int) string {
	small := [...]string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(small) {
		return small[n]
	}
	return fmt.Sprint(n)
}
