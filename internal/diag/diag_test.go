package diag

import (
	"strings"
	"testing"

	"quire/internal/source"
)

func text(t *testing.T, name, body string) *source.Text {
	t.Helper()
	s, err := source.New(name, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPrint(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, c := range []struct {
		name, body, mark string // mark is the text to point at
		want             string
	}{
		{"plain", "one\ntwo pointz=2 three\n", "pointz",
			"f.md:2:5: error: no [x]\n  2 | two pointz=2 three\n    |     ^^^^^^\n  hint: Do.\n\n"},
		{"wide characters and marks", "漢字 e\u0301 bad", "bad",
			"f.md:1:7: error: no [x]\n  1 | 漢字 e\u0301 bad\n    |        ^^^\n  hint: Do.\n\n"},
		{"a tab is four columns", "\tbad", "bad",
			"f.md:1:2: error: no [x]\n  1 |     bad\n    |     ^^^\n  hint: Do.\n\n"},
		{"an escape is shown, not obeyed", "a\x1b[31mbad", "bad",
			"f.md:1:7: error: no [x]\n  1 | a\\u{1B}[31mbad\n    |            ^^^\n  hint: Do.\n\n"},
		{"two lines: carets to the first one's end", "ab\ncd", "b\nc",
			"f.md:1:2: error: no [x]\n  1 | ab\n    |  ^\n  hint: Do.\n\n"},
		{"a long line is cut round the place", long + "bad " + long, "bad",
			"f.md:1:301: error: no [x]\n  1 | …" + strings.Repeat("word ", 8) + "bad" + strings.Repeat(" word", 11) + " …\n    | " + strings.Repeat(" ", 41) + "^^^\n  hint: Do.\n\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := text(t, "f.md", c.body)
			i := strings.Index(c.body, c.mark)
			var b strings.Builder
			err := Print(&b, []Finding{{Code: "x", Severity: Error, At: s.Span(i, i+len(c.mark)), Message: "no", Hint: "Do."}}, Note)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != c.want {
				t.Errorf("got\n%s\nwant\n%s", b.String(), c.want)
			}
		})
	}
}

func TestPrintAtTheEndOfALine(t *testing.T) {
	s := text(t, "f.md", "abc\n")
	var b strings.Builder
	if err := Print(&b, []Finding{{Severity: Warning, At: s.Span(3, 3), Message: "m"}}, Note); err != nil {
		t.Fatal(err)
	}
	if want := "f.md:1:4: warning: m\n  1 | abc\n    |    ^\n\n"; b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"Peña “x” — y":   "Peña “x” — y",
		"\x1b[2J":        `\u{1B}[2J`,
		"a\u202Eb":       `a\u{202E}b`,
		"a\u200Bb":       `a\u{200B}b`,
		"\xff\x9b":       `\u{FF}\u{9B}`,
		"line\nbreak":    `line\u{A}break`,
		"\uFFFD is kept": "\uFFFD is kept",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSortedOncePerPlace(t *testing.T) {
	a, b := text(t, "a", "12345"), text(t, "b", "12345")
	var l List
	l.Error("E", b.Span(1, 2), "third", "")
	l.Warn("W", a.Span(3, 4), "second", "")
	l.Error("E", a.Span(1, 2), "first", "")
	l.Error("E", a.Span(1, 2), "first", "")
	var got []string
	for _, f := range l.Sorted() {
		got = append(got, f.Message)
	}
	if s := strings.Join(got, " "); s != "first second third" {
		t.Errorf("got %q", s)
	}
	if !l.Stops() || l.Count(Warning) != 1 {
		t.Error("counts are wrong")
	}
}

func TestAtHome(t *testing.T) {
	outer := text(t, "lesson.md", "### T {stem=turn}")
	inner := text(t, "stem turn", "A bad word.").TakenIn(outer.Span(12, 16))
	var l List
	l.Warn("W", inner.Span(2, 5), "no", "Do.")
	var b strings.Builder
	if err := Print(&b, l.Sorted(), Note); err != nil {
		t.Fatal(err)
	}
	want := "lesson.md:1:13: warning: no [W]\n  1 | ### T {stem=turn}\n    |             ^^^^\n" +
		"stem turn:1:3: note: it is about this line, which is taken in there\n  1 | A bad word.\n    |   ^^^\n  hint: Do.\n\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("a\tb\x1b漢\u202E", 1, 4)
	f.Fuzz(func(t *testing.T, body string, start, end int) {
		s, err := source.New("f", []byte(body))
		if err != nil {
			t.Skip()
		}
		if start < 0 || end < start || end > len(s.Body) {
			t.Skip()
		}
		shown, carets := snippet(s.Span(start, end))
		if strings.ContainsAny(shown, "\x1b\n") || !strings.Contains(carets, "^") {
			t.Errorf("%q %q", shown, carets)
		}
	})
}

func TestStackedMarksAreCut(t *testing.T) {
	s := text(t, "f.md", "X"+strings.Repeat("\u0301", 100_000))
	var b strings.Builder
	if err := Print(&b, []Finding{{Severity: Error, At: s.Span(0, 1), Message: "m"}}, Note); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 2000 {
		t.Errorf("a finding of %d bytes", b.Len())
	}
}
