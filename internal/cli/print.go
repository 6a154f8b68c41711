package cli

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"quire/internal/build"
	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
	"quire/internal/stem"
)

// report prints findings to stderr and, through show, what was done to stdout.
func report(stdout, stderr io.Writer, built []*build.Built, err error, show func(io.Writer, *build.Built)) error {
	out := bufio.NewWriter(stdout)
	stopped := false
	for i, b := range built {
		here, _ := b.Here()
		if err := diag.Print(stderr, here, diag.Note); err != nil {
			return err
		}
		stopped = stopped || b.Stopped()
		if err == nil || i < len(built)-1 { // of the one that failed the error says it all
			show(out, b)
		}
	}
	if flushing := out.Flush(); err == nil {
		err = flushing
	}
	if err == nil && stopped {
		err = errStopped
	}
	return err
}

func printHead(w io.Writer, b *build.Built) {
	head := diag.Visible(b.Name)
	if b.Title != "" {
		head += ": " + diag.Visible(b.Title)
	}
	fmt.Fprintln(w, head)
	printEssayRead(w, b.Essay)
	printCopy(w, b.Copy)
}

func printEssayRead(w io.Writer, r *build.EssayRead) {
	if r == nil {
		return
	}
	fmt.Fprintf(w, "  read %s: %s, %s, %s\n", diag.Visible(r.Path),
		count(r.Paragraphs, "paragraph"), count(r.Words, "word"), count(r.Lines, "line"))
	for i, l := range r.Left {
		if i == mostLeftOut {
			fmt.Fprintf(w, "    left out: %s more\n", count(len(r.Left)-i, "kind"))
			break
		}
		why, opens := l.Why, strings.Join(l.Opens, " / ")
		if l.Pieces > 1 {
			why += ", " + count(l.Pieces, "piece")
		}
		if l.Pieces > len(l.Opens) {
			opens += " / …"
		}
		fmt.Fprintf(w, "    left out (%s): %s\n", diag.Visible(why), diag.Visible(opens))
	}
}

// mostLeftOut bounds how many kinds of things that were left out are listed.
const mostLeftOut = 16

func printBuilt(w io.Writer, b *build.Built) {
	printHead(w, b)
	if b.Stopped() {
		fmt.Fprintf(w, "  nothing written: %s\n\n", counts(b.Findings))
		return
	}
	printWritten(w, b.Files)
	for _, s := range b.Skipped {
		fmt.Fprintf(w, "  not made: %s\n", diag.Visible(s))
	}
	for _, a := range b.Advice {
		fmt.Fprintf(w, "  note: %s\n", diag.Visible(a))
	}
	here, rest := b.Here()
	if len(here) > 0 {
		fmt.Fprintf(w, "  %s\n", counts(here))
	}
	if len(rest) > 0 {
		fmt.Fprintf(w, "  %s: quire check %s shows %s\n", counts(rest), diag.Visible(b.Typed), them(len(rest)))
	}
	fmt.Fprintln(w)
}

// printWritten lists the files; a class's copies, in a folder within the
// lesson's, in one line.
func printWritten(w io.Writer, files []build.File) {
	for i, n := 0, 0; i < len(files); i += n {
		folder := filepath.Dir(files[i].Path)
		within := folder != filepath.Dir(files[len(files)-1].Path)
		for n = 1; within && i+n < len(files) && filepath.Dir(files[i+n].Path) == folder; {
			n++
		}
		name, said, pages, sheets := files[i].Path, []string{}, 0, 0
		for _, f := range files[i : i+n] {
			pages, sheets = pages+f.Pages, sheets+f.Sheets()
		}
		if n > 1 {
			name, said = folder+string(filepath.Separator), append(said, count(n, "file"))
		}
		if pages > 0 {
			said = append(said, count(pages, "page"))
		}
		if pages > 1 {
			said = append(said, count(sheets, "sheet")+" if printed on both sides")
		}
		fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("  wrote %-38s  %s", diag.Visible(name), strings.Join(said, ", ")), " "))
	}
}

func them(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s + " " + what
}

func printShown(stdout, stderr io.Writer, s *build.Shown, err error) error {
	if err != nil {
		return err
	}
	if err := diag.Print(stderr, s.Findings, diag.Warning); err != nil {
		return err
	}
	if s.Lesson == nil {
		return errStopped
	}
	w := bufio.NewWriter(stdout)
	fmt.Fprintln(w, diag.Visible(s.Lesson.Meta.Title))
	printEssayRead(w, s.Essay)
	printCopy(w, s.Lesson.Copy)
	fmt.Fprintln(w)
	if s.Lesson.Essay != nil && s.Lesson.Lines != nil {
		printEssay(w, s.Lesson)
	} else {
		printFinder(w, s.Lesson)
	}
	printPassages(w, s.Lesson)
	if err := w.Flush(); err != nil {
		return err
	}
	if diag.Stops(s.Findings) {
		return errStopped
	}
	return nil
}

// printEssay prints every line with its number, and ¶ where a paragraph begins.
func printEssay(w io.Writer, l *lesson.Lesson) {
	for i, b := range l.Essay.Blocks {
		lines := l.Lines.Blocks[i]
		if len(lines.Starts) == 0 {
			fmt.Fprintf(w, "%12s  %s\n\n", "", diag.Visible(b.Text))
			continue
		}
		for k, start := range lines.Starts {
			end := len(b.Text)
			if k+1 < len(lines.Starts) {
				end = lines.Starts[k+1]
			}
			mark := ""
			if k == 0 {
				mark = fmt.Sprintf("¶%d", b.Number)
			}
			fmt.Fprintf(w, "%6s %5d  %s\n", mark, lines.First+k, diag.Visible(strings.TrimSpace(b.Text[start:end])))
		}
		fmt.Fprintln(w)
	}
}

// printFinder prints what is known of an essay whose text isn't at hand.
func printFinder(w io.Writer, l *lesson.Lesson) {
	for _, p := range l.Paragraphs {
		fmt.Fprintf(w, "%6s  %s …\n", fmt.Sprintf("¶%d", p.Number), diag.Visible(p.Opens))
	}
	if len(l.Paragraphs) > 0 {
		fmt.Fprintln(w)
	}
}

func printPassages(w io.Writer, l *lesson.Lesson) {
	if len(l.Passages) == 0 {
		return
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "Passages")
	for _, p := range l.Passages {
		fmt.Fprintf(t, "  %s\t%s\t%s\n", diag.Visible(p.ID), p.Place.Words(true), diag.Visible(document.Plain(p.Title)))
	}
	t.Flush()
}

func printCatalogue(stdout io.Writer, c build.Catalogue) error {
	t := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	section := func(title string, entries []build.Entry) {
		fmt.Fprintln(t, title)
		for _, e := range entries {
			fmt.Fprintf(t, "  %s\t%s\n", diag.Visible(e.Name), diag.Visible(e.About))
		}
		fmt.Fprintln(t)
	}
	section("Lessons (quire build NAME)", c.Lessons)
	section("Stems (quire list --stems)", []build.Entry{{Name: fmt.Sprint(len(stem.Names())), About: "prompts that fit many essays, to use in a lesson by their names"}})
	section("Documents (quire build --only NAME)", c.Documents)
	section("Formats of a seminar (quire build --format NAME)", c.Formats)
	var types []build.Entry
	for _, q := range question.Types {
		types = append(types, build.Entry{Name: q.Name, About: q.Doc})
	}
	section("Question types", types)
	section("Editions (quire build --edition NAME,…)", c.Editions)
	section("Paper (quire build --paper NAME)", []build.Entry{{Name: "letter", About: "215.9 × 279.4 mm, the usual"}, {Name: "a4", About: "210 × 297 mm"}})
	return t.Flush()
}
