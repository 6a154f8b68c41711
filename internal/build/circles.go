package build

import (
	"quire/internal/compose"
	"quire/internal/roster"
)

// The documents that a class list changes beside the packet and its cover sheet.
const (
	trackerName = "tracker"
	circlesName = "circles"
)

// withNames are those that have students' names on them. No other document is
// given any, whatever a lesson's own template asks for.
var withNames = []string{trackerName, circlesName}

// classOf is a class as it sits round a table, in the order of its copies.
func classOf(all []student) *compose.Class {
	c := &compose.Class{}
	for _, s := range all {
		mate := compose.Classmate{Listed: s.listed(), Called: s.called}
		if s.Name == "" {
			mate.Called = nil
		}
		c.Students = append(c.Students, mate)
	}
	return c
}

// circlesOf deals a class into circles by a seed, as indices of all.
func circlesOf(all []student, list *roster.Class, seed string) (first, second []compose.Pair) {
	at := make([]int, len(all)) // by the place in the list
	for i, s := range all {
		at[s.place-1] = i
	}
	pairs := func(of []roster.Watched) []compose.Pair {
		out := make([]compose.Pair, len(of))
		for i, w := range of {
			out[i].Inside = at[w.Inside]
			for _, o := range w.Outside {
				out[i].Outside = append(out[i].Outside, at[o])
			}
		}
		return out
	}
	a, b := roster.Circles(list, seed)
	return pairs(a), pairs(b)
}
