package cli

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"quire/internal/diag"
	"quire/internal/stem"
)

// stemFlags lets a command narrow down a list of stems.
func stemFlags(c *cobra.Command, q *stem.Query) {
	c.Flags().StringVar(&q.Kind, "kind", "", "stems of this `KIND` alone: factual, interpretive or evaluative")
	c.Flags().StringVar(&q.Skill, "skill", "", "stems for this `SKILL` alone, such as tone or evidence")
	c.Flags().StringVar(&q.Phase, "phase", "", "stems for this `PHASE` of a seminar alone: pre, opening, core, closing or post")
	c.Flags().StringVar(&q.Type, "type", "", "stems of this question `TYPE` alone, such as short or discussion")
}

// listStems prints the stem of a name in full, or those that a query asks for.
func listStems(w io.Writer, q stem.Query) error {
	all := stem.Entries()
	if len(q.Words) == 1 && q.Kind+q.Skill+q.Phase+q.Type == "" {
		if i := slices.IndexFunc(all, func(e stem.Entry) bool { return e.Name == q.Words[0] }); i >= 0 {
			return printStem(w, all[i])
		}
	}
	for _, f := range stemFacts {
		if err := f.check(f.asked(q), all); err != nil {
			return err
		}
	}
	found := stem.Search(all, q)
	if len(found) == 0 {
		return printNoStem(w, q, all)
	}
	return printStems(w, found, len(all))
}

// A stemFact is what stems can be asked for by a flag.
type stemFact struct {
	flag, noStem string
	asked        func(stem.Query) string
	of           func(stem.Entry) string
}

var stemFacts = []stemFact{
	{"kind", "no stem is of the kind", func(q stem.Query) string { return q.Kind }, func(e stem.Entry) string { return e.Kind }},
	{"skill", "no stem is for the skill", func(q stem.Query) string { return q.Skill }, func(e stem.Entry) string { return e.Skill }},
	{"phase", "no stem is for the phase", func(q stem.Query) string { return q.Phase }, func(e stem.Entry) string { return e.Phase() }},
	{"type", "no stem is of the type", func(q stem.Query) string { return q.Type }, func(e stem.Entry) string { return e.Type }},
}

// values are those that stems have, in their order.
func (f stemFact) values(all []stem.Entry) []string {
	var values []string
	for _, e := range all {
		if v := f.of(e); v != "" && !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}

// check reports a value that no stem has.
func (f stemFact) check(value string, all []stem.Entry) error {
	values := f.values(all)
	if value == "" || slices.Contains(values, value) {
		return nil
	}
	if near := diag.Nearest(value, values); near != "" {
		return &usageError{error: fmt.Errorf("%s %q: did you mean %s?", f.noStem, value, near)}
	}
	return &usageError{error: fmt.Errorf("%s %q; there are %s", f.noStem, value, strings.Join(values, ", "))}
}

// printStems lists stems by where they belong.
func printStems(stdout io.Writer, found []stem.Entry, all int) error {
	w := bufio.NewWriter(stdout)
	which := "A stem is a prompt that fits many essays"
	if len(found) < all {
		which = fmt.Sprintf("%d of %d stems", len(found), all)
	}
	fmt.Fprintf(w, "%s. To use one: ### A heading {stem=NAME passage=ID}\n", which)
	place := stem.Place{}
	for _, e := range found {
		if e.Place() != place {
			place = e.Place()
			fmt.Fprintf(w, "\n%s\n", diag.Visible(placeName(e.Stem)))
		}
		fmt.Fprintf(w, "  %s (%s)\n      %s\n", diag.Visible(e.Name), diag.Visible(strings.Join(append([]string{e.Type}, takes(e.Stem)...), "; takes ")), diag.Visible(e.About))
	}
	fmt.Fprintln(w)
	fmt.Fprintf(w, "In full, with an example: quire list --stems %s\n", diag.Visible(found[0].Name))
	fmt.Fprintln(w, "Fewer of them: --kind, --skill, --phase and --type, or words: quire list --stems figures")
	return w.Flush()
}

func placeName(s *stem.Stem) string {
	if s.Group == "" {
		return s.Section
	}
	return s.Section + ", " + s.Group
}

// takes names the arguments, in one string or none; those that aren't needed in
// brackets.
func takes(s *stem.Stem) []string {
	var names []string
	for _, a := range s.Arguments {
		name := a.Name
		if !a.Needed() {
			name = "[" + name + "]"
		}
		names = append(names, name)
	}
	if names == nil {
		return nil
	}
	return []string{strings.Join(names, ", ")}
}

// printNoStem says that nothing was found, and what there is.
func printNoStem(stdout io.Writer, q stem.Query, all []stem.Entry) error {
	w := bufio.NewWriter(stdout)
	var asked []string
	for _, f := range stemFacts {
		if v := f.asked(q); v != "" {
			asked = append(asked, "--"+f.flag+" "+v)
		}
	}
	if len(q.Words) > 0 {
		asked = append(asked, "“"+strings.Join(q.Words, " ")+"”")
	}
	fmt.Fprintf(w, "None of the %d stems is found by %s.\n", len(all), diag.Visible(strings.Join(asked, " with ")))
	if len(q.Words) == 1 {
		if near := diag.Nearest(q.Words[0], stem.Names()); near != "" {
			fmt.Fprintf(w, "Did you mean %s?\n", near)
		}
	}
	fmt.Fprintln(w, "\nThere are:")
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range stemFacts {
		fmt.Fprintf(t, "  --%s\t%s\n", f.flag, diag.Visible(strings.Join(f.values(all), ", ")))
	}
	t.Flush()
	fmt.Fprintln(w, "\nquire list --stems prints them all.")
	return w.Flush()
}

// stemWidth is that of running text, in columns.
const stemWidth = 78

// printStem prints a stem in full.
func printStem(stdout io.Writer, e stem.Entry) error {
	w := bufio.NewWriter(stdout)
	fmt.Fprintf(w, "%s: %s\n", diag.Visible(e.Name), diag.Visible(e.About))
	fmt.Fprintf(w, "%s; %s, %s, %s, %s\n\n%s\n", diag.Visible(placeName(e.Stem)), e.Type, e.Kind, e.Skill, count(e.Minutes, "minute"), wrapped(diag.Visible(e.When)))
	if len(e.Arguments) > 0 {
		fmt.Fprintln(w, "\nIt takes, as name=\"…\" in the braces:")
		t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		for _, a := range e.Arguments {
			about := a.About
			if !a.Needed() {
				about += fmt.Sprintf(" (if you give none: %s)", a.Otherwise)
			}
			fmt.Fprintf(t, "  %s\t%s\n", diag.Visible(a.Name), diag.Visible(about))
		}
		t.Flush()
	}
	title := "The stem"
	if len(e.Arguments) > 0 {
		title += `, with {{given "name"}} and given=name where arguments go`
	}
	printStemText(w, title, e.Text())
	printStemText(w, "An example, on “Hold Your Applause” (the essay of the lesson applause)", e.Example)
	fmt.Fprintf(w, "\n%s\n", wrapped("What you write under your heading stands in the place of the stem's: text, options or table, each field, each attribute. Where the stem says TODO, you have to."))
	return w.Flush()
}

func printStemText(w io.Writer, title, text string) {
	fmt.Fprintf(w, "\n--- %s ---\n\n", title)
	for line := range strings.Lines(text) {
		fmt.Fprintln(w, diag.Visible(strings.TrimRight(line, "\n")))
	}
}

// wrapped breaks running text into lines.
func wrapped(s string) string {
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(s) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case column+1+n > stemWidth:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}
