package question

import "quire/internal/document"

var audit = Type{
	Name:       "evidence-audit",
	Class:      "evidence-audit",
	Doc:        "How well each claim is shown: a table, claims at the left; empty cells are room, [[words]] are the key.",
	noun:       "an evidence audit",
	fields:     append(openFields(), "rubric"),
	attributes: []string{"lines", "rubric"},
	gaps:       true,
	Example: `### How well is it shown? {.evidence-audit points=4}

What does the author give for each claim, and is it enough?

| Claim | What the author gives for it | Enough? What is missing? |
|---|---|---|
| Nobody needs the bell. | [[eleven of twelve teachers could not say what it was for]] | [[partly: nobody asked the pupils]] |
| The bell is expensive. | [[nothing]] | [[no: a figure, and what else it would buy]] |

**Accept:** “enough” for the first, if the answer says who else would have to be asked.
`,
	parse: parseAudit,
}

func parseAudit(r *reading) parsed {
	t := r.takeTable("Write a table: the claims at the left, then a column for each thing to find out, such as “Evidence” and “Enough?”.")
	if t == nil {
		return r.filledIn(grid{}, 0)
	}
	g := r.gridOf(*t)
	g.named(r, "a claim")
	switch {
	case len(t.Head) < 2:
		r.fail(codeShape, g.printed.Source, "an evidence audit of one column", "Add a column for what is to be found out about each claim.")
	case len(t.Rows) == 0:
		r.fail(codeShape, g.printed.Source, "an evidence audit without a claim", "Write each claim as a row of the table.")
	default:
		g.writable(r, 1)
	}
	shares := []float64{3} // claims are printed, the rest is written by hand
	for range t.Head[1:] {
		shares = append(shares, 4)
	}
	g.shared(shares...)
	g.printed.Caption = captionOf("Evidence audit", t.Head)
	return r.filledIn(g, g.roomy(r, fewestCellLines))
}

// captionOf tells who can't see it that a table is one to fill in.
func captionOf(name string, head []document.Cell) string {
	s := name + ", a table to fill in"
	for i, c := range head {
		if w := words(c.Text); w != "" && !hasGap(c.Text) {
			if i == 0 {
				s += ": "
			} else {
				s += "; "
			}
			s += w
		}
	}
	return s
}
