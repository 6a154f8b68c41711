// Package compose puts documents together: a lesson, a form and a template go
// in, a document.Document comes out, for either renderer.
package compose

import (
	"io/fs"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
)

// Template is a document template, parsed.
type Template struct {
	Name     string            // "worksheet"
	Audience document.Audience // front matter: audience: student | teacher
	Usual    string            // front matter: as: pdf | md
	Doc      string            // front matter: doc: one line on what it is for

	parsed parsedTemplate
}

// ReadTemplates parses the templates of fsys (NAME.md at its root) by name, in
// the order of their front matter's `order`. Overrides, which may be nil, is a
// lesson's own templates folder: its files replace those of the same name.
func ReadTemplates(fsys, overrides fs.FS, where string, findings *diag.List) ([]*Template, error) {
	panic("not written")
}

// Request says what to compose.
type Request struct {
	Lesson     *lesson.Lesson
	Form       form.Form
	Template   *Template
	PrintEssay bool // the essay's text may be printed, and is at hand
}

// Compose makes the document.
func Compose(r Request, findings *diag.List) *document.Document { panic("not written") }
