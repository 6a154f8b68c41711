// Package markdown writes a document as Markdown that reads well raw, on a
// code host and through pandoc (GitHub's dialect).
package markdown

import "quire/internal/document"

// Render gives the document as Markdown, ending in one newline.
func Render(d *document.Document) string { panic("not written") }
