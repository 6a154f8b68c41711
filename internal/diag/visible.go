package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes text from outside safe to print: controls, bidirectional and
// invisible formatting characters and bytes that are not UTF-8 come out as
// \u{…}, so that a terminal obeys none of them and a reader sees all of them.
func Visible(s string) string {
	clean := true
	for _, r := range s {
		if Hidden(r) || r == utf8.RuneError {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		b.WriteString(visibleRune(r, n, s[i]))
		i += n
	}
	return b.String()
}

// visibleRune shows one decoded rune; first is the byte it began with.
func visibleRune(r rune, size int, first byte) string {
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf(`\u{%X}`, first)
	case Hidden(r):
		return fmt.Sprintf(`\u{%X}`, r)
	}
	return string(r)
}

// Hidden says that a character is not seen for what it is: categories Cc and
// Cf (controls, bidirectional overrides, zero-width), line and paragraph
// separators, and private use.
func Hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co)
}
