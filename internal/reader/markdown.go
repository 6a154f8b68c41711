package reader

import (
	"strings"
	"unicode/utf8"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/markup"
	"quire/internal/source"
)

// readMarkdown reads an essay in Markdown, with what its front matter says.
func readMarkdown(t *source.Text, findings *diag.List) *draft {
	m := markup.ReadEssay(t, findings)
	d := &draft{text: t}
	for _, entry := range m.Front {
		if p := frontField(&d.about, strings.ToLower(entry.Key.Text)); p != nil {
			*p = entry.Value.Scalar
		}
	}
	for _, l := range m.Left {
		d.about.Left = append(d.about.Left, essay.Left{Span: l.At, Why: l.Why})
	}
	quotedVerse(m.Blocks)
	for _, b := range m.Blocks {
		d.parts = append(d.parts, markdownPart(b))
	}
	return d
}

// quotedVerse makes verse of the short lines in quotations that stand with
// verse: a line by itself, its translation, who wrote it. Markdown can't tell
// one line of verse from one of prose; that the essay quotes verse elsewhere
// does, where a quotation is nothing but such lines.
func quotedVerse(blocks []markup.EssayBlock) {
	verse := map[int]bool{} // quotations with verse in them
	long := map[int]bool{}  // quotations with prose in them
	for _, b := range blocks {
		if b.Quote > 0 {
			verse[b.Quote] = verse[b.Quote] || b.Kind == "verse"
			long[b.Quote] = long[b.Quote] || b.Kind != "verse" && !isLine(b.Words)
		}
	}
	any := false
	for _, is := range verse {
		any = any || is
	}
	for i := range blocks {
		if b := &blocks[i]; b.Kind == "blockquote" && isLine(b.Words) && (verse[b.Quote] || any && !long[b.Quote]) {
			b.Kind = "verse"
		}
	}
}

// isLine says that words may be one line of verse.
func isLine(words string) bool { return utf8.RuneCountInString(words) <= verseWidth+16 }

func frontField(e *essay.Essay, key string) *string {
	switch key {
	case "title":
		return &e.Title
	case "author":
		return &e.Author
	case "publication":
		return &e.Publication
	case "published", "date", "year":
		return &e.Published
	case "url":
		return &e.URL
	case "lang", "language":
		return &e.Lang
	}
	return nil
}

// markdownPart makes a part of a parsed block.
func markdownPart(b markup.EssayBlock) part {
	p := part{kind: blockKinds[b.Kind], level: b.Level, label: b.Label}
	for i, s := range b.Origin {
		end := len(b.Words)
		if i+1 < len(b.Origin) {
			end = b.Origin[i+1].At
		}
		p.add(b.Words[s.At:end], s.From)
	}
	for _, m := range b.Marks {
		style := essay.Emphasis
		if m.Strong {
			style = essay.Strong
		}
		p.marks = append(p.marks, essay.Mark{Start: m.Start, End: m.End, Style: style})
	}
	return p
}

var blockKinds = map[string]essay.Kind{
	"paragraph":  essay.Paragraph,
	"heading":    essay.Heading,
	"blockquote": essay.BlockQuote,
	"verse":      essay.Verse,
	"listitem":   essay.ListItem,
	"footnote":   essay.Footnote,
}
