package reader

import (
	"strconv"
	"strings"
)

// docxStyles are the styles of a Word file, each with what it takes from those
// it is based on.
type docxStyles struct {
	styles   map[string]*docxStyle
	ordinary setting // where no style says anything
	usual    string
	lists    map[string]map[string]bool // which levels of which numberings have a number or bullet
}

type docxStyle struct {
	node    *node
	setting setting
	state   uint8 // 0 not yet resolved, 1 in work, 2 done
}

// newDOCXStyles reads the styles and the numberings; either may be missing.
func newDOCXStyles(styles, numbering *node) *docxStyles {
	d := &docxStyles{styles: map[string]*docxStyle{}, lists: map[string]map[string]bool{}}
	d.readNumbering(numbering)
	if styles == nil {
		return d
	}
	defaults := styles.child("w:docDefaults")
	d.ordinary.setRun(defaults.child("w:rPrDefault").child("w:rPr"))
	d.setParagraph(&d.ordinary, defaults.child("w:pPrDefault").child("w:pPr"))
	for _, k := range styles.kids {
		if k.name != "w:style" {
			continue
		}
		id := k.attr("w:styleId")
		d.styles[id] = &docxStyle{node: k}
		if k.attr("w:type") == "paragraph" && isOn(k.attr("w:default")) && k.attr("w:default") != "" {
			d.usual = id
		}
	}
	return d
}

func (d *docxStyles) readNumbering(tree *node) {
	if tree == nil {
		return
	}
	abstract := map[string]map[string]bool{}
	for _, k := range tree.kids {
		switch k.name {
		case "w:abstractNum":
			levels := map[string]bool{}
			for _, l := range k.kids {
				if l.name == "w:lvl" && l.child("w:numFmt").val() != "none" {
					levels[l.attr("w:ilvl")] = true
				}
			}
			abstract[k.attr("w:abstractNumId")] = levels
		case "w:num":
			d.lists[k.attr("w:numId")] = abstract[k.child("w:abstractNumId").val()]
		}
	}
}

// val is an element's w:val; nil has none.
func (n *node) val() string {
	if n == nil {
		return ""
	}
	return n.attr("w:val")
}

// of gives the setting of a style; that of ordinary text for an unknown one.
// Styles based on each other in a ring are cut where the ring closes.
func (d *docxStyles) of(id string) setting {
	s := d.styles[id]
	if s == nil {
		l := d.ordinary
		l.role, l.level = roleOf(id)
		return l
	}
	switch s.state {
	case 1:
		return d.ordinary
	case 2:
		return s.setting
	}
	s.state = 1
	s.setting = d.ordinary
	if base := s.node.child("w:basedOn").val(); base != "" {
		s.setting = d.of(base)
	}
	if role, level := roleOf(s.node.child("w:name").val()); role != plainRole {
		s.setting.role, s.setting.level = role, level
	} else if role, level := roleOf(id); role != plainRole && s.setting.role == plainRole {
		s.setting.role, s.setting.level = role, level
	}
	s.setting.setRun(s.node.child("w:rPr"))
	d.setParagraph(&s.setting, s.node.child("w:pPr"))
	s.state = 2
	return s.setting
}

// setParagraph changes a setting as a paragraph's properties say.
func (d *docxStyles) setParagraph(l *setting, pPr *node) {
	if pPr == nil {
		return
	}
	for _, k := range pPr.kids {
		switch k.name {
		case "w:outlineLvl":
			if n, err := strconv.Atoi(k.val()); err == nil && l.role != titleRole && l.role != subtitleRole {
				l.level = 0
				if n >= 0 && n < 9 {
					l.level = n + 1
				}
			}
		case "w:jc":
			switch v := k.val(); v {
			case "center":
				l.align = v
			case "right", "end":
				l.align = "right"
			default:
				l.align = ""
			}
		case "w:ind":
			setLength(&l.left, k, "w:left", "w:start")
			setLength(&l.first, k, "w:firstLine")
			if hanging := k.attr("w:hanging"); hanging != "" {
				l.first = -twips(hanging)
			}
		case "w:spacing":
			setLength(&l.before, k, "w:before")
			setLength(&l.after, k, "w:after")
		case "w:contextualSpacing":
			if isOn(k.val()) {
				l.before, l.after = 0, 0
			}
		case "w:numPr":
			id := k.child("w:numId").val()
			level := k.child("w:ilvl").val()
			if level == "" {
				level = "0"
			}
			l.list = id != "" && id != "0" && (d.lists[id] == nil || d.lists[id][level])
		}
	}
}

// setRun changes a setting as the properties of a run of letters say.
func (l *setting) setRun(rPr *node) {
	if rPr == nil {
		return
	}
	for _, k := range rPr.kids {
		switch k.name {
		case "w:b":
			l.bold = isOn(k.val())
		case "w:i":
			l.italic = isOn(k.val())
		case "w:u":
			l.under = k.val() != "none"
		case "w:vanish":
			l.hidden = isOn(k.val())
		case "w:vertAlign":
			l.raised = k.val() == "superscript"
		case "w:position":
			l.raised = twips(k.val()) > 2
		case "w:sz":
			l.size = twips(k.val())
		case "w:lang":
			if v := k.val(); v != "" {
				l.lang = v
			}
		}
	}
}

func isOn(v string) bool { return v != "0" && v != "false" && v != "off" }

func setLength(to *int, n *node, names ...string) {
	for _, name := range names {
		if v := n.attr(name); v != "" {
			*to = twips(v)
		}
	}
}

// twips reads a length: twentieths of a point, or a number with a unit, as
// strict OOXML and OpenDocument have it. What can't be read is 0.
func twips(v string) int {
	v = strings.TrimSpace(v)
	end := strings.LastIndexAny(v, "0123456789.") + 1
	f, err := strconv.ParseFloat(v[:end], 64)
	if err != nil || f > 100_000 || f < -100_000 {
		return 0
	}
	switch v[end:] {
	case "pt":
		f *= 20
	case "in":
		f *= 1440
	case "cm":
		f *= 567
	case "mm":
		f *= 56.7
	case "pc", "pi":
		f *= 240
	}
	return int(f)
}

// roleOf tells a style's role by its name. Word keeps the English names of its
// own styles in files in all languages; those of other programs are guessed.
func roleOf(name string) (role, int) {
	n := strings.ToLower(strings.NewReplacer(" ", "", "-", "", "_", "").Replace(name))
	for _, heading := range []string{"heading", "berschrift", "überschrift", "titre", "titolo", "título", "ttulo", "rubrik", "kop"} {
		if rest, ok := strings.CutPrefix(n, heading); ok && len(rest) == 1 && rest[0] >= '1' && rest[0] <= '9' {
			return headingRole, int(rest[0] - '0')
		}
	}
	switch n {
	case "title", "titel", "booktitle", "chaptertitle", "articletitle":
		return titleRole, 0
	case "subtitle", "untertitel", "soustitre", "subtítulo":
		return subtitleRole, 0
	case "author", "authors", "byline", "autor", "auteur":
		return authorRole, 0
	case "quote", "quotes", "quotation", "quotations", "intensequote", "blocktext", "blockquote", "blockquotation", "extract", "epigraph", "zitat", "citation", "cita", "citazione":
		return quoteRole, 0
	case "verse", "poem", "poetry", "stanza", "lineblock":
		return verseRole, 0
	case "caption", "imagecaption", "tablecaption", "figure", "captionedfigure", "illustration", "figurecaption":
		return captionRole, 0
	case "tocheading", "contentsheading", "tableoffigures", "indexheading":
		return contentsRole, 0
	case "header", "footer", "headerleft", "headerright", "footerleft", "footerright":
		return pageRole, 0
	}
	for _, contents := range []string{"toc", "contents", "index"} {
		if rest, ok := strings.CutPrefix(n, contents); ok && len(rest) == 1 && rest[0] >= '1' && rest[0] <= '9' {
			return contentsRole, 0
		}
	}
	return plainRole, 0
}
