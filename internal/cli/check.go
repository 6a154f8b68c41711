package cli

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"quire/internal/build"
	"quire/internal/diag"
)

// checkFlags are check's own.
type checkFlags struct {
	format, failOn string
	overview       bool
	explain        bool
}

func newCheck(stderr io.Writer) *cobra.Command {
	var r build.Request
	var own checkFlags
	c := &cobra.Command{
		Use:   "check [lesson]...",
		Short: "Say everything that is wrong with lessons",
		Long: `Read lessons, tie them to their essays and set their pages as quire build does,
read the questions as a colleague would, write nothing, and print all findings.
The status is 1 if any of them would stop a build, or by --fail-on.

With --strict, notes are shown too, and checks that are often wrong.
quire check --explain CODE says what a check is about and why it matters.

A finding that you have a reason for is silenced where it stands, on a prompt,
a section or in the front matter's defaults: {allow=M6 because="the essay says
never"}. What would print something false can't be silenced.

` + formatHelp,
		Example: `  quire check
  quire check my-lesson --strict
  quire check my-lesson --overview
  quire check --explain M6
  quire check --format sarif --fail-on warning > quire.sarif
  quire check cienfuegos --essay article.txt`,
		RunE: func(c *cobra.Command, args []string) error {
			if own.explain {
				if err := noCheck(args); err != nil {
					return &usageError{err, c.UsageString()}
				}
				return explain(c.OutOrStdout(), args)
			}
			if err := own.verify(); err != nil {
				return &usageError{err, c.UsageString()}
			}
			r.Targets = args
			built, err := build.Check(c.Context(), r)
			return own.report(c.OutOrStdout(), stderr, built, err)
		},
	}
	lessonFlags(c, &r)
	f := c.Flags()
	f.BoolVar(&r.Strict, "strict", false, "show notes too, and checks that are often wrong")
	f.StringVar(&own.format, "format", "text", "print as text, json, sarif or github: a `FORMAT`")
	f.StringVar(&own.failOn, "fail-on", "error", "the `SEVERITY` that gives the status 1: error, warning or none")
	f.BoolVar(&own.explain, "explain", false, "explain the checks whose codes are given instead, or list all checks")
	f.BoolVar(&own.overview, "overview", false, "print a picture of the lesson instead of its findings")
	return c
}

// formatHelp documents what programs read.
const formatHelp = `With --format json, print one object: version (1) and lessons, each with name,
title, checked (prompts, passages, quotations), counts (errors, warnings, notes,
silenced, hidden: what --strict would show), findings and silenced. A finding has
code, severity, message, hint, and, if it has a place, file, line, column,
end_line, end_column (from 1, in Unicode code points, the end not included) and
related places; a silenced one because, the author's reason, too. --format sarif
is SARIF 2.1.0, --format github the workflow commands that annotate a change.`

// verify refuses what can't be done.
func (o *checkFlags) verify() error {
	if !slices.Contains(formats, o.format) {
		return fmt.Errorf("there is no format %q: %s", o.format, strings.Join(formats, ", "))
	}
	if _, ok := failing[o.failOn]; !ok {
		return fmt.Errorf("--fail-on takes error, warning or none, not %q", o.failOn)
	}
	if o.overview && o.format != "text" {
		return fmt.Errorf("--overview prints text: leave out --format %s", o.format)
	}
	return nil
}

var formats = []string{"text", "json", "sarif", "github"}

// failing gives the least severity that fails.
var failing = map[string]diag.Severity{"error": diag.Error, "warning": diag.Warning, "none": diag.Error + 1}

// report prints what was found in the format asked for.
func (o *checkFlags) report(stdout, stderr io.Writer, built []*build.Built, err error) error {
	if err != nil && len(built) > 0 {
		built = built[:len(built)-1] // of the one that failed the error says it all
	}
	if err != nil && o.format != "text" {
		return err
	}
	out := bufio.NewWriter(stdout)
	var printing error
	switch {
	case o.overview:
		printing = printOverviews(out, stderr, built)
	case o.format == "json":
		printing = printJSON(out, built)
	case o.format == "sarif":
		printing = printSARIF(out, built)
	case o.format == "github":
		printGitHub(out, built)
	default:
		printing = printText(out, stderr, built)
	}
	if flushing := out.Flush(); printing == nil {
		printing = flushing
	}
	if err == nil {
		err = printing
	}
	if err == nil && o.fails(built) {
		err = errStopped
	}
	return err
}

func (o *checkFlags) fails(built []*build.Built) bool {
	for _, b := range built {
		for _, f := range b.Findings {
			if f.Severity >= failing[o.failOn] {
				return true
			}
		}
	}
	return false
}

func printText(stdout, stderr io.Writer, built []*build.Built) error {
	for _, b := range built {
		if err := diag.Print(stderr, b.Findings, diag.Note); err != nil {
			return err
		}
		printHead(stdout, b)
		for _, s := range summary(b) {
			fmt.Fprintf(stdout, "  %s\n", s)
		}
		fmt.Fprintln(stdout)
	}
	return nil
}
