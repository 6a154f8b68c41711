package linebreak

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestBreak(t *testing.T) {
	words := func(widths ...int) []Piece {
		var out []Piece
		for _, w := range widths {
			out = append(out, Piece{Width: w, Space: 1})
		}
		return out
	}
	tests := []struct {
		name      string
		pieces    []Piece
		measure   int
		lastAlone int
		want      []int
	}{
		{"nothing", nil, 10, 0, nil},
		{"one word", words(3), 10, 5, []int{0}},
		{"one word too wide", words(30), 10, 5, []int{0}},
		{"the space at a line's end vanishes", words(5, 4, 5, 4), 10, 0, []int{0, 2}},
		{"a first line left shorter for a better second", words(3, 2, 2, 5), 6, 0, []int{0, 1, 3}},
		{"the last line is free", words(4, 5, 1), 10, 0, []int{0, 2}},
		{"no single word at the end", words(4, 5, 1), 10, 37, []int{0, 1}},
		{"a single word at the end where all else is worse", words(9, 9), 10, 37, []int{0, 1}},
		{"too wide in the middle", words(3, 30, 3), 10, 0, []int{0, 1, 2}},
		{"a dash has no space after it", []Piece{{5, 0}, {5, 1}, {5, 1}}, 10, 0, []int{0, 2}},
		{"equally good: fewer lines", []Piece{{10, 0}, {0, 0}, {10, 1}, {3, 1}}, 10, 0, []int{0, 2, 3}},
		{"equally good: the early line is fuller", words(4, 1, 4, 6), 6, 0, []int{0, 2, 3}},
	}
	for _, tt := range tests {
		if got := Break(tt.pieces, tt.measure, tt.lastAlone); !slices.Equal(got, tt.want) {
			t.Errorf("%s: lines start at %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestAgainstAllBreaks compares Break with every way there is to break small
// paragraphs.
func TestAgainstAllBreaks(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		pieces := make([]Piece, 1+rnd.IntN(9))
		for i := range pieces {
			pieces[i] = Piece{Width: rnd.IntN(9), Space: rnd.IntN(3)}
		}
		measure, alone := 4+rnd.IntN(12), rnd.IntN(3)*7
		got, want := Break(pieces, measure, alone), bestOfAll(pieces, measure, alone)
		if !slices.Equal(got, want) {
			t.Fatalf("%v at %d, last alone %d: lines start at %v, want %v", pieces, measure, alone, got, want)
		}
	}
}

// bestOfAll tries every set of breaks.
func bestOfAll(pieces []Piece, measure, alone int) []int {
	var best []int
	bestCost := -1
	for set := range 1 << (len(pieces) - 1) {
		starts := []int{0}
		for i := 1; i < len(pieces); i++ {
			if set&(1<<(i-1)) != 0 {
				starts = append(starts, i)
			}
		}
		cost, ok := costOf(pieces, starts, measure, alone)
		if !ok {
			continue
		}
		if bestCost < 0 || cost < bestCost || cost == bestCost && better(starts, best) {
			best, bestCost = starts, cost
		}
	}
	return best
}

// better says that a wins over b where both cost the same.
func better(a, b []int) bool {
	if len(a) != len(b) {
		return len(a) < len(b)
	}
	return slices.Compare(a, b) > 0
}

func costOf(pieces []Piece, starts []int, measure, alone int) (cost int, ok bool) {
	for k, start := range starts {
		end := len(pieces)
		if k+1 < len(starts) {
			end = starts[k+1]
		}
		width := pieces[start].Width
		for i := start + 1; i < end; i++ {
			width += pieces[i-1].Space + pieces[i].Width
		}
		switch {
		case width > measure && end > start+1:
			return 0, false
		case end == len(pieces) && end == start+1:
			cost += alone
		case end < len(pieces) && width < measure:
			cost += (measure - width) * (measure - width)
		}
	}
	return cost, true
}
