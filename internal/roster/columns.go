package roster

import (
	"fmt"
	"strings"
	"unicode"
)

// headerRows is how many rows are looked at for the header; spreadsheets have
// titles above it.
const headerRows = 10

// columns say which cell of a row holds what.
type columns struct {
	of       []kind   // by cell
	headings []string // as written
	width    int      // cells that the header has
	sep      byte
}

// heading finds the header, reports on its columns and gives the rows below it.
// Without columns nothing can be read.
func (c *Class) heading(t *table, x lexicon, r *report) ([]row, *columns) {
	at, most := -1, 0
	for i, row := range t.rows[:min(len(t.rows), headerRows)] {
		if n := x.count(row); n > most && x.hasName(row) {
			at, most = i, n
		}
	}
	switch {
	case at < 0 && x.count(t.rows[0]) > 0:
		c.Columns = columnsOf(t.rows[0], x.kinds(t.rows[0]))
		r.error("C1", "", t.rows[0].at(), "the header names no column of students' names, only "+listOf(c.Columns),
			"Call one column Name, or two of them First name and Last name.")
		return nil, nil
	case at < 0:
		return headless(t, r)
	case at > 0:
		above := t.rows[0].at().To(t.rows[at-1].at())
		r.warn("C1", "", above, fmt.Sprintf("what stands above the header in row %d was left out", t.rows[at].number),
			"Look whether there is a student among it.")
	}
	header := t.rows[at]
	rows := withoutRepeats(t.rows[at+1:], header, r)
	cols := &columns{of: x.kinds(header), sep: t.sep, width: len(header.cells)}
	for i, h := range header.cells {
		cols.headings = append(cols.headings, heading(h.text, i))
	}
	cols.pairNames()
	cols.report(header, rows, r)
	c.Columns = columnsOf(header, cols.of)
	return rows, cols
}

// withoutRepeats leaves out rows that say the header again, as lists have that
// were put together from several.
func withoutRepeats(rows []row, header row, r *report) []row {
	var out []row
	for _, row := range rows {
		same := len(row.cells) == len(header.cells)
		for i := 0; same && i < len(header.cells); i++ {
			same = strings.EqualFold(row.cells[i].text, header.cells[i].text)
		}
		if same {
			r.warn("C3", "header", row.at(), fmt.Sprintf("row %d repeats the header; it was left out", row.number), "Delete it.")
			continue
		}
		out = append(out, row)
	}
	return out
}

// pairNames settles what a bare "Name" is: beside a first name alone it is the
// last name ("Name; Vorname"), beside a last name alone the first ("Apellidos;
// Nombre").
func (c *columns) pairNames() {
	var first, last, full bool
	for _, k := range c.of {
		first = first || k == kindFirst
		last = last || k == kindLast
		full = full || k == kindName
	}
	is := kindName
	switch {
	case full:
	case first && !last:
		is = kindLast
	case last && !first:
		is = kindFirst
	}
	for i, k := range c.of {
		if k == kindBareName {
			c.of[i] = is
		}
	}
}

// report tells of columns that aren't read, and forgets them.
func (c *columns) report(header row, rows []row, r *report) {
	var full bool
	for _, k := range c.of {
		full = full || k == kindName
	}
	first := map[kind]int{}
	for i, k := range c.of {
		h, alike := header.cells[i], fmt.Sprint(i) // each is told
		before, twice := first[k]
		switch {
		case k == unknown && h.text == "":
			if cell, n := inColumn(rows, i); n > 0 {
				r.warn("C1", alike, cell.at, fmt.Sprintf("column %d has no heading and isn't read (cells with text: %d)", i+1, n), "Name it in the header, or delete it.")
			}
		case k == unknown && isNeeds(h.text):
			if cell, n := inColumn(rows, i); n > 0 {
				r.error("C1", alike, cell.at, fmt.Sprintf("column %d, “%s”, says in words what students need (cells with text: %d), and would not be read", i+1, c.headings[i], n),
					"Give each need a column of its own with an x in it: Large print, Word bank, Starters, Hints, Extra space, Fewer options; then delete this one.")
			}
		case k == unknown:
			r.warn("C1", alike, h.at, fmt.Sprintf("column %d, “%s”, isn't read", i+1, c.headings[i]), meant(h.text))
		case k == kindNumber:
			r.note("C1", alike, h.at, fmt.Sprintf("column %d, “%s”, isn't needed", i+1, c.headings[i]), "Call it ID if it is the students' number.")
		case full && (k == kindFirst || k == kindMiddle || k == kindLast):
			r.warn("C1", alike, h.at, fmt.Sprintf("column %d, “%s”, isn't read, since another column has whole names", i+1, c.headings[i]),
				"Delete one or the other.")
			c.of[i] = unknown
		case twice:
			r.warn("C1", alike, h.at, fmt.Sprintf("column %d, “%s”, isn't read, since column %d, “%s”, is the %s already", i+1, c.headings[i], before+1, c.headings[before], knownAs(k)),
				"Delete one or the other.")
			c.of[i] = unknown
		default:
			first[k] = i
		}
	}
}

func inColumn(rows []row, i int) (first cell, n int) {
	for _, r := range rows {
		if c := r.cell(i); c.text != "" {
			if n++; n == 1 {
				first = c
			}
		}
	}
	return first, n
}

// heading gives a heading for findings: as written, but short; a column's
// number where there is none.
func heading(s string, i int) string {
	if s == "" {
		return fmt.Sprint(i + 1)
	}
	s = strings.Join(strings.Fields(s), " ")
	if c := []rune(s); len(c) > maxText {
		return string(c[:maxText-1]) + "…"
	}
	return s
}

// listOf lists the columns that are known. What isn't known may be a name, where
// there is no header after all.
func listOf(columns []Column) string {
	var names []string
	for i, c := range columns {
		if c.Known != "" {
			names = append(names, "“"+heading(c.Heading, i)+"”")
		}
		if len(names) == 12 {
			return strings.Join(names, ", ") + " …"
		}
	}
	return strings.Join(names, ", ")
}

// columnsOf lists the columns with what was read in them.
func columnsOf(header row, of []kind) (out []Column) {
	for i, c := range header.cells {
		if c.text == "" {
			continue
		}
		column := Column{Heading: c.text, At: c.at}
		if of[i] != kindNumber {
			column.Known = knownAs(of[i])
		}
		out = append(out, column)
	}
	return out
}

// headless reads a list that has names alone: one a line, or "Ruiz, Ana" a line
// without quotation marks.
func headless(t *table, r *report) ([]row, *columns) {
	width, pairs := 0, t.sep == ','
	for _, row := range t.rows {
		for i, c := range row.cells {
			if c.text != "" {
				width = max(width, i+1)
			}
		}
		pairs = pairs && (len(row.cells) < 2 || row.cells[1].text == "" || likeName(row.cells[1].text))
	}
	first := t.rows[0]
	names := &columns{of: []kind{kindName}, headings: []string{"1"}, width: 1, sep: t.sep}
	const hint = "Write a first row that names the columns: Name, Form, Edition …"
	switch {
	case width == 1:
		r.note("C1", "", first.at(), "there is no header; every row was read as a name", hint)
		return t.rows, names
	case width == 2 && pairs:
		r.warn("C1", "", first.at(), "there is no header; every row was read as a name with a comma in it", hint)
		joined := make([]row, len(t.rows))
		for i, w := range t.rows {
			joined[i] = row{w.number, []cell{joinName(w)}}
		}
		return joined, names
	}
	r.error("C1", "", first.at(), fmt.Sprintf("the list has %d columns, and row %d doesn't say what they are", width, first.number), hint)
	return nil, nil
}

func joinName(r row) cell {
	if len(r.cells) < 2 || r.cells[1].text == "" {
		return r.cells[0]
	}
	return cell{r.cells[0].text + ", " + r.cells[1].text, r.cells[0].at.To(r.cells[1].at)}
}

// likeName says that a cell is a name rather than a form, a yes or an edition.
func likeName(s string) bool {
	letters := 0
	for i, c := range s {
		if i == 0 && (!unicode.IsLetter(c) || unicode.IsLower(c)) {
			return false
		}
		if unicode.IsLetter(c) {
			letters++
		}
	}
	_, word := yesNo(s)
	_, edition := editionOf(s)
	_, paper := paperOf(s)
	return letters >= 2 && !word && !edition && !paper
}
