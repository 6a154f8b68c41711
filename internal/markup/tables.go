package markup

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"quire/internal/diag"
	"quire/internal/document"
)

var (
	kindTable = ast.NewNodeKind("QuireTable")
	kindRow   = ast.NewNodeKind("QuireRow")
	kindCell  = ast.NewNodeKind("QuireCell")
)

// tableNode has rowNodes, the first of them the head; rows have cellNodes.
type tableNode struct {
	ast.BaseBlock
	align []document.Align
	stop  int // offset of its end
}

type rowNode struct{ ast.BaseBlock }

type cellNode struct {
	ast.BaseBlock
	start, stop int
}

func (*tableNode) Kind() ast.NodeKind            { return kindTable }
func (*rowNode) Kind() ast.NodeKind              { return kindRow }
func (*cellNode) Kind() ast.NodeKind             { return kindCell }
func (n *tableNode) Dump(source []byte, lvl int) { ast.DumpHelper(n, source, lvl, nil, nil) }
func (n *rowNode) Dump(source []byte, lvl int)   { ast.DumpHelper(n, source, lvl, nil, nil) }
func (n *cellNode) Dump(source []byte, lvl int)  { ast.DumpHelper(n, source, lvl, nil, nil) }

// tableTransformer makes tables (GitHub's kind) of paragraphs: a head, a line
// of dashes with as many cells, rows. Lines before the head stay a paragraph.
type tableTransformer struct{ report *report }

func (p tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines, src := node.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		align := delimiters(trimmed(lines.At(i), src))
		if align == nil {
			continue
		}
		head := splitRow(trimmed(lines.At(i-1), src))
		if len(head) != len(align) {
			seg := trimSegment(lines.At(i), src)
			p.report.error("table", seg.Start, seg.Stop,
				"table head has "+diag.Counted(len(head), "cell")+", the line under it "+strconv.Itoa(len(align)),
				"Give both as many.")
			return
		}
		table := &tableNode{align: align}
		table.SetPos(trimSegment(lines.At(i-1), src).Start)
		p.row(table, lines.At(i-1), src, len(align))
		for j := i + 1; j < lines.Len(); j++ {
			p.row(table, lines.At(j), src, len(align))
		}
		node.Parent().InsertAfter(node.Parent(), node, table)
		if i == 1 {
			node.Parent().RemoveChild(node.Parent(), node)
			return
		}
		lines.SetSliced(0, i-1)
		return
	}
	for i := range lines.Len() {
		if seg := trimSegment(lines.At(i), src); seg.Len() > 0 && src[seg.Start] == '|' {
			p.report.error("table", seg.Start, seg.Start+1, "table without a line of dashes under its head",
				"Write “|---|---|” as its second line, or \\| for a stroke in the text.")
			return
		}
	}
}

// row adds a line's cells to the table. A row too short is filled up.
func (p tableTransformer) row(table *tableNode, seg text.Segment, src []byte, columns int) {
	seg = trimSegment(seg, src)
	cells := splitRow(string(src[seg.Start:seg.Stop]))
	if len(cells) != columns {
		start, stop := seg.Start, seg.Stop
		if len(cells) > columns {
			start = seg.Start + cells[columns].start
		}
		p.report.error("table", start, stop, "row has "+diag.Counted(len(cells), "cell")+", the table's head "+strconv.Itoa(columns),
			"Give every row as many cells as the head; write \\| for a stroke in a cell.")
	}
	row := &rowNode{}
	for i := range columns {
		cell := &cellNode{start: seg.Stop, stop: seg.Stop}
		if i < len(cells) {
			cell.start, cell.stop = seg.Start+cells[i].start, seg.Start+cells[i].stop
		}
		if cell.start < cell.stop {
			cell.Lines().Append(text.NewSegment(cell.start, cell.stop))
		}
		row.AppendChild(row, cell)
	}
	table.AppendChild(table, row)
	table.stop = seg.Stop
}

func trimSegment(seg text.Segment, src []byte) text.Segment {
	seg.Padding = 0
	seg = seg.TrimLeftSpace(src)
	return seg.TrimRightSpace(src)
}

func trimmed(seg text.Segment, src []byte) string {
	seg = trimSegment(seg, src)
	return string(src[seg.Start:seg.Stop])
}

// delimiters reads the line under a table's head; nil if it is none.
func delimiters(line string) []document.Align {
	if !strings.Contains(line, "-") || !strings.Contains(line, "|") || strings.Trim(line, "|-: \t") != "" {
		return nil
	}
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	var align []document.Align
	for cell := range strings.SplitSeq(line, "|") {
		cell = strings.TrimSpace(cell)
		left, right := strings.HasPrefix(cell, ":"), strings.HasSuffix(cell, ":")
		if dashes := strings.Trim(cell, ":"); dashes == "" || strings.Trim(dashes, "-") != "" {
			return nil
		}
		switch {
		case left && right:
			align = append(align, document.Center)
		case right:
			align = append(align, document.Right)
		default:
			align = append(align, document.Left)
		}
	}
	return align
}

// bounds are a cell's, in bytes of its line, without the spaces round it.
type bounds struct{ start, stop int }

// splitRow parts a trimmed line at its strokes. Escaped ones part nothing, nor
// do those in a call.
func splitRow(line string) []bounds {
	var cells []bounds
	start := 0
	if strings.HasPrefix(line, "|") {
		start = 1
	}
	i := start
	for i < len(line) {
		switch {
		case line[i] == '\\':
			i += 2
		case strings.HasPrefix(line[i:], "{{"):
			i += max(callLength(line[i:]), 2)
		case line[i] == '|':
			cells = append(cells, trimBounds(line, start, i))
			i++
			start = i
		default:
			i++
		}
	}
	if start < len(line) || len(cells) == 0 {
		cells = append(cells, trimBounds(line, start, len(line)))
	}
	return cells
}

func trimBounds(line string, start, stop int) bounds {
	for start < stop && (line[start] == ' ' || line[start] == '\t') {
		start++
	}
	for stop > start && (line[stop-1] == ' ' || line[stop-1] == '\t') {
		stop--
	}
	return bounds{start, stop}
}
