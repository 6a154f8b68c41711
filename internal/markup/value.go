package markup

import (
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

// ParseInline reads a value, of an attribute or the front matter, as inlines:
// emphasis, links, calls. Places within it are exact where the value stands in
// the text as it is, and the whole value's where escapes or line ends lie
// between.
func ParseInline(v Value, findings *diag.List) []document.Inline {
	words := strings.TrimSpace(v.Text)
	text, err := source.New("", []byte(words))
	if err != nil {
		return nil // values come from texts, which are UTF-8
	}
	moved := func(s source.Span) source.Span {
		if i := strings.Index(v.At.String(), words); i >= 0 && s.Text == text {
			return v.At.Sub(i+s.Start, i+s.End)
		}
		return v.At
	}
	var own diag.List
	r := &report{text: text, list: &own}
	var inlines []document.Inline
	if bounded(r, text.Body, 0) {
		c := converter{report: r, tree: grow(r, guard(r, 0), onlyWords)}
		for n := c.tree.root.FirstChild(); n != nil; n = n.NextSibling() {
			inlines = append(inlines, c.inlines(children(n), false)...)
		}
	}
	for _, f := range own.Sorted() {
		f.At = moved(f.At)
		for i := range f.Related {
			f.Related[i].At = moved(f.Related[i].At)
		}
		findings.Add(f)
	}
	return move(inlines, moved)
}

// move gives inlines new places.
func move(in []document.Inline, f func(source.Span) source.Span) []document.Inline {
	for i, inline := range in {
		switch v := inline.(type) {
		case document.Text:
			v.Source = f(v.Source)
			in[i] = v
		case document.Emph:
			v.Source, v.Inlines = f(v.Source), move(v.Inlines, f)
			in[i] = v
		case document.Strong:
			v.Source, v.Inlines = f(v.Source), move(v.Inlines, f)
			in[i] = v
		case document.Code:
			v.Source = f(v.Source)
			in[i] = v
		case document.Link:
			v.Source, v.Inlines = f(v.Source), move(v.Inlines, f)
			in[i] = v
		case document.Foreign:
			v.Source, v.Inlines = f(v.Source), move(v.Inlines, f)
			in[i] = v
		case document.LineBreak:
			v.Source = f(v.Source)
			in[i] = v
		case document.Call:
			v.Source = f(v.Source)
			for j := range v.Arguments {
				v.Arguments[j].Source = f(v.Arguments[j].Source)
			}
			for j := range v.Named {
				v.Named[j].Source = f(v.Named[j].Source)
			}
			in[i] = v
		}
	}
	return in
}
