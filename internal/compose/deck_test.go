package compose

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/templates"
)

// Cards are the sections that hold something; sections whose conditions don't
// hold give none.
func TestDeck(t *testing.T) {
	const src = `---
cards: 4
---

Before all.

# Ours

How to use them.

## Parts

### Finder

Find it.

### Nobody {when=class}

Not here.

### Keeper

{{question}}

#### More

Keep it.

## Alone

By itself.

## Ways {.untitled}

No heading.
`
	var findings diag.List
	all, err := ReadTemplates(templates.FS, fstest.MapFS{"cards.md": {Data: []byte(src)}}, "", &findings)
	if err != nil || len(findings.Sorted()) > 0 {
		t.Fatal(err, findings.Sorted())
	}
	for _, tpl := range all {
		if tpl.Name != "cards" {
			continue
		}
		d := made(t, small(t), tpl)
		deck, ok := d.Blocks[0].(document.Deck)
		if !ok || len(d.Blocks) != 1 || deck.PerPage != 4 {
			t.Fatalf("%+v", d.Blocks)
		}
		var got []string
		for _, c := range deck.Cards {
			said := strings.Join(strings.Split(strings.TrimSpace(document.PlainBlocks(c.Blocks)), "\n"), ", ")
			got = append(got, fmt.Sprintf("%s [%s]", said, document.Plain(c.Group)))
		}
		want := `Before all. []
Ours, How to use them. []
Finder, Find it. [Parts]
Keeper, What is a room for?, More, Keep it. [Parts]
Alone, By itself. []
No heading. []`
		if g := strings.Join(got, "\n"); g != want {
			t.Errorf("got\n%s\nwant\n%s", g, want)
		}
		if d.Title != "Ours: The quiet room" || !d.Footer.NoPages || d.Footer.Source != nil {
			t.Errorf("title %q, footer %+v", d.Title, d.Footer)
		}
	}
}
