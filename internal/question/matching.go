package question

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/document"
	"quire/internal/source"
)

var matching = Type{
	Name:   "matching",
	Class:  "matching",
	Doc:    "Two columns to join: a table with a header row; an empty left cell is an extra response.",
	noun:   "a matching",
	fields: []string{"reason"},
	Example: `### What each phrase does {.matching points=3}

Match each phrase with the work that it does in the argument. One job is left over.

| Phrase | Job |
|---|---|
| “It is true that” | concedes a point |
| “it was for the dog” | makes the reader laugh |
| “on the whole” | admits a small exception |
| | offers a figure as proof |

**Reason:** The figure stands in the sentence before, and proves nothing about the bell.
`,
	parse: parseMatching,
}

func parseMatching(r *reading) parsed {
	i := slices.IndexFunc(r.blocks, isTable)
	if i < 0 {
		r.fail(codeKey, r.section.At, "the matching has no table", "Write a table of two columns: what to match, and its answer.")
		return parsed{sheet: matchSheet{}, key: matchKey{}, responses: []Response{Match{}}}
	}
	t := r.blocks[i].(document.Table)
	at := blockAt(t, r.section.At)
	r.nothingAfter(i, "the table")
	m := r.pairs(t, at)
	var heads [2][]document.Inline
	if len(t.Head) == 2 {
		heads = [2][]document.Inline{t.Head[0].Text, t.Head[1].Text}
	}
	return parsed{
		sheet:     matchSheet{at, columnOf(m.Left), columnOf(m.Right), heads},
		key:       matchKey{m, r.said("reason"), heads},
		responses: []Response{m},
	}
}

// nothingAfter cuts block i out of the question and reports what follows it.
func (r *reading) nothingAfter(i int, what string) {
	if after := r.blocks[i+1:]; len(after) > 0 {
		r.fail(codeShape, blockAt(after[0], r.section.At), "text after "+what, "Move it above "+what+", or make it a field, such as **Teacher note:**.")
	}
	r.blocks = r.blocks[:i:i]
}

// pairs reads a table. Right holds the answers first, in the order in which
// the left column needs them, so that the order as written is the solved one;
// an answer that serves twice is there once.
func (r *reading) pairs(t document.Table, at source.Span) Match {
	var m Match
	var extras []Entry
	answers := map[string]int{}
	lefts := map[string]source.Span{}
	for _, row := range t.Rows {
		if len(row) != 2 || len(t.Head) != 2 {
			r.fail(codeKey, at, "a matching table needs two columns", "Write what to match on the left and its answer on the right.")
			return m
		}
		left, right := entryOf(row[0], at), entryOf(row[1], at)
		if empty(row[1]) {
			r.fail(codeKey, left.At, "an entry without an answer", "Write the answer in the right column, or leave the row out.")
			continue
		}
		if empty(row[0]) {
			extras = append(extras, right)
			continue
		}
		if first, ok := lefts[same(left.Text)]; ok {
			r.twice("two entries on the left say the same", left.At, first)
		}
		lefts[same(left.Text)] = left.At
		n, known := answers[same(right.Text)]
		if !known {
			n = len(m.Right)
			answers[same(right.Text)] = n
			m.Right = append(m.Right, right)
		}
		m.Left = append(m.Left, left)
		m.Pairs = append(m.Pairs, n)
	}
	for _, e := range extras {
		if n, ok := answers[same(e.Text)]; ok {
			r.twice("an extra response says the same as another one", e.At, m.Right[n].At)
			continue
		}
		answers[same(e.Text)] = len(m.Right)
		m.Right = append(m.Right, e)
	}
	r.letters(len(m.Left), "entries to match", func(i int) source.Span { return m.Left[i].At })
	r.letters(len(m.Right), "responses", func(i int) source.Span { return m.Right[i].At })
	switch {
	case len(m.Left) < 2:
		r.fail(codeKey, at, "a matching of fewer than two entries", "Write at least two rows; three or more are better.")
	case len(m.Right) < 2:
		r.fail(codeKey, at, "every entry has the same answer", "Give them different answers, or add a row with an empty left cell.")
	}
	return m
}

// empty says that nothing was written in a cell; a quotation that was refused
// leaves no words either.
func empty(c document.Cell) bool {
	return words(c.Text) == "" && strings.TrimSpace(c.Source.String()) == ""
}

func entryOf(c document.Cell, table source.Span) Entry {
	e := Entry{At: c.Source, Text: c.Text}
	if e.At.IsZero() {
		e.At = table
	}
	return e
}

// columnOf gives what a student sees of entries.
func columnOf(entries []Entry) []document.Option {
	out := make([]document.Option, len(entries))
	for i, e := range entries {
		out[i] = document.Option{At: document.At{Source: e.At}, Text: e.Text}
	}
	return out
}

type matchSheet struct {
	at          source.Span
	left, right []document.Option
	heads       [2][]document.Inline
}

func (s matchSheet) Student(a Arrangement) []document.Block {
	if len(s.left) == 0 {
		return nil
	}
	m := document.Matching{At: document.At{Source: s.at}, LeftHead: s.heads[0], RightHead: s.heads[1]}
	for i, o := range s.left {
		o.Label = strconv.Itoa(i + 1)
		m.Left = append(m.Left, o)
	}
	for place, i := range a.orderOf(0, len(s.right)) {
		o := s.right[i]
		o.Label = small(place)
		m.Right = append(m.Right, o)
	}
	return []document.Block{m}
}

// small names the i-th response of a matching: a, b …
func small(i int) string { return strings.ToLower(letter(i)) }

type matchKey struct {
	Match
	reason []document.Block
	heads  [2][]document.Inline
}

// letters gives, for each left entry, the letter of its answer as printed.
func (k matchKey) letters(a Arrangement) []string {
	printed := make([]string, len(k.Right))
	for place, i := range a.orderOf(0, len(k.Right)) {
		printed[i] = small(place)
	}
	out := make([]string, len(k.Pairs))
	for i, p := range k.Pairs {
		out[i] = printed[p]
	}
	return out
}

func (k matchKey) Short(a Arrangement) string {
	var parts []string
	for i, l := range k.letters(a) {
		parts = append(parts, fmt.Sprintf("%d\u00a0%s", i+1, l))
	}
	return strings.Join(parts, ", ")
}

func (k matchKey) Teacher(a Arrangement) []document.Block {
	if len(k.Left) == 0 {
		return nil
	}
	out := []document.Block{answerLine(document.Words(k.Short(a)), nil)}
	if words(k.heads[0]) != "" && words(k.heads[1]) != "" {
		heads := append(slices.Clone(k.heads[0]), inline(" → "))
		out = append(out, remark(document.Emph{Inlines: append(heads, k.heads[1]...)}))
	}
	for i, l := range k.letters(a) {
		line := []document.Inline{strong(inline(fmt.Sprintf("%d\u00a0%s", i+1, l))), inline("\u00a0")}
		line = append(line, k.Left[i].Text...)
		line = append(line, inline(" → "))
		out = append(out, remark(append(line, k.Right[k.Pairs[i]].Text...)...))
	}
	return append(out, runIn("", k.reason)...)
}
