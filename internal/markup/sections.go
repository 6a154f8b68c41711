package markup

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"quire/internal/document"
)

// sections fills a file from the tree, top-level block by block.
func (c *converter) sections(f *File) {
	var open []*Section // the section being filled and those round it
	for n := c.tree.root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			s := c.heading(h)
			for len(open) > 0 && open[len(open)-1].Level >= s.Level {
				open = open[:len(open)-1]
			}
			if len(open) == 0 {
				f.Sections = append(f.Sections, s)
			} else {
				above := open[len(open)-1]
				above.Parts = append(above.Parts, s)
			}
			open = append(open, s)
			c.section, c.held = s, 0
			continue
		}
		if c.section == nil {
			f.Blocks = append(f.Blocks, c.block(n, place{})...)
			continue
		}
		c.into(c.section, n)
	}
}

// heading begins a section.
func (c *converter) heading(h *ast.Heading) *Section {
	s := &Section{Level: h.Level, Attrs: c.tree.attrs[h]}
	start := max(h.Pos(), 0)
	s.At = c.span(start, start+h.Level)
	if h.Lines().Len() == 0 {
		c.report.error("heading", start, start+h.Level, "heading without words", "Write its words after the marks.")
		return s
	}
	seg := h.Lines().At(0)
	s.At = c.span(seg.Start, seg.Stop)
	words := children(h)
	above := c.section
	c.section = s
	c.leaks(words, place{})
	c.section = above
	s.Title = c.inlines(words, false)
	return s
}

// into adds a block to a section: to its last field, or before the first.
func (c *converter) into(s *Section, n ast.Node) {
	if isText(n) && c.held < mostBlocks && c.fields(s, n) {
		c.held++
		return
	}
	p := place{gaps: s.Level >= 3 && len(s.Fields) == 0, field: len(s.Fields) > 0}
	s.add(c.block(n, p))
}

func (s *Section) add(blocks []document.Block) {
	if len(blocks) == 0 {
		return
	}
	if len(s.Fields) == 0 {
		s.Blocks = append(s.Blocks, blocks...)
		return
	}
	last := &s.Fields[len(s.Fields)-1]
	last.Blocks = append(last.Blocks, blocks...)
}

// found is a field's label in a paragraph.
type found struct {
	name   string
	number int
	start  int // of the label's words, in the file
	stop   int
	node   int // index of the bold text among the paragraph's nodes
}

// fields takes apart a paragraph in which lines open with labels; false if
// there are none. What stands before the first goes where the paragraph would.
func (c *converter) fields(s *Section, n ast.Node) bool {
	nodes := children(n)
	var all []found
	for i := range nodes {
		if l, ok := c.label(nodes, i); ok {
			all = append(all, l)
		}
	}
	if len(all) == 0 {
		return false
	}
	if s.Level < 3 {
		for _, l := range all {
			c.report.error("field", l.start, l.stop, "field outside a prompt", "Put it under a third-level heading, or leave out the colon.")
		}
		return false
	}
	c.lineStarts(n, place{})
	cut := all[0].node
	s.add(c.words(nodes[:cut], place{gaps: len(s.Fields) == 0, field: len(s.Fields) > 0}))
	for i, l := range all {
		next := len(nodes)
		if i+1 < len(all) {
			next = all[i+1].node
		}
		s.Fields = append(s.Fields, Field{Name: l.name, Number: l.number, At: c.span(l.start, l.stop)})
		s.add(c.words(nodes[l.node+1:next], place{field: true}))
	}
	return true
}

// label reads the node at i as a field's label: bold text at a line's start
// with a colon in it or right after it. Labels that are nearly a field's are
// reported. The colon is taken off.
func (c *converter) label(nodes []ast.Node, i int) (found, bool) {
	bold, ok := nodes[i].(*ast.Emphasis)
	if !ok || bold.Level != 2 || !lineStart(nodes, i) {
		return found{}, false
	}
	words, start, ok := c.boldWords(bold)
	if !ok {
		return found{}, false
	}
	inside := strings.HasSuffix(words, ":") && !strings.HasSuffix(words, `\:`)
	after, _ := next(nodes, i).(*ast.Text)
	outside := !inside && after != nil && strings.HasPrefix(string(after.Segment.Value(c.tree.src)), ":")
	words = strings.TrimRight(strings.TrimSuffix(words, ":"), " ")
	l := found{start: start, stop: start + len(words), node: i}
	var near string
	l.name, l.number, near = readLabel(words)
	switch {
	case !inside && !outside:
		shown := after != nil && strings.HasPrefix(string(after.Segment.Value(c.tree.src)), `\:`) || strings.HasSuffix(words, `\:`)
		if len(l.name) > len("for") && !shown && !slices.Contains(tellingWithoutColon, l.name) && c.section != nil && c.section.Level >= 3 {
			c.report.list.Warn("field", c.span(l.start, l.stop), "“"+words+"” in bold, without a colon, is no field", "Write **"+words+":** if one is meant.")
		}
		return found{}, false
	case l.name != "":
	case keyLabel(words) != "" && c.section != nil && c.section.Level >= 3:
		c.wrongLabel(l, "“"+words+"” is no field, so it prints for students", "Write **"+keyLabel(words)+":**, or \\: for the colon if students are to read it.")
		return found{}, false
	case near != "":
		c.wrongLabel(l, "no field is called “"+words+"”", "Did you mean “"+spelled(near)+"”? Leave out the colon if it is just bold text.")
		return found{}, false
	default:
		return found{}, false
	}
	if outside {
		after.Segment.Start++
	}
	return l, true
}

func (c *converter) wrongLabel(l found, message, hint string) {
	c.told[l.start] = true
	c.report.error("field", l.start, l.stop, message, hint)
}

func next(nodes []ast.Node, i int) ast.Node {
	if i+1 < len(nodes) {
		return nodes[i+1]
	}
	return nil
}

// lineStart says that the node at i is the first of its line.
func lineStart(nodes []ast.Node, i int) bool {
	for i--; i >= 0; i-- {
		t, ok := nodes[i].(*ast.Text)
		if !ok {
			return false
		}
		if t.SoftLineBreak() || t.HardLineBreak() {
			return true
		}
		if t.Segment.Len() > 0 {
			return false
		}
	}
	return true
}

// boldWords gives the words of bold text, and their place; false if it is more
// than words on one line.
func (c *converter) boldWords(bold *ast.Emphasis) (string, int, bool) {
	for n := bold.FirstChild(); n != nil; n = n.NextSibling() {
		if t, ok := n.(*ast.Text); !ok || t.SoftLineBreak() || t.HardLineBreak() {
			return "", 0, false
		}
	}
	start, stop := c.tree.span(bold)
	start, stop = start+bold.Level, stop-bold.Level
	if start >= stop {
		return "", 0, false
	}
	return strings.TrimRight(string(c.tree.src[start:stop]), " "), start, true
}

// nestedLabels reports fields inside a list or a quotation that students see:
// there they would be printed.
func (c *converter) nestedLabels(nodes []ast.Node, p place) {
	if p.field || c.section == nil || c.section.Level < 3 {
		return
	}
	for i := range nodes {
		if l, ok := c.label(nodes, i); ok {
			c.wrongLabel(l, "field inside a list or a quotation", "Begin it at the line's start, after an empty line.")
		}
	}
}
