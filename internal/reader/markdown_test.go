package reader

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	in := `---
title: The Bench on Mill Lane
author: Ana Pérez
published: 2024
---

# The Bench on Mill Lane

By Ana Pérez

The bench had *stood* there for **forty** years -- and "nobody" asked.[^1]
It went on.

## The Second Year

> Whoever took the plate,
> bring it back.

- one thing
- another

A last line with {braces} and {{calls}} and [[gaps]] in it.

[^1]: The plate was older.
`
	want := `paragraph: The bench had <stood> there for <forty> years — and “nobody” asked. It went on.
heading: The Second Year
blockquote: Whoever took the plate, bring it back.
listitem: one thing
listitem: another
paragraph: A last line with {braces} and {{calls}} and [[gaps]] in it.
footnote: The plate was older.
`
	e := read(t, "essay.md", in, Hints{})
	if got := show(e); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if e.Title != "The Bench on Mill Lane" || e.Author != "Ana Pérez" || e.Published != "2024" || e.Paragraphs() != 5 {
		t.Errorf("title %q, author %q, published %q, %d paragraphs", e.Title, e.Author, e.Published, e.Paragraphs())
	}
	for _, b := range e.Blocks {
		word := strings.Fields(b.Text)[0]
		if from := b.Origin.Source(0); !strings.HasPrefix(e.Text.Body[from:], word) {
			t.Errorf("%q comes from %q", word, e.Text.Body[from:min(from+12, len(e.Text.Body))])
		}
	}
}

// TestMarkdownAndTextAgree: the same essay, kept in either format, is the same
// essay.
func TestMarkdownAndTextAgree(t *testing.T) {
	const prose = "It was a small thing, said the \"mayor\", and it took the town eleven years -- or twelve -- to agree that it had happened at all."
	md := read(t, "e.md", "# A Small Thing\n\n"+prose+"\n\n"+prose+"\n", Hints{})
	txt := read(t, "e.txt", "A Small Thing\n\n"+prose+"\n\n"+prose+"\n", Hints{})
	if show(md) != show(txt) || md.Title != txt.Title {
		t.Errorf("Markdown gives\n%s\ntext gives\n%s", show(md), show(txt))
	}
}
