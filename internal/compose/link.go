package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lesson"
)

// linked gives blocks in which every quotation leads to its words in the essay,
// where that stands on the web.
func (d *desk) linked(blocks []document.Block) []document.Block {
	if d.lesson.Meta.Essay.URL == "" {
		return blocks
	}
	return document.Rewrite(blocks, nil, func(in document.Inline) []document.Inline {
		switch in := in.(type) {
		case document.Quotation:
			return []document.Inline{d.linkTo(endsOfQuotation(in.Words), in.Place.FirstParagraph, in)}
		case document.Link: // what it holds has just been linked
			in.Inlines = unlinked(in.Inlines)
			return []document.Inline{in}
		}
		return []document.Inline{in}
	})
}

// unlinked takes the links out of inlines, and leaves their words.
func unlinked(in []document.Inline) []document.Inline {
	return document.RewriteInlines(in, func(in document.Inline) []document.Inline {
		if l, ok := in.(document.Link); ok {
			return l.Inlines
		}
		return []document.Inline{in}
	})
}

// linkTo makes an inline lead to the words of a paragraph (0 where that is not
// known), if the essay stands on the web.
func (d *desk) linkTo(e lesson.Ends, paragraph int, in document.Inline) document.Inline {
	address := d.lesson.Meta.Essay.URL
	if address == "" {
		return in
	}
	if e.Before == "" && e.After == "" {
		e.Before, e.After = neighbours(d.lesson.Essay, paragraph, e.Start)
		if e.End != "" {
			e.After = "" // would have to stand after that
		}
	}
	return document.Link{At: document.At{Source: in.Span()}, URL: textFragment(address, e), Inlines: []document.Inline{in}}
}

// endsOfQuotation gives the words that a quotation begins and ends with: up to
// what is left out, or put in in brackets, if anything is.
func endsOfQuotation(words string) lesson.Ends {
	words = strings.ReplaceAll(words, "...", "…")
	var e lesson.Ends
	take := func(piece string) {
		piece = strings.Join(strings.Fields(piece), " ")
		switch {
		case strings.IndexFunc(piece, isWordRune) < 0:
		case e.Start == "":
			e.Start = piece
		default:
			e.End = piece
		}
	}
	from, depth := 0, 0
	for i, r := range words {
		if r != '…' && r != '[' && r != ']' {
			continue
		}
		if depth == 0 {
			take(words[from:i])
		}
		switch r {
		case '[':
			depth++
		case ']':
			depth = max(depth-1, 0)
		}
		from = i + utf8.RuneLen(r)
	}
	if depth == 0 {
		take(words[from:])
	}
	return e
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// neighbourWords is how many words beside a passage make it another one.
const neighbourWords = 3

// neighbours gives words that stand right before words of a paragraph, or right
// after them where they open it, if the essay has the same words earlier: a
// browser goes to the first ones. Nothing where the essay is not at hand.
func neighbours(e *essay.Essay, paragraph int, words string) (before, after string) {
	if e == nil || words == "" {
		return "", ""
	}
	at := e.Paragraph(paragraph)
	if at < 0 {
		return "", ""
	}
	earlier := false
	for _, b := range e.Blocks[:at] {
		earlier = earlier || strings.Contains(strings.Join(strings.Fields(b.Text), " "), words)
	}
	head, tail, ok := strings.Cut(strings.Join(strings.Fields(e.Blocks[at].Text), " "), words)
	if !earlier || !ok {
		return "", ""
	}
	first, last := strings.Fields(tail), strings.Fields(head)
	if len(last) > 0 {
		return strings.Join(last[max(0, len(last)-neighbourWords):], " "), ""
	}
	return "", strings.Join(first[:min(len(first), neighbourWords)], " ")
}

// textFragment adds to an address what makes a browser go to words and mark
// them: “#:~:text=[prefix-,]start[,end][,-suffix]”, after the fragment that the
// address may have (WICG, URL Fragment Text Directives). The words are percent-
// encoded but for letters and digits of ASCII, “.” and “_”; so no dash, comma or
// ampersand of theirs is taken for one of the directive's.
func textFragment(address string, e lesson.Ends) string {
	address, _, _ = strings.Cut(address, ":~:") // one that leads to other words
	address = strings.TrimSuffix(address, "#")
	if e.Start == "" {
		return address
	}
	text := encoded(e.Start)
	if e.Before != "" {
		text = encoded(e.Before) + "-," + text
	}
	if e.End != "" {
		text += "," + encoded(e.End)
	}
	if e.After != "" {
		text += ",-" + encoded(e.After)
	}
	if !strings.Contains(address, "#") {
		address += "#"
	}
	return address + ":~:text=" + text
}

// encoded writes words in the alphabet that a text directive takes as it is.
func encoded(words string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(words) {
		c := words[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.', c == '_':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
