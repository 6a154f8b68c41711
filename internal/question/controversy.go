package question

import (
	"quire/internal/document"
	"quire/internal/source"
)

var controversy = Type{
	Name:  "controversy",
	Class: "controversy",
	Doc:   "A proposition and both its sides, one on each side of a sheet: form=sac or form=chairs.",
	noun:  "a controversy",
	fields: []string{
		"proposition", "for", "against", "restate", "listen-for", "misreading", "if-silent", "without-a-pen", "rubric",
	},
	attributes: []string{"form", "lines", "rubric"},
	Example: `### The bell {.controversy form=sac rubric=controversy minutes=25}

Prepare the side that you are given, whatever you think.

**Proposition:** The school should take the bell down.

**For:**

- Eleven of twelve teachers could not say what it is for.
- The classes change by the lights.

**Against:**

- Visitors expect it, the chair says.
- A sign that nobody can overlook is worth something.

**Restate:** Say the other pair's case until they agree that you have it.

**Listen for:** a pair that finds out what would settle it.
`,
	parse: parseControversy,
}

// controversies are the procedures there are.
var controversies = []struct {
	name  string
	steps []string
}{
	{"sac", []string{
		"Prepare: pairs make the case for the side that they are given",
		"Present: each pair speaks, the other takes notes and asks nothing yet",
		"Restate: each pair says the other’s case until the others agree that it has it",
		"Swap: the pairs change sides and add the best reason that hasn’t been named",
		"Consensus: the sides fall, and all four write what they can agree on",
	}},
	{"chairs", []string{
		"Seats: one side of the room for, one against, the middle for the undecided",
		"Write: everybody marks a view and a reason on the sheet before anyone speaks",
		"Speak in turn: whoever speaks first restates what the last speaker said",
		"Move: whoever is moved by a reason changes seats at any time, and says by which",
		"Close: everybody marks a view again, and what moved it or held it",
	}},
}

// Lines for the notes on a side, without and with a seat to choose on it.
const (
	sideLines = 9
	seatLines = 7
)

func parseControversy(r *reading) parsed {
	form := &controversies[0]
	if v, ok := r.section.Attrs.Get("form"); ok && r.oneOf("form", v, "sac", "chairs") && v.Text == "chairs" {
		form = &controversies[1]
	}
	for _, f := range []struct{ name, hint string }{
		{"proposition", "Write **Proposition:** with a sentence that one can be for or against."},
		{"for", "Write **For:** and a list of what speaks for it, each with its place in the text."},
		{"against", "Write **Against:** and a list of what speaks against it, each with its place in the text."},
	} {
		if !r.has(f.name) {
			r.fail(codeShape, r.section.At, "a controversy without its "+label(f.name), f.hint)
		}
	}
	s := controversySheet{
		at: r.section.At, chairs: form.name == "chairs", lines: sideLines,
		proposition: r.proposition(), restate: r.said("restate"),
		sides: [2]controversySide{
			{"For", "The strongest case for it", r.sided("for")}, {"Against", "The strongest case against it", r.sided("against")},
		},
	}
	if s.chairs {
		s.lines = seatLines
	}
	if r.lines >= 0 {
		s.lines = r.lines
	}
	r.blocks = append(r.blocks[:len(r.blocks):len(r.blocks)], s.proposition...)
	k := controversyKey{
		forIt: s.sides[0].look, against: s.sides[1].look, listen: r.said("listen-for"), misreading: r.said("misreading"),
		rubric: r.rubric(), steps: stepsOf(form.steps),
	}
	return parsed{sheet: s, key: k, responses: []Response{None{}}, positions: s.bothSides(), rubric: k.rubric}
}

// sided gives what a side may look at. Quotations get their places.
func (r *reading) sided(name string) []document.Block {
	f := r.field(name)
	if f == nil {
		return nil
	}
	return document.Rewrite(f.Blocks, func(b document.Block) []document.Block {
		if p, ok := b.(document.Paragraph); ok {
			return withPlace([]document.Block{p})
		}
		return []document.Block{b}
	}, nil)
}

// proposition gives what is to be discussed: it stands below the question, or in
// its place if there is none, and again on the other side of the sheet.
func (r *reading) proposition() []document.Block {
	said := led(strong(inline("Proposition:")), r.said("proposition"))
	for i, b := range said { // which sets words as a key does
		if p, ok := b.(document.Paragraph); ok {
			p.Style = document.Body
			said[i] = p
		}
	}
	return said
}

func stepsOf(steps []string) []document.Block {
	l := document.List{Ordered: true, Start: 1}
	for _, s := range steps {
		l.Items = append(l.Items, document.Item{Blocks: []document.Block{document.Paragraph{Text: document.Words(s)}}})
	}
	return []document.Block{l}
}

type controversySide struct {
	name, title string
	look        []document.Block
}

// controversySheet has a side of paper for each side of the question, with as
// much room on either.
type controversySheet struct {
	at     source.Span
	chairs bool
	lines  int // for the notes on each side
	sides  [2]controversySide

	proposition, restate []document.Block
}

func (s controversySheet) Student(Arrangement) []document.Block {
	at := document.At{Source: s.at}
	var out []document.Block
	if s.chairs {
		out = append(out, s.seats("Where I sit before we talk:")...)
	}
	for i, side := range s.sides {
		if i > 0 {
			out = append(append(out, document.Break{At: at, Firm: true}), s.proposition...)
		}
		out = append(out, paragraph(s.at, []document.Inline{strong(inline(side.name + ": where to look"))}))
		out = append(out, side.look...)
		out = append(out, s.notes(side.title))
		if len(s.restate) > 0 {
			other := s.sides[1-i].name
			out = append(out, document.Panel{
				At: at, Title: document.Words("Restate the other side (" + other + ")"),
				Blocks: append(s.restate[:len(s.restate):len(s.restate)], document.AnswerLines{At: at, Lines: 3}),
			})
		}
	}
	if s.chairs {
		return append(out, s.seats("Where I sit now, and what moved me or held me:")...)
	}
	return append(out, box(s.at, "Together", "what both sides can agree on, and what would settle the rest", 4))
}

// bothSides tells a leader what speaks for either side.
func (s controversySheet) bothSides() []document.Block {
	var l document.List
	for _, side := range s.sides {
		if len(side.look) > 0 {
			head := paragraph(s.at, []document.Inline{strong(inline(side.name))})
			l.Items = append(l.Items, document.Item{Blocks: append([]document.Block{head}, side.look...)})
		}
	}
	if len(l.Items) == 0 {
		return nil
	}
	return []document.Block{l}
}

// notes is the room for a side's case.
func (s controversySheet) notes(title string) document.Block {
	return box(s.at, title, "reasons, each with its ¶ or line", max(s.lines, 1))
}

// seats asks for a view and its reason.
func (s controversySheet) seats(label string) []document.Block {
	at := document.At{Source: s.at}
	o := document.Options{At: at, Shape: document.Box, Inline: true}
	for _, w := range [...]string{"for", "undecided", "against"} {
		o.Items = append(o.Items, document.Option{At: at, Text: document.Words(w)})
	}
	return []document.Block{
		paragraph(s.at, []document.Inline{strong(inline(label))}), o, document.AnswerLines{At: at, Lines: 2},
	}
}

// controversyKey is what a key says of a controversy that stands among
// questions; a leader finds it in the Guide.
type controversyKey struct {
	steps, forIt, against, listen, misreading, rubric []document.Block
}

func (controversyKey) Short(Arrangement) string { return "" }

func (k controversyKey) Teacher(Arrangement) []document.Block {
	out := []document.Block{answerLine(document.Words("To discuss"), placeOf(paragraphs(k.listen)))}
	out = append(append(out, remark(strong(inline("How it runs:")))), k.steps...)
	out = append(out, runIn("For", k.forIt)...)
	out = append(out, runIn("Against", k.against)...)
	out = append(out, runIn("Listen for", k.listen)...)
	out = append(out, runIn("Misreading", k.misreading)...)
	return append(out, k.rubric...)
}
