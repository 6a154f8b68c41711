package reader

import (
	"bytes"
	"strings"
	"unicode"

	"quire/internal/essay"
)

// A table is the grafs [from, to) that stand in a table of a manuscript.
type table struct{ from, to, rows, columns int }

// begin opens a paragraph, if none is open. What stands where no essay does,
// or has the style of such, is left out.
func (m *manuscript) begin(s setting) {
	if m.open != nil {
		return
	}
	m.open = &graf{setting: s}
	m.open.left = m.left
	if m.left == "" {
		m.open.left = leftByRole(s.role)
	}
}

// leftByRole says why what has a role is not the essay; "" if it may be.
func leftByRole(r role) string {
	switch r {
	case captionRole:
		return "caption"
	case contentsRole:
		return "contents"
	case pageRole:
		return "page head"
	}
	return ""
}

// flush ends the open paragraph. Of several empty ones in a row one is kept,
// and no more of all than show that there are too many.
func (m *manuscript) flush() {
	n := len(m.grafs)
	if m.open != nil && n <= maxGrafs && !(m.open.empty() && n > 0 && m.grafs[n-1].empty()) {
		m.grafs = append(m.grafs, *m.open)
	}
	m.open = nil
}

// outside reads something that is not the essay, if so.
func (m *manuscript) outside(so bool, why string, read func()) {
	before := m.left
	if so && before == "" {
		m.left = why
	}
	read()
	m.left = before
}

// write takes text of one setting into the open paragraph.
func (m *manuscript) write(text string, s setting) {
	if m.size += len(text); text == "" || m.open == nil || m.full() {
		return
	}
	g := m.open
	start := len(g.text)
	if start == 0 && s.size > 0 {
		g.setting.size = s.size
	}
	g.add(text, placeless)
	if s.raised {
		if n := len(g.raised); n > 0 && g.raised[n-1].end == start {
			g.raised[n-1].end = len(g.text)
		} else {
			g.raised = append(g.raised, extent{start, len(g.text)})
		}
	}
	g.emphasise(start, s)
	if s.lang == "" {
		return
	}
	if m.letters == nil {
		m.letters = map[string]int{}
	}
	for _, c := range text {
		if unicode.IsLetter(c) {
			m.letters[s.lang]++
		}
	}
}

// full says that a manuscript holds more than is read: the rest needs no
// looking at.
func (m *manuscript) full() bool {
	return m.size > maxText || len(m.grafs) > maxGrafs || len(m.notes) > maxGrafs
}

// note takes what read reads as a note of the text.
func (m *manuscript) note(label string, read func()) {
	grafs, open, left := m.grafs, m.open, m.left
	m.grafs, m.open, m.left = nil, nil, ""
	read()
	m.flush()
	for i := range m.grafs {
		g := &m.grafs[i]
		g.cut(g.noteMarks(nil, false))
		p := g.slice(0, len(g.text)).part
		p.kind, p.label = essay.Footnote, label
		p.text = bytes.ReplaceAll(p.text, []byte("\n"), []byte(" "))
		if len(p.text) > 0 {
			m.notes = append(m.notes, p)
		}
	}
	m.grafs, m.open, m.left = grafs, open, left
}

// settleTables leaves out tables of figures and words. A table that frames
// running text, in one column or of many words to a cell, is only its layout.
func (m *manuscript) settleTables() {
	for _, t := range m.tables {
		words := 0
		for i := t.from; i < t.to; i++ {
			words += len(strings.Fields(string(m.grafs[i].text)))
		}
		if t.columns < 2 || words > 25*t.rows*t.columns {
			continue
		}
		for i := t.from; i < t.to; i++ {
			m.grafs[i].left = "table"
		}
	}
}

// settleBoxes takes text boxes for the text where there is hardly any other:
// some set all they write in boxes.
func (m *manuscript) settleBoxes() {
	words, boxed := 0, 0
	for i := range m.grafs {
		n := len(strings.Fields(string(m.grafs[i].text)))
		switch m.grafs[i].left {
		case "":
			words += n
		case textBox:
			boxed += n
		}
	}
	if words*4 > boxed {
		return
	}
	for i := range m.grafs {
		if m.grafs[i].left == textBox {
			m.grafs[i].left = ""
		}
	}
}

const textBox = "text box"

// against gives how letters are set off in a paragraph whose style sets all of
// them as base: what a style says of all letters emphasises none, but in plain
// text bold is bold.
func (s setting) against(base setting) setting {
	s.under = s.under && !base.under
	s.bold = s.bold && (!base.bold || base.role == plainRole)
	s.italic = s.italic != base.italic
	return s
}
