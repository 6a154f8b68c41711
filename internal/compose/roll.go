package compose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
)

// Roll is a class as its teacher's cover sheet lists it: who gets what, and how
// much paper all of it takes.
type Roll struct {
	Rows  []RollRow
	Paper string // "Letter"
	Sides int    // of it that are printed on
	Part  string // "part 2 of 8"; empty for the whole class
}

// RollRow is a student, with as many copies of so many pages on so many sheets
// of paper each.
type RollRow struct {
	Place                 int // in the list, from 1
	Name, ID, Group, Form string
	Gets                  string // what this copy has that others don't
	Copies, Pages, Sheets int
}

// rollTable gives each student a row; columns that nobody needs are left out.
func rollTable(d *desk, c document.Call) []document.Block {
	if d.roll == nil {
		return nil
	}
	g := newGrid("No.", "Name", "ID", "Group", "Form", "Gets", "Copies", "Sheets")
	for _, r := range d.roll.Rows {
		copies := ""
		if r.Copies != 1 {
			copies = strconv.Itoa(r.Copies)
		}
		g.row(document.Words(strconv.Itoa(r.Place)), document.Words(r.Name), document.Words(r.ID), document.Words(r.Group),
			document.Words(r.Form), document.Words(r.Gets), document.Words(copies), document.Words(strconv.Itoa(r.Copies*r.Sheets)))
	}
	return g.blocks(c.At, "Who gets what", len(g.rows))
}

// rollTotal says how much paper the class takes, and how often each form is
// there.
func rollTotal(d *desk, c document.Call) []document.Block {
	if d.roll == nil {
		return nil
	}
	copies, pages, sheets := 0, 0, 0
	forms := map[string]int{}
	for _, r := range d.roll.Rows {
		copies += r.Copies
		pages += r.Copies * r.Pages
		sheets += r.Copies * r.Sheets
		forms[r.Form] += r.Copies
	}
	sides := "on both sides"
	if d.roll.Sides == 1 {
		sides = "on one side"
	}
	first := fmt.Sprintf("%s, %s, %s of %s paper printed %s", diag.Counted(len(d.roll.Rows), "student"), diag.Counted(copies, "copy"), diag.Counted(sheets, "sheet"), d.roll.Paper, sides)
	if d.roll.Part != "" {
		first = d.roll.Part + ": " + first
	}
	out := dotted(c.At, document.Words(first), document.Words(diag.Counted(pages, "page")))
	var each []string
	for f, n := range forms {
		each = append(each, fmt.Sprintf("form\u00a0%s: %d", f, n))
	}
	slices.Sort(each)
	if len(each) > 1 && len(each) <= 12 {
		out = append(out, dotted(c.At, document.Words(strings.Join(each, ", ")))...)
	}
	return out
}
