package compose

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
)

// A document may quote so many words of an essay under copyright, and students
// no more than a quarter of it.
func TestBudget(t *testing.T) {
	quote := func(words, n int) document.Block {
		return document.Paragraph{Text: []document.Inline{document.Quotation{Words: fmt.Sprint(n) + strings.Repeat(" word", words-1), Place: document.Place{FirstParagraph: n, LastParagraph: n}}}}
	}
	several := func(n, words int) (all []document.Block) {
		for i := range n {
			all = append(all, quote(words, i+1))
		}
		return all
	}
	for _, c := range []struct {
		name     string
		audience document.Audience
		essay    int
		blocks   []document.Block
		want     string
	}{
		{"within", document.Student, 0, several(6, 25), ""},
		{"one too long", document.Student, 0, several(1, 26), `warning the document "d" quotes 26 words of an essay under copyright at once, more than 25; `},
		{"too many", document.Teacher, 300, append(several(6, 25), quote(1, 7)), `warning the document "d" quotes 151 words of an essay under copyright, more than 150; 25 words here (¶1), 25 words here (¶2), 25 words here (¶3)`},
		{"the same again", document.Student, 0, append(several(6, 25), several(6, 25)...), ""},
		{"a quarter", document.Student, 100, several(1, 25), ""},
		{"more than a quarter", document.Student, 99, several(1, 25), `error the document "d" quotes 25 of the 99 words of an essay under copyright, more than a quarter; `},
		{"a passage", document.Student, 0, []document.Block{document.BlockQuote{Essay: true, Blocks: []document.Block{document.Paragraph{Text: document.Words(strings.Repeat("word ", 26))}}}}, `warning the document "d" quotes 26 words of an essay under copyright at once, more than 25; `},
		{"an author's own", document.Student, 0, []document.Block{document.BlockQuote{Blocks: []document.Block{document.Paragraph{Text: document.Words(strings.Repeat("word ", 26))}}}}, ""},
	} {
		var findings diag.List
		checkBudget(&document.Document{Name: "d", Audience: c.audience, Blocks: c.blocks}, &lesson.Lesson{EssayWords: c.essay}, &findings)
		got := ""
		for _, f := range findings.Sorted() {
			var related []string
			for _, r := range f.Related {
				related = append(related, r.Message)
			}
			got += fmt.Sprintf("%s %s; %s", f.Severity, f.Message, strings.Join(related, ", "))
		}
		if got != c.want {
			t.Errorf("%s: got %s\nwant %s", c.name, got, c.want)
		}
	}
}
