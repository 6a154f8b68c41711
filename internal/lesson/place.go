package lesson

import (
	"strconv"

	"quire/internal/document"
)

// noBreak holds a label and its number together at a line's end.
const noBreak = "\u00a0"

// PlaceWords puts a place into words. The short form names the lines, or the
// paragraphs where lines aren't printed: "line 36", "lines 34–41", "¶3",
// "¶3–5". The long form names both, so that a screen reader's user, who has no
// line numbers, finds the place too: "¶3, lines 34–41".
func PlaceWords(p document.Place, long bool) string {
	lines := ""
	if p.FirstLine > 0 {
		lines = span("line"+noBreak, "lines"+noBreak, p.FirstLine, p.LastLine)
	}
	paragraphs := ""
	if p.FirstParagraph > 0 {
		paragraphs = span("¶", "¶", p.FirstParagraph, p.LastParagraph)
	}
	switch {
	case lines == "":
		return paragraphs
	case long && paragraphs != "":
		return paragraphs + ", " + lines
	}
	return lines
}

func span(one, several string, first, last int) string {
	if last <= first {
		return one + strconv.Itoa(first)
	}
	return several + strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// withoutLines gives a place as it is named where no lines are printed.
func withoutLines(p document.Place) document.Place {
	p.FirstLine, p.LastLine = 0, 0
	return p
}
