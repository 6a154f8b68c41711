package typeset_test

import (
	"fmt"
	"testing"

	"quire/internal/document"
)

// Wherever a page ends, a short quotation stays whole, and a table with the
// paragraph that says what is in it.
func TestStaysTogether(t *testing.T) {
	row := func(words string) []document.Cell { return []document.Cell{{Text: document.Words(words)}} }
	for n := 20; n < 50; n++ {
		var blocks []document.Block
		for i := range n {
			blocks = append(blocks, para(fmt.Sprintf("filler %d", i)))
		}
		blocks = append(blocks,
			document.BlockQuote{Blocks: []document.Block{para("quoted first"), para("quoted last")}},
			para("lead into it"),
			document.Table{Head: row("head of it"), Rows: [][]document.Cell{row("one"), row("two"), row("three")}},
			para("what follows"), para("and follows"))
		p, _ := set(t, &document.Document{Lang: "en", Audience: document.Teacher, Blocks: blocks})
		for _, pair := range [][2]string{{"quoted first", "quoted last"}, {"lead into", "head of"}} {
			first, _ := runAt(t, p, pair[0])
			if last, _ := runAt(t, p, pair[1]); last != first {
				t.Errorf("after %d paragraphs %q is on page %d and %q on page %d", n, pair[0], first+1, pair[1], last+1)
			}
		}
	}
}
