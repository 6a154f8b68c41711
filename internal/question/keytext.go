package question

import (
	"strings"

	"quire/internal/document"
)

// wide parts the pieces of an answer line: more than a space, and it may break.
const wide = "\u00a0 "

// answerLine is the first line of a key's entry: the answer in strong, then
// where the text says so.
func answerLine(answer, place []document.Inline) document.Paragraph {
	line := []document.Inline{strong(answer...)}
	if len(place) > 0 {
		line = append(line, inline("\u00a0"+wide), document.Emph{Inlines: place})
	}
	return document.Paragraph{Style: document.Answer, Text: line}
}

// remark is a paragraph of a key's entry.
func remark(text ...document.Inline) document.Paragraph {
	return document.Paragraph{Style: document.Reason, Text: text}
}

// runIn gives what blocks say in the style of a key's running text, with a
// label and a colon run into their first line, if there is a label.
func runIn(label string, blocks []document.Block) []document.Block {
	if label == "" {
		return led(nil, blocks)
	}
	return led(strong(inline(label+":")), blocks)
}

// lettered does the same under an option's letter, which has no colon.
func lettered(letter string, blocks []document.Block) []document.Block {
	return led(strong(inline(letter)), blocks)
}

// led puts a lead before blocks, so that a line never ends after it. Nil is
// for none.
func led(lead document.Inline, blocks []document.Block) []document.Block {
	if len(blocks) == 0 {
		return nil
	}
	var head []document.Inline
	if lead != nil {
		head = []document.Inline{lead}
	}
	out := plainly(blocks)
	first, ok := out[0].(document.Paragraph)
	if !ok {
		if head == nil {
			return out
		}
		return append([]document.Block{remark(head...)}, out...)
	}
	if head != nil {
		first.Text = append(append(head, inline("\u00a0")), first.Text...)
	}
	out[0] = first
	return out
}

// plainly puts blocks into a key's running text: paragraphs take its style, a
// list of short entries becomes one sentence.
func plainly(blocks []document.Block) []document.Block {
	var out []document.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			b.Style = document.Reason
			out = append(out, b)
		case document.List:
			if line, ok := listLine(b); ok {
				out = append(out, document.Paragraph{At: b.At, Style: document.Reason, Text: line})
				continue
			}
			out = append(out, b)
		default:
			out = append(out, b)
		}
	}
	return out
}

// listLine joins the entries of a list with semicolons, if each is a paragraph;
// after a whole sentence there is none.
func listLine(l document.List) ([]document.Inline, bool) {
	var line []document.Inline
	for i, it := range l.Items {
		if len(it.Blocks) != 1 {
			return nil, false
		}
		p, ok := it.Blocks[0].(document.Paragraph)
		if !ok {
			return nil, false
		}
		if i > 0 {
			sep := "; "
			if strings.ContainsAny(lastOf(line), ".?!") {
				sep = " "
			}
			line = append(line, inline(sep))
		}
		line = append(line, p.Text...)
	}
	return line, true
}

// lastOf is the last character of a text, closing quotation marks aside.
func lastOf(text []document.Inline) string {
	all := []rune(strings.TrimRight(document.Plain(text[max(0, len(text)-1):]), "”’\")"))
	return string(all[max(0, len(all)-1):])
}

// placeOf finds the first place in the essay that a text points to, in words;
// nil if it points to none.
func placeOf(texts ...[]document.Inline) []document.Inline {
	var found []document.Inline
	for _, t := range texts {
		document.RewriteInlines(t, func(in document.Inline) []document.Inline {
			if found == nil {
				found = placeWords(in)
			}
			return nil
		})
	}
	return found
}

// placeWords gives the place of a reference or a quotation.
func placeWords(in document.Inline) []document.Inline {
	switch in := in.(type) {
	case document.Reference:
		return []document.Inline{in}
	case document.Quotation:
		if w := in.Place.Words(false); w != "" {
			return []document.Inline{document.Reference{Place: in.Place, Words: w}}
		}
	}
	return nil
}

// citation gives blocks that are nothing but a quotation, perhaps with its
// place, as an answer line has it: line 9: “words”. Nil if they say more.
func citation(blocks []document.Block) []document.Inline {
	if len(blocks) != 1 {
		return nil
	}
	p, ok := blocks[0].(document.Paragraph)
	if !ok {
		return nil
	}
	var quote document.Inline
	for _, in := range p.Text {
		switch in := in.(type) {
		case document.Quotation:
			if quote != nil {
				return nil
			}
			quote = in
		case document.Reference:
		case document.Text:
			if clean(in.Words) != "" {
				return nil
			}
		default:
			return nil
		}
	}
	if quote == nil {
		return nil
	}
	place := placeOf(p.Text)
	if place == nil {
		return []document.Inline{quote}
	}
	return append(place, inline(": "), quote)
}
