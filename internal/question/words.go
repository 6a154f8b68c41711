package question

import (
	"strings"
	"unicode"

	"quire/internal/document"
	"quire/internal/source"
)

// words gives a text without emphasis and without needless space.
func words(text []document.Inline) string {
	return strings.Join(strings.Fields(document.Plain(text)), " ")
}

// same reduces a text to what a reader would call the same words: neither
// case, space nor the last stop counts. A call that could not be resolved is
// what was written, not the sign that stands in for it.
func same(text []document.Inline) string {
	told := document.RewriteInlines(text, func(in document.Inline) []document.Inline {
		if t, ok := in.(document.Text); ok && t.Words == "…" && strings.HasPrefix(t.Source.String(), "{{") {
			t.Words = t.Source.String()
			in = t
		}
		return []document.Inline{in}
	})
	return strings.TrimRight(strings.ToLower(words(told)), ".,;: ")
}

// paragraphs gives the text of all paragraphs, one after the other.
func paragraphs(blocks []document.Block) []document.Inline {
	var all []document.Inline
	for _, b := range blocks {
		p, ok := b.(document.Paragraph)
		if !ok {
			continue
		}
		if len(all) > 0 {
			all = append(all, document.Text{Words: " "})
		}
		all = append(all, p.Text...)
	}
	return all
}

func paragraph(at source.Span, text []document.Inline) document.Paragraph {
	return document.Paragraph{At: document.At{Source: at}, Text: text}
}

// countWords counts the words of blocks.
func countWords(blocks []document.Block) int {
	return len(strings.Fields(document.PlainBlocks(blocks)))
}

// clean takes a text's edges off that aren't letters or digits.
func clean(s string) string {
	return strings.TrimFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

func strong(text ...document.Inline) document.Inline { return document.Strong{Inlines: text} }

func inline(s string) document.Inline { return document.Text{Words: s} }
