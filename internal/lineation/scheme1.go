package lineation

import (
	"strings"
	"unicode/utf8"

	"quire/internal/linebreak"
)

// Scheme 1
//
// Lines are a promise: nothing below may ever change. A better idea would be
// scheme 2, beside this one.
//
//   - Text. A block's Text as it is: in house typography (package typography),
//     so that copies that differ in quotation marks, dashes, kinds of space or
//     Unicode form have the same lines. Emphasis is ignored.
//   - Units. 1/2048 em. A character is as wide as in Liberation Serif Regular
//     (table1.go), without kerning or ligatures. A character that the table
//     lacks has no width if it is a combining mark by marks1, and 1024 units
//     otherwise.
//   - Measure. 130 mm at 12 pt: 130 / 25.4 × 72 / 12 × 2048 = 62,891.3 units,
//     rounded down.
//   - A line may end at a space, which vanishes, and after an em or en dash.
//     What closes (marks of quotation, brackets, punctuation) stays with a
//     dash before it; so does a ’ unless a letter or digit follows. No line
//     begins with a dash, so none ends at a space before one. An en dash
//     between two digits holds a range together (2012–18). Nothing else parts:
//     no hyphen, no word.
//   - Breaks are those of linebreak.Break: the smallest sum of squared
//     shortfalls, the last line free, but one of a single piece costs alone1,
//     what a line costs that ends a quarter of the measure early.
//   - A "\n" always ends a line. In verse nothing else does.
//   - A line starts at its first character that is not a space; lines without
//     one are not counted. Headings and notes have no lines.
const (
	measure1 = 62891
	missing1 = 1024
	alone1   = (measure1 / 4) * (measure1 / 4)
)

// marks1 are the combining marks that have no width where the table doesn't
// list them. They are written down here because Unicode's own lists grow.
var marks1 = [...][2]rune{
	{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},
	{0x1AB0, 0x1ACE}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20F0}, {0xFE00, 0xFE0F},
	{0xFE20, 0xFE2F},
}

// scheme1 gives the byte offsets where a block's lines start.
func scheme1(text string, verse bool) []int {
	var starts []int
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		switch pieces, offsets := pieces1(text[at:end]); {
		case len(pieces) == 0:
		case verse:
			starts = append(starts, at+offsets[0])
		default:
			for _, p := range linebreak.Break(pieces, measure1, alone1) {
				starts = append(starts, at+offsets[p])
			}
		}
		at = end + 1
	}
	return starts
}

// pieces1 parts a text at the places where a line may end, and says where in
// the text each piece starts.
func pieces1(text string) (pieces []linebreak.Piece, offsets []int) {
	var piece linebreak.Piece
	start := -1       // of the piece being gathered
	dashed := false   // it ends in a dash, and perhaps in what closes
	before := rune(0) // the character before
	flush := func(space int) {
		piece.Space = space
		pieces, offsets = append(pieces, piece), append(offsets, start)
		piece, start, dashed = linebreak.Piece{}, -1, false
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		after := text[i+size:]
		next, _ := utf8.DecodeRuneInString(after)
		switch {
		case r == ' ':
			after = strings.TrimLeft(after, " ")
			next, _ = utf8.DecodeRuneInString(after)
			switch {
			case start < 0 || after == "":
			case dash1(next):
				piece.Width += width1(' ')
			default:
				flush(width1(' '))
			}
			size = len(text) - i - len(after)
		default:
			if start < 0 {
				start = i
			}
			piece.Width += width1(r)
			switch {
			case r == '–' && digit1(before) && digit1(next):
				dashed = false
			case dash1(r):
				dashed = true
			case dashed:
				dashed = closes1(r, next)
			}
			if dashed && after != "" && next != ' ' && !dash1(next) && !closesNext1(after) {
				flush(0)
			}
		}
		before = r
		i += size
	}
	if start >= 0 {
		flush(0)
	}
	return pieces, offsets
}

func dash1(r rune) bool  { return r == '–' || r == '—' }
func digit1(r rune) bool { return '0' <= r && r <= '9' }

// closes1 says that r stays with a dash before it. next is what follows r, 0
// at the end.
func closes1(r, next rune) bool {
	switch r {
	case '\'', '’': // the end of a quotation, or the head of ’tis
		return next == 0 || next == ' ' || dash1(next) || strings.ContainsRune(closing1, next)
	}
	return strings.ContainsRune(closing1, r)
}

const closing1 = "\"'”’»›)]}.,;:!?…"

// closesNext1 says whether the first character of s closes.
func closesNext1(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	next := rune(0)
	if size < len(s) {
		next, _ = utf8.DecodeRuneInString(s[size:])
	}
	return closes1(r, next)
}

// width1 is a character's width.
func width1(r rune) int {
	for lo, hi := 0, len(table1); lo < hi; {
		mid := (lo + hi) / 2
		switch t := &table1[mid]; {
		case r < t.first:
			hi = mid
		case int(r-t.first) >= len(t.widths):
			lo = mid + 1
		default:
			return int(t.widths[r-t.first])
		}
	}
	for _, m := range marks1 {
		if m[0] <= r && r <= m[1] {
			return 0
		}
	}
	return missing1
}
