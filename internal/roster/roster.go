// Package roster reads class lists and seating files, deals forms so that
// neighbours differ and circles so that everybody has a partner, and finds short
// names that can't be taken for another's. It is the only package that looks into
// students' names.
//
// Bytes of a CSV file come in; a Class of students and what each one needs goes
// out, with findings that name row and column. Findings' texts never repeat a
// name; their places show it, on the teacher's own screen. The package knows no
// lesson, no face and no page: whether a name can be printed is decided there.
//
// The codes of its findings:
//
//	C1  the header: no column of names, an unknown column, a column twice
//	C2  a cell that isn't what its column holds
//	C3  a row: without a name, with more cells than the header, left out
//	C4  a name: cut, cleaned, or not what the spreadsheet showed
//	C5  the same name or ID twice
//	C6  two cells of a row that contradict each other
//	C7  quotation marks that don't close
//	C8  seats: nobody's, somebody's twice, somebody without one
//	C9  forms: unknown, or shared by neighbours
package roster

import (
	"fmt"

	"quire/internal/diag"
	"quire/internal/source"
)

// Limits. A class list of a whole district's grade still fits; what is larger is
// another file by mistake, or a part of one for each run.
const (
	maxBytes    = 8 << 20
	maxRows     = 10_000 // that aren't empty
	maxStudents = 5_000
	maxColumns  = 300
	maxCell     = 4000 // bytes of a cell that is read
	maxName     = 80   // characters; a name's slot on the page is of fixed size
	maxText     = 40   // characters of an ID or a group
	maxCopies   = 50
	maxExtra    = 40 // lines
)

// Class is a class list as it was read.
type Class struct {
	Students []Student
	Columns  []Column
}

// Column is a column of the list that has a heading. Known is what Quire calls
// it ("name", "word bank"), or empty where it isn't read.
type Column struct {
	Heading string
	Known   string
	At      source.Span
}

// Student is one row. Row counts as a spreadsheet does, from 1, with the header
// and empty rows; a line break in quotation marks begins no row.
type Student struct {
	Row          int
	At           source.Span // of the name
	Name         string
	Filed        string // what the name is sorted by: the last name first, where the list has it apart
	ID, Group    string
	Form         string      // "A"; empty: to be dealt
	FormAt       source.Span // zero where Form is empty
	Edition      string      // "standard", "large-print", "dyslexia"; empty: as asked
	Paper        string      // "letter", "a4"; empty: as asked
	Extra        Room
	FewerOptions int // wrong options to leave out
	Copies       int // 1 where nothing is said; 0 for a student who needs none
	WordBank     bool
	Starters     bool
	Hints        bool
	Glosses      bool

	last string // where the list has it apart
}

// Room is what an answer space has more than usual: Percent of its height (50
// is half as much again), then Lines.
type Room struct{ Percent, Lines int }

// usualExtra is the percentage of a plain "yes" to extra space.
const usualExtra = 50

// Read reads a class list. An error says why there is none: the file is no
// table, is empty, is too large. What is wrong in its cells are findings, all of
// them; where they stop, the class is what could be read.
func Read(name string, raw []byte, findings *diag.List) (*Class, error) {
	r := newReport(findings)
	defer r.close()
	text, err := load(name, raw, "class list", r)
	if err != nil {
		return nil, err
	}
	x := newLexicon()
	t, err := parse(text, x.count)
	if err != nil {
		return nil, fmt.Errorf("%s %w", name, err)
	}
	if len(t.rows) == 0 {
		return nil, fmt.Errorf("%s is empty: a class list has a header (Name, Form, Edition …) and a row for each student", name)
	}
	t.tell(r)
	c := &Class{}
	rows, cols := c.heading(t, x, r)
	if cols == nil {
		return c, nil
	}
	for _, row := range rows {
		if s, ok := cols.student(row, r); ok && !isNobody(s, r) {
			c.Students = append(c.Students, s)
		}
	}
	switch {
	case len(c.Students) > maxStudents:
		return nil, fmt.Errorf("%s has %d students, and Quire prints up to %d at once: part the list", name, len(c.Students), maxStudents)
	case len(c.Students) == 0 && !r.stops():
		r.error("C3", "", t.rows[0].at(), "the list has a header and no students", "Write a row for each student below the header.")
	}
	c.duplicates(r)
	return c, nil
}

// Labels gives each student a label that nobody else has, for bookmarks and
// lists: the name, with the ID where a name is there twice, else with a number.
func (c *Class) Labels() []string {
	same := map[string]int{}
	for _, s := range c.Students {
		same[nameKey(s.Name)]++
	}
	labels, taken := make([]string, len(c.Students)), map[string]bool{}
	for i, s := range c.Students {
		l := s.Name
		if same[nameKey(s.Name)] > 1 && s.ID != "" {
			l = fmt.Sprintf("%s (%s)", s.Name, s.ID)
		}
		if same[nameKey(s.Name)] > 1 && s.ID == "" || taken[l] {
			l = fmt.Sprintf("%s (%d)", s.Name, i+1)
		}
		for n := 2; taken[l]; n++ {
			l = fmt.Sprintf("%s (%d, %d)", s.Name, i+1, n)
		}
		labels[i], taken[l] = l, true
	}
	return labels
}

// duplicates reports names and IDs that are there more than once.
func (c *Class) duplicates(r *report) {
	names, ids := map[string]int{}, map[string]int{}
	for i, s := range c.Students {
		if first, ok := names[nameKey(s.Name)]; ok {
			o := c.Students[first]
			if s.ID == "" || o.ID != s.ID {
				r.add(diag.Finding{Code: "C5", Severity: diag.Warning, At: s.At,
					Message: fmt.Sprintf("rows %d and %d have the same name; both print", o.Row, s.Row),
					Hint:    "Give each an ID, or add a middle name, so that you can tell their sheets apart.",
					Related: []diag.Related{{At: o.At, Message: fmt.Sprintf("row %d is here", o.Row)}}}, "name")
			}
		} else {
			names[nameKey(s.Name)] = i
		}
		if s.ID == "" {
			continue
		}
		if first, ok := ids[s.ID]; ok {
			o := c.Students[first]
			r.add(diag.Finding{Code: "C5", Severity: diag.Warning, At: s.At,
				Message: fmt.Sprintf("rows %d and %d have the same ID; both print", o.Row, s.Row),
				Hint:    "Give each student an ID of their own, or delete the row that is there twice.",
				Related: []diag.Related{{At: o.At, Message: fmt.Sprintf("row %d is here", o.Row)}}}, "id")
		} else {
			ids[s.ID] = i
		}
	}
}
