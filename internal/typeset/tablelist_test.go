package typeset_test

import (
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/typeset"
)

// A table of words whose columns would be towers of a word a line is a list for
// each row where type is large, and a table elsewhere.
func TestTowersBecomeLists(t *testing.T) {
	words := func(s ...string) []document.Cell {
		var out []document.Cell
		for _, w := range s {
			out = append(out, document.Cell{Text: document.Words(w)})
		}
		return out
	}
	long := "puts the view of somebody else so that its owner agrees, and takes it further"
	for _, c := range []struct {
		edition string
		cell    string
		tables  bool
	}{
		{"standard", long, true},
		{"dyslexia", "says where it stands", true},
		{"large-print", "says where", true},
		{"large-print", long, false},
	} {
		table := document.Table{RowHeads: true, Head: words("Row", "Four", "Three", "Two", "One"), Rows: [][]document.Cell{
			words("Text", c.cell, c.cell, c.cell, "d"), words("Reasons", "e", "f", "g", "h"),
		}}
		var findings diag.List
		d := &document.Document{Lang: "en", Blocks: []document.Block{table}}
		p := typeset.Set(d, typeset.Options{Paper: typeset.A4, Faces: faces, Edition: edition(t, c.edition)}, &findings)
		kinds, said := map[string]int{}, ""
		seen := map[*typeset.Element]bool{}
		for _, m := range p.Pages[0].Marks {
			for e := m.Of(); e != nil && !seen[e]; e = e.Parent {
				seen[e] = true
				kinds[e.Kind]++
			}
			if r, ok := m.(typeset.Run); ok {
				said += runText(r)
			}
		}
		if tables := kinds["Table"] == 1 && kinds["L"] == 0; tables != c.tables || !c.tables && (kinds["L"] != 2 || kinds["LI"] != 8) {
			t.Errorf("%s, %q: %v", c.edition, c.cell, kinds)
		}
		if !c.tables && !(strings.Contains(said, "Three: f") && strings.Index(said, "One: d") < strings.Index(said, "Reasons")) {
			t.Errorf("%s: says %q", c.edition, said)
		}
	}
}
