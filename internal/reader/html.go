package reader

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"

	"golang.org/x/net/html"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/source"
)

// A page is a document of HTML with what is found out about its elements.
type page struct {
	doc, head, body *html.Node
	sheet           sheet
	looks           map[*html.Node]look
	weight          map[*html.Node]weight
	why             map[*html.Node]string // why elements are no part of the text
	seeAll          bool                  // nothing counts as hidden: the page shows its text by a script

	noteMark map[*html.Node]bool       // marks in the text, labels and links back in the notes
	noteAt   map[*html.Node]string     // elements that are notes, with their labels
	noteOf   map[*html.Node]*html.Node // by mark: the note
	notes    []*html.Node              // those of noteAt in order
	noteRead map[*html.Node]bool
}

// newPage parses a page. The parser gives up where elements are nested more
// than 512 deep, so that walks over a page may recurse. left is how many
// elements there may yet be.
func newPage(name, s string, left *int) (*page, error) {
	s = withoutData(s)
	if *left -= countElements(s); *left < 0 || len(s) > maxPage {
		return nil, fmt.Errorf("%s has more markup than any essay that Quire reads: copy the essay into a text file", name)
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return nil, fmt.Errorf("%s can't be read as a web page (%w): copy the essay into a text file", name, err)
	}
	p := &page{doc: doc, sheet: sheet{}}
	for n := range doc.Descendants() {
		switch {
		case isTag(n, "head") && p.head == nil:
			p.head = n
		case isTag(n, "body") && p.body == nil:
			p.body = n
		case isTag(n, "style") && n.FirstChild != nil && n.FirstChild.Type == html.TextNode:
			p.sheet.read(n.FirstChild.Data)
		}
	}
	if p.body == nil || p.head == nil {
		return nil, fmt.Errorf("%s is a page of frames without text: open the frame with the essay and save that", name)
	}
	return p, nil
}

// measure weighs the page's elements, and finds its notes.
func (p *page) measure() {
	p.looks, p.weight, p.why = map[*html.Node]look{}, map[*html.Node]weight{}, map[*html.Node]string{}
	p.noteMark, p.noteAt, p.noteRead, p.notes = map[*html.Node]bool{}, map[*html.Node]string{}, map[*html.Node]bool{}, nil
	p.noteOf = map[*html.Node]*html.Node{}
	p.weigh(p.body, false)
	p.endHeadings()
	p.findNotes()
}

// endHeadings ends the headings whose end tags were forgotten, before the first
// paragraph in them.
func (p *page) endHeadings() {
	for n := range p.body.Descendants() {
		if !isTag(n, "h1", "h2", "h3", "h4", "h5", "h6") || p.weight[n].words < 60 || n.Parent == nil {
			continue
		}
		c := n.FirstChild
		for c != nil && !isTag(c, "p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6") {
			c = c.NextSibling
		}
		if c == nil {
			continue
		}
		after := n.NextSibling
		for c != nil {
			next := c.NextSibling
			n.RemoveChild(c)
			n.Parent.InsertBefore(c, after)
			c = next
		}
	}
	p.weigh(p.body, false)
}

// isHTML says that a file is a web page: it begins with a doctype or a tag
// that opens pages, after white space, comments and declarations.
func isHTML(name string, raw []byte) bool {
	head := raw[:min(len(raw), 4096)]
	if hasUTF16Mark(head) {
		head = []byte(decodeUTF16(head))
	}
	s := strings.ToLower(string(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))))
	for {
		s = strings.TrimLeft(s, " \t\r\n\f")
		end := ""
		switch {
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<?"):
			end = ">"
		}
		if end == "" {
			break
		}
		_, rest, ok := strings.Cut(s, end)
		if !ok {
			return false
		}
		s = rest
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta "} {
		if strings.HasPrefix(s, tag) {
			return true
		}
	}
	ext := strings.ToLower(path.Ext(name))
	return (ext == ".html" || ext == ".htm" || ext == ".xhtml") && strings.HasPrefix(s, "<") && strings.Contains(s, ">")
}

// readHTML reads a saved web page.
func readHTML(name string, raw []byte, h Hints, findings *diag.List) (*draft, error) {
	s, err := htmlText(name, raw, findings)
	if err != nil {
		return nil, err
	}
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", "":
	default:
		findings.Add(diag.Finding{Severity: diag.Note, Code: "format", Message: name + " is a web page inside, and was read as one"})
	}
	left := maxElements
	p, err := newPage(name, s, &left)
	if err != nil {
		return nil, err
	}
	d, err := p.draft(name, h)
	if errors.Is(err, errFewWords) {
		p.seeAll = true
		if seen, err := p.draft(name, h); err == nil {
			return seen, nil
		}
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}

var errFewWords = errors.New("too few words")

const fewestWords = 25 // words of running text; a page with fewer has no essay

// draft makes a draft of what the page holds of an essay.
func (p *page) draft(name string, h Hints) (*draft, error) {
	p.measure()
	if n := p.weight[p.body].words; n > mostWords {
		return nil, fmt.Errorf("%s has %d words, and Quire reads essays of up to %d: cut out what the class reads", name, n, maxWords)
	}
	if pre := p.onlyPre(); pre != nil {
		text, err := source.New(name, []byte(rawText(pre)))
		if err != nil {
			return nil, err
		}
		return readText(text), nil
	}
	roots := p.pick()
	f := &flow{p: p}
	for _, r := range roots {
		f.run(r)
	}
	for _, n := range p.notes {
		if !p.noteRead[n] {
			f.now = block{node: n, group: n}
			f.element(n)
			f.close()
		}
	}
	d := &draft{}
	blocks := p.headOf(&d.about, p.strip(settle(f.blocks)), roots, h)
	words := 0
	for _, b := range blocks {
		if n := len(strings.Fields(string(b.text))); b.left == "" && n >= proseWords {
			words += n
		}
	}
	if words < fewestWords {
		return nil, fmt.Errorf("%s holds no essay that Quire finds (%w: %d on the page, hardly any in paragraphs): it may be a page to sign in or a list of links; open the essay itself in the browser, and save that page",
			name, errFewWords, p.weight[p.body].words)
	}
	levels(blocks)
	for _, b := range blocks {
		d.parts = append(d.parts, b.part)
	}
	return d, nil
}

// onlyPre gives the element of a page that is one preformatted text, as
// browsers show a text file.
func (p *page) onlyPre() *html.Node {
	for c := p.body.FirstChild; c != nil; c = c.NextSibling {
		if isTag(c, "pre") && p.weight[c].words*10 >= p.weight[p.body].words*9 {
			return c
		}
	}
	return nil
}

// rawText gives the text under a node as it stands.
func rawText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// levels makes the levels of the headings that are left 2, 3 … in the order of
// what the page gave them.
func levels(blocks []*block) {
	var used [8]bool
	for _, b := range blocks {
		if b.kind == essay.Heading && b.left == "" && !b.title {
			used[min(max(b.level, 1), 7)] = true
		}
	}
	for _, b := range blocks {
		if b.kind == essay.Heading && b.left == "" && !b.title {
			level := 2
			for l := 1; l < min(max(b.level, 1), 7); l++ {
				if used[l] {
					level++
				}
			}
			b.level = level
		}
	}
}
