package compose

import (
	"strconv"

	"quire/internal/document"
	"quire/internal/question"
)

// blockCall is a call that stands alone in its paragraph. It is made from the
// sheet, or, if it is for teachers only, from the desk.
type blockCall struct {
	name, doc string
	takes     []parameter
	named     []parameter
	student   func(*sheet, document.Call) []document.Block
	teacher   func(*desk, document.Call) []document.Block
}

// inlineCall is a call among words. It is made from the sheet, even if it is
// for teachers only.
type inlineCall struct {
	name, doc string
	takes     []parameter
	teacher   bool
	make      func(*sheet, document.Call) []document.Inline
}

// parameter is an argument that a call takes: words, a number from 1 to most,
// the name of a section, or one of a few words. Many takes all the positional
// ones that are left.
type parameter struct {
	name     string
	kind     parameterKind
	most     int
	among    []string
	optional bool
	many     bool
}

type parameterKind uint8

const (
	words parameterKind = iota
	number
	sectionName
	oneOf
)

// What of a section {{prompts}} gives, if it is told.
const preOnly, notPre = "pre", "not pre"

var sectionNames = []string{"Worksheet", "Seminar", "Exit ticket"}

func section(optional bool) []parameter {
	return []parameter{{name: "a section", kind: sectionName, optional: optional}}
}

// blockCalls are the calls that give blocks.
var blockCalls = []blockCall{
	{name: "fields", doc: "lines to fill in at a sheet's head", takes: []parameter{{name: "a label", many: true}}, student: fields},
	{name: "source", doc: "where the essay comes from: title, author, publication, date, genre; without=\"title\" where that stands already", named: []parameter{{name: "without", kind: oneOf, among: []string{"title"}}}, student: byline},
	{name: "question", doc: "the essential question, under the title", student: essentialQuestion},
	{name: "worth", doc: "a section's points and time", takes: section(true), student: worth},
	{name: "essay", doc: "the essay with its numbered lines, the job and the words beside it", student: printedEssay},
	{name: "finder", doc: "a table of the essay's paragraphs and how they begin; with a section and most=24, of a longer essay only those that the section's prompts are about, and some between them; in no more than pairs=2 pairs of columns", takes: section(true), named: []parameter{{name: "most", kind: number, most: 400}, {name: "pairs", kind: number, most: 3}}, student: finder},
	{name: "words", doc: "the words that the lesson explains", student: glossary},
	{name: "prompts", doc: "a section's prompts as students get them; of phase=\"pre\" or phase=\"not pre\", those groups only that belong before the reading, or the others", takes: section(false), named: []parameter{{name: "phase", kind: oneOf, among: []string{preOnly, notPre}}}, student: prompts},
	{name: "sheets", doc: "those of a section's prompts that have both sides of a sheet, a page for each side", takes: section(false), student: sheets},
	{name: "questions", doc: "a section's questions, only listed, with where to look", takes: section(false), student: questions},
	{name: "lines", doc: "ruled lines", takes: []parameter{{name: "a number of lines", kind: number, most: 40}}, named: []parameter{{name: "label"}}, student: ruledLines},
	{name: "panel", doc: "a frame to write in", takes: []parameter{{name: "a title", optional: true}}, named: []parameter{{name: "height", kind: number, most: 200}}, student: panel},
	{name: "scale", doc: "numbers to choose from, side by side", takes: []parameter{{name: "the lowest number", kind: number, most: 9}, {name: "the highest number", kind: number, most: 10}}, named: []parameter{{name: "low"}, {name: "high"}}, student: scale},
	{name: "ratings", doc: "a table to mark each of several things in, from 1 to 4", takes: []parameter{{name: "what is marked", many: true}}, named: []parameter{{name: "low"}, {name: "high"}}, student: ratings},
	{name: "rubric", doc: "a rubric that comes with Quire, with four levels; as=\"list\" for a narrow screen", takes: []parameter{{name: "a rubric", kind: oneOf, among: question.RubricNames()}}, named: []parameter{{name: "as", kind: oneOf, among: []string{asList}}}, student: sharedRubric},
	{name: "page-break", doc: "a new page", student: pageBreak},

	{name: "key-line", doc: "the key's second line: title, form, seed, points, time", teacher: keyLine},
	{name: "overview", doc: "a picture of the lesson: how much its prompts use each paragraph, what sorts they are, how the essay reads", teacher: overviewOf},
	{name: "parting", doc: "where to part a worksheet that takes longer than a class period", teacher: parting},
	{name: "key-grid", doc: "a section's answers in a table", takes: section(false), teacher: keyGrid},
	{name: "key-entries", doc: "a section's answers in full", takes: section(false), teacher: keyEntries},
	{name: "roll", doc: "the class: who gets what", teacher: rollTable},
	{name: "roll-total", doc: "how much paper the class takes", teacher: rollTotal},
	{name: "table", doc: "an oval table with the class round it, or so many blank seats (16), to draw the lines of talk on", takes: []parameter{{name: "a number of seats", kind: number, most: MostSeats, optional: true}}, teacher: seating},
	{name: "roster", doc: "a list of the class, or so many empty rows (16), to tally who does what", takes: []parameter{{name: "a number of rows", kind: number, most: MostSeats, optional: true}}, teacher: classRoster},
	{name: "circles", doc: "who sits in the inner circle in the first or the second half of the talk, and who listens to whom from outside", takes: []parameter{{name: "a half", kind: oneOf, among: []string{firstHalf, secondHalf}}}, teacher: circles},
	{name: "tags", doc: "a table of a section's tags and standards", takes: section(false), teacher: tagTable},
	{name: "glance", doc: "the seminar in a line", teacher: glance},
	{name: "clock", doc: "the seminar's timetable", teacher: clockTable},
	{name: "room", doc: "how the seminar's format sets the room, and what the leader does", teacher: formatRoom},
	{name: "steps", doc: "what the leader does in each step of the format", teacher: formatSteps},
	{name: "brief", doc: "the lesson's brief for the teacher", teacher: brief},
	{name: "asked", doc: "a section's questions by their short names, each with room to write what came of it", takes: section(false), teacher: asked},
	{name: "cards", doc: "each question of a section as a card for the leader", takes: section(false), teacher: cards},
}

// inlineCalls are the calls that give words.
var inlineCalls = []inlineCall{
	{name: "lesson", doc: "the lesson's title", make: said(func(s *sheet) string { return s.title })},
	{name: "question", doc: "the essential question", make: said(func(s *sheet) string { return s.question })},
	{name: "title", doc: "the essay's title", make: said(func(s *sheet) string { return s.essayTitle })},
	{name: "author", doc: "the essay's author", make: said(func(s *sheet) string { return s.author })},
	{name: "publication", doc: "where the essay was published", make: said(func(s *sheet) string { return s.publication })},
	{name: "published", doc: "when the essay was published", make: said(func(s *sheet) string { return s.published })},
	{name: "genre", doc: "the essay's genre", make: said(func(s *sheet) string { return s.genre })},
	{name: "minutes", doc: "the seminar's minutes", make: said(func(s *sheet) string { return strconv.Itoa(s.minutes) })},
	{name: "format", doc: "the name of the seminar's format", make: said(func(s *sheet) string { return s.format })},
	{name: "points", doc: "the worksheet's points", make: said(func(s *sheet) string { return strconv.Itoa(s.section("Worksheet").points) })},
	{name: "form", doc: "the form: Form A", make: said(func(s *sheet) string { return s.form })},
	{name: "seed", doc: "the seed of the forms", teacher: true, make: said(func(s *sheet) string { return s.seed })},
	{name: "blank", doc: "room to write a word, of so many millimetres", takes: []parameter{{name: "a width", kind: number, most: 120, optional: true}}, make: blank},
}

func said(f func(*sheet) string) func(*sheet, document.Call) []document.Inline {
	return func(s *sheet, c document.Call) []document.Inline {
		if w := f(s); w != "" {
			return []document.Inline{document.Text{At: c.At, Words: w}}
		}
		return nil
	}
}

func blank(_ *sheet, c document.Call) []document.Inline {
	return []document.Inline{document.Blank{At: c.At, Width: float64(numberAt(c, 0, 15))}}
}

func blockNamed(name string) *blockCall {
	for i := range blockCalls {
		if blockCalls[i].name == name {
			return &blockCalls[i]
		}
	}
	return nil
}

func inlineNamed(name string) *inlineCall {
	for i := range inlineCalls {
		if inlineCalls[i].name == name {
			return &inlineCalls[i]
		}
	}
	return nil
}

func callNames() []string {
	var names []string
	for _, c := range blockCalls {
		names = append(names, c.name)
	}
	for _, c := range inlineCalls {
		if blockNamed(c.name) == nil {
			names = append(names, c.name)
		}
	}
	return names
}

// parameterAt gives the parameter of a call's i-th positional argument.
func parameterAt(takes []parameter, i int) *parameter {
	switch n := len(takes); {
	case i < n:
		return &takes[i]
	case n > 0 && takes[n-1].many:
		return &takes[n-1]
	}
	return nil
}

// The arguments of a call that was verified.

func argumentAt(c document.Call, i int, usual string) string {
	if i < len(c.Arguments) {
		return c.Arguments[i].Value
	}
	return usual
}

func numberAt(c document.Call, i, usual int) int {
	if n, err := strconv.Atoi(argumentAt(c, i, "")); err == nil {
		return n
	}
	return usual
}

func named(c document.Call, key string) string {
	for _, a := range c.Named {
		if a.Key == key {
			return a.Value
		}
	}
	return ""
}
