package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// headingParser reads headings with marks (#) by goldmark's parser and takes
// the attributes off their ends, before their words are parsed.
type headingParser struct {
	parser.BlockParser
	report *report
	attrs  map[ast.Node]Attrs
}

func (p headingParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := p.BlockParser.Open(parent, reader, pc)
	if node == nil || node.Lines().Len() == 0 {
		return node, state
	}
	seg := node.Lines().At(0)
	words := string(seg.Value(reader.Source()))
	if !bounded(p.report, words, seg.Start) {
		node.Lines().Clear()
		return node, state
	}
	i := attrsStart(words)
	if i < len(words) {
		attrs, n := scanAttrs(words[i:], seg.Start+i, p.report)
		p.attrs[node] = attrs
		if rest := strings.TrimSpace(words[i+n:]); rest != "" {
			at := seg.Start + i + n + strings.Index(words[i+n:], rest)
			p.report.error("attribute", at, at+len(rest), "text after the attributes", "Attributes stand at the heading's end, in one pair of braces.")
		}
		words = strings.TrimRight(words[:i], " \t")
	}
	seg.Stop = seg.Start + len(words)
	node.Lines().Clear()
	if words != "" {
		node.Lines().Append(seg)
	}
	return node, state
}

// attrsStart gives the offset of a heading's attributes: of the first brace
// that is neither escaped nor in code nor a call's. Without one it is the
// length of the text.
func attrsStart(s string) int {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == '`':
			ticks := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
			i += ticks - 1
			if n := strings.Index(s[i+1:], s[i+1-ticks:i+1]); n >= 0 {
				i += n + ticks
			}
		case strings.HasPrefix(s[i:], "{{"):
			n := callLength(s[i:])
			if n == 0 {
				return len(s)
			}
			i += n - 1
		case s[i] == '{' && (i == 0 || s[i-1] != ']'):
			return i
		}
	}
	return len(s)
}

// callLength gives the bytes that the call at the start of s takes, quotation
// marks heeded; 0 if it isn't closed.
func callLength(s string) int {
	closer := rune(0)
	escaped := false
	for i, r := range s {
		switch {
		case escaped:
			escaped = false
		case r == '\\' && closer != 0:
			escaped = true
		case closer != 0:
			if r == closer {
				closer = 0
			}
		case r == '"' || r == '“' || r == '”':
			closer = closingQuote(r)
		case i >= 2 && strings.HasPrefix(s[i:], "}}"):
			return i + 2
		case i > longestCall:
			return 0
		}
	}
	return 0
}
