// Package overview makes a picture of a lesson: which paragraphs of the essay
// its prompts use, what sorts of prompts they are, how much they are worth and
// how long they take, and how hard the essay reads.
//
// A resolved lesson goes in; figures come out. The package draws nothing and
// judges nothing. Without the essay it says what the lock file remembers.
package overview

import (
	"cmp"
	"fmt"
	"slices"

	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
)

// Overview is the picture.
type Overview struct {
	Paragraphs int // of the essay; 0 where neither essay nor lock file tell
	Whole      int // prompts about the whole essay, which no paragraph counts
	Nowhere    int // prompts that name no place
	Sections   []Section
	Spreads    []Spread
	Reading    Reading

	uses [][]int // for each prompt with a place the paragraphs it uses, ascending
}

// Section is a section of prompts: what they are worth and how long they take,
// as far as they say.
type Section struct {
	Name                     string
	Prompts, Points, Minutes int
	Of                       int // minutes there are; 0 where nothing says
}

// Spread is how prompts are tagged in one respect.
type Spread struct {
	Name     string // "kind"
	Counts   []Count
	Untagged int
}

// Count is how many prompts have a value.
type Count struct {
	Value   string
	Prompts int
}

// Cell is a stretch of paragraphs, as a rule a single one, and how many prompts
// use any of it.
type Cell struct{ First, Last, Prompts int }

// Of makes the picture of a lesson.
func Of(l *lesson.Lesson) *Overview {
	o := &Overview{Paragraphs: len(l.Paragraphs), Reading: readingOf(l)}
	at := map[string]document.Place{}
	for _, p := range l.Passages {
		at[p.ID] = p.Place
	}
	var all []*question.Item
	for i := range l.Sections {
		s := &l.Sections[i]
		items := s.Items()
		if len(items) == 0 {
			continue
		}
		sum := Section{Name: s.Name, Prompts: len(items), Minutes: s.Minutes()}
		for _, it := range items {
			sum.Points += max(it.Tags.Points, 0)
			o.use(it, at)
		}
		if s.Name == "Seminar" {
			sum.Of = l.Meta.Minutes
		}
		o.Sections = append(o.Sections, sum)
		all = append(all, items...)
	}
	for _, s := range spreads {
		o.Spreads = append(o.Spreads, s.of(all))
	}
	return o
}

// use notes the paragraphs of an item: those of its passage or, if it has none,
// those that its question names.
func (o *Overview) use(it *question.Item, at map[string]document.Place) {
	used := map[int]bool{}
	add := func(p document.Place) {
		for n := max(p.FirstParagraph, 1); n <= min(p.LastParagraph, o.Paragraphs); n++ {
			used[n] = true
		}
	}
	if p, ok := at[it.Tags.Passage]; ok && it.Tags.Passage != "" {
		add(p)
	} else {
		document.Walk(it.Stem, func(in document.Inline) {
			switch in := in.(type) {
			case document.Reference:
				add(in.Place)
			case document.Quotation:
				add(in.Place)
			}
		})
	}
	switch {
	case len(used) == 0:
		o.Nowhere++
	case len(used) == o.Paragraphs && o.Paragraphs > 1:
		o.Whole++
	default:
		numbers := make([]int, 0, len(used))
		for n := range used {
			numbers = append(numbers, n)
		}
		slices.Sort(numbers)
		o.uses = append(o.uses, numbers)
	}
}

// Strip gives the essay's paragraphs in no more than most cells of as many
// paragraphs each, the last perhaps of fewer.
func (o *Overview) Strip(most int) []Cell {
	each := max(1, (o.Paragraphs+most-1)/most)
	var cells []Cell
	for first := 1; first <= o.Paragraphs; first += each {
		cells = append(cells, Cell{First: first, Last: min(first+each-1, o.Paragraphs)})
	}
	for _, numbers := range o.uses {
		last := -1
		for _, n := range numbers {
			if i := (n - 1) / each; i != last {
				cells[i].Prompts++
				last = i
			}
		}
	}
	return cells
}

// Prompts counts all prompts.
func (o *Overview) Prompts() (n int) {
	for _, s := range o.Sections {
		n += s.Prompts
	}
	return n
}

// A spread says how a tag is read, and the values whose absence is worth seeing.
type spread struct {
	name   string
	always []string
	value  func(question.Tags) string
}

var spreads = []spread{
	{"kind", []string{"factual", "interpretive", "evaluative"}, func(t question.Tags) string { return t.Kind }},
	{"skill", nil, func(t question.Tags) string { return t.Skill }},
	{"DOK", []string{dok(1), dok(2), dok(3), dok(4)}, func(t question.Tags) string { return dok(t.DOK) }},
	{"stance", []string{"tests-author", "supports-author", "neutral"}, func(t question.Tags) string { return t.Stance }},
}

func dok(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("level\u00a0%d", n)
}

func (s spread) of(items []*question.Item) Spread {
	out := Spread{Name: s.name}
	n := map[string]int{}
	for _, it := range items {
		n[s.value(it.Tags)]++
	}
	out.Untagged = n[""]
	delete(n, "")
	for _, v := range s.always {
		out.Counts = append(out.Counts, Count{v, n[v]})
		delete(n, v)
	}
	var rest []Count
	for v, k := range n {
		rest = append(rest, Count{v, k})
	}
	slices.SortFunc(rest, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Prompts, a.Prompts), cmp.Compare(a.Value, b.Value))
	})
	out.Counts = append(out.Counts, rest...)
	return out
}

// Tagged says that any prompt has the tag.
func (s Spread) Tagged() bool {
	return slices.ContainsFunc(s.Counts, func(c Count) bool { return c.Prompts > 0 })
}

// Words writes a spread: "factual: 6 · interpretive: 5 · evaluative: 0 · not tagged: 2".
func (s Spread) Words() string {
	if !s.Tagged() {
		return "not tagged"
	}
	out := ""
	for _, c := range s.Counts {
		out += fmt.Sprintf("\u00a0· %s:\u00a0%d", c.Value, c.Prompts)
	}
	if s.Untagged > 0 {
		out += fmt.Sprintf("\u00a0· not\u00a0tagged:\u00a0%d", s.Untagged)
	}
	return out[len("\u00a0· "):]
}

// Words writes what a section comes to: "6 prompts, 12 points, 40 of 50 minutes".
func (s Section) Words() string {
	out := count(s.Prompts, "prompt")
	if s.Points > 0 {
		out += ", " + count(s.Points, "point")
	}
	switch {
	case s.Minutes > 0 && s.Of > 0:
		out += fmt.Sprintf(", %d of %s", s.Minutes, count(s.Of, "minute"))
	case s.Minutes > 0:
		out += ", about " + count(s.Minutes, "minute")
	}
	return out
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d\u00a0%s", n, what)
}

// Uses says in words how much prompts use each paragraph, the most used first:
// "¶7 by 4 prompts; ¶2, ¶3 by 2; ¶1, ¶5–6 by none".
func (o *Overview) Uses() string {
	by := map[int][]Cell{}
	var counts []int
	for _, c := range o.Strip(max(o.Paragraphs, 1)) {
		if by[c.Prompts] == nil {
			counts = append(counts, c.Prompts)
		}
		if run := by[c.Prompts]; len(run) > 0 && run[len(run)-1].Last == c.First-1 {
			run[len(run)-1].Last = c.Last
			continue
		}
		by[c.Prompts] = append(by[c.Prompts], c)
	}
	slices.Sort(counts)
	slices.Reverse(counts)
	out := ""
	for i, n := range counts {
		if i > 0 {
			out += "; "
		}
		for k, c := range by[n] {
			if k > 0 {
				out += ", "
			}
			out += c.Words()
		}
		switch {
		case n == 0:
			out += " by none"
		case i == 0:
			out += " by " + count(n, "prompt")
		default:
			out += fmt.Sprintf(" by %d", n)
		}
	}
	return out
}

// Words names a cell's paragraphs: "¶3", "¶3–5".
func (c Cell) Words() string {
	if c.First == c.Last {
		return fmt.Sprintf("¶%d", c.First)
	}
	return fmt.Sprintf("¶%d–%d", c.First, c.Last)
}
