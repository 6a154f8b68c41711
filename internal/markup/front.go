package markup

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Bounds on front matter. Brackets in brackets, and the members of one list,
// cost the YAML parser time that grows with the square of their number.
const (
	longestFront = 64 << 10 // bytes
	mostTokens   = 4000     // of one top-level entry: words and signs
	deepestFront = 20       // lists and maps in one another
)

// front reads the front matter, YAML between two lines of "---". Size is the
// bytes it takes, 0 for none.
//
// Each top-level entry is parsed on its own, so that a slip in one does not
// hide the others. Unread are the keys of those that could not be read.
func front(r *report) (entries []Entry, unread []string, size int) {
	body := r.text.Body
	start := fence(body, 0)
	if start == 0 {
		return nil, nil, 0
	}
	stop, size := start, 0
	for stop < len(body) && size == 0 {
		if size = fence(body, stop); size == 0 {
			stop = lineEnd(body, stop)
		}
	}
	switch {
	case size == 0:
		r.error("front-matter", 0, len("---"), "front matter is never closed", "End it with a line of “---”.")
		return nil, nil, start
	case stop-start > longestFront:
		r.error("front-matter", 0, len("---"), fmt.Sprintf("front matter of more than %d KiB", longestFront>>10), "Move what it holds into the lesson's text.")
		return nil, nil, size
	}
	entries = []Entry{}
	for at := start; at < stop; {
		next := lineEnd(body, at)
		for next < stop && !opensEntry(body[next:stop]) {
			next = lineEnd(body, next)
		}
		y := yamlReader{report: r, start: at, stop: min(next, stop)}
		read, ok := y.read()
		if !ok {
			key, _, _ := strings.Cut(body[at:lineEnd(body, at)], ":")
			unread = append(unread, strings.TrimSpace(key))
		}
		entries = y.join(entries, read)
		at = next
	}
	return entries, unread, size
}

// fence gives the offset after a line of "---" at byte at, 0 if none is there.
func fence(body string, at int) int {
	next := lineEnd(body, at)
	if strings.TrimRight(body[at:next], " \t\n") != "---" {
		return 0
	}
	return next
}

// lineEnd gives the offset where the line after byte at begins.
func lineEnd(body string, at int) int {
	if i := strings.IndexByte(body[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(body)
}

// opensEntry says that a line begins a top-level entry: it isn't indented, nor
// a comment, nor does it go on with a list or close a bracket.
func opensEntry(s string) bool {
	return s != "" && strings.IndexByte(" \t\n#]}", s[0]) < 0 && s != "-" &&
		!strings.HasPrefix(s, "- ") && !strings.HasPrefix(s, "-\n")
}

// yamlReader reads one top-level entry.
type yamlReader struct {
	report      *report
	start, stop int // of the entry in the text
}

func (y *yamlReader) fail(start, stop int, message, hint string) {
	y.report.error("front-matter", start, stop, message, hint)
}

// read gives what the entry holds; false if it could not be read, which was
// reported.
func (y *yamlReader) read() ([]Entry, bool) {
	tokens := lexer.Tokenize(y.report.text.Body[y.start:y.stop])
	if !y.allowed(tokens) {
		return nil, false
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		y.syntax(err)
		return nil, false
	}
	var entries []Entry
	read := true
	for _, doc := range file.Docs {
		if doc.Body == nil {
			continue
		}
		data, ok := y.data(doc.Body, 0)
		if ok && data.Kind != MapKind {
			y.fail(data.At.Start, data.At.End, "front matter is not “key: value”", "Write a key, a colon, a space and the value.")
			ok = false
		}
		read = read && ok && len(data.Map) > 0
		if ok {
			entries = append(entries, data.Map...)
		}
	}
	return entries, read
}

// allowed reports what Quire does not take of YAML: what makes one value stand
// for another, or nests without end.
func (y *yamlReader) allowed(tokens token.Tokens) bool {
	if len(tokens) > mostTokens {
		y.fail(y.start, y.start+1, fmt.Sprintf("entry of more than %d words and signs", mostTokens), "Make it shorter.")
		return false
	}
	depth, dashes, line := 0, 0, 0
	for _, t := range tokens {
		at := y.offset(t.Position)
		what := ""
		switch t.Type {
		case token.AnchorType:
			what = "anchor"
		case token.AliasType:
			what = "alias"
		case token.TagType:
			what = "tag"
		case token.DirectiveType:
			what = "directive"
		case token.MergeKeyType:
			what = "merge key"
		case token.MappingKeyType:
			what = "“?” key"
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth--
		case token.SequenceEntryType:
			if t.Position.Line != line {
				line, dashes = t.Position.Line, 0
			}
			dashes++
		}
		if what != "" {
			y.fail(at, at+1, what+" in the front matter", "Write the value out; put it in quotation marks if it begins with this sign.")
			return false
		}
		if depth > deepestFront || dashes > deepestFront {
			y.fail(at, at+1, "front matter nested too deep", "Take some of the brackets or dashes away.")
			return false
		}
	}
	return true
}

// join adds entries to those before, but for keys that were there already.
func (y *yamlReader) join(before, entries []Entry) []Entry {
	for _, e := range entries {
		first := -1
		for i := range before {
			if before[i].Key.Text == e.Key.Text {
				first = i
			}
		}
		if first >= 0 {
			y.report.second("front-matter", e.Key.At, before[first].Key.At, "“"+e.Key.Text+"” stands twice", "Leave one of them out.")
			continue
		}
		before = append(before, e)
	}
	return before
}

// data makes a value of a node.
func (y *yamlReader) data(n ast.Node, depth int) (Data, bool) {
	if depth > deepestFront {
		at := y.offset(n.GetToken().Position)
		y.fail(at, at+1, "front matter nested too deep", "Indent it less.")
		return Data{}, false
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		d := Data{Kind: MapKind}
		for _, v := range n.Values {
			d.Map = y.join(d.Map, y.pair(v, depth))
		}
		return y.enclose(d, n.Start, n.IsFlowStyle), true
	case *ast.MappingValueNode:
		return y.enclose(Data{Kind: MapKind, Map: y.pair(n, depth)}, nil, false), true
	case *ast.SequenceNode:
		d := Data{Kind: ListKind}
		for _, v := range n.Values {
			if item, ok := y.data(v, depth+1); ok {
				d.List = append(d.List, item)
			}
		}
		return y.enclose(d, n.Start, n.IsFlowStyle), true
	}
	return y.scalar(n)
}

func (y *yamlReader) pair(n *ast.MappingValueNode, depth int) []Entry {
	key, ok := y.scalar(n.Key)
	if !ok {
		return nil
	}
	value, ok := y.data(n.Value, depth+1)
	if !ok {
		return nil
	}
	return []Entry{{Key: Value{At: key.At, Text: key.Scalar}, Value: value}}
}

// enclose gives a list or map its place: that of its members, and of its
// brackets if it has any.
func (y *yamlReader) enclose(d Data, open *token.Token, flow bool) Data {
	for _, e := range d.Map {
		d.At = d.At.To(e.Key.At).To(e.Value.At)
	}
	for _, e := range d.List {
		d.At = d.At.To(e.At)
	}
	if flow && open != nil {
		at := y.offset(open.Position)
		stop := at + 1
		if !d.At.IsZero() {
			stop = max(stop, d.At.End)
		}
		if i := strings.IndexAny(y.report.text.Body[stop:y.stop], "]}"); i >= 0 {
			stop += i + 1
		}
		d.At = y.report.text.Span(at, stop)
	}
	if open != nil && !flow && d.Kind == ListKind && !d.At.IsZero() {
		d.At.Start = min(d.At.Start, y.offset(open.Position)) // the first dash
	}
	if d.At.IsZero() {
		d.At = y.report.text.Span(y.start, y.start)
	}
	return d
}
