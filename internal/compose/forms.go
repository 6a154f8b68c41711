package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/question"
)

// FormItem is an item as it stands in one form.
type FormItem struct {
	Form     string
	Position int    // its number on the sheet, from 1; 0 for the only question of a section
	Item     string // its id, the same in all forms
	Key      string // the answer in short, empty where there is none that is short
	Points   int    // 0 where none were given
}

// FormItems lists the numbered items of a lesson's worksheet, form by form in the
// order in which each prints them.
func FormItems(l *lesson.Lesson, forms []form.Form) []FormItem {
	var all []FormItem
	sec := l.Section("Worksheet")
	for _, f := range forms {
		numbers := numbersOf(sec, f)
		for _, it := range itemsOf(sec, f) {
			if it.Numbered() {
				all = append(all, FormItem{Form: f.Code(), Position: numbers[it], Item: it.ID, Key: shortKey(it, f), Points: max(it.Tags.Points, 0)})
			}
		}
	}
	return all
}

func shortKey(it *question.Item, f form.Form) string {
	if it.Key == nil {
		return ""
	}
	return it.Key.Short(f.Arrange(it))
}

// namesOf names forms: "Forms A, B, C", or how many there are.
func namesOf(forms []form.Form) string {
	if len(forms) > fewForms {
		return fmt.Sprintf("%d forms", len(forms))
	}
	names := make([]string, len(forms))
	for i, f := range forms {
		names[i] = f.Code()
	}
	return "Forms " + strings.Join(names, ", ")
}

const (
	fewForms   = 4  // that have a column each in a key; of more, each has a row
	fewColumns = 10 // items in such a row; more make another table
)

// formsGrid gives the answers of all forms. Where questions are shuffled an
// answer has its number in its form with it: "4: C".
func (d *desk) formsGrid(sec *lesson.Section, c document.Call) []document.Block {
	items := itemsOf(sec, d.form)
	answers := make([]map[*question.Item]string, len(d.forms))
	own := numbersOf(sec, d.form)
	for i, f := range d.forms {
		answers[i] = map[*question.Item]string{}
		numbers := numbersOf(sec, f)
		for _, it := range items {
			if !it.Numbered() {
				continue
			}
			a := shortKey(it, f)
			switch {
			case f.Questions && a != "":
				a = numeral(numbers[it]) + ":\u00a0" + a
			case f.Questions:
				a = numeral(numbers[it])
			}
			answers[i][it] = a
		}
	}
	var out []document.Block
	if d.forms[0].Questions {
		out = append(out, document.Paragraph{At: c.At, Style: document.Directions,
			Text: document.Words("“4:\u00a0C”: the question is number\u00a04 in that form, and C its answer.")})
	}
	if len(d.forms) > fewForms {
		return append(out, d.rowsOfForms(items, own, answers, c)...)
	}
	head := []string{"No."}
	for _, f := range d.forms {
		head = append(head, "Form\u00a0"+f.Code())
	}
	g := newGrid(append(head, "Points", "Where")...)
	points := 0
	for _, it := range items {
		if !it.Numbered() {
			continue
		}
		cells := [][]document.Inline{document.Words(numeral(own[it]))}
		for i := range d.forms {
			a := answers[i][it]
			if i == 0 { // its numbers are the first column
				a = cmp.Or(shortKey(it, d.form), "see below")
			}
			cells = append(cells, document.Words(a))
		}
		points += max(it.Tags.Points, 0)
		g.row(append(cells, document.Words(worthOf(it)), d.where(it, false))...)
	}
	if points > 0 {
		total := [][]document.Inline{nil, {strong("Total")}}
		for range d.forms[1:] {
			total = append(total, nil)
		}
		g.row(append(total, []document.Inline{strong(strconv.Itoa(points))}, nil)...)
	}
	return append(out, g.blocks(c.At, "The answers of all forms in short", len(g.rows))...)
}

// rowsOfForms gives each form a row, and each item whose answer or number differs
// from form to form a column, headed by its number in the first form. The others
// follow, once for all forms.
func (d *desk) rowsOfForms(items []*question.Item, own map[*question.Item]int, answers []map[*question.Item]string, c document.Call) []document.Block {
	var differ, alike []*question.Item
	for _, it := range items {
		switch same := func(a map[*question.Item]string) bool { return a[it] == answers[0][it] }; {
		case !it.Numbered():
		case !slices.ContainsFunc(answers, func(a map[*question.Item]string) bool { return !same(a) }):
			alike = append(alike, it)
		default:
			differ = append(differ, it)
		}
	}
	var out []document.Block
	for len(differ) > 0 {
		some := differ[:min(fewColumns, len(differ))]
		differ = differ[len(some):]
		head := []string{"Form"}
		for _, it := range some {
			head = append(head, numeral(own[it]))
		}
		g := newGrid(head...)
		for i, f := range d.forms {
			cells := [][]document.Inline{document.Words(f.Code())}
			for _, it := range some {
				cells = append(cells, document.Words(answers[i][it]))
			}
			g.row(cells...)
		}
		out = append(out, g.blocks(c.At, "The answers that differ between the forms", len(g.rows))...)
	}
	if len(alike) > 0 {
		out = append(out, document.Paragraph{At: c.At, Style: document.Directions, Text: document.Words("The same in all forms:")})
		out = append(out, d.grid(alike, own, false, c)...)
	}
	return out
}
