package pdf

import (
	"fmt"
	"strings"

	"quire/internal/typeset"
)

// structure collects the elements of a set of pages. An element enters with
// its first mark, its ancestors before it, so that children stand in the order
// of their first marks.
type structure struct {
	index    map[*typeset.Element]int
	elements []element
	links    []link
	linkText map[int]*strings.Builder // by element, of Links
}

type element struct {
	*typeset.Element
	parent   int // -1 for a root
	page     int // of the first marked content, -1 if it has none
	kids     []kid
	template []piece
}

// kid is a child: an element, a marked content on a page, or an annotation.
type kid struct {
	kind byte // 'e', 'c', 'a'
	n    int  // element, number of the content, or link
	page int
}

// unplaced is the number of a marked content that has none yet.
const unplaced = -1

func newStructure() *structure {
	return &structure{index: map[*typeset.Element]int{}, linkText: map[int]*strings.Builder{}}
}

// kinds are the standard structure types (ISO 32000-1, 14.8.4). There is no
// role map, so others can't be written.
const kinds = " Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private" +
	" P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot" +
	" Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP" +
	" Figure Formula Form "

// enter gives an element's index.
func (s *structure) enter(e *typeset.Element) (int, error) {
	if n, ok := s.index[e]; ok {
		return n, nil
	}
	if e.Kind == "" || strings.Contains(e.Kind, " ") || !strings.Contains(kinds, " "+e.Kind+" ") {
		return 0, fmt.Errorf("%q isn't a standard structure type", e.Kind)
	}
	s.index[e] = -1 // a ring of parents ends here
	parent := -1
	if e.Parent != nil {
		var err error
		if parent, err = s.enter(e.Parent); err != nil {
			return 0, err
		}
		if parent < 0 {
			return 0, fmt.Errorf("a %s is its own ancestor", e.Kind)
		}
	}
	n := len(s.elements)
	s.index[e] = n
	s.elements = append(s.elements, element{Element: e, parent: parent, page: -1})
	if parent >= 0 {
		p := &s.elements[parent]
		p.kids = append(p.kids, kid{kind: 'e', n: n})
	}
	return n, nil
}

// of gives the index of an element that has entered.
func (s *structure) of(e *typeset.Element) int { return s.index[e] }

// content adds a marked content to an element and says which kid it became.
func (s *structure) content(n, page, mcid int) int {
	e := &s.elements[n]
	if e.page < 0 {
		e.page = page
	}
	e.kids = append(e.kids, kid{kind: 'c', n: mcid, page: page})
	return len(e.kids) - 1
}

// finish puts links in their place and makes the templates.
func (s *structure) finish(p *typeset.Pages, out *plan, lang string) error {
	if err := s.finishLinks(p, out); err != nil {
		return err
	}
	for i := range s.elements {
		e := &s.elements[i]
		if e.parent < 0 {
			out.roots = append(out.roots, i)
		}
		e.template = e.pieces(p.Lang, lang)
	}
	out.elements, out.links = s.elements, s.links
	return nil
}

// piece is a bit of an object's text and a reference after it.
type piece struct {
	text string
	ref  byte // 'e' element, 'p' page, 'a' annotation, 'r' root, 0 none
	n    int
}

// rows are the first numbers of a copy's objects of each sort.
type rows struct{ page, annotation, element, root int }

// fill writes a template with a copy's numbers.
func (r rows) fill(b []byte, template []piece) []byte {
	for _, p := range template {
		b = append(b, p.text...)
		switch p.ref {
		case 'e':
			b = appendRef(b, r.element+p.n)
		case 'p':
			b = appendRef(b, r.page+p.n)
		case 'a':
			b = appendRef(b, r.annotation+p.n)
		case 'r':
			b = appendRef(b, r.root)
		}
	}
	return b
}

// pieces makes an element's template. The root of pages in another language
// than the file's says so.
func (e *element) pieces(pagesLang, fileLang string) []piece {
	var t template
	t.add("<</S/" + e.Kind + "/P ")
	if e.parent < 0 {
		t.ref('r', 0)
	} else {
		t.ref('e', e.parent)
	}
	if e.page >= 0 {
		t.add("/Pg ")
		t.ref('p', e.page)
	}
	if a := e.attributes(); a != "" {
		t.add("/A<<" + a + ">>")
	}
	lang := e.Lang
	if lang == "" && e.parent < 0 && pagesLang != fileLang {
		lang = pagesLang
	}
	for _, v := range []struct{ key, text string }{{"/Lang", lang}, {"/Alt", e.Alt}, {"/ActualText", e.Actual}} {
		if v.text != "" {
			t.add(v.key + string(appendText(nil, v.text)))
		}
	}
	t.add("/K[")
	for i, k := range e.kids {
		if i > 0 {
			t.add(" ")
		}
		t.kid(k, e.page)
	}
	t.add("]>>")
	return t.pieces
}

func (e *element) attributes() string {
	switch e.Kind {
	case "L":
		if e.Number != "" {
			return "/O/List/ListNumbering/" + nameOf(e.Number)
		}
	case "TH", "TD":
		var b []byte
		if e.Kind == "TH" {
			scope := e.Scope
			if scope == "" {
				scope = "Column"
			}
			b = append(append(b, "/Scope/"...), nameOf(scope)...)
		}
		if e.Span > 1 {
			b = appendInt(append(b, "/ColSpan "...), e.Span)
		}
		if len(b) > 0 {
			return "/O/Table" + string(b)
		}
	case "Figure":
		b := []byte("/O/Layout/Placement/Block/BBox[")
		b = appendNumbers(b, e.Box[0], e.Box[1], e.Box[2], e.Box[3])
		b[len(b)-1] = ']'
		return string(b)
	}
	return ""
}

// nameOf keeps the letters of a name; all names that attributes take are of
// letters.
func nameOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, s)
}

// template joins pieces as they come.
type template struct{ pieces []piece }

func (t *template) add(s string) {
	if n := len(t.pieces); n > 0 && t.pieces[n-1].ref == 0 {
		t.pieces[n-1].text += s
		return
	}
	t.pieces = append(t.pieces, piece{text: s})
}

func (t *template) ref(kind byte, n int) {
	t.add("")
	last := &t.pieces[len(t.pieces)-1]
	last.ref, last.n = kind, n
}

// kid writes a child; contents of the element's own page by number alone.
func (t *template) kid(k kid, page int) {
	switch {
	case k.kind == 'e':
		t.ref('e', k.n)
	case k.kind == 'a':
		t.add("<</Type/OBJR/Pg ")
		t.ref('p', k.page)
		t.add("/Obj ")
		t.ref('a', k.n)
		t.add(">>")
	case k.page == page:
		t.add(string(appendInt(nil, k.n)))
	default:
		t.add("<</Type/MCR/Pg ")
		t.ref('p', k.page)
		t.add(string(appendInt([]byte("/MCID "), k.n)) + ">>")
	}
}
