package compose

import (
	"fmt"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
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
	text := []document.Inline{document.Text{Words: "every student needs a copy of "}, d.linkTo(lesson.Ends{}, 0, document.Text{Words: "the essay"})}
	switch {
	case d.printed && d.lines != nil && d.lines.Total > 0:
		text = document.Words(fmt.Sprintf("essay printed, lines\u00a01–%d", d.lines.Total))
	case d.printed:
		text = document.Words("essay printed")
	}
	students := ""
	if d.students > 0 {
		students = diag.Counted(d.students, "student")
	}
	paragraphs := ""
	if n := len(d.paragraphs); n > 1 {
		paragraphs = diag.Counted(n, "paragraph")
	}
	return dotted(c.At, document.Words(d.format), document.Words(minutesOf(d.minutes)), document.Words(asked), document.Words(students), text, document.Words(paragraphs))
}
