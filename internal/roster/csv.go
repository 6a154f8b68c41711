package roster

import (
	"strings"
	"unicode"
)

// Cell makes a text from outside safe to be a cell of a CSV file that a
// spreadsheet opens: where it would begin a formula, an apostrophe stands before
// it, which spreadsheets take for "this is text", so that =HYPERLINK(…) is seen
// and never followed, and -Anna is still Anna.
//
// The characters are those of OWASP's page on CSV injection: = + - @, tab,
// carriage return and line feed, and the full-width forms that East Asian
// versions take for the same. White space before them doesn't count, since some
// programs drop it; nor does it after a line break within the text.
func Cell(s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return safeLine(s)
	}
	lines := strings.SplitAfter(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\n")
	for i, l := range lines {
		lines[i] = safeLine(l)
	}
	out := strings.Join(lines, "")
	if out[0] == '\n' {
		return "'" + out
	}
	return out
}

func safeLine(s string) string {
	bare := strings.TrimLeftFunc(s, func(c rune) bool {
		return unicode.IsSpace(c) || unicode.In(c, unicode.Cc, unicode.Cf)
	})
	if bare != "" && strings.ContainsAny(bare[:1], "=+-@") || s != "" && s[0] == '\t' {
		return "'" + s
	}
	for _, wide := range [...]string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(bare, wide) {
			return "'" + s
		}
	}
	return s
}

// Line gives a line of a CSV file: every text through Cell, and every one in
// quotation marks, so that a spreadsheet which parts cells at semicolons or tabs
// finds none in them. It ends with CRLF (RFC 4180).
func Line(cells ...string) string {
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('"')
		b.WriteString(strings.ReplaceAll(Cell(c), `"`, `""`))
		b.WriteByte('"')
	}
	b.WriteString("\r\n")
	return b.String()
}
