package markdown

import (
	"strings"
	"testing"

	"quire/internal/document"
)

// Long addresses stand at the end, each once; short ones, and those of headings,
// within the words.
func TestAddresses(t *testing.T) {
	long := "https://example.org/essays/a-chair-that-is-warm#:~:text=the%20order"
	link := func(url, s string) document.Inline { return document.Link{URL: url, Inlines: words(s)} }
	d := &document.Document{Title: "T", Blocks: []document.Block{
		document.Heading{Level: 1, Text: []document.Inline{link(long, "Title")}},
		document.Paragraph{Text: []document.Inline{link(long, "“the order”"), document.Text{Words: " and "}, link("https://e.org/", "short")}},
		document.List{Items: []document.Item{{Blocks: []document.Block{document.Paragraph{Text: []document.Inline{link(long+"s", "[other]")}}}}}},
		document.Table{Head: []document.Cell{{Text: words("a")}}, Rows: [][]document.Cell{{{Text: []document.Inline{link(long, "|")}}}}},
		document.Paragraph{Text: []document.Inline{link(long, "again")}},
	}}
	want := []string{
		"# [Title](" + long + ")",
		"[“the order”][1] and [short](https://e.org/)",
		`- [\[other\]][2]`,
		`| a |`, `| --- |`, `| [\|][1] |`,
		"[again][1]",
		"[1]: " + long, "[2]: " + long + "s",
	}
	got := strings.FieldsFunc(Render(d), func(r rune) bool { return r == '\n' })
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
