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
	attributes: []string{"lines"},
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
	for _, f := range r.fields {
		switch {
		case f.Name == "model" && f.Number > 9:
			r.fail(codeField, f.At, "a level above 9", "Number a model by the rubric's level, such as Model 4.")
		case f.Name == "model":
			k.models = append(k.models, model{f.Number, f.Blocks})
		case f.Name == "rubric":
			k.rubric = f.Blocks
			if !slices.ContainsFunc(f.Blocks, isTable) {
				r.fail(codeField, f.At, "a rubric that is not a table", "Write a table with a row for each level under the label.")
			}
		}
	}
	slices.SortStableFunc(k.models, func(a, b model) int { return cmp.Compare(b.level, a.level) })
	full := k.answer
	if len(full) == 0 && len(k.models) > 0 {
		full = k.models[0].text
	}
	lines := r.linesFor(full, longAnswer)
	return parsed{
		sheet:     lineSheet{r.section.At, lines},
		key:       k,
		responses: []Response{Text{Model: full, Accept: k.accept, Reject: k.reject, Lines: lines}},
	}
}

func isTable(b document.Block) bool {
	_, ok := b.(document.Table)
	return ok
}
