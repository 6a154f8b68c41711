package question

import "quire/internal/document"

var lineFunction = Type{
	Name:    "line-function",
	Class:   "line-function",
	Doc:     "What certain lines do in the argument: a choice that names its lines by {{ref}}, In or passage=.",
	noun:    "a line function",
	fields:  []string{"in"},
	options: true,
	Example: `### A creature of habit {.line-function points=1}

In the second paragraph, the sentence serves mainly to

- [x] prepare the reader for a joke at the bell's cost.
  - “Creature” hides for a moment that it is a dog.
- [ ] show that the bell still has a use.
  - It has a listener, which isn't a use.
- [ ] praise the loyalty of animals.
  - Nothing else in the essay speaks of animals.

**In:** Only one creature still comes when it rings.
`,
	parse: func(r *reading) parsed {
		rest, list := r.options(r.blocks, r.section.At, "the line function", 0)
		r.blocks = rest
		r.oneKey("the line function", list)
		if r.tags.Passage == "" && !r.has("in") && !pointsIntoText(r.blocks) && !pointsIntoText([]document.Block{paragraph(r.section.At, r.section.Title)}) {
			r.fail(codeShape, r.section.At, "a line function without its lines",
				"Say which lines: {{ref \"id\"}} in the question, the words under **In:**, or passage=id on the heading.")
		}
		r.standsIn()
		return choiceOf(list, nil)
	},
}

// pointsIntoText says that blocks quote the essay or name a place in it. A call
// that was not resolved counts: what is wrong with it has been reported.
func pointsIntoText(blocks []document.Block) bool {
	found := false
	document.Walk(blocks, func(in document.Inline) {
		switch in.(type) {
		case document.Reference, document.Quotation, document.Call:
			found = true
		}
	})
	return found || placeOf(paragraphs(blocks)) != nil
}
