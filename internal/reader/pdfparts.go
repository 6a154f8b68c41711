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
		case b.Kind == essay.Footnote:
			p.cutBacklink()
		case title >= 0 && i > title && i <= title+4 && isByLines(b, f.Author):
			d.addLines(b, essay.Paragraph)
			continue
		case i > last && b.Kind == essay.Verse && !isPointed(b.Text):
			d.addLines(b, essay.ListItem)
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

// addLines adds each line of a block as a part of its own.
func (d *draft) addLines(b layout.Block, kind essay.Kind) {
	for _, l := range strings.Split(b.Text, "\n") {
		d.parts = append(d.parts, part{kind: kind, text: []byte(l)})
	}
}

// isByLines says that a block under the title tells who wrote the essay.
func isByLines(b layout.Block, author string) bool {
	if b.Kind == essay.Footnote || b.Left != "" {
		return false
	}
	first, _, _ := strings.Cut(b.Text, "\n")
	return isByline(first) || author != "" && sameWords(first, author) || b.Kind == essay.Heading && b.Level > 2 && looksName(first)
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
