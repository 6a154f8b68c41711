package compose

import (
	"fmt"
	"reflect"
	"strings"

	"quire/internal/document"
)

// outline writes a document's blocks as readable text: a line each, with the
// fields that are set, what is inside indented.
func outline(d *document.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, audience %d, title %q, lang %s\n", d.Name, d.Audience, d.Title, d.Lang)
	pages := ""
	if d.Footer.NoPages {
		pages = " | no pages"
	}
	fmt.Fprintf(&b, "foot: %s | %s%s\n", document.Plain(d.Footer.Source), d.Footer.Form, pages)
	writeBlocks(&b, "", d.Blocks)
	return b.String()
}

func writeBlocks(b *strings.Builder, indent string, blocks []document.Block) {
	for _, bl := range blocks {
		writeBlock(b, indent, bl)
	}
}

func writeBlock(b *strings.Builder, indent string, bl document.Block) {
	say := func(format string, args ...any) { fmt.Fprintf(b, indent+format+"\n", args...) }
	in := indent + "  "
	switch bl := bl.(type) {
	case document.Heading:
		say("h%d %s [%s]", bl.Level, plain(bl.Text), bl.Points)
	case document.Paragraph:
		style := [...]string{"", "byline ", "question ", "directions ", "answer ", "reason ", "notice ", "bank "}[bl.Style]
		say("%s“%s”", style, plain(bl.Text))
	case document.List:
		for i, it := range bl.Items {
			mark := "-"
			if bl.Ordered {
				mark = fmt.Sprint(bl.Start + i)
			}
			say("%s", mark)
			writeBlocks(b, in, it.Blocks)
		}
	case document.BlockQuote:
		say("quote")
		writeBlocks(b, in, bl.Blocks)
	case document.Table:
		say("table %q widths %.3v align %v heads %v", bl.Caption, bl.Widths, bl.Align, bl.RowHeads)
		for _, r := range append([][]document.Cell{bl.Head}, bl.Rows...) {
			var cells []string
			for _, c := range r {
				cells = append(cells, plain(c.Text))
			}
			say("  | %s |", strings.Join(cells, " | "))
		}
	case document.Fields:
		for _, f := range bl.Fields {
			say("field %s %.2f %s", f.Label, f.Share, f.Slot)
		}
	case document.Prompt:
		say("prompt %d id=%s [%s]", bl.Number, bl.ID, bl.Points)
		writeBlocks(b, in, bl.Blocks)
	case document.Options:
		say("options shape %d inline %v", bl.Shape, bl.Inline)
		for _, o := range bl.Items {
			say("  %s) %s", o.Label, plain(o.Text))
		}
	case document.AnswerLines:
		say("lines %d %s", bl.Lines, bl.Label)
	case document.Matching:
		say("matching")
		for _, o := range bl.Left {
			say("  left %s %s", o.Label, plain(o.Text))
		}
		for _, o := range bl.Right {
			say("  right %s %s", o.Label, plain(o.Text))
		}
	case document.Panel:
		say("panel “%s” height %v line %d", plain(bl.Title), bl.Height, bl.Line)
		writeBlocks(b, in, bl.Blocks)
	case document.Parts:
		for _, p := range bl.Items {
			say("part %q", p.Label)
			writeBlocks(b, in, p.Blocks)
		}
	case document.Seating:
		say("seating part %.2f: %s", bl.Part, bl.Alt)
		for _, seat := range bl.Seats {
			say("  seat %s", strings.Join(seat.Names, ", "))
		}
	case document.Beside:
		for _, c := range bl.Columns {
			say("column")
			writeBlocks(b, in, c)
		}
	case document.TwoUp:
		say("two up")
		writeBlocks(b, in, bl.Blocks)
	case document.Essay:
		say("essay numbers %v", bl.Numbers)
		for _, p := range bl.Paragraphs {
			say("  kind %d level %d ¶%d from line %d at %v: %s", p.Kind, p.Level, p.Number, p.FirstLine, p.LineStarts, plain(p.Text))
		}
		for _, p := range bl.Side {
			writeBlock(b, in+"beside: ", p)
		}
	default:
		say("%s", reflect.TypeOf(bl).Name())
	}
}

// plain shows emphasis, and no-break spaces as ~.
func plain(in []document.Inline) string {
	s := ""
	for _, i := range in {
		switch i := i.(type) {
		case document.Emph:
			s += "_" + plain(i.Inlines) + "_"
		case document.Strong:
			s += "*" + plain(i.Inlines) + "*"
		case document.Reference:
			s += "→" + i.Words
		case document.LineBreak:
			s += " / "
		default:
			s += document.Plain([]document.Inline{i})
		}
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\u00a0", "~"), "\n", " / ")
}
