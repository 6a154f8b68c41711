package lesson

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/source"
)

// Todo marks what an author has yet to write: this word in capitals, anywhere in
// a lesson's files.
const Todo = "TODO"

// Todos counts the marks in a text.
func Todos(s string) int { return len(todos(s)) }

// todos gives the bytes at which marks begin.
func todos(s string) (at []int) {
	letter := func(i int) bool {
		return i >= 0 && i < len(s) && (s[i] >= 0x80 || 'a' <= s[i] && s[i] <= 'z' || 'A' <= s[i] && s[i] <= 'Z' || '0' <= s[i] && s[i] <= '9')
	}
	for i := 0; ; i += len(Todo) {
		k := strings.Index(s[i:], Todo)
		if k < 0 {
			return at
		}
		if i += k; !letter(i-1) && !letter(i+len(Todo)) {
			at = append(at, i)
		}
	}
}

// reportTodos warns once of all marks that are left.
func reportTodos(texts []*source.Text, findings *diag.List) {
	var first source.Span
	var where []string
	n := 0
	for _, t := range texts {
		at := todos(t.Body)
		if len(at) == 0 {
			continue
		}
		if n == 0 {
			first = t.Span(at[0], at[0]+len(Todo))
		}
		n += len(at)
		where = append(where, todoLines(t, at))
	}
	switch {
	case n == 0:
		return
	case len(where) == 1:
		_, where[0], _ = strings.Cut(where[0], ": ")
	}
	left := "is one " + Todo
	if n > 1 {
		left = fmt.Sprintf("are %d %ss", n, Todo)
	}
	findings.Warn("todo", first, fmt.Sprintf("there %s left (%s)", left, strings.Join(where, "; ")),
		"Write what belongs there, or delete the prompt: what is left prints as it stands, in the key too.")
}

// todoLines names a file and the lines of its marks: "lesson.md: lines 3, 9–12".
func todoLines(t *source.Text, at []int) string {
	var lines []int
	for _, i := range at {
		line, _ := t.Position(i)
		lines = append(lines, line)
	}
	lines = slices.Compact(lines)
	word := "lines "
	if len(lines) == 1 {
		word = "line "
	}
	var s []string
	for i := 0; i < len(lines); i++ {
		k := i
		for k+1 < len(lines) && lines[k+1] == lines[k]+1 {
			k++
		}
		run := strconv.Itoa(lines[i])
		if k > i {
			run += "–" + strconv.Itoa(lines[k])
		}
		if i = k; len(s) == mostNamed {
			s = append(s, "…")
			break
		}
		s = append(s, run)
	}
	return t.Name + ": " + word + strings.Join(s, ", ")
}
