package pdf

import (
	"fmt"

	"quire/internal/typeset"
)

// plan is what all copies of the same pages share: their streams, written, and
// patterns of their structure that want only the numbers of a copy's objects.
type plan struct {
	pages    []planPage
	elements []element
	roots    []int // the elements without a parent
	links    []link
}

type planPage struct {
	stream      int       // the object with the content that all copies share
	slots       []slotUse // what each copy adds
	parents     []int     // the element of each marked content
	annotations []int     // the page's links
}

// slotUse is a slot with the number of its marked content, -1 for an artifact.
// Until placeSlots it is the number of the content among its element's kids.
type slotUse struct {
	typeset.Slot
	mcid int
}

// planCache keeps the plans of the pages seen last: a class has a few
// arrangements at a time, or else one for each student, which none would keep.
type planCache struct {
	pages [64]*typeset.Pages
	plans [64]*plan
	next  int
}

// plan gives the plan of pages and writes their streams when they are new.
func (w *Writer) plan(p *typeset.Pages) (*plan, error) {
	c := &w.plans
	for i, known := range c.pages {
		if known == p {
			return c.plans[i], nil
		}
	}
	made, err := w.makePlan(p)
	if err != nil {
		return nil, err
	}
	c.pages[c.next], c.plans[c.next] = p, made
	c.next = (c.next + 1) % len(c.pages)
	return made, nil
}

func (w *Writer) makePlan(p *typeset.Pages) (*plan, error) {
	s := newStructure()
	out := &plan{pages: make([]planPage, len(p.Pages))}
	for i, page := range p.Pages {
		m := marker{painter: newPainter(), structure: s, page: i, out: &out.pages[i]}
		m.b = w.content[:0]
		for _, mark := range page.Marks {
			if err := w.mark(&m, mark); err != nil {
				return nil, fmt.Errorf("pdf: page %d: %w", i+1, err)
			}
		}
		m.end()
		if len(m.b) == 0 { // the back of a sheet; readers want content even there
			m.b = append(m.b, "q Q\n"...)
		}
		m.placeSlots()
		out.pages[i].stream = w.share(w.streams, m.b)
		w.content = m.b
	}
	if err := s.finish(p, out, w.meta.Lang); err != nil {
		return nil, err
	}
	return out, nil
}

// marker paints one page inside marked contents: one for each stretch of marks
// of the same element, one for each stretch of artifacts of a kind.
type marker struct {
	*painter
	structure *structure
	page      int
	out       *planPage

	open bool
	last typeset.Tag // of the open stretch
}

// mark paints a mark, or notes a slot for the copies to fill. A run without
// glyphs paints nothing, but brings in its element: a table's empty cell.
func (w *Writer) mark(m *marker, mark typeset.Mark) error {
	switch v := mark.(type) {
	case typeset.Run:
		if len(v.Glyphs) == 0 {
			return m.bring(v.Element)
		}
		if err := w.useGlyphs(v.Face, v.Glyphs); err != nil {
			return err
		}
		if err := m.begin(v.Tag); err != nil {
			return err
		}
		m.run(v)
		m.structure.text(m.page, v)
	case typeset.Rule:
		if err := m.begin(v.Tag); err != nil {
			return err
		}
		m.rule(v)
	case typeset.Circle:
		if err := m.begin(v.Tag); err != nil {
			return err
		}
		m.circle(v)
	case typeset.Oval:
		if err := m.begin(v.Tag); err != nil {
			return err
		}
		m.oval(v)
	case typeset.Rect:
		if v.Fill < 0 && v.Weight <= 0 {
			return nil
		}
		if err := m.begin(v.Tag); err != nil {
			return err
		}
		m.rect(v)
	case typeset.Slot:
		return m.slot(v)
	default:
		return fmt.Errorf("a mark of type %T", mark)
	}
	return nil
}

// begin opens the marked content that a mark belongs to, unless it is open.
func (m *marker) begin(t typeset.Tag) error {
	if m.open && t == m.last {
		return nil
	}
	m.end()
	m.open, m.last = true, t
	if t.Element == nil {
		m.b = appendArtifact(m.b, t)
		return nil
	}
	id := len(m.out.parents)
	if err := m.enter(t.Element, id); err != nil {
		return err
	}
	m.b = appendContent(m.b, t.Element.Kind, id)
	return nil
}

// bring enters an element without content.
func (m *marker) bring(e *typeset.Element) error {
	if e == nil {
		return nil
	}
	_, err := m.structure.enter(e)
	return err
}

// enter gives a marked content to its element.
func (m *marker) enter(e *typeset.Element, mcid int) error {
	n, err := m.structure.enter(e)
	if err != nil {
		return err
	}
	m.structure.content(n, m.page, mcid)
	m.out.parents = append(m.out.parents, n)
	return nil
}

func (m *marker) end() {
	if m.open {
		m.endText()
		m.b = append(m.b, "EMC\n"...)
		m.open = false
	}
}

// slot notes a slot. Its marked content gets its number when the page's others
// are known, but takes its place among its element's children now.
func (m *marker) slot(s typeset.Slot) error {
	m.end()
	use := slotUse{Slot: s, mcid: -1}
	if s.Element != nil {
		n, err := m.structure.enter(s.Element)
		if err != nil {
			return err
		}
		use.mcid = m.structure.content(n, m.page, unplaced)
	}
	m.out.slots = append(m.out.slots, use)
	return nil
}

// placeSlots numbers the marked contents of the slots after the shared ones.
func (m *marker) placeSlots() {
	for i := range m.out.slots {
		u := &m.out.slots[i]
		if u.mcid < 0 {
			continue
		}
		n, kid := m.structure.of(u.Element), u.mcid
		u.mcid = len(m.out.parents)
		m.structure.elements[n].kids[kid].n = u.mcid
		m.out.parents = append(m.out.parents, n)
	}
}

func appendArtifact(b []byte, t typeset.Tag) []byte {
	if t.Furniture {
		return append(b, "/Artifact<</Type/Pagination>>BDC\n"...)
	}
	return append(b, "/Artifact<</Type/Layout>>BDC\n"...)
}

func appendContent(b []byte, kind string, mcid int) []byte {
	b = append(append(b, '/'), kind...)
	b = appendInt(append(b, "<</MCID "...), mcid)
	return append(b, ">>BDC\n"...)
}
