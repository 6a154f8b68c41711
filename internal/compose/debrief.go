package compose

import (
	"fmt"

	"quire/internal/document"
)

// askedRow is the height of a row to write a note in, in millimetres.
const askedRow = 8

// asked gives a table of a section's questions, for a leader's notes: of the
// seminar those that the guide has, with its numbers.
func asked(d *desk, c document.Call) []document.Block {
	t := document.Table{
		At: c.At, Caption: "What was asked, and what came of it",
		Head:     []document.Cell{cell("Question"), cell("Minutes"), cell("What it opened, and where it stuck")},
		Widths:   []float64{0.32, 0.1, 0.58},
		RowHeads: true, MinRow: askedRow,
	}
	name := argumentAt(c, 0, "")
	for _, it := range itemsOf(d.lesson.Section(name), d.form) {
		if name == "Seminar" && !d.agenda.asks(it) {
			continue
		}
		t.Rows = append(t.Rows, []document.Cell{cell(fmt.Sprintf("%d · %s", len(t.Rows)+1, it.Name)), {}, {}})
	}
	if t.Rows == nil {
		return nil
	}
	return []document.Block{t}
}
