// Package prompts holds the lessons that come with Quire, and the stems.
//
// A stem is a prompt that fits many essays: a Markdown file of that name. Its
// front matter has
//
//	about      what it is, in a line
//	section    where it belongs in a lesson: Worksheet, Seminar or Exit ticket
//	group      the group there; in a Seminar it names the phase
//	arguments  what a prompt gives it as attributes: “name: what it is” for one
//	           that is needed, “name: {about: …, otherwise: …}” for one that isn't
//	fits       for stems that quire new may use: the passages it fits, the best
//	           first: opening, closing, turn (there is a word of contrast),
//	           quotation, figures, section (it begins or ends one), word (it has
//	           a word worth asking for, with the arguments word and sentence)
//	needs      the id of a passage without which quire new can't use it
//
// Then comes, as running text, when to use it; under “# Stem” one prompt as a
// lesson has it; under “# Example” prompts that use it on “Hold Your Applause”,
// the essay of the lesson applause, with its passages.
//
// In the stem {{given "name"}} stands for an argument's words, {{gap given=name}}
// for a gap whose answer they are, and any other call takes them with given=name:
// {{quote given=words}}, {{ref given=other}}. {{ref}} is the passage of the prompt
// that uses the stem. TODO marks what only somebody who has read the essay can
// write. A stem uses no other stem.
package prompts

import "embed"

// FS has a folder for each lesson under lessons/, and stems/NAME.md.
//
//go:embed all:lessons stems/*.md
var FS embed.FS
