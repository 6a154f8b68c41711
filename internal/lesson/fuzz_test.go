package lesson

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/document"
)

// FuzzRead reads and resolves whatever comes, with the essay and without:
// nothing panics, no call is left, and every finding has a place in its text.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/findings/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range append(names, "testdata/ferry.txtar") {
		m := files(archive(f, name))
		part := ""
		for _, name := range slices.Sorted(maps.Keys(m)) {
			if strings.HasPrefix(name, "parts/") {
				part += string(m[name].Data)
			}
		}
		f.Add(content(m, mainFile), part, content(m, lockFile))
	}
	f.Add("---\nquire: 1\n---\n\n# Worksheet\n\n### A {stem=summary-frame who=\"x\" wanted=y reason=\"[[z\" obstacle=\"{{\"}\n\n[[own]]\n\n**Extra:** a\n", "# Seminar\n\n## Core\n\n### B {stem=two-places other=a}\n\n| a | [[b]] |\n|---|---|\n| c | d |\n\n### C {stem=claim-and-evidence}\n\n#### Part A\n\n- [x] {{ref}}\n", "")
	e := ferry(f)
	f.Fuzz(func(t *testing.T, main, part, lock string) {
		m := fstest.MapFS{mainFile: file(main), "parts/a.md": file(part)}
		if lock != "" {
			m[lockFile] = file(lock)
		}
		var findings diag.List
		d, err := Read(m, "ferry", "ferry/", &findings)
		if err != nil || d == nil {
			return
		}
		for _, l := range []*Lesson{d.Resolve(e, Options{Lines: true}, &findings), d.Resolve(nil, Options{}, &findings)} {
			for _, s := range l.Sections {
				for _, it := range s.Items() {
					document.Walk(it.Stem, func(in document.Inline) {
						if c, ok := in.(document.Call); ok {
							t.Errorf("the call %v is left", c)
						}
					})
				}
			}
		}
		for _, f := range findings.Sorted() {
			if at := f.At; !at.IsZero() && (at.Start < 0 || at.End < at.Start || at.End > len(at.Text.Body)) {
				t.Errorf("%s is at %d to %d of %d bytes", f.Message, at.Start, at.End, len(at.Text.Body))
			}
		}
	})
}

func content(m fstest.MapFS, name string) string {
	if f := m[name]; f != nil {
		return string(f.Data)
	}
	return ""
}

// Large lessons of nothing but one thing are read: anything quadratic would take
// as long as no test may.
func TestHostileLessons(t *testing.T) {
	head := "---\nquire: 1\ntitle: T\n---\n"
	fill := func(s string) string { return strings.Repeat(s, (1<<17)/len(s)) }
	for name, body := range map[string]string{
		"prompts of one name": "# Seminar\n" + fill("### a\n"),
		"groups":              "# Seminar {passage=x}\n" + fill("## a {passage=y}\n"),
		"passages":            "# Passages\n" + fill("## a {#a}\n> ¶1\n\n"),
		"quotations":          "# Seminar\n### a\n" + fill("{{quote \"seats\"}}\n\n"),
		"misquotations":       "# Seminar\n### a\n" + fill("{{quote \"the seats of nobody\"}}\n\n"),
		"unknown calls":       "# Seminar\n### a\n" + fill("{{rfe \"x\"}}\n\n"),
		"passage calls":       "# Passages\n## a {#a}\n> ¶1\n\n# Seminar\n### a\n" + fill("{{passage \"a\"}}\n\n"),
		"words":               "# Words\n" + fill("- **zebra**: x\n"),
		"sections":            fill("# a\n"),
	} {
		var findings diag.List
		d, err := Read(fstest.MapFS{mainFile: file(head + body)}, "x", "", &findings)
		if err != nil || d == nil {
			t.Fatal(name, err)
		}
		d.Resolve(ferry(t), Options{Lines: true}, &findings)
		t.Logf("%s: %d findings", name, len(findings.Sorted()))
	}
}
