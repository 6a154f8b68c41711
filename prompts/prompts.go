// Package prompts holds the lessons that come with Quire.
package prompts

import "embed"

// FS has a folder for each lesson under lessons/.
//
//go:embed all:lessons
var FS embed.FS
