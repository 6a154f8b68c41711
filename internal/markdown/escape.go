package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape makes words safe anywhere in a paragraph: nothing in them is markup,
// an address, an entity or mathematics to CommonMark, GitHub or pandoc. White
// space of any kind but the no-break becomes a plain space, controls go.
func escape(s string, table bool) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	var b strings.Builder
	for i, r := range s {
		rest := s[i+utf8.RuneLen(r):]
		switch {
		case r == '\n', r == '\t', r == '\v', r == '\f', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			r = ' '
		case unicode.IsControl(r), r == '\ufeff':
			continue
		case strings.ContainsRune("\\`*_[]<~", r),
			r == '|' && table,
			r == '&' && entity(rest),
			r == '$' && !startsWith(rest, unicode.IsDigit),
			r == '@' && startsWith(rest, alphanumeric),
			r == ':' && strings.HasPrefix(rest, "//"),
			r == '.' && strings.EqualFold(s[max(0, i-3):i], "www"):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// label makes words safe that stand by themselves.
func label(s string, table bool) string { return strings.TrimSpace(escape(s, table)) }

// entity says that an ampersand followed by rest would be read as a character
// entity.
func entity(rest string) bool {
	name, _, ok := strings.Cut(rest[:min(len(rest), 40)], ";")
	if !ok || name == "" {
		return false
	}
	for _, r := range strings.TrimPrefix(name, "#") {
		if r >= utf8.RuneSelf || !alphanumeric(r) {
			return false
		}
	}
	return true
}

func startsWith(s string, is func(rune) bool) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && is(r)
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// lineStart makes a line safe at its start, where some characters begin a
// heading, a list, a quotation, a rule or a table.
func lineStart(s string) string {
	if s == "" {
		return s
	}
	next := byte(' ')
	if len(s) > 1 {
		next = s[1]
	}
	switch s[0] {
	case '_':
		return nobreak + s
	case '#', '>', '=', '|':
		return `\` + s
	case '+', '-', ':':
		if next == ' ' || next == '-' || next == '|' {
			return `\` + s
		}
	}
	n := 0
	for n < len(s) && n < 10 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n > 0 && n < len(s) && (s[n] == '.' || s[n] == ')') && (n+1 == len(s) || s[n+1] == ' ') {
		return s[:n] + `\` + s[n:]
	}
	return s
}

// address makes a link's address safe between round brackets; what has no
// scheme that Quire knows is no address.
func address(url string) string {
	scheme, _, ok := strings.Cut(strings.ToLower(url), ":")
	if !ok || scheme != "http" && scheme != "https" && scheme != "mailto" {
		return ""
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(url) {
		switch c := url[i]; {
		case c <= ' ', c == 0x7f, strings.IndexByte("()<>[]\\\"*`|", c) >= 0:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
