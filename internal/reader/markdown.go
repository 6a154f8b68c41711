package reader

import (
	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/source"
)

func readMarkdown(t *source.Text, h Hints, findings *diag.List) *essay.Essay {
	panic("not written")
}
