package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"quire/internal/build"
	"quire/internal/diag"
	"quire/internal/lesson"
)

func newLock(stderr io.Writer) *cobra.Command {
	var essay, text string
	c := &cobra.Command{
		Use:   "lock <lesson folder>",
		Short: "Write passages.lock from the author's copy of the essay",
		Long: `Find all passages and quotations of a lesson in the essay and write down where
they stand, in passages.lock in the lesson's folder: paragraphs, lines, lengths
and fingerprints, never the text. With it the lesson works without the essay,
and Quire notices when a teacher's copy differs.`,
		Example: `  quire lock my-lesson
  quire lock my-lesson --essay article.txt`,
		Args: misuse(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			l, err := build.Lock(c.Context(), args[0], essay, text)
			return printLocked(c.OutOrStdout(), stderr, l, err)
		},
	}
	essayFlags(c, &essay, &text)
	return c
}

// printCopy says in a line how a teacher's copy compares with the author's.
func printCopy(w io.Writer, c lesson.Copy) {
	if s := c.Summary(); s != "" {
		fmt.Fprintf(w, "  compared with passages.lock: %s\n", diag.Visible(s))
	}
}

func printLocked(stdout, stderr io.Writer, l *build.Locked, err error) error {
	if l != nil {
		if err := diag.Print(stderr, l.Findings, diag.Warning); err != nil {
			return err
		}
	}
	switch {
	case err != nil:
		return err
	case l.Path == "":
		return errStopped
	}
	printEssayRead(stdout, l.Essay)
	_, err = fmt.Fprintf(stdout, "wrote %s: %s, %s, %s, %s\n", diag.Visible(l.Path),
		count(len(l.Lock.Paragraphs), "paragraph"), count(l.Lock.Lines, "line"),
		count(len(l.Lock.Passages), "passage"), count(len(l.Lock.Quotations), "quotation"))
	return err
}
