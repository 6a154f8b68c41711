package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"quire/internal/essay"
)

// A block is a paragraph, heading, line or stanza as it stands in a page,
// before it is decided what it is.
type block struct {
	part             // text with "\n" where the page breaks a line
	node  *html.Node // the element it stands in
	group *html.Node // the child of the picked element that it belongs to

	quote  *html.Node // the outermost block quotation round it
	poem   *html.Node // the innermost element round it that is said to be a poem
	item   *html.Node // the list item round it
	note   *html.Node // the element that makes it a note
	indent int        // pixels of left margin, all its containers' together
	size   int        // pixels of type, 0 if not said
	pre    bool
	linked int  // bytes of it that are links
	ruled  bool // a rule stands before it
	textNo int  // of several texts in one file, which one
	title  bool // it is the title
}

// A flow turns elements into blocks.
type flow struct {
	p      *page
	blocks []*block
	now    block // what holds for the text at hand
	open   *block
	gap    bool // white space is due before the next letter
	em     int  // italics deep
	strong int
	link   int
	ruled  bool
	textNo int
	later  []*html.Node // notes that stand within the open block

	starts   map[*html.Node]int // where the texts of a file begin, with their numbers
	noteText map[*html.Node]int // the text that refers to a note
}

// run gives the blocks of a picked element.
func (f *flow) run(root *html.Node) {
	f.now = block{node: root, group: root}
	f.inside(root, true)
	f.close()
}

func (f *flow) inside(n *html.Node, top bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if top {
			f.now.group = c
		}
		switch c.Type {
		case html.TextNode:
			f.text(c.Data)
		case html.ElementNode:
			f.element(c)
		}
	}
}

func (f *flow) element(n *html.Node) {
	p := f.p
	if number := f.starts[n]; number > 0 {
		f.close()
		f.textNo = number
	}
	switch {
	case n.Data == "br":
		f.lineBreak()
		return
	case n.Data == "hr":
		f.close()
		f.ruled = true
		return
	case n.Data == "img":
		f.initial(attr(n, "alt"))
		return
	case p.noteMark[n] && n.Data == "sup" && f.open == nil && p.noteOf[n] == nil:
		f.now.label = markLabel(textOf(n)) // a typed note begins with it
		f.begin()
		f.now.label = ""
		return
	case p.noteMark[n]:
		if note := p.noteOf[n]; note != nil && f.noteText != nil {
			f.noteText[note] = f.textNo
		}
		return
	case isNothing(n) || isPageMark(n):
		return
	}
	if _, ok := p.noteAt[n]; ok && f.now.note == nil {
		if f.open != nil && !p.isBlock(n) {
			f.later = append(f.later, n)
			return
		}
		f.note(n)
		return
	}
	if why := p.chrome(n); why != "" && f.now.note == nil {
		if p.isBlock(n) {
			f.close()
		}
		if words := textOf(n); words != "" && why != "hidden" {
			f.left(n, why, words)
		}
		return
	}
	f.content(n)
}

// note takes in an element that is a note.
func (f *flow) note(n *html.Node) {
	f.close()
	f.p.noteRead[n] = true
	saved := f.now
	f.now.note, f.now.label = n, f.p.noteAt[n]
	f.content(n)
	f.close()
	f.now = saved
}

// content takes in an element that is part of the text.
func (f *flow) content(n *html.Node) {
	p, l := f.p, f.p.lookOf(n)
	if !p.isBlock(n) {
		em, strong, link, size := f.em, f.strong, f.link, f.now.size
		f.style(n, l)
		if l.size > 0 {
			f.now.size = l.size
		}
		f.inside(n, false)
		f.em, f.strong, f.link, f.now.size = em, strong, link, size
		if isTag(n, "td", "th") {
			f.gap = true
		}
		return
	}
	f.close()
	saved, em, strong := f.now, f.em, f.strong
	if l.bold {
		f.strong++ // italics of a whole block are its make, and emphasise nothing
	}
	f.now.node = n
	f.now.indent += l.indent
	if l.size > 0 {
		f.now.size = l.size
	}
	switch n.Data {
	case "blockquote":
		if f.now.quote == nil {
			f.now.quote = n
		}
	case "li":
		f.now.item = n
		f.now.indent = saved.indent
	case "dd", "ul", "dir", "menu":
		f.now.indent += 40 // old pages indent with them; a list's items don't look
	case "pre", "listing", "xmp":
		f.now.pre = true
	}
	if isPoem(n) {
		f.now.poem = n
	}
	f.inside(n, p.weight[n].words > 2*boxWords && isTag(n, "div", "section", "article", "main", "td", "center", "form") && hasBlock(n))
	f.close()
	f.now, f.em, f.strong = saved, em, strong
}

// style takes in what an element does to the letters.
func (f *flow) style(n *html.Node, l look) {
	switch n.Data {
	case "em", "i", "cite", "var", "dfn":
		f.em++
	case "strong", "b":
		f.strong++
	case "a":
		if attr(n, "href") != "" {
			f.link++
		}
	}
	for _, name := range strings.Fields(attr(n, "class")) {
		switch name {
		case "italic", "italics", "ital", "it", "emph":
			f.em++
		case "bold", "strong":
			f.strong++
		}
	}
	switch {
	case l.italic:
		f.em++
	case l.upright:
		f.em = 0
	}
	switch {
	case l.bold:
		f.strong++
	case l.light:
		f.strong = 0
	}
}

// begin opens a block if none is open.
func (f *flow) begin() *block {
	if f.open == nil {
		b := f.now
		b.ruled, b.textNo = f.ruled, f.textNo
		f.open, f.gap, f.ruled = &b, false, false
	}
	return f.open
}

// text takes in letters. White space is one space, none at a block's or a
// line's beginning; a preformatted block keeps its lines.
func (f *flow) text(s string) {
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if isSpace(r) {
			if r == '\n' && f.now.pre && f.open != nil {
				f.lineBreak()
			}
			f.gap = true
			s = s[size:]
			continue
		}
		end := strings.IndexFunc(s, isSpace)
		if end < 0 {
			end = len(s)
		}
		f.word(s[:end])
		s = s[end:]
	}
}

// isSpace is HTML's white space, and no other.
func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' }

// word adds letters that stand together, with the gap before them.
func (f *flow) word(s string) {
	gap := f.gap && f.open != nil
	b := f.begin()
	f.gap = false
	style, marked := essay.Emphasis, f.em > 0
	if f.strong > 0 {
		style, marked = essay.Strong, true
	}
	start := len(b.text)
	if gap && start > 0 && b.text[start-1] != '\n' {
		s = " " + s
		start++
	}
	b.add(s, placeless)
	if f.link > 0 {
		b.linked += len(s)
	}
	if !marked {
		return
	}
	if k := len(b.marks); k > 0 && b.marks[k-1].Style == style && len(strings.TrimSpace(string(b.text[b.marks[k-1].End:start]))) == 0 {
		b.marks[k-1].End = len(b.text)
		return
	}
	b.mark(start, style)
}

// lineBreak ends a line; at a block's beginning there is none to end.
func (f *flow) lineBreak() {
	if f.open != nil {
		f.open.add("\n", placeless)
		f.gap = false
	}
}

// initial takes in a picture of a letter, as old books begin with.
func (f *flow) initial(alt string) {
	if r, size := utf8.DecodeRuneInString(alt); f.open == nil && size == len(alt) && unicode.IsUpper(r) {
		f.word(alt)
	}
}

// close ends the open block.
func (f *flow) close() {
	b, later := f.open, f.later
	f.open, f.gap, f.later = nil, false, nil
	if b != nil && len(strings.TrimSpace(string(b.text))) > 0 {
		f.blocks = append(f.blocks, b)
	}
	for _, n := range later {
		f.note(n)
	}
}

// left notes an element that is no part of the text.
func (f *flow) left(n *html.Node, why, words string) {
	b := f.now
	b.node, b.left, b.textNo = n, why, f.textNo
	b.add(words, placeless)
	f.blocks = append(f.blocks, &b)
}

// isPoem says that an element is said to hold verse.
func isPoem(n *html.Node) bool {
	for _, name := range names(n) {
		switch name {
		case "poem", "poetry", "verse", "stanza", "linegroup", "versus", "poemcontainer", "poetrycontainer", "song":
			return true
		}
	}
	return false
}

// isPageMark says that an element is the number of a page of the printed book.
func isPageMark(n *html.Node) bool {
	if !isTag(n, "span", "a", "div", "p", "small", "sup", "em", "b") {
		return false
	}
	for _, name := range names(n) {
		switch name {
		case "pagenum", "pagenumber", "pageno", "pagebreak", "pgnum", "linenum", "linenumber":
			return true
		}
	}
	return false
}
