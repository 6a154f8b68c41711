package pdf

import (
	"fmt"
	"math"
	"strings"

	"quire/internal/face"
	"quire/internal/typeset"
)

// link is an annotation: one line of a Link's text on a page.
type link struct {
	element int
	page    int
	y       float64    // the baseline
	box     [4]float64 // left, bottom, right, top
	action  []piece    // where it leads
	text    string     // what it says of itself
}

// text notes where a run stands if it belongs to a link.
func (s *structure) text(page int, r typeset.Run) {
	n := s.linkOf(r.Element)
	if n < 0 {
		return
	}
	width := 0
	for _, g := range r.Glyphs {
		width += g.Advance
		s.linkText[n].WriteString(g.Text)
	}
	box := [4]float64{r.X, r.Y - 0.22*r.Size, r.X + float64(width)*r.Size/face.Em, r.Y + 0.78*r.Size}
	for i := len(s.links) - 1; i >= 0 && s.links[i].element == n && s.links[i].page == page; i-- {
		if l := &s.links[i]; math.Abs(l.y-r.Y) < r.Size/2 {
			l.box = [4]float64{min(l.box[0], box[0]), min(l.box[1], box[1]), max(l.box[2], box[2]), max(l.box[3], box[3])}
			return
		}
	}
	s.links = append(s.links, link{element: n, page: page, y: r.Y, box: box})
}

// linkOf gives the nearest Link that an element is or stands in, -1 for none.
func (s *structure) linkOf(e *typeset.Element) int {
	if e == nil {
		return -1
	}
	for n := s.of(e); n >= 0; n = s.elements[n].parent {
		if s.elements[n].Kind != "Link" {
			continue
		}
		if s.linkText[n] == nil {
			s.linkText[n] = &strings.Builder{}
		}
		return n
	}
	return -1
}

// finishLinks gives each link its text and its action, and makes it known to
// its page and its element.
func (s *structure) finishLinks(p *typeset.Pages, out *plan) error {
	for i := range s.links {
		l := &s.links[i]
		e := &s.elements[l.element]
		var err error
		if l.action, err = action(e.Element, p); err != nil {
			return err
		}
		l.text = strings.TrimSpace(s.linkText[l.element].String())
		if e.Alt != "" {
			l.text = e.Alt
		}
		if l.text == "" {
			l.text = e.URL + e.Target
		}
		e.kids = append(e.kids, kid{kind: 'a', n: i, page: l.page})
		pg := &out.pages[l.page]
		pg.annotations = append(pg.annotations, i)
	}
	return nil
}

// action makes the entry that says where a Link leads.
func action(e *typeset.Element, p *typeset.Pages) ([]piece, error) {
	var t template
	if e.URL != "" {
		if !leadsOut(e.URL) {
			return nil, fmt.Errorf("pdf: a link may not lead to %q", e.URL)
		}
		t.add("/A<</S/URI/URI" + string(appendString(nil, escapeURL(e.URL))) + ">>")
		return t.pieces, nil
	}
	a, ok := p.Anchors[e.Target]
	if !ok || a.Page < 0 || a.Page >= len(p.Pages) {
		return nil, fmt.Errorf("pdf: a link's target %q is on no page", e.Target)
	}
	t.add("/Dest[")
	t.ref('p', a.Page)
	t.add("/XYZ null " + string(appendNumber(nil, a.Y)) + " null]")
	return t.pieces, nil
}

// leadsOut says whether a link may be followed: nothing but the web and mail.
func leadsOut(url string) bool {
	scheme, _, ok := strings.Cut(url, ":")
	scheme = strings.ToLower(scheme)
	return ok && (scheme == "http" || scheme == "https" || scheme == "mailto")
}

// escapeURL makes a URL the ASCII that a URI must be.
func escapeURL(s string) string {
	var b []byte
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || strings.IndexByte(`"<>\^`+"`{|}", c) >= 0 {
			b = append(b, '%', hexDigits[c>>4], hexDigits[c&15])
		} else {
			b = append(b, c)
		}
	}
	return string(b)
}

// addLinks writes the annotations of a copy.
func (w *Writer) addLinks(p *typeset.Pages, plan *plan, at rows) {
	f := w.file
	for i, l := range plan.links {
		b := append(f.scratch[:0], "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect["...)
		b = appendNumbers(b, l.box[0], l.box[1], l.box[2], l.box[3])
		b[len(b)-1] = ']'
		b = appendInt(append(b, "/StructParent "...), w.nextKey)
		b = appendText(append(b, "/Contents"...), l.text)
		b = at.fill(b, l.action)
		f.put(at.annotation+i, append(b, ">>"...))
		w.parents.add(w.nextKey, appendRef(nil, at.element+l.element))
		w.nextKey++
	}
}
