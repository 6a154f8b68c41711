package document

import "strconv"

// Place is where something stands in the essay: the first and last ¶ number,
// and the first and last line, 0 where lines aren't printed.
type Place struct{ FirstParagraph, LastParagraph, FirstLine, LastLine int }

// Words puts a place into words, "" if it is none. The short form names the
// lines, or the paragraphs where lines aren't printed: "line 36",
// "lines 34–41", "¶3", "¶3–5". The long form names both, so that a screen
// reader's user, who has no line numbers, finds the place too:
// "¶3, lines 34–41". A label and its number hold together at a line's end.
func (p Place) Words(long bool) string {
	lines, paragraphs := "", ""
	if p.FirstLine > 0 {
		lines = numbers("line\u00a0", "lines\u00a0", p.FirstLine, p.LastLine)
	}
	if p.FirstParagraph > 0 {
		paragraphs = numbers("¶", "¶", p.FirstParagraph, p.LastParagraph)
	}
	switch {
	case lines == "":
		return paragraphs
	case long && paragraphs != "":
		return paragraphs + ", " + lines
	}
	return lines
}

// WithoutLines gives a place as it is named where no lines are printed.
func (p Place) WithoutLines() Place {
	p.FirstLine, p.LastLine = 0, 0
	return p
}

func numbers(one, several string, first, last int) string {
	if last <= first {
		return one + strconv.Itoa(first)
	}
	return several + strconv.Itoa(first) + "–" + strconv.Itoa(last)
}
