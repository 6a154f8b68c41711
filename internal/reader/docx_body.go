package reader

import (
	"strings"
	"unicode"
)

// docxReader walks the text of a Word file.
type docxReader struct {
	m                   *manuscript
	styles              *docxStyles
	footnotes, endnotes map[string]*node
	notes               []*node // that the text has referred to so far

	open    *graf  // the paragraph in work
	joined  bool   // it goes on in the next one: its end was deleted, or it is a drop cap
	fields  []bool // for each open field: its instruction is being read
	sign    bool   // the next run is a note's own mark
	left    string // why what is read now isn't the essay
	tables  []docxTable
	boxes   bool           // there are text boxes
	letters map[string]int // by language
}

// A docxTable is the grafs [from, to) that stand in a table.
type docxTable struct{ from, to, rows, columns int }

// blocks reads what holds paragraphs.
func (r *docxReader) blocks(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:p":
			r.paragraph(k)
		case "w:tbl":
			r.table(k)
		case "w:sdt":
			r.outside(isContents(k), "contents", func() { r.blocks(k.childOr("w:sdtContent")) })
		case "w:customXml", "w:ins", "w:moveTo":
			r.blocks(k)
		case "mc:AlternateContent":
			r.blocks(k.alternative())
		}
	}
}

// outside reads something that is not the essay, if so.
func (r *docxReader) outside(so bool, why string, read func()) {
	before := r.left
	if so && before == "" {
		r.left = why
	}
	read()
	r.left = before
}

func isContents(sdt *node) bool {
	gallery := sdt.child("w:sdtPr").child("w:docPartObj").child("w:docPartGallery").val()
	return gallery == "Table of Contents"
}

// childOr gives a child, an empty element if there is none.
func (n *node) childOr(name string) *node {
	if k := n.child(name); k != nil {
		return k
	}
	return &node{}
}

// alternative chooses one of several versions of the same thing, which is the
// newest: a text box stands in each of them.
func (n *node) alternative() *node {
	if k := n.child("mc:Choice"); k != nil {
		return k
	}
	return n.childOr("mc:Fallback")
}

// paragraph reads a w:p.
func (r *docxReader) paragraph(n *node) {
	pPr := n.child("w:pPr")
	if r.open == nil {
		l := r.paragraphLook(pPr)
		r.open = &graf{setting: l}
		r.open.left = r.left
		if why := leftByRole(l.role); why != "" && r.left == "" {
			r.open.left = why
		}
	}
	r.joined = false
	boxes := &node{}
	r.inlines(n, boxes)
	mark := pPr.child("w:rPr")
	r.joined = mark.child("w:del") != nil || mark.child("w:moveFrom") != nil || dropCap(pPr) && len(r.open.text) > 0
	if !r.joined {
		r.flush()
	}
	if len(boxes.kids) > 0 {
		r.flush()
		r.boxes = true
		r.outside(true, "text box", func() { r.blocks(boxes); r.flush() })
	}
}

func dropCap(pPr *node) bool {
	f := pPr.child("w:framePr")
	return f != nil && (f.attr("w:dropCap") == "drop" || f.attr("w:dropCap") == "margin")
}

// flush ends the paragraph in work.
func (r *docxReader) flush() {
	if s := r.open; s != nil {
		r.m.grafs = append(r.m.grafs, *s)
	}
	r.open, r.joined = nil, false
}

// paragraphLook gives a paragraph's setting: its style's, changed by its own
// properties.
func (r *docxReader) paragraphLook(pPr *node) setting {
	id := pPr.child("w:pStyle").val()
	if id == "" {
		id = r.styles.usual
	}
	l := r.styles.of(id)
	r.styles.setParagraph(&l, pPr)
	if l.role == headingRole || l.level > 0 {
		l.list = false
	}
	return l
}

// inlines reads what holds runs. Text boxes are gathered, to be read after the
// paragraph that they are anchored in.
func (r *docxReader) inlines(n *node, boxes *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:r":
			r.run(k, boxes)
		case "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:dir", "w:bdo":
			r.inlines(k, boxes)
		case "w:fldSimple":
			if !isPageField(k.attr("w:instr")) {
				r.inlines(k, boxes)
			}
		case "w:sdt":
			r.inlines(k.childOr("w:sdtContent"), boxes)
		case "mc:AlternateContent":
			r.inlines(k.alternative(), boxes)
		case "m:oMath", "m:oMathPara":
			r.add(k.words(), r.open.setting)
		}
	}
}

func isPageField(instruction string) bool {
	f := strings.Fields(strings.ToUpper(instruction))
	return len(f) > 0 && (f[0] == "PAGE" || f[0] == "NUMPAGES")
}

// run reads a w:r: letters of one setting.
func (r *docxReader) run(n *node, boxes *node) {
	rPr := n.child("w:rPr")
	l := r.open.setting
	base := l
	if id := rPr.child("w:rStyle").val(); id != "" {
		if s := r.styles.styles[id]; s != nil {
			style, ordinary := r.styles.of(id), r.styles.ordinary
			// Bold in a bold style is plain: that is how Word sets emphasis off.
			l.bold = l.bold != (style.bold && !ordinary.bold)
			l.italic = l.italic != (style.italic && !ordinary.italic)
			l.raised = l.raised || style.raised
			l.hidden = l.hidden || style.hidden
			if strings.EqualFold(strings.ReplaceAll(s.node.child("w:name").val(), " ", ""), "hyperlink") {
				base.under = true
			}
		}
	}
	l.setRun(rPr)
	if l.hidden {
		return
	}
	if len(r.open.text) == 0 && l.size > 0 {
		r.open.setting.size = l.size
	}
	l.under = l.under && !base.under && (rPr.child("w:color") == nil || l.bold)
	// What a paragraph's style says of all its letters emphasises none.
	l.bold, l.italic = l.bold && !base.bold, l.italic != base.italic
	if r.open.setting.role == plainRole && base.bold && !l.bold {
		l.bold = true
	}
	for _, k := range n.kids {
		r.piece(k, l, boxes)
	}
}

// piece reads an element of a run.
func (r *docxReader) piece(k *node, l setting, boxes *node) {
	switch k.name {
	case "w:fldChar":
		switch k.attr("w:fldCharType") {
		case "begin":
			r.fields = append(r.fields, true)
		case "separate":
			if n := len(r.fields); n > 0 {
				r.fields[n-1] = false
			}
		case "end":
			if n := len(r.fields); n > 0 {
				r.fields = r.fields[:n-1]
			}
		}
	case "w:t":
		var b strings.Builder
		for _, t := range k.kids {
			b.WriteString(t.text)
		}
		r.add(b.String(), l)
	case "w:tab", "w:ptab":
		r.add("\t", l)
	case "w:br":
		if kind := k.attr("w:type"); kind == "" || kind == "textWrapping" {
			r.add("\n", l)
		}
	case "w:cr":
		r.add("\n", l)
	case "w:noBreakHyphen":
		r.add("-", l)
	case "w:sym":
		r.add(symbol(k), l)
	case "w:footnoteReference":
		r.refer(r.footnotes, k)
	case "w:endnoteReference":
		r.refer(r.endnotes, k)
	case "w:ruby":
		r.inlines(k.childOr("w:rubyBase"), boxes)
	case "w:drawing", "w:pict", "w:object":
		gatherBoxes(k, boxes)
	case "mc:AlternateContent":
		for _, v := range k.alternative().kids {
			r.piece(v, l, boxes)
		}
	}
}

// gatherBoxes finds the text boxes in a drawing.
func gatherBoxes(n *node, boxes *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:txbxContent":
			boxes.kids = append(boxes.kids, k.kids...)
		case "mc:AlternateContent":
			gatherBoxes(k.alternative(), boxes)
		default:
			gatherBoxes(k, boxes)
		}
	}
}

// symbol gives the letter of a w:sym, "" for an ornament of a symbol face.
func symbol(k *node) string {
	code := 0
	for _, c := range strings.ToUpper(k.attr("w:char")) {
		at := strings.IndexRune("0123456789ABCDEF", c)
		if at < 0 || code > 0xFFFF {
			return ""
		}
		code = code<<4 | at
	}
	if !strings.EqualFold(k.attr("w:font"), "symbol") {
		if code >= 0xE000 && code <= 0xF8FF {
			return ""
		}
		return string(rune(code))
	}
	switch code & 0xFF { // the encoding of Adobe's Symbol face
	case 0x2D:
		return "−"
	case 0xA2:
		return "′"
	case 0xB2:
		return "″"
	case 0xB0:
		return "°"
	case 0xB4:
		return "×"
	case 0xBC:
		return "…"
	case 0xBE:
		return "—"
	}
	return ""
}

// add takes text into the paragraph in work.
func (r *docxReader) add(text string, l setting) {
	if text == "" {
		return
	}
	for _, instruction := range r.fields {
		if instruction {
			return
		}
	}
	if r.sign { // a note's own mark, typed where the reference stands
		r.sign = false
		if len([]rune(strings.TrimSpace(text))) <= 3 {
			return
		}
	}
	s := r.open
	start := len(s.text)
	s.add(text, placeless)
	if l.raised {
		if n := len(s.raised); n > 0 && s.raised[n-1].end == start {
			s.raised[n-1].end = len(s.text)
		} else {
			s.raised = append(s.raised, extent{start, len(s.text)})
		}
	}
	s.emphasise(start, l)
	for _, c := range text {
		if l.lang != "" && unicode.IsLetter(c) {
			r.letters[l.lang]++
		}
	}
}

// refer notes a reference to a footnote or endnote.
func (r *docxReader) refer(notes map[string]*node, k *node) {
	if n := notes[k.attr("w:id")]; n != nil && r.left == "" {
		r.notes = append(r.notes, n)
		delete(notes, k.attr("w:id"))
	}
	r.sign = k.attr("w:customMarkFollows") != "" && isOn(k.attr("w:customMarkFollows"))
}

// table reads a table's cells, row by row.
func (r *docxReader) table(n *node) {
	r.flush()
	t := docxTable{from: len(r.m.grafs)}
	var rows func(n *node)
	rows = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "w:tr":
				if k.child("w:trPr").child("w:del") != nil {
					continue
				}
				t.rows++
				t.columns = max(t.columns, r.cells(k))
			case "w:sdt":
				rows(k.childOr("w:sdtContent"))
			case "w:ins", "w:customXml", "w:moveTo":
				rows(k)
			}
		}
	}
	rows(n)
	t.to = len(r.m.grafs)
	if r.left == "" {
		r.tables = append(r.tables, t)
	}
}

// cells reads the cells of a row, and counts them.
func (r *docxReader) cells(row *node) int {
	n := 0
	for _, k := range row.kids {
		switch k.name {
		case "w:tc":
			n++
			r.blocks(k)
			r.flush()
		case "w:sdt":
			n += r.cells(k.childOr("w:sdtContent"))
		case "w:customXml":
			n += r.cells(k)
		}
	}
	return n
}

// settleTables leaves out tables of figures and words. A table that frames
// running text, in one column or of many words to a cell, is only its layout.
func (r *docxReader) settleTables() {
	for _, t := range r.tables {
		words := 0
		for i := t.from; i < t.to; i++ {
			words += len(strings.Fields(string(r.m.grafs[i].text)))
		}
		if t.columns < 2 || words > 25*t.rows*t.columns {
			continue
		}
		for i := t.from; i < t.to; i++ {
			r.m.grafs[i].left = "table"
		}
	}
}

// settleBoxes takes text boxes for the text where there is hardly any other:
// some set all they write in boxes.
func (r *docxReader) settleBoxes() {
	words, boxed := 0, 0
	for i := range r.m.grafs {
		s := &r.m.grafs[i]
		n := len(strings.Fields(string(s.text)))
		switch s.left {
		case "":
			words += n
		case "text box":
			boxed += n
		}
	}
	if !r.boxes || words*4 > boxed {
		return
	}
	for i := range r.m.grafs {
		if s := &r.m.grafs[i]; s.left == "text box" {
			s.left = ""
		}
	}
}
