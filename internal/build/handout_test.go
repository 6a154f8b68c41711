package build

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/typeset"
)

// seminarOf is a lesson whose essay isn't printed: so many paragraphs, and
// questions about some of them.
func seminarOf(t *testing.T, paragraphs, questions int) string {
	t.Helper()
	openings := []string{"There", "It was not", "However, American policymakers", "In January 2021,", "Notwithstanding administrative objections", "Unfortunately, nobody"}
	var essay, lesson strings.Builder
	essay.WriteString("# The Bench on Mill Lane\n")
	for n := range paragraphs {
		fmt.Fprintf(&essay, "\n%s number %d of the owners came to sit there.\n", openings[n%len(openings)], n+1)
	}
	lesson.WriteString(`---
quire: 1
title: The bench
question: Who may decide about a thing that everybody uses and that nobody remembers buying?
essay:
  title: The Bench on Mill Lane
  author: A. Writer
  rights: restricted
---

# Passages
`)
	for n := range questions {
		fmt.Fprintf(&lesson, "\n## P%d {#p%d}\n\n> ¶%d\n", n, n, 1+n*paragraphs/questions)
	}
	lesson.WriteString("\n# Seminar\n\n## Core\n")
	for n := range questions {
		fmt.Fprintf(&lesson, "\n### Q%d {passage=p%d}\n\nDoes owner %d come because of the bench, or because of the others who sit there already?\n", n, n, n)
	}
	dir := filepath.Join(t.TempDir(), "bench")
	writeFiles(t, dir, map[string]string{"lesson.md": lesson.String(), "essay.md": essay.String()})
	return dir
}

// The handout is one sheet of paper: for every lesson that comes with Quire, and
// however long the essay is whose paragraphs students have to find. What comes
// after the talk, and the exit ticket, take a page each.
func TestOneSheet(t *testing.T) {
	requests := map[string]Request{}
	for _, l := range ProgramLessons() {
		requests[l] = Request{Targets: []string{l}}
	}
	for _, n := range []int{1, 20, 21, 22, 40, 400} {
		requests[fmt.Sprint(n, " paragraphs")] = Request{Targets: []string{seminarOf(t, n, min(n, 9))}}
	}
	if _, err := os.Stat(cienfuegos); err == nil {
		requests["cienfuegos, printed"] = Request{Targets: []string{"cienfuegos"}, Essay: cienfuegos, PrintEssay: true}
	}
	most := map[string]int{"handout": 2, "exit-ticket": 1, "reflection": 1, "rubric": 1, "notes": 1, "cards": 2}
	for name, r := range requests {
		r.Only, r.Debrief = []string{"handout", "cards"}, true
		if !strings.HasSuffix(name, "paragraphs") {
			r.Only = append(r.Only, "exit-ticket")
		}
		for _, r.Paper = range []string{"letter", "a4"} {
			all, err := Check(context.Background(), r)
			if err != nil || len(all) != 1 || len(all[0].Files) != len(r.Only)+3 {
				t.Errorf("%s: %v, %v", name, all, err)
				continue
			}
			for _, f := range all[0].Files {
				document := strings.TrimSuffix(filepath.Base(f.Path), ".pdf")
				if f.Pages == 0 || f.Pages > most[document] {
					t.Errorf("%s, %s: %s has %d pages", name, r.Paper, document, f.Pages)
				}
			}
			for _, f := range all[0].Findings {
				if f.Code == "L1" {
					t.Errorf("%s, %s: %s", name, r.Paper, f.Message)
				}
			}
		}
	}
}

// A handout that takes more than its sheet is built, and Quire says so.
func TestMoreThanOneSheet(t *testing.T) {
	b, out := setAll(t, Request{Targets: []string{seminarOf(t, 40, 30)}, Only: []string{"handout"}})
	const want = "handout takes 3 pages, and is meant for 2: have fewer or shorter questions on it"
	if len(out) != 1 || out[0].pages != 3 || !strings.Contains(strings.Join(b.Advice, "\n"), want) {
		t.Errorf("%v, advice %q", out, b.Advice)
	}
}

// An exit ticket is printed twice on a page: the same in both halves, with a
// dashed line in the middle that nothing comes nearer to than half the gutter.
func TestExitTicketIsCut(t *testing.T) {
	for _, name := range ProgramLessons() {
		for _, edition := range typeset.Editions[:1] {
			for _, paper := range []string{"letter", "a4"} {
				where := fmt.Sprintf("%s, %s, %s", name, edition.Name, paper)
				_, out := setAll(t, Request{Targets: []string{name}, Only: []string{"exit-ticket"}, Paper: paper, Editions: []string{edition.Name}})
				p := out[0].laid
				if len(p.Pages) != 1 {
					t.Errorf("%s: %d pages", where, len(p.Pages))
					continue
				}
				checkHalves(t, where, p)
			}
		}
	}
}

// gutter is the white space that a pair of scissors gets, in points.
const gutter = 10 * 72 / 25.4

func checkHalves(t *testing.T, where string, p *typeset.Pages) {
	t.Helper()
	middle := p.Height / 2
	var upper, lower []string
	cuts := 0
	for _, m := range p.Pages[0].Marks {
		low, high, at := extent(m)
		if r, ok := m.(typeset.Rule); ok && r.Dash > 0 {
			cuts++
			if r.Y1 != r.Y2 || math.Abs(r.Y1-middle) > 0.01 || r.Gap <= 0 || r.X1 > 36 || r.X2 < p.Width-36 || r.Element != nil {
				t.Errorf("%s: the cut is %+v", where, r)
			}
			continue
		}
		if low < middle+gutter/2 && high > middle-gutter/2 {
			t.Errorf("%s: %+v stands in the gutter", where, m)
		}
		if r, ok := m.(typeset.Run); ok && r.Furniture {
			continue
		}
		if low > middle {
			upper = append(upper, at(0))
		} else {
			lower = append(lower, at(p.Height/2+gutter/2-17*72/25.4))
		}
	}
	if cuts != 1 || len(upper) < 10 || strings.Join(upper, "\n") != strings.Join(lower, "\n") {
		t.Errorf("%s: %d cuts, the halves differ:\n%s\n\n%s", where, cuts, strings.Join(upper, "\n"), strings.Join(lower, "\n"))
	}
}

// extent is what a mark covers in height, and what it is, moved up.
func extent(m typeset.Mark) (low, high float64, at func(up float64) string) {
	say := func(format string, args ...any) string { return fmt.Sprintf(format, args...) }
	switch m := m.(type) {
	case typeset.Run:
		return m.Y - 0.2*m.Size, m.Y + 0.7*m.Size, func(up float64) string { return say("%.2f %.2f %s", m.X, m.Y+up, runText(m)) }
	case typeset.Rule:
		return min(m.Y1, m.Y2), max(m.Y1, m.Y2), func(up float64) string { return say("%.2f %.2f rule to %.2f", m.X1, m.Y1+up, m.X2) }
	case typeset.Circle:
		return m.Y - m.Radius, m.Y + m.Radius, func(up float64) string { return say("%.2f %.2f circle", m.X, m.Y+up) }
	case typeset.Rect:
		return m.Y, m.Y + m.Height, func(up float64) string { return say("%.2f %.2f box %.2f %.2f", m.X, m.Y+up, m.Width, m.Height) }
	case typeset.Slot:
		return m.Y - 0.2*m.Size, m.Y + 0.7*m.Size, func(up float64) string { return say("%.2f %.2f slot %s", m.X, m.Y+up, m.Name) }
	}
	return math.Inf(-1), math.Inf(1), func(float64) string { return "" }
}
