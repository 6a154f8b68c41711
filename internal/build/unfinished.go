package build

import (
	"fmt"
	"strings"

	"quire/internal/document"
	"quire/internal/lesson"
)

// unfinished says in which documents something prints that its author has yet
// to write.
func unfinished(out []output) []string {
	var s []string
	seen := map[*document.Document]bool{nil: true}
	for _, o := range out {
		d := o.doc
		if seen[d] {
			continue
		}
		seen[d] = true
		n := lesson.Todos(d.Title)
		document.Walk(d.Blocks, func(in document.Inline) {
			if t, ok := in.(document.Text); ok {
				n += lesson.Todos(t.Words)
			}
		})
		if n > 0 {
			s = append(s, fmt.Sprintf("%s (%d)", d.Name, n))
		}
	}
	if s == nil {
		return nil
	}
	return []string{"not ready to hand out: " + lesson.Todo + " prints in " + strings.Join(s, ", ")}
}
