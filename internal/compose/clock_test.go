package compose

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
	"quire/templates"
)

// items makes prompts of "opening:7 core core:12 …", minutes where given; of
// core:5+ the author keeps it, core-tests and core-supports take a side.
func items(s string) []*question.Item {
	var out []*question.Item
	for _, f := range strings.Fields(s) {
		f, keep := strings.CutSuffix(f, "+")
		phase, minutes, _ := strings.Cut(f, ":")
		phase, side, _ := strings.Cut(phase, "-")
		it := &question.Item{Name: fmt.Sprintf("%s %d", phase, len(out)+1), Type: "discussion", Tags: question.Tags{Phase: phase, Points: -1, Keep: keep}}
		if phase == "sides" {
			it.Type, it.Tags.Phase = "controversy", ""
		}
		if side != "" {
			it.Tags.Stance = side + "-author"
		}
		fmt.Sscan(minutes, &it.Tags.Minutes)
		it.Stem = []document.Block{document.Paragraph{Text: document.Words(it.Name + "?")}}
		out = append(out, it)
	}
	return out
}

// talkOf makes a lesson of such prompts.
func talkOf(s string, exit bool) *lesson.Lesson {
	l := &lesson.Lesson{Name: "made", Sections: []lesson.Section{{Name: "Seminar", Groups: []lesson.Group{{Items: items(s)}}}}}
	if exit {
		l.Sections = append(l.Sections, lesson.Section{Name: "Exit ticket", Groups: []lesson.Group{{Items: items("exit")}}})
	}
	return l
}

// formats are those that come with Quire.
func formats(t *testing.T) []*Format {
	t.Helper()
	ours, err := fs.Sub(templates.FS, "formats")
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	all, err := ReadFormats(ours, nil, "", &findings)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings.Sorted() {
		t.Errorf("%v: %s (%s)", f.At, f.Message, f.Hint)
	}
	return all
}

func formatNamed(t *testing.T, name string) *Format {
	t.Helper()
	for _, f := range formats(t) {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("no format %s", name)
	return nil
}

func agendaOf(t *testing.T, l *lesson.Lesson, format string, minutes int) *Agenda {
	t.Helper()
	a, misfit := NewAgenda(l, formatNamed(t, format), minutes)
	if misfit != nil {
		t.Fatalf("%s: %s", format, misfit.Message)
	}
	return a
}

// clockOf writes an agenda's clock as text: a number for each step without
// questions, [a+b] for one with them, p for a pool.
func clockOf(a *Agenda) string {
	var out []string
	for _, p := range a.parts {
		switch {
		case p.each != nil:
			out = append(out, "["+strings.ReplaceAll(strings.Trim(fmt.Sprint(p.each), "[]"), " ", "+")+"]")
		case p.items != nil:
			out = append(out, fmt.Sprintf("%d of %d", p.minutes, len(p.items)))
		default:
			out = append(out, fmt.Sprint(p.minutes))
		}
	}
	return strings.Join(out, " ")
}

func TestClock(t *testing.T) {
	for _, c := range []struct {
		total int
		items string
		exit  bool
		want  string
	}{
		// The usual hour, and what each of its parts gets.
		{50, "opening core closing", true, "3 5 [7] [20] [7] 5 3"},
		{50, "opening opening core core core core closing closing", true, "3 5 [4+3] [5+5+5+5] [4+3] 5 3"},
		{50, "core core core core", false, "4 8 [8+8+7+7] 8"},
		// Their own minutes are kept, to the minute.
		{50, "opening:7 core:12 core:8 closing:7", true, "3 5 [7] [12+8] [7] 5 3"},
		{50, "opening:5 core:10 core:10 core closing:5", true, "3 6 [5] [10+10+3] [5] 5 3"},
		// The same questions on other clocks.
		{45, "opening:7 core:12 core:8 closing:7", true, "2 4 [7] [12+8] [7] 3 2"},
		{75, "opening:7 core:12 core:8 closing:7", true, "5 8 [11] [18+12] [10] 7 4"},
		{90, "opening:7 core:12 core:8 closing:7", true, "5 9 [13] [22+14] [13] 9 5"},
		{40, "opening:7 core:12 core:8 closing:7", true, "3 4 [7] [12] [7] 4 3"},
		{30, "opening core closing", true, "2 3 [4] [12] [4] 3 2"},
		{50, "pre core post", true, "3 5 [7] [20] [7] 5 3"},
		// Few questions are not stretched; what is left is for further talk.
		{50, "core", true, "4 7 [20] 8 7 4"},
		{50, "core:12", true, "4 7 [24] 4 7 4"},
		{90, "opening core closing", true, "5 9 [13] [20] [13] 16 9 5"},
		{240, "opening core closing", true, "6 10 [20] [20] [20] 148 10 6"},
		// Hardly any time at all.
		{15, "opening:5 core:20 core:20 closing:5", true, "1 1 [2] [7] [2] 1 1"},
		{7, "opening core closing", true, "1 1 [1] [1] [1] 1 1"},
		{3, "opening core closing", true, "0 0 [1] [1] [1] 0 0"},
	} {
		if got := clockOf(agendaOf(t, talkOf(c.items, c.exit), Usual, c.total)); got != c.want {
			t.Errorf("{%d, %q, %v, %q},", c.total, c.items, c.exit, got)
		}
	}
}
