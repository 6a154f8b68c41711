package question

import (
	"strings"

	"quire/internal/document"
	"quire/internal/source"
)

var short = Type{
	Name:       "short",
	Doc:        "An open question with room for a sentence or three.",
	noun:       "a short answer",
	fields:     openFields(),
	attributes: []string{"lines"},
	Example: `### A plainer word {points=3}

The author calls the dog a “creature”. Choose a plainer word for it, and say
what the sentence loses.

**Answer:** Any neutral word, with what is lost by it.

**Accept:** animal, one, listener: the joke that nobody else is there goes

**Reject:** a synonym without a loss
`,
	parse: func(r *reading) parsed { return r.open(2) },
}

// openFields are the fields of every open question.
func openFields() []string { return []string{"answer", "accept", "reject", "listen-for", "misreading"} }

const (
	// longAnswer is how many lines make an answer an extended one.
	longAnswer = 6
	// wordsALine is how many words of a model answer a ruled line holds in a
	// student's hand.
	wordsALine = 9
	// mostLines bounds what a long model answer asks for.
	mostLines = 40
)

// open makes the sheet, the key and the response of an open question. Least is
// how many lines there are for a short answer or none.
func (r *reading) open(least int) parsed {
	k := r.textKey()
	lines := r.linesFor(k.answer, least)
	return parsed{
		sheet:     lineSheet{r.section.At, lines},
		key:       k,
		responses: []Response{Text{Model: k.answer, Accept: k.accept, Reject: k.reject, Lines: lines}},
	}
}

// textKey reads what a key says of an open answer, models and rubric with it
// where the type takes them.
func (r *reading) textKey() textKey {
	return textKey{
		answer: r.said("answer"), accept: r.said("accept"), reject: r.said("reject"),
		listen: r.said("listen-for"), misreading: r.said("misreading"),
		models: r.models(), rubric: r.rubric(),
	}
}

// linesFor gives the lines an answer gets: as the author says, else as many as
// the model answer needs, and three at least for what is worth three points or
// more: it asks for more than a sentence, however short the model is.
func (r *reading) linesFor(model []document.Block, least int) int {
	if r.lines >= 0 {
		return r.lines
	}
	if r.tags.Points >= 3 {
		least = max(least, 3)
	}
	return min(max((countWords(model)+wordsALine-1)/wordsALine, least), mostLines)
}

// lineSheet is ruled lines.
type lineSheet struct {
	at    source.Span
	lines int
}

func (s lineSheet) Student(Arrangement) []document.Block {
	if s.lines == 0 {
		return nil
	}
	return []document.Block{document.AnswerLines{At: document.At{Source: s.at}, Lines: s.lines}}
}

// textKey is the key of an open question.
type textKey struct {
	answer, accept, reject, listen, misreading []document.Block

	models []model
	rubric []document.Block
}

// model is a paragraph as a student might write it, with what it would earn.
type model struct {
	level int
	text  []document.Block
}

// Short: an open answer has no short form.
func (k textKey) Short(Arrangement) string { return "" }

func (k textKey) Teacher(Arrangement) []document.Block {
	out := k.lead()
	out = append(out, runIn("Accept", k.accept)...)
	out = append(out, runIn("Reject", k.reject)...)
	out = append(out, runIn("Listen for", k.listen)...)
	out = append(out, runIn("Misreading", k.misreading)...)
	for _, m := range k.models {
		name := "Model"
		if m.level > 0 {
			name = "Model, level " + string(rune('0'+m.level))
		}
		out = append(out, runIn(name, m.text)...)
	}
	return append(out, k.rubric...)
}

// lead gives the answer: on the answer line if it fits there, else below it.
func (k textKey) lead() []document.Block {
	place := placeOf(paragraphs(k.answer), paragraphs(k.accept))
	switch {
	case len(k.answer) == 0:
		return []document.Block{answerLine(document.Words("Answers vary."), place)}
	case fitsALine(k.answer):
		p := k.answer[0].(document.Paragraph)
		if placeOf(p.Text) != nil {
			place = nil // the answer says it
		}
		line := answerLine(p.Text, place)
		line.At = p.At
		return []document.Block{line}
	}
	return append([]document.Block{answerLine(document.Words("Model answer"), place)}, plainly(k.answer)...)
}

// fitsALine says that an answer is one paragraph of few words.
func fitsALine(blocks []document.Block) bool {
	if len(blocks) != 1 {
		return false
	}
	p, ok := blocks[0].(document.Paragraph)
	return ok && len(strings.Fields(document.Plain(p.Text))) <= 16
}
