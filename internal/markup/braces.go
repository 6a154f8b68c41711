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
	attrs      Attrs // of a phrase
	broken     bool  // reported
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
		before := p.report.count
		var size int
		n.attrs, size = scanAttrs(s, seg.Start, p.report)
		n.end, n.broken = seg.Start+size, p.report.count > before
	default:
		n.end, n.broken = seg.Start+braces(s), true
		p.report.error("brace", n.start, n.end, "stray brace",
			"Write \\"+s[:1]+" for a brace in the text; calls have two on each side: {{name}}.")
	}
	block.Advance(n.end - n.start)
	return n
}

// braces gives the length of the stray ones that s opens with: of a run, or of
// a pair with what is in it.
func braces(s string) int {
	n := len(s) - len(strings.TrimLeft(s, s[:1]))
	if i := strings.IndexAny(s[n:], "{}"); s[0] == '{' && i >= 0 && s[n+i] == '}' {
		n += i
		n += len(s[n:]) - len(strings.TrimLeft(s[n:], "}"))
	}
	return n
}
