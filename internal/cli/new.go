package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"quire/internal/build"
	"quire/internal/diag"
)

func newNew(stderr io.Writer) *cobra.Command {
	var r build.NewRequest
	c := &cobra.Command{
		Use:   "new <essay file> [folder]",
		Short: "Start a lesson from an essay's file",
		Long: `Read an essay's file and write a folder, named after the essay's title, with a
lesson.md to fill in: what the file says of the essay, passages that are worth a
look, and questions that fit many essays, with TODO for what only you can write.

Essays are under copyright unless you say otherwise (--rights public-domain,
own or licensed). Of one that is, the text stays out of the folder: the lesson
works from passages.lock, and anybody brings their own copy with --essay.`,
		Example: `  quire new article.txt
  quire new article.txt monday/bench
  quire new old-essay.txt --rights public-domain`,
		Args: misuse(cobra.RangeArgs(1, 2)),
		RunE: func(c *cobra.Command, args []string) error {
			r.Essay = args[0]
			if len(args) == 2 {
				if r.Folder != "" {
					return &usageError{fmt.Errorf("the folder is named twice: %s and --out %s", args[1], r.Folder), c.UsageString()}
				}
				r.Folder = args[1]
			}
			s, err := build.New(c.Context(), r)
			return printStarted(c.OutOrStdout(), stderr, r.Essay, s, err)
		},
	}
	f := c.Flags()
	f.StringVar(&r.Folder, "out", "", "write this `FOLDER` instead of one named after the title")
	f.StringVar(&r.Rights, "rights", "restricted", "`RIGHTS` in the essay: restricted, public-domain, own or licensed")
	f.StringVar(&r.Text, "text", "", "of a file that holds several texts take this one: its `NUMBER`, or words of its title or author")
	return c
}

// printStarted says what was written, and what to do next.
func printStarted(stdout, stderr io.Writer, essay string, s *build.Started, err error) error {
	if err != nil {
		return err
	}
	if err := diag.Print(stderr, s.Findings, diag.Warning); err != nil {
		return err
	}
	printEssayRead(stdout, s.Essay)
	folder := diag.Visible(s.Folder)
	bring := ""
	if !s.Copied {
		bring = " --essay " + quoted(diag.Visible(essay))
	}
	fmt.Fprintf(stdout, "wrote %s: %s; %s, %s\n", folder, diag.Visible(strings.Join(s.Files, ", ")), count(s.Passages, "passage"), count(s.Todos, "TODO"))
	fmt.Fprintf(stdout, "next: open %s/lesson.md in a text editor, write what the TODOs ask for, delete the questions that you don't want\n", folder)
	fmt.Fprintf(stdout, "then: quire check %s%s says what is left, and quire build %s%s makes the sheets\n", quoted(folder), bring, quoted(folder), bring)
	_, err = fmt.Fprintln(stdout, "more questions that fit many essays: quire list --stems")
	return err
}

// quoted puts a name into quotation marks if a shell would cut it up.
func quoted(name string) string {
	if strings.ContainsAny(name, " '()&;$`*?<>|\\\"#!~") {
		return `"` + name + `"`
	}
	return name
}
