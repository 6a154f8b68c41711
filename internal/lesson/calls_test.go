package lesson

import (
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/source"
)

// What {{passage}} prints depends on the rights, the length, and on whether the
// essay is at hand.
func TestPassageCall(t *testing.T) {
	const (
		short    = "a count of seats is not a count of needs"
		long     = "Those who want … there are none."
		whole    = "¶3"
		quoted   = "Yet a count of seats is not a count of needs. The nurse who rides on Thursdays fills one seat. The eleven people whom she sees fill none"
		inlineOf = "In line: {{passage \"p\"}}"
	)
	for _, c := range []struct {
		name, rights, selector, call string
		at                           bool // the essay is at hand
		quote                        bool // set off
		want                         string
	}{
		{"short", "restricted", short, `{{passage "p"}}`, true, true, short},
		{"short, from the lock", "restricted", short, `{{passage "p"}}`, false, false, "“" + short + "” (¶3)"},
		{"long", "restricted", long, `{{passage "p"}}`, true, false, "“Those who want … there are none.” (¶2, lines\u00a04–6)"},
		{"long and free", "own", long, `{{passage "p"}}`, true, true, "Those who want it gone say"},
		{"whole", "restricted", whole, `{{passage "p"}}`, true, false, "“Yet a count of … to leave the island.” (¶3, lines\u00a07–9)"},
		{"whole, from the lock", "own", whole, `{{passage "p"}}`, false, false, "“Yet a count …” (¶3)"},
		{"quoted at length", "restricted", quoted, `{{passage "p"}}`, true, false, "“Yet a count of seats is not a … The eleven people whom she sees fill none” (¶3, "},
		{"in a line", "own", long, inlineOf, true, false, "In line: “Those who want … there are none.” (¶2, lines\u00a04–6)"},
	} {
		m := fstest.MapFS{mainFile: file("---\nquire: 1\ntitle: T\nessay:\n  rights: " + c.rights +
			"\n---\n\n# Passages\n\n## P {#p}\n\n> " + c.selector + "\n\n# Seminar\n\n### A\n\n" + c.call + "\n")}
		l := resolve(t, m, ferry(t), Options{Lines: true})
		if !c.at {
			m[lockFile] = &fstest.MapFile{Data: MakeLock(l).Encode()}
			l = resolve(t, m, nil, Options{Lines: true})
		}
		stem := l.Section("Seminar").Items()[0].Stem
		_, quote := stem[0].(document.BlockQuote)
		if got := document.PlainBlocks(stem); quote != c.quote || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q (set off: %v), want %q", c.name, got, quote, c.want)
		}
	}
}

// A quotation that stands in the essay twice is found in the prompt's passage,
// with the essay and with the lock; elsewhere it is the first.
func TestQuotationWithinThePassage(t *testing.T) {
	m := fstest.MapFS{mainFile: file(small + `
# Passages

## End {#end}

> ¶5

# Seminar

### In it {passage=end}

{{cite "last ferry"}}

### Out of it

{{cite "last ferry"}}
`)}
	check := func(l *Lesson, in, out string) {
		t.Helper()
		items := l.Section("Seminar").Items()
		if got := document.PlainBlocks(items[0].Stem); got != in+"\n" {
			t.Errorf("in the passage: %q, want %q", got, in)
		}
		if got := document.PlainBlocks(items[1].Stem); got != out+"\n" {
			t.Errorf("out of it: %q, want %q", got, out)
		}
	}
	d, findings := read(t, m)
	l := d.Resolve(ferry(t), Options{Lines: true}, findings)
	want := "ferry/lesson.md:20:9: warning: “last ferry” stands in more places than one: line 1 and line 15; only line 1 is named [S2]"
	if got := firstLines(t, findings); len(got) != 1 || got[0] != want {
		t.Errorf("findings %q, want %q", got, want)
	}
	check(l, "“last ferry” (line\u00a015)", "“last ferry” (line\u00a01)")
	m[lockFile] = &fstest.MapFile{Data: MakeLock(l).Encode()}
	check(resolve(t, m, nil, Options{}), "“last ferry” (¶5)", "“last ferry” (¶1)")
}

// Within parentheses a place stands without parentheses of its own, and without
// a comma, which would have to stand inside the quotation.
func TestCiteWithinParentheses(t *testing.T) {
	m := fstest.MapFS{mainFile: file(small + "\n# Seminar\n\n### A\n\nNo ({{cite \"count of needs\"}}).\n")}
	for lines, want := range map[bool]string{true: "No (“count of needs” on line 7).\n", false: "No (“count of needs” in ¶3).\n"} {
		l := resolve(t, m, ferry(t), Options{Lines: lines})
		if got := document.PlainBlocks(l.Section("Seminar").Items()[0].Stem); got != want {
			t.Errorf("lines %v: %q, want %q", lines, got, want)
		}
	}
}

// What {{passage}} prints over a lesson is bounded.
func TestPassageWordsAreBounded(t *testing.T) {
	const words = 150
	e := essayOf(t, strings.Repeat("word ", words-1)+"end\n")
	calls := passageLimit / words
	lesson := func(n int) fstest.MapFS {
		return fstest.MapFS{mainFile: file("---\nquire: 1\ntitle: T\nessay:\n  rights: own\n---\n\n# Passages\n\n## P {#p}\n\n> ¶1\n\n# Seminar\n\n### A\n\n" + strings.Repeat("{{passage \"p\"}}\n\n", n))}
	}
	resolve(t, lesson(calls), e, Options{})
	d, findings := read(t, lesson(calls+9))
	d.Resolve(e, Options{}, findings)
	got := firstLines(t, findings)
	if len(got) != 1 || !strings.HasSuffix(got[0], "error: the lesson's {{passage}} calls print more than 20000 words [limit]") {
		t.Errorf("findings %q", got)
	}
}

// What the front matter leaves out, the essay's own file may say.
func TestFactsFromTheEssay(t *testing.T) {
	e := ferry(t)
	e.Title, e.Author = "A Title", "An Author"
	m := fstest.MapFS{mainFile: file("---\nquire: 1\ntitle: T\nessay:\n  author: Another\n---\n\n{{title}} by {{author}}\n")}
	d, _ := read(t, m)
	l := resolve(t, m, e, Options{})
	if got := document.PlainBlocks(l.Brief); got != "A Title by Another\n" {
		t.Errorf("brief: %q", got)
	}
	if d.Meta.Essay.Title != "" {
		t.Errorf("the draft has changed: %+v", d.Meta.Essay)
	}
}

// A heading has no lines; what stands in it is found at the next paragraph.
func TestWordsInAHeading(t *testing.T) {
	e := ferry(t)
	e.Blocks = append([]essay.Block{{Kind: essay.Heading, Level: 2, Text: "A zebra crossing"}}, e.Blocks...)
	e.Number()
	m := fstest.MapFS{mainFile: file(small + "\n# Seminar\n\n### A\n\n{{cite \"zebra\"}} {{word \"zebra\"}}\n")}
	l := resolve(t, m, e, Options{Lines: true})
	if got := document.PlainBlocks(l.Section("Seminar").Items()[0].Stem); got != "“zebra” (¶1) ¶1\n" {
		t.Errorf("stem: %q", got)
	}
}

func TestCitesWithinParentheses(t *testing.T) {
	for before, want := range map[string]bool{
		"":                    false,
		"She says (":          true,
		"She says (twice) ":   false,
		"(Once.)\n\nShe says": false,
		"(Open.\n\nShe says":  false,
	} {
		text, err := source.New("l.md", []byte(before+"{{cite}}"))
		if err != nil {
			t.Fatal(err)
		}
		if got := inParentheses(text.Span(len(before), len(before)+8)); got != want {
			t.Errorf("after %q: %v, want %v", before, got, want)
		}
	}
}
