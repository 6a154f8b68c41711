// Package reader turns a file into an Essay, one file a format. Only build
// imports it.
package reader

import (
	"quire/internal/diag"
	"quire/internal/essay"
)

// Hints are what is known of the essay before its file is read.
type Hints struct {
	Title, Author string
	Opens         []string // the first words of its paragraphs, if a lock file remembers them
}

// Limit is the largest file that is read, in bytes.
const Limit = 32 << 20

// Read makes an Essay of a file's bytes, by their content, not by name.
// Findings tell what was odd; an error says why there is no essay.
func Read(name string, raw []byte, h Hints, findings *diag.List) (*essay.Essay, error) {
	panic("not written")
}
