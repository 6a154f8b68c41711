package markup

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"quire/internal/document"
	"quire/internal/source"
)

// converter makes sections and blocks of goldmark's tree.
type converter struct {
	report  *report
	tree    *tree
	section *Section // the one being filled, nil before the first
	letters letters
	held    int          // blocks in it so far
	calls   int          // in the file so far
	told    map[int]bool // labels that were reported, by the offset of their words
}

// place says what a block stands in.
type place struct {
	gaps     bool // cloze gaps may stand here
	depth    int  // how many quotations and lists it is in
	field    bool // in a field
	reason   bool // under an option: only teachers see it
	cell     bool // in a table
	answered bool // and other cells of its row follow that say something
}

// span gives a stretch of the text; a stop past its end, or inside a character,
// is moved to the end.
func (c *converter) span(start, stop int) source.Span {
	return c.report.text.Span(start, c.report.bound(stop))
}

// block makes one block; none where it was reported, or is a comment.
func (c *converter) block(n ast.Node, p place) []document.Block {
	if p.depth > deepest {
		if p.depth == deepest+1 {
			c.report.error("nesting", max(n.Pos(), 0), max(n.Pos(), 0)+1, "quotations or lists nested too deep", "Take some of the marks or spaces at the line's start away.")
		}
		return nil
	}
	if c.crowded(n) {
		return nil
	}
	switch n := n.(type) {
	case *ast.Paragraph:
		return c.paragraph(n, p)
	case *ast.TextBlock:
		return c.paragraph(n, p)
	case *ast.List:
		return c.list(n, p)
	case *ast.Blockquote:
		p.depth++
		b := document.BlockQuote{Blocks: c.blocks(n, p)}
		b.Source = c.span(n.Pos(), max(lastByte(b.Blocks), n.Pos()+1))
		return []document.Block{b}
	case *tableNode:
		return []document.Block{c.table(n, p)}
	case *ast.ThematicBreak:
		return c.separator(n)
	case *ast.Heading:
		c.report.error("heading", n.Pos(), n.Pos()+n.Level, "heading inside a list or a quotation", "Begin it at the line's start, or write \\# for the sign.")
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *ast.CodeBlock:
		at := c.firstWord(n)
		c.report.error("code", at, max(at+1, c.tree.lineStop(at)), "text indented by four spaces or more", "Indent it less: Quire prints no blocks of code.")
	case *ast.FencedCodeBlock:
		c.report.error("code", n.Pos(), n.Pos()+3, "block of code", "Leave the marks out: Quire prints no blocks of code.")
	}
	return nil
}

func (c *converter) blocks(parent ast.Node, p place) []document.Block {
	var all []document.Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		all = append(all, c.block(n, p)...)
	}
	return all
}

func lastByte(blocks []document.Block) int {
	if len(blocks) == 0 {
		return 0
	}
	return blocks[len(blocks)-1].Span().End
}

// paragraph makes a paragraph, or the call that stands alone in it. In lists,
// quotations and on a field's own line a call stays an inline.
func (c *converter) paragraph(n ast.Node, p place) []document.Block {
	c.lineStarts(n, p)
	nodes := children(n)
	if p.depth == 0 {
		if call := alone(nodes, c.tree); call != nil {
			if call.broken || c.tooMany(call) {
				return nil
			}
			return []document.Block{document.CallBlock{Call: call.call}}
		}
	} else {
		c.nestedLabels(nodes, p)
	}
	return c.words(nodes, p)
}

// words makes a paragraph of inline nodes; none if nothing of them prints.
func (c *converter) words(nodes []ast.Node, p place) []document.Block {
	c.leaks(nodes, p)
	inlines := c.inlines(nodes, p.gaps)
	if len(inlines) == 0 {
		return nil
	}
	b := document.Paragraph{Text: inlines}
	b.Source = inlines[0].Span().To(inlines[len(inlines)-1].Span())
	return []document.Block{b}
}

// alone gives the call that is all that prints of a paragraph, nil if there is
// more, or none.
func alone(nodes []ast.Node, t *tree) *callNode {
	var call *callNode
	for _, n := range nodes {
		switch n := n.(type) {
		case *callNode:
			if call != nil {
				return nil
			}
			call = n
		case *ast.Text:
			if strings.TrimSpace(string(n.Segment.Value(t.src))) != "" {
				return nil
			}
		case *ast.RawHTML:
		default:
			return nil
		}
	}
	return call
}

// separator makes a rule. Right under a paragraph it would elsewhere make a
// heading of it.
func (c *converter) separator(n *ast.ThematicBreak) []document.Block {
	start := n.Pos()
	stop := c.tree.lineStop(start)
	switch n.PreviousSibling().(type) {
	case *ast.Paragraph, *ast.TextBlock:
		if !n.HasBlankPreviousLines() && c.tree.src[start] == '-' {
			c.underlined(start, stop)
			return nil
		}
	}
	b := document.Separator{}
	b.Source = c.span(start, stop)
	return []document.Block{b}
}

// lineStop gives the offset where the line of byte at ends.
func (t *tree) lineStop(at int) int {
	if i := bytes.IndexByte(t.src[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(t.src)
}

// firstWord gives the offset of the first character of a raw block's lines.
func (c *converter) firstWord(n ast.Node) int {
	lines := n.Lines()
	if lines.Len() == 0 {
		return max(n.Pos(), 0)
	}
	return trimSegment(lines.At(0), c.tree.src).Start
}

// htmlBlock drops a comment, and reports other HTML and what a comment would
// swallow.
func (c *converter) htmlBlock(n *ast.HTMLBlock) {
	start := c.firstWord(n)
	stop := start
	if l := n.Lines().Len(); l > 0 {
		stop = n.Lines().At(l - 1).Stop
	}
	if n.HasClosure() {
		stop = max(stop, n.ClosureLine.Stop)
	}
	words := string(c.tree.src[start:max(stop, start)])
	if !strings.HasPrefix(words, "<!--") {
		line, _, _ := strings.Cut(words, "\n")
		tag, _, closed := strings.Cut(line, ">")
		if closed {
			tag += ">"
		}
		c.report.error("html", start, start+len(tag), "HTML", "Use Markdown instead, or write \\< for the sign itself.")
		return
	}
	i := strings.Index(words, "-->")
	if i < 0 {
		c.report.error("html", start, start+4, "comment is never closed", "End it with “-->”.")
		return
	}
	rest := strings.TrimSpace(words[i+3:])
	if rest != "" {
		at := start + i + 3 + strings.Index(words[i+3:], rest)
		c.report.error("html", at, at+len(rest), "text on the line where a comment ends", "Put it on a line of its own.")
	}
}

// highestStart is the highest number that a list may begin with. Beyond it the
// number is more likely a year that opens a sentence.
const highestStart = 99

func (c *converter) list(n *ast.List, p place) []document.Block {
	p.depth++
	list := document.List{Ordered: n.IsOrdered(), Start: n.Start}
	if n.Start > highestStart {
		number := strconv.Itoa(n.Start)
		c.report.error("list", n.Pos(), n.Pos()+len(number)+1, "list that counts from "+number,
			"Write "+number+"\\. if it is a year or another number in the text.")
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if len(list.Items) == mostItems {
			at := max(child.Pos(), 0)
			c.report.error("limit", at, at+1, fmt.Sprintf("list of more than %d entries", mostItems), "Part it into several lists.")
			break
		}
		list.Items = append(list.Items, c.item(child, p))
	}
	list.Source = c.span(n.Pos(), n.Pos())
	for _, it := range list.Items {
		list.Source = list.Source.To(it.Source)
		list.Source.End = max(list.Source.End, lastByte(it.Blocks))
	}
	return []document.Block{list}
}

// item makes a list item. Its place is its first line or paragraph, marker and
// all.
func (c *converter) item(n ast.Node, p place) document.Item {
	item := document.Item{}
	start := n.Pos()
	stop := start + max(listMarker(c.tree.src[start:]), 1)
	first := n.FirstChild()
	if first != nil {
		if task, ok := first.FirstChild().(*taskNode); ok {
			item.Task, stop = task.task, task.end
		}
		if words := first.Lines(); isText(first) && words.Len() > 0 {
			stop = max(stop, trimSegment(words.At(words.Len()-1), c.tree.src).Stop)
		}
	}
	item.Source = c.span(start, stop)
	for child := first; child != nil; child = child.NextSibling() {
		if isText(child) && unpin(child) {
			item.Pinned = true
		}
		p.reason = p.reason || child != first && item.Task != document.NoBox
		item.Blocks = append(item.Blocks, c.block(child, p)...)
	}
	if item.Task != document.NoBox && (len(item.Blocks) == 0 || !isText(first)) {
		c.report.error("task", start, stop, "option without text", "Write the option after its box.")
	}
	return item
}

func isText(n ast.Node) bool {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return true
	}
	return false
}

// unpin takes {pin} off the end of a paragraph; false if it has none.
func unpin(n ast.Node) bool {
	for last := n.LastChild(); last != nil; last = last.PreviousSibling() {
		switch l := last.(type) {
		case *braceNode:
			if l.pin {
				n.RemoveChild(n, l)
			}
			return l.pin
		case *ast.Text:
			if l.Segment.Len() > 0 {
				return false
			}
		default:
			return false
		}
	}
	return false
}

func (c *converter) table(n *tableNode, p place) document.Table {
	t := document.Table{Align: n.align}
	p.cell = true
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		if len(t.Rows) == mostRows {
			at := r.FirstChild().(*cellNode).start
			c.report.error("limit", at, at+1, fmt.Sprintf("table of more than %d rows", mostRows), "Part it into several tables.")
			break
		}
		var cells []document.Cell
		for child := r.FirstChild(); child != nil; child = child.NextSibling() {
			p.answered = cellsAfter(child)
			c.leaks(children(child), p)
			cell := document.Cell{Text: c.inlines(children(child), p.gaps)}
			if cn, ok := child.(*cellNode); ok {
				cell.Source = c.span(cn.start, cn.stop)
			}
			cells = append(cells, cell)
		}
		if t.Head == nil {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	t.Source = c.span(n.Pos(), n.stop)
	c.leakyColumns(t, p)
	return t
}

// cellsAfter says that a cell of the same row further on says something.
func cellsAfter(n ast.Node) bool {
	for n = n.NextSibling(); n != nil; n = n.NextSibling() {
		if n.HasChildren() {
			return true
		}
	}
	return false
}
