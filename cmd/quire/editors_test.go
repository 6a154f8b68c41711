package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"quire/internal/cli"
)

// The README's patterns for editors find every finding of real output, and
// nothing else in it.
func TestEditorsPatterns(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	const lesson = "---\nquire: 1\ntitl: a: 1:2: error: b\n---\n\n# Worksheet\n\n### Why? {pointz=1 allow=M6}\n\n**Answer:** A.\n"
	if err := os.WriteFile(filepath.Join(dir, "lesson.md"), []byte(lesson), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	var stdout, stderr bytes.Buffer
	cli.Main(context.Background(), []string{"check", "--strict"}, &stdout, &stderr)
	output := strings.Split(stderr.String()+stdout.String(), "\n")
	want := 0
	for _, l := range output {
		if strings.HasPrefix(l, "lesson.md:") {
			want++
		}
	}
	if want < 3 {
		t.Fatalf("too little to try the patterns on:\n%s", strings.Join(output, "\n"))
	}
	for editor, patterns := range map[string][]*regexp.Regexp{"VS Code": {vscode(t, string(readme))}, "Vim": vim(t, string(readme))} {
		found := 0
		for _, l := range output {
			for _, p := range patterns {
				m := p.FindStringSubmatch(l)
				if m == nil {
					continue
				}
				found++
				line, _ := strconv.Atoi(m[2])
				if m[1] != "lesson.md" || line < 1 || line > 10 {
					t.Errorf("%s: %q is taken for %q", editor, l, m[1:])
				}
			}
		}
		if found != want {
			t.Errorf("%s finds %d of %d findings in\n%s", editor, found, want, strings.Join(output, "\n"))
		}
	}
}

func vscode(t *testing.T, readme string) *regexp.Regexp {
	_, rest, ok := strings.Cut(readme, `"regexp": `)
	line, _, _ := strings.Cut(rest, ",\n")
	pattern, err := strconv.Unquote(line)
	if !ok || err != nil {
		t.Fatalf("the README has no pattern for VS Code: %q %v", line, err)
	}
	return regexp.MustCompile(pattern)
}

// vim reads the errorformat's own marks: %f a file, %l and %v numbers, %t one
// character, %m the rest; %-G ignores what nothing else took.
func vim(t *testing.T, readme string) []*regexp.Regexp {
	_, rest, ok := strings.Cut(readme, "set errorformat=")
	if !ok {
		t.Fatal("the README has no errorformat")
	}
	line, _, _ := strings.Cut(rest, "\n")
	var out []*regexp.Regexp
	for f := range strings.SplitSeq(strings.ReplaceAll(line, `\ `, " "), ",") {
		if strings.HasPrefix(f, "%-G") {
			continue
		}
		p := strings.NewReplacer("%f", `(.+?)`, "%l", `(\d+)`, "%v", `(\d+)`, "%t", `(.)`, "%m", `(.+)`).Replace(f)
		out = append(out, regexp.MustCompile("^"+p+"$"))
	}
	return out
}
