// Package form arranges a quiz: which option is printed where, for a form A, B
// or a student's own. An arrangement depends on the seed, the form's name and
// the item's id only, so that editing one prompt leaves the others as they were.
package form

import (
	"slices"
	"strconv"

	"quire/internal/question"
)

// Form is one arrangement of a lesson's items.
type Form struct {
	Name      string // "A"
	Seed      string
	Questions bool // shuffle the questions too
	Fewer     int  // wrong options to leave out of a choice, as long as two are left to choose from
}

// Code is what a sheet's foot calls the form: its name, and after a point how
// many options it leaves out.
func (f Form) Code() string {
	if f.Fewer == 0 {
		return f.Name
	}
	return f.Name + "." + strconv.Itoa(f.Fewer)
}

// Arrange gives an item's arrangement: a Fisher–Yates shuffle for each of its
// responses, drawn from SHA-256 of seed, form, item id and response (see
// draw.go, with the exact bytes). Pinned parts stay; matching and ordering
// never come out solved, if there is any other way.
func (f Form) Arrange(it *question.Item) question.Arrangement {
	var a question.Arrangement
	for i, r := range it.Responses {
		order := f.order(it.ID, i, r)
		if f.Fewer > 0 && len(it.Responses) == 1 {
			order = f.fewer(it.ID, r, order)
		}
		if order == nil {
			continue
		}
		if a == nil {
			a = make(question.Arrangement, len(it.Responses))
		}
		a[i] = order
	}
	return a
}

// order shuffles one response of an item; nil for what keeps its order.
func (f Form) order(id string, i int, r question.Response) []int {
	n, pinned, hide := question.Shuffles(r)
	if n < 2 {
		return nil
	}
	d := newDraw(f.Seed, f.Name, id, i)
	order := d.order(n, pinned)
	for hide && question.Solved(r, order) && another(r, n, pinned) {
		order = d.order(n, pinned)
	}
	return order
}

// fewer leaves wrong options out of a choice of one among three or more. They
// are drawn for the item alone, not for the form, so that all who have fewer
// options do without the same ones. Nil is the order as written.
func (f Form) fewer(id string, r question.Response, order []int) []int {
	c, ok := r.(question.Choice)
	if !ok || c.Several || len(c.Options) < 3 {
		return order
	}
	var wrong []int
	for i, o := range c.Options {
		if !o.Right && !o.Pinned {
			wrong = append(wrong, i)
		}
	}
	d := newDraw(f.Seed, "", id, leftOut)
	for range min(f.Fewer, len(wrong), len(c.Options)-2) {
		i := d.below(len(wrong))
		out := wrong[i]
		wrong = slices.Delete(wrong, i, i+1)
		if order == nil {
			order = asWritten(len(c.Options))
		}
		order = slices.DeleteFunc(order, func(i int) bool { return i == out })
	}
	return order
}

// another says whether a response has an order, within its pins, that isn't
// solved. What solves it is a stretch from the first part on, so if moving the
// first free part doesn't break it, nothing will.
func another(r question.Response, n int, pinned []bool) bool {
	free := movable(n, pinned)
	if len(free) < 2 {
		return false
	}
	order := asWritten(n)
	first := free[0]
	for _, i := range free[1:] {
		order[first], order[i] = order[i], order[first]
		if !question.Solved(r, order) {
			return true
		}
		order[first], order[i] = order[i], order[first]
	}
	return false
}
