package markup

import (
	"bytes"
	"html"
	"sort"
	"strings"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/source"
	"quire/internal/typography"
)

// unescape resolves backslashes and entities in words that start at a byte
// offset of the file, and makes one space of several. It reports what is left
// of markup that did not come off, and gives the square brackets; neither where
// at is negative.
func (in *inliner) unescape(s string, at int) (string, []bracket) {
	var brackets []bracket
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			i++
			b.WriteByte(s[i])
		case c == '&':
			words, n := entity(s[i:])
			b.WriteString(words)
			i += n - 1
		case c == ' ' || c == '\t':
			if i == 0 || s[i-1] != ' ' && s[i-1] != '\t' {
				b.WriteByte(' ')
			}
		default:
			if at >= 0 {
				in.leftover(s, i, at)
				if c == '[' || c == ']' {
					brackets = append(brackets, bracket{open: c == '[', at: at + i, offset: b.Len()})
				}
			}
			b.WriteByte(c)
		}
	}
	return b.String(), brackets
}

// leftover reports markup that stayed text at byte i of s.
func (in *inliner) leftover(s string, i, at int) {
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, "**") && (i == 0 || s[i-1] != '*' || i > 1 && s[i-2] == '\\'):
		n := len(rest) - len(strings.TrimLeft(rest, "*"))
		in.report.error("markup", at+i, at+i+n, "“"+rest[:n]+"” without a partner", "Close the bold text, with no space inside its asterisks, or write \\* for an asterisk.")
	case rest[0] == '<' && bytes.HasPrefix(in.tree.src[at+i:], []byte("<!--")):
		in.report.error("html", at+i, at+i+4, "comment is never closed", "End it with “-->” in the same paragraph.")
	case typedBox(string(in.tree.src[at+i:min(at+i+4, len(in.tree.src))])) > 0:
		if !in.boxed && !in.tree.bulleted(at+i) {
			in.report.error("task", at+i, at+i+3, "a box that begins no entry of a list", hintOption+" \\[ is a bracket in the text.")
		}
		in.boxed = true // one finding for a block
	case strings.HasPrefix(rest, "]["):
		in.report.error("link", at+i, at+i+2, "link by reference", "Write [words](https://…), or \\[ for a bracket in the text.")
	}
}

// entity resolves the entity that s opens with ("&amp;"), or gives the "&".
func entity(s string) (string, int) {
	stop := strings.IndexByte(s[:min(len(s), 34)], ';')
	if stop < 2 || strings.ContainsAny(s[1:stop], "& ") {
		return "&", 1
	}
	words := html.UnescapeString(s[:stop+1])
	if strings.HasPrefix(words, "&") && words != "&" || strings.HasSuffix(words, ";") && words != ";" {
		return "&", 1
	}
	for _, r := range words {
		if r < ' ' || r >= 0x7F && r < 0xA0 {
			return "\uFFFD", stop + 1
		}
	}
	return words, stop + 1
}

func isPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}

// trimEnds takes the spaces off both ends of a block's inlines, and off their
// places.
func trimEnds(in []document.Inline) []document.Inline {
	for len(in) > 0 {
		switch first := in[0].(type) {
		case document.LineBreak:
			in = in[1:]
			continue
		case document.Text:
			words := strings.TrimLeft(first.Words, " ")
			if words == "" {
				in = in[1:]
				continue
			}
			first.Words, first.Source = words, trimLeft(first.Source)
			in[0] = first
		}
		break
	}
	for len(in) > 0 {
		last := len(in) - 1
		switch l := in[last].(type) {
		case document.LineBreak:
			in = in[:last]
			continue
		case document.Text:
			words := strings.TrimRight(l.Words, " ")
			if words == "" {
				in = in[:last]
				continue
			}
			l.Words, l.Source = words, trimRight(l.Source)
			in[last] = l
		}
		break
	}
	return in
}

func trimLeft(s source.Span) source.Span {
	for s.Start < s.End && isSpace(s.Text.Body[s.Start]) {
		s.Start++
	}
	return s
}

func trimRight(s source.Span) source.Span {
	for s.End > s.Start && isSpace(s.Text.Body[s.End-1]) {
		s.End--
	}
	return s
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// standIn is a letter that stands for what isn't text while the text round it
// is set: a quotation mark next to a call or to code turns as beside a word.
const standIn = "x"

// setTypography puts the words of a block's inlines into house typography. The
// block is set as one, so that marks beside emphasis see their neighbours.
func setTypography(in []document.Inline) []document.Inline {
	var all strings.Builder
	eachWords(in, func(s string) string { all.WriteString(s); return s })
	set, stretches := setWords(all.String())
	if set == all.String() {
		return in
	}
	read, written := 0, 0
	return eachWords(in, func(s string) string {
		read += len(s)
		from := written
		written = max(from, landing(set, stretches, read))
		return set[from:written]
	})
}

// eachWords replaces the words of all Texts, in order, by what f makes of
// them. Of other leaves f sees the stand-in.
func eachWords(in []document.Inline, f func(string) string) []document.Inline {
	out := make([]document.Inline, len(in))
	for i, inline := range in {
		switch v := inline.(type) {
		case document.Text:
			v.Words = f(v.Words)
			inline = v
		case document.Emph:
			v.Inlines = eachWords(v.Inlines, f)
			inline = v
		case document.Strong:
			v.Inlines = eachWords(v.Inlines, f)
			inline = v
		case document.Link:
			v.Inlines = eachWords(v.Inlines, f)
			inline = v
		case document.Foreign:
			v.Inlines = eachWords(v.Inlines, f)
			inline = v
		case document.LineBreak:
			f("\n")
		default:
			f(standIn)
		}
		out[i] = inline
	}
	return out
}

// landing gives the byte of set at which byte from of the input came out.
func landing(set string, stretches []typography.Stretch, from int) int {
	i := sort.Search(len(stretches), func(i int) bool { return stretches[i].From > from })
	at, next := from, len(set)
	if i > 0 {
		at = stretches[i-1].At + from - stretches[i-1].From
	}
	if i < len(stretches) {
		next = stretches[i].At
	}
	at = min(at, next, len(set))
	for at < len(set) && !utf8.RuneStart(set[at]) {
		at++
	}
	return at
}

// setWords is the one way to house typography.
func setWords(s string) (string, []typography.Stretch) {
	return typography.Set(s)
}
