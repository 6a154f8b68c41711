package reader

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"quire/internal/diag"
)

// isODT knows OpenDocument texts and templates of them.
func isODT(a *archive) bool {
	return strings.Contains(a.mimetype(), "opendocument.text") || a.has("content.xml") && a.has("styles.xml") && a.mimetype() == ""
}

// readODT reads an OpenDocument text. What was deleted with tracked changes is
// not read, nor are comments, pictures, heads and feet.
func readODT(a *archive, h Hints, _ *diag.List) (*draft, error) {
	if a.has("META-INF/manifest.xml") {
		manifest, err := a.tree("META-INF/manifest.xml")
		if err == nil && manifest.findLocal("encryption-data") {
			return nil, fmt.Errorf("%s needs a password: open it with the password and save a copy without one", a.name)
		}
	}
	var trees [3]*node
	for i, member := range []string{"content.xml", "styles.xml", "meta.xml"} {
		if i > 0 && !a.has(member) {
			continue
		}
		var err error
		if trees[i], err = a.tree(member); err != nil {
			return nil, err
		}
	}
	content := trees[0]
	text := content.child("office:body").child("office:text")
	if text == nil {
		return nil, fmt.Errorf("%s has no running text in it: save the essay's text as .odt or .docx", a.name)
	}
	r := &odtReader{m: &manuscript{name: a.name}, styles: map[string]*odtStyle{}}
	r.addStyles(trees[1].child("office:styles"), false)
	r.addStyles(trees[1].child("office:automatic-styles"), true)
	r.addStyles(content.child("office:automatic-styles"), true)
	r.blocks(text)
	r.m.flush()
	for i, n := range r.notes {
		r.m.note(cmp.Or(n.child("text:note-citation").words(), strconv.Itoa(i+1)), func() { r.blocks(n.childOr("text:note-body")) })
	}
	meta := trees[2].child("office:meta")
	r.m.title, r.m.lang = meta.child("dc:title").words(), meta.child("dc:language").words()
	r.m.creator = cmp.Or(meta.child("meta:initial-creator").words(), meta.child("dc:creator").words())
	return r.m.draft(h)
}

// findLocal says that an element of a local name, in whatever namespace, stands
// at any depth below.
func (n *node) findLocal(name string) bool {
	for _, k := range n.kids {
		if strings.HasSuffix(k.name, ":"+name) || k.findLocal(name) {
			return true
		}
	}
	return false
}

// odtReader walks the text of an OpenDocument file.
type odtReader struct {
	m      *manuscript
	styles map[string]*odtStyle // by family and name
	notes  []*node
	list   bool // what is read stands in a list
}

// An odtStyle is a style of a paragraph or of letters. An automatic one stands
// for what a writer set by hand.
type odtStyle struct {
	node      *node
	automatic bool
	state     uint8 // as a docxStyle's
	setting   setting
}

func (r *odtReader) addStyles(n *node, automatic bool) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "style:default-style":
			r.styles[k.attr("style:family")+" "] = &odtStyle{node: k}
		case "style:style":
			r.styles[k.attr("style:family")+" "+k.attr("style:name")] = &odtStyle{node: k, automatic: automatic}
		}
	}
}

// paragraph gives the setting of a paragraph's style, and that of the named
// style that it stands for, which sets all letters.
func (r *odtReader) paragraph(name string) (all, named setting) {
	all = r.style("paragraph", name)
	for range xmlDepth {
		s := r.styles["paragraph "+name]
		if s == nil || !s.automatic {
			break
		}
		name = s.node.attr("style:parent-style-name")
	}
	return all, r.style("paragraph", name)
}

// style gives a style's setting. Styles based on each other in a ring are cut
// where the ring closes.
func (r *odtReader) style(family, name string) setting {
	s := r.styles[family+" "+name]
	if s == nil || s.state == 1 {
		var none setting
		none.role, none.level = odtRole(name)
		return none
	}
	if s.state == 2 {
		return s.setting
	}
	s.state = 1
	if name != "" {
		s.setting = r.style(family, s.node.attr("style:parent-style-name"))
	}
	if role, level := odtRole(cmp.Or(s.node.attr("style:display-name"), name)); role != plainRole {
		s.setting.role, s.setting.level = role, level
	}
	s.setting.setODT(s.node)
	s.state = 2
	return s.setting
}

// odtRole tells a role by a style's name, in which "_20_" is a space.
func odtRole(name string) (role, int) { return roleOf(strings.ReplaceAll(name, "_20_", " ")) }

// setODT changes a setting as a style's properties say.
func (s *setting) setODT(style *node) {
	for _, k := range style.kids {
		for _, a := range k.attrs {
			switch a.name {
			case "fo:margin-left":
				s.left = twips(a.value)
			case "fo:text-indent":
				s.first = twips(a.value)
			case "fo:margin-top":
				s.before = twips(a.value)
			case "fo:margin-bottom":
				s.after = twips(a.value)
			case "fo:text-align":
				s.align = map[string]string{"center": "center", "right": "right", "end": "right"}[a.value]
			case "fo:font-weight":
				weight, _ := strconv.Atoi(a.value)
				s.bold = a.value == "bold" || weight >= 600
			case "fo:font-style":
				s.italic = a.value == "italic" || a.value == "oblique"
			case "style:text-underline-style":
				s.under = a.value != "none"
			case "style:text-position":
				s.raised = strings.HasPrefix(a.value, "super") || twips(strings.TrimSuffix(strings.Fields(a.value + " 0")[0], "%")) > 10
			case "text:display":
				s.hidden = a.value == "none"
			case "fo:font-size":
				if size := twips(a.value) / 10; size > 0 { // in half points
					s.size = size
				}
			case "fo:language":
				s.lang = strings.TrimSuffix(a.value+"-"+k.attr("fo:country"), "-")
				if a.value == "zxx" || a.value == "none" {
					s.lang = ""
				}
			}
		}
	}
}

// blocks reads what holds paragraphs.
func (r *odtReader) blocks(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "text:p", "text:h":
			r.block(k)
		case "text:list":
			before := r.list
			r.list = true
			r.blocks(k)
			r.list = before
		case "text:list-item", "text:list-header", "text:section", "text:index-body":
			r.blocks(k)
		case "text:table-of-content", "text:alphabetical-index", "text:illustration-index", "text:table-index":
			r.m.outside(true, "contents", func() { r.blocks(k) })
		case "table:table":
			r.table(k)
		case "draw:frame", "draw:g":
			r.boxes(k)
		}
	}
}

// block reads a text:p or text:h.
func (r *odtReader) block(n *node) {
	all, named := r.paragraph(n.attr("text:style-name"))
	all.list = r.list
	if n.name == "text:h" && all.role != titleRole && all.role != subtitleRole {
		if level, err := strconv.Atoi(n.attr("text:outline-level")); err == nil && level > 0 {
			all.role, all.level = headingRole, level
		}
	} else if n.name == "text:p" && all.role == headingRole {
		all.role, all.level = plainRole, 0
	}
	all.list = all.list && all.level == 0
	r.m.begin(all)
	named.role = all.role
	r.inlines(n, all, named)
	r.m.flush()
	r.anchored(n)
}

// inlines reads what holds letters, set as s in a paragraph whose style sets
// all as base.
func (r *odtReader) inlines(n *node, s, base setting) {
	for _, k := range n.kids {
		switch k.name {
		case "":
			if !s.hidden {
				r.m.write(plainSpaces.Replace(k.text), s.against(base))
			}
		case "text:span":
			inner := s
			for _, style := range r.chain("text", k.attr("text:style-name")) {
				inner.setODT(style)
			}
			r.inlines(k, inner, base)
		case "text:line-break":
			r.m.write("\n", s)
		case "text:tab":
			r.m.write("\t", s)
		case "text:s":
			n, _ := strconv.Atoi(k.attr("text:c"))
			r.m.write(strings.Repeat(" ", min(max(n, 1), 40)), s)
		case "text:ruby":
			r.inlines(k.childOr("text:ruby-base"), s, base)
		case "text:note":
			if r.m.left == "" {
				r.notes = append(r.notes, k)
			}
		case "text:a", "text:meta", "text:meta-field", "text:bookmark-ref", "text:reference-ref", "text:title", "text:subject", "text:author-name", "text:sequence", "text:date":
			r.inlines(k, s, base)
		}
	}
}

// chain gives the elements of a style and of those it is based on, the outermost
// first.
func (r *odtReader) chain(family, name string) []*node {
	var out []*node
	for range 20 {
		s := r.styles[family+" "+name]
		if s == nil || name == "" {
			break
		}
		out = append([]*node{s.node}, out...)
		name = s.node.attr("style:parent-style-name")
	}
	return out
}

// anchored reads the text boxes in a paragraph, after it.
func (r *odtReader) anchored(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "draw:frame", "draw:g":
			r.boxes(k)
		case "text:span", "text:a":
			r.anchored(k)
		}
	}
}

func (r *odtReader) boxes(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "draw:text-box":
			r.m.outside(true, textBox, func() { r.blocks(k) })
		case "draw:frame", "draw:g":
			r.boxes(k)
		}
	}
}

// table reads a table's cells, row by row.
func (r *odtReader) table(n *node) {
	t := table{from: len(r.m.grafs)}
	var rows func(n *node)
	rows = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "table:table-header-rows", "table:table-rows", "table:table-row-group":
				rows(k)
			case "table:table-row":
				t.rows++
				cells := 0
				for _, c := range k.kids {
					if c.name == "table:table-cell" {
						cells++
						r.blocks(c)
					}
				}
				t.columns = max(t.columns, cells)
			}
		}
	}
	rows(n)
	t.to = len(r.m.grafs)
	if r.m.left == "" {
		r.m.tables = append(r.m.tables, t)
	}
}
