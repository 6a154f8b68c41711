// Package linebreak breaks paragraphs into ragged lines by total fit, in
// integers (after D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines,
// Software: Practice and Experience 11, 1981). It knows widths, no faces.
package linebreak

// Piece is a stretch that is never parted: a word with what sticks to it.
// Width is its own; Space is the white space after it that vanishes at a line
// end (0 after a dash, where a line may end too). Units are the caller's; no
// width is negative, and the measure squared times the number of lines must
// stay below 2^63 (a measure of 2^22 units leaves room for 500,000 lines).
type Piece struct{ Width, Space int }

// Break gives the index of the first piece of each line, the first being 0.
// The lines' shortfalls, squared and summed over all but the last line, are as
// small as they can be; a last line of a single piece costs lastAlone more. A
// piece wider than the measure has a line of its own. Of equally good breaks
// the one with fewer lines wins, then the one whose early lines are fuller.
//
// Time is proportional to the pieces times how many of them fit on a line.
func Break(pieces []Piece, measure int, lastAlone int) []int {
	if len(pieces) == 0 {
		return nil
	}
	// From the last piece back: the best lines for the pieces from i on begin
	// with one line up to some j and go on with the best lines from j on. The
	// longest of equally good first lines wins, so early lines are fuller.
	best := make([]rest, len(pieces)+1)
	for i := len(pieces) - 1; i >= 0; i-- {
		best[i] = bestFrom(pieces, i, best, measure, lastAlone)
	}
	starts := make([]int, 0, best[0].lines)
	for i := 0; i < len(pieces); i = best[i].next {
		starts = append(starts, i)
	}
	return starts
}

// rest is the best way to set the pieces from one on to the paragraph's end.
type rest struct {
	cost        int64
	lines, next int // next is the first piece of the line after the first
}

func bestFrom(pieces []Piece, i int, best []rest, measure, lastAlone int) rest {
	var found rest
	width := pieces[i].Width
	for j := i + 1; ; j++ {
		cost := int64(0)
		switch short := int64(measure - width); {
		case j < len(pieces) && short > 0:
			cost = short * short
		case j == len(pieces) && j == i+1:
			cost = int64(lastAlone)
		}
		c := rest{cost: cost + best[j].cost, lines: 1 + best[j].lines, next: j}
		if j == i+1 || c.cost < found.cost || c.cost == found.cost && c.lines <= found.lines {
			found = c
		}
		if j == len(pieces) {
			return found
		}
		width += pieces[j-1].Space + pieces[j].Width
		if width > measure {
			return found
		}
	}
}
