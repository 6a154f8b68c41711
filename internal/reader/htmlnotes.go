package reader

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"quire/internal/essay"
)

// findNotes finds the marks of footnotes and the notes that they point to:
// links whose whole text is a number or a sign, to a place further on; lists
// that are said to be notes; numbers set high.
func (p *page) findNotes() {
	at := map[string]*html.Node{} // by id or name
	order := map[*html.Node]int{}
	var links, sups []*html.Node
	eachElement(p.body, func(n *html.Node) bool {
		order[n] = len(order)
		for _, id := range []string{attr(n, "id"), attr(n, "name")} {
			if id != "" && at[id] == nil {
				at[id] = n
			}
		}
		switch {
		case n.Data == "a" && strings.Contains(attr(n, "href"), "#"):
			links = append(links, n)
		case n.Data == "sup":
			sups = append(sups, n)
		}
		return true
	})
	p.noteLists()
	for _, l := range links {
		_, id, _ := strings.Cut(attr(l, "href"), "#")
		target := at[id]
		text := textOf(l)
		if in := p.noteAround(l); in != nil && p.noteAt[in] != "" && strings.Trim(text, "[]().: ") == p.noteAt[in] {
			p.noteMark[l] = true // the label, wherever it leads
			continue
		}
		if target == nil || id == "" {
			continue
		}
		if in := p.noteAround(l); in != nil {
			if order[target] < order[l] && utf8.RuneCountInString(text) <= 20 {
				p.noteMark[l] = true // back to the text
				p.relabel(in, text)
			}
			continue
		}
		if label := markLabel(text); label != "" && order[target] > order[l] {
			if n := p.noteBlock(target); n != nil {
				p.noteOf[p.mark(l)] = n
				p.addNote(n, label)
			}
		}
	}
	for _, s := range sups {
		if text := textOf(s); markLabel(text) != "" && !isLetter(text) {
			p.noteMark[s] = true
		}
	}
	p.moreOfNotes()
}

func isLetter(s string) bool {
	return len(s) == 1 && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 'A' && s[0] <= 'Z')
}

// markLabel gives the label of a text that is a note mark: "1", "[12]", "*",
// "†", "iv", "a". It gives "" for any other.
func markLabel(s string) string {
	s = strings.Trim(s, "[](){} \u00a0\u2009\u202f")
	if s == "" || len(s) > 6 {
		return ""
	}
	digits, signs, roman := true, true, len(s) < 6
	for _, r := range s {
		digits = digits && r >= '0' && r <= '9'
		signs = signs && strings.ContainsRune("*†‡§¶‖#", r)
		roman = roman && strings.ContainsRune("ivxl", r)
	}
	if digits && len(s) <= 3 || signs || roman || isLetter(s) {
		return s
	}
	return ""
}

// mark drops a link from the text, with the element round it that holds
// nothing else, which it gives.
func (p *page) mark(l *html.Node) *html.Node {
	text := strings.Trim(textOf(l), "[]()")
	for isTag(l.Parent, "sup", "span", "small", "font", "b", "i", "em") && p.weight[l.Parent].words <= 3 && strings.Trim(textOf(l.Parent), "[]() ,") == text {
		l = l.Parent
	}
	p.noteMark[l] = true
	return l
}

// noteBlock gives the element that is the note a mark points to, nil if the
// place can't be one: a heading, a page of a book, half the text.
func (p *page) noteBlock(target *html.Node) *html.Node {
	n := target
	if isPageMark(n) {
		return nil
	}
	for n != p.body && (!p.isBlock(n) || isTag(n, "td", "tbody")) {
		n = n.Parent
	}
	if n.Data == "dt" {
		p.why[n] = "hidden" // the label
		for n != nil && !isTag(n, "dd") {
			n = n.NextSibling
		}
	}
	if n == nil || n == p.body || isTag(n, "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "body", "nav", "table") {
		return nil
	}
	if w := p.weight[n].words; w > 1500 || w > 60 && w*2 > p.weight[p.body].words {
		return nil
	}
	return n
}

// addNote remembers an element as a note, once.
func (p *page) addNote(n *html.Node, label string) {
	if known := p.noteAround(n); known != nil {
		p.relabel(known, label)
		return
	}
	p.noteAt[n] = label
	p.notes = append(p.notes, n)
}

// noteAround gives the note that an element stands in.
func (p *page) noteAround(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if _, ok := p.noteAt[n]; ok {
			return n
		}
	}
	return nil
}

// relabel gives a note the label that stands before it.
func (p *page) relabel(n *html.Node, text string) {
	if label := markLabel(text); label != "" && p.noteAt[n] == "" {
		p.noteAt[n] = label
	}
}

// noteLists finds what a page calls notes.
func (p *page) noteLists() {
	eachElement(p.body, func(n *html.Node) bool {
		if isNothing(n) {
			return false
		}
		for _, name := range names(n) {
			switch name {
			case "sidenote", "marginnote":
				if n.Data == "span" && p.weight[n].words > 0 && p.weight[n].words < 1500 {
					p.addNote(n, "")
					return false
				}
			case "footnote", "endnote", "rearnote":
				if isTag(n, "li", "aside", "div", "p", "dd") && p.weight[n].words > 0 && p.weight[n].words < 1500 && !isTag(n.FirstChild, "ol", "ul") {
					p.addNote(n, "")
					return false
				}
			case "footnotes", "endnotes", "rearnotes", "reflist", "references":
				if isTag(n, "section", "div", "ol", "ul", "aside", "footer", "dl") && p.weight[n].words*2 < p.weight[p.body].words {
					p.listNotes(n)
					return false
				}
			}
		}
		return true
	})
}

// listNotes takes each item or paragraph of a list of notes for one.
func (p *page) listNotes(list *html.Node) {
	p.why[list] = ""
	items := false
	eachElement(list, func(n *html.Node) bool {
		items = items || isTag(n, "li", "dd")
		return !items
	})
	eachElement(list, func(n *html.Node) bool {
		switch {
		case isTag(n, "h1", "h2", "h3", "h4", "h5", "h6", "hr"):
			p.why[n] = "heading of the notes"
			return false
		case items && isTag(n, "li", "dd") || !items && n != list && isTag(n, "p", "div"):
			p.addNote(n, "")
			return false
		}
		p.why[n] = ""
		return true
	})
}

// moreOfNotes takes the paragraphs after a note that is a paragraph for more
// of the same note, up to the next.
func (p *page) moreOfNotes() {
	var all []*html.Node
	for _, n := range p.notes {
		all = append(all, n)
		if n.Data != "p" {
			continue
		}
		for s := n.NextSibling; s != nil; s = s.NextSibling {
			if s.Type != html.ElementNode {
				continue
			}
			if _, ok := p.noteAt[s]; ok || !isTag(s, "p", "blockquote") || p.chrome(s) != "" {
				break
			}
			p.noteAt[s] = p.noteAt[n]
			all = append(all, s)
		}
	}
	p.notes = all
}

// typedNotes finds notes that are only typed: a line "Notes", then paragraphs
// that count from 1, at the end of the text. It takes the marks in brackets
// that they answer from the text.
func typedNotes(blocks []*block) {
	for i, b := range blocks {
		if b.left != "" || b.note != nil || i == 0 || !(isNotesHeading(b.words()) || b.ruled && firstLabel(b)) {
			continue
		}
		from := i
		if isNotesHeading(b.words()) {
			from++
		}
		labels := countNotes(blocks[from:])
		if labels == 0 {
			continue
		}
		if from > i {
			b.left = "heading of the notes"
		}
		var found []string
		for _, n := range blocks[from:] {
			if n.left != "" || n.note != nil {
				continue
			}
			n.kind, n.note = essay.Footnote, n.node
			n.unbroken()
			if label, rest := n.leadingLabel(); label != "" {
				n.label = label
				found = append(found, label)
				*n = *n.cut(len(n.text)-len(rest), len(n.text))
			}
		}
		for _, t := range blocks[:i] {
			t.dropMarks(found)
		}
		return
	}
}

// countNotes counts the labels of paragraphs that may be notes; 0 if they
// don't begin with the first and count on.
func countNotes(blocks []*block) int {
	n, others := 0, 0
	for _, b := range blocks {
		if b.left != "" || b.note != nil {
			continue
		}
		label, _ := b.leadingLabel()
		switch {
		case n == 0 && !firstLabel(b):
			return 0
		case label != "":
			n++
		default:
			others++
		}
	}
	if others > 2*n {
		return 0
	}
	return n
}

func firstLabel(b *block) bool {
	label, _ := b.leadingLabel()
	return label == "1" || label == "*"
}

// leadingLabel gives the label that a note begins with, "1. ", "[1] ", "1) ",
// "* ", or a number set high, and the rest.
func (b *block) leadingLabel() (label, rest string) {
	s := string(b.text)
	if b.label != "" {
		return b.label, s
	}
	s = strings.TrimLeft(s, " ")
	head, rest, ok := strings.Cut(s, " ")
	if !ok {
		return "", s
	}
	bare := strings.TrimSuffix(head, ".")
	label = markLabel(strings.TrimSuffix(bare, ")"))
	if label == "" || isLetter(label) || bare == head && head == label && !strings.ContainsAny(label, "*†‡0123456789") {
		return "", s
	}
	return label, strings.TrimLeft(rest, " ")
}

// dropMarks takes "[1]" and the like out of a block.
func (b *block) dropMarks(labels []string) {
	for _, l := range labels {
		mark := "[" + l + "]"
		if i := strings.Index(string(b.text), mark); i > 0 && b.left == "" {
			whole := b.cut(0, i)
			whole.join(b.cut(i+len(mark), len(b.text)))
			b.text, b.marks = whole.text, whole.marks
		}
	}
}
