package question

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/markup"
)

// attribute is an attribute that a prompt may have. Set puts a value into a
// reading; a value that it refuses gets a hint back.
type attribute struct {
	name string
	some bool // only types that list it take it
	set  func(r *reading, value string) (hint string)
}

// attributes are all that a prompt may have. Those without a set are read by the
// types that take them.
func attributes() []attribute {
	return []attribute{
		{name: "passage", set: func(r *reading, v string) string { r.tags.Passage = v; return "" }},
		{name: "points", set: number(func(r *reading) *int { return &r.tags.Points }, 1000)},
		{name: "minutes", set: number(func(r *reading) *int { return &r.tags.Minutes }, 600)},
		{name: "kind", set: oneOf(func(r *reading) *string { return &r.tags.Kind }, "factual", "interpretive", "evaluative")},
		{name: "phase", set: oneOf(func(r *reading) *string { return &r.tags.Phase }, "pre", "opening", "core", "closing", "post")},
		{name: "skill", set: oneOf(func(r *reading) *string { return &r.tags.Skill },
			"sourcing", "context", "corroboration", "close-reading", "vocabulary", "structure", "tone", "evidence",
			"reasoning", "counterargument", "best-case", "synthesis")},
		{name: "dok", set: setDOK},
		{name: "stance", set: oneOf(func(r *reading) *string { return &r.tags.Stance }, "tests-author", "supports-author", "neutral")},
		{name: "bloom", set: func(r *reading, v string) string { r.tags.Bloom = v; return "" }},
		{name: "qar", set: func(r *reading, v string) string { r.tags.QAR = v; return "" }},
		{name: "standards", set: func(r *reading, v string) string { r.tags.Standards = several(v); return "" }},
		{name: "lang", set: func(r *reading, v string) string { r.tags.Lang = v; return "" }},
		{name: "lines", some: true, set: number(func(r *reading) *int { return &r.lines }, 60)},
		{name: "keep", set: setKeep},
		{name: "allow"}, // these two the lesson reads, of prompts and sections alike
		{name: "because"},
		{name: "stem"}, // and this it puts to use
		{name: "word", some: true},
		{name: "choose", some: true},
		{name: "form", some: true},
		{name: "rubric", some: true},
		{name: "second", some: true},
	}
}

// IsAttribute says that some type of prompt takes an attribute of this name.
func IsAttribute(name string) bool {
	return slices.ContainsFunc(attributes(), func(a attribute) bool { return a.name == name })
}

func setDOK(r *reading, v string) string {
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > 4 {
		return "Write a depth of knowledge from 1 to 4."
	}
	r.tags.DOK = n
	return ""
}

func setKeep(r *reading, v string) string {
	if v != "yes" && v != "no" {
		return "Write keep=yes at a question that the seminar shouldn't do without, or leave it out."
	}
	r.tags.Keep = v == "yes"
	return ""
}

// number sets a whole number from 0 to most.
func number(at func(*reading) *int, most int) func(*reading, string) string {
	return func(r *reading, v string) string {
		n, ok := whole(v, most)
		if !ok {
			return fmt.Sprintf("Write a whole number from 0 to %d.", most)
		}
		*at(r) = n
		return ""
	}
}

// whole reads a number of plain digits, from 0 to most.
func whole(s string, most int) (int, bool) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > most || s[0] == '+' {
		return 0, false
	}
	return n, true
}

func oneOf(at func(*reading) *string, values ...string) func(*reading, string) string {
	return func(r *reading, v string) string {
		if slices.Contains(values, v) {
			*at(r) = v
			return ""
		}
		hint := "It is one of " + list(values, "") + "."
		if near := diag.Nearest(v, values); near != "" {
			hint = "Did you mean " + near + "? " + hint
		}
		return hint
	}
}

// several parts a value at commas and spaces.
func several(v string) []string {
	return strings.FieldsFunc(v, func(c rune) bool { return c == ',' || c == ' ' })
}

// readTags fills in the tags: the prompt's own, else the nearest inherited. A
// wrong value is reported where it stands; the next one out then counts.
func (r *reading) readTags() {
	r.tags.Points = -1
	open := map[string]attribute{} // those without a value yet
	for _, a := range attributes() {
		if a.set != nil {
			open[a.name] = a
		}
	}
	for _, attrs := range append([]markup.Attrs{r.section.Attrs}, r.inherited...) {
		for _, p := range attrs.Pairs {
			a, ok := open[p.Key.Text]
			if !ok {
				continue
			}
			if hint := a.set(r, p.Value.Text); hint != "" {
				r.fail(codeAttribute, p.Value.At, fmt.Sprintf("%s can't be “%s”", a.name, p.Value.Text), hint)
				continue
			}
			delete(open, a.name)
		}
	}
	if r.lines > 0 {
		r.tags.Lines = r.lines
	}
}

// checkAttributes reports the prompt's own attributes that nobody knows or that
// its type doesn't take. Those of sections are checked where sections are read.
func (r *reading) checkAttributes() {
	all := attributes()
	var known []string
	for _, a := range all {
		if !a.some || slices.Contains(r.typ.attributes, a.name) {
			known = append(known, a.name)
		}
	}
	for _, p := range r.section.Attrs.Pairs {
		key := p.Key.Text
		if slices.Contains(known, key) {
			continue
		}
		if slices.ContainsFunc(all, func(a attribute) bool { return a.name == key }) {
			r.fail(codeAttribute, p.Key.At, r.typ.noun+" takes no attribute “"+key+"”", "Leave it out, or change the prompt's type.")
			continue
		}
		hint := "The attributes are " + list(known, "") + "."
		if near := diag.Nearest(key, known); near != "" {
			hint = "Did you mean " + near + "? " + hint
		}
		r.fail(codeAttribute, p.Key.At, "unknown attribute “"+key+"”", hint)
	}
}

// list joins words: ".a, .b and .c".
func list(words []string, prefix string) string {
	var b strings.Builder
	for i, w := range words {
		switch {
		case i > 0 && i == len(words)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(prefix + w)
	}
	return b.String()
}

// oneOf reports a value that isn't one of a few.
func (r *reading) oneOf(name string, v markup.Value, values ...string) bool {
	if slices.Contains(values, v.Text) {
		return true
	}
	hint := oneOf(nil, values...)(r, v.Text)
	r.fail(codeAttribute, v.At, fmt.Sprintf("%s can't be “%s”", name, v.Text), hint)
	return false
}
