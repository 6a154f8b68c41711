package question

import (
	"cmp"
	"slices"

	"quire/internal/document"
)

var extended = Type{
	Name:       "extended",
	Class:      "extended",
	Doc:        "A paragraph or more, with a rubric, models and criteria; also any open question with them or with lines=6.",
	noun:       "an extended answer",
	fields:     append(openFields(), "model", "rubric"),
	attributes: []string{"lines", "rubric"},
	Example: `### Is the bell worth its cost? {points=6 lines=9}

In one paragraph: is “nobody has shown” a good argument against the bell? Make a
claim, give evidence from the essay, and explain how it supports your claim.

**Criteria:**

- I make one claim.
- I quote the essay at least once.

**Model 4:** It is a fair argument, because those who keep a costly thing owe a
reason for it. The author asked twelve teachers, and eleven had none to give.

**Model 2:** The bell is useless because nobody knows what it is for.

**Rubric:**

| Level | Claim | Evidence |
|---|---|---|
| 4 | answers the question and its other side | quoted, and tied to the claim |
| 3 | answers the question | quoted |
| 2 | takes a side | told, not quoted |
| 1 | restates the question | none |
`,
	parse: parseExtended,
}

func parseExtended(r *reading) parsed {
	p := r.open(longAnswer)
	k := p.key.(textKey)
	full := k.full()
	lines := r.linesFor(full, longAnswer)
	p.sheet = lineSheet{r.section.At, lines}
	p.responses = []Response{Text{Model: full, Accept: k.accept, Reject: k.reject, Lines: lines}}
	return p
}

// full is the answer, or else the best of the models.
func (k textKey) full() []document.Block {
	if len(k.answer) == 0 && len(k.models) > 0 {
		return k.models[0].text
	}
	return k.answer
}

// models reads the model answers, the best first.
func (r *reading) models() []model {
	var all []model
	for _, f := range r.fields {
		switch {
		case f.Name != "model":
		case f.Number > 9:
			r.fail(codeField, f.At, "a level above 9", "Number a model by the rubric's level, such as Model 4.")
		default:
			all = append(all, model{f.Number, f.Blocks})
		}
	}
	slices.SortStableFunc(all, func(a, b model) int { return cmp.Compare(b.level, a.level) })
	return all
}

func isTable(b document.Block) bool {
	_, ok := b.(document.Table)
	return ok
}
