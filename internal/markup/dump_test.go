package markup

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

// dump writes a parsed file as an outline, each thing with the bytes of its
// place as they stand in the text.
func dump(f *File) string {
	var d dumper
	if f.Front != nil {
		d.line("front matter")
		d.entries(f.Front)
	}
	d.blocks(f.Blocks)
	for _, s := range f.Sections {
		d.section(s)
	}
	return d.String()
}

type dumper struct {
	strings.Builder
	depth int
}

func (d *dumper) line(format string, args ...any) {
	d.WriteString(strings.Repeat("  ", d.depth) + fmt.Sprintf(format, args...) + "\n")
}

func (d *dumper) in(f func()) {
	d.depth++
	f()
	d.depth--
}

func (d *dumper) entries(entries []Entry) {
	d.in(func() {
		for _, e := range entries {
			d.data(e.Key.Text+" "+at(e.Key.At)+": ", e.Value)
		}
	})
}

func (d *dumper) data(head string, v Data) {
	kind := [...]string{"null", "string", "number", "bool", "list", "map"}[v.Kind]
	switch v.Kind {
	case ListKind:
		d.line("%s%s %s", head, kind, at(v.At))
		d.in(func() {
			for _, e := range v.List {
				d.data("- ", e)
			}
		})
	case MapKind:
		d.line("%s%s %s", head, kind, at(v.At))
		d.entries(v.Map)
	default:
		d.line("%s%s %q %s", head, kind, v.Scalar, at(v.At))
	}
}

func at(s source.Span) string {
	if s.IsZero() {
		return "@-"
	}
	line, column := s.Text.Position(s.Start)
	words := s.String()
	if len(words) > 40 {
		words = words[:18] + "…" + words[len(words)-18:]
	}
	return fmt.Sprintf("@%d:%d %q", line, column, words)
}

func (d *dumper) section(s *Section) {
	d.line("section %d %s", s.Level, at(s.At))
	d.in(func() {
		d.inlines(s.Title)
		if !s.Attrs.At.IsZero() {
			d.line("attributes %s", at(s.Attrs.At))
			d.in(func() {
				if s.Attrs.ID.Text != "" {
					d.line("#%s %s", s.Attrs.ID.Text, at(s.Attrs.ID.At))
				}
				for _, c := range s.Attrs.Classes {
					d.line(".%s %s", c.Text, at(c.At))
				}
				for _, p := range s.Attrs.Pairs {
					d.line("%s %s = %q %s", p.Key.Text, at(p.Key.At), p.Value.Text, at(p.Value.At))
				}
			})
		}
		d.blocks(s.Blocks)
		for i, g := range s.Gaps {
			d.line("gap %d %q %s", i+1, g.Answer, at(g.At))
		}
		for _, f := range s.Fields {
			d.line("field %s %d %s", f.Name, f.Number, at(f.At))
			d.in(func() { d.blocks(f.Blocks) })
		}
		for _, p := range s.Parts {
			d.section(p)
		}
	})
}

func (d *dumper) blocks(blocks []document.Block) {
	for _, b := range blocks {
		d.block(b)
	}
}

func (d *dumper) block(b document.Block) {
	switch b := b.(type) {
	case document.Paragraph:
		d.line("paragraph %s", at(b.Source))
		d.in(func() { d.inlines(b.Text) })
	case document.List:
		d.line("list ordered=%v start=%d %s", b.Ordered, b.Start, at(b.Source))
		d.in(func() {
			for _, it := range b.Items {
				pin := ""
				if it.Pinned {
					pin = " pinned"
				}
				d.line("item %s%s %s", [...]string{"plain", "open", "ticked"}[it.Task], pin, at(it.Source))
				d.in(func() { d.blocks(it.Blocks) })
			}
		})
	case document.BlockQuote:
		d.line("quote %s", at(b.Source))
		d.in(func() { d.blocks(b.Blocks) })
	case document.Table:
		d.line("table %v %s", b.Align, at(b.Source))
		d.in(func() {
			d.row("head", b.Head)
			for _, r := range b.Rows {
				d.row("row", r)
			}
		})
	case document.Separator:
		d.line("separator %s", at(b.Source))
	case document.CallBlock:
		d.line("call block")
		d.in(func() { d.inlines([]document.Inline{b.Call}) })
	default:
		d.line("%T", b)
	}
}

func (d *dumper) row(name string, cells []document.Cell) {
	d.line("%s", name)
	d.in(func() {
		for _, c := range cells {
			d.line("cell %s", at(c.Source))
			d.in(func() { d.inlines(c.Text) })
		}
	})
}

func (d *dumper) inlines(in []document.Inline) {
	for _, i := range in {
		d.inline(i)
	}
}

func (d *dumper) inline(i document.Inline) {
	inside := func(head string, in []document.Inline) {
		d.line("%s %s", head, at(i.Span()))
		d.in(func() { d.inlines(in) })
	}
	switch i := i.(type) {
	case document.Text:
		d.line("%q %s", i.Words, at(i.Source))
	case document.Emph:
		inside("emph", i.Inlines)
	case document.Strong:
		inside("strong", i.Inlines)
	case document.Code:
		d.line("code %q %s", i.Words, at(i.Source))
	case document.Link:
		inside("link "+i.URL, i.Inlines)
	case document.LineBreak:
		d.line("line break %s", at(i.Source))
	case document.Foreign:
		inside("foreign "+i.Lang, i.Inlines)
	case document.Blank:
		d.line("blank %d %s", i.Number, at(i.Source))
	case document.Call:
		d.line("call %s %s %s", i.Name, at(CallName(i)), at(i.Source))
		d.in(func() {
			for _, a := range append(append([]document.Argument(nil), i.Arguments...), i.Named...) {
				d.line("argument %s %q %s", a.Key, a.Value, at(a.Source))
			}
		})
	default:
		d.line("%T", i)
	}
}

// list writes findings a line each, with the place's own text.
func list(findings *diag.List) string {
	var b strings.Builder
	for _, f := range findings.Sorted() {
		line, column := f.At.Text.Position(f.At.Start)
		fmt.Fprintf(&b, "%d:%d %s %s: %s %q\n      %s\n", line, column, f.Severity, f.Code, f.Message, f.At.String(), f.Hint)
		for _, r := range f.Related {
			line, column := r.At.Text.Position(r.At.Start)
			fmt.Fprintf(&b, "      %d:%d %s %q\n", line, column, r.Message, r.At.String())
		}
	}
	return b.String()
}

// dumpEssay writes an essay a line a block: words with their marks, and the
// places where stretches come from.
func dumpEssay(e *Essay, text *source.Text) string {
	var d dumper
	for _, b := range e.Blocks {
		head := b.Kind
		if b.Level > 0 {
			head += fmt.Sprintf(" %d", b.Level)
		}
		d.line("%s %q", strings.TrimSpace(head+" "+b.Label), b.Words)
		d.in(func() {
			for _, m := range b.Marks {
				d.line("strong=%v %q", m.Strong, b.Words[m.Start:m.End])
			}
			for i, s := range b.Origin {
				stop := len(b.Words)
				if i+1 < len(b.Origin) {
					stop = b.Origin[i+1].At
				}
				line, column := text.Position(s.From)
				d.line("%d:%d %q", line, column, b.Words[s.At:stop])
			}
		})
	}
	for _, l := range e.Left {
		d.line("left %s %s", l.Why, at(l.At))
	}
	return d.String()
}
