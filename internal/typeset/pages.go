package typeset

import "quire/internal/face"

// Pages is a document, set: everything placed, nothing yet in PDF. Lengths are
// in points; the origin is a page's lower left corner.
type Pages struct {
	Title, Lang, Author string
	Width, Height       float64
	Pages               []Page
	Outline             []Bookmark
	Anchors             map[string]Anchor // what Element.Target may name
}

// Page holds marks in reading order, which is also the order they are painted
// in.
type Page struct{ Marks []Mark }

// Anchor is a place to link to: a page (from 0) and a height on it.
type Anchor struct {
	Page int
	Y    float64
}

// Bookmark is an entry of the outline; Level counts from 1.
type Bookmark struct {
	Title  string
	Level  int
	Anchor Anchor
}

// Element is an element of the document's structure. An element's children
// stand in the order in which their first marks are painted, so all it needs
// is its parent; the root's is nil. One that no mark belongs to vanishes.
type Element struct {
	Kind   string // a standard structure type of PDF 1.7: "H1", "P", "L", "TH" …
	Parent *Element
	Alt    string     // of a Figure
	Actual string     // read instead of the content
	Lang   string     // where it differs from the document's
	Number string     // ListNumbering of an L: "Decimal", "UpperAlpha", "Disc", "None"
	Scope  string     // of a TH: "Row", "Column", "Both"
	Span   int        // ColSpan of a TH or TD, 0 for 1
	URL    string     // of a Link that leads out
	Target string     // of a Link that leads to an Anchor
	Box    [4]float64 // bounding box of a Figure: left, bottom, right, top
}

// Mark is something placed on a page. Of returns the element it belongs to,
// nil for artifacts (rules, line numbers, page furniture).
type Mark interface{ Of() *Element }

// Tag gives a mark its element. Header and footer marks set Furniture, so that
// they are marked as pagination artifacts.
type Tag struct {
	Element   *Element
	Furniture bool
}

func (t Tag) Of() *Element { return t.Element }

// Run is text on one baseline, in one face and size. Space between words is in
// the glyphs (a glyph for each space), so that extracted text has it.
type Run struct {
	Tag
	X, Y   float64
	Face   face.ID
	Size   float64
	Glyphs []face.Glyph
	Gray   float64 // 0 is black
}

// Rule is a straight line. Dash and Gap are lengths, 0 for a solid one.
type Rule struct {
	Tag
	X1, Y1, X2, Y2 float64
	Weight         float64
	Dash, Gap      float64
	Gray           float64
}

// Circle is drawn, not filled.
type Circle struct {
	Tag
	X, Y, Radius, Weight float64
}

// Oval is drawn, not filled: Wide and High are half its width and height. Its
// shape is that of package typeset's oval, fuller at its corners than an ellipse.
type Oval struct {
	Tag
	X, Y, Wide, High, Weight float64
}

// Rect is a rectangle from its lower left corner; Fill is its gray, or -1 for
// none, Weight 0 for no border.
type Rect struct {
	Tag
	X, Y, Width, Height float64
	Weight              float64
	Fill                float64
}

// Slot is room for words that differ from copy to copy (a name, a form's
// code): Width is all they get; they are set smaller if need be. Right sets
// them against the right end. Default is printed where a copy says nothing.
type Slot struct {
	Tag
	Name    string
	X, Y    float64
	Width   float64
	Face    face.ID
	Size    float64
	Right   bool
	Default string
}
