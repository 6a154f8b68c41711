// Package pdf writes pages as tagged PDF, streamed: objects leave as they
// come, equal page streams are written once, the structure is written a copy
// at a time, and the faces come last. It is the only package that knows
// gofpdf, which embeds the faces.
package pdf

import (
	"io"
	"time"

	"quire/internal/face"
	"quire/internal/typeset"
)

// Meta is what a file says of itself.
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

// Writer writes one file.
type Writer struct{}

// NewWriter begins a file.
func NewWriter(w io.Writer, m Meta, faces *face.Set) *Writer { panic("not written") }

// Add writes one copy's pages.
func (w *Writer) Add(c Copy) error { panic("not written") }

// Close writes what comes last: faces, trees, catalogue, cross-references.
func (w *Writer) Close() error { panic("not written") }
