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
		words = unclosed(words[:i])
	} else if i := unbraced(words); i < len(words) {
		attrs := strings.Trim(words[i:], "()[] \t")
		p.report.error("attribute", seg.Start+i, seg.Start+len(words), "attributes without braces",
			"Write {"+attrs+"} at the heading's end, or put \\ before the sign if it is part of the words.")
		words = strings.TrimRight(words[:i], " \t")
	}
	seg.Stop = seg.Start + len(words)
	node.Lines().Clear()
	if words != "" {
		node.Lines().Append(seg)
	}
	return node, state
}

// unclosed takes the marks off a heading's words that close it, as Markdown has
// it: "## Words ##". Before attributes goldmark doesn't see them.
func unclosed(words string) string {
	words = strings.TrimRight(words, " \t")
	rest := strings.TrimRight(words, "#")
	if bare := strings.TrimRight(rest, " \t"); rest == "" || bare != rest {
		return bare
	}
	return words
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
		case s[i] == '{' && singleCall(s[i:]) > 0:
			i += singleCall(s[i:]) - 1 // reported where the words are read
		case s[i] == '{' && (i == 0 || s[i-1] != ']'):
			return i
		}
	}
	return len(s)
}

// unbraced gives the offset of what a heading ends with in place of attributes:
// (#id key=value), [.class], or the same with nothing round it. Without such it
// is the length of the text.
func unbraced(s string) int {
	for _, pair := range []string{"()", "[]"} {
		open := strings.LastIndexByte(s, pair[0])
		if open < 0 || s[len(s)-1] != pair[1] || open > 0 && s[open-1] == '\\' {
			continue
		}
		first, _, _ := strings.Cut(strings.TrimLeft(s[open+1:len(s)-1], " "), " ")
		if attrLike(first) {
			return open
		}
	}
	start := len(s)
	for {
		rest := strings.TrimRight(s[:start], " \t")
		i := strings.LastIndexAny(rest, " \t")
		if i < 0 || !attrLike(rest[i+1:]) {
			return start
		}
		start = i + 1
	}
}

// attrLike says that a word is #id, .class or key=value. Of a key there are two
// letters at least: x=2 is arithmetic.
func attrLike(s string) bool {
	if s != "" && (s[0] == '#' || s[0] == '.') {
		return isName(s[1:])
	}
	key, value, ok := strings.Cut(s, "=")
	return ok && len(key) > 1 && isName(key) && value != ""
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
