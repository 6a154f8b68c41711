// Package form arranges a quiz: which option is printed where, under which
// number, for a form A, B or a student's own. An arrangement depends on the
// seed, the form's name and the item's id only, so that editing one prompt
// leaves the others as they were.
package form

import "quire/internal/question"

// Form is one arrangement of a lesson's items.
type Form struct {
	Name string // "A"
	Seed string
}

// Arrange gives an item's arrangement: a Fisher–Yates shuffle for each of its
// responses, drawn from SHA-256 of seed, form, item id and response (see
// draw.go, with the exact bytes). Pinned parts stay; matching and ordering
// never come out solved, if there is any other way.
func (f Form) Arrange(it *question.Item) question.Arrangement { panic("not written") }
