package build

import (
	"strings"

	"quire/internal/essay"
	"quire/internal/lineation"
)

// EssayRead says what was read of an essay's file and what was left out.
type EssayRead struct {
	Path                     string
	Paragraphs, Words, Lines int
	Left                     []LeftOut // a kind each, in the file's order of their first pieces
}

// LeftOut is what isn't the essay of a file, of one kind: how many pieces, and
// the first words of the first of them, at most mostOpenings.
type LeftOut struct {
	Why    string
	Pieces int
	Opens  []string
}

const (
	mostOpenings = 3
	openingWords = 5
)

// essayRead sums up what was read. Separators between paragraphs are no loss
// that anybody needs to know of.
func essayRead(path string, e *essay.Essay) *EssayRead {
	r := &EssayRead{Path: path, Paragraphs: e.Paragraphs(), Lines: lineation.Of(e).Total}
	for _, b := range e.Blocks {
		if b.Kind.Lined() {
			r.Words += len(strings.Fields(b.Text))
		}
	}
	at := map[string]int{}
	for _, l := range e.Left {
		if l.Why == "separator" {
			continue
		}
		i, ok := at[l.Why]
		if !ok {
			i = len(r.Left)
			at[l.Why] = i
			r.Left = append(r.Left, LeftOut{Why: l.Why})
		}
		left := &r.Left[i]
		left.Pieces++
		if len(left.Opens) < mostOpenings {
			left.Opens = append(left.Opens, opening(l.Span.String()))
		}
	}
	return r
}

// opening gives the first words of a piece, on one line.
func opening(s string) string {
	words := strings.Fields(s[:min(len(s), 400)])
	opens := strings.Join(words[:min(len(words), openingWords)], " ")
	if len(words) > openingWords {
		opens += " …"
	}
	return strings.ToValidUTF8(opens, "")
}
