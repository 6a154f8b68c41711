package question

import (
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
)

var organizer = Type{
	Name:       "organizer",
	Class:      "organizer",
	Doc:        "A form: form=argument-map (a list), t-chart, two-column, soapstone (tables); words print, [[words]] are the key.",
	noun:       "an organizer",
	fields:     append(openFields(), "rubric"),
	attributes: []string{"form", "lines", "rubric"},
	gaps:       true,
	Example: `### How the argument is built {.organizer form=argument-map points=4}

Fill in the empty boxes. Each box hangs from the one that it supports or answers.

- Claim: [[The bell should come down.]]
  - Reason: Nobody can say what it is for.
    - Evidence: [[Eleven of twelve teachers could not.]]
  - Objection: [[Visitors expect a bell.]]
    - Reply: [[An expectation is not a use.]]
`,
	parse: parseOrganizer,
}

// organizers are the forms there are, each with how it is read.
var organizers = []struct {
	name  string
	parse func(*reading) parsed
}{
	{"argument-map", parseMap},
	{"t-chart", parseTChart},
	{"two-column", parseTwoColumn},
	{"soapstone", parseSOAPSTone},
}

func parseOrganizer(r *reading) parsed {
	var names []string
	for _, o := range organizers {
		names = append(names, o.name)
	}
	v, ok := r.section.Attrs.Get("form")
	if !ok {
		r.fail(codeAttribute, r.section.At, "an organizer without its form", "Name it on the heading: form="+list(names, "")+".")
	} else if r.oneOf("form", v, names...) {
		return organizers[slices.Index(names, v.Text)].parse(r)
	}
	return r.formOf(gridSheet{}, nil, 0)
}

// columns reads a table of two columns to write into, perhaps without rows.
func (r *reading) columns(name string, left, right float64, rowLines int) (grid, int, bool) {
	t := r.takeTable("Write a table of two columns; its head names them. Empty cells are room to write.")
	if t == nil {
		return grid{}, 0, false
	}
	at := blockAt(t, r.section.At)
	if len(t.Head) != 2 {
		r.fail(codeShape, at, name+" has two columns", "Write a table with two cells in each row.")
		return grid{}, 0, false
	}
	for _, c := range t.Head {
		if empty(c) {
			r.fail(codeShape, blockAt(t, c.Source), name+" with a column that has no name", "Write it in the table's head.")
		}
	}
	if len(t.Rows) == 0 { // one tall row
		t.Rows = [][]document.Cell{make([]document.Cell, 2)}
		rowLines = wholeLines
	}
	g := r.gridOf(*t)
	g.writable(r, 0)
	g.shared(left, right)
	g.printed.Caption = captionOf(sentence(strings.TrimPrefix(name, "a ")), t.Head)
	return g, g.roomy(r, rowLines), true
}

// wholeLines is the room of a form that is nothing but two columns.
const wholeLines = 10

func parseTChart(r *reading) parsed {
	g, lines, ok := r.columns("a T-chart", 1, 1, fewestCellLines)
	if !ok {
		return r.formOf(gridSheet{}, nil, 0)
	}
	return r.filledIn(g, lines)
}

func parseTwoColumn(r *reading) parsed {
	g, lines, ok := r.columns("a sheet of two-column notes", 2, 3, fewestCellLines+1)
	if !ok {
		return r.formOf(gridSheet{}, nil, 0)
	}
	return r.filledIn(g, lines)
}

// soapstone are the rows of a SOAPSTone, with what each asks.
var soapstone = [][2]string{
	{"Speaker", "Who is speaking, and from what position?"},
	{"Occasion", "What made the author write, and when?"},
	{"Audience", "Who is meant to read it?"},
	{"Purpose", "What is the reader to think or do?"},
	{"Subject", "What is it about, in a phrase?"},
	{"Tone", "What is the attitude, and which words show it?"},
}

// parseSOAPSTone takes the answers from a table whose rows are named, if there
// is one; the form is always the same.
func parseSOAPSTone(r *reading) parsed {
	g := grid{printed: document.Table{
		At: document.At{Source: r.section.At}, RowHeads: true, Rules: true, Widths: []float64{2, 3},
		Head: []document.Cell{{Text: document.Words("SOAPSTone")}, {Text: document.Words("In this text, and how you know")}},
	}}
	for _, row := range soapstone {
		g.printed.Rows = append(g.printed.Rows, []document.Cell{{Text: []document.Inline{
			strong(inline(row[0])), document.LineBreak{}, inline(row[1]),
		}}, {}})
	}
	g.key = g.printed
	g.key.Rows = make([][]document.Cell, len(soapstone))
	for i, row := range soapstone {
		g.key.Rows[i] = []document.Cell{{Text: []document.Inline{strong(inline(row[0]))}}, {}}
	}
	if slices.ContainsFunc(r.blocks, isTable) {
		r.soapstoneRows(&g)
	} else {
		r.strayGaps(r.blocks, "a table with the row's name at the left")
	}
	g.printed.Caption = captionOf("SOAPSTone", nil)
	return r.filledIn(g, g.roomy(r, fewestCellLines))
}

// soapstoneRows puts what a table says into the rows of the form.
func (r *reading) soapstoneRows(g *grid) {
	t := r.takeTable("")
	at := blockAt(t, r.section.At)
	if len(t.Head) != 2 {
		r.fail(codeShape, at, "a SOAPSTone has two columns", "Write the row's name at the left (Speaker, Occasion …) and its answer as a gap at the right.")
		return
	}
	read := r.gridOf(*t)
	g.answered, g.longest = read.answered, read.longest
	seen := map[int]bool{}
	var names []string
	for _, row := range soapstone {
		names = append(names, row[0])
	}
	for i, row := range read.printed.Rows {
		name := strings.TrimRight(words(row[0].Text), ":?.")
		n := slices.IndexFunc(names, func(s string) bool { return strings.EqualFold(s, name) })
		switch {
		case n < 0:
			hint := "The rows are " + list(names, "") + "."
			if near := diag.Nearest(name, names); near != "" {
				hint = "Did you mean " + near + "? " + hint
			}
			r.fail(codeShape, cellAt(row, at), "a row that a SOAPSTone doesn't have", hint)
		case seen[n]:
			r.fail(codeShape, cellAt(row, at), "a second row “"+names[n]+"”", "Put what it says into the first one.")
		default:
			seen[n] = true
			g.printed.Rows[n][1] = row[1]
			g.key.Rows[n][1] = read.key.Rows[i][1]
		}
	}
	if len(seen) < len(names) {
		for i, name := range names {
			if !seen[i] {
				r.fail(codeShape, at, "a SOAPSTone without its row “"+name+"”", "Write all six rows, or leave the table out; an empty cell at the right is room without a key.")
				return
			}
		}
	}
}
