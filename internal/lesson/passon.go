package lesson

import (
	"fmt"

	"quire/internal/diag"
)

// mostFindings is how many findings one file, or one Resolve, may give. Past
// that a hostile lesson would only fill the screen.
const mostFindings = 400

// passOn adds findings to a list, no more than mostFindings of them: errors
// first, as they decide whether a build stops.
func passOn(from *diag.List, to *diag.List) {
	all := from.Sorted()
	left, least := mostFindings, diag.Note
	if len(all) > mostFindings {
		least = diag.Warning
	}
	if from.Count(diag.Error) > mostFindings {
		least = diag.Error
	}
	for _, f := range all {
		switch {
		case f.Severity < least:
		case left > 0:
			to.Add(f)
			left--
		default:
			to.Add(diag.Finding{
				Code: "many", Severity: least, At: f.At,
				Message: fmt.Sprintf("more than %d findings, and the rest are not listed", mostFindings),
				Hint:    "Mend what is listed, then look again.",
			})
			return
		}
	}
}
