package lesson

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/source"
)

var update = flag.Bool("update", false, "write the goldens anew")

// ferry gives the tests' essay.
func ferry(t testing.TB) *essay.Essay {
	t.Helper()
	raw, err := os.ReadFile("testdata/essay.txt")
	if err != nil {
		t.Fatal(err)
	}
	return essayOf(t, string(raw))
}

// essayOf makes an essay of paragraphs parted by blank lines.
func essayOf(t testing.TB, body string) *essay.Essay {
	t.Helper()
	text, err := source.New("essay.txt", []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	e := &essay.Essay{Text: text}
	at := 0
	for p := range strings.SplitSeq(text.Body, "\n\n") {
		words := strings.TrimRight(p, "\n")
		e.Blocks = append(e.Blocks, essay.Block{Text: words, Origin: essay.Origin{{At: 0, From: at}}})
		at += len(p) + 2
	}
	e.Number()
	return e
}

func files(a *txtar.Archive) fstest.MapFS {
	m := fstest.MapFS{}
	for _, f := range a.Files {
		m[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return m
}

func read(t testing.TB, fsys fs.FS) (*Draft, *diag.List) {
	t.Helper()
	findings := &diag.List{}
	d, err := Read(fsys, "ferry", "ferry/", findings)
	if err != nil {
		t.Fatal(err)
	}
	return d, findings
}

func printed(t testing.TB, l *diag.List) string {
	t.Helper()
	var b strings.Builder
	if err := diag.Print(&b, l.Sorted(), diag.Note); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares, or with -update writes.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

func archive(t testing.TB, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestFindings reads the broken lessons of testdata. The file "essay" in one
// brings the tests' essay.
func TestFindings(t *testing.T) {
	names, err := filepath.Glob("testdata/findings/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal(err, names)
	}
	for _, name := range names {
		base := strings.TrimSuffix(name, ".txtar")
		t.Run(filepath.Base(base), func(t *testing.T) {
			m := files(archive(t, name))
			var e *essay.Essay
			if _, ok := m["essay"]; ok {
				e = ferry(t)
			}
			d, findings := read(t, m)
			if d != nil {
				d.Resolve(e, Options{Lines: true}, findings)
			}
			golden(t, base+".golden", printed(t, findings))
		})
	}
}

// dump writes a lesson down for a golden.
func dump(l *Lesson) string {
	var b strings.Builder
	p := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
	blocks := func(indent, label string, all []document.Block) {
		for s := range strings.Lines(document.PlainBlocks(all)) {
			p("%s%s: %s", indent, label, strings.TrimSuffix(s, "\n"))
		}
	}
	p("%s: %s; %s by %s", l.Name, l.Meta.Title, l.Meta.Essay.Title, l.Meta.Essay.Author)
	blocks("", "brief", l.Brief)
	for _, w := range l.Words {
		p("word %s: %s (%s)", w.Word, document.Plain(w.Meaning), w.Place.Words(true))
	}
	for _, a := range l.Passages {
		p("passage %s: %s", a.ID, a.Place.Words(true))
	}
	for _, a := range l.Paragraphs {
		p("¶%d %s", a.Number, a.Opens)
	}
	for _, s := range l.Sections {
		p("section %s", s.Name)
		for _, g := range s.Groups {
			p("  group %q #%s", document.Plain(g.Title), g.ID)
			blocks("    ", "directions", g.Directions)
			for _, it := range g.Items {
				p("    %s #%s passage=%s points=%d phase=%s kind=%s", it.Type, it.ID, it.Tags.Passage, it.Tags.Points, it.Tags.Phase, it.Tags.Kind)
				blocks("      ", "stem", it.Stem)
				if it.Key != nil {
					blocks("      ", "key", it.Key.Teacher(nil))
				}
			}
		}
	}
	return b.String()
}
