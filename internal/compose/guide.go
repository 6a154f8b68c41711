package compose

import (
	"fmt"

	"quire/internal/document"
)

// glance says in a line what a leader wants to know first.
func glance(d *desk, c document.Call) []document.Block {
	n := len(d.numbers()) - len(d.agenda.Left)
	asked := fmt.Sprintf("%d questions", n)
	if n == 1 {
		asked = "1 question"
	}
	if left := len(d.agenda.Left); left > 0 {
		asked += fmt.Sprintf(", %d more if time allows", left)
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
	return dotted(c.At, document.Words(d.format), document.Words(minutesOf(d.minutes)), document.Words(asked), document.Words(text), document.Words(paragraphs))
}
