package compose

import (
	"fmt"

	"quire/internal/document"
)

// prompts gives a section's prompts as students get them, under their groups'
// headings and directions. Jobs that stand beside the essay are left out.
func prompts(s *sheet, c document.Call) []document.Block {
	var out []document.Block
	phase := named(c, "phase")
	for _, g := range s.section(argumentAt(c, 0, "")).groups {
		if g.early && phase == notPre || !g.early && phase == preOnly {
			continue
		}
		if s.beside && hasJob(g) && g.alone() {
			continue
		}
		if len(g.title) > 0 {
			out = append(out, document.Heading{At: document.At{Source: g.at}, Level: 2, Text: g.title, Points: g.sum()})
		}
		out = append(out, restyle(g.directions, document.Directions)...)
		for i, t := range g.tasks {
			switch {
			case t.job && s.beside:
			case len(t.sides()) > 1:
				out = append(out, t.sheet(i > 0, i+1 < len(g.tasks))...)
			case t.job:
				out = append(out, document.Panel{At: document.At{Source: t.at}, Blocks: append(t.stem[:len(t.stem):len(t.stem)], t.body...)})
			default:
				out = append(out, t.prompt())
			}
		}
	}
	return out
}

// sum is what a group's prompts are worth together, empty where a single prompt
// says it already.
func (g sheetGroup) sum() string {
	numbered := 0
	for _, t := range g.tasks {
		if t.number > 0 {
			numbered++
		}
	}
	if numbered < 2 {
		return ""
	}
	return pointsOf(g.points)
}

// prompt makes the block. Its id is made of its number: an author's may say
// more than a student should read.
func (t task) prompt() document.Prompt {
	p := document.Prompt{
		At:     document.At{Source: t.at},
		Number: t.number,
		Points: pointsOf(t.points),
		Blocks: append(t.stem[:len(t.stem):len(t.stem)], t.body...),
	}
	if t.number > 0 {
		p.ID = fmt.Sprintf("question-%d", t.number)
	}
	return p
}

// sides parts what a task has on paper where its sheet is turned over.
func (t task) sides() [][]document.Block {
	sides := [][]document.Block{nil}
	for _, b := range t.body {
		if _, ok := b.(document.Break); ok {
			sides = append(sides, nil)
			continue
		}
		sides[len(sides)-1] = append(sides[len(sides)-1], b)
	}
	return sides
}

// sheet gives a task that has more than one side of paper, each on a page of its
// own, and the next task on another.
func (t task) sheet(before, after bool) []document.Block {
	at := document.At{Source: t.at}
	turn := document.Break{At: at, Firm: true}
	sides := t.sides()
	front := t
	front.body = sides[0]
	var out []document.Block
	if before {
		out = append(out, turn)
	}
	out = append(out, front.prompt())
	for _, s := range sides[1:] {
		out = append(out, turn, document.Prompt{At: at, Blocks: s})
	}
	if after {
		out = append(out, turn)
	}
	return out
}

// sheets gives those of a section's prompts that have more than one side of
// paper, each beginning a page.
func sheets(s *sheet, c document.Call) []document.Block {
	var out []document.Block
	for _, g := range s.section(argumentAt(c, 0, "")).groups {
		for _, t := range g.tasks {
			if len(t.sides()) > 1 {
				t.number, t.points = 0, 0
				out = append(out, t.sheet(out != nil, false)...)
			}
		}
	}
	return out
}

// questions lists a section's questions, without room to answer them, each with
// where its passage stands. An exit ticket's question looks back on all of it.
// What the seminar's format doesn't ask is not among them.
func questions(s *sheet, c document.Call) []document.Block {
	l := document.List{At: c.At, Ordered: true, Start: 1}
	name := argumentAt(c, 0, "")
	for _, g := range s.section(name).groups {
		for _, t := range g.tasks {
			if t.job || t.unasked {
				continue
			}
			if t.look != nil && name == "Seminar" {
				t.stem = after(t.stem, " (", *t.look, ")")
			}
			l.Items = append(l.Items, document.Item{At: document.At{Source: t.at}, Blocks: t.stem})
		}
	}
	if l.Items == nil {
		return nil
	}
	return []document.Block{l}
}
