package question

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/source"
)

// Codes of this package's findings. S1 is what is wrong with a key.
const (
	codeKey       = "S1"
	codeAttribute = "attribute"
	codeField     = "field"
	codeShape     = "shape"
)

// reading is a prompt that is being read. A type's parse takes its shape out
// of blocks; what remains is the question.
type reading struct {
	section   *markup.Section
	inherited []markup.Attrs
	where     string // the first-level section
	typ       *Type
	tags      Tags
	lines     int // answer lines the author asked for, -1 for "as needed"
	blocks    []document.Block
	fields    []markup.Field
	findings  *diag.List
}

// parsed is what a type makes of a prompt. Heading says that the heading is
// the question where no text is left; a type whose parts ask their own says no.
// Positions and rubric are for the Guide.
type parsed struct {
	sheet     Sheet
	key       Key
	responses []Response
	noHeading bool

	positions, rubric []document.Block
}

// Read makes an Item of a third-level section. Inherited are attributes of the
// sections above and of the front matter's defaults, nearest first; where is
// the first-level section's name ("Worksheet", "Seminar", "Exit ticket").
// Calls must have been resolved before. Mistakes go to findings; what Read
// could make of the prompt comes back all the same, nil if nothing.
func Read(s *markup.Section, inherited []markup.Attrs, where string, findings *diag.List) *Item {
	r := &reading{
		section: s, inherited: inherited, where: where,
		blocks: s.Blocks, fields: slices.Clone(s.Fields), lines: -1, findings: findings,
	}
	for _, p := range s.Parts {
		r.fields = append(r.fields, p.Fields...)
	}
	name := words(s.Title)
	if name == "" && len(s.Blocks) == 0 {
		r.fail(codeShape, s.At, "a prompt without a heading or a text", "Write the question as the heading, or below it.")
		return nil
	}
	r.readTags()
	r.typ = r.decide()
	r.checkAttributes()
	r.checkFields()
	r.checkShape()
	p := r.typ.parse(r)
	r.strayBoxes(r.blocks)
	r.boxesInFields()

	it := &Item{
		ID: s.Attrs.ID.Text, Name: name, Type: r.typ.Name, At: s.At,
		Tags: r.tags, Stem: r.blocks, Sheet: p.sheet, Key: p.key,
		Guide: r.guide(), Help: r.help(), Responses: p.responses,
	}
	if p.positions != nil {
		it.Guide.Positions = p.positions
	}
	it.Guide.Rubric = p.rubric
	if it.ID == "" {
		it.ID = Slug(name)
	}
	if it.Name == "" {
		it.Name = words(paragraphs(it.Stem))
	}
	if len(it.Stem) == 0 && !p.noHeading {
		it.Stem = []document.Block{paragraph(s.At, s.Title)}
	}
	return it
}

// decide finds the type: the class says it, else the shape.
func (r *reading) decide() *Type {
	if t := r.decideByClass(); t != nil {
		return t
	}
	tasks := slices.ContainsFunc(r.section.Blocks, isTaskList)
	gaps := len(r.section.Gaps) > 0
	if tasks && gaps {
		r.fail(codeShape, r.section.Gaps[0].At, "a gap in a question with options",
			"A question has either options or gaps; make two prompts of it.")
	}
	switch {
	case tasks:
		return &choice
	case gaps:
		return &cloze
	case r.has("positions") || r.where == "Seminar":
		return &discussion
	case r.where == "Exit ticket":
		return &exit
	case r.has("model") || r.has("rubric") || r.has("criteria") || r.lines >= longAnswer:
		return &extended
	}
	return &short
}

// decideByClass gives the type that a class asks for, nil if none does.
func (r *reading) decideByClass() *Type {
	var found *Type
	for _, c := range r.section.Attrs.Classes {
		i := slices.IndexFunc(Types, func(t Type) bool { return t.Class != "" && t.Class == c.Text })
		switch {
		case i < 0:
			r.unknownClass(c)
		case found == nil:
			found = &Types[i]
		case found != &Types[i]:
			r.fail(codeAttribute, c.At, fmt.Sprintf("two types, .%s and .%s", found.Class, c.Text),
				"A prompt is of one type; keep one class.")
		}
	}
	return found
}

func (r *reading) unknownClass(c markup.Value) {
	if i := slices.IndexFunc(Types, func(t Type) bool { return t.Name == c.Text }); i >= 0 {
		r.fail(codeAttribute, c.At, "."+c.Text+" is not a class",
			"Leave it out: "+Types[i].noun+" is known by its shape.")
		return
	}
	hint := "The classes are " + list(classes(), ".") + "."
	if near := diag.Nearest(c.Text, classes()); near != "" {
		hint = "Did you mean ." + near + "? " + hint
	}
	r.fail(codeAttribute, c.At, "unknown class “."+c.Text+"”", hint)
}

// checkShape reports what only some types have: gaps and parts.
func (r *reading) checkShape() {
	if g := r.section.Gaps; len(g) > 0 && !r.typ.gaps && r.typ != &choice {
		r.fail(codeShape, g[0].At, "a gap in "+r.typ.noun, "Gaps make a cloze; leave the class out, or the brackets.")
	}
	for _, g := range r.section.Gaps {
		if strings.Contains(g.Answer, "{{") {
			r.fail(codeShape, g.At, "a call in a gap", "A gap holds plain words, and would print this as it is. Quote the essay under **Answer:**, **Accept:** or **Reason:**.")
		}
	}
	if p := r.section.Parts; len(p) > 0 && !r.typ.parts {
		r.fail(codeShape, p[0].At, "a part in "+r.typ.noun,
			"Only a .two-part prompt has fourth-level headings; write ### for a prompt of its own.")
	}
}

func (r *reading) fail(code string, at source.Span, message, hint string) {
	if at.IsZero() {
		at = r.section.At
	}
	r.findings.Error(code, at, message, hint)
}

func (r *reading) warn(code string, at source.Span, message, hint string) {
	if at.IsZero() {
		at = r.section.At
	}
	r.findings.Warn(code, at, message, hint)
}

// Slug makes an id of a heading: lower-case letters and digits, joined by
// hyphens, 60 bytes at most.
func Slug(heading string) string {
	var b strings.Builder
	gap := false
	for _, c := range strings.ToLower(heading) {
		if c == '’' || c == '\'' {
			continue
		}
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) {
			gap = true
			continue
		}
		if b.Len() > 0 && gap {
			if b.Len() > 48 {
				break
			}
			b.WriteByte('-')
		}
		gap = false
		if b.Len() > 60-4 {
			break
		}
		b.WriteRune(c)
	}
	if b.Len() == 0 {
		return "prompt"
	}
	return b.String()
}
