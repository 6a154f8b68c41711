package compose

import (
	"fmt"

	"quire/internal/document"
)

// slots is the seminar's clock.
func (d *desk) slots() []slot {
	return clock(d.minutes, itemsOf(d.lesson.Section("Seminar"), d.form), len(d.lesson.Section("Exit ticket").Items()) > 0)
}

// glance says in a line what a leader wants to know first.
func glance(d *desk, c document.Call) []document.Block {
	n := len(d.lesson.Section("Seminar").Items())
	asked := fmt.Sprintf("%d questions", n)
	if n == 1 {
		asked = "1 question"
	}
	text := "every student needs a copy of the essay"
	switch {
	case d.printed && d.lines != nil && d.lines.Total > 0:
		text = fmt.Sprintf("essay printed, lines\u00a01–%d", d.lines.Total)
	case d.printed:
		text = "essay printed"
	}
	paragraphs := ""
	if n := len(d.paragraphs); n > 1 {
		paragraphs = fmt.Sprintf("¶1–%d", n)
	}
	return dotted(c.At, document.Words(minutesOf(d.minutes)), document.Words(asked), document.Words(text), document.Words(paragraphs))
}

// clockTable gives the timetable; its minutes add up to the seminar's.
func clockTable(d *desk, c document.Call) []document.Block {
	t := document.Table{
		At: c.At, Caption: "The clock",
		Head:   []document.Cell{cell("Clock"), cell("What"), cell("Where")},
		Align:  []document.Align{document.Right, document.Left, document.Left},
		Widths: []float64{0.12, 0.58, 0.3},
	}
	n := 0
	slots := d.slots()
	swap := change(slots)
	for i, s := range slots {
		at := cell(fmt.Sprintf("%d:%02d", s.start/60, s.start%60))
		if swap > 0 && i == swap {
			t.Rows = append(t.Rows, []document.Cell{at, cell("Two circles: change places"), {}})
		}
		row := []document.Cell{at, cell(s.name), {}}
		if s.item != nil {
			n++
			row[1].Text = []document.Inline{strong(fmt.Sprint(n)), document.Text{Words: " " + s.item.Name}}
			row[2].Text = d.where(s.item, true)
		}
		t.Rows = append(t.Rows, row)
	}
	end := cell(fmt.Sprintf("%d:%02d", d.minutes/60, d.minutes%60))
	t.Rows = append(t.Rows, []document.Cell{end, cell("End"), {}})
	return []document.Block{t}
}
