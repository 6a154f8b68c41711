package question

import (
	"quire/internal/document"
	"quire/internal/source"
)

var annotate = Type{
	Name:       "annotate",
	Class:      "annotate",
	Doc:        "A job to do in the essay's margin, with its symbols; it takes no answer and no number.",
	noun:       "an annotation job",
	fields:     []string{"symbols"},
	unnumbered: true,
	Example: `### As you read {.annotate}

Mark in the margin:

**Symbols:**

- **C** a claim
- **E** evidence for it
- **?** something you doubt

**Teacher note:** Five minutes; look for pages without a question mark.
`,
	parse: parseAnnotate,
}

func parseAnnotate(r *reading) parsed {
	var symbols [][]document.Inline
	if f := r.field("symbols"); f != nil {
		for _, e := range entries(f.Blocks) {
			if _, ok := at(e, 0).(document.Strong); !ok || len(e) < 2 {
				r.fail(codeShape, f.At, "an entry of Symbols that is no symbol with its meaning", "Write each as “- **C** a claim”.")
				continue
			}
			symbols = append(symbols, e)
		}
	}
	return parsed{sheet: symbolSheet{r.section.At, symbols}, key: noKey{}, responses: []Response{None{}}}
}

// symbolSheet lists symbols and what they mean, a line each.
type symbolSheet struct {
	at      source.Span
	symbols [][]document.Inline
}

func (s symbolSheet) Student(Arrangement) []document.Block {
	if len(s.symbols) == 0 {
		return nil
	}
	var text []document.Inline
	for i, line := range s.symbols {
		if i > 0 {
			text = append(text, document.LineBreak{})
		}
		text = append(text, line...)
	}
	return []document.Block{paragraph(s.at, text)}
}

// noKey: a job has no answer.
type noKey struct{}

func (noKey) Short(Arrangement) string             { return "" }
func (noKey) Teacher(Arrangement) []document.Block { return nil }
