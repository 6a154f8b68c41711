package build

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/lineation"
	"quire/internal/passage"
	"quire/internal/reader"
)

// crossed is an essay full of what Markdown and Quire read something in.
const crossed = `1. The *first* point_of_view is {{quote "mine"}} & yours <b>.

+ 2) A [[gap]] stands in [the] text; C:\new costs 50% ~ or $5.

- - -

"# Heads," she said. ¶6 is not p6-8. He -- who? -- said nothing... and went. He said nothing... and stayed.

• The #tag and the {brace} and the "quotation" stand here, and the "quotation" stands there.

> Nothing said > quoted. TODO: nothing. ` + "`code` ``" + `

¿Dónde está la sesión? Nadie lo sabe; nadie lo sabrá jamás, dijo la señora.

שלום לכולם, אמר המורה, ואיש לא ענה לו.
`

func finderOf(t testing.TB, e *essay.Essay) *wordFinder {
	t.Helper()
	return &wordFinder{essay: e, lines: lineation.Of(e), index: passage.NewIndex(e), taken: map[string]bool{}}
}

func readText(t testing.TB, name, text string) *essay.Essay {
	t.Helper()
	e, err := reader.Read(name, []byte(text), reader.Hints{}, &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// pasted gives the range that a passage has in a lesson with its block.
func pasted(e *essay.Essay, block string) (essay.Range, error) {
	text := "---\nquire: 1\ntitle: T\n---\n\n# Passages\n\n" + block + "\n# Worksheet\n\n### Why? {passage=x}\n\n**Answer:** So.\n"
	id := strings.Fields(strings.SplitAfterN(block, "{#", 2)[1])[0]
	text = strings.Replace(text, "passage=x", "passage="+strings.Trim(id, "}"), 1)
	var findings diag.List
	d, err := lesson.Read(fstest.MapFS{"lesson.md": {Data: []byte(text)}}, "l", "", &findings)
	if err != nil {
		return essay.Range{}, err
	}
	l := d.Resolve(e, lesson.Options{Lines: true}, &findings)
	others := slices.DeleteFunc(findings.Sorted(), func(f diag.Finding) bool { return f.Code == "todo" }) // a word of the essay's
	if len(others) > 0 || len(l.Passages) != 1 {
		var b strings.Builder
		diag.Print(&b, others, diag.Warning)
		return essay.Range{}, fmt.Errorf("%s%s", text, b.String())
	}
	return l.Passages[0].Range, nil
}

// coreWords is what a range says but for the marks round it, which a selector may
// leave away.
func coreWords(e *essay.Essay, r essay.Range) string {
	return strings.Trim(e.Words(r), "•“”‘’' .,;:!?—…")
}

// checkPasted sees whether words that are looked for come back as a passage
// that is where they are. It says whether there was one.
func checkPasted(t *testing.T, e *essay.Essay, w *wordFinder, r essay.Range) bool {
	t.Helper()
	p := w.place(r, "")
	if p.Block == "" {
		return false
	}
	got, err := pasted(e, p.Block)
	switch {
	case err != nil:
		t.Errorf("%q: %v", e.Words(r), err)
	case coreWords(e, got) != coreWords(e, r) || got.Start.Block != r.Start.Block:
		t.Errorf("%q came back as %q by\n%s", e.Words(r), e.Words(got), p.Block)
	}
	return true
}

func TestFoundWordsPasteBack(t *testing.T) {
	e := readText(t, "crossed.txt", crossed)
	w := finderOf(t, e)
	for i, b := range e.Blocks {
		ends := []int{}
		for k, r := range b.Text {
			if r == ' ' {
				ends = append(ends, k)
			}
		}
		for _, from := range append([]int{-1}, ends...) {
			for _, to := range append(ends, len(b.Text)) {
				if to > from+1 && strings.ContainsAny(b.Text[from+1:to], "abcdefghijklmnopqrstuvwxyzאםרלי") {
					checkPasted(t, e, w, essay.Range{Start: essay.Pos{Block: i, Offset: from + 1}, End: essay.Pos{Block: i, Offset: to}})
				}
			}
		}
	}
}

func TestFoundWordsPasteBackFromEssays(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/essays/*/plain.txt")
	if files == nil {
		t.Skip("../shared/essays is not here")
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		e := readText(t, f, string(raw))
		w := finderOf(t, e)
		none := 0
		const tried = 40
		for range tried {
			i := rnd.IntN(len(e.Blocks))
			words := strings.Fields(e.Blocks[i].Text)
			from := rnd.IntN(len(words))
			some := strings.Join(words[from:min(len(words), from+1+rnd.IntN(40))], " ")
			r, miss := w.index.Find(passage.Selector{Start: some})
			if miss == nil && !checkPasted(t, e, w, r) {
				none++
			}
		}
		if none > tried/10 {
			t.Errorf("%s: %d of %d words have no selector", f, none, tried)
		}
	}
}

// Words that stand twice come with what tells them apart, and that parses back.
func TestFoundTwice(t *testing.T) {
	e := readText(t, "t.txt", "The bench was gone. Nobody asked.\n\nIn May the bench was \"gone\". Nobody {else} asked; the bench was gone.\n\nSo the bench was gone for good.")
	for _, c := range []struct {
		words string
		want  []string // of each place the paragraph, or the nearest
	}{
		{"the bench was gone", []string{"¶2", "¶3"}},
		{"bench was gone", []string{"¶1", "¶2", "¶3"}},
		{"nobody", []string{}},
		{"¶2", []string{"¶2"}},
		{"In May ... asked", []string{"¶2"}},
	} {
		w := finderOf(t, e)
		sel, err := passage.Parse(c.words, e.Text.Span(0, 0))
		if err != nil {
			t.Fatal(err)
		}
		var f WordsFound
		w.find(sel, &f)
		got := []string{}
		for _, p := range f.Places {
			got = append(got, p.Place.WithoutLines().Words(false))
			if p.Block == "" {
				t.Errorf("%s in %s: no block", c.words, got[len(got)-1])
				continue
			}
			r, err := pasted(e, p.Block)
			if err != nil {
				t.Errorf("%s: %v", c.words, err)
				continue
			}
			if n, _ := e.ParagraphsOf(r); n != p.Place.FirstParagraph {
				t.Errorf("%s in ¶%d came back in ¶%d", c.words, p.Place.FirstParagraph, n)
			}
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: in %v, want %v (%s)", c.words, got, c.want, f.Missing)
		}
	}
}
