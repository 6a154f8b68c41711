package question

import (
	"quire/internal/document"
	"quire/internal/source"
)

var craft = Type{
	Name:       "craft",
	Class:      "craft",
	Doc:        "Words of the essay, quoted by In, to be rewritten, with room to say what changes.",
	noun:       "a craft question",
	fields:     append(openFields(), "in"),
	attributes: []string{"lines"},
	Example: `### A plainer word {.craft points=3}

Write the sentence without “creature”, and say what it loses.

**In:** Only one creature still comes when it rings.

**Answer:** Only one dog still comes when it rings. We know at once that it is a
dog, so there is nothing left to laugh at.

**Reject:** a synonym without a loss
`,
	parse: parseCraft,
}

// fewestCraftLines are those of both answers together.
const fewestCraftLines = 4

func parseCraft(r *reading) parsed {
	if !r.has("in") {
		r.fail(codeShape, r.section.At, "a craft question without the words that it is about", "Quote them: **In:** {{quote \"…\"}}.")
	}
	p := r.open(fewestCraftLines)
	lines := p.responses[0].(Text).Lines
	p.sheet = craftSheet{r.section.At, lines}
	r.standsIn()
	return p
}

// craftSheet is room for a new version and for what it changes.
type craftSheet struct {
	at    source.Span
	lines int
}

func (s craftSheet) Student(Arrangement) []document.Block {
	if s.lines == 0 {
		return nil
	}
	at := document.At{Source: s.at}
	return []document.Block{
		document.AnswerLines{At: at, Lines: (s.lines + 1) / 2, Label: "Your version:"},
		document.AnswerLines{At: at, Lines: max(s.lines/2, 1), Label: "What changes:"},
	}
}
