package question

import "quire/internal/document"

var sourcing = Type{
	Name:       "sourcing",
	Class:      "sourcing",
	Doc:        "Who speaks, and why it matters: a table of what to look at, or the usual one; lines for a second source.",
	noun:       "a sourcing prompt",
	fields:     append(openFields(), "rubric"),
	attributes: []string{"lines", "second", "rubric"},
	gaps:       true,
	Example: `### Who is speaking? {.sourcing points=3 second=2}

Look at the source box only. What does each line tell a careful reader?

| Look at | What it tells you, and what it doesn't |
|---|---|
| Author: a teacher at the school | [[he knows the bell from inside; he may also be tired of it]] |
| Genre: opinion essay | [[it argues; it need not give the other side]] |
| Date: last autumn | |

**Answer:** For the second source: the governors' minutes, or a pupil.

**Reject:** “He is biased”, without what he may leave out.
`,
	parse: parseSourcing,
}

// usualSource is what a sourcing prompt looks at if its author doesn't say.
var usualSource = [][]string{
	{"Look at", "What it tells you, and what it doesn’t"},
	{"Author: who is it, and what is at stake for them?", ""},
	{"Publication: who reads it, and what do they expect?", ""},
	{"Date: what had just happened, and what was not known yet?", ""},
	{"Genre: report, argument, story?", ""},
}

const (
	usualSecond = 2 // lines for a second source
	mostSecond  = 10
)

func parseSourcing(r *reading) parsed {
	g := grid{printed: tableOf(usualSource)}
	g.printed.Rules, g.printed.Source = true, r.section.At
	if t := r.sourceTable(); t != nil {
		g = r.gridOf(*t)
		g.named(r, "a name")
		switch {
		case len(t.Head) < 2:
			r.fail(codeShape, g.printed.Source, "a sourcing table of one column", "Write what to look at on the left, and leave room on the right.")
		case len(t.Rows) == 0:
			r.fail(codeShape, g.printed.Source, "a sourcing table without a row", "Write each thing to look at as a row, or leave the table out for the usual four.")
		default:
			g.writable(r, 1)
		}
	}
	if len(g.printed.Head) == 2 {
		g.shared(2, 3)
	}
	g.printed.Caption = captionOf("Sourcing", g.printed.Head)
	lines := g.roomy(r, fewestCellLines)
	var after []document.Block
	if n := r.second(); n > 0 {
		after = []document.Block{document.AnswerLines{
			At: document.At{Source: r.section.At}, Lines: n,
			Label: "A second source that could confirm or correct this one, and why:",
		}}
	}
	return r.filledIn(g, lines, after...)
}

// sourceTable takes the table out of the question, nil if there is none.
func (r *reading) sourceTable() *document.Table {
	for _, b := range r.blocks {
		if isTable(b) {
			return r.takeTable("")
		}
	}
	r.strayGaps(r.blocks, "a table with what to look at on the left")
	return nil
}

// second gives the lines for a second source.
func (r *reading) second() int {
	v, ok := r.section.Attrs.Get("second")
	if !ok {
		return usualSecond
	}
	n := usualSecond
	if hint := number(func(*reading) *int { return &n }, mostSecond)(r, v.Text); hint != "" {
		r.fail(codeAttribute, v.At, "second can't be “"+v.Text+"”", hint)
	}
	return n
}
