package compose

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/markdown"
)

var update = flag.Bool("update", false, "write the goldens anew")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it anew):\n%s", path, got)
	}
}

// TestDocuments makes each document of a lesson with its essay and without, as
// an outline and as Markdown.
func TestDocuments(t *testing.T) {
	for _, tpl := range ours(t) {
		for kind, l := range map[string]*lesson.Lesson{"printed": printed(t), "unprinted": small(t)} {
			if tpl.Name == "cover" || tpl.Name == "circles" {
				continue // TestCover, TestCircles
			}
			if lacks := tpl.Lacks(l, false); lacks != "" {
				if tpl.Name != "reading" || kind != "unprinted" || lacks != "essay text to print" {
					t.Errorf("%s, %s: lacks %q", tpl.Name, kind, lacks)
				}
				continue
			}
			d := made(t, l, tpl)
			golden(t, tpl.Name+"-"+kind+".txt", outline(d))
			golden(t, tpl.Name+"-"+kind+".md", markdown.Render(d))
		}
	}
}

func TestMarkdownIsClean(t *testing.T) {
	if _, err := exec.LookPath("markdownlint"); err != nil {
		t.Skip("markdownlint is not installed")
	}
	files, err := filepath.Glob("testdata/*printed.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no Markdown to look at", err)
	}
	out, err := exec.Command("markdownlint", append([]string{"--disable", "MD013", "--"}, files...)...).CombinedOutput()
	if err != nil {
		t.Errorf("markdownlint: %v\n%s", err, out)
	}
}

func TestCover(t *testing.T) {
	l := small(t)
	roll := &Roll{Paper: "Letter", Sides: 2, Rows: []RollRow{
		{Place: 1, Name: "Ana", Form: "A", Copies: 1, Pages: 4, Sheets: 2},
		{Place: 2, Name: "Bo", Form: "B", Gets: "large-print, word bank", Copies: 2, Pages: 9, Sheets: 5},
	}}
	var findings diag.List
	d := Compose(Request{Lesson: l, Form: form.Form{Name: "A", Seed: "s"}, Template: template(t, "cover"), Roll: roll}, &findings)
	golden(t, "cover.txt", outline(d))
	if d := made(t, l, template(t, "worksheet")); strings.Contains(outline(d), "Ana") {
		t.Error("names are on the worksheet")
	}
}

// TestNothingLeaks looks for what only teachers may see in everything that
// students get: in words, ids, titles and places alike.
func TestNothingLeaks(t *testing.T) {
	students := 0
	for _, tpl := range ours(t) {
		for _, l := range []*lesson.Lesson{printed(t), small(t)} {
			if tpl.Lacks(l, false) != "" {
				continue
			}
			d := made(t, l, tpl)
			said := outline(d) + d.Title + d.Author + markdown.Render(d)
			// A cloze prints its bank, answers and all.
			said = strings.ReplaceAll(said, "TEACHERhabit · ", "")
			said = strings.ReplaceAll(said, " · TEACHERhabit", "")
			said = strings.ReplaceAll(said, "TEACHERhabit", "")
			if tpl.Audience == document.Teacher {
				if tpl.Name != "tracker" && !contains(said, "teacher first position") && !contains(said, "teacher reason one") && !contains(said, "teacher word") {
					t.Errorf("%s has nothing for teachers: the test looks for the wrong words", tpl.Name)
				}
				continue
			}
			students++
			for line := range strings.SplitSeq(said, "\n") {
				if contains(line, "teacher") && !strings.Contains(line, "your teacher’s own copy") && !strings.Contains(line, "not to the teacher") {
					t.Errorf("%s: %s", tpl.Name, line)
				}
			}
		}
	}
	if students != 17 {
		t.Errorf("looked at %d documents for students", students)
	}
}

// TestDeskStaysAway holds the wall itself: a student's document is composed
// without a desk, and no call for students is given one.
func TestDeskStaysAway(t *testing.T) {
	for _, c := range blockCalls {
		if (c.student == nil) == (c.teacher == nil) {
			t.Errorf("{{%s}} is made from neither the sheet nor the desk, or from both", c.name)
		}
	}
	tpl := *template(t, "key")
	tpl.Audience = document.Student
	d := made(t, small(t), &tpl)
	if s := document.PlainBlocks(d.Blocks); contains(s, "teacher") {
		t.Errorf("a key that was made for students says %q", s)
	}
}

// TestEssayText holds that an essay's inlines are its text, byte for byte.
func TestEssayText(t *testing.T) {
	l := printed(t)
	d := made(t, l, template(t, "reading"))
	found := false
	for _, b := range d.Blocks {
		e, ok := b.(document.Essay)
		if !ok {
			continue
		}
		found = true
		for i, p := range e.Paragraphs {
			if got := document.Plain(p.Text); got != l.Essay.Blocks[i].Text {
				t.Errorf("paragraph %d: %q", i, got)
			}
		}
	}
	if !found {
		t.Error("no essay")
	}
}

func TestBareEssay(t *testing.T) {
	l := printed(t)
	bare := &lesson.Lesson{Name: "essay", Essay: l.Essay, Lines: l.Lines}
	bare.Essay.Title, bare.Essay.Author = "A Chair", "N. Body"
	for _, tpl := range ours(t) {
		if lacks := tpl.Lacks(bare, false); (lacks == "") != (tpl.Name == "reading") {
			t.Errorf("%s lacks %q", tpl.Name, lacks)
		}
		d := made(t, bare, tpl) // must not fail, whatever there is
		if tpl.Name == "reading" && d.Title != "A Chair" {
			t.Errorf("title %q", d.Title)
		}
	}
}
