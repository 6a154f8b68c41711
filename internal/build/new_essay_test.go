package build

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/reader"
)

// described writes an essay such that two are the same if this is, but for the
// emphasis of stanzas of one line.
func described(e *essay.Essay, marks bool) []string {
	all := []string{fmt.Sprintf("%q %q %q %q %q %q", plainValue(e.Title), plainValue(e.Author), plainValue(e.Publication), plainValue(e.Published), plainValue(e.URL), plainValue(e.Lang))}
	for _, b := range e.Blocks {
		s := fmt.Sprintf("%s %d ¶%d %q", b.Kind, b.Level, b.Number, b.Text)
		if marks && (b.Kind != essay.Verse || strings.Contains(b.Text, "\n")) {
			s += fmt.Sprint(b.Marks)
		}
		all = append(all, s)
	}
	return all
}

// firstDifference shows where two differ, "" if they don't.
func firstDifference(a, b []string) string {
	for i := range max(len(a), len(b)) {
		x, y := "nothing", "nothing"
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return x + "\nand\n" + y
		}
	}
	return ""
}

// An essay full of what Markdown reads something in comes back as it was.
func TestEssayMarkdownReadsBack(t *testing.T) {
	texts := []struct {
		kind  essay.Kind
		text  string
		marks []essay.Mark
	}{
		{essay.Paragraph, "By noon the bench was gone.", nil},
		{essay.Paragraph, "1. A first, 2) a second, and *stars* with_under_scores & <b>tags</b> [a link](x) ![no].", nil},
		{essay.Paragraph, "1999. It was a year", nil},
		{essay.Heading, "# Part 1. #", nil},
		{essay.Paragraph, "+ plus - minus = is", nil},
		{essay.Paragraph, "- - and - -", nil},
		{essay.Paragraph, "~~~ `code` C:\\new &amp; [^1] {brace} {{call}} http://x.y/z", nil},
		{essay.Paragraph, "An emphatic word, a strong one, and (one in brackets).", []essay.Mark{{Start: 3, End: 11, Style: essay.Emphasis}, {Start: 20, End: 26, Style: essay.Strong}, {Start: 37, End: 54, Style: essay.Emphasis}}},
		{essay.BlockQuote, "> He said so.", nil},
		{essay.BlockQuote, "And again.", []essay.Mark{{Start: 0, End: 10, Style: essay.Emphasis}}},
		{essay.ListItem, "- one", nil},
		{essay.ListItem, "2. two", nil},
		{essay.Verse, "The river keeps\n- no calendar\n# of ours,\n1. it only goes.", []essay.Mark{{Start: 4, End: 31, Style: essay.Emphasis}}},
		{essay.Verse, "One line ``` alone", nil},
		{essay.Verse, "Another", nil},
		{essay.Paragraph, "So it ended.", nil},
		{essay.Footnote, "A note: with [brackets].", nil},
		{essay.Footnote, "1. Another note.", nil},
	}
	e := &essay.Essay{Title: `A "title": with #marks \ and more`, Author: "no", Published: "1999", URL: "https://example.org/a?b=c#d"}
	for _, b := range texts {
		block := essay.Block{Kind: b.kind, Text: b.text, Marks: b.marks}
		if b.kind == essay.Heading {
			block.Level = 3
		}
		e.Blocks = append(e.Blocks, block)
	}
	e.Number()
	got := readText(t, "essay.md", essayMarkdown(e))
	if d := firstDifference(described(e, true), described(got, true)); d != "" {
		t.Errorf("%s\nin\n%s", d, essayMarkdown(e))
	}
}

// So does every essay that teachers bring.
func TestEssaysReadBack(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/essays/*/*")
	if files == nil {
		t.Skip("../shared/essays is not here")
	}
	read := 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil || strings.HasSuffix(f, ".json") || strings.HasSuffix(f, ".pdf") {
			continue // a PDF takes long to read, and gives nothing else
		}
		e, err := reader.Read(f, raw, reader.Hints{}, &diag.List{})
		if err != nil {
			continue // a format that is not read yet
		}
		read++
		got, err := reader.Read("essay.md", []byte(essayMarkdown(e)), reader.Hints{}, &diag.List{})
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		if d := firstDifference(described(e, false), described(got, false)); d != "" {
			t.Errorf("%s: %s", f, d)
		} else if d := firstDifference(described(e, true), described(got, true)); d != "" {
			t.Errorf("%s: %s", f, d)
		}
	}
	if read == 0 {
		t.Error("no essay was read")
	}
}
