// Package templates holds the documents that Quire makes, one Markdown file
// each: what stands in them, in which order, with which words. The calls and
// facts that they may use are those of package compose.
package templates

import "embed"

// FS holds the templates at its root.
//
//go:embed *.md
var FS embed.FS
