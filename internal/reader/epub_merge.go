package reader

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"quire/internal/diag"
)

// readDocs parses the book's documents.
func (e *epub) readDocs() error {
	left := maxElements
	for _, d := range e.docs {
		raw, err := e.read(d.member)
		if err != nil {
			return err
		}
		text, err := htmlText(e.name, raw, &diag.List{})
		if err != nil {
			return err
		}
		d.page, err = newPage(e.name, closeEmpty(text), &left)
		if err != nil {
			return err
		}
		if d.why == "" {
			d.why = frontMatter(d)
		}
	}
	return nil
}

// closeEmpty gives the elements that XHTML closes in their own tag an end tag,
// "<a id="x"/>": in HTML they would stay open.
func closeEmpty(s string) string {
	if !strings.Contains(s, "/>") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			break
		}
		b.WriteString(s[:open])
		s = s[open:]
		end := tagEnd(s)
		tag := s[:end]
		s = s[end:]
		name, ok := emptyTag(tag)
		if !ok {
			b.WriteString(tag)
			continue
		}
		b.WriteString(tag[:len(tag)-2])
		b.WriteString("></" + name + ">")
	}
	b.WriteString(s)
	return b.String()
}

// tagEnd finds the end of the tag or comment that s begins with.
func tagEnd(s string) int {
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s, "-->"); end >= 0 {
			return end + 3
		}
		return len(s)
	}
	quote := byte(0)
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		case c == '<':
			return i
		}
	}
	return len(s)
}

// emptyTag gives the name of an element that a tag opens and closes at once, if
// HTML doesn't know it as one that is always empty.
func emptyTag(tag string) (name string, ok bool) {
	if !strings.HasSuffix(tag, "/>") || len(tag) < 4 {
		return "", false
	}
	name = tag[1:]
	if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
		name = name[:end]
	}
	switch atom.Lookup([]byte(strings.ToLower(name))) {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param,
		atom.Source, atom.Track, atom.Wbr:
		return "", false
	}
	return name, name != "" && name[0] != '!' && name[0] != '?'
}

// frontMatter says why a document is no part of the book's text: by what it
// calls itself, or its file.
func frontMatter(d *bookDoc) string {
	types := attr(d.page.body, "epub:type")
	for c := d.page.body.FirstChild; c != nil; c = c.NextSibling {
		if isTag(c, "section", "div", "nav", "article") {
			types += " " + attr(c, "epub:type")
			break
		}
	}
	for _, t := range strings.Fields(types) {
		if t == "frontmatter" || t == "backmatter" || t == "bodymatter" {
			continue
		}
		if why := matterKind(t); why != "" {
			return why
		}
	}
	base := strings.ToLower(d.member[strings.LastIndexByte(d.member, '/')+1:])
	base, _, _ = strings.Cut(base, ".")
	return matterKind(strings.Trim(base, "0123456789_-"))
}

// matterKind names a part of a book that surrounds the text.
func matterKind(s string) string {
	switch strings.ReplaceAll(strings.ReplaceAll(s, "-", ""), "_", "") {
	case "cover", "coverpage":
		return "cover"
	case "titlepage", "halftitlepage", "halftitle", "title", "fulltitle":
		return "title page"
	case "toc", "landmarks", "contents", "tableofcontents", "nav", "loi", "lot":
		return "contents"
	case "copyright", "copyrightpage", "colophon", "imprint", "uncopyright", "imprimatur":
		return "imprint"
	case "dedication", "acknowledgments", "acknowledgements", "index", "bibliography", "seriespage", "otherbooks", "adcard", "praise":
		return s
	case "aboutauthor", "abouttheauthor", "contributors":
		return "about the author"
	}
	return ""
}

// merge makes one page of the book's documents, with ids that say which
// document they are of. starts gives the element where each place of the table
// of contents is.
func (e *epub) merge() *page {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	head := &html.Node{Type: html.ElementNode, Data: "head", DataAtom: atom.Head}
	p := &page{doc: body, body: body, head: head, sheet: sheet{}}
	for _, member := range e.css {
		if raw, err := e.read(member); err == nil {
			p.sheet.read(string(bytes.ToValidUTF8(raw, nil)))
		}
	}
	number := map[string]int{}
	for i, d := range e.docs {
		number[foldName(d.member)] = i
	}
	for i, d := range e.docs {
		for class, l := range d.page.sheet {
			p.sheet[class] = p.sheet[class].with(l)
		}
		if d.why != "" {
			continue
		}
		div := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div,
			Attr: []html.Attribute{{Key: "id", Val: placeID(i, "")}, {Key: "epub:type", Val: attr(d.page.body, "epub:type")}}}
		for c := d.page.body.FirstChild; c != nil; c = d.page.body.FirstChild {
			d.page.body.RemoveChild(c)
			div.AppendChild(c)
		}
		for n := range div.Descendants() {
			e.rename(n, i, number)
		}
		body.AppendChild(div)
	}
	return p
}

// rename makes an element's id and the place that it links to the merged
// page's.
func (e *epub) rename(n *html.Node, doc int, number map[string]int) {
	for k := range n.Attr {
		a := &n.Attr[k]
		switch a.Key {
		case "id", "name":
			a.Val = placeID(doc, a.Val)
		case "href":
			if strings.Contains(a.Val, ":") {
				continue
			}
			member, fragment := memberAt(e.docs[doc].member, a.Val)
			if to, ok := number[foldName(member)]; ok {
				a.Val = "#" + placeID(to, fragment)
			}
		}
	}
}

// placeID is the id in the merged page of one in a document.
func placeID(doc int, id string) string { return "d" + strconv.Itoa(doc) + "/" + id }
