package compose

import (
	"slices"
	"strings"

	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/question"
)

// groupsOf gives a section's groups as a form prints them: those that belong
// before the reading come first, wherever they were written, and the form may
// shuffle a worksheet's questions within theirs. Numbers, sheets, keys and guides
// all go by this order.
func groupsOf(s *lesson.Section, f form.Form) []lesson.Group {
	if s == nil {
		return nil
	}
	groups := slices.Clone(s.Groups)
	slices.SortStableFunc(groups, func(a, b lesson.Group) int {
		switch early, late := beforeReading(a), beforeReading(b); {
		case early && !late:
			return -1
		case late && !early:
			return 1
		}
		return 0
	})
	if s.Name == "Worksheet" {
		for i := range groups {
			groups[i].Items = f.Order(groups[i].Items)
		}
	}
	return groups
}

// itemsOf gives a section's items as they are printed.
func itemsOf(s *lesson.Section, f form.Form) []*question.Item {
	var all []*question.Item
	for _, g := range groupsOf(s, f) {
		all = append(all, g.Items...)
	}
	return all
}

// beforeReading says that a group is worked on before the essay is read: all
// its items have the phase pre, or none has one and its title begins with the
// word Before. A job in the margin by itself isn't: it needs the essay.
func beforeReading(g lesson.Group) bool {
	if !slices.ContainsFunc(g.Items, (*question.Item).Numbered) {
		return false
	}
	first := strings.Fields(document.Plain(g.Title))
	titled := len(first) > 0 && strings.EqualFold(first[0], "before")
	for _, it := range g.Items {
		if it.Tags.Phase != "pre" && !(it.Tags.Phase == "" && titled) {
			return false
		}
	}
	return true
}

// numbersOf numbers a section's items from 1, through all its groups in the
// order in which they are printed. Sheet, key and guide all number by it. A job
// to do while reading has no number, and neither has the only question of a
// section.
func numbersOf(s *lesson.Section, f form.Form) map[*question.Item]int {
	numbers := map[*question.Item]int{}
	n := 0
	for _, it := range itemsOf(s, f) {
		if it.Numbered() {
			n++
			numbers[it] = n
		}
	}
	if n == 1 {
		clear(numbers)
	}
	return numbers
}
