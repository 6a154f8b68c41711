package roster

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"quire/internal/source"
)

// This is our own reader of CSV, and not encoding/csv, for three reasons: a
// finding points at its cell, from the first byte to the last, and encoding/csv
// gives only where a cell begins; it stops at the first slip, or, when lazy,
// lets one forgotten quotation mark swallow the rest of the class; and rows that
// are empty count in a spreadsheet.
//
// The dialect is RFC 4180 with what spreadsheets do beyond it: a quotation mark
// within an unquoted cell stands for itself (Robert "Bob" Ruiz), what follows a
// closed quotation is added to it, spaces before a quotation don't count.

// A table is a file's rows without the empty ones.
type table struct {
	text  *source.Text
	sep   byte
	rows  []row
	slips []slip
}

// A row's number counts from 1, with the empty rows.
type row struct {
	number int
	cells  []cell
}

// A cell's text is as written but for its quotation marks and the white space
// round it; at has the marks.
type cell struct {
	text string
	at   source.Span
}

// A slip is a quotation that doesn't end as it should.
type slip struct {
	row      int
	at       source.Span
	unclosed bool // else text follows it
}

func (r row) at() source.Span {
	return r.cells[0].at.To(r.cells[len(r.cells)-1].at)
}

// cell gives the cell of a column, counted from 0; past the row's end an empty
// one.
func (r row) cell(i int) cell {
	if i < len(r.cells) {
		return r.cells[i]
	}
	end := r.at()
	return cell{at: end.Text.Span(end.End, end.End)}
}

// empty says that nothing is in a row, or only the rules of a Markdown table.
func (r row) empty() bool {
	for _, c := range r.cells {
		if strings.Trim(c.text, "-:—") != "" {
			return false
		}
	}
	return true
}

// separators that are tried, the likeliest first.
const separators = ",;\t|"

// parse reads a text as a table. known counts the headings that it knows in a
// row; the separator is the one that a line "sep=;" names, else the one which
// makes most known headings, else the most even table.
func parse(text *source.Text, known func(row) int) (*table, error) {
	start := 0
	if first := text.Line(1); len(first) >= 5 && strings.EqualFold(first[:4], "sep=") {
		if sep := first[4]; len(strings.TrimSpace(first[5:])) == 0 && strings.IndexByte(separators, sep) >= 0 {
			return scan(text, min(len(first)+1, len(text.Body)), sep, maxRows, len(text.Body))
		}
		start = min(len(first)+1, len(text.Body))
	}
	best, most := byte(','), -1
	for i := range len(separators) {
		t, _ := scan(text, start, separators[i], 20, 200)
		score := 0
		widths := map[int]int{}
		for j, r := range t.rows {
			if j < headerRows {
				score = max(score, known(r)*1000)
			}
			if n := len(r.cells); n > 1 {
				widths[n]++
				score = max(score, score/1000*1000+widths[n])
			}
		}
		if score > most {
			best, most = separators[i], score
		}
	}
	return scan(text, start, best, maxRows, len(text.Body))
}

// scan reads up to so many rows that aren't empty, and up to so many in all.
// With an error comes what was read.
func scan(text *source.Text, from int, sep byte, limit, all int) (*table, error) {
	t := &table{text: text, sep: sep}
	s := scanner{text: text, body: text.Body, pos: from, sep: sep}
	var cells []cell // of an empty row, to be used again
	for number := 1; s.pos < len(s.body) && number <= all; number++ {
		r := row{number, s.row(cells[:0])}
		cells = nil
		for i := range s.slips {
			s.slips[i].row = number
		}
		t.slips = append(t.slips, s.slips...)
		s.slips = s.slips[:0]
		if s.wide {
			return t, fmt.Errorf("has more than %d columns: is it the right file?", maxColumns)
		}
		if r.empty() {
			cells = r.cells
			continue
		}
		if len(t.rows) == limit {
			return t, fmt.Errorf("has more than %d rows, and Quire prints up to %d students at once: is it the right file?", limit, maxStudents)
		}
		t.rows = append(t.rows, r)
	}
	if len(t.slips) > maxRows {
		return t, errors.New("has quotation marks that don't close in most rows: save it as CSV again")
	}
	return t, nil
}

type scanner struct {
	text  *source.Text
	body  string
	pos   int
	sep   byte
	slips []slip
	wide  bool // a cell beyond maxColumns has text
}

// row reads to a line's end and past it, appending to cells.
func (s *scanner) row(cells []cell) []cell {
	for {
		c := s.cell()
		switch {
		case len(cells) < maxColumns:
			cells = append(cells, c)
		case c.text != "":
			s.wide = true
		}
		if s.pos == len(s.body) {
			return cells
		}
		s.pos++
		if s.body[s.pos-1] == '\n' {
			return cells
		}
	}
}

// cell reads up to a separator, a line's end or the text's.
func (s *scanner) cell() cell {
	start := s.pos
	for start < len(s.body) && (s.body[start] == ' ' || s.body[start] == '\t') && s.body[start] != s.sep {
		start++
	}
	if start < len(s.body) && s.body[start] == '"' {
		if text, end, ok := s.quoted(start); ok {
			s.pos = end
			return cell{strings.TrimSpace(text), s.text.Span(start, end)}
		}
	}
	end := s.unquoted(start)
	s.pos = end
	text := s.body[start:end]
	trimmed := strings.TrimLeftFunc(text, unicode.IsSpace)
	start += len(text) - len(trimmed)
	trimmed = strings.TrimRightFunc(trimmed, unicode.IsSpace)
	return cell{trimmed, s.text.Span(start, start+len(trimmed))}
}

func (s *scanner) unquoted(from int) int {
	for from < len(s.body) && s.body[from] != s.sep && s.body[from] != '\n' {
		from++
	}
	return from
}

// quoted reads a quotation that begins at start, and gives its text and where
// the cell ends. Where it seems to end on another line with text behind it, the
// mark at start was never closed: then the cell is read as if unquoted. That
// looks ahead only once for any stretch of the text, since all quotation marks
// on the way were doubled, and a cell that begins with one of those closes there.
func (s *scanner) quoted(start int) (text string, end int, ok bool) {
	var b strings.Builder
	i := start + 1
	for {
		n := strings.IndexByte(s.body[i:], '"')
		if n < 0 {
			s.slips = append(s.slips, slip{at: s.text.Span(start, start+1), unclosed: true})
			return "", 0, false
		}
		b.WriteString(s.body[i : i+n])
		i += n + 1
		if i == len(s.body) || s.body[i] != '"' {
			break
		}
		b.WriteByte('"')
		i++
	}
	end = s.unquoted(i)
	rest := strings.TrimRightFunc(s.body[i:end], unicode.IsSpace)
	switch {
	case strings.TrimSpace(rest) == "":
	case strings.Contains(s.body[start:i], "\n"):
		s.slips = append(s.slips, slip{at: s.text.Span(start, start+1), unclosed: true})
		return "", 0, false
	default:
		s.slips = append(s.slips, slip{at: s.text.Span(start, end)})
		b.WriteString(rest)
	}
	return b.String(), end, true
}

// tell reports what was odd about quotation marks.
func (t *table) tell(r *report) {
	for _, s := range t.slips {
		if s.unclosed {
			r.error("C7", "", s.at, fmt.Sprintf("row %d: the quotation mark that opens this cell isn't closed", s.row),
				"Close it, or delete it.")
			continue
		}
		r.warn("C7", "", s.at, fmt.Sprintf("row %d: text follows a closed quotation; the marks were left out", s.row),
			`Put the whole cell in quotation marks, and double those within: "Robert ""Bob"" Ruiz".`)
	}
}
