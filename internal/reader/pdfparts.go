package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
	"quire/internal/reader/layout"
	"quire/internal/reader/pdfium"
)

// pdfDraft makes a draft of the blocks of pages. Title and author are what
// the pages say; the document information, which is often the writing program's
// guess, is asked only where they don't.
func pdfDraft(f *pdfium.File, blocks []layout.Block) *draft {
	d := &draft{}
	title := -1
	for i, b := range blocks {
		if title < 0 && b.Kind == essay.Heading && b.Level == 1 && b.Left == "" {
			title = i
		}
	}
	leaveLinks(blocks)
	leaveBefore(blocks, title)
	last := lastProse(blocks)
	for i, b := range blocks {
		p := part{kind: b.Kind, level: b.Level, label: b.Label, left: b.Left, text: []byte(b.Text), marks: b.Marks}
		switch {
		case p.left != "":
		case isCaption(b.Text):
			p.left = "picture caption"
		case i > last && isBracketed(b.Text):
			p.left = "after the end"
		case b.Kind == essay.Footnote:
			p.cutBacklink()
		case title >= 0 && i > title && i <= title+4 && isByLines(blocks, i, title, f.Author):
			d.addLines(b.Lines, essay.Paragraph)
			continue
		case i > last && b.Kind == essay.Verse && !isPointed(b.Text):
			d.addLines(strings.Split(b.Text, "\n"), essay.ListItem)
			continue
		}
		d.parts = append(d.parts, p)
	}
	d.about.Author = author(f.Author)
	if title < 0 {
		d.about.Title = f.Title
	}
	return d
}

// author gives the author of the document information, unless it is plainly
// not a person.
func author(s string) string {
	switch lower := strings.ToLower(s); {
	case !looksName(s), strings.Contains(lower, "user"), strings.Contains(lower, "admin"), strings.Contains(lower, "unknown"), strings.Contains(lower, "anonymous"), strings.Contains(lower, "microsoft"):
		return ""
	}
	return s
}

// addLines adds lines as parts of their own.
func (d *draft) addLines(lines []string, kind essay.Kind) {
	for _, l := range lines {
		d.parts = append(d.parts, part{kind: kind, text: []byte(l)})
	}
}

// isByLines says that a block under the title tells who wrote the essay. A name
// set as a heading is that of the author, if no other heading is set so.
func isByLines(blocks []layout.Block, i, title int, author string) bool {
	b := blocks[i]
	if b.Kind == essay.Footnote || b.Left != "" || len(b.Lines) == 0 {
		return false
	}
	if isByline(b.Lines[0]) || author != "" && sameWords(b.Lines[0], author) {
		return true
	}
	if b.Kind != essay.Heading || i != title+1 || !looksName(b.Text) {
		return false
	}
	for k, o := range blocks {
		if k != i && o.Kind == essay.Heading && o.Level == b.Level && o.Left == "" {
			return false
		}
	}
	return true
}

// isCaption says that a block tells who took a picture.
func isCaption(text string) bool {
	if len(strings.Fields(text)) > 30 {
		return false
	}
	lower := strings.ToLower(text)
	for _, s := range []string{"photograph:", "photo:", "photo by ", "photograph by ", "image:", "illustration:", "illustration by ", "credit:", "getty images", "courtesy of "} {
		if i := strings.Index(lower, s); i == 0 || i > 0 && !unicode.IsLetter(rune(lower[i-1])) {
			return true
		}
	}
	return false
}

// isBracketed says that a short text stands in brackets.
func isBracketed(text string) bool {
	open := strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") || strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]")
	return open && len(strings.Fields(text)) <= 12
}

// isPointed says that lines end with signs, as those of verse do.
func isPointed(text string) bool {
	lines := strings.Split(text, "\n")
	n := 0
	for _, l := range lines {
		if r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l, "\"'”’")); unicode.IsPunct(r) {
			n++
		}
	}
	return n*3 >= len(lines)
}

// lastProse finds the last paragraph of some length.
func lastProse(blocks []layout.Block) int {
	last := len(blocks)
	for i, b := range blocks {
		if b.Left == "" && b.Kind == essay.Paragraph && len(strings.Fields(b.Text)) >= 20 {
			last = i
		}
	}
	return last
}

// leaveBefore leaves what stands before the title, if it isn't much.
func leaveBefore(blocks []layout.Block, title int) {
	words := 0
	for i := 0; i < title; i++ {
		if blocks[i].Left == "" {
			words += len(strings.Fields(blocks[i].Text))
		}
	}
	for i := 0; i < title && words <= 150; i++ {
		if blocks[i].Left == "" {
			blocks[i].Left = "before the title"
		}
	}
}

// leaveLinks leaves blocks that are links throughout, and headings of nothing
// else.
func leaveLinks(blocks []layout.Block) {
	for i := range blocks {
		if b := &blocks[i]; b.Left == "" && b.Linked && b.Kind != essay.Footnote && !endsSentence(b.Text) && b.Level != 1 {
			b.Left = "links"
		}
	}
	for i := len(blocks) - 2; i >= 0; i-- {
		b, next := &blocks[i], blocks[i+1]
		if b.Left == "" && b.Kind == essay.Heading && b.Level != 1 && next.Left == "links" {
			b.Left = "links"
		}
	}
}

// cutBacklink takes away the arrow by which a note leads back to its mark.
func (p *part) cutBacklink() {
	for {
		t := strings.TrimRight(string(p.text), " ")
		cut := strings.TrimRight(t, "↩↑⤴↵\ufe0e\ufe0f")
		if cut == t {
			p.text = []byte(t)
			break
		}
		p.text = []byte(cut)
	}
	for i := range p.marks {
		p.marks[i].End = min(p.marks[i].End, len(p.text))
	}
}
