package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"quire/internal/document"
)

// inliner makes document inlines of goldmark's, in one block.
type inliner struct {
	*converter
	gaps  bool // cloze gaps may stand here
	boxed bool // a box in the text was reported
	out   []document.Inline

	opened []bracket // square brackets not yet closed
	pair   []bracket // the last two that met, nil for none
}

// inlines converts sibling nodes to inlines in house typography.
func (c *converter) inlines(nodes []ast.Node, gaps bool) []document.Inline {
	return setTypography(trimEnds(c.raw(nodes, gaps)))
}

// raw converts sibling nodes to inlines, words as they were typed.
func (c *converter) raw(nodes []ast.Node, gaps bool) []document.Inline {
	in := inliner{converter: c, gaps: gaps}
	for _, n := range nodes {
		in.node(n)
	}
	return in.out
}

func children(n ast.Node) []ast.Node {
	var all []ast.Node
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		all = append(all, c)
	}
	return all
}

func (in *inliner) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		in.text(n)
	case *ast.Emphasis:
		in.emphasis(n)
	case *ast.CodeSpan:
		in.code(n)
	case *ast.Link:
		in.link(n, string(n.Destination))
	case *ast.Image:
		in.report.error("image", n.Pos(), in.tree.ends[n], "image", "Leave it out: Quire prints no pictures.")
	case *ast.AutoLink:
		in.autoLink(n)
	case *ast.RawHTML:
		in.html(n)
	case *callNode:
		if !n.broken && !in.tooMany(n) {
			in.checkAddress(n)
			in.out = append(in.out, n.call)
		}
	case *gapNode:
		in.gap(n)
	case *braceNode:
		in.brace(n)
	case *taskNode:
		// The list item has seen it.
	}
}

// text adds words, joining them to those right before.
func (in *inliner) text(n *ast.Text) {
	start, stop := n.Segment.Start, n.Segment.Stop
	words, brackets := in.unescape(string(in.tree.src[start:stop]), start)
	in.note(brackets, in.words(words, start, stop))
	lineEnd := min(in.tree.lineStop(stop)+1, len(in.tree.src))
	switch {
	case n.HardLineBreak():
		var b document.LineBreak
		b.Source = in.report.text.Span(stop, lineEnd)
		in.out = append(in.out, b)
	case n.SoftLineBreak():
		in.words(" ", stop, lineEnd)
	}
}

// words adds words that stand at the bytes [start, stop) of the file. It gives
// the offset of their first byte in the last Text's words.
func (in *inliner) words(s string, start, stop int) (offset int) {
	if s == "" {
		return 0
	}
	if n := len(in.out); n > 0 {
		switch last := in.out[n-1].(type) {
		case document.Text:
			offset = len(last.Words)
			if strings.HasSuffix(last.Words, " ") && s[0] == ' ' {
				s = s[1:]
				offset--
			}
			last.Words += s
			last.Source.End = max(last.Source.End, stop)
			in.out[n-1] = last
			return offset
		case document.LineBreak:
			if s[0] == ' ' {
				s = s[1:]
				offset--
			}
			if s == "" {
				return 0
			}
		}
	}
	t := document.Text{Words: s}
	t.Source = in.report.text.Span(start, stop)
	in.out = append(in.out, t)
	return offset
}

func (in *inliner) emphasis(n *ast.Emphasis) {
	start, stop := in.tree.span(n)
	at := document.At{Source: in.report.text.Span(start, stop)}
	inside := in.raw(children(n), in.gaps)
	if n.Level == 2 {
		in.out = append(in.out, document.Strong{At: at, Inlines: inside})
	} else {
		in.out = append(in.out, document.Emph{At: at, Inlines: inside})
	}
}

func (in *inliner) code(n *ast.CodeSpan) {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(in.tree.src))
		}
	}
	words := strings.ReplaceAll(b.String(), "\n", " ")
	if _, cell := n.Parent().(*cellNode); cell {
		words = strings.ReplaceAll(words, "\\|", "|")
	}
	code := document.Code{Words: words}
	code.Source = in.report.text.Span(in.tree.span(n))
	in.out = append(in.out, code)
}

func (in *inliner) link(n *ast.Link, address string) {
	start, stop := in.tree.span(n)
	inside := in.raw(children(n), in.gaps)
	address, _ = in.unescape(address, -1)
	url, ok := in.address(address, start, stop)
	if !ok {
		in.out = append(in.out, inside...)
		return
	}
	l := document.Link{URL: url, Inlines: inside}
	l.Source = in.report.text.Span(start, stop)
	in.out = append(in.out, l)
}

func (in *inliner) autoLink(n *ast.AutoLink) {
	start, stop := in.tree.span(n)
	words := string(n.Label(in.tree.src))
	address := words
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = "mailto:" + words
	}
	url, ok := in.address(address, start, stop)
	if !ok {
		return
	}
	l := document.Link{URL: url, Inlines: []document.Inline{document.Code{
		At: document.At{Source: in.report.text.Span(start+1, stop-1)}, Words: words,
	}}}
	l.Source = in.report.text.Span(start, stop)
	in.out = append(in.out, l)
}

// address checks where a link leads. Lessons come from strangers: only what a
// browser or a mail program opens openly will do.
func (in *inliner) address(url string, start, stop int) (string, bool) {
	if strings.Contains(url, "{{") {
		in.report.error("link", start, stop, "call in a link's address", "Write the address out.")
		return "", false
	}
	lower := strings.ToLower(url)
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(lower, scheme) && len(url) > len(scheme) {
			return url, true
		}
	}
	in.report.error("link", start, stop, "link to an address that isn't http, https or mailto", "Write the address in full: https://….")
	return "", false
}

// checkAddress reports a call that stands where a link's address should.
func (in *inliner) checkAddress(n *callNode) {
	start := n.call.Source.Start
	if start >= 2 && string(in.tree.src[start-2:start]) == "](" {
		in.report.error("link", start, n.call.Source.End, "call in a link's address", "Write the address out.")
	}
}

// html drops comments and reports other HTML.
func (in *inliner) html(n *ast.RawHTML) {
	start, stop := in.tree.span(n)
	if strings.HasPrefix(string(in.tree.src[start:stop]), "<!--") {
		return
	}
	in.report.error("html", start, stop, "HTML", "Use Markdown instead, or write \\< for the sign itself.")
}

func (in *inliner) gap(n *gapNode) {
	if n.broken {
		return
	}
	at := in.report.text.Span(n.start, n.end)
	if !in.gaps || in.section == nil {
		in.report.error("gap", n.start, n.end, "gap outside a question",
			"Gaps stand in the text under a third-level heading, before its first field; write \\[\\[ for brackets.")
		in.words(n.answer, n.start, n.end)
		return
	}
	answer, _ := setWords(n.answer)
	in.section.Gaps = append(in.section.Gaps, Gap{At: at, Answer: answer})
	in.out = append(in.out, document.Blank{At: document.At{Source: at}, Number: len(in.section.Gaps)})
}

func (in *inliner) brace(n *braceNode) {
	switch {
	case n.pin:
		in.report.error("brace", n.start, n.end, "{pin} in the wrong place", "It stands at the end of a list item's text.")
	default:
		in.phrase(n)
	}
}

// span gives where an inline stands in the file. Emphasis reaches from its
// first child to its last, so that each end is found down one branch: to ask
// both of every child would take twice as long for every level.
func (t *tree) span(n ast.Node) (start, stop int) {
	before, first := unwrap(n, ast.Node.FirstChild)
	after, last := unwrap(n, ast.Node.LastChild)
	start, _ = t.within(first)
	_, stop = t.within(last)
	return start - before, stop + after
}

// unwrap goes down from emphasis to what is at one of its ends, and counts the
// signs on the way.
func unwrap(n ast.Node, child func(ast.Node) ast.Node) (signs int, inner ast.Node) {
	for {
		e, ok := n.(*ast.Emphasis)
		if !ok || child(e) == nil {
			return signs, n
		}
		signs += e.Level
		n = child(e)
	}
}

// within gives where an inline stands that is no emphasis.
func (t *tree) within(n ast.Node) (start, stop int) {
	switch n := n.(type) {
	case *ast.Text:
		return n.Segment.Start, n.Segment.Stop
	case *ast.Emphasis: // an empty one
		return n.Pos(), n.Pos()
	case *callNode:
		return n.start, n.end
	case *gapNode:
		return n.start, n.end
	case *braceNode:
		return n.start, n.end
	case *taskNode:
		return n.start, n.end
	}
	return n.Pos(), max(t.ends[n], n.Pos())
}
