package lesson

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// An essay that can't be used is reported where it is named, and not a second
// time as one that isn't there.
func TestEssayFilesRefused(t *testing.T) {
	for name, want := range map[string]string{
		"lesson.md":        "“lesson.md” belongs to the lesson, and is not the essay",
		"./Lesson.md":      "", // no path that fs.FS takes
		"parts/a.md":       "“parts/a.md” belongs to the lesson, and is not the essay",
		"templates/key.md": "“templates/key.md” belongs to the lesson, and is not the essay",
		"passages.lock":    "“passages.lock” belongs to the lesson, and is not the essay",
		"gone.txt":         "there is no file “gone.txt” in the lesson's folder",
		"deep":             "the essay's file is a folder, not a file",
	} {
		m := fstest.MapFS{
			mainFile:           file("---\nquire: 1\ntitle: T\nessay:\n  file: " + name + "\n---\n\n# Seminar\n\n### A\n\n{{cite \"count of needs\"}}\n"),
			"parts/a.md":       file("# Seminar\n\n### B\n\nWhy?\n"),
			"templates/key.md": file("x"), "deep/x.md": file("x"),
		}
		if name == lockFile {
			m[lockFile] = file(lockVersion + "\n")
		}
		d, findings := read(t, m)
		if d.Meta.Essay.File != "" {
			t.Errorf("%s: taken", name)
		}
		d.Resolve(nil, Options{}, findings)
		got := firstLines(t, findings)
		if want == "" {
			want = "this is not the name of a file"
		}
		if name == lockFile {
			got = slices.DeleteFunc(got, func(s string) bool { return !strings.Contains(s, "lesson.md:5") })
		}
		if len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// What no page can have is no part of a title either.
func TestFrontMatterCharacters(t *testing.T) {
	for value, want := range map[string]string{
		"A\uFFFEB":                         "character U+FFFE, which doesn't print",
		"A\uE000B":                         "character U+E000, which doesn't print",
		`"A\x1bB"`:                         "control character in the front matter",
		"A\u00A0B é":                       "",
		"T\naccused: [\"A\\uFDD0\"]":       "character U+FDD0, which doesn't print",
		"T\nessay:\n  author: A\U0010FFFF": "character U+10FFFF, which doesn't print",
	} {
		_, findings := read(t, fstest.MapFS{mainFile: file("---\nquire: 1\ntitle: " + value + "\n---\n")})
		got := strings.Join(firstLines(t, findings), "\n")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}
