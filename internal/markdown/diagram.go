package markdown

import (
	"strings"

	"quire/internal/document"
)

// diagram writes boxes that hang from one another as a nested list; one to fill
// in is room to write.
func (w *writer) diagram(d document.Diagram) []chunk {
	var b strings.Builder
	depth := -1
	for _, n := range d.Boxes {
		depth = max(0, min(n.Depth, depth+1))
		var text []document.Inline
		if n.Label != "" {
			text = []document.Inline{document.Strong{Inlines: document.Words(n.Label + ":")}, document.Text{Words: " "}}
		}
		s := line(append(text, n.Text...), context{oneLine: true})
		if document.Plain(n.Text) == "" && n.Height > 0 {
			s = strings.TrimSpace(s) + " " + strings.Repeat("_", wide/2)
		}
		if s == "" {
			depth--
			continue
		}
		b.WriteString("\n" + strings.Repeat("  ", depth) + "- " + lineStart(strings.TrimSpace(s)))
	}
	if b.Len() == 0 {
		return nil
	}
	return []chunk{{kind: bulletChunk, text: b.String()[1:]}}
}
