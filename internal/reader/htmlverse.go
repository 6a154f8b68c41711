package reader

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"quire/internal/essay"
)

// cut gives the bytes [start, end) of a block as a block of its own.
func (b *block) cut(start, end int) *block {
	c := *b
	c.text = append([]byte(nil), b.text[start:end]...)
	c.marks = nil
	for _, m := range b.marks {
		m.Start, m.End = max(m.Start, start)-start, min(m.End, end)-start
		if m.Start < m.End {
			c.marks = append(c.marks, m)
		}
	}
	c.linked = min(b.linked, len(c.text))
	return &c
}

// lines gives the places of a block's lines, white space round them left out.
// An empty line has no letters in it.
func (b *block) lines() [][2]int {
	var out [][2]int
	for start := 0; ; {
		end := bytes.IndexByte(b.text[start:], '\n')
		if end < 0 {
			end = len(b.text)
		} else {
			end += start
		}
		line := b.text[start:end]
		from := start + len(line) - len(bytes.TrimLeftFunc(line, unicode.IsSpace))
		to := from + len(bytes.TrimSpace(line))
		out = append(out, [2]int{min(from, end), min(max(to, from), end)})
		if end == len(b.text) {
			return out
		}
		start = end + 1
	}
}

// runs parts a block at its empty lines: two line breaks end a paragraph.
func (b *block) runs() []*block {
	if !bytes.ContainsRune(b.text, '\n') {
		return []*block{b}
	}
	var out []*block
	start, end := -1, 0
	flush := func() {
		if start >= 0 {
			c := b.cut(start, end)
			c.ruled = b.ruled && len(out) == 0
			out = append(out, c)
		}
		start = -1
	}
	for _, l := range b.lines() {
		if l[0] == l[1] {
			flush()
			continue
		}
		if start < 0 {
			start = l[0]
		}
		end = l[1]
	}
	flush()
	return out
}

// What lines that a page breaks by itself are.
type breaks uint8

const (
	oneLine breaks = iota
	verseLines
	proseLines // each a paragraph
	wrapLines  // one paragraph, wrapped by hand
)

const (
	longLine  = 130 // characters; a longer line is a paragraph
	quoteLine = 100 // characters; lines of verse in a quotation are shorter on the average
	plainLine = 75  // characters; lines of verse elsewhere are never longer
)

// breaksOf says what the lines of a block are, by their length and by the
// letters they begin with.
func breaksOf(b *block, quoted bool) breaks {
	lines := b.lines()
	if len(lines) < 2 {
		return oneLine
	}
	longest, sum, capitals, full := 0, 0, 0, 0
	for i, l := range lines {
		text := b.text[l[0]:l[1]]
		n := utf8.RuneCount(text)
		longest, sum = max(longest, n), sum+n
		if n >= 50 && i < len(lines)-1 {
			full++
		}
		if r, _ := utf8.DecodeRune(bytes.TrimLeft(text, "\"'“‘(—– ")); !unicode.IsLower(r) {
			capitals++
		}
	}
	mean := sum / len(lines)
	wrapped := len(lines) > 2 && capitals*2 < len(lines) && (full*4 >= (len(lines)-1)*3 || !quoted && longest >= 55)
	switch {
	case b.poem != nil && longest <= 2*longLine:
		return verseLines
	case wrapped && longest <= longLine:
		return wrapLines
	case quoted && longest <= longLine && mean <= quoteLine:
		return verseLines
	case longest <= plainLine:
		return verseLines
	}
	return proseLines
}

// unbroken puts a block's lines into one, a space between two.
func (b *block) unbroken() {
	for i, c := range b.text {
		if c == '\n' {
			b.text[i] = ' '
		}
	}
}

// setLines settles what a block's line breaks mean, and gives what becomes of
// it.
func setLines(b *block, quoted bool) []*block {
	if b.kind == essay.Heading || b.note != nil {
		b.unbroken()
		return []*block{b}
	}
	switch breaksOf(b, quoted) {
	case verseLines:
		if b.item == nil {
			b.kind = essay.Verse
			b.tidyLines()
			return []*block{b}
		}
		b.unbroken()
	case wrapLines:
		b.unbroken()
	case proseLines:
		var out []*block
		for _, l := range b.lines() {
			if l[0] < l[1] {
				out = append(out, b.cut(l[0], l[1]))
			}
		}
		return out
	}
	return []*block{b}
}

// tidyLines takes the white space from the ends of a stanza's lines.
func (b *block) tidyLines() {
	lines := b.lines()
	whole := &block{}
	for i, l := range lines {
		if i > 0 {
			whole.text = append(whole.text, '\n')
		}
		whole.join(b.cut(l[0], l[1]))
	}
	b.text, b.marks = whole.text, whole.marks
}

// join appends another block's text and marks.
func (b *block) join(c *block) {
	at := len(b.text)
	b.text = append(b.text, c.text...)
	for _, m := range c.marks {
		b.marks = append(b.marks, essay.Mark{Start: m.Start + at, End: m.End + at, Style: m.Style})
	}
	b.linked += c.linked
}

// joinLines makes stanzas of lines of verse that have an element each.
func joinLines(blocks []*block) []*block {
	var out []*block
	for _, b := range blocks {
		if n := len(out); n > 0 && isVerseLine(b) && isVerseLine(out[n-1]) && !bytes.ContainsRune(b.text, '\n') &&
			b.node.Parent == out[n-1].node.Parent && b.node != out[n-1].node {
			out[n-1].text = append(out[n-1].text, '\n')
			out[n-1].join(b)
			out[n-1].kind = essay.Verse
			continue
		}
		out = append(out, b)
	}
	return out
}

// isStanza says that an element is said to be a stanza.
func isStanza(n *html.Node) bool {
	for _, name := range names(n) {
		switch name {
		case "stanza", "linegroup", "poem", "poetry":
			return true
		}
	}
	return false
}

// isVerseLine says that a block is one of several lines of verse side by side.
func isVerseLine(b *block) bool {
	if b.left != "" || b.poem == nil || b.note != nil {
		return false
	}
	if isTag(b.node, "div", "span") {
		return isPoem(b.node.Parent) && !isStanza(b.node)
	}
	for _, name := range strings.Fields(strings.ToLower(attr(b.node, "class"))) {
		switch strings.TrimRight(name, "0123456789") {
		case "line", "l", "i", "indent", "verseline", "poemline":
			return true
		}
	}
	return false
}
