package pdf

import (
	"bytes"
	"testing"
	"time"

	"quire/internal/face"
	"quire/internal/typeset"
)

// sheet builds pages by hand.
type sheet struct {
	faces *face.Set
	pages *typeset.Pages
	page  int
	y     float64
}

func newSheet(faces *face.Set) *sheet {
	p := &typeset.Pages{Title: "The general & the border", Lang: "en-US", Author: "A teacher", Width: 612, Height: 792,
		Pages: make([]typeset.Page, 1), Anchors: map[string]typeset.Anchor{}}
	return &sheet{faces: faces, pages: p, y: 700}
}

func (s *sheet) mark(m typeset.Mark) {
	s.pages.Pages[s.page].Marks = append(s.pages.Pages[s.page].Marks, m)
}

func (s *sheet) turn() {
	s.pages.Pages = append(s.pages.Pages, typeset.Page{})
	s.page, s.y = s.page+1, 700
}

// say sets a line at x and moves down unless it stays.
func (s *sheet) say(e *typeset.Element, x float64, id face.ID, size float64, text string) (end float64) {
	g := s.faces.Shape(id, text)
	s.mark(typeset.Run{Tag: typeset.Tag{Element: e}, X: x, Y: s.y, Face: id, Size: size, Glyphs: g})
	return x + widthOf(g, size)
}

func (s *sheet) line(e *typeset.Element, x float64, id face.ID, size float64, text string) {
	s.say(e, x, id, size, text)
	s.y -= 1.4 * size
}

func under(parent *typeset.Element, kind string) *typeset.Element {
	return &typeset.Element{Kind: kind, Parent: parent}
}

// sample has every kind of mark and structure that there is.
func sample(faces *face.Set) *typeset.Pages {
	s := newSheet(faces)
	doc := under(nil, "Document")
	s.furniture()
	s.line(under(doc, "H1"), 72, face.SansBold, 18, "The general and the border")
	s.nameLine(doc)
	p := under(doc, "P")
	s.line(p, 72, face.Serif, 12, "López Obrador, Señor, Peña Nieto: a difficult case of conflict,")
	s.line(p, 72, face.SerifItalic, 12, "AVATAR. “Quoted” – and so on… q\u0301 Τύπος Ёж ")
	s.y -= 10
	s.options(doc)
	s.table(doc)
	s.figure(doc)
	s.turn()
	s.furniture()
	s.line(p, 72, face.Serif, 12, "The paragraph goes on, on page two.")
	s.links(doc)
	s.pages.Outline = []typeset.Bookmark{
		{Title: "The general and the border", Level: 1, Anchor: typeset.Anchor{Y: 720}},
		{Title: "Options: ¿qué?", Level: 2, Anchor: typeset.Anchor{Y: 600}},
		{Title: "Links", Level: 2, Anchor: typeset.Anchor{Page: 1, Y: 690}},
	}
	return s.pages
}

func (s *sheet) furniture() {
	f := typeset.Tag{Furniture: true}
	s.mark(typeset.Rule{Tag: f, X1: 72, Y1: 50, X2: 540, Y2: 50, Weight: 0.5})
	s.mark(typeset.Run{Tag: f, X: 72, Y: 38, Face: face.Sans, Size: 8, Gray: 0.4, Glyphs: s.faces.Shape(face.Sans, "Quire")})
	s.mark(typeset.Slot{Tag: f, Name: "code", X: 440, Y: 38, Width: 100, Face: face.Sans, Size: 8, Right: true, Default: "Form A"})
}

func (s *sheet) nameLine(doc *typeset.Element) {
	p := under(doc, "P")
	x := s.say(p, 72, face.Serif, 12, "Name: ")
	s.mark(typeset.Slot{Tag: typeset.Tag{Element: p}, Name: "name", X: x, Y: s.y, Width: 200, Face: face.Serif, Size: 12})
	s.mark(typeset.Rule{X1: x, Y1: s.y - 3, X2: x + 200, Y2: s.y - 3, Weight: 0.4, Dash: 1, Gap: 2, Gray: 0.5})
	s.say(p, x+210, face.Serif, 12, "Date: ")
	s.y -= 30
}

func (s *sheet) options(doc *typeset.Element) {
	s.line(under(doc, "H2"), 72, face.SansBold, 13, "Options")
	l := under(doc, "L")
	l.Number = "UpperAlpha"
	for _, o := range []string{"Ana", "Benito"} {
		li := under(l, "LI")
		lbl := under(li, "Lbl")
		s.mark(typeset.Circle{Tag: typeset.Tag{Element: lbl}, X: 80, Y: s.y + 4, Radius: 6, Weight: 0.6})
		s.say(lbl, 77, face.Sans, 8, o[:1])
		body := under(li, "LBody")
		body.Lang = "es"
		s.line(body, 96, face.Serif, 12, o)
	}
	s.y -= 10
}

func (s *sheet) table(doc *typeset.Element) {
	t := under(doc, "Table")
	for i, row := range [][]string{{"Claim", "Line"}, {"It was not tried", "34"}} {
		tr := under(t, "TR")
		s.mark(typeset.Rect{X: 72, Y: s.y - 5, Width: 300, Height: 17, Weight: 0.5, Fill: 0.9 + float64(i)/10})
		for j, text := range row {
			cell := under(tr, "TD")
			if i == 0 {
				cell = under(tr, "TH")
				cell.Scope = "Column"
			}
			s.say(cell, 76+200*float64(j), face.SerifBold, 11, text)
		}
		s.y -= 17
	}
	wide := under(under(t, "TR"), "TD")
	wide.Span = 2
	s.line(wide, 76, face.Serif, 11, "over both")
	s.y -= 20
}

func (s *sheet) figure(doc *typeset.Element) {
	f := under(doc, "Figure")
	f.Alt, f.Box = "A clock (12 minutes)", [4]float64{72, s.y - 30, 132, s.y}
	s.mark(typeset.Rect{Tag: typeset.Tag{Element: f}, X: 72, Y: s.y - 30, Width: 60, Height: 30, Fill: -1, Weight: 1})
	s.mark(typeset.Circle{Tag: typeset.Tag{Element: f}, X: 102, Y: s.y - 15, Radius: 12, Weight: 1})
	s.y -= 50
}

func (s *sheet) links(doc *typeset.Element) {
	h := under(doc, "H2")
	s.line(h, 72, face.SansBold, 13, "Links")
	p := under(doc, "P")
	out := under(p, "Link")
	out.URL = "https://example.org/a?q=“x”"
	x := s.say(p, 72, face.Serif, 12, "See ")
	s.line(out, x, face.Serif, 12, "the article, whose name")
	x = s.say(out, 72, face.Serif, 12, "is long")
	back := under(p, "Link")
	back.Target = "top"
	x = s.say(p, x, face.Serif, 12, ", or ")
	s.line(back, x, face.Serif, 12, "go back")
	s.pages.Anchors["top"] = typeset.Anchor{Page: 0, Y: 720}
}

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.FixedZone("", -6*3600))

var sampleMeta = Meta{Title: "The general & the border", Lang: "en-US", Author: "A teacher (née García)", Subject: "Worksheet", Date: noon}

// warm has its faces embedded after the first test; a race detector makes that
// dear.
var warm = face.NewSet()

// sampleFile is the sample, a copy for each name.
func sampleFile(t testing.TB, names ...string) []byte {
	t.Helper()
	return sampleFileWith(t, warm, names...)
}

func sampleFileWith(t testing.TB, faces *face.Set, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, sampleMeta, faces)
	pages := sample(faces)
	for _, n := range names {
		if err := w.Add(Copy{Pages: pages, Name: n, Slots: map[string]string{"name": n, "code": "Form " + n}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
