package reader

import (
	"bytes"
	"fmt"
	"path"
	"strconv"
	"strings"

	"quire/internal/diag"
)

// docxParts are the members of a Word file that are read.
type docxParts struct {
	document, styles, numbering, footnotes, endnotes, core string
}

// isDOCX knows Word files (.docx, .docm, .dotx) by their main part.
func isDOCX(a *archive) bool {
	return a.has("word/document.xml") || strings.HasPrefix(docxMain(a), "word/")
}

// docxMain finds the main part of an OOXML file, as the package's relations
// name it.
func docxMain(a *archive) string {
	for _, r := range relations(a, "") {
		if r.kind == "officeDocument" {
			return r.target
		}
	}
	return ""
}

// A relation is what one part of an OOXML file says another is to it.
type relation struct{ kind, target string }

// relations reads those of a part, "" for the whole package. Parts that can't
// be read have none: then their usual names serve.
func relations(a *archive, part string) []relation {
	dir, file := path.Split(part)
	member := dir + "_rels/" + file + ".rels"
	if !a.has(member) {
		return nil
	}
	tree, err := a.tree(member)
	if err != nil {
		return nil
	}
	var out []relation
	for _, k := range tree.kids {
		if k.name != "rel:Relationship" || k.attr("TargetMode") == "External" {
			continue
		}
		target := strings.ReplaceAll(k.attr("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		kind := k.attr("Type")
		out = append(out, relation{kind[strings.LastIndexByte(kind, '/')+1:], strings.TrimPrefix(path.Clean(target), "/")})
	}
	return out
}

func findDOCXParts(a *archive) docxParts {
	p := docxParts{document: "word/document.xml", core: "docProps/core.xml"}
	if main := docxMain(a); a.has(main) {
		p.document = main
	}
	for _, r := range relations(a, "") {
		if r.kind == "core-properties" {
			p.core = r.target
		}
	}
	dir := path.Dir(p.document) + "/"
	p.styles, p.numbering = dir+"styles.xml", dir+"numbering.xml"
	p.footnotes, p.endnotes = dir+"footnotes.xml", dir+"endnotes.xml"
	for _, r := range relations(a, p.document) {
		switch r.kind {
		case "styles":
			p.styles = r.target
		case "numbering":
			p.numbering = r.target
		case "footnotes":
			p.footnotes = r.target
		case "endnotes":
			p.endnotes = r.target
		}
	}
	return p
}

// readDOCX reads a Word file. What was deleted with tracked changes is not
// read, nor are comments, fields' instructions, pictures, heads and feet.
func readDOCX(a *archive, h Hints, findings *diag.List) (*draft, error) {
	parts := findDOCXParts(a)
	optional := func(member string) (*node, error) {
		if !a.has(member) {
			return nil, nil
		}
		return a.tree(member)
	}
	document, err := a.tree(parts.document)
	if err != nil {
		return nil, err
	}
	body := document.child("w:body")
	if body == nil {
		return nil, fmt.Errorf("%s has no text in it: open it in a word processor and save it again as .docx", a.name)
	}
	r := &docxReader{m: &manuscript{name: a.name}}
	var trees [5]*node
	for i, member := range []string{parts.styles, parts.numbering, parts.footnotes, parts.endnotes, parts.core} {
		if trees[i], err = optional(member); err != nil {
			return nil, err
		}
	}
	r.styles = newDOCXStyles(trees[0], trees[1])
	r.footnotes, r.endnotes = notesByID(trees[2], "w:footnote"), notesByID(trees[3], "w:endnote")
	r.blocks(body)
	r.m.flush()
	for i, n := range r.notes { // a note that refers to one adds to them, and isn't followed
		r.m.note(strconv.Itoa(i+1), func() { r.blocks(n) })
	}
	m := r.m
	m.title, m.creator = trees[4].child("dc:title").words(), trees[4].child("dc:creator").words()
	m.lang = trees[4].child("dc:language").words()
	return m.draft(h)
}

// notesByID gives the notes of a part by their ids; separators, which have a
// type, are none.
func notesByID(tree *node, name string) map[string]*node {
	notes := map[string]*node{}
	if tree == nil {
		return notes
	}
	for _, k := range tree.kids {
		if kind := k.attr("w:type"); k.name == name && (kind == "" || kind == "normal") {
			notes[k.attr("w:id")] = k
		}
	}
	return notes
}

// isOLE knows the compound files of old word processors, and those that newer
// ones wrap an encrypted document in.
func isOLE(_ string, raw []byte) bool {
	return bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
}

func refuseOLE(name string, raw []byte, _ Hints, _ *diag.List) (*draft, error) {
	has := func(stream string) bool { // names are in UTF-16
		wide := make([]byte, 0, 2*len(stream))
		for i := range len(stream) {
			wide = append(wide, stream[i], 0)
		}
		return bytes.Contains(raw, wide)
	}
	switch {
	case has("EncryptedPackage"):
		return nil, fmt.Errorf("%s needs a password: open it with the password and save a copy without one", name)
	case has("WordDocument"):
		return nil, fmt.Errorf("%s is a Word file of before 2007, which Quire doesn't read: open it in a word processor and save it as .docx", name)
	case has("Workbook"), has("PowerPoint Document"):
		return nil, fmt.Errorf("%s is an old spreadsheet or set of slides: copy the essay's text into a document and save it as .docx", name)
	}
	return nil, fmt.Errorf("%s is a file of an old Office program, which Quire doesn't read: open it there and save it as .docx", name)
}
