package pdf

import (
	"bytes"
	"strings"
	"testing"

	"quire/internal/face"
	"quire/internal/pdf/pdfcheck"
	"quire/internal/typeset"
)

// The checker must see what is wrong: each case spoils one thing, in the pages
// or in what was planned for them.
func TestCheckerFinds(t *testing.T) {
	faces := warm
	find := func(p *typeset.Pages, kind string) *typeset.Element {
		for _, pg := range p.Pages {
			for _, m := range pg.Marks {
				for e := m.Of(); e != nil; e = e.Parent {
					if e.Kind == kind {
						return e
					}
				}
			}
		}
		t.Fatalf("there is no %s", kind)
		return nil
	}
	replace := func(p *plan, from, to string) {
		for i := range p.elements {
			for j, piece := range p.elements[i].template {
				p.elements[i].template[j].text = strings.Replace(piece.text, from, to, 1)
			}
		}
	}
	tests := []struct {
		want  string
		pages func(*typeset.Pages)
		plan  func(*Writer, *plan)
	}{
		{want: "H3 follows H1", pages: func(p *typeset.Pages) { find(p, "H2").Kind = "H3" }},
		{want: "no text instead", pages: func(p *typeset.Pages) { find(p, "Figure").Alt = "" }},
		{want: `stands in "Document"`, pages: func(p *typeset.Pages) { find(p, "LI").Parent = find(p, "Document") }},
		{want: "rows of 3 and 2 cells", pages: func(p *typeset.Pages) { find(p, "TH").Span = 2; find(p, "TD").Span = 0 }},
		{want: "shows .notdef", pages: func(p *typeset.Pages) {
			s := &sheet{faces: faces, pages: p, y: 100}
			s.mark(typeset.Run{X: 72, Y: 90, Size: 12, Glyphs: []face.Glyph{{Code: 0xE000, Text: "x", Width: 1593}}})
		}},
		{want: "has the scope", plan: func(_ *Writer, p *plan) { replace(p, "/Scope/Column", "/ColSpan 1") }},
		{want: "no bounding box", plan: func(_ *Writer, p *plan) { replace(p, "/BBox[", "/Other[") }},
		{want: "is in Span", plan: func(_ *Writer, p *plan) { replace(p, "/S/Link", "/S/Span") }},
		{want: "has no annotation", plan: func(_ *Writer, p *plan) { replace(p, "/S/Span", "/S/Link"); replace(p, "/S/H2", "/S/Link") }},
		{want: "doesn't say where it leads", plan: func(_ *Writer, p *plan) { p.links[0].text = "" }},
		{want: "gives annotation", plan: func(_ *Writer, p *plan) { p.links[0].element = 0 }},
		{want: "the parent tree doesn't give content 0", plan: func(_ *Writer, p *plan) { p.pages[0].parents[0]++ }},
		{want: "outside contents", plan: spoil(" 0 0 m 5 5 l S")},
		{want: "content 99 is in no element", plan: spoil("/P<</MCID 99>>BDC EMC")},
		{want: "is painted twice", plan: spoil("/H1<</MCID 0>>BDC EMC")},
		{want: "aren't closed", plan: spoil("/Artifact BMC")},
		{want: "inside content", plan: spoil("/P<</MCID 77>>BDC /Artifact BMC EMC EMC")},
		{want: "page object", plan: func(w *Writer, p *plan) { p.pages[1].stream = w.share(w.streams, []byte("0 g")) }},
		{want: "has no language", plan: func(w *Writer, _ *plan) { w.meta.Lang = "\x00" }},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			var b bytes.Buffer
			w := NewWriter(&b, sampleMeta, faces)
			pages := sample(faces)
			if tt.pages != nil {
				tt.pages(pages)
			}
			p, err := w.plan(pages)
			if err != nil {
				t.Fatal(err)
			}
			if tt.plan != nil {
				tt.plan(w, p)
			}
			if err := w.Add(Copy{Pages: pages}); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(pdfcheck.Check(b.Bytes()), "\n"); !strings.Contains(got, tt.want) {
				t.Errorf("it found only:\n%s", got)
			}
		})
	}
}

// spoil adds operators to the first page.
func spoil(operators string) func(*Writer, *plan) {
	return func(w *Writer, p *plan) {
		heading := "/H1<</MCID 0>>BDC EMC "
		p.pages[0].stream = w.share(w.streams, []byte(heading+operators))
	}
}

func TestEmptyCellStays(t *testing.T) {
	faces := warm
	p := onePage(faces, "text")
	s := &sheet{faces: faces, pages: p, y: 600}
	table := under(p.Pages[0].Marks[0].Of().Parent, "Table")
	for i := range 2 {
		tr := under(table, "TR")
		s.line(under(tr, "TD"), 72, face.Serif, 12, "full")
		cell := typeset.Run{Tag: typeset.Tag{Element: under(tr, "TD")}}
		if i == 0 {
			cell.Glyphs = faces.Shape(face.Serif, "full")
			cell.Size = 12
		}
		s.mark(cell)
	}
	var b bytes.Buffer
	w := NewWriter(&b, sampleMeta, faces)
	if err := w.Add(Copy{Pages: p}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	wantSound(t, b.Bytes()) // else "rows of 2 and 1 cells"
}
