package compose

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
)

// Class is who sits in the room, for the documents that have students' names on
// them.
type Class struct {
	Students      []Classmate
	First, Second []Pair // the circles in the two halves of the talk; none unless asked for
}

// Classmate is one of a class. Listed is what lists say; Called is what may be
// printed where room is scarce, the longest first, and nothing where no face has
// the name's letters.
type Classmate struct {
	Listed string
	Called []string
}

// Pair is one who talks and those who listen to them, as indices of a class.
type Pair struct {
	Inside  int
	Outside []int
}

// MostSeats is how many have room round one table.
const MostSeats = 36

const (
	usualSeats   = 16    // where there is no class list
	oneColumn    = 8     // names, up to which the list has one column
	rowsOnPage   = 32    // of a column
	longName     = 20    // characters of a name in one of two columns, at most
	tableHeight  = 0.385 // of the page, with a long list below it
	pageHeight   = 240   // of the text, at least; this and what follows in millimetres
	rosterHeight = 91
	tallestRow   = 9
)

// seating draws the table, with the class round it or with blank seats.
func seating(d *desk, c document.Call) []document.Block {
	n := numberAt(c, 0, usualSeats)
	alt := ", to draw the lines of talk on."
	b := document.Seating{At: c.At, Seats: make([]document.Seat, n)}
	if d.class != nil {
		if n = len(d.class.Students); n > MostSeats {
			return []document.Block{document.Paragraph{At: c.At, Text: document.Words(fmt.Sprintf(
				"The class has %d students, and round one table there is room for %d. Keep count in the list, or seat two groups and make a tracker of a class list for each.", n, MostSeats))}}
		}
		b.Seats = make([]document.Seat, n)
		names := make([]string, n)
		for i, s := range d.class.Students {
			b.Seats[i].Names, names[i] = s.Called, s.Listed
		}
		alt += " Clockwise from the upper left: " + strings.Join(names, ", ") + "."
	}
	b.Alt = "An oval table with " + diag.Counted(n, "seat") + alt
	rows, row, _ := rosterRows(n)
	b.Part = tableHeight + (rosterHeight-float64(rows)*row)/pageHeight
	return []document.Block{b}
}

// rosterRows gives how many rows a list of n names has, how high they are in
// millimetres, and whether they have to stand close.
func rosterRows(n int) (rows int, height float64, tight bool) {
	rows = n
	if n > oneColumn {
		rows = (n + 1) / 2
	}
	height = min(tallestRow, rosterHeight/float64(max(rows, 1)))
	return rows, height, height < 7
}

// classRoster is the list beside which the turns are tallied: in two columns but
// for a small class, and over several pages for more than one can see.
func classRoster(d *desk, c document.Call) []document.Block {
	names := make([]string, numberAt(c, 0, usualSeats))
	if d.class != nil {
		names = names[:0]
		for _, s := range d.class.Students {
			most := longName
			if len(d.class.Students) <= oneColumn {
				most = 2 * longName
			}
			names = append(names, s.within(most))
		}
	}
	if len(names) <= oneColumn {
		return []document.Block{rosterTable(names, len(names), c)}
	}
	var out []document.Block
	for len(names) > 0 {
		page := names[:min(len(names), 2*rowsOnPage)]
		half := (len(page) + 1) / 2
		out = append(out, document.Beside{At: c.At, Columns: [][]document.Block{
			{rosterTable(page[:half], len(page), c)}, {rosterTable(page[half:], len(page), c)},
		}})
		names = names[len(page):]
	}
	return out
}

// within is how a list calls a student that has room for so many characters:
// whole, else by a shorter form, if there is one.
func (s Classmate) within(most int) string {
	for _, n := range append([]string{s.Listed}, s.Called...) {
		if len([]rune(n)) <= most {
			return n
		}
	}
	return s.Listed
}

// rosterTable is a column of the list; n names stand on its page.
func rosterTable(names []string, n int, c document.Call) document.Table {
	_, height, tight := rosterRows(n)
	padding := 2.2 // of a row, above and below
	if tight {
		padding /= 2
	}
	t := document.Table{
		At: c.At, Caption: "Who takes which part in the talk", RowHeads: true, Rules: true, Tight: tight, MinRow: height - padding,
		Head:   []document.Cell{cell("Name"), cell("✓"), cell("★"), cell("F"), cell("?")},
		Align:  []document.Align{document.Left, document.Center, document.Center, document.Center, document.Center},
		Widths: []float64{42, 15, 15, 14, 14},
	}
	for _, name := range names {
		t.Rows = append(t.Rows, []document.Cell{cell(name), {}, {}, {}, {}})
	}
	return t
}
