package question

import (
	"fmt"
	"strings"

	"quire/internal/document"
)

// dump writes blocks as readable text for goldens.
func dump(blocks []document.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		b.WriteString(dumpBlock(block))
	}
	return b.String()
}

func dumpBlock(block document.Block) string {
	var b strings.Builder
	switch block := block.(type) {
	case document.Paragraph:
		style := map[document.Style]string{
			document.Directions: "directions: ", document.Answer: "answer: ", document.Reason: "reason: ", document.Bank: "bank: ",
		}[block.Style]
		fmt.Fprintf(&b, "%s%s\n", style, dumpInlines(block.Text))
	case document.List:
		for i, it := range block.Items {
			mark := "-"
			if block.Ordered {
				mark = fmt.Sprintf("%d.", block.Start+i)
			}
			fmt.Fprintf(&b, "%s %s", mark, indent(dump(it.Blocks)))
		}
	case document.BlockQuote:
		fmt.Fprintf(&b, "> %s", indent(dump(block.Blocks)))
	case document.Table:
		for _, row := range append([][]document.Cell{block.Head}, block.Rows...) {
			for _, c := range row {
				b.WriteString("| " + dumpInlines(c.Text) + " ")
			}
			b.WriteString("|\n")
		}
		if block.MinRow > 0 {
			fmt.Fprintf(&b, "rows of %gmm\n", block.MinRow)
		}
	case document.Options:
		shape := [...]string{"(%s)", "[%s]", "[__%s]", "%s"}[block.Shape]
		for _, o := range block.Items {
			fmt.Fprintf(&b, shape+" %s\n", o.Label, dumpInlines(o.Text))
		}
	case document.AnswerLines:
		fmt.Fprintf(&b, "%s%d lines\n", block.Label+strings.Repeat(": ", min(len(block.Label), 1)), block.Lines)
	case document.Matching:
		if len(block.LeftHead)+len(block.RightHead) > 0 {
			fmt.Fprintf(&b, "%s | %s\n", dumpInlines(block.LeftHead), dumpInlines(block.RightHead))
		}
		for i := range max(len(block.Left), len(block.Right)) {
			for _, column := range [][]document.Option{block.Left, block.Right} {
				if i < len(column) {
					fmt.Fprintf(&b, "%s %s", column[i].Label, dumpInlines(column[i].Text))
				}
				b.WriteString(" | ")
			}
			b.WriteString("\n")
		}
	case document.Panel:
		fmt.Fprintf(&b, "[%s]\n  %s", dumpInlines(block.Title), indent(dump(block.Blocks)))
	case document.Diagram:
		for _, n := range block.Boxes {
			fmt.Fprintf(&b, "%s[%s] %s", strings.Repeat("  ", n.Depth), n.Label, dumpInlines(n.Text))
			if n.Height > 0 {
				fmt.Fprintf(&b, "%gmm", n.Height)
			}
			b.WriteString("\n")
		}
	case document.Break:
		b.WriteString("-- the other side\n")
	default:
		fmt.Fprintf(&b, "%T\n", block)
	}
	return b.String()
}

func indent(s string) string {
	return strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n  ") + "\n"
}

func dumpInlines(inlines []document.Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		switch in := in.(type) {
		case document.Text:
			b.WriteString(strings.ReplaceAll(in.Words, "\u00a0", "~"))
		case document.Strong:
			b.WriteString("**" + dumpInlines(in.Inlines) + "**")
		case document.Emph:
			b.WriteString("*" + dumpInlines(in.Inlines) + "*")
		case document.LineBreak:
			b.WriteString(" / ")
		case document.Blank:
			fmt.Fprintf(&b, "__%d:%gmm__", in.Number, in.Width)
		case document.Reference:
			b.WriteString("<" + strings.ReplaceAll(in.Words, "\u00a0", "~") + ">")
		default:
			b.WriteString(document.Plain([]document.Inline{in}))
		}
	}
	return b.String()
}

// everything writes out all that a student may see of an item.
func everything(it *Item, a Arrangement) string {
	s := dump(it.Stem) + dump(it.Sheet.Student(a))
	for _, help := range [][]document.Block{it.Help.Hint, it.Help.Starter, it.Help.WordBank, it.Help.Criteria} {
		s += dump(help)
	}
	return s + fmt.Sprintf("%+v", it.Sheet)
}
