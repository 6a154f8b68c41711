package compose

import (
	"slices"
	"strings"

	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/question"
)

// fact is something that a section of a template may depend on:
// {when=finder}, {when="not words"}, {when="words not essay-printed"} (both
// must hold). Noun is what a lesson lacks without it, for facts that a whole
// document may need.
type fact struct {
	name, doc, noun string
	holds           func(l *lesson.Lesson, printed bool) bool
}

// facts are all there are.
var facts = []fact{
	{"essay-printed", "the essay's text is printed", "essay text to print", func(l *lesson.Lesson, printed bool) bool { return printed }},
	{"restricted", "the essay is under copyright", "", func(l *lesson.Lesson, _ bool) bool {
		return l.Meta.Essay.Rights == lesson.Restricted
	}},
	{"restricted-printed", "the essay is under copyright and printed all the same, as asked", "", func(l *lesson.Lesson, printed bool) bool {
		return printed && l.Meta.Essay.Rights == lesson.Restricted
	}},
	{"finder", "the essay isn't printed, and how its paragraphs begin is known", "", func(l *lesson.Lesson, printed bool) bool {
		return !printed && len(l.Paragraphs) > 0
	}},
	{"question", "the lesson has an essential question", "", func(l *lesson.Lesson, _ bool) bool { return l.Meta.Question != "" }},
	{"controversy", "the seminar's format is about a controversy", "", func(*lesson.Lesson, bool) bool { return false }}, // Compose knows
	{"class", "there is a class list", "class list", func(*lesson.Lesson, bool) bool { return false }},
	{"glosses", "the student wants words explained before the questions too", "", func(*lesson.Lesson, bool) bool { return false }},
	{"words", "the lesson explains words", "", func(l *lesson.Lesson, _ bool) bool { return len(l.Words) > 0 }},
	{"worksheet", "the lesson has worksheet prompts", "worksheet", hasSection("Worksheet")},
	{"seminar", "the lesson has seminar prompts", "seminar", hasSection("Seminar")},
	{"exit-ticket", "the lesson has exit prompts", "exit ticket", hasSection("Exit ticket")},
	{"before-reading", "worksheet prompts come before the reading", "", func(l *lesson.Lesson, _ bool) bool {
		return slices.ContainsFunc(groupsOf(l.Section("Worksheet"), form.Form{}), beforeReading)
	}},
	{"two-sides", "a seminar prompt has both sides of a sheet", "seminar prompt with two sides", func(l *lesson.Lesson, _ bool) bool {
		return slices.ContainsFunc(l.Section("Seminar").Items(), twoSided)
	}},
	{"exit-note", "an exit prompt has a note for the teacher", "", func(l *lesson.Lesson, _ bool) bool {
		return slices.ContainsFunc(l.Section("Exit ticket").Items(), func(it *question.Item) bool { return len(it.Guide.Note) > 0 })
	}},
	{"brief", "the lesson opens with a brief for the teacher", "", func(l *lesson.Lesson, _ bool) bool { return len(l.Brief) > 0 }},
	{"tags", "worksheet prompts are tagged (kind, skill, standards …)", "", func(l *lesson.Lesson, _ bool) bool {
		return slices.ContainsFunc(l.Section("Worksheet").Items(), func(it *question.Item) bool { return tagged(it.Tags) })
	}},
	{"standards", "worksheet prompts name standards", "", func(l *lesson.Lesson, _ bool) bool {
		return slices.ContainsFunc(l.Section("Worksheet").Items(), func(it *question.Item) bool { return len(it.Tags.Standards) > 0 })
	}},
}

func hasSection(name string) func(*lesson.Lesson, bool) bool {
	return func(l *lesson.Lesson, _ bool) bool { return len(l.Section(name).Items()) > 0 }
}

// twoSided says that an item's sheet is turned over.
func twoSided(it *question.Item) bool {
	return it.Sheet != nil && slices.ContainsFunc(it.Sheet.Student(nil), func(b document.Block) bool {
		_, ok := b.(document.Break)
		return ok
	})
}

func tagged(t question.Tags) bool {
	return t.Kind != "" || t.Skill != "" || t.DOK > 0 || t.Stance != "" || t.Bloom != "" || t.QAR != "" || len(t.Standards) > 0
}

func factsOf(l *lesson.Lesson, printed bool) map[string]bool {
	out := map[string]bool{}
	for _, f := range facts {
		out[f.name] = f.holds(l, printed)
	}
	return out
}

func factNamed(name string) *fact {
	for i := range facts {
		if facts[i].name == name {
			return &facts[i]
		}
	}
	return nil
}

func factNames() []string {
	var names []string
	for _, f := range facts {
		names = append(names, f.name)
	}
	return names
}

func neededNames() []string {
	var names []string
	for _, f := range facts {
		if f.noun != "" {
			names = append(names, f.name)
		}
	}
	return names
}

// holds reads a condition: names of facts, all of which must hold; "not" turns
// the next one round.
func holds(when string, facts map[string]bool) bool {
	not := false
	for _, w := range strings.Fields(when) {
		if w == "not" {
			not = !not
			continue
		}
		if facts[w] == not {
			return false
		}
		not = false
	}
	return true
}
