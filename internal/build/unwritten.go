package build

import (
	"cmp"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/source"
)

// unwritten tells the places of a lesson whose prompts are yet to be written.
// What the rules would say there is of no use to anybody, nor what they would
// say of all prompts together.
type unwritten struct {
	starts []promptStart
	any    bool
}

// promptStart is where a prompt or a group begins.
type promptStart struct {
	at   source.Span
	todo bool
}

func unwrittenOf(l *lesson.Lesson) *unwritten {
	u := &unwritten{}
	for _, s := range l.Sections {
		for _, g := range s.Groups {
			u.starts = append(u.starts, promptStart{at: g.At})
			for _, it := range g.Items {
				u.starts = append(u.starts, promptStart{at: it.At})
			}
		}
	}
	u.starts = slices.DeleteFunc(u.starts, func(s promptStart) bool { return s.at.IsZero() })
	slices.SortStableFunc(u.starts, func(a, b promptStart) int { return compareSpans(a.at, b.at) })
	for i := range u.starts {
		s := &u.starts[i]
		end := len(s.at.Text.Body)
		if i+1 < len(u.starts) && u.starts[i+1].at.Text == s.at.Text {
			end = u.starts[i+1].at.Start
		}
		s.todo = lesson.Todos(s.at.Text.Body[s.at.Start:end]) > 0 || slices.Contains(l.Unwritten, s.at)
		u.any = u.any || s.todo
	}
	return u
}

func compareSpans(a, b source.Span) int {
	return cmp.Or(cmp.Compare(a.Text.Name, b.Text.Name), cmp.Compare(a.Start, b.Start))
}

// holds says that what stands at a place is about something unwritten.
func (u *unwritten) holds(at source.Span) bool {
	if !u.any || at.IsZero() {
		return u.any
	}
	line, _ := at.Text.Position(at.Start)
	if heading := at.Text.Line(line); strings.HasPrefix(heading, "# ") || strings.HasPrefix(heading, "## ") {
		return true
	}
	i, found := slices.BinarySearchFunc(u.starts, at, func(s promptStart, at source.Span) int { return compareSpans(s.at, at) })
	if !found {
		i--
	}
	return i >= 0 && u.starts[i].at.Text == at.Text && u.starts[i].todo
}

// keep takes over the findings that are about what is written, and all errors.
func (u *unwritten) keep(from, to *diag.List) {
	for _, f := range from.Sorted() {
		if f.Severity == diag.Error || !u.holds(f.At) {
			to.Add(f)
		}
	}
}
