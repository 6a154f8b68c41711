package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"quire/internal/build"
	"quire/internal/diag"
)

// printWordsFound prints where words stand, each place with the passage to
// paste. Words that stand nowhere give the status of findings.
func printWordsFound(stdout, stderr io.Writer, f *build.WordsFound, err error) error {
	if err != nil {
		return err
	}
	if err := diag.Print(stderr, f.Findings, diag.Warning); err != nil {
		return err
	}
	if f.Places == nil && f.Missing == "" {
		return errStopped
	}
	w := bufio.NewWriter(stdout)
	fmt.Fprintln(w, diag.Visible(f.Title))
	switch n := len(f.Places); {
	case n == 0 && len(f.Nearest) == 0:
		fmt.Fprintf(w, "  %s\n", diag.Visible(f.Missing))
	case n == 0:
		fmt.Fprintf(w, "  %s; the nearest:\n", diag.Visible(f.Missing))
	case n == 1:
		fmt.Fprintln(w, "  to paste under # Passages:")
	default:
		fmt.Fprintf(w, "  “%s” stands in more places than one; paste the passage that you mean under # Passages:\n", diag.Visible(f.Words))
	}
	for _, p := range append(f.Places, f.Nearest...) {
		printPlaceFound(w, p)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if f.Places == nil {
		return errStopped
	}
	return nil
}

func printPlaceFound(w io.Writer, p build.PlaceFound) {
	where := p.Place.Words(true)
	if where == "" {
		where = "in a heading or a note"
	}
	fmt.Fprintf(w, "\n  %s: “%s”\n\n", where, diag.Visible(strings.Trim(p.Excerpt, "“”")))
	if p.Block == "" {
		fmt.Fprintln(w, "  nothing names these words alone: look for more of them")
		return
	}
	for line := range strings.Lines(p.Block) {
		fmt.Fprintln(w, diag.Visible(strings.TrimSuffix(line, "\n")))
	}
}
