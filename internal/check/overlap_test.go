package check

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/reader"
	"quire/internal/source"
	"quire/prompts"
)

// ownEssays says where the texts of the lessons that come with Quire are:
// beside the lesson, or with the essays for testing.
var ownEssays = map[string]string{
	"applause":   "../../prompts/lessons/applause/essay.md",
	"cienfuegos": "../../../shared/essays/cienfuegos.txt",
	"strivings":  "../../../shared/essays/dubois-strivings/plain.txt",
}

// overlapWords is stricter than S4: nothing that we write ourselves shares so
// many words in a row with the essay, not even "on the other side of".
const overlapWords = 4

// The lessons that come with Quire borrow nothing unmarked. What is read is the
// lesson's source, so that no field, cell, title or gloss can be forgotten.
func TestOwnLessonsBorrowNothing(t *testing.T) {
	for _, name := range ownLessons(t) {
		t.Run(name, func(t *testing.T) {
			e := ownEssay(t, name)
			files, _ := fs.Glob(prompts.FS, "lessons/"+name+"/parts/*.md")
			for _, file := range append(files, "lessons/"+name+"/lesson.md") {
				raw, err := fs.ReadFile(prompts.FS, file)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range borrowed(t, file, string(raw), e) {
					t.Error(printed(t, []diag.Finding{f}))
				}
			}
		})
	}
}

// The test sees what it is for, and nothing else.
func TestBorrowed(t *testing.T) {
	e, err := reader.Read("essay.md", bench, reader.Hints{}, &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"She never once rode in the boat.":                        "",
		"They say she never once boarded the boat.":               "she never once boarded the boat",
		"- **Answer:** that she never *once* boarded it":          "she never *once* boarded",
		"| Claim | she never once boarded |":                      "she never once boarded",
		"### She never once boarded {#a}":                         "She never once boarded",
		"They say \"she never once boarded\"; “she never”.":       "she never once boarded",
		"They say {{quote \"she never once boarded\"}} the boat.": "",
		"They say that she\nnever once boarded it.":               "she\nnever once boarded",
		"That she\n\nnever once boarded it.":                      "",
		"# Passages\n\n> she never once boarded\n\n# Worksheet":   "",
	} {
		var got []string
		for _, f := range borrowed(t, "lesson.md", text, e) {
			got = append(got, f.At.String())
		}
		if strings.Join(got, " / ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// notOurs is what parts the lesson's own words from each other: what may be the
// essay's (calls, selectors, what the front matter says of the essay), and where
// a paragraph, an item or a cell ends.
const notOurs = `(?s:\{\{.*?\}\})|(?m:^>.*$)|(?m:^essay:\n(?:  .*\n)+)|\n\s*\n|\n\s*(?:[-*]|\d+\.) |\||\n#`

// borrowed reports each run of words that a lesson's source shares with its
// essay where it doesn't quote. The essay's title is everybody's.
func borrowed(t *testing.T, name, text string, e *essay.Essay) []diag.Finding {
	t.Helper()
	src, err := source.New(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	r := &reading{names: map[string]bool{}, findings: &findings, rule: Named("S4")}
	var pieces []*prose
	add := func(start, end int) {
		p := proseOf([]document.Inline{document.Text{Words: text[start:end], At: document.At{Source: src.Span(start, end)}}})
		for i := range p.words {
			p.words[i].quoted = false // typed quotation marks are no {{quote}}
		}
		r.collectNames(p)
		pieces = append(pieces, p)
	}
	at := 0
	for _, cut := range regexp.MustCompile(notOurs+"|"+regexp.QuoteMeta(e.Title)).FindAllStringIndex(text, -1) {
		if cut[0] == cut[1] {
			continue // an essay without a title
		}
		add(at, cut[0])
		at = cut[1]
	}
	add(at, len(text))
	runs := runsOf(e, overlapWords)
	for _, p := range pieces {
		for _, s := range r.shared(p, runs) {
			r.report(p.span(s[0], s[1]-1), "the essay's words without {{quote}}", "Say it in your own words, or quote it.")
		}
	}
	return findings.Sorted()
}

// ownLessons are the names of the lessons that come with Quire.
func ownLessons(t *testing.T) (names []string) {
	t.Helper()
	folders, err := fs.ReadDir(prompts.FS, "lessons")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		names = append(names, f.Name())
	}
	return names
}

// ownEssay reads the text that such a lesson is about.
func ownEssay(t *testing.T, name string) *essay.Essay {
	t.Helper()
	path, ok := ownEssays[name]
	if !ok {
		t.Fatalf("say in ownEssays where the text of “%s” is", name)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Skip("the essays for testing are not here: ", err)
	}
	e, err := reader.Read(path, raw, reader.Hints{}, &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}
