package question

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/document"
	"quire/internal/source"
)

var ordering = Type{
	Name:   "ordering",
	Class:  "ordering",
	Doc:    "Steps to put in order: a numbered list in the right order, printed shuffled with boxes to number.",
	noun:   "an ordering",
	fields: []string{"reason"},
	Example: `### How the bell lost its work {.ordering points=2}

Number the events from first to last.

1. The mill complains about the noise of children.
2. The school hangs a bell.
3. Lights are put on the walls.
4. A dog answers the bell.

**Reason:** The essay begins with the dog and goes back.
`,
	parse: parseOrdering,
}

func parseOrdering(r *reading) parsed {
	i := slices.IndexFunc(r.blocks, func(b document.Block) bool {
		l, ok := b.(document.List)
		return ok && l.Ordered
	})
	if i < 0 {
		r.fail(codeKey, r.section.At, "the ordering has no numbered list", "Write the steps in the right order: 1. …, 2. …")
		return parsed{sheet: stepSheet{}, key: stepKey{}, responses: []Response{Order{}}}
	}
	l := r.blocks[i].(document.List)
	at := blockAt(l, r.section.At)
	r.nothingAfter(i, "the steps")
	o := r.steps(l, at)
	return parsed{
		sheet:     stepSheet{at, columnOf(o.Steps)},
		key:       stepKey{o, r.said("reason")},
		responses: []Response{o},
	}
}

func (r *reading) steps(l document.List, at source.Span) Order {
	r.numbers(l)
	var o Order
	seen := map[string]source.Span{}
	for _, it := range l.Items {
		e := Entry{At: it.Source, Text: paragraphs(it.Blocks), Pinned: it.Pinned}
		switch {
		case it.Task != document.NoBox:
			r.fail(codeKey, it.Source, "a box before a step", "Leave it out: the order written is the key.")
		case len(it.Blocks) == 0:
			r.fail(codeKey, it.Source, "a step that says nothing", "Write what happens, or leave it out.")
			continue
		case len(it.Blocks) > 1:
			r.fail(codeShape, blockAt(it.Blocks[1], it.Source), "more than a paragraph in a step", "Write a step in one paragraph; say why in **Reason:**.")
		}
		if first, ok := seen[same(e.Text)]; ok && words(e.Text) != "" {
			r.twice("two steps say the same", e.At, first)
			continue
		}
		seen[same(e.Text)] = e.At
		o.Steps = append(o.Steps, e)
	}
	r.letters(len(o.Steps), "steps", func(i int) source.Span { return o.Steps[i].At })
	if len(o.Steps) < 2 {
		r.fail(codeKey, at, "an ordering of fewer than two steps", "Write at least two steps; four or five are better.")
	}
	return o
}

// numbers reports numbers that say another order than the one written. All
// alike, as in 1. 1. 1., they say none.
func (r *reading) numbers(l document.List) {
	wrong, alike := -1, true
	first := 0
	for i, it := range l.Items {
		s := it.Source.String()
		n, err := strconv.Atoi(s[:len(s)-len(strings.TrimLeft(s, "0123456789"))])
		if err != nil {
			return // made without a text
		}
		if i == 0 {
			first = n
		}
		alike = alike && n == first
		if n != i+1 && wrong < 0 {
			wrong = i
		}
	}
	if wrong >= 0 && (!alike || len(l.Items) == 1) {
		r.fail(codeKey, l.Items[wrong].Source, fmt.Sprintf("the step here is number %d in the order written, and has another number", wrong+1),
			"Write the steps in the right order and number them 1, 2, 3 …; or give all of them the number 1.")
	}
}

type stepSheet struct {
	at    source.Span
	steps []document.Option
}

func (s stepSheet) Student(a Arrangement) []document.Block {
	if len(s.steps) == 0 {
		return nil
	}
	o := document.Options{At: document.At{Source: s.at}, Shape: document.Write}
	for _, i := range a.orderOf(0, len(s.steps)) {
		o.Items = append(o.Items, s.steps[i])
	}
	return []document.Block{o}
}

type stepKey struct {
	Order
	reason []document.Block
}

// Short gives the numbers as they are to be written, down the page.
func (k stepKey) Short(a Arrangement) string {
	var numbers []string
	for _, i := range a.orderOf(0, len(k.Steps)) {
		numbers = append(numbers, strconv.Itoa(i+1))
	}
	return strings.Join(numbers, ", ")
}

func (k stepKey) Teacher(a Arrangement) []document.Block {
	if len(k.Steps) == 0 {
		return nil
	}
	out := []document.Block{answerLine(document.Words(k.Short(a)+", down the page"), placeOf(paragraphs(k.reason)))}
	var steps []document.Inline
	for i, s := range k.Steps {
		if i > 0 {
			steps = append(steps, inline(" "))
		}
		steps = append(append(steps, strong(inline(strconv.Itoa(i+1))), inline("\u00a0")), s.Text...)
	}
	return append(append(out, remark(steps...)), runIn("", k.reason)...)
}
