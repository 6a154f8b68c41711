package markdown

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/document"
)

// chunk is one block of the result, without the blank lines round it.
type chunk struct {
	kind chunkKind
	text string
}

type chunkKind uint8

const (
	textChunk chunkKind = iota
	headingChunk
	bulletChunk
	numberChunk
	quoteChunk
	tableChunk
	ruleChunk
)

// join puts chunks together. Neighbours that Markdown would run into one (two
// bulleted lists, two quotations) are joined as one here, cleanly; list is
// what stands between a paragraph and the list under it.
func join(chunks []chunk, list string) string {
	var b strings.Builder
	for i, c := range chunks {
		if i > 0 {
			last := chunks[i-1].kind
			switch {
			case last == bulletChunk && c.kind == bulletChunk:
				b.WriteString("\n")
			case last == quoteChunk && c.kind == quoteChunk:
				b.WriteString("\n>\n")
			case last == textChunk && (c.kind == bulletChunk || c.kind == numberChunk):
				b.WriteString(list)
			default:
				b.WriteString("\n\n")
			}
		}
		b.WriteString(c.text)
	}
	return b.String()
}

func (w *writer) blocks(blocks []document.Block) []chunk {
	var out []chunk
	for _, b := range blocks {
		if c := w.block(b); len(c) > 0 {
			out = append(out, c...)
			w.last = c[len(c)-1].kind
		}
	}
	return out
}

func (w *writer) block(b document.Block) []chunk {
	switch b := b.(type) {
	case document.Heading:
		return w.heading(b)
	case document.Paragraph:
		return w.styled(b)
	case document.List:
		return w.list(b)
	case document.BlockQuote:
		return w.quote(b.Blocks)
	case document.Table:
		return w.table(b)
	case document.Separator, document.Break:
		if w.nested > 0 {
			return nil
		}
		return []chunk{{kind: ruleChunk, text: "---"}}
	case document.Fields:
		return fields(b)
	case document.Prompt:
		return w.prompt(b)
	case document.Options:
		return options(b)
	case document.AnswerLines:
		return answerLines(b)
	case document.Matching:
		return w.matching(b)
	case document.Panel:
		return w.panel(b)
	case document.Parts:
		return w.parts(b)
	case document.Diagram:
		return w.diagram(b)
	case document.Strip:
		return w.paragraph(document.Words(b.Alt))
	case document.Seating:
		return w.paragraph(document.Words(b.Alt))
	case document.Beside:
		var out []chunk
		for _, c := range b.Columns {
			out = append(out, w.blocks(c)...)
		}
		return out
	case document.TwoUp:
		return w.blocks(b.Blocks)
	case document.Deck:
		return w.blocks(cards(b))
	case document.Essay:
		return w.essay(b)
	}
	return nil
}

// inside writes blocks that stand in a list or a quotation.
func (w *writer) inside(blocks []document.Block) []chunk {
	last := w.last
	w.nested, w.last = w.nested+1, textChunk
	defer func() { w.nested, w.last = w.nested-1, last }()
	return w.blocks(blocks)
}

// heading keeps levels in step: the title is the only heading of the first
// level, and none skips one. A heading that was there before gets a number,
// so that each has an address of its own.
func (w *writer) heading(h document.Heading) []chunk {
	text := h.Text
	if h.Points != "" {
		text = append(text[:len(text):len(text)], document.Text{Words: " · " + h.Points})
	}
	if w.nested > 0 {
		return w.paragraph([]document.Inline{document.Strong{Inlines: text}})
	}
	s := headingText(text)
	if s == "" {
		return nil
	}
	key := strings.ReplaceAll(s, "*", "")
	w.headings[key]++
	if n := w.headings[key]; n > 1 {
		s = fmt.Sprintf("%s (%d)", s, n)
		w.headings[strings.ReplaceAll(s, "*", "")]++
	}
	level := min(max(h.Level, 1), 6, w.level+1)
	if w.level > 0 {
		level = max(level, 2)
	}
	w.level = level
	return []chunk{{kind: headingChunk, text: strings.Repeat("#", level) + " " + s}}
}

// headingText writes the words of a heading, without the punctuation that
// headings don't end in. Where it belongs to the words ("the U.S.", "Stop!") it
// stays, written in the one way that linters take for a word's end.
func headingText(text []document.Inline) string {
	s := line(text, context{oneLine: true})
	if strings.HasSuffix(s, "#") {
		return s[:len(s)-1] + `\#`
	}
	last := s[strings.LastIndexByte(s, ' ')+1:]
	switch {
	case strings.HasSuffix(s, "!"):
		return s[:len(s)-1] + "&#33;"
	case strings.HasSuffix(s, ".") && strings.Count(last, ".") == 2 && !strings.Contains(last, ".."):
		return s[:len(s)-1] + "&#46;"
	}
	t := strings.TrimRight(s, ".,;:。，；：！")
	if slashes := len(t) - len(strings.TrimRight(t, `\`)); slashes%2 == 1 {
		t = t[:len(t)-1] // the mark was escaped
	}
	return strings.TrimSpace(t)
}

// paragraph writes running text.
func (w *writer) paragraph(text []document.Inline) []chunk {
	s := line(text, context{foot: &w.foot})
	if s == "" {
		return nil
	}
	w.last = textChunk
	return []chunk{{kind: textChunk, text: s}}
}

// styled writes a paragraph by the work that it does.
func (w *writer) styled(p document.Paragraph) []chunk {
	switch p.Style {
	case document.Question:
		return w.paragraph([]document.Inline{document.Strong{Inlines: p.Text}})
	case document.Directions:
		return w.paragraph([]document.Inline{document.Emph{Inlines: p.Text}})
	case document.Bank:
		return w.quote([]document.Block{document.Paragraph{Text: p.Text}})
	}
	return w.paragraph(p.Text)
}

func (w *writer) quote(blocks []document.Block) []chunk {
	s := join(w.inside(blocks), "\n\n")
	if s == "" {
		return nil
	}
	return []chunk{{kind: quoteChunk, text: prefixed(s, "> ", "> ")}}
}

// prefixed puts first before the first line of s, and rest before the others;
// an empty line gets no spaces at its end.
func prefixed(s, first, rest string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		p := rest
		if i == 0 {
			p = first
		}
		lines[i] = strings.TrimRight(p+l, " ")
	}
	return strings.Join(lines, "\n")
}

// prompt writes an item: its number before the first words, its points after
// them, then what belongs to it.
func (w *writer) prompt(p document.Prompt) []chunk {
	var number, points []document.Inline
	if p.Number > 0 {
		number = []document.Inline{
			document.Strong{Inlines: document.Words(fmt.Sprintf("%d.", p.Number))},
			document.Text{Words: " "},
		}
	}
	if p.Points != "" {
		points = []document.Inline{
			document.Text{Words: " "},
			document.Emph{Inlines: document.Words("(" + p.Points + ")")},
		}
	}
	blocks := p.Blocks
	var text []document.Inline
	if len(blocks) > 0 {
		if first, ok := blocks[0].(document.Paragraph); ok {
			text, blocks = first.Text, blocks[1:]
			points, blocks = answers(first, points, blocks)
		}
	}
	if len(text) == 0 && number != nil && points != nil {
		points = points[1:] // one space is enough
	}
	lead := append(append(number, text...), points...)
	return append(w.paragraph(lead), w.blocks(blocks)...)
}

// answers adds to an answer line those that follow it (both parts of a two-part
// item, all keys of a multiple one), a line each.
func answers(first document.Paragraph, lead []document.Inline, blocks []document.Block) ([]document.Inline, []document.Block) {
	for first.Style == document.Answer && len(blocks) > 0 {
		p, ok := blocks[0].(document.Paragraph)
		if !ok || p.Style != document.Answer {
			break
		}
		lead = append(append(lead, document.LineBreak{}), p.Text...)
		blocks = blocks[1:]
	}
	return lead, blocks
}

func isStrong(in document.Inline) bool {
	_, ok := in.(document.Strong)
	return ok
}

// panel writes a frame as its title, in bold unless a part of it is already,
// and run in where a paragraph follows. An empty frame is room to write.
func (w *writer) panel(p document.Panel) []chunk {
	blocks := p.Blocks
	title := strings.TrimSpace(document.Plain(p.Title))
	var text []document.Inline
	if title != "" {
		mark := ""
		if !strings.ContainsRune(closing, lastRune(title)) {
			mark = ":"
		}
		text = append(p.Title[:len(p.Title):len(p.Title)], document.Text{Words: mark})
		if !slices.ContainsFunc(p.Title, isStrong) {
			text = []document.Inline{document.Strong{Inlines: text}}
		}
	}
	if len(blocks) > 0 {
		if first, ok := blocks[0].(document.Paragraph); ok {
			text = append(append(text, document.Text{Words: " "}), first.Text...)
			blocks = blocks[1:]
		}
	}
	out := w.paragraph(text)
	if len(p.Blocks) == 0 && p.Height > 0 {
		return append(out, answerLines(document.AnswerLines{Lines: int(p.Height / ruling)})...)
	}
	return append(out, w.blocks(blocks)...)
}
