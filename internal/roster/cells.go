package roster

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"quire/internal/source"
)

// student reads a row. It is none where only a spreadsheet's unticked boxes are
// in it, and where it has no name, which is reported.
func (c *columns) student(row row, r *report) (Student, bool) {
	s := Student{Row: row.number, At: row.at(), Copies: 1}
	if !c.named(row) {
		if !c.ticked(row) {
			return s, false
		}
		r.error("C3", "name", row.at(), fmt.Sprintf("row %d has no name", row.number), "Write the student's name, or delete the row.")
		return s, false
	}
	for i := c.width; i < len(row.cells); i++ {
		if row.cells[i].text != "" {
			r.error("C3", "wide", row.cells[i].at, fmt.Sprintf("row %d has a cell beyond the header's last column (%d)", row.number, c.width),
				`Where a name has a comma in it, put it in quotation marks: "Ruiz, Ana".`)
			break
		}
	}
	n := c.name(row, &s, r)
	for i, k := range c.of {
		cell := row.cell(i)
		if k == unknown || cell.text == "" {
			continue
		}
		in := &reading{row: row.number, column: c.headings[i], cell: cell, r: r}
		in.lineBreak(c.sep)
		switch {
		case len(cell.text) > maxCell:
			r.error("C2", in.column, cell.at, fmt.Sprintf("%s: the cell has more than %d bytes", in.where(), maxCell), "Look whether a quotation mark isn't closed, and shorten the cell.")
			continue
		case isBroken(cell.text):
			r.error("C2", in.column, cell.at, in.where()+": the spreadsheet couldn't work this cell out", "Mend it in the spreadsheet and save it as CSV again.")
			continue
		}
		in.fill(k, &s)
	}
	return s, n
}

// named says whether any cell of a row is a name.
func (c *columns) named(row row) bool {
	for i, k := range c.of {
		switch k {
		case kindName, kindFirst, kindLast, kindPreferred:
			if row.cell(i).text != "" {
				return true
			}
		}
	}
	return false
}

// ticked says whether a row without a name has anything else but noes.
func (c *columns) ticked(row row) bool {
	for i, cell := range row.cells {
		if i < len(c.of) && c.of[i] == kindNumber {
			continue
		}
		if yes, ok := yesNo(cell.text); !ok || yes {
			return true
		}
	}
	return false
}

// A reading is a cell on its way into a Student.
type reading struct {
	row    int
	column string
	cell   cell
	r      *report
}

func (in *reading) where() string { return fmt.Sprintf("row %d, column %s", in.row, in.column) }

func (in *reading) expect(what string) {
	in.r.error("C2", in.column, in.cell.at, in.where()+": expected "+what, "Change the cell, or leave it empty.")
}

// lineBreak reports a cell over several lines. With separators before the break
// it is more likely several rows that a stray quotation mark has joined, and a
// student would be lost.
func (in *reading) lineBreak(sep byte) {
	first, _, broken := strings.Cut(in.cell.text, "\n")
	switch {
	case broken && strings.IndexByte(first, sep) >= 0:
		in.r.error("C7", "joined", in.cell.at, in.where()+": the quotation marks round this cell take in a line's end and what comes after it",
			"Look whether two rows have become one, and delete the quotation mark; if the cell is meant so, take the line break out.")
	case broken:
		in.r.warn("C7", "lines", in.cell.at, in.where()+": the cell has a line break in it, which was read as a space", "Look whether two rows have become one.")
	}
}

func (in *reading) fill(k kind, s *Student) {
	switch k {
	case kindID:
		s.ID = in.text()
		if rewritten(s.ID) {
			in.r.warn("C2", in.column, in.cell.at, in.where()+": the spreadsheet seems to have rewritten a long number",
				"Format the column as text or as a whole number, and save it as CSV again.")
		}
	case kindGroup:
		s.Group = in.text()
	case kindForm:
		in.form(s)
	case kindEdition:
		if e, ok := editionOf(in.cell.text); ok {
			in.edition(s, e)
		} else {
			in.expect("standard, large-print or dyslexia")
		}
	case kindLarge:
		if in.yes() {
			in.edition(s, "large-print")
		}
	case kindDyslexia:
		if in.yes() {
			in.edition(s, "dyslexia")
		}
	case kindPaper:
		if p, ok := paperOf(in.cell.text); ok {
			s.Paper = p
		} else {
			in.expect("letter or a4")
		}
	case kindSpace, kindLines:
		in.room(s, k == kindLines)
	case kindBank:
		s.WordBank = in.yes()
	case kindStarters:
		s.Starters = in.yes()
	case kindHints:
		s.Hints = in.yes()
	case kindGlosses:
		s.Glosses = in.yes()
	case kindFewer:
		in.fewer(s)
	case kindCopies:
		in.copies(s)
	}
}

// text reads an ID or a group.
func (in *reading) text() string {
	out, dropped := clean(in.cell.text)
	switch {
	case utf8.RuneCountInString(out) > maxText:
		in.expect(fmt.Sprintf("up to %d characters", maxText))
		return ""
	case dropped > 0:
		in.r.warn("C2", in.column, in.cell.at, fmt.Sprintf("%s: %s that can't be seen dropped", in.where(), characters(dropped)), "Type the cell anew if it should have them.")
	}
	return out
}

func (in *reading) yes() bool {
	yes, ok := yesNo(in.cell.text)
	if !ok {
		in.expect("yes or no (or x, or nothing)")
	}
	return yes
}

// edition takes an edition, if no other column has given another.
func (in *reading) edition(s *Student, e string) {
	if s.Edition != "" && s.Edition != e {
		in.r.error("C6", "", in.cell.at, fmt.Sprintf("%s: the row asks for two editions, %s and %s", in.where(), s.Edition, e), "Leave one of them.")
		return
	}
	s.Edition = e
}

func (in *reading) form(s *Student) {
	form, ok := formOf(in.cell.text)
	if !ok {
		in.expect("a form's name of up to 12 letters, digits and hyphens (A, B …)")
		return
	}
	if form != "" {
		s.Form, s.FormAt = form, in.cell.at
	}
}

// fewer reads how many wrong options to leave out: a plain yes is one.
func (in *reading) fewer(s *Student) {
	text := strings.TrimPrefix(in.cell.text, "-")
	yes, ok := yesNo(text)
	switch {
	case text == "2":
		s.FewerOptions = 2
	case ok && yes:
		s.FewerOptions = 1
	case !ok:
		in.expect("yes, no, 1 or 2 (how many wrong options to leave out)")
	}
}

func (in *reading) copies(s *Student) {
	text := strings.TrimSuffix(strings.TrimSuffix(in.cell.text, ".0"), ",0")
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > maxCopies {
		in.expect(fmt.Sprintf("a number of copies from 0 to %d", maxCopies))
		return
	}
	if s.Copies = n; n == 0 {
		in.r.note("C2", in.column, in.cell.at, in.where()+": nothing prints for this row", "")
	}
}

func (in *reading) room(s *Student, lines bool) {
	room, ok := roomOf(in.cell.text, lines)
	switch {
	case !ok && lines:
		in.expect(fmt.Sprintf("yes, no, or a number of lines up to %d", maxExtra))
	case !ok:
		in.expect("yes, no, a factor from 1 to 4 (1.5, 2x), more in percent (50%), or lines (3 lines)")
	default:
		s.Extra.Percent = max(s.Extra.Percent, room.Percent)
		s.Extra.Lines = max(s.Extra.Lines, room.Lines)
	}
}

// name puts a student's name together from its columns.
func (c *columns) name(row row, s *Student, r *report) bool {
	var part [kindPreferred + 1]string
	at := source.Span{}
	for i, k := range c.of {
		switch k {
		case kindName, kindFirst, kindMiddle, kindLast, kindPreferred:
			if cell := row.cell(i); cell.text != "" && !isBroken(cell.text) {
				part[k] = strings.ToValidUTF8(cell.text[:min(len(cell.text), maxCell)], "") // more is an error
				if at.IsZero() {
					at = cell.at
				}
			}
		}
	}
	if at.IsZero() {
		return false // a broken cell, which is reported
	}
	s.At = at
	name := part[kindName]
	if part[kindPreferred] != "" {
		name, part[kindFirst], part[kindMiddle] = "", part[kindPreferred], ""
	}
	if name == "" {
		name = joinParts(part[kindFirst], part[kindMiddle], part[kindLast])
	}
	s.Name = tidyName(name, row.number, at, r)
	s.last, _ = clean(part[kindLast])
	s.Filed = filed(part[kindLast], s.Name)
	return s.Name != ""
}
