// Package templates holds the documents that Quire makes, one Markdown file
// each: what stands in them, in which order, with which words. The calls and
// facts that they may use are those of package compose. The formats, which say
// how a seminar may run, are its too.
package templates

import "embed"

// FS holds the templates at its root, and the formats in formats/.
//
//go:embed *.md formats/*.md
var FS embed.FS
