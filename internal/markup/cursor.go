package markup

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/text"
)

// end is what a cursor sees past the last character of its block.
const end rune = -1

// cursor reads a block's characters over its lines, each with its place in the
// file. What marks the lines of a quotation or a list is no part of them.
type cursor struct {
	r    text.Reader
	line []byte
	seg  text.Segment
	i    int
}

func newCursor(r text.Reader) *cursor {
	c := &cursor{r: r}
	c.line, c.seg = r.PeekLine()
	return c
}

// peek gives the character at the cursor, a line end as "\n".
func (c *cursor) peek() rune {
	if c.i >= len(c.line) {
		return end
	}
	r, _ := utf8.DecodeRune(c.line[c.i:])
	return r
}

// at gives the cursor's byte offset in the file.
func (c *cursor) at() int { return min(c.seg.Start+max(c.i-c.seg.Padding, 0), c.seg.Stop) }

// has says that s stands at the cursor, on one line.
func (c *cursor) has(s string) bool {
	return c.i+len(s) <= len(c.line) && string(c.line[c.i:c.i+len(s)]) == s
}

// next moves on by one character, and to the next line past a line's end.
func (c *cursor) next() {
	if c.i >= len(c.line) {
		return
	}
	_, n := utf8.DecodeRune(c.line[c.i:])
	c.i += n
	if c.i < len(c.line) {
		return
	}
	c.r.Advance(c.i)
	c.i = 0
	line, seg := c.r.PeekLine()
	if line == nil {
		seg = text.NewSegment(c.seg.Stop, c.seg.Stop)
	}
	c.line, c.seg = line, seg
}

// skip moves over s, which stands at the cursor.
func (c *cursor) skip(s string) {
	for range utf8.RuneCountInString(s) {
		c.next()
	}
}

// spaces moves over spaces and line ends.
func (c *cursor) spaces() {
	for r := c.peek(); r == ' ' || r == '\t' || r == '\n'; r = c.peek() {
		c.next()
	}
}

// accept moves the reader to the cursor, so that parsing goes on from there.
func (c *cursor) accept() { c.r.Advance(c.i); c.i = 0 }
