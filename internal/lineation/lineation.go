// Package lineation breaks an essay into its numbered lines, from the text
// alone: the same lines on every paper, in every edition, on every machine.
// Scheme 1 is described where it is written down, in scheme1.go.
package lineation

import (
	"sort"

	"quire/internal/essay"
)

// Lines are an essay's numbered lines.
type Lines struct {
	Scheme int
	Total  int
	Blocks []Block // one for each block of the essay
}

// Block is one block's lines: the number of the first (0 if it has none) and
// the byte offsets in its Text where they start.
type Block struct {
	First  int
	Starts []int
}

// Of gives an essay's lines by scheme 1.
func Of(e *essay.Essay) *Lines {
	l := &Lines{Scheme: 1, Blocks: make([]Block, len(e.Blocks))}
	for i := range e.Blocks {
		b := &e.Blocks[i]
		if !b.Kind.Lined() {
			continue
		}
		starts := scheme1(b.Text, b.Kind == essay.Verse)
		if len(starts) == 0 {
			continue
		}
		l.Blocks[i] = Block{First: l.Total + 1, Starts: starts}
		l.Total += len(starts)
	}
	return l
}

// At gives the number of the line in which a place stands, 0 if it has none.
func (l *Lines) At(p essay.Pos) int {
	if p.Block < 0 || p.Block >= len(l.Blocks) {
		return 0
	}
	b := l.Blocks[p.Block]
	if b.First == 0 {
		return 0
	}
	begun := sort.SearchInts(b.Starts, p.Offset+1) // lines that begin at or before p
	return b.First + max(begun, 1) - 1
}

// Range gives the first and last line that a range touches, 0 and 0 if none.
func (l *Lines) Range(r essay.Range) (first, last int) {
	end := r.End
	if r.Start.Before(end) {
		end.Offset-- // to the last character; End itself may stand on the next line
	}
	// Headings and notes at either end have no lines: look further in.
	for i := max(r.Start.Block, 0); i <= end.Block && i < len(l.Blocks); i++ {
		b := l.Blocks[i]
		if b.First == 0 || i == end.Block && end.Offset < 0 {
			continue
		}
		from, to := b.First, b.First+len(b.Starts)-1
		if i == r.Start.Block {
			from = l.At(r.Start)
		}
		if i == end.Block {
			to = l.At(end)
		}
		if first == 0 {
			first = from
		}
		last = to
	}
	return first, last
}
