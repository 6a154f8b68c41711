package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// longestGap bounds a cloze gap's answer, in bytes.
const longestGap = 256

var kindGap = ast.NewNodeKind("QuireGap")

// gapNode is a cloze gap, [[answer]]; broken if it could not be read.
type gapNode struct {
	ast.BaseInline
	answer     string
	start, end int
	broken     bool
}

func (*gapNode) Kind() ast.NodeKind            { return kindGap }
func (n *gapNode) Dump(source []byte, lvl int) { ast.DumpHelper(n, source, lvl, nil, nil) }

// gapParser reads cloze gaps. Their answers are words, not Markdown; "\"
// escapes a bracket, a stroke and itself.
type gapParser struct{ report *report }

func (gapParser) Trigger() []byte { return []byte{'['} }

func (p gapParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	c := newCursor(block)
	if !c.has("[[") {
		return nil
	}
	line, pos := block.Position()
	n := &gapNode{start: c.at()}
	for c.peek() == '[' {
		c.next()
	}
	opened := c.at()
	if opened-n.start == 2 {
		if words, ok := gapWords(c, opened); ok {
			n.end, n.answer = c.at(), strings.Join(strings.Fields(words), " ")
			c.accept()
			if n.answer == "" {
				n.broken = true
				p.report.error("gap", n.start, n.end, "gap without an answer", "Write the answer inside: [[answer]].")
			}
			return n
		}
	}
	n.broken, n.end = true, opened
	block.SetPosition(line, pos)
	block.Advance(opened - n.start)
	if opened-n.start > 2 {
		p.report.error("gap", n.start, opened, "too many brackets", "A gap has two on each side: [[answer]]. For a bracket in the text write \\[.")
	} else {
		p.report.error("gap", n.start, opened, "gap is never closed", "Write [[answer]], or \\[\\[ for brackets in the text.")
	}
	return n
}

// gapWords reads up to the closing brackets; false where there are none before
// another gap opens or the answer gets too long.
func gapWords(c *cursor, opened int) (string, bool) {
	var b strings.Builder
	for {
		r := c.peek()
		switch {
		case r == end || c.has("[[") || c.at()-opened > longestGap:
			return "", false
		case c.has("]]"):
			c.skip("]]")
			return b.String(), true
		case r == '\\':
			c.next()
			if e := c.peek(); e != '[' && e != ']' && e != '|' && e != '\\' {
				b.WriteByte('\\')
				continue
			}
			r = c.peek()
		}
		b.WriteRune(r)
		c.next()
	}
}
