package check

import (
	_ "embed"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/reader"
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
	l, loading := load(t, lessonFiles(text), "test")
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

// lessonFiles is a lesson on the essay of the corpus.
func lessonFiles(text string) fstest.MapFS {
	return fstest.MapFS{"lesson.md": {Data: []byte(text)}, "essay.md": {Data: bench}}
}

// bench is an essay of eight paragraphs, written for these tests.
//
//go:embed testdata/corpus/essay.md
var bench []byte

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
