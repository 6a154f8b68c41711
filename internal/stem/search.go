package stem

import (
	"slices"
	"strings"
	"unicode"
)

// Query asks for stems. What is empty, any stem has.
type Query struct {
	Kind, Skill, Phase, Type string
	Words                    []string // each stands somewhere in what the stem says of itself, or in its text
}

// Entry is a stem with what can be asked of it.
type Entry struct {
	*Stem
	Type, Kind, Skill string
	Minutes           int
}

// Entries gives all stems in the order of a lesson's sections, of a seminar's
// phases, and of their names.
func Entries() []Entry {
	var all []Entry
	for _, s := range All() {
		it := s.Item()
		all = append(all, Entry{s, it.Type, it.Tags.Kind, it.Tags.Skill, it.Tags.Minutes})
	}
	place := func(e Entry) int { return slices.Index(Places, e.Place()) }
	slices.SortStableFunc(all, func(a, b Entry) int { return place(a) - place(b) })
	return all
}

// Search gives those of some stems that a query asks for.
func Search(all []Entry, q Query) []Entry {
	var found []Entry
	for _, e := range all {
		if asked(q.Kind, e.Kind) && asked(q.Skill, e.Skill) && asked(q.Phase, e.Phase()) && asked(q.Type, e.Type) && e.speaksOf(q.Words) {
			found = append(found, e)
		}
	}
	return found
}

func asked(wanted, is string) bool { return wanted == "" || wanted == is }

// speaksOf says that a stem has all of some words, or words that begin like
// them, in any order.
func (e Entry) speaksOf(wanted []string) bool {
	if len(wanted) == 0 {
		return true
	}
	all := []string{e.Name, e.About, e.When, e.Section, e.Group, e.Text(), e.Type, e.Kind, e.Skill}
	for _, a := range e.Arguments {
		all = append(all, a.Name, a.About)
	}
	words := wordsOf(strings.Join(all, " "))
	for _, w := range wanted {
		for _, part := range wordsOf(w) {
			if !begins(words, part) {
				return false
			}
		}
	}
	return true
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func begins(words []string, part string) bool {
	for _, w := range words {
		if strings.HasPrefix(w, part) {
			return true
		}
	}
	return false
}
