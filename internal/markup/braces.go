package markup

import (
	"strings"
	"unicode/utf8"

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
	case singleCall(s) > 0:
		n.end, n.broken = seg.Start+singleCall(s), true
		name := singleName(s)
		call := "{{" + name + "}}"
		if strings.ContainsAny(s[:singleCall(s)], "\"“”") {
			call = "{{" + name + " \"…\"}}"
		}
		if n.end == seg.Start+len(s) && s[len(s)-1] != '}' && closeBelow(block) {
			_, at := block.Position()
			n.end = at.Start
		}
		p.report.error("call", n.start, n.end, "a call has two braces on each side", "Write "+call+", or \\{ for a brace in the text.")
	default:
		n.end, n.broken = seg.Start+braces(s), true
		p.report.error("brace", n.start, n.end, "stray brace",
			"Write \\"+s[:1]+" for a brace in the text; calls have two on each side: {{name}}.")
	}
	if _, at := block.Position(); at.Start < n.end {
		block.Advance(n.end - at.Start)
	}
	return n
}

// closeBelow moves past the brace that closes a call on a line below, if the
// same block has one before another opens.
func closeBelow(block text.Reader) bool {
	line, pos := block.Position()
	c := newCursor(block)
	start := c.at()
	for c.next(); c.at()-start < longestCall; c.next() {
		switch c.peek() {
		case '}':
			c.next()
			c.accept()
			return true
		case '{', end:
			block.SetPosition(line, pos)
			return false
		}
	}
	block.SetPosition(line, pos)
	return false
}

// singleCall gives the length of a call with one brace on a side that s opens
// with, 0 if there is none: {name "words"}, {name} with text behind it. Where it
// isn't closed on its line it is the rest of that.
func singleCall(s string) int {
	name := singleName(s)
	if name == "" || name == "pin" {
		return 0
	}
	i := 1 + len(name)
	rest := strings.TrimLeft(s[i:], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	if r != '"' && r != '“' && r != '”' {
		// {multiple} at a heading's end may be a class without its dot.
		if !strings.HasPrefix(rest, "}") || strings.Trim(rest, "} \t") == "" {
			return 0
		}
		return len(s) - len(strings.TrimLeft(rest, "}"))
	}
	var closer rune
	for at, r := range s[i:] {
		switch {
		case closer != 0 && r == closer:
			closer = 0
		case closer != 0:
		case r == '"' || r == '“' || r == '”':
			closer = closingQuote(r)
		case r == '}':
			return len(s) - len(strings.TrimLeft(s[i+at:], "}"))
		}
	}
	return len(s)
}

// singleName gives the name after a single brace that s opens with.
func singleName(s string) string {
	if len(s) < 2 || s[0] != '{' || !isLetter(s[1]) {
		return ""
	}
	i := 1
	for i < len(s) && isNameByte(s[i]) {
		i++
	}
	return s[1:i]
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
