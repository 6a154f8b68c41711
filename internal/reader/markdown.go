package reader

import (
	"strings"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/markup"
	"quire/internal/source"
)

// readMarkdown reads an essay in Markdown: title, author and so on from its
// front matter, the title also from its first-level heading and the author
// from a by-line under it.
func readMarkdown(t *source.Text, findings *diag.List) *essay.Essay {
	m := markup.ReadEssay(t, findings)
	e := &essay.Essay{}
	for _, entry := range m.Front {
		if p := frontField(e, strings.ToLower(entry.Key.Text)); p != nil {
			*p = entry.Value.Scalar
		}
	}
	for _, l := range m.Left {
		e.Left = append(e.Left, essay.Left{Span: l.At, Why: l.Why})
	}
	var notes []essay.Block
	for _, b := range m.Blocks {
		block, at := markdownBlock(t, b)
		switch {
		case block.Text == "":
		case block.Kind == essay.Heading && b.Level == 1 && len(e.Blocks) == 0 && (e.Title == "" || strings.EqualFold(e.Title, block.Text)):
			e.Title = block.Text
			e.Left = append(e.Left, essay.Left{Span: at, Why: "title"})
		case block.Kind == essay.Paragraph && len(e.Blocks) == 0 && isByline(block.Text):
			if e.Author == "" {
				e.Author = strings.TrimSpace(block.Text[len("by "):])
			}
			e.Left = append(e.Left, essay.Left{Span: at, Why: "by-line"})
		case block.Kind == essay.Footnote:
			notes = append(notes, block)
		default:
			e.Blocks = append(e.Blocks, block)
		}
	}
	e.Blocks = append(e.Blocks, notes...)
	return e
}

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

// markdownBlock makes an essay block of a parsed one, and gives its place.
func markdownBlock(t *source.Text, b markup.EssayBlock) (essay.Block, source.Span) {
	var out builder
	last := 0
	for i, s := range b.Origin {
		end := len(b.Words)
		if i+1 < len(b.Origin) {
			end = b.Origin[i+1].At
		}
		out.add(b.Words[s.At:end], s.From)
		last = min(s.From+end-s.At, len(t.Body))
	}
	for _, m := range b.Marks {
		style := essay.Emphasis
		if m.Strong {
			style = essay.Strong
		}
		out.marks = append(out.marks, essay.Mark{Start: m.Start, End: m.End, Style: style})
	}
	var at source.Span
	if len(b.Origin) > 0 {
		at = t.Span(b.Origin[0].From, max(last, b.Origin[0].From))
	}
	block := out.block(blockKinds[b.Kind])
	if block.Kind == essay.Heading {
		block.Level = max(b.Level, 2)
	}
	return block, at
}

var blockKinds = map[string]essay.Kind{
	"paragraph":  essay.Paragraph,
	"heading":    essay.Heading,
	"blockquote": essay.BlockQuote,
	"verse":      essay.Verse,
	"listitem":   essay.ListItem,
	"footnote":   essay.Footnote,
}
