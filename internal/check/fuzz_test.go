package check

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/reader"
)

// FuzzRun reads whatever may stand in a lesson's file. Rules must neither
// panic nor point outside the text.
func FuzzRun(f *testing.F) {
	paths, err := filepath.Glob("testdata/corpus/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range paths {
		raw, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw))
	}
	for _, c := range cases {
		f.Add(header + c.trips[0])
	}
	var none diag.List
	e, err := reader.Read("essay.md", bench, reader.Hints{}, &none)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var findings diag.List
		d, err := lesson.Read(lessonFiles(text), "test", "", &findings)
		if err != nil || d == nil {
			return
		}
		l := d.Resolve(e, lesson.Options{Lines: true}, &findings)
		var found diag.List
		Run(l, Options{Strict: true}, &found)
		for _, x := range found.Sorted() {
			if !x.At.IsZero() && (x.At.Start < 0 || x.At.End < x.At.Start || x.At.End > len(x.At.Text.Body)) {
				t.Errorf("%s points to %d–%d", x.Code, x.At.Start, x.At.End)
			}
		}
	})
}

// BenchmarkRun checks 1,000 prompts, flawed and good: a lesson of 500, the most
// that one may have, twice.
func BenchmarkRun(b *testing.B) {
	var text strings.Builder
	text.WriteString(header + "# Worksheet\n\n")
	for i := range 250 {
		text.WriteString(item(fmt.Sprintf("What did the board say of the bench, the ramp and cart number %d that stood on it?", i),
			fmt.Sprintf("It was always in the way of boat %d, so it had to go.", i), fmt.Sprintf("*It stood where cart %d was to pass, or so they thought.", i), "Nobody had ever measured it before, and nobody would."))
	}
	text.WriteString("# Seminar\n\n## Core\n\n")
	for i := range 250 {
		_, talk, _ := strings.Cut(circle(fmt.Sprintf("What does bench %d decide about those who wait, and about the ones who are slow?", i)), "## Core\n\n")
		text.WriteString(talk + "\n")
	}
	l, _ := load(b, lessonFiles(text.String()), "test")
	if n := len(l.Sections[0].Items()) + len(l.Sections[1].Items()); n != 500 {
		b.Fatalf("%d prompts", n)
	}
	b.ResetTimer()
	for range b.N {
		for range 2 {
			var findings diag.List
			Run(l, Options{Strict: true}, &findings)
		}
	}
}
