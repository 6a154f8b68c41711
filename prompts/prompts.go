// Package prompts holds the lessons that come with Quire, and the stems.
//
// A stem is a prompt that fits many essays: a Markdown file with one prompt, as
// a lesson has it, and front matter that says what it is about, in which
// section and group it belongs, and which passages it fits, the best first:
// opening, closing, turn (there is a word of contrast), quotation, figures,
// section (it begins or ends one), word (it has a word worth asking for, which
// stands for WORD). What needs is a passage that it refers to by that id. TODO
// marks what only somebody who has read the essay can write.
package prompts

import "embed"

// FS has a folder for each lesson under lessons/, and stems/NAME.md.
//
//go:embed all:lessons stems/*.md
var FS embed.FS
