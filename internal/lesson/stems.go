package lesson

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/markup"
	"quire/internal/question"
	"quire/internal/stem"
)

// stemmed gives the prompt that a prompt and the stem that it names make
// together; the prompt itself if it names none.
func (s *sorter) stemmed(sec *markup.Section) *markup.Section {
	name, ok := sec.Attrs.Get(stem.Attribute)
	if !ok {
		return sec
	}
	st := stem.Find(name.Text, name.At)
	if st == nil {
		s.findings.Error("stem", orAt(name.At, sec.At), fmt.Sprintf("there is no stem “%s”", name.Text), nearestStem(name.Text))
		return withoutStem(sec)
	}
	out, kept := st.Fill(sec, s.findings)
	var left []string
	for _, k := range kept {
		if Todos(k.Words) > 0 {
			left = append(left, k.Name)
		}
	}
	if len(left) > 0 {
		s.out.unwritten = append(s.out.unwritten, out.At)
		s.findings.Warn("todo", name.At, fmt.Sprintf("of what the stem “%s” leaves to you, this is not written yet: %s", st.Name, strings.Join(left, ", ")),
			fmt.Sprintf("Write it under this heading, where it stands in the stem's place; quire list --stems %s shows how. What is left prints as it stands, in the key too.", st.Name))
	}
	return out
}

func nearestStem(name string) string {
	if near := diag.Nearest(name, stem.Names()); near != "" {
		return fmt.Sprintf("Did you mean %s? quire list --stems prints them all.", near)
	}
	return "quire list --stems prints those that there are."
}

// withoutStem gives a prompt without the attributes that only its stem could
// have known.
func withoutStem(sec *markup.Section) *markup.Section {
	out := *sec
	out.Attrs.Pairs = slices.DeleteFunc(slices.Clone(sec.Attrs.Pairs), func(p markup.Pair) bool { return !question.IsAttribute(p.Key.Text) })
	return &out
}
