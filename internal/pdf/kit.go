package pdf

import (
	"fmt"

	"github.com/jung-kurt/gofpdf"

	"quire/internal/face"
)

// cut lets gofpdf make the program to embed of a merged one with n codes. It
// was written for files one trusts, and panics where others return errors:
// nothing of it leaves here.
func cut(program []byte, n int) (embedded []byte, glyphs []uint16, err error) {
	defer func() {
		if r := recover(); r != nil {
			embedded, glyphs, err = nil, nil, fmt.Errorf("gofpdf: %v", r)
		}
	}()
	codes := make([]rune, n)
	for i := range codes {
		codes[i] = face.FirstMerged + rune(i)
	}
	embedded = gofpdf.UTF8CutFont(program, string(codes))
	glyphs, err = face.MergedGlyphs(embedded, n)
	return embedded, glyphs, err
}
