package check

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/reader"
	"quire/internal/source"
)

// load reads a lesson and ties it to its essay, if it has one. What loading
// itself finds comes back apart.
func load(t testing.TB, fsys fs.FS, name string) (*lesson.Lesson, *diag.List) {
	t.Helper()
	findings := &diag.List{}
	d, err := lesson.Read(fsys, name, "", findings)
	if err != nil {
		t.Fatal(err)
	}
	if d == nil {
		t.Fatal("no lesson")
	}
	var e *essay.Essay
	if d.Meta.Essay.File != "" {
		raw, err := fs.ReadFile(fsys, d.Meta.Essay.File)
		if err != nil {
			t.Fatal(err)
		}
		if e, err = reader.Read(d.Meta.Essay.File, raw, reader.Hints{}, findings); err != nil {
			t.Fatal(err)
		}
	}
	return d.Resolve(e, lesson.Options{}, findings), findings
}

// checked runs all rules over a lesson's text, which must load cleanly.
func checked(t testing.TB, text string, o Options) []diag.Finding {
	t.Helper()
	l, loading := load(t, fstest.MapFS{
		"lesson.md": {Data: []byte(text)}, "essay.md": {Data: []byte(bench)},
	}, "test")
	if loading.Stops() {
		t.Fatalf("%s\n%s", printed(t, loading.Sorted()), text)
	}
	var findings diag.List
	Run(l, o, &findings)
	return findings.Sorted()
}

func printed(t testing.TB, f []diag.Finding) string {
	t.Helper()
	var b strings.Builder
	if err := diag.Print(&b, f, diag.Note); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func at(t testing.TB, s string) *source.Text {
	t.Helper()
	text, err := source.New("t", []byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// bench is an essay of eight paragraphs, written for these tests.
const bench = `# The bench by the ferry

For six years there was a green bench at the ferry landing, and for six years I walked past it.

My neighbor Oda Lindqvist sat there every evening with a thermos, and she never once boarded the boat.

In March the harbor board took the bench away. It said that the bench blocked the ramp for people with carts.

Nobody had measured the ramp. I did, with a borrowed tape, and found two meters to spare on either side.

The chairman, a patient man, told me that a bench invites people to stay, and that a landing is for leaving.

He may be right about landings. But a town that has no place to wait has decided who may be slow.

I counted for a week: thirty-one people leaned on the railing, and nineteen of them were older than seventy.

In June the bench came back, painted gray. Oda brings the thermos again, and nobody has blocked a cart.
`

const header = `---
quire: 1
title: The bench
minutes: 50
essay:
  title: The bench by the ferry
  author: Signe Aune
  genre: report
  rights: own
  file: essay.md
---

# Passages

## Taken {#taken}

> ¶3

## Measured {#measured}

> ¶4

`
