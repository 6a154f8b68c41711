// Package lineation breaks an essay into its numbered lines, from the text
// alone: the same lines on every paper, in every edition, on every machine.
// Scheme 1 is described where it is written down, in scheme1.go.
package lineation

import "quire/internal/essay"

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
func Of(e *essay.Essay) *Lines { panic("not written") }

// At gives the number of the line in which a place stands, 0 if it has none.
func (l *Lines) At(p essay.Pos) int { panic("not written") }

// Range gives the first and last line that a range touches, 0 and 0 if none.
func (l *Lines) Range(r essay.Range) (first, last int) { panic("not written") }
