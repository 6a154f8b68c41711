package cli

import (
	"fmt"
	"io"
	"strings"

	"quire/internal/build"
	"quire/internal/diag"
	"quire/internal/overview"
)

// printOverviews prints the pictures of lessons; of findings only those that
// stop a build.
func printOverviews(stdout, stderr io.Writer, built []*build.Built) error {
	for _, b := range built {
		if err := diag.Print(stderr, b.Findings, diag.Error); err != nil {
			return err
		}
		printHead(stdout, b)
		if b.Overview == nil {
			fmt.Fprintf(stdout, "  there is no lesson to look over\n\n")
			continue
		}
		fmt.Fprintln(stdout)
		printOverview(stdout, b.Overview)
		fmt.Fprintln(stdout)
	}
	return nil
}

// How a terminal's 80 columns are used: labels, then the strip's cells.
const (
	labelWidth  = 14
	cellWidth   = 3
	cellsInRow  = (80 - labelWidth) / cellWidth
	rowsOfStrip = 4
)

// printOverview draws an overview in characters.
func printOverview(w io.Writer, o *overview.Overview) {
	cells := o.Strip(cellsInRow * rowsOfStrip)
	for len(cells) > 0 {
		n := min(len(cells), cellsInRow)
		printStrip(w, cells[:n])
		cells = cells[n:]
		fmt.Fprintln(w)
	}
	if o.Paragraphs > 0 {
		labelled(w, "", "shade and number: how many prompts use the paragraph"+inCells(o))
		for _, s := range besides(o) {
			labelled(w, "", s)
		}
		fmt.Fprintln(w)
	}
	for _, s := range o.Sections {
		labelled(w, strings.ToLower(s.Name), s.Words())
	}
	for _, s := range o.Spreads {
		labelled(w, s.Name, s.Words())
	}
	for i, f := range o.Reading.Facts() {
		label := "the essay"
		if i > 0 {
			label = ""
		}
		labelled(w, label, f)
	}
	if !o.Reading.Measured {
		labelled(w, "", "(how long its sentences are, its text tells: add --essay FILE)")
	}
}

// printStrip draws a row of paragraphs: numbers, shades, how many prompts.
func printStrip(w io.Writer, cells []overview.Cell) {
	var number, shade, uses strings.Builder
	each := 1 // number every cell, or every other where numbers are long
	if cells[len(cells)-1].First >= 100 {
		each = 2
	}
	for i, c := range cells {
		if i%each == each-1 {
			fmt.Fprintf(&number, "%*d", each*cellWidth, c.First)
		}
		fmt.Fprintf(&shade, " %s", strings.Repeat(shades[min(c.Prompts, len(shades)-1)], cellWidth-1))
		n := "·"
		if c.Prompts > 0 {
			n = fmt.Sprint(c.Prompts)
		}
		fmt.Fprintf(&uses, "%*s", cellWidth, n)
	}
	for _, row := range []struct{ label, text string }{{"paragraph", number.String()}, {"", shade.String()}, {"prompts", uses.String()}} {
		fmt.Fprintf(w, "  %-*s%s\n", labelWidth-2, row.label, row.text)
	}
}

var shades = []string{"·", "░", "▒", "▓", "█"}

// inCells says what a cell is where it isn't one paragraph.
func inCells(o *overview.Overview) string {
	if c := o.Strip(cellsInRow * rowsOfStrip)[0]; c.Last > c.First {
		return fmt.Sprintf(", %d paragraphs together", c.Last-c.First+1)
	}
	return ""
}

// besides says what a strip doesn't count.
func besides(o *overview.Overview) []string {
	var out []string
	if o.Whole > 0 {
		out = append(out, "besides, "+count(o.Whole, "prompt")+" on the whole essay")
	}
	if o.Nowhere > 0 {
		out = append(out, "besides, "+count(o.Nowhere, "prompt")+" with no place in it")
	}
	return out
}

// labelled prints text after a label, broken at spaces to fit.
func labelled(w io.Writer, label, text string) {
	const width = 80 - labelWidth
	line := ""
	for word := range strings.FieldsSeq(strings.ReplaceAll(diag.Visible(text), "\u00a0", "\x00")) {
		word = strings.ReplaceAll(word, "\x00", " ")
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			fmt.Fprintf(w, "  %-*s%s\n", labelWidth-2, label, line)
			label, line = "", ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	fmt.Fprintf(w, "  %-*s%s\n", labelWidth-2, label, line)
}
