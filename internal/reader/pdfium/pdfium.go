// Package pdfium takes the characters out of PDF files, with their places,
// sizes and styles. It alone knows the engine: PDFium, compiled to
// WebAssembly, run by wazero.
//
// Why this engine. Of what was measured it gives the best text: every
// character with its box, face and baseline, ligatures and accents resolved,
// damaged files repaired, encrypted ones opened where they need no password.
// It is in the program, so it is the same on every system. The file is handled
// in a sandbox: no file system, no network, 128 MiB of memory, a time limit.
// pdftotext, measured beside it, is as good at characters and starts in 0.05
// s, but is missing on most teachers' machines, differs between them, and
// gives neither face nor size, by which headings and notes are known.
//
// Its price is the start. Measured on two cores with eight pages of two
// columns: interpreted, 1.0 s to start, 0.5 s a page and 275 MB; compiled, 3
// to 6 s to start and 330 to 400 MB, whatever the collector is told, since the
// compiler holds all that it makes until it is done; with the compiled module
// from a cache, 0.25 s to start, 0.3 s for all pages, 75 MB. So the compiled
// module is kept in the user's cache folder, and where it isn't there yet the
// interpreter looks at the file first: what can't be opened or holds no text is
// answered without compiling.
package pdfium

import (
	"errors"
	"runtime/debug"
	"time"

	"quire/internal/reader/layout"
)

// What a file can be instead of readable.
var (
	ErrPassword = errors.New("needs a password to open")
	ErrDamaged  = errors.New("is damaged, or not a PDF")
	ErrNoText   = errors.New("holds pictures of pages without text")
	ErrTooMuch  = errors.New("holds more than an essay can")
	ErrTooSlow  = errors.New("takes too long to read")
)

// Limits on what is taken out of a file.
const (
	maxPages     = 600
	maxChars     = 1_500_000 // of all pages
	maxPageChars = 60_000
	maxTime      = 30 * time.Second // without the engine's start
	maxMemory    = 128 << 20        // bytes, of the sandbox
	fewPages     = 6                // which the interpreter reads before the compiler has started
	fewLetters   = 40               // a file with fewer is no text
)

// A File is what is taken out of a PDF: its pages, and what its document
// information says, which is often wrong.
type File struct {
	Title, Author string
	Pages         []layout.Page
}

// Read takes the text out of a PDF. The compiled engine is kept in the folder
// cache, or nowhere if that is empty or can't be trusted. The error is one of
// those above, or says why the engine doesn't run.
func Read(raw []byte, cache string) (*File, error) {
	cache = usable(cache)
	if filled(cache) {
		return with(compiled, cache, raw, (*reading).file)
	}
	f, err := with(interpreted, "", raw, func(r *reading) (*File, error) {
		if cache == "" && r.pages <= fewPages {
			return r.file()
		}
		return nil, r.hasText()
	})
	if f != nil || err != nil {
		return f, err
	}
	// What the interpreter held would come on top of what the compiler needs.
	debug.FreeOSMemory()
	defer debug.SetGCPercent(debug.SetGCPercent(40))
	return with(compiled, cache, raw, (*reading).file)
}
