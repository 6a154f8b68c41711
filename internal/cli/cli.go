// Package cli is the command line: flags in, text out. It is the only package
// that knows cobra; what it is asked for it hands to build, and prints what
// comes back. Everything from outside goes through diag.Visible.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"quire/internal/build"
	"quire/internal/diag"
	"quire/internal/stem"
)

// Version is Quire's own.
const Version = "0.1.0"

// Exit statuses.
const (
	done     = 0
	findings = 1 // findings that stop a build
	misused  = 2
	trouble  = 3 // anything else
)

// errStopped says that findings, already printed, stopped the work.
var errStopped = errors.New("stopped by findings")

// Main runs the command line and gives the exit status. Results go to stdout,
// findings and errors to stderr.
func Main(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRoot(stderr)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return done
	case errors.Is(err, errStopped):
		return findings
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "quire: interrupted; nothing was left half-written")
		return trouble
	}
	fmt.Fprintf(stderr, "quire: %s\n", diag.Visible(err.Error()))
	if m := build.AsMisuse(err); m != nil {
		for _, c := range m.Choices {
			fmt.Fprintf(stderr, "  %s\n", diag.Visible(c))
		}
		return misused
	}
	var usage *usageError
	if errors.As(err, &usage) {
		if usage.text != "" {
			fmt.Fprintf(stderr, "\n%s", usage.text)
		}
		return misused
	}
	return trouble
}

// A usageError is a wrong flag or argument: the one case where usage helps.
type usageError struct {
	error
	text string
}

func newRoot(stderr io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use:   "quire",
		Short: "Worksheets, keys and discussion guides from hand-written prompts on an essay",
		Long: `Quire makes printable worksheets with their keys, and discussion guides, from
prompts that people wrote about an essay. It ties each prompt to its passage,
checks each quotation against the text, numbers the lines, and sets the pages.

Start with "quire build": it makes everything from the lessons in this folder,
or from those that come with Quire.`,
		Example: `  quire build
  quire build cienfuegos --essay article.txt --print-essay
  quire check my-lesson`,
		Args:          misuse(cobra.NoArgs),
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(wrongFlag)
	root.AddCommand(newBuild(stderr), newCheck(stderr), newNew(stderr), newShow(stderr), newList(), newLock(stderr), newResolve(stderr), newVersion())
	return root
}

// misuse makes wrong arguments a usageError.
func misuse(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		err := check(c, args)
		if err == nil {
			return nil
		}
		switch {
		case c.HasParent() && len(args) == 0:
			err = fmt.Errorf("something is missing: write quire %s", c.Use)
		case c.HasParent():
			err = fmt.Errorf("this is more than quire %s takes: write quire %s, and a name that has spaces in quotation marks", c.Name(), c.Use)
		case len(args) > 0:
			err = fmt.Errorf("there is no command %q", args[0])
			if near := c.SuggestionsFor(args[0]); len(near) > 0 {
				err = fmt.Errorf("%w: did you mean %s?", err, near[0])
			}
		}
		return &usageError{err, c.UsageString()}
	}
}

// sourceDate is the date that SOURCE_DATE_EPOCH (seconds since 1970) asks for,
// zero if it doesn't.
func sourceDate() (time.Time, error) {
	s := os.Getenv("SOURCE_DATE_EPOCH")
	if s == "" {
		return time.Time{}, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds", s)
	}
	return time.Unix(n, 0).UTC(), nil
}

// essayFlags say where an essay's text is.
func essayFlags(c *cobra.Command, file, text *string) {
	c.Flags().StringVar(file, "essay", "", "read the essay's text from `FILE`")
	c.Flags().StringVar(text, "text", "", "of a file that holds several texts take this one: its `NUMBER`, or words of its title or author")
}

// lessonFlags are the flags that build and check share.
func lessonFlags(c *cobra.Command, r *build.Request) {
	essayFlags(c, &r.Essay, &r.Text)
	f := c.Flags()
	f.BoolVar(&r.PrintEssay, "print-essay", false, "print the essay's text though it is under copyright")
	f.StringSliceVar(&r.Only, "only", nil, "make only these `DOCUMENTS` (worksheet,key,…; see quire list)")
	f.StringVar(&r.As, "as", "", "make every document a pdf or md `FORMAT`")
	f.StringVar(&r.Paper, "paper", "letter", "`SIZE` of paper: letter or a4")
	f.StringSliceVar(&r.Editions, "edition", nil, "set PDFs in these `EDITIONS`: standard,large-print,dyslexia")
	f.IntVar(&r.Sides, "sides", 2, "print on `N` sides of the paper: the wide margin is the inner one, or with 1 the left one")
	f.StringVar(&r.Seed, "seed", "", "shuffle options by this `TEXT` instead of the lesson's own seed")
}

func newBuild(stderr io.Writer) *cobra.Command {
	var r build.Request
	c := &cobra.Command{
		Use:   "build [lesson or essay file]...",
		Short: "Make the documents of lessons",
		Long: `Make the worksheet, its key, the discussion guide, the handout, the exit ticket
and the tracker of lessons, in out/LESSON/.

A lesson is a folder with a lesson.md, or the name of one that comes with Quire
(see quire list). Without any, Quire takes ./lesson.md, else the lessons in this
folder, else its own. Given an essay file (text, Markdown, a saved web page,
Word, EPUB, PDF), it makes the numbered reading, and says what it left out.`,
		Example: `  quire build
  quire build my-lesson --only worksheet,key --paper a4
  quire build my-lesson --edition standard,large-print
  quire build cienfuegos --essay article.txt --print-essay
  quire build my-lesson --forms A,B
  quire build my-lesson --minutes 75 --format fishbowl
  quire build my-lesson --class period3.csv
  quire build my-lesson --class period3.csv --only tracker --circles
  quire build article.txt`,
		RunE: func(c *cobra.Command, args []string) (err error) {
			r.Targets = args
			if r.Date, err = sourceDate(); err != nil {
				return err
			}
			if c.Flags().Changed("minutes") { // 0 isn't the lesson's own here
				if err := build.CheckMinutes(r.Minutes); err != nil {
					return err
				}
			}
			r.Progress = progress(stderr)
			built, err := build.Build(c.Context(), r)
			return report(c.OutOrStdout(), stderr, built, err, printBuilt)
		},
	}
	lessonFlags(c, &r)
	classFlags(c, &r)
	c.Flags().IntVar(&r.Minutes, "minutes", 0, "make the seminar last `N` minutes instead of the lesson's own")
	c.Flags().StringVar(&r.Format, "format", "", "run the seminar in the format of this `NAME`: fishbowl,harkness,… (see quire list)")
	c.Flags().BoolVar(&r.Debrief, "debrief", false, "add what comes after the talk: reflection, rubric, notes")
	c.Flags().StringVar(&r.Out, "out", "out", "write into `FOLDER`")
	return c
}

func newShow(stderr io.Writer) *cobra.Command {
	var essay, text, find string
	var asJSON bool
	c := &cobra.Command{
		Use:   "show <lesson or essay file>",
		Short: "Show an essay with its lines, paragraphs and passages",
		Long: `Print an essay as Quire numbers it: paragraphs, lines, and where the lesson's
passages stand. Of a lesson that ships without its essay, print what its lock
file remembers, or bring the text with --essay.

An essay file may be plain text, Markdown, a saved web page, a Word or
OpenDocument file, an EPUB or a PDF; what it is, its content tells. What Quire
leaves out of it (menus, by-lines, page numbers …) is listed by kind.

With --json, print the essay as one JSON object: what the file says of it
(title, author, publication, published, url, lang); paragraphs, each with kind
(paragraph, heading, blockquote, verse, listitem, footnote), number (after the
¶), line (its first), level of a heading, n of a footnote, text, emphasis; and
left_out, what isn't the essay, each with why and its words.

With --find, print instead where some words stand, and the shortest passage
that names them, ready to paste under # Passages. The words may be a few of the
essay's, or the first and the last of many: "first words … last words".`,
		Example: `  quire show my-lesson
  quire show cienfuegos --essay article.txt
  quire show article.txt
  quire show article.txt --json
  quire show my-lesson --find "the council voted ... in the paper"`,
		Args: misuse(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("find") {
				f, err := build.FindWords(c.Context(), args[0], essay, text, find)
				return printWordsFound(c.OutOrStdout(), stderr, f, err)
			}
			s, err := build.Show(c.Context(), args[0], essay, text)
			if asJSON {
				return printEssayJSON(c.OutOrStdout(), stderr, s, err)
			}
			return printShown(c.OutOrStdout(), stderr, s, err)
		},
	}
	essayFlags(c, &essay, &text)
	c.Flags().StringVar(&find, "find", "", "print the passage that names these `WORDS`")
	c.Flags().BoolVar(&asJSON, "json", false, "print the essay as JSON")
	return c
}

func newList() *cobra.Command {
	var stems bool
	var q stem.Query
	c := &cobra.Command{
		Use:   "list [stem or words]...",
		Short: "List the lessons, stems, documents, editions and question types that come with Quire",
		Long: `List what comes with Quire: lessons, documents, editions, question types, papers.

With --stems, list the stems: prompts that fit many essays, to use in a lesson
by their names. Flags and words narrow the list down; the name of one prints it
in full, with an example.`,
		Example: `  quire list
  quire list --stems
  quire list --stems --skill tone --phase opening
  quire list --stems figures
  quire list --stems rival-readings`,
		RunE: func(c *cobra.Command, args []string) error {
			if stems {
				q.Words = args
				return listStems(c.OutOrStdout(), q)
			}
			if len(args) > 0 || q.Kind+q.Skill+q.Phase+q.Type != "" {
				return &usageError{errors.New("quire list prints everything at once; to look for stems write quire list --stems, and then the words or flags"), ""}
			}
			catalogue, err := build.List()
			if err != nil {
				return err
			}
			return printCatalogue(c.OutOrStdout(), catalogue)
		},
	}
	c.Flags().BoolVar(&stems, "stems", false, "list the stems, or print one in full")
	stemFlags(c, &q)
	return c
}

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print Quire's version",
		Example: "  quire version",
		Args:    misuse(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.OutOrStdout(), "quire %s, lineation scheme 1\n", Version)
			return err
		},
	}
}
