package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"quire/internal/check"
	"quire/internal/diag"
)

// explain prints a page for each of the codes, or without any a list of all
// checks. Codes are those of checks: noCheck has looked.
func explain(w io.Writer, codes []string) error {
	b := bufio.NewWriter(w)
	if len(codes) == 0 {
		if err := listChecks(b); err != nil {
			return err
		}
	}
	for i, code := range codes {
		if i > 0 {
			fmt.Fprintln(b)
		}
		explainOne(b, check.Named(code))
	}
	return b.Flush()
}

// noCheck says which of the codes is no check's, and which was meant; nil if
// all are.
func noCheck(codes []string) error {
	all := make([]string, len(check.Rules))
	for i, r := range check.Rules {
		all[i] = r.Code
	}
	for _, code := range codes {
		if check.Named(code) != nil {
			continue
		}
		hint := "quire check --explain lists them"
		if near := diag.Nearest(code, all); near != "" {
			hint = fmt.Sprintf("did you mean %s? %s", near, hint)
		}
		return fmt.Errorf("there is no check %q: %s", code, hint)
	}
	return nil
}

func listChecks(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range check.Rules {
		fmt.Fprintf(t, "%s\t%s\t%s\n", r.Code, shown(&r), r.Title)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprint(w, "\nquire check --explain CODE says more of one.\n")
	return err
}

// shown says how a check's findings come out.
func shown(r *check.Rule) string {
	if r.Strict && r.Severity != diag.Note {
		return r.Severity.String() + ", --strict"
	}
	if r.Strict {
		return "note"
	}
	return r.Severity.String()
}

func explainOne(w io.Writer, r *check.Rule) {
	fmt.Fprintf(w, "%s: %s\n\n", r.Code, r.Title)
	how := map[diag.Severity]string{diag.Error: "It stops a build.", diag.Warning: "It is a warning.", diag.Note: "It is a note."}[r.Severity]
	if r.Strict {
		how += " It shows with --strict only."
	}
	how += " " + map[string]string{
		"none": "It is never wrong.", "low": "It is rarely wrong.", "med": "It is sometimes wrong.", "high": "It is often wrong.",
	}[r.Risk]
	if r.Language != "" {
		how += " It reads English only."
	}
	wrap(w, r.Why)
	fmt.Fprintln(w)
	wrap(w, how)
	fmt.Fprintf(w, "\nBefore:\n\n%s\nAfter:\n\n%s\n", indented(r.Before), indented(r.After))
	wrap(w, "Source: "+r.Source)
	if r.Severity != diag.Error {
		fmt.Fprintln(w)
		wrap(w, fmt.Sprintf("If you have a reason to leave it so, say it at the heading: {allow=%s because=\"…\"}.", r.Code))
	}
}

// wrap prints a paragraph in lines of 76 characters at most, but for longer
// words.
func wrap(w io.Writer, s string) {
	const width = 76
	n := 0
	for _, word := range strings.Fields(s) {
		switch k := utf8.RuneCountInString(word); {
		case n == 0:
			n = k
		case n+1+k > width:
			fmt.Fprintln(w)
			n = k
		default:
			fmt.Fprint(w, " ")
			n += 1 + k
		}
		fmt.Fprint(w, word)
	}
	fmt.Fprintln(w)
}

func indented(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	return b.String() + "\n"
}
