package build

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/face"
	"quire/internal/typeset"
)

// TestPhrasesStandOnTheirLinesInEveryEdition reads the pages of the editions that
// break the essay anew as a student does: a paragraph's first word and each tick
// begin a line, and the numbers in the margin count them. Then every “phrase”
// (line N) of all documents must stand between the right ticks.
func TestPhrasesStandOnTheirLinesInEveryEdition(t *testing.T) {
	for _, edition := range typeset.Editions {
		if edition.Standard() {
			continue // TestPhrasesStandOnTheirLines
		}
		for _, paper := range []string{"letter", "a4"} {
			for name, file := range map[string]string{"applause": "", "cienfuegos": cienfuegos, "strivings": strivings} {
				t.Run(fmt.Sprintf("%s, %s on %s", name, edition.Name, paper), func(t *testing.T) {
					if _, err := os.Stat(file); file != "" && err != nil {
						t.Skip("the essays for testing are not here: ", err)
					}
					built, documents := setAll(t, Request{
						Targets: []string{name}, Essay: file, PrintEssay: file != "", Paper: paper, As: "pdf", Editions: []string{edition.Name},
					})
					var lines []string
					for _, d := range documents {
						if strings.HasPrefix(d.name, "worksheet") {
							lines = tickedLines(t, d.laid, versesOf(t, file))
						}
					}
					if want := built.Essay.Lines; len(lines) != want {
						t.Fatalf("%d lines are marked, and the essay has %d", len(lines), want)
					}
					n := 0
					for _, d := range documents {
						n += checkCites(t, d.name, pagesText(d.laid), lines)
					}
					if n < 20 {
						t.Errorf("only %d phrases with lines were found in all documents", n)
					}
					t.Logf("%d cited phrases, %d lines", n, len(lines))
				})
			}
		}
	}
}

// setAll sets all documents of one target.
func setAll(t *testing.T, r Request) (*Built, []output) {
	t.Helper()
	o, err := r.order()
	if err != nil {
		t.Fatal(err)
	}
	targets, err := find(r.Targets)
	if err != nil {
		t.Fatal(err)
	}
	b := &Built{}
	var findings diag.List
	_, out, err := o.documents(context.Background(), targets[0], b, &findings)
	if err != nil || findings.Stops() {
		t.Fatal(err, findings.Sorted())
	}
	return b, out
}

// pagesText is all that pages say, in reading order.
func pagesText(p *typeset.Pages) string {
	var b strings.Builder
	for _, page := range p.Pages {
		for _, m := range page.Marks {
			if r, ok := m.(typeset.Run); ok && !r.Furniture && r.Element != nil {
				b.WriteString(runText(r))
			}
		}
	}
	return b.String()
}

func runText(r typeset.Run) string {
	s := ""
	for _, g := range r.Glyphs {
		s += g.Text
	}
	return s
}

// A printedRow is what stands on one baseline of a page.
type printedRow struct {
	page  int
	y     float64
	runs  []typeset.Run
	ticks []float64 // where they stand
}

// printedRows gives a page's rows in reading order.
func printedRows(n int, page typeset.Page) []*printedRow {
	var rows []*printedRow
	at := func(fits func(y float64) bool) *printedRow {
		for i := len(rows) - 1; i >= 0; i-- {
			if fits(rows[i].y) {
				return rows[i]
			}
		}
		return nil
	}
	for _, m := range page.Marks {
		switch m := m.(type) {
		case typeset.Run:
			if m.Furniture || strings.TrimSpace(runText(m)) == "" {
				continue
			}
			r := at(func(y float64) bool { return abs(y-m.Y) < 0.01 })
			if r == nil {
				r = &printedRow{page: n, y: m.Y}
				rows = append(rows, r)
			}
			r.runs = append(r.runs, m)
		case typeset.Rule:
			low, high := min(m.Y1, m.Y2), max(m.Y1, m.Y2)
			if m.Element != nil || m.X1 != m.X2 || high-low > 25 {
				continue
			}
			if r := at(func(y float64) bool { return low < y && y < high }); r != nil {
				r.ticks = append(r.ticks, m.X1)
			}
		}
	}
	return rows
}

// tickedLines gives the essay's lines as ticks mark them, and holds the numbers
// in the margin and the anchors against their count.
//
// In verse, no tick is needed: a row begins a line unless it stands further right
// than the first, as what a line turns over does.
func tickedLines(t *testing.T, p *typeset.Pages, verse map[string]bool) []string {
	t.Helper()
	var lines []string
	const hung = 12  // points, more than a quotation mark set into the margin
	verseLeft := 0.0 // of the stanza's first row; 0 outside verse
	for n, page := range p.Pages {
		left := 0.0 // of the essay's text on this page
		for _, r := range printedRows(n, page) {
			paragraph, number, body := r.parts()
			if len(body) == 0 {
				continue
			}
			x := body[0].X
			if left == 0 && (len(lines) > 0 || paragraph == "¶1") {
				left = x
				if verseLeft > 0 {
					verseLeft = x // margins change sides
				}
			}
			if left == 0 {
				continue
			}
			if x < left-10 { // the questions begin further left
				return lines
			}
			begun := len(lines)
			if paragraph != "" {
				verseLeft = 0
				if verse[paragraph] {
					verseLeft = x
				}
			}
			if paragraph != "" || verseLeft > 0 && x < verseLeft+hung {
				lines = append(lines, "")
			}
			lines = r.read(body, lines)
			checkMargin(t, p, r, number, begun+1, len(lines))
		}
	}
	return lines
}

// versesOf gives the paragraphs of verse of an essay file; none for "".
func versesOf(t *testing.T, file string) map[string]bool {
	t.Helper()
	if file == "" {
		return nil
	}
	verses := map[string]bool{}
	for _, b := range mustShow(t, file).Lesson.Essay.Blocks {
		if b.Kind == essay.Verse {
			verses[fmt.Sprintf("¶%d", b.Number)] = true
		}
	}
	return verses
}

// parts tells a row's numbers in the margin from its text.
func (r *printedRow) parts() (paragraph, number string, body []typeset.Run) {
	for _, run := range r.runs {
		text := strings.TrimSpace(runText(run))
		_, err := strconv.Atoi(text)
		switch {
		case strings.HasPrefix(text, "¶") && len(body) == 0 && len(text) < 6:
			paragraph = text
		case err == nil && run.Element == nil:
			number = text
		default:
			body = append(body, run)
		}
	}
	return paragraph, number, body
}

// read adds a row's text to the last line, and begins another one at each tick.
func (r *printedRow) read(body []typeset.Run, lines []string) []string {
	ticks := slices.Clone(r.ticks)
	slices.Sort(ticks)
	for _, run := range body {
		x := run.X
		for _, g := range run.Glyphs {
			for len(ticks) > 0 && x >= ticks[0]-0.05 {
				lines = append(lines, "")
				ticks = ticks[1:]
			}
			lines[len(lines)-1] += g.Text
			x += float64(g.Advance) * run.Size / face.Em
		}
	}
	if len(lines) > 0 {
		lines[len(lines)-1] += " "
	}
	return lines
}

// checkMargin holds a row where the lines from first to last begin against its
// number, and their anchors against its place.
func checkMargin(t *testing.T, p *typeset.Pages, r *printedRow, number string, first, last int) {
	t.Helper()
	want := ""
	for n := first; n <= last; n++ {
		if n%5 == 0 {
			want = strconv.Itoa(n)
		}
		a, ok := p.Anchors[fmt.Sprintf("line-%d", n)]
		if !ok || a.Page != r.page || a.Y < r.y || a.Y > r.y+24 {
			t.Errorf("line %d stands at %.0f on page %d, its anchor at %+v", n, r.y, r.page, a)
		}
	}
	if number != want {
		t.Errorf("the margin says %q beside lines %d–%d", number, first, last)
	}
}
