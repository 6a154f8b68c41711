package question

import (
	"slices"
	"strings"

	"quire/internal/document"
)

var vocabulary = Type{
	Name:       "vocabulary",
	Class:      "vocabulary",
	Doc:        "A word as the essay uses it: with options a choice, without them a line or two to write.",
	noun:       "a vocabulary question",
	fields:     []string{"in", "sense", "answer", "accept", "reject"},
	attributes: []string{"word", "lines"},
	Example: `### Patience {.vocabulary word=patient points=1}

What does “patient” say of the chair?

- [x] He took the time to answer.
  - He gives three reasons in a row.
- [ ] He was under a doctor's care.
  - The other meaning of the word, out of place here.
- [ ] He didn't care about the bell.
  - He would be glad of it, he says.

**In:** The chair, who is a patient man, gave me three reasons.

**Sense:** able to wait or to answer without growing cross
`,
	parse: parseVocabulary,
}

func parseVocabulary(r *reading) parsed {
	if v, ok := r.section.Attrs.Get("word"); !ok || strings.TrimSpace(v.Text) == "" {
		r.fail(codeKey, r.section.At, "a vocabulary question without its word", "Name the word on the heading: {.vocabulary word=curtail}.")
	}
	sense := r.said("sense")
	var p parsed
	if slices.ContainsFunc(r.blocks, isTaskList) {
		for _, name := range [...]string{"answer", "accept", "reject"} {
			if f := r.field(name); f != nil {
				r.fail(codeField, f.At, label(name)+" in a vocabulary question with options", "Mark the right option with [x], and write its reason under it.")
			}
		}
		rest, list := r.options(r.blocks, r.section.At, "the vocabulary question", 0)
		r.blocks = rest
		r.oneKey("the vocabulary question", list)
		p = choiceOf(list, nil)
	} else {
		p = r.open(2)
		k := p.key.(textKey)
		t := p.responses[0].(Text)
		if len(k.answer) == 0 {
			k.answer, t.Model, sense = sense, sense, nil
			t.Lines = r.linesFor(k.answer, 2)
			p.sheet, p.key, p.responses[0] = lineSheet{r.section.At, t.Lines}, k, t
		}
	}
	p.key = wordKey{Key: p.key, sense: sense}
	r.standsIn()
	return p
}

// standsIn puts the sentence in which the word stands before the question, with
// its place, if the field doesn't name one itself.
func (r *reading) standsIn() {
	f := r.field("in")
	if f == nil {
		return
	}
	if len(r.blocks) == 0 {
		r.blocks = []document.Block{paragraph(r.section.At, r.section.Title)}
	}
	quoted := document.BlockQuote{At: document.At{Source: f.At}, Blocks: withPlace(f.Blocks)}
	r.blocks = append([]document.Block{quoted}, r.blocks...)
}

// withPlace adds to a paragraph that quotes the essay and says no place where
// the quotation stands.
func withPlace(blocks []document.Block) []document.Block {
	if len(blocks) != 1 {
		return blocks
	}
	p, ok := blocks[0].(document.Paragraph)
	if !ok {
		return blocks
	}
	var place []document.Inline
	for _, in := range p.Text {
		switch in.(type) {
		case document.Reference:
			return blocks
		case document.Quotation:
			place = placeWords(in)
		}
	}
	if place == nil {
		return blocks
	}
	text := append(p.Text[:len(p.Text):len(p.Text)], inline(" ("))
	p.Text = append(append(text, place...), inline(")"))
	return []document.Block{p}
}

// wordKey adds the sense of a word to a key.
type wordKey struct {
	Key
	sense []document.Block
}

func (k wordKey) Teacher(a Arrangement) []document.Block {
	return append(k.Key.Teacher(a), runIn("Sense", k.sense)...)
}
