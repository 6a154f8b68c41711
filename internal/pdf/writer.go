// Package pdf writes pages as tagged PDF, streamed: objects leave as they
// come, equal page streams are written once, the structure is written a copy
// at a time, and the faces come last. It is the only package that knows
// gofpdf, which embeds the faces.
//
// Pages come in with everything placed and tagged; a file of PDF 1.7 that
// keeps PDF/UA-1 goes out. The package knows nothing of documents, and
// measures nothing but the words of slots.
package pdf

import (
	"errors"
	"io"
	"time"

	"quire/internal/face"
	"quire/internal/typeset"
)

// Meta is what a file says of itself. A Title, Lang or Author left empty is
// taken from the first copy's pages. A zero Date is left out.
type Meta struct {
	Title, Lang, Author string
	Subject             string
	Date                time.Time
}

// Copy is one student's (or the only) copy: pages and what its slots say.
type Copy struct {
	Pages *typeset.Pages
	Slots map[string]string
	Name  string // for the outline and page labels; empty for a single copy
}

// Writer writes one file. It belongs to one goroutine. What it holds in memory
// for a copy is a few hundred bytes, and no content.
type Writer struct {
	file  *file
	meta  Meta
	faces *face.Set

	resources, root int // reserved objects: what all pages draw with, the structure
	streams         map[digest]int
	plans           planCache
	content         []byte // room for the page being painted
	used            [face.Count]glyphsUsed

	pages    pageTree
	parents  numberTree
	labels   numberTree
	outline  outline
	roots    []int // the topmost elements of all copies
	nextKey  int   // of the parent tree
	numPages int
	copies   int
}

// NewWriter begins a file.
func NewWriter(w io.Writer, m Meta, faces *face.Set) *Writer {
	f := newFile(w)
	return &Writer{
		file: f, meta: m, faces: faces,
		resources: f.reserve(1), root: f.reserve(1),
		streams: map[digest]int{},
		pages:   pageTree{file: f}, parents: numberTree{file: f}, labels: numberTree{file: f},
		outline: outline{file: f},
	}
}

var errClosed = errors.New("pdf: the file is closed")

// Add writes one copy's pages. The pages must not change until Close: copies
// of the same pages share what was worked out for the first.
func (w *Writer) Add(c Copy) error {
	if w.file.closed {
		return errClosed
	}
	if c.Pages == nil {
		return errors.New("pdf: a copy without pages")
	}
	if w.copies++; w.copies == 1 {
		w.adopt(c.Pages)
	}
	p, err := w.plan(c.Pages)
	if err != nil {
		return err
	}
	if len(p.pages) > 0 {
		w.addCopy(c, p)
	}
	return w.file.err
}

// adopt fills what Meta left open.
func (w *Writer) adopt(p *typeset.Pages) {
	for _, f := range []struct {
		to   *string
		from string
	}{{&w.meta.Title, p.Title}, {&w.meta.Lang, p.Lang}, {&w.meta.Author, p.Author}, {&w.meta.Lang, "en"}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
}

// addCopy writes the objects of a copy in three reserved rows, pages,
// annotations and elements, so that a reference is a row's start and an index.
func (w *Writer) addCopy(c Copy, p *plan) {
	f := w.file
	at := rows{
		page:       f.reserve(len(p.pages)),
		annotation: f.reserve(len(p.links)),
		element:    f.reserve(len(p.elements)),
		root:       w.root,
	}
	if c.Name != "" || w.numPages == 0 {
		w.labels.add(w.numPages, appendLabel(nil, c.Name))
	}
	w.addPages(c, p, at)
	w.addLinks(c.Pages, p, at)
	for i, e := range p.elements {
		f.put(at.element+i, at.fill(f.scratch[:0], e.template))
	}
	for _, r := range p.roots {
		w.roots = append(w.roots, at.element+r)
	}
	w.outline.add(c.Name, c.Pages, at.page)
	w.numPages += len(p.pages)
}

func (w *Writer) addPages(c Copy, p *plan, at rows) {
	f := w.file
	own := map[digest]int{} // slot streams: a name is the same on each page
	for i, pg := range p.pages {
		slots := 0
		if s := w.slotStream(c, pg); len(s) > 0 {
			slots = w.share(own, s)
		}
		id := at.page + i
		b := append(f.scratch[:0], "<</Type/Page/Parent "...)
		b = appendRef(b, w.pages.add(id))
		b = append(b, "/MediaBox[0 0 "...)
		b = append(appendNumber(b, c.Pages.Width), ' ')
		b = append(appendNumber(b, c.Pages.Height), "]/Resources "...)
		b = append(appendRef(b, w.resources), "/Contents"...)
		if slots == 0 {
			b = appendRef(append(b, ' '), pg.stream)
		} else {
			b = appendRef(append(b, '['), pg.stream)
			b = append(appendRef(append(b, ' '), slots), ']')
		}
		if len(pg.annotations) > 0 {
			b = append(b, "/Annots["...)
			for _, a := range pg.annotations {
				b = append(appendRef(b, at.annotation+a), ' ')
			}
			b[len(b)-1] = ']'
		}
		if len(pg.parents) > 0 {
			b = appendInt(append(b, "/StructParents "...), w.nextKey)
			w.addParents(pg.parents, at)
		}
		f.put(id, append(b, "/Tabs/S>>"...))
	}
}

// addParents enters the elements of a page's marked contents.
func (w *Writer) addParents(parents []int, at rows) {
	v := []byte{'['}
	for _, e := range parents {
		v = append(appendRef(v, at.element+e), ' ')
	}
	v[len(v)-1] = ']'
	w.parents.add(w.nextKey, v)
	w.nextKey++
}

// share writes a content stream, or finds the equal one written before.
func (w *Writer) share(known map[digest]int, content []byte) int {
	d := digestOf(content)
	id, ok := known[d]
	if !ok {
		id = w.file.reserve(1)
		w.file.putStream(id, "", content)
		known[d] = id
	}
	return id
}

// Close writes what comes last: faces, trees, catalogue, cross-references.
func (w *Writer) Close() error {
	f := w.file
	if f.closed {
		return errClosed
	}
	if w.numPages == 0 {
		f.close(0, 0)
		return errors.New("pdf: there are no pages")
	}
	fonts, err := w.writeFonts()
	if err != nil {
		f.close(0, 0)
		return err
	}
	f.put(w.resources, fonts)

	b := append(f.scratch[:0], "<</Type/StructTreeRoot/K["...)
	for i, r := range w.roots {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendRef(b, r)
	}
	b = append(b, "]/ParentTree "...)
	b = appendRef(b, w.parents.finish())
	b = appendInt(append(b, "/ParentTreeNextKey "...), w.nextKey)
	f.put(w.root, append(b, ">>"...))

	catalog, info := f.reserve(1), f.reserve(1)
	f.put(catalog, w.catalog())
	f.put(info, w.info())
	f.close(catalog, info)
	return f.err
}

func (w *Writer) catalog() []byte {
	f := w.file
	metadata := f.reserve(1)
	f.putPlain(metadata, "/Type/Metadata/Subtype/XML", w.xmp())
	b := []byte("<</Type/Catalog/Pages ")
	b = appendRef(b, w.pages.finish())
	b = appendText(append(b, "/Lang"...), w.meta.Lang)
	b = append(b, "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot "...)
	b = appendRef(b, w.root)
	b = appendRef(append(b, "/Metadata "...), metadata)
	b = appendRef(append(b, "/PageLabels "...), w.labels.finish())
	if root := w.outline.finish(); root != 0 {
		b = appendRef(append(b, "/Outlines "...), root)
		if w.copies > 1 {
			b = append(b, "/PageMode/UseOutlines"...)
		}
	}
	return append(b, ">>"...)
}

// appendLabel makes the entry that numbers a copy's pages from 1.
func appendLabel(b []byte, name string) []byte {
	b = append(b, "<</S/D"...)
	if name != "" {
		b = appendText(append(b, "/P"...), name+" ")
	}
	return append(b, ">>"...)
}
