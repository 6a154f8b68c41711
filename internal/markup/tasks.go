package markup

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"quire/internal/document"
)

var kindTask = ast.NewNodeKind("QuireTask")

// taskNode is the box at a list item's start.
type taskNode struct {
	ast.BaseInline
	task  document.Task
	start int
	end   int
}

func (*taskNode) Kind() ast.NodeKind            { return kindTask }
func (n *taskNode) Dump(source []byte, lvl int) { ast.DumpHelper(n, source, lvl, nil, nil) }

// taskParser reads [ ] and [x] at a list item's start, and reports what was
// meant to be one.
type taskParser struct{ report *report }

func (taskParser) Trigger() []byte { return []byte{'['} }

func (p taskParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	if parent.HasChildren() || parent.PreviousSibling() != nil {
		return nil
	}
	if _, ok := parent.Parent().(*ast.ListItem); !ok {
		return nil
	}
	line, seg := block.PeekLine()
	task, size, ok := readBox(string(line))
	if size == 0 {
		return nil
	}
	n := &taskNode{task: task, start: seg.Start, end: seg.Start + size}
	if !ok {
		p.report.error("task", n.start, n.end, "“"+string(line[:size])+"” is no box", hintNoBox)
	}
	block.Advance(size)
	return n
}

// readBox reads a box and the bytes it takes; 0 where the line opens with
// something else, and not ok where it is nearly a box.
func readBox(line string) (task document.Task, size int, ok bool) {
	i := strings.IndexByte(line, ']')
	if i < 1 || i > 8 {
		return document.NoBox, 0, false
	}
	inside, after := line[1:i], line[i+1:]
	parted := after == "" || strings.ContainsRune(" \t\n", rune(after[0]))
	task = document.Open
	switch strings.TrimSpace(inside) {
	case "x", "X":
		task = document.Ticked
	case "":
	default:
		// Another mark in the box: "[v]", "[✓]"; but "[1]" may be a note's
		// number, and "[T]he" is how quotations are fitted in.
		if !parted || utf8.RuneCountInString(inside) != 1 || inside[0] >= '0' && inside[0] <= '9' {
			return document.NoBox, 0, false
		}
		return document.Ticked, i + 1, false
	}
	if !parted && (after[0] == '(' || after[0] == '[' || after[0] == '{') {
		return document.NoBox, 0, false
	}
	return task, i + 1, parted && (inside == " " || inside == "x" || inside == "X")
}
