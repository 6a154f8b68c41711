package reader

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"quire/internal/diag"
)

// An epub is a book of the kind that e-readers take: what its package document
// says of it, and the documents of its text in their order.
type epub struct {
	*archive
	opf    string // the package document's member
	title  string
	author string
	facts  facts
	docs   []*bookDoc
	toc    []tocEntry
	css    []string
}

// A bookDoc is one document of the book's spine.
type bookDoc struct {
	member string
	why    string // why it is no part of the text, "" if it may be
	page   *page
}

// A tocEntry is a line of the table of contents.
type tocEntry struct {
	label    string
	member   string
	fragment string
	depth    int
}

const (
	maxDocs    = 2000 // documents of a book
	maxEntries = 5000 // lines of a table of contents
)

func isEPUB(a *archive) bool {
	return a.mimetype() == "application/epub+zip" || a.has("META-INF/container.xml") && a.opfMember() != ""
}

// readEPUB reads a book, or the one text of it that is asked for.
func readEPUB(a *archive, h Hints, _ *diag.List) (*draft, error) {
	e := &epub{archive: a, opf: a.opfMember()}
	if e.opf == "" {
		return nil, fmt.Errorf("%s is an EPUB without its package document: get another copy, or convert it to a Word file or plain text", a.name)
	}
	if err := e.readPackage(); err != nil {
		return nil, err
	}
	if err := e.locked(); err != nil {
		return nil, err
	}
	if err := e.readDocs(); err != nil {
		return nil, err
	}
	return e.draft(h)
}

// opfMember finds the package document: where the container says, else by its
// name.
func (a *archive) opfMember() string {
	if a.has("META-INF/container.xml") {
		if t, err := a.tree("META-INF/container.xml"); err == nil {
			if f := t.find("container:rootfile"); f != nil && a.has(unescaped(f.attr("full-path"))) {
				return unescaped(f.attr("full-path"))
			}
		}
	}
	best := ""
	for name := range a.members {
		if strings.HasSuffix(name, ".opf") && (best == "" || name < best) {
			best = name
		}
	}
	return best
}

func unescaped(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// memberAt gives the member that a link in another one means, and its fragment.
func memberAt(from, href string) (member, fragment string) {
	href, fragment, _ = strings.Cut(href, "#")
	if href == "" {
		return from, fragment
	}
	return path.Join(path.Dir(from), unescaped(href)), unescaped(fragment)
}

// readPackage reads what the book says of itself, and which documents it has.
func (e *epub) readPackage() error {
	t, err := e.tree(e.opf)
	if err != nil {
		return err
	}
	e.metadata(t.child("opf:metadata"))
	type item struct{ member, kind, properties string }
	items := map[string]item{}
	toc := ""
	for _, k := range t.child("opf:manifest").all("opf:item") {
		member, _ := memberAt(e.opf, k.attr("href"))
		i := item{member, k.attr("media-type"), " " + k.attr("properties") + " "}
		items[k.attr("id")] = i
		switch {
		case strings.Contains(i.properties, " nav "):
			toc = member
		case i.kind == "application/x-dtbncx+xml" && toc == "":
			toc = member
		case i.kind == "text/css":
			e.css = append(e.css, member)
		}
	}
	front := map[string]string{}
	for _, k := range t.child("opf:guide").all("opf:reference") {
		member, _ := memberAt(e.opf, k.attr("href"))
		switch k.attr("type") {
		case "toc", "cover", "title-page", "copyright-page", "colophon", "index", "loi", "lot", "glossary", "bibliography":
			front[member] = k.attr("type")
		}
	}
	seen := map[string]bool{}
	for _, k := range t.child("opf:spine").all("opf:itemref") {
		i, ok := items[k.attr("idref")]
		if !ok || seen[i.member] || !e.has(i.member) || !(strings.Contains(i.kind, "html") || isHTMLName(i.member)) {
			continue
		}
		seen[i.member] = true
		doc := &bookDoc{member: i.member, why: front[i.member]}
		if strings.Contains(i.properties, " nav ") {
			doc.why = "contents"
		}
		e.docs = append(e.docs, doc)
	}
	switch {
	case len(e.docs) == 0:
		return fmt.Errorf("%s is an EPUB in which no text is found: get another copy, or convert it to a Word file or plain text", e.name)
	case len(e.docs) > maxDocs:
		return fmt.Errorf("%s has more than %d documents in it: give Quire the essay by itself", e.name, maxDocs)
	}
	return e.readContents(toc)
}

func isHTMLName(member string) bool {
	switch strings.ToLower(path.Ext(member)) {
	case ".xhtml", ".html", ".htm":
		return true
	}
	return false
}

// all gives the elements of that name right below a node.
func (n *node) all(name string) []*node {
	var out []*node
	if n != nil {
		for _, k := range n.kids {
			if k.name == name {
				out = append(out, k)
			}
		}
	}
	return out
}

// metadata takes in the book's title, its authors and the like. Those who
// edited or translated it didn't write it.
func (e *epub) metadata(m *node) {
	roles, main := map[string]string{}, map[string]bool{}
	for _, k := range m.all("opf:meta") {
		id := strings.TrimPrefix(k.attr("refines"), "#")
		switch k.attr("property") {
		case "role":
			roles[id] = k.words()
		case "title-type":
			main[id] = k.words() == "main"
		}
	}
	var authors []string
	if m == nil {
		return
	}
	for _, k := range m.kids {
		w := k.words()
		switch k.name {
		case "dc:title":
			if e.title == "" || main[k.attr("id")] {
				e.title = w
			}
		case "dc:creator":
			role := first(k.attr("opf:role"), roles[k.attr("id")], "aut")
			if w != "" && role == "aut" && len(authors) < 10 {
				authors = append(authors, w)
			}
		case "dc:publisher":
			e.facts.site = first(e.facts.site, w)
		case "dc:date":
			e.facts.published = first(e.facts.published, w)
		case "dc:language":
			e.facts.lang = first(e.facts.lang, w)
		}
	}
	e.author = joinNames(authors)
}

// locked refuses a book whose documents are encrypted. Fonts may be: no text
// is lost with them.
func (e *epub) locked() error {
	if !e.has("META-INF/encryption.xml") {
		return nil
	}
	t, err := e.tree("META-INF/encryption.xml")
	if err != nil {
		return err
	}
	uris := map[string]bool{}
	var walk func(n *node)
	walk = func(n *node) {
		if strings.HasSuffix(n.name, ":CipherReference") {
			uris[foldName(unescaped(n.attr("URI")))] = true
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(t)
	for _, d := range e.docs {
		if uris[foldName(d.member)] {
			return fmt.Errorf("%s is locked by its seller (DRM), and can't be read outside the seller's programs: bring a copy without the lock, or copy the essay from the page", e.name)
		}
	}
	return nil
}

// readContents reads the table of contents: of EPUB 3, or the NCX of EPUB 2.
func (e *epub) readContents(member string) error {
	if member == "" || !e.has(member) {
		return nil
	}
	t, err := e.tree(member)
	if err != nil {
		return nil // a book may do without
	}
	add := func(label, href string, depth int) {
		if m, fragment := memberAt(member, href); label != "" && href != "" && len(e.toc) < maxEntries {
			e.toc = append(e.toc, tocEntry{label, m, fragment, depth})
		}
	}
	var points func(n *node, depth int)
	points = func(n *node, depth int) {
		for _, k := range n.kids {
			if k.name == "ncx:navPoint" {
				if c := k.child("ncx:content"); c != nil {
					add(k.child("ncx:navLabel").words(), c.attr("src"), depth)
				}
				points(k, depth+1)
			}
		}
	}
	if m := t.find("ncx:navMap"); m != nil {
		points(m, 0)
		return nil
	}
	var list func(n *node, depth int)
	list = func(n *node, depth int) {
		for _, k := range n.kids {
			switch k.name {
			case "html:a":
				add(k.words(), k.attr("href"), depth)
			case "html:ol", "html:ul":
				list(k, depth+1)
			default:
				list(k, depth)
			}
		}
	}
	if nav := contentsNav(t); nav != nil {
		list(nav, -1)
	}
	return nil
}

// contentsNav finds the table of contents among a document's lists of places.
func contentsNav(n *node) *node {
	for _, k := range n.kids {
		if k.name == "html:nav" && strings.Contains(" "+k.attr("epub:type")+" ", " toc ") {
			return k
		}
		if found := contentsNav(k); found != nil {
			return found
		}
	}
	return nil
}
