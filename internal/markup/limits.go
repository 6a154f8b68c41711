package markup

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
)

// Bounds on what is handed to goldmark, whose work on one paragraph can grow
// with the square of its length, and whose stack grows with nesting.
const (
	longestParagraph = 16 << 10 // bytes
	mostMarks        = 1000     // marks of inline markup in a paragraph
	deepest          = 32       // quotations and lists in one another
	widestIndent     = 4 * deepest
)

// Bounds on what a file may hold, so that a lesson of a megabyte doesn't make
// thousands of pages. Lessons as people write them never come near.
const (
	mostBlocks = 1000 // paragraphs, lists, quotations and tables under one heading
	mostItems  = 200  // entries of a list
	mostRows   = 200  // of a table, without its head
	mostCalls  = 2000 // in a file
)

// crowded counts one more block under the heading that is being filled, and
// reports the first that is too much.
func (c *converter) crowded(n ast.Node) bool {
	c.held++
	if c.held == mostBlocks+1 {
		at := max(n.Pos(), 0)
		c.report.error("limit", at, at+1, fmt.Sprintf("more than %d paragraphs, lists and entries under one heading", mostBlocks), "Part them over several headings.")
	}
	return c.held > mostBlocks
}

// tooMany counts one more call of the file, and reports the first that is too
// much.
func (c *converter) tooMany(n *callNode) bool {
	c.calls++
	if c.calls == mostCalls+1 {
		c.report.error("limit", n.start, n.end, fmt.Sprintf("more than %d calls in a file", mostCalls), "Part the lesson over several files in parts/.")
	}
	return c.calls > mostCalls
}
