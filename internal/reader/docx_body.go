package reader

import "strings"

// docxReader walks the text of a Word file.
type docxReader struct {
	m                   *manuscript
	styles              *docxStyles
	footnotes, endnotes map[string]*node
	notes               []*node // that the text has referred to so far

	fields []bool // for each open field: its instruction is being read
	sign   bool   // the next run is a note's own mark
}

// blocks reads what holds paragraphs.
func (r *docxReader) blocks(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:p":
			r.paragraph(k)
		case "w:tbl":
			r.table(k)
		case "w:sdt":
			r.m.outside(isContents(k), "contents", func() { r.blocks(k.childOr("w:sdtContent")) })
		case "w:customXml", "w:ins", "w:moveTo":
			r.blocks(k)
		case "mc:AlternateContent":
			r.blocks(k.alternative())
		}
	}
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
	r.m.begin(r.paragraphLook(pPr))
	boxes := &node{}
	r.inlines(n, boxes)
	mark := pPr.child("w:rPr")
	// The next paragraph carries this one on if its end was deleted, or if it is
	// a drop cap.
	if mark.child("w:del") == nil && mark.child("w:moveFrom") == nil && !(dropCap(pPr) && len(r.m.open.text) > 0) || len(boxes.kids) > 0 {
		r.m.flush()
	}
	r.m.outside(true, textBox, func() { r.blocks(boxes) })
}

func dropCap(pPr *node) bool {
	f := pPr.child("w:framePr")
	return f != nil && (f.attr("w:dropCap") == "drop" || f.attr("w:dropCap") == "margin")
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
			r.add(k.words(), r.m.open.setting)
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
	l := r.m.open.setting
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
	l = l.against(base)
	l.under = l.under && (l.bold || rPr.child("w:color") == nil) // a link is no emphasis
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
		r.add(plainSpaces.Replace(b.String()), l)
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

// plainSpaces makes what ends lines in XML the plain spaces that it means there.
var plainSpaces = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

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
	r.m.write(text, l)
}

// refer notes a reference to a footnote or endnote.
func (r *docxReader) refer(notes map[string]*node, k *node) {
	if n := notes[k.attr("w:id")]; n != nil && r.m.left == "" {
		r.notes = append(r.notes, n)
		delete(notes, k.attr("w:id"))
	}
	r.sign = k.attr("w:customMarkFollows") != "" && isOn(k.attr("w:customMarkFollows"))
}

// table reads a table's cells, row by row.
func (r *docxReader) table(n *node) {
	r.m.flush()
	t := table{from: len(r.m.grafs)}
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
	if r.m.left == "" {
		r.m.tables = append(r.m.tables, t)
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
			r.m.flush()
		case "w:sdt":
			n += r.cells(k.childOr("w:sdtContent"))
		case "w:customXml":
			n += r.cells(k)
		}
	}
	return n
}
