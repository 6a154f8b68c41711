// Package form arranges a quiz: which option is printed where, for a form A, B
// or a student's own. An arrangement depends on the seed, the form's name and
// the item's id only, so that editing one prompt leaves the others as they were.
package form

import "quire/internal/question"

// Form is one arrangement of a lesson's items.
type Form struct {
	Name      string // "A"
	Seed      string
	Questions bool // shuffle the questions too
}

// Arrange gives an item's arrangement: a Fisher–Yates shuffle for each of its
// responses, drawn from SHA-256 of seed, form, item id and response (see
// draw.go, with the exact bytes). Pinned parts stay; matching and ordering
// never come out solved, if there is any other way.
func (f Form) Arrange(it *question.Item) question.Arrangement {
	var a question.Arrangement
	for i, r := range it.Responses {
		n, pinned, hide := question.Shuffles(r)
		if n < 2 {
			continue
		}
		if a == nil {
			a = make(question.Arrangement, len(it.Responses))
		}
		d := newDraw(f.Seed, f.Name, it.ID, i)
		a[i] = d.order(n, pinned)
		for hide && question.Solved(r, a[i]) && another(r, n, pinned) {
			a[i] = d.order(n, pinned)
		}
	}
	return a
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
