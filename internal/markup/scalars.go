package markup

import (
	"errors"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// scalar makes a value of a node that is no list or map.
func (y *yamlReader) scalar(n ast.Node) (Data, bool) {
	t := n.GetToken()
	at := y.offset(t.Position)
	d := Data{Kind: String, Scalar: t.Value}
	switch n := n.(type) {
	case *ast.NullNode:
		d.Kind = Null
	case *ast.BoolNode:
		d.Kind = Bool
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		d.Kind = Number
	case *ast.LiteralNode:
		d.Scalar = strings.TrimRight(n.Value.Value, "\n")
	case *ast.StringNode:
	default:
		y.fail(at, at+1, "value of an unknown kind in the front matter", "Put it in quotation marks.")
		return d, false
	}
	stop := y.scalarEnd(at, t)
	d.At = y.report.text.Span(at, stop)
	if t.Type == token.ImplicitNullType {
		d.Scalar = ""
	}
	if strings.ContainsFunc(d.Scalar, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		y.fail(at, stop, "control character in the front matter", "Delete it: it doesn't print.")
		return d, false
	}
	return d, true
}

// scalarEnd finds where a scalar that begins at byte at ends. The library
// keeps where tokens begin, and their values, but not their ends.
func (y *yamlReader) scalarEnd(at int, t *token.Token) int {
	s := y.report.text.Body[at:y.stop]
	if s == "" || t.Type == token.ImplicitNullType {
		return at
	}
	switch {
	case t.Type == token.DoubleQuoteType && s[0] == '"':
		for i := 1; i < len(s); i++ {
			switch s[i] {
			case '\\':
				i++
			case '"':
				return at + i + 1
			}
		}
	case t.Type == token.SingleQuoteType && s[0] == '\'':
		for i := 1; i < len(s); i++ {
			if s[i] != '\'' {
				continue
			}
			if i+1 == len(s) || s[i+1] != '\'' {
				return at + i + 1
			}
			i++
		}
	case t.Type == token.LiteralType || t.Type == token.FoldedType:
		return at + blockEnd(s)
	default:
		stop := 0
		for word := range strings.FieldsSeq(t.Value) {
			i := strings.Index(s[stop:], word)
			if i < 0 {
				break
			}
			stop += i + len(word)
		}
		return at + max(stop, 1)
	}
	return y.stop
}

// blockEnd gives the length of a block scalar ("|", ">"): its lines go on as
// far as they are indented like the first.
func blockEnd(s string) int {
	stop := lineEnd(s, 0)
	end, indent := min(stop, len(strings.TrimRight(s[:stop], "\n"))), -1
	for stop < len(s) {
		next := lineEnd(s, stop)
		line := strings.TrimRight(s[stop:next], " \t\n")
		if line != "" {
			n := len(line) - len(strings.TrimLeft(line, " "))
			if indent < 0 {
				indent = n
			}
			if n < indent || n == 0 {
				break
			}
			end = stop + len(line)
		}
		stop = next
	}
	return end
}

// offset turns the library's line and column (1-based, in characters, of the
// entry) into a byte offset of the text.
func (y *yamlReader) offset(p *token.Position) int {
	at := y.start
	if p == nil {
		return at
	}
	body := y.report.text.Body
	for range p.Line - 1 {
		if at >= y.stop {
			return y.stop
		}
		at = lineEnd(body, at)
	}
	column := 1
	for i, r := range body[min(at, y.stop):y.stop] {
		if column >= p.Column || r == '\n' {
			return at + i
		}
		column++
	}
	return y.stop
}

// syntax reports what the library could not read, in plain words.
func (y *yamlReader) syntax(err error) {
	var e interface {
		GetMessage() string
		GetToken() *token.Token
	}
	at, message := y.start, err.Error()
	if errors.As(err, &e) {
		message = e.GetMessage()
		if t := e.GetToken(); t != nil {
			at = y.offset(t.Position)
		}
	}
	body := y.report.text.Body
	stop := at + len(strings.TrimRight(body[at:min(lineEnd(body, at), y.stop)], " \t\n"))
	if stop == at && at > y.start {
		at--
	}
	message, hint := plainYAML(message, body[at:stop])
	y.fail(at, max(stop, at), message, hint)
}

// plainYAML says in plain words what the library says in YAML's. Rest is the
// line from the place on.
func plainYAML(message, rest string) (string, string) {
	quote := "Put the whole value in quotation marks."
	switch {
	case strings.Contains(message, "mapping value is not allowed") && strings.Contains(rest, ": "):
		return "colon inside a value", quote
	case strings.Contains(message, "mapping value is not allowed"), strings.Contains(message, "value is not allowed in this context"),
		strings.Contains(message, "non-map value"), strings.Contains(message, "unexpected map key"), strings.Contains(message, "implicit line break"):
		return "front matter indented unevenly, or a value with text after it", "Give the entries of one list or map the same indentation, and quote values whole."
	case strings.Contains(message, "end character of"):
		return "quotation mark is never closed", "Close it at the value's end."
	case strings.Contains(message, "reserved character"):
		return "value begins with a reserved sign", quote
	case strings.Contains(message, "tab character"), strings.Contains(message, `\t`), strings.Contains(message, "'\t'"):
		return "tab in the front matter", "Indent with spaces."
	case strings.Contains(message, "']'"), strings.Contains(message, "'['"):
		return "square bracket without its partner", "Close it, or put the value in quotation marks."
	case strings.Contains(message, "'}'"), strings.Contains(message, "'{'"), strings.Contains(message, "flow map"):
		return "brace without its partner", "Close it, or put the value in quotation marks."
	case strings.Contains(message, "escape character"):
		return "unknown escape after “\\”", "Double the backslash, or use single quotation marks."
	}
	return "front matter can't be read: " + message, quote
}
