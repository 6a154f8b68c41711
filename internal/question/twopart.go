package question

import (
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/source"
)

var twoPart = Type{
	Name:    "two-part",
	Class:   "two-part",
	Doc:     "A question (Part A) and the evidence for its answer (Part B); Part B alone earns nothing.",
	noun:    "a two-part question",
	options: true,
	parts:   true,
	Example: `### The order of the reasons {.two-part points=2}

#### Part A

What does the author suggest about the chair's three reasons?

- [ ] The chair was too patient to choose among them.
  - His patience is praised for another thing.
- [x] The one he would least defend in public came first.
  - The author says what the first reason usually is.
- [ ] They grow weaker as he thinks about them.
  - A reader takes “last” for “weakest”.

#### Part B

Which words best support your answer to Part A?

- [ ] “who is a patient man”
  - Supports: A. It tells of his manner only.
- [x] “ashamed to give alone”
  - Supports: B
- [ ] “I wrote these down”
  - Supports: C. It tells what the author did.
`,
	parse: parseTwoPart,
}

// part is a Part A or a Part B, read.
type part struct {
	at     source.Span
	stem   []document.Block
	parsed parsed
	choice Choice
}

func parseTwoPart(r *reading) parsed {
	for _, b := range r.blocks {
		if isTaskList(b) {
			r.fail(codeShape, blockAt(b, r.section.At), "options outside the two parts", "Put them under #### Part A or #### Part B.")
		}
	}
	a, b := r.partSections()
	p := parsed{noHeading: true}
	var sheet twoPartSheet
	key := twoPartKey{points: r.tags.Points}
	supported := 0
	for i, s := range []*markup.Section{a, b} {
		read := r.part(s, i, supported)
		supported = len(read.choice.Options)
		sheet.parts = append(sheet.parts, partSheet{at: read.at, label: partName(i), stem: read.stem, rest: read.parsed.sheet})
		key.parts = append(key.parts, choiceKey{Choice: read.choice, part: i, prefix: "Part\u00a0" + letter(i) + "\u00a0"})
		p.responses = append(p.responses, read.choice)
	}
	p.sheet, p.key = sheet, key
	return p
}

func partName(i int) string { return "Part " + letter(i) }

// partSections finds the two parts; one that is missing is nil, and reported.
func (r *reading) partSections() (a, b *markup.Section) {
	found := [2]*markup.Section{}
	for _, s := range r.section.Parts {
		name := strings.TrimRight(words(s.Title), ".:")
		i := slices.IndexFunc([]string{partName(0), partName(1)}, func(n string) bool { return strings.EqualFold(n, name) })
		switch {
		case i < 0:
			r.fail(codeShape, s.At, "a part that is neither Part A nor Part B", "A two-part question has #### Part A and #### Part B.")
		case found[i] != nil:
			r.fail(codeShape, s.At, "a second "+partName(i), "Join it with the first one.")
		default:
			found[i] = s
		}
	}
	for i, s := range found {
		if s == nil {
			r.fail(codeKey, r.section.At, "the two-part question has no "+partName(i), "Write #### "+partName(i)+" with its question and its options.")
		}
	}
	if found[0] != nil && found[1] != nil && found[1].At.Start < found[0].At.Start {
		r.fail(codeShape, found[1].At, "Part B before Part A", "Put Part A first.")
	}
	return found[0], found[1]
}

// part reads one part. Supported counts the options that its own may support.
func (r *reading) part(s *markup.Section, i, supported int) part {
	if s == nil {
		return part{at: r.section.At}
	}
	of := partName(i)
	several := false
	for _, c := range s.Attrs.Classes {
		if c.Text == "multiple" {
			several = true
			continue
		}
		r.fail(codeAttribute, c.At, of+" takes no class “"+c.Text+"”", "A part takes .multiple only; put other tags on the prompt's heading.")
	}
	for _, p := range s.Attrs.Pairs {
		if !several || p.Key.Text != "choose" {
			r.fail(codeAttribute, p.Key.At, of+" takes no attribute “"+p.Key.Text+"”", "Put it on the prompt's heading.")
		}
	}
	if len(s.Gaps) > 0 {
		r.fail(codeShape, s.Gaps[0].At, "a gap in "+of, "Gaps make a cloze; leave the brackets out.")
	}
	if len(s.Parts) > 0 {
		r.fail(codeShape, s.Parts[0].At, "a heading inside "+of, "A part has no headings of its own; write ### for a new prompt.")
	}
	stem, list := r.options(s.Blocks, s.At, of, supported)
	r.strayBoxes(stem)
	if len(stem) == 0 {
		r.fail(codeShape, s.At, of+" has no question", "Write it between the heading and the options.")
	}
	var p parsed
	if several {
		p = r.severalOf(s.Attrs, list, paragraphs(stem))
	} else {
		r.oneKey(of, list)
		p = choiceOf(list, paragraphs(stem))
	}
	sheet := p.sheet.(optionSheet)
	sheet.part = i
	p.sheet = sheet
	return part{at: s.At, stem: stem, parsed: p, choice: p.responses[0].(Choice)}
}

type partSheet struct {
	at    source.Span
	label string
	stem  []document.Block
	rest  Sheet
}

type twoPartSheet struct{ parts []partSheet }

func (s twoPartSheet) Student(a Arrangement) []document.Block {
	var out []document.Block
	for _, p := range s.parts {
		if p.rest == nil {
			continue
		}
		head := strong(inline(p.label + "."))
		stem := slices.Clone(p.stem)
		if len(stem) > 0 {
			if first, ok := stem[0].(document.Paragraph); ok {
				first.Text = append([]document.Inline{head, inline(" ")}, first.Text...)
				stem[0] = first
				head = nil
			}
		}
		if head != nil {
			out = append(out, paragraph(p.at, []document.Inline{head}))
		}
		out = append(out, stem...)
		out = append(out, p.rest.Student(a)...)
	}
	return out
}

type twoPartKey struct {
	parts  []choiceKey
	points int
}

func (k twoPartKey) Short(a Arrangement) string {
	return k.parts[0].Short(a) + " · " + k.parts[1].Short(a)
}

func (k twoPartKey) Teacher(a Arrangement) []document.Block {
	var out []document.Block
	for _, p := range k.parts {
		out = append(append(out, p.answers(a)...), p.reasons(a)...)
	}
	return append(out, remark(inline(k.rule())))
}

// rule says what each part earns.
func (k twoPartKey) rule() string {
	if k.points < 2 {
		return "Full credit for both parts, half for Part A alone, none for Part B alone."
	}
	return diag.Counted(k.points, "point") + " for both; " + diag.Counted(k.points/2, "point") + " for Part A alone; 0 for Part B alone."
}
