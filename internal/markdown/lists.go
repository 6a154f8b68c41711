package markdown

import (
	"fmt"
	"strings"

	"quire/internal/document"
)

// list writes a list. A numbered one that doesn't start from 1, or that
// Markdown would take for the rest of the one before it, becomes a bulleted
// list with its numbers in bold.
func (w *writer) list(l document.List) []chunk {
	native := l.Ordered && l.Start <= 1 && w.last != numberChunk
	var lines []string
	n := max(l.Start, 1)
	for _, it := range l.Items {
		blocks, marker := it.Blocks, "- "
		switch {
		case native:
			marker = fmt.Sprintf("%d. ", n)
		case l.Ordered:
			blocks = labelled(fmt.Sprint(n), blocks)
		}
		if s := w.item(marker, it.Task, blocks); s != "" {
			lines = append(lines, s)
			n++
		}
	}
	if lines == nil {
		return nil
	}
	kind := bulletChunk
	if native {
		kind = numberChunk
	}
	return []chunk{{kind: kind, text: strings.Join(lines, "\n")}}
}

// item writes one entry: its first block beside the marker, the rest under it.
func (w *writer) item(marker string, task document.Task, blocks []document.Block) string {
	chunks := w.inside(blocks)
	if len(chunks) == 0 {
		return ""
	}
	first := marker
	if chunks[0].kind == textChunk {
		first += [...]string{document.NoBox: "", document.Open: "[ ] ", document.Ticked: "[x] "}[task]
	}
	return prefixed(join(chunks, "\n"), first, strings.Repeat(" ", len(marker)))
}

// labelled puts a label in bold before the first words of blocks.
func labelled(label string, blocks []document.Block) []document.Block {
	lead := []document.Inline{document.Strong{Inlines: document.Words(label)}, document.Text{Words: " "}}
	if len(blocks) > 0 {
		if p, ok := blocks[0].(document.Paragraph); ok {
			p.Text = append(lead, p.Text...)
			return append([]document.Block{p}, blocks[1:]...)
		}
	}
	return append([]document.Block{document.Paragraph{Text: lead}}, blocks...)
}

// shapes stand before an option, by what a student marks it with.
var shapes = [...]string{
	document.Bubble: "",
	document.Box:    "☐ ",
	document.Write:  "____ ",
	document.Bullet: "",
}

// options writes what a student chooses among: a list with letters, or side by
// side with rings to mark.
func options(o document.Options) []chunk {
	var entries []string
	for _, it := range o.Items {
		mark := shapes[o.Shape]
		if o.Inline && o.Shape == document.Bubble {
			mark = "○ "
		}
		s := mark + option(it, o.Inline)
		switch {
		case strings.TrimSpace(s) == strings.TrimSpace(mark):
		case o.Inline:
			entries = append(entries, s)
		default:
			entries = append(entries, "- "+s)
		}
	}
	if entries == nil {
		return nil
	}
	if o.Inline {
		return []chunk{{kind: textChunk, text: lineStart(strings.Join(entries, " · "))}}
	}
	return []chunk{{kind: bulletChunk, text: strings.Join(entries, "\n")}}
}

func option(it document.Option, inline bool) string {
	name := label(it.Label, false)
	text := line(it.Text, context{oneLine: true})
	switch {
	case name == "":
		return lineStart(text)
	case text == "":
		return lineStart(name)
	case inline:
		return lineStart(name + " " + text)
	}
	return lineStart(name + ". " + text)
}
