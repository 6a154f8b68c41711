package build

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"quire/internal/essay"
)

// TestWorksheetIsTheSameFromEveryFormat makes a web page, a Word file, an EPUB
// and PDFs of an essay with the programs that people make them with, and builds
// the worksheet from each: it must have the same lines and the same bytes.
func TestWorksheetIsTheSameFromEveryFormat(t *testing.T) {
	if testing.Short() {
		t.Skip("making files in all formats takes a while")
	}
	dir := t.TempDir()
	essays := map[string]string{"applause": "../../prompts/lessons/applause/essay.md", "cienfuegos": cienfuegos}
	if _, err := os.Stat(cienfuegos); err != nil {
		t.Log("only the lesson with its own essay, since the others are not here: ", err)
		delete(essays, "cienfuegos")
	}
	lessons := slices.Sorted(maps.Keys(essays))
	read, want := map[string]*essay.Essay{}, map[string][]byte{}
	for _, l := range lessons {
		read[l], want[l] = mustShow(t, essays[l]).Lesson.Essay, worksheetFrom(t, l, essays[l])
		writeFiles(t, dir, map[string]string{l + "-saved.html": webPage(read[l], true), l + ".html": webPage(read[l], false)})
	}
	for _, f := range formatsMade {
		t.Run(f.name, func(t *testing.T) {
			needTool(t, f.tool)
			f.make(t, dir, lessons)
			for _, l := range lessons {
				made := filepath.Join(dir, l+f.ending)
				compareEssays(t, read[l], mustShow(t, made).Lesson.Essay)
				if got := worksheetFrom(t, l, made); !bytes.Equal(got, want[l]) {
					t.Errorf("%s: the worksheet has other bytes: %d, and %d from %s", l, len(got), len(want[l]), essays[l])
				}
			}
		})
	}
}

// TestStrivingsFromEveryCopy builds that lesson, which has no text of its own,
// from the files that teachers have: every passage and quotation must be found,
// and where a file has the essay's paragraphs, the worksheet has the same bytes.
func TestStrivingsFromEveryCopy(t *testing.T) {
	if testing.Short() {
		t.Skip("reading PDFs takes a while")
	}
	files, _ := filepath.Glob("../../../shared/essays/dubois-strivings/*")
	if len(files) == 0 {
		t.Skip("the essays for testing are not here")
	}
	// Two stanzas at the foot of a column are read as one, or words parted at
	// line ends with a plain hyphen have lost it: these differ, and Quire says so.
	differ := map[string]bool{"book.pdf": true, "latex.pdf": true, "twocol.pdf": true}
	want := worksheetFrom(t, "strivings", strivings)
	for _, file := range files {
		name := filepath.Base(file)
		if name == "truth.json" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			got := worksheetFrom(t, "strivings", file) // which stops for what can't be found
			if same := bytes.Equal(got, want); same == differ[name] {
				t.Errorf("the worksheet's bytes are the same: %v", same)
			}
		})
	}
}

// The essay is printed in many ways: with other spellings and commas before
// dashes, as in 1903, and without the poem that stands above it.
func TestStrivingsFromOlderPrints(t *testing.T) {
	raw, err := os.ReadFile(strivings)
	if err != nil {
		t.Skip("the essays for testing are not here: ", err)
	}
	head, body, ok := strings.Cut(string(raw), "        Arthur Symons\n")
	if !ok {
		t.Fatal("the copy for testing has no poem")
	}
	old := strings.NewReplacer("—", ",—", "today", "to-day", "twoness", "two-ness", "someone", "some one", "folklore", "folk-lore",
		"lighthearted", "light-hearted", "footrace", "foot-race", "carpetbaggers", "carpet-baggers").Replace
	title, _, _ := strings.Cut(head, "\n")
	dir := t.TempDir()
	copies := map[string]string{"older.txt": head + old(body), "bare.txt": title + "\n" + body, "older-bare.txt": title + "\n" + old(body)}
	writeFiles(t, dir, copies)
	for name := range copies {
		t.Run(name, func(t *testing.T) {
			built := mustBuild(t, Request{Targets: []string{"strivings"}, Essay: filepath.Join(dir, name), Out: t.TempDir()})
			for _, f := range built.Findings {
				if f.Code != "copy" {
					t.Errorf("%s: %s", f.Code, f.Message)
				}
			}
		})
	}
}

// formatsMade are the formats and who makes them of the lessons' clean pages,
// LESSON.html, in an order in which each finds what it is made from.
var formatsMade = []struct {
	name, tool, ending string
	make               func(t *testing.T, dir string, lessons []string)
}{
	{"a web page with chrome", "true", "-saved.html", func(*testing.T, string, []string) {}},
	{"DOCX by pandoc", "pandoc", ".docx", byPandoc(".docx")},
	{"EPUB by pandoc", "pandoc", ".epub", byPandoc(".epub")},
	{"DOCX by LibreOffice", "soffice", "-office.docx", byOffice("docx")},
	{"PDF by LibreOffice", "soffice", "-office.pdf", byOffice("pdf")},
	{"PDF by Chromium", "chromium", "-browser.pdf", func(t *testing.T, dir string, lessons []string) {
		for _, l := range lessons {
			out := filepath.Join(dir, l+"-browser.pdf")
			makeBy(t, []string{out}, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"),
				"--print-to-pdf="+out, filepath.Join(dir, l+".html"))
		}
	}},
}

func byPandoc(ending string) func(*testing.T, string, []string) {
	return func(t *testing.T, dir string, lessons []string) {
		for _, l := range lessons {
			out := filepath.Join(dir, l+ending)
			makeBy(t, []string{out}, "pandoc", filepath.Join(dir, l+".html"), "-o", out)
		}
	}
}

// byOffice makes the files with LibreOffice Writer, all in one run: it takes
// longer to start than to write them.
func byOffice(format string) func(*testing.T, string, []string) {
	return func(t *testing.T, dir string, lessons []string) {
		needTool(t, "pandoc")
		args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile-office"), "--headless", "--convert-to", format, "--outdir", dir}
		var makes []string
		for _, l := range lessons {
			odt := filepath.Join(dir, l+"-office.odt")
			makeBy(t, []string{odt}, "pandoc", filepath.Join(dir, l+".html"), "-o", odt)
			args = append(args, odt)
			makes = append(makes, filepath.Join(dir, l+"-office."+format))
		}
		makeBy(t, makes, "soffice", args...)
	}
}

// makeBy runs a program that makes files.
func makeBy(t *testing.T, makes []string, program string, args ...string) {
	t.Helper()
	c := exec.Command(program, args...)
	c.WaitDelay = time.Minute
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	for _, m := range makes {
		if _, err := os.Stat(m); err != nil {
			t.Fatalf("%s made no %s", program, filepath.Base(m))
		}
	}
}

func mustShow(t *testing.T, file string) *Shown {
	t.Helper()
	s, err := Show(context.Background(), file, "", "")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func worksheetFrom(t *testing.T, lesson, file string) []byte {
	t.Helper()
	dir := t.TempDir()
	mustBuild(t, Request{Targets: []string{lesson}, Essay: file, PrintEssay: true, Only: []string{"worksheet"}, Out: dir})
	b, err := os.ReadFile(filepath.Join(dir, lesson, "worksheet.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// compareEssays reports the blocks that differ.
func compareEssays(t *testing.T, want, got *essay.Essay) {
	t.Helper()
	for i := range max(len(want.Blocks), len(got.Blocks)) {
		var w, g string
		if i < len(want.Blocks) {
			w = want.Blocks[i].Kind.String() + ": " + want.Blocks[i].Text
		}
		if i < len(got.Blocks) {
			g = got.Blocks[i].Kind.String() + ": " + got.Blocks[i].Text
		}
		if w != g {
			t.Errorf("block %d is\n%s\nand should be\n%s", i, g, w)
			return
		}
	}
}

// webPage writes an essay as a page, clean or with what sites put round one.
func webPage(e *essay.Essay, chrome bool) string {
	var b strings.Builder
	line := func(format string, a ...any) { fmt.Fprintf(&b, format+"\n", a...) }
	title := html.EscapeString(e.Title)
	line(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%s</title></head><body>`, title)
	if chrome {
		line(`<header><a href="/">The Evening Lantern</a><nav><ul><li><a href="/news">News</a></li><li><a href="/food">Food</a></li><li><a href="/chess">Chess</a></li></ul></nav></header>`)
		line(`<div class="cookie-banner">We keep biscuits in a jar. <button>Have one</button></div>`)
	}
	line(`<main><article><h1>%s</h1>`, title)
	half := len(e.Blocks) / 2
	for i, block := range e.Blocks {
		if chrome && i == half {
			line(`<aside class="related"><h3>Also in the Lantern</h3><ul><li><a href="/1">Seven soups for a cold week</a></li><li><a href="/2">The chess club moves house</a></li></ul></aside>`)
		}
		writeBlock(line, block)
	}
	line(`</article></main>`)
	if chrome {
		line(`<section id="comments"><h2>3 comments</h2><p class="comment"><b>Orla</b>: I read this aloud to my hens.</p><p class="comment"><b>Tam</b>: First!</p></section>`)
		line(`<footer><p>Subscribe to our newsletter</p><p>© The Evening Lantern. All rights reserved.</p></footer>`)
	}
	line(`</body></html>`)
	return b.String()
}

func writeBlock(line func(string, ...any), block essay.Block) {
	text := markedUp(block)
	switch block.Kind {
	case essay.Heading:
		line(`<h%d>%s</h%d>`, block.Level, text, block.Level)
	case essay.BlockQuote:
		line(`<blockquote><p>%s</p></blockquote>`, text)
	case essay.Verse:
		line(`<blockquote><p>%s</p></blockquote>`, strings.ReplaceAll(text, "\n", "<br>"))
	case essay.ListItem:
		line(`<ul><li>%s</li></ul>`, text)
	default:
		line(`<p>%s</p>`, text)
	}
}

// markedUp writes a block's words with their emphasis.
func markedUp(block essay.Block) string {
	var b strings.Builder
	at := 0
	for _, m := range block.Marks {
		tag := map[essay.Style]string{essay.Emphasis: "em", essay.Strong: "strong"}[m.Style]
		b.WriteString(html.EscapeString(block.Text[at:m.Start]))
		b.WriteString("<" + tag + ">" + html.EscapeString(block.Text[m.Start:m.End]) + "</" + tag + ">")
		at = m.End
	}
	b.WriteString(html.EscapeString(block.Text[at:]))
	return b.String()
}
