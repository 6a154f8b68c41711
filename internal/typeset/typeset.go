// Package typeset turns a document into pages of placed runs: it shapes words,
// breaks lines and pages, and puts every edition into its measure.
package typeset

import (
	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/face"
)

// Paper is a size of paper, in points.
type Paper struct {
	Name          string
	Width, Height float64
}

var (
	Letter = Paper{"letter", 612, 792}
	A4     = Paper{"a4", 595.2756, 841.8898}
)

// Options say how a document is set.
type Options struct {
	Paper Paper
	Faces *face.Set
}

// Set sets a document. Findings are about what could not be set as asked (a
// character that no face has, an item taller than a page).
func Set(d *document.Document, o Options, findings *diag.List) *Pages { panic("not written") }
