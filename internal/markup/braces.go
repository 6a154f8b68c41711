package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindBrace = ast.NewNodeKind("QuireBrace")

// braceNode is {pin}, or attributes that follow a [phrase].
type braceNode struct {
	ast.BaseInline
	pin        bool
	attrs      Attrs // of a phrase; At is zero if the brace was reported
	start, end int
}

func (*braceNode) Kind() ast.NodeKind            { return kindBrace }
func (n *braceNode) Dump(source []byte, lvl int) { ast.DumpHelper(n, source, lvl, nil, nil) }

// braceParser reads single braces. Those that mean nothing are reported: a
// slip must not turn into text.
type braceParser struct{ report *report }

func (braceParser) Trigger() []byte { return []byte{'{', '}'} }

func (p braceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	n := &braceNode{start: seg.Start, end: seg.Start + 1}
	s := strings.TrimRight(string(line), "\n")
	switch {
	case strings.HasPrefix(s, "{pin}"):
		n.pin, n.end = true, seg.Start+len("{pin}")
	case s[0] == '{' && block.PrecendingCharacter() == ']':
		var size int
		n.attrs, size = scanAttrs(s, seg.Start, p.report)
		n.end = seg.Start + size
	default:
		for len(s) > n.end-seg.Start && s[n.end-seg.Start] == s[0] {
			n.end++
		}
		p.report.error("brace", n.start, n.end, "stray brace",
			"Write \\"+s[:1]+" for a brace in the text; calls have two on each side: {{name}}.")
	}
	block.Advance(n.end - n.start)
	return n
}
