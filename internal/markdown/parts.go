package markdown

import "quire/internal/document"

// parts writes the pieces of a card under each other, each with its label before
// its first words.
func (w *writer) parts(b document.Parts) []chunk {
	var out []chunk
	for _, p := range b.Items {
		blocks := p.Blocks
		if len(blocks) > 0 && label(p.Label, false) != "" {
			blocks = labelled(p.Label+":", blocks)
		}
		out = append(out, w.blocks(blocks)...)
	}
	return out
}
