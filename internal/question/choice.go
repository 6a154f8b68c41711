package question

import (
	"quire/internal/document"
	"quire/internal/source"
)

var choice = Type{
	Name:    "choice",
	Doc:     "One right answer among three or four: a task list with one [x], a reason under each option.",
	noun:    "a choice",
	options: true,
	Example: `### Why did the governors keep the bell? {points=1}

- [ ] It was too heavy to take down.
  - Its weight is never mentioned; its price is.
- [x] They thought that visitors expected one.
  - The chair says so first.
- [ ] The teachers had asked for it.
  - Eleven of the twelve could not say what it was for.
`,
	parse: func(r *reading) parsed {
		rest, list := r.options(r.blocks, r.section.At, "the choice", 0)
		r.blocks = rest
		r.oneKey("the choice", list)
		return choiceOf(list, nil)
	},
}

// choiceOf makes the sheet, the key and the response of a list of options with
// one right one.
func choiceOf(list optionList, stem []document.Inline) parsed {
	c := arrangeable(Choice{Stem: stem, Options: list.options})
	return parsed{
		sheet:     optionSheet{at: list.at, options: printable(c.Options), shape: document.Bubble},
		key:       choiceKey{Choice: c},
		responses: []Response{c},
	}
}

// arrangeable settles what a form may move of a choice.
func arrangeable(c Choice) Choice {
	c.Fixed = keepsOrder(c.Options)
	pinLast(c.Options)
	return c
}

// printable gives what a student sees of options: their words and places, and
// nothing else of them.
func printable(options []Option) []document.Option {
	out := make([]document.Option, len(options))
	for i, o := range options {
		out[i] = document.Option{At: document.At{Source: o.At}, Text: o.Text}
	}
	return out
}

// optionSheet is a list of options to choose from; part is the index of its
// response.
type optionSheet struct {
	at      source.Span
	options []document.Option
	shape   document.Shape
	part    int
	before  []document.Block
}

func (s optionSheet) Student(a Arrangement) []document.Block {
	printed := document.Options{At: document.At{Source: s.at}, Shape: s.shape}
	for place, i := range a.optionOrder(s.part, len(s.options)) {
		o := s.options[i]
		o.Label = letter(place)
		printed.Items = append(printed.Items, o)
	}
	return append(s.before[:len(s.before):len(s.before)], printed)
}

// choiceKey is the key of a list of options. Prefix stands before its letters
// in an answer ("Part A " of a two-part item).
type choiceKey struct {
	Choice
	part   int
	prefix string
}

func (k choiceKey) Short(a Arrangement) string {
	s := ""
	for place, i := range a.optionOrder(k.part, len(k.Options)) {
		if k.Options[i].Right {
			if s != "" {
				s += ", "
			}
			s += letter(place)
		}
	}
	return k.prefix + s
}

func (k choiceKey) Teacher(a Arrangement) []document.Block {
	return append(k.answers(a), k.reasons(a)...)
}

// answers gives an answer line for each right option.
func (k choiceKey) answers(a Arrangement) []document.Block {
	var out []document.Block
	for place, i := range a.optionOrder(k.part, len(k.Options)) {
		o := k.Options[i]
		if !o.Right {
			continue
		}
		var where []document.Inline
		if placeOf(o.Text) == nil { // else the option says it
			where = citation(o.Reason)
			if where == nil {
				where = placeOf(paragraphs(o.Reason))
			}
		}
		answer := append([]document.Inline{inline(k.prefix + letter(place) + wide)}, o.Text...)
		out = append(out, answerLine(answer, where))
	}
	return out
}

// reasons gives why each option tempts, or is right, under its printed letter,
// each for itself.
func (k choiceKey) reasons(a Arrangement) []document.Block {
	var all []document.Block
	for place, i := range a.optionOrder(k.part, len(k.Options)) {
		o := k.Options[i]
		if o.Right && citation(o.Reason) != nil && placeOf(o.Text) == nil {
			continue // stands on the answer line
		}
		all = append(all, lettered(letter(place), o.Reason)...)
	}
	return all
}
