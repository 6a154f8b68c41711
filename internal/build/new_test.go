package build

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/passage"
)

// checkNew starts a lesson and sees that it checks clean but for its TODOs,
// with its essay and without.
func checkNew(t *testing.T, file, rights string) *Started {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "lesson")
	s, err := New(context.Background(), NewRequest{Essay: file, Folder: folder, Rights: rights})
	if err != nil {
		t.Errorf("%s: %v", file, err)
		return nil
	}
	for _, essay := range []string{"", file} {
		if rights != "" {
			essay = "" // it is in the folder
		}
		built, err := Check(context.Background(), Request{Targets: []string{folder}, Essay: essay, Only: []string{"worksheet", "key", "guide"}})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		var others []diag.Finding
		todos := 0
		for _, f := range built[0].Findings {
			switch {
			case f.Code == "todo":
				todos++
			case f.Code == "L2": // scripts that can't be set yet
			case f.Code != "encoding" && f.At.Text != nil && filepath.Base(f.At.Text.Name) != filepath.Base(file):
				others = append(others, f)
			}
		}
		if todos != 1 || len(others) > 0 {
			var b strings.Builder
			diag.Print(&b, others, diag.Warning)
			t.Errorf("%s: %d findings about TODOs, and\n%s", file, todos, b.String())
		}
	}
	return s
}

func TestNew(t *testing.T) {
	for name, text := range map[string]string{
		"crossed":    crossed,
		"one":        "A single paragraph of an essay that has no other, and no words of contrast, and is done after some thirty words or so, give or take a few.",
		"short":      "Short words.\n\nAll of it is short.\n\nAnd so on.",
		"verse.md":   "# Lines\n\nThe river keeps\\\nno calendar\\\nof ours.\n\nIt only goes\\\nand goes.\n",
		"alike":      strings.Repeat("The same words again and again, without an end to them, and nothing else.\n\n", 12),
		"sections":   "# T\n\n## Part I.\n\nIt began with a vote.\n\nBut the vote was wrong.\n\n## Part I.\n\nThen 40 percent said no, and 30 million more.\n\n## {#x} *Odd* heading?\n\n- one\n- two\n\n> quoted words\n\nThe end.\n",
		"hebrew":     "# שלום\n\nשלום לכולם, אמר המורה, ואיש לא ענה לו.\n\nואחר כך הלכו כולם לביתם.\n",
		"chinese.md": "# 桥\n\n桥上没有人。桥下也没有人。\n\n后来人们都走了。\n",
		"todo.md":    "# TODO\n\nTODO: write the essay.\n\nBut first, TODO.\n",
		"quotes.md":  "# “Quoted”: a {title}\n\n“All of it,” he said, “is quoted, and *nothing* is not: {{ref}}.”\n\n“Yet,” she said, “some of it isn't [quoted] at all, is it, my dear and patient friend?”\n",
	} {
		if !strings.HasSuffix(name, ".md") {
			name += ".txt"
		}
		file := filepath.Join(t.TempDir(), name)
		if strings.HasPrefix(text, "# ") && strings.HasSuffix(name, ".txt") {
			file = strings.TrimSuffix(file, ".txt") + ".md"
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		checkNew(t, file, "")
		checkNew(t, file, "own")
	}
}

func TestNewOfEssays(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/essays/*/plain.txt")
	if files == nil {
		t.Skip("../shared/essays is not here")
	}
	for _, f := range []string{"essay.md", "news.html", "typed.docx", "pandoc.epub"} {
		files = append(files, filepath.Join("../../../shared/essays/montaigne-passions", f))
	}
	for i, f := range files {
		rights := ""
		if i%2 == 1 {
			rights = "public-domain"
		}
		if s := checkNew(t, f, rights); s != nil && s.Passages < 3 {
			t.Errorf("%s: %d passages", f, s.Passages)
		}
	}
}

// The signs by which passages are chosen.
func TestChoosePassages(t *testing.T) {
	filler := " It went on like that for a good while, day after day, and nobody in the town had much to say about it in those years."
	e := readText(t, "t.md", "# T\n\nThe first one begins it."+filler+
		"\n\nThe second is plain."+filler+
		"\n\nHowever, the third turns."+filler+
		"\n\nThe fourth says that “there was no money in the bank at all.”"+filler+
		"\n\n## A heading\n\nThe sixth counts 14 of 20, or 70%."+filler+
		"\n\nThe seventh is in 1998 and 1999."+filler+
		"\n\nThe last one ends it."+filler)
	var got []string
	for _, c := range choosePassages(e, passage.NewIndex(e)) {
		n, _ := e.ParagraphsOf(c.rng)
		got = append(got, c.id+" "+"¶"+string(rune('0'+n)))
	}
	want := []string{"opening ¶1", "turn ¶3", "quotation ¶4", "figures ¶5", "closing ¶7"}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A letter with thousands of accents, of which searching knows nothing, is in no
// selector: a lesson could not hold it.
func TestChooseNoEndlessSelector(t *testing.T) {
	e := readText(t, "t.md", "# T\n\n"+"a"+strings.Repeat("\u0301", 9000)+strings.Repeat(" It was painted in the spring.", 20)+" Then somebody sold it.\n\nThe bench was green."+strings.Repeat(" It stood under the elm for years.", 200))
	chosen := choosePassages(e, passage.NewIndex(e))
	if len(chosen) == 0 {
		t.Error("no passages")
	}
	for _, c := range chosen {
		if len(c.selector) > longestSelector {
			t.Errorf("%s: a selector of %d bytes", c.id, len(c.selector))
		}
	}
}

func TestFolderName(t *testing.T) {
	for title, want := range map[string]string{
		"The Bench on Mill Lane":  "the-bench-on-mill-lane",
		"":                        "lesson",
		"…!?":                     "lesson",
		"🙂🙂":                      "lesson",
		"../../etc/passwd":        "etc-passwd",
		"..":                      "lesson",
		`C:\CON`:                  "c-con",
		"CON":                     "con-lesson",
		"Com1":                    "com1-lesson",
		"COM10":                   "com10",
		"lpt":                     "lpt",
		"NUL.txt":                 "nul-txt",
		"What’s Left?":            "whats-left",
		"שלום עולם":               "שלום-עולם",
		"a\x00b\nc":               "a-b-c",
		"\u202eevil":              "evil",
		strings.Repeat("x", 4000): strings.Repeat("x", 57),
		"Über die Brücke":         "über-die-brücke",
	} {
		if got := folderName(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}
