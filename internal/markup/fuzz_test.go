package markup

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

// FuzzParse holds that no text makes Parse panic, and that every place it
// gives lies within the text, between characters.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"testdata/findings.txt", "testdata/outline.txt"} {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range cases(string(raw)) {
			f.Add([]byte(c.input))
		}
	}
	f.Add([]byte("---\n - 0: \x00\n---")) // the YAML library misplaces the dash
	f.Add([]byte("0\t\r0"))
	f.Add([]byte("*\n\t#")) // goldmark places the heading, and the list, past the end
	f.Add([]byte("*\n\t*"))
	f.Add([]byte("*\n\t> é"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, err := source.New("a.md", raw)
		if err != nil {
			t.Skip()
		}
		var findings diag.List
		file := Parse(text, &findings)
		p := placer{t: t, text: text}
		p.file(file)
		for _, f := range findings.Sorted() {
			p.check(f.At, f.Message)
			if f.Hint == "" || strings.HasSuffix(f.Message, ".") {
				t.Errorf("finding without a hint, or with a full stop: %q", f.Message)
			}
			for _, r := range f.Related {
				p.check(r.At, r.Message)
			}
		}
		p.essay(ReadEssay(text, &findings))
	})
}

// placer checks the places of all that was parsed.
type placer struct {
	t    *testing.T
	text *source.Text
}

func (p placer) check(s source.Span, what string) {
	body := p.text.Body
	if s.Text != p.text || s.Start < 0 || s.Start > s.End || s.End > len(body) {
		p.t.Fatalf("%s: place [%d, %d) outside the text of %d bytes", what, s.Start, s.End, len(body))
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(body) && !utf8.RuneStart(body[at]) {
			p.t.Fatalf("%s: place [%d, %d) inside a character", what, s.Start, s.End)
		}
	}
}

// essay holds that words come from where their origin says.
func (p placer) essay(e *Essay) {
	for _, b := range e.Blocks {
		last := EssayStretch{-1, -1}
		for i, s := range b.Origin {
			stop := len(b.Words)
			if i+1 < len(b.Origin) {
				stop = b.Origin[i+1].At
			}
			if s.At <= last.At || s.From < last.From || stop <= s.At || s.From > len(p.text.Body) || i == 0 && s.At != 0 {
				p.t.Fatalf("%q: origin %v", b.Words, b.Origin)
			}
			last = s
			// Line ends and tabs became spaces, entities what they stand for; marks that
			// nest too deep are gone.
			w, from := b.Words[s.At:stop], p.text.Body[s.From:min(len(p.text.Body), s.From+stop-s.At)]
			if !strings.ContainsAny(from, "&\n\t<") && !strings.HasSuffix(from, strings.TrimLeft(w, " ")) && w != "\n" {
				p.t.Fatalf("%q stands at %d, which has %q", w, s.From, from)
			}
		}
		end := 0
		for _, m := range b.Marks {
			if m.Start < end || m.End <= m.Start || m.End > len(b.Words) {
				p.t.Fatalf("%q: marks %v", b.Words, b.Marks)
			}
			end = m.End
		}
	}
	for _, l := range e.Left {
		p.check(l.At, l.Why)
	}
}

func (p placer) file(f *File) {
	p.entries(f.Front)
	p.blocks(f.Blocks)
	for _, s := range f.Sections {
		p.section(s)
	}
}

func (p placer) entries(entries []Entry) {
	for _, e := range entries {
		p.check(e.Key.At, "key")
		p.data(e.Value)
	}
}

func (p placer) data(d Data) {
	p.check(d.At, "value")
	for _, v := range d.List {
		p.data(v)
	}
	p.entries(d.Map)
}

func (p placer) section(s *Section) {
	p.check(s.At, "section")
	p.inlines(s.Title)
	if !s.Attrs.At.IsZero() {
		p.check(s.Attrs.At, "attributes")
	}
	if s.Attrs.ID.Text != "" {
		p.check(s.Attrs.ID.At, "id")
	}
	for _, pair := range s.Attrs.Pairs {
		p.check(pair.Key.At, "key")
		p.check(pair.Value.At, "value")
	}
	p.blocks(s.Blocks)
	for _, g := range s.Gaps {
		p.check(g.At, "gap")
	}
	for _, f := range s.Fields {
		p.check(f.At, "field")
		p.blocks(f.Blocks)
	}
	for _, part := range s.Parts {
		p.section(part)
	}
}

func (p placer) blocks(blocks []document.Block) {
	document.Rewrite(blocks, func(b document.Block) []document.Block {
		p.check(b.Span(), "block")
		switch b := b.(type) {
		case document.List:
			for _, it := range b.Items {
				p.check(it.Source, "item")
			}
		case document.Table:
			for _, r := range append(b.Rows, b.Head) {
				for _, c := range r {
					p.check(c.Source, "cell")
				}
			}
		}
		return nil
	}, func(in document.Inline) []document.Inline {
		p.inline(in)
		return nil
	})
}

func (p placer) inlines(in []document.Inline) {
	document.RewriteInlines(in, func(in document.Inline) []document.Inline {
		p.inline(in)
		return nil
	})
}

func (p placer) inline(in document.Inline) {
	p.check(in.Span(), "inline")
	switch in := in.(type) {
	case document.Text:
		if in.Words != "" && in.Source.Start == in.Source.End {
			p.t.Fatalf("words %q without a place", in.Words)
		}
	case document.Call:
		for _, a := range append(in.Arguments, in.Named...) {
			p.check(a.Source, "argument")
		}
	}
}
