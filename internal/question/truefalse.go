package question

import (
	"strings"

	"quire/internal/document"
	"quire/internal/source"
)

var trueFalse = Type{
	Name:       "true-false",
	Class:      "true-false",
	Doc:        "A statement to judge and, if it is false, to put right.",
	noun:       "a true-false",
	fields:     []string{"answer", "correction", "reason"},
	attributes: []string{"lines"},
	Example: `### The bell still tells the classes when to change. {.true-false points=2}

**Answer:** false

**Correction:** A light on the wall of each room tells them.

**Reason:** It tempts whoever takes a ringing bell for a bell in use.
`,
	parse: parseTrueFalse,
}

func parseTrueFalse(r *reading) parsed {
	k := truthKey{correction: r.said("correction"), reason: r.said("reason")}
	switch f := r.field("answer"); {
	case f == nil:
		r.fail(codeKey, r.section.At, "the true-false has no answer", "Write **Answer:** true, or false, below the statement.")
	default:
		switch strings.ToLower(clean(words(paragraphs(f.Blocks)))) {
		case "true":
			k.truth, k.known = true, true
		case "false":
			k.known = true
		default:
			r.fail(codeKey, f.At, "the answer is neither true nor false", "Write **Answer:** true, or false; what else is to be said goes into **Reason:**.")
		}
	}
	switch f := r.field("correction"); {
	case k.known && !k.truth && f == nil:
		r.warn(codeKey, r.section.At, "a false statement without its correction", "Write **Correction:** with the statement put right.")
	case k.truth && f != nil:
		r.warn(codeKey, f.At, "a correction of a true statement", "Leave it out, or put it into **Reason:**.")
		k.correction = nil
	}
	lines := r.lines
	if lines < 0 { // as the statement needs, so that the room tells nothing
		lines = max((countWords(r.statement())+wordsALine-1)/wordsALine, 2)
	}
	options := []Option{
		{At: r.section.At, Text: document.Words("True"), Right: k.known && k.truth, Supports: -1},
		{At: r.section.At, Text: document.Words("False"), Right: k.known && !k.truth, Supports: -1},
	}
	responses := []Response{Choice{Options: options, Fixed: true}}
	if lines > 0 {
		responses = append(responses, Text{Model: k.correction, Lines: lines})
	}
	return parsed{sheet: truthSheet{r.section.At, lines}, key: k, responses: responses}
}

// statement is what is to be judged.
func (r *reading) statement() []document.Block {
	if len(r.blocks) > 0 {
		return r.blocks
	}
	return []document.Block{paragraph(r.section.At, r.section.Title)}
}

type truthSheet struct {
	at    source.Span
	lines int
}

func (s truthSheet) Student(Arrangement) []document.Block {
	at := document.At{Source: s.at}
	blocks := []document.Block{document.Options{At: at, Shape: document.Bubble, Inline: true, Items: []document.Option{
		{At: at, Label: "T", Text: document.Words("True")},
		{At: at, Label: "F", Text: document.Words("False")},
	}}}
	if s.lines > 0 {
		blocks = append(blocks, document.AnswerLines{At: at, Lines: s.lines, Label: "If it is false, rewrite it so that it is true:"})
	}
	return blocks
}

type truthKey struct {
	known, truth       bool
	correction, reason []document.Block
}

func (k truthKey) Short(Arrangement) string {
	switch {
	case !k.known:
		return ""
	case k.truth:
		return "T"
	}
	return "F"
}

func (k truthKey) Teacher(Arrangement) []document.Block {
	if !k.known {
		return nil
	}
	answer := "False."
	if k.truth {
		answer = "True."
	}
	place := placeOf(paragraphs(k.correction), paragraphs(k.reason))
	out := []document.Block{answerLine(document.Words(answer), place)}
	out = append(out, runIn("Correction", k.correction)...)
	return append(out, runIn("", k.reason)...)
}
