package reader

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"quire/internal/diag"
	"quire/internal/reader/layout"
	"quire/internal/reader/pdfium"
)

// isPDF looks for the mark of a PDF where its readers do: within the first
// kilobyte.
func isPDF(_ string, raw []byte) bool {
	return bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-"))
}

// readPDF reads a PDF: the engine gives characters, the layout parts.
func readPDF(name string, raw []byte, _ Hints, _ *diag.List) (*draft, error) {
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "quire", "pdf")
	}
	f, err := pdfium.Read(raw, cache)
	switch {
	case errors.Is(err, pdfium.ErrNoText):
		return nil, fmt.Errorf("%s is a scan without text: run text recognition (OCR) on it first, or find the essay in another form", name)
	case errors.Is(err, pdfium.ErrPassword):
		return nil, fmt.Errorf("%s needs a password to open: save a copy without one", name)
	case errors.Is(err, pdfium.ErrDamaged):
		return nil, fmt.Errorf("%s is damaged, or not a PDF: open it in a viewer and save it as a new PDF", name)
	case errors.Is(err, pdfium.ErrTooMuch):
		return nil, fmt.Errorf("%s holds more than an essay can: take out the pages that the class reads", name)
	case errors.Is(err, pdfium.ErrTooSlow):
		return nil, fmt.Errorf("%s takes too long to read: save the essay in another form", name)
	case err != nil:
		return nil, fmt.Errorf("%s %w", name, err)
	}
	blocks := layout.Read(f.Pages)
	if why := rubbish(blocks); why != "" {
		return nil, fmt.Errorf("%s has a text layer that can't be read (%s): run text recognition (OCR) on it, or find the essay in another form", name, why)
	}
	return pdfDraft(f, blocks), nil
}

// rubbish says why a text layer has no meaning: letters are hardly there, or
// most words have no vowel.
func rubbish(blocks []layout.Block) string {
	letters, others, words, dumb := 0, 0, 0, 0
	for _, b := range blocks {
		if b.Left != "" {
			continue
		}
		for _, w := range strings.Fields(b.Text) {
			n, vowel := 0, false
			for _, r := range w {
				switch {
				case r >= 0xE000 && r <= 0xF8FF || r == 0xFFFD:
					others++
				case isSpelling(r):
					letters++
					n++
					vowel = vowel || r > 127 || strings.ContainsRune("aeiouyAEIOUY", r)
				}
			}
			if n > 1 {
				words++
				if !vowel {
					dumb++
				}
			}
		}
	}
	switch {
	case others*5 > letters:
		return "its characters have no meaning"
	case words > 20 && dumb*2 > words:
		return "its letters make no words"
	}
	return ""
}

func isSpelling(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0
}
