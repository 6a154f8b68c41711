// Package linebreak breaks paragraphs into ragged lines by total fit, in
// integers (after D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines,
// Software: Practice and Experience 11, 1981). It knows widths, no faces.
package linebreak

// Piece is a stretch that is never parted: a word with what sticks to it.
// Width is its own; Space is the white space after it that vanishes at a line
// end (0 after a dash, where a line may end too). Units are the caller's.
type Piece struct{ Width, Space int }

// Break gives the index of the first piece of each line, the first being 0.
// The lines' shortfalls, squared and summed over all but the last line, are as
// small as they can be; a last line of a single piece costs lastAlone more. A
// piece wider than the measure has a line of its own. Of equally good breaks
// the one with fewer lines wins, then the one whose early lines are fuller.
func Break(pieces []Piece, measure int, lastAlone int) []int { panic("not written") }
