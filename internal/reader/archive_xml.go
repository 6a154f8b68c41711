package reader

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// A node is an element of an XML file, or a stretch of its text.
type node struct {
	name  string // as "w:p", with the prefix of namespaces, below; "" for text
	attrs []xmlAttr
	kids  []*node
	text  string
}

type xmlAttr struct{ name, value string }

// Limits on XML: word processors nest text boxes in tables in text boxes to
// some sixty elements.
const (
	xmlDepth = 256
	xmlTag   = 1 << 20 // bytes of a tag with its attributes, or of a comment
)

// namespaces gives the prefixes that readers know elements by, whatever the
// file calls them; several addresses may mean one thing (OOXML has two of each,
// transitional and strict). Elements of other namespaces have their local name
// only, with ":" before it.
var namespaces = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":            "w",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                        "w",
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":     "r",
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                 "r",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":             "mc",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":              "m",
	"http://purl.oclc.org/ooxml/officeDocument/math":                          "m",
	"http://schemas.openxmlformats.org/package/2006/relationships":            "rel",
	"http://schemas.openxmlformats.org/package/2006/content-types":            "ct",
	"http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
	"http://purl.org/dc/elements/1.1/":                                        "dc",
	"http://purl.org/dc/terms/":                                               "dcterms",
	"http://www.w3.org/XML/1998/namespace":                                    "xml",
	"http://www.w3.org/1999/xhtml":                                            "html",
	"http://www.idpf.org/2007/opf":                                            "opf",
	"http://www.idpf.org/2007/ops":                                            "epub",
	"http://www.daisy.org/z3986/2005/ncx/":                                    "ncx",
	"urn:oasis:names:tc:opendocument:xmlns:container":                         "container",
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                        "office",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                          "text",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                         "table",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                         "style",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                       "draw",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":             "fo",
	"urn:oasis:names:tc:opendocument:xmlns:meta:1.0":                          "meta",
}

// tree reads a member as XML.
func (a *archive) tree(member string) (*node, error) {
	r, err := a.open(member)
	if err != nil {
		return nil, err
	}
	return parseXML(a.name, r, &a.nodes)
}

// parseXML reads XML into a tree of no more nodes than are left. It is UTF-8
// unless a byte order mark or its declaration says otherwise. Entities that
// the file declares are refused, and nothing outside of it is ever fetched.
// An error is a sentence with the file's name.
func parseXML(name string, r io.Reader, left *int) (*node, error) {
	r, err := utf8Reader(r)
	if err != nil {
		return nil, err
	}
	watched := &tagWatch{r: r, name: name}
	d := xml.NewDecoder(watched)
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return r, nil // what could be read so far isn't UTF-16, whatever it says
		}
		return charset.NewReaderLabel(label, r)
	}
	d.Entity = xml.HTMLEntity
	t := &treeing{name: name, left: left, names: map[xml.Name]string{}, open: []*node{{}}}
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, t.broken(err, watched.err)
		}
		if err := t.take(token); err != nil {
			return nil, err
		}
	}
	for _, k := range t.open[0].kids {
		if k.name != "" {
			return k, nil
		}
	}
	return nil, fmt.Errorf("%s is damaged: a part of it that should be XML is empty", name)
}

// treeing is a tree in the making.
type treeing struct {
	name  string
	left  *int
	names map[xml.Name]string
	open  []*node // from the root down
}

func (t *treeing) take(token xml.Token) error {
	last := t.open[len(t.open)-1]
	switch token := token.(type) {
	case xml.StartElement:
		n := &node{name: t.prefixed(token.Name)}
		for _, a := range token.Attr {
			if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
				n.attrs = append(n.attrs, xmlAttr{t.prefixed(a.Name), a.Value})
			}
		}
		last.kids = append(last.kids, n)
		t.open = append(t.open, n)
		*t.left -= 1 + len(n.attrs)/4
		if len(t.open) > xmlDepth {
			return fmt.Errorf("%s nests more than %d deep, which no essay does: copy its text into a new document", t.name, xmlDepth)
		}
	case xml.EndElement:
		t.open = t.open[:len(t.open)-1]
	case xml.CharData:
		last.kids = append(last.kids, &node{text: string(token)})
		*t.left--
	case xml.Directive:
		if bytes.Contains(bytes.ToUpper(token), []byte("<!ENTITY")) {
			return fmt.Errorf("%s declares entities, which no word processor does: copy its text into a new document", t.name)
		}
	}
	if *t.left < 0 {
		return fmt.Errorf("%s has more markup than any essay that Quire reads: copy what the class reads into a new document", t.name)
	}
	return nil
}

// prefixed gives the name that readers know an element or attribute by.
func (t *treeing) prefixed(n xml.Name) string {
	if s, ok := t.names[n]; ok {
		return s
	}
	s := n.Local
	if n.Space != "" {
		prefix, ok := namespaces[n.Space]
		if !ok && !strings.ContainsAny(n.Space, ":/") {
			prefix = n.Space // a prefix that the file doesn't declare means itself
		}
		s = prefix + ":" + s
	}
	t.names[n] = s
	return s
}

// broken is the error of XML that can't be read: the archive's own error, if
// that was the cause.
func (t *treeing) broken(err, cause error) error {
	if cause != nil {
		return cause
	}
	return fmt.Errorf("%s is damaged (%s): open it where it was made and save it again", t.name, plain(err))
}

// utf8Reader turns UTF-16 with a byte order mark into UTF-8, and drops the mark
// of UTF-8.
func utf8Reader(r io.Reader) (io.Reader, error) {
	head := make([]byte, 3)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	head = head[:n]
	whole := io.MultiReader(bytes.NewReader(head), r)
	switch {
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}), bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		raw, err := io.ReadAll(whole)
		if err != nil {
			return nil, err
		}
		s := decodeUTF16(raw)
		if _, body, ok := strings.Cut(s, "?>"); ok && strings.HasPrefix(s, "<?xml") {
			s = body // the declaration says UTF-16, which it no longer is
		}
		return strings.NewReader(s), nil
	case string(head) == "\ufeff":
		return r, nil
	}
	return whole, nil
}

// tagWatch stops at a tag of absurd length, which the decoder would hold in
// memory many times over, and remembers what went wrong below it.
type tagWatch struct {
	r    io.Reader
	name string
	in   int // bytes since the last "<" without a ">"
	err  error
}

func (t *tagWatch) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	for s := p[:n]; len(s) > 0; {
		sign := byte('<')
		if t.in > 0 {
			sign = '>'
		}
		at := bytes.IndexByte(s, sign)
		switch {
		case at < 0 && t.in > 0:
			t.in += len(s)
			at = len(s) - 1
		case at < 0:
			at = len(s) - 1
		case t.in > 0:
			t.in = 0
		default:
			t.in = 1
		}
		s = s[at+1:]
	}
	if t.in > xmlTag {
		err = fmt.Errorf("%s has a tag of more than %d MiB, which no word processor writes: copy its text into a new document", t.name, xmlTag>>20)
	}
	if err != nil && err != io.EOF {
		t.err = err
	}
	return n, err
}

// attr gives an attribute's value, "" if there is none.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.name == name {
			return a.value
		}
	}
	return ""
}

// child gives the first element of that name right below, or nil. A nil node
// has no children, so that calls can be chained.
func (n *node) child(name string) *node {
	if n != nil {
		for _, k := range n.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// words gives all text below a node.
func (n *node) words() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	var walk func(n *node)
	walk = func(n *node) {
		b.WriteString(n.text)
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// find gives the first element of that name at any depth below, or nil.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if f := k.find(name); f != nil {
			return f
		}
	}
	return nil
}
