package markup

import (
	"fmt"
	"unicode/utf8"

	"quire/internal/diag"
	"quire/internal/source"
)

// mostFindings is how many findings one text may give: past that a hostile
// file would only fill the screen and the memory.
const mostFindings = 200

// report puts findings about one text into a list.
type report struct {
	text  *source.Text
	list  *diag.List
	count int
}

// error reports a mistake in the bytes [start, end) of the text; an end inside
// a character is moved to the character's, one past the text's end to that.
func (r *report) error(code string, start, end int, message, hint string) {
	end = r.bound(end)
	r.add(diag.Finding{Code: code, Severity: diag.Error, At: r.text.Span(start, end), Message: message, Hint: hint})
}

// bound moves an offset to the end of the character, and of the text, that it
// is in or past.
func (r *report) bound(at int) int {
	at = min(at, len(r.text.Body))
	for at < len(r.text.Body) && !utf8.RuneStart(r.text.Body[at]) {
		at++
	}
	return at
}

// second reports that something stands twice where once is meant.
func (r *report) second(code string, at, first source.Span, message, hint string) {
	r.add(twice(code, at, first, message, hint))
}

func twice(code string, at, first source.Span, message, hint string) diag.Finding {
	return diag.Finding{
		Code: code, Severity: diag.Error, At: at, Message: message, Hint: hint,
		Related: []diag.Related{{At: first, Message: "the first one is here"}},
	}
}

func (r *report) add(f diag.Finding) {
	r.count++
	switch {
	case r.count <= mostFindings:
		r.list.Add(f)
	case r.count == mostFindings+1:
		r.list.Error("markup", f.At, fmt.Sprintf("more than %d mistakes in this file", mostFindings),
			"Mend those before this place, then look again; the rest are not listed.")
	}
}
