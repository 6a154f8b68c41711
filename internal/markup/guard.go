package markup

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// guard makes the copy of the text that goldmark reads, of the same length:
// control characters, and lines nested too deep, are blanked and reported.
func guard(r *report, from int) []byte {
	src := []byte(r.text.Body)
	for i := range from {
		if src[i] != '\n' {
			src[i] = ' '
		}
	}
	for start := from; start < len(src); {
		stop := start
		for stop < len(src) && src[stop] != '\n' {
			stop++
		}
		controls(r, src, start, stop)
		if at, what := tooDeep(src[start:stop]); what != "" {
			r.error("nesting", start+at, min(start+at+1, stop), what, "Take some of the marks or spaces at the line's start away.")
			blank(src[start:stop])
		}
		start = stop + 1
	}
	return src
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}

// controls blanks the control characters of a line, C0, DEL and C1, and
// noncharacters.
func controls(r *report, src []byte, start, stop int) {
	for i := start; i < stop; {
		c, n := rune(src[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRune(src[i:stop])
		}
		if c < ' ' && c != '\t' || c >= 0x7F && c < 0xA0 {
			r.error("control", i, i+n, fmt.Sprintf("control character U+%04X", c), "Delete it: it doesn't print.")
			blank(src[i : i+n])
		}
		if unicode.Is(unicode.Noncharacter_Code_Point, c) {
			r.error("control", i, i+n, fmt.Sprintf("U+%04X, which is no character", c), "Delete it: it doesn't print.")
			blank(src[i : i+n])
		}
		i += n
	}
}

// tooDeep counts the quotations and lists that a line's start opens or goes on
// with, and the width of its indentation.
func tooDeep(line []byte) (at int, message string) {
	depth, width := 0, 0
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ':
			width++
			i++
			continue
		case c == '\t':
			width += 4
			i++
			continue
		case width > widestIndent:
			return i, "line indented too far"
		case c == '>':
			i++
		default:
			n := listMarker(line[i:])
			if n == 0 {
				return 0, ""
			}
			i += n
		}
		width = 0
		depth++
		if depth > deepest {
			return i - 1, "quotations or lists nested too deep"
		}
	}
	return 0, ""
}

// listMarker gives the length of the list marker that a line opens with, 0 for
// none.
func listMarker(line []byte) int {
	n := 0
	for n < len(line) && n < 9 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n < len(line) && (n > 0 && (line[n] == '.' || line[n] == ')') || n == 0 && strings.IndexByte("-+*", line[n]) >= 0) {
		n++
		if n == len(line) || line[n] == ' ' || line[n] == '\t' {
			return n
		}
	}
	return 0
}

// bounded says that text at a byte offset is short enough, and has few enough
// marks, to be parsed; else it reports it.
func bounded(r *report, s string, at int) bool {
	switch {
	case len(s) > longestParagraph:
		r.error("markup", at, at+1, fmt.Sprintf("paragraph of more than %d KiB", longestParagraph>>10), "Part it with an empty line.")
		return false
	case countMarks(s) > mostMarks:
		r.error("markup", at, at+1, fmt.Sprintf("paragraph with more than %d marks", mostMarks), "Part it with an empty line.")
		return false
	}
	return true
}

func countMarks(s string) (n int) {
	for i := range len(s) {
		if strings.IndexByte("*_[]<`{}!", s[i]) >= 0 {
			n++
		}
	}
	return n
}

// guardTransformer takes paragraphs that are too long out of the tree, before
// their inlines are parsed.
type guardTransformer struct{ report *report }

func (g guardTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	if lines.Len() == 0 {
		return
	}
	start, stop := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if !bounded(g.report, string(reader.Source()[start:stop]), start) {
		node.Parent().RemoveChild(node.Parent(), node)
	}
}
