package question

import (
	"slices"
	"strings"

	"quire/internal/document"
	"quire/internal/source"
)

// grid is a table that students write into: what is printed in it, and in the
// key's table what belongs into its other cells.
type grid struct {
	printed, key document.Table
	answered     bool                 // some cell has an answer
	longest      [mostGridColumns]int // words of the longest answer in each column
}

const (
	fewestCellLines = 2
	mostCellLines   = 12
	mostGridRows    = 20
	mostGridColumns = 5
)

// takeTable takes the only table out of the question. It gives nil, and says
// so, if there is none; hint says what to write.
func (r *reading) takeTable(hint string) *document.Table {
	i := slices.IndexFunc(r.blocks, isTable)
	if i < 0 {
		r.strayGaps(r.blocks, "the table")
		r.fail(codeShape, r.section.At, r.typ.noun+" has no table", hint)
		return nil
	}
	t := r.blocks[i].(document.Table)
	r.nothingAfter(i, "the table")
	r.strayGaps(r.blocks, "the table")
	return &t
}

// strayGaps reports gaps in a question that has its gaps elsewhere.
func (r *reading) strayGaps(blocks []document.Block, elsewhere string) {
	document.Walk(blocks, func(in document.Inline) {
		if b, ok := in.(document.Blank); ok {
			r.fail(codeShape, b.Source, "a gap outside "+elsewhere, "In "+r.typ.noun+" gaps stand in "+elsewhere+"; what is in them goes into the key.")
		}
	})
}

// gridOf reads a table: a cell of words is printed, an empty one is room, and
// one that is a gap is room whose answer the key has.
func (r *reading) gridOf(t document.Table) grid {
	at := blockAt(t, r.section.At)
	g := grid{
		printed: document.Table{At: document.At{Source: at}, Head: t.Head, Rules: true},
		key:     document.Table{At: document.At{Source: at}, Head: t.Head, Rules: true},
	}
	for _, c := range t.Head {
		if hasGap(c.Text) {
			r.fail(codeShape, c.Source, "a gap in the table's head", "The head names the columns; gaps stand in the rows below.")
		}
	}
	if n := len(t.Head); n > mostGridColumns {
		r.fail(codeShape, at, "more than five columns to write in", "Make two tables of it, in two prompts.")
	}
	if n := len(t.Rows); n > mostGridRows {
		r.fail(codeShape, cellAt(t.Rows[mostGridRows], at), "more than twenty rows to write in", "Make several prompts of it.")
	}
	for _, row := range t.Rows {
		var printed, key []document.Cell
		for i, c := range row {
			text, answer := r.cell(c, at, "cell")
			if answer != nil {
				g.answered = true
				i = min(i, mostGridColumns-1)
				g.longest[i] = max(g.longest[i], len(strings.Fields(document.Plain(answer))))
			}
			printed = append(printed, document.Cell{At: c.At, Text: text})
			key = append(key, document.Cell{At: c.At, Text: append(slices.Clone(text), answer...)})
		}
		g.printed.Rows = append(g.printed.Rows, printed)
		g.key.Rows = append(g.key.Rows, key)
	}
	return g
}

// cell gives what is printed in a cell, and the answer that belongs there, nil
// for none. It is one or the other.
func (r *reading) cell(c document.Cell, table source.Span, what string) (printed, answer []document.Inline) {
	if !hasGap(c.Text) {
		return c.Text, nil
	}
	if b, ok := alone(c.Text); ok {
		return nil, r.gapWords(b)
	}
	at := c.Source
	if at.IsZero() {
		at = table
	}
	r.fail(codeShape, at, "a gap among other words in a "+what, "A "+what+" is either printed or an answer: put all of it into one gap, or none.")
	return nil, nil
}

// hasGap says that there is a gap among words, however deep.
func hasGap(text []document.Inline) bool {
	found := false
	document.RewriteInlines(text, func(in document.Inline) []document.Inline {
		if _, ok := in.(document.Blank); ok {
			found = true
		}
		return nil
	})
	return found
}

// alone gives the gap that is all of a text.
func alone(text []document.Inline) (document.Blank, bool) {
	if len(text) != 1 {
		return document.Blank{}, false
	}
	b, ok := text[0].(document.Blank)
	return b, ok
}

// gapWords gives what the author wrote into a gap.
func (r *reading) gapWords(b document.Blank) []document.Inline {
	if i := b.Number - 1; i >= 0 && i < len(r.section.Gaps) {
		return document.Words(r.section.Gaps[i].Answer)
	}
	return nil
}

// cellAt is the place of a row.
func cellAt(row []document.Cell, table source.Span) source.Span {
	if len(row) > 0 && !row[0].Source.IsZero() {
		return row[0].Source
	}
	return table
}

// named reports rows whose first cell is no name for them.
func (g *grid) named(r *reading, what string) {
	g.printed.RowHeads, g.key.RowHeads = true, true
	for _, row := range g.printed.Rows {
		if len(row) > 0 && words(row[0].Text) == "" {
			r.fail(codeShape, cellAt(row, g.printed.Source), "a row without "+what, "Write it in the first cell, as it is to be printed; gaps stand to its right.")
		}
	}
}

// writable reports a table without room to write.
func (g grid) writable(r *reading, from int) {
	for _, row := range g.printed.Rows {
		for i, c := range row {
			if i >= from && words(c.Text) == "" {
				return
			}
		}
	}
	r.fail(codeShape, g.printed.Source, "a table with nothing to fill in", "Leave cells empty, or write the answer as a gap: [[answer]].")
}

// shared gives the columns their shares of the measure.
func (g *grid) shared(widths ...float64) { g.printed.Widths, g.key.Widths = widths, widths }

// roomy sets the height of rows: as many lines as the author says, else as the
// longest answer takes in its column, all rows alike so that the room tells
// nothing. It gives the lines of a row.
func (g *grid) roomy(r *reading, least int) int {
	n := r.lines
	if n < 0 {
		const narrowest = 2 // words on a line of a narrow column
		whole := 0.0
		for _, w := range g.printed.Widths {
			whole += w
		}
		n = least
		for i := range min(len(g.printed.Head), mostGridColumns) {
			share := 1 / float64(len(g.printed.Head))
			if whole > 0 {
				share = g.printed.Widths[i] / whole
			}
			perLine := max(int(wordsALine*share), narrowest)
			n = max(n, (g.longest[i]+perLine-1)/perLine)
		}
		n = min(n, mostCellLines)
	}
	g.printed.MinRow = float64(n) * ruling
	return n
}

// ruling is the height of a line that a student writes, in millimetres.
const ruling = 8.5

// gridSheet is a table to write into.
type gridSheet struct {
	table document.Table
	after []document.Block
}

func (s gridSheet) Student(Arrangement) []document.Block {
	if len(s.table.Head) == 0 {
		return s.after
	}
	return append([]document.Block{s.table}, s.after...)
}

// formKey is the key of what is filled in: the same form with its answers, if
// it has any, and what the author says besides.
type formKey struct {
	textKey
	filled []document.Block
}

func (k formKey) Teacher(a Arrangement) []document.Block {
	out := k.textKey.Teacher(a)
	if len(k.filled) == 0 {
		return out
	}
	if len(k.answer) == 0 {
		out[0] = answerLine(document.Words("Filled in, for example"), placeOf(paragraphs(k.accept)))
	}
	n := 1
	if len(k.answer) > 0 {
		n = len(k.lead())
	}
	return slices.Insert(out, n, k.filled...)
}

// filledIn makes the sheet, the key and the response of a form that was read as
// a table.
func (r *reading) filledIn(g grid, lines int, after ...document.Block) parsed {
	var filled []document.Block
	if g.answered {
		filled = []document.Block{g.key}
	}
	return r.formOf(gridSheet{g.printed, after}, filled, lines*max(len(g.printed.Rows), 1))
}

// formOf does the same for any form.
func (r *reading) formOf(sheet Sheet, filled []document.Block, lines int) parsed {
	k := formKey{textKey: r.textKey(), filled: filled}
	full := k.answer
	if len(full) == 0 {
		full = filled
	}
	return parsed{
		sheet: sheet, key: k,
		responses: []Response{Text{Model: full, Accept: k.accept, Reject: k.reject, Lines: lines}},
	}
}
