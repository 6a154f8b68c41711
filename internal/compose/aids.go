package compose

import (
	"math"
	"slices"

	"quire/internal/document"
	"quire/internal/question"
)

// Aids are what one student's copy has and others don't. The zero value is the
// sheet that everybody gets. Nothing on the sheet says that an aid is one: a
// student's neighbours see no more than a line or a box.
type Aids struct {
	Hints, Starters, WordBank bool
	Glosses                   bool // the words that the lesson explains, before the questions too
	Room                      Room
}

// Room is what an answer space has more than usual: Percent of its height (50
// is half as much again), then Lines.
type Room struct{ Percent, Lines int }

// of gives what helps with an item, as its author wrote it.
func (a Aids) of(it *question.Item) []document.Block {
	var out []document.Block
	if a.Hints {
		out = append(out, labelled("To get started", it.Help.Hint, document.Body)...)
	}
	if a.WordBank {
		out = append(out, restyle(it.Help.WordBank, document.Bank)...)
	}
	if a.Starters {
		out = append(out, labelled("You may begin", it.Help.Starter, document.Body)...)
	}
	return out
}

// roomier gives more lines and higher boxes.
func (a Aids) roomier(blocks []document.Block) []document.Block {
	if a.Room == (Room{}) {
		return blocks
	}
	more := 1 + float64(a.Room.Percent)/100
	return document.Rewrite(blocks, func(b document.Block) []document.Block {
		switch r := b.(type) {
		case document.AnswerLines:
			r.Lines = int(math.Ceil(float64(r.Lines)*more)) + a.Room.Lines
			b = r
		case document.Panel:
			r.Height *= more
			b = r
		case document.Table:
			r.MinRow *= more
			b = r
		case document.Diagram:
			r.Boxes = slices.Clone(r.Boxes)
			for i := range r.Boxes {
				r.Boxes[i].Height *= more
			}
			b = r
		}
		return []document.Block{b}
	}, nil)
}
