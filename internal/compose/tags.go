package compose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/document"
	"quire/internal/question"
)

// tagNames are what the table of tags shows, and how it is read of an item.
var tagNames = []struct {
	name string
	of   func(question.Tags) []string
}{
	{"Kind", func(t question.Tags) []string { return []string{t.Kind} }},
	{"Skill", func(t question.Tags) []string { return []string{t.Skill} }},
	{"DOK", func(t question.Tags) []string { return []string{level(t.DOK)} }},
	{"Stance", func(t question.Tags) []string { return []string{t.Stance} }},
	{"Bloom", func(t question.Tags) []string { return []string{t.Bloom} }},
	{"QAR", func(t question.Tags) []string { return []string{t.QAR} }},
	{"Standards", func(t question.Tags) []string { return t.Standards }},
}

func level(dok int) string {
	if dok == 0 {
		return ""
	}
	return fmt.Sprintf("level\u00a0%d", dok)
}

// tagTable gives a row for each sort of tag: its values, in their own order,
// each with the numbers of the questions that have it, so that one sees at a
// glance what the sheet has much of and what it lacks.
func tagTable(d *desk, c document.Call) []document.Block {
	sec := d.lesson.Section(argumentAt(c, 0, ""))
	numbers := numbersOf(sec, d.form)
	g := newGrid("Tag", "Questions")
	for _, tag := range tagNames {
		having := map[string][]int{}
		for _, it := range itemsOf(sec, d.form) {
			if !it.Numbered() {
				continue
			}
			for _, v := range tag.of(it.Tags) {
				having[v] = append(having[v], numbers[it])
			}
		}
		delete(having, "")
		var parts []string
		for v, in := range having {
			parts = append(parts, strings.TrimSuffix(v+": "+runs(in), ": "))
		}
		slices.Sort(parts)
		if len(parts) > 0 {
			g.row(document.Words(tag.name), document.Words(strings.Join(parts, " · ")))
		}
	}
	return g.blocks(c.At, "What the questions are tagged as", len(g.rows))
}

// runs writes ascending numbers as ranges: "1, 3–5"; nothing for 0, the number
// of a section's only question.
func runs(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		s := strconv.Itoa(numbers[i])
		switch {
		case numbers[i] == 0:
			s = ""
		case j == i+1:
			s += ", " + strconv.Itoa(numbers[j])
		case j > i:
			s += "–" + strconv.Itoa(numbers[j])
		}
		if s != "" {
			parts = append(parts, s)
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
