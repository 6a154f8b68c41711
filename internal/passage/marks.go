package passage

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ascii reads what is neither letter nor digit.
func (f *lettering) ascii(c byte, i int) int {
	switch c {
	case ' ', '\t', '\n', '\r', '\f', '\v':
		f.space()
		return i + 1
	case '-':
		if f.hyphen(i + 1) {
			return i + 1
		}
	case '\'':
		if f.last == afterLetter {
			if next, _ := utf8.DecodeRuneInString(f.src[i+1:]); unicode.IsLetter(next) {
				return i + 1
			}
		}
	case '&':
		if end := f.entity(i); end > i {
			return end
		}
	case '[':
		if n := noteMark(f.src[i:]); n > 0 {
			f.gap = true
			return i + n
		}
	case '(':
		if n := fusedNote(f.src[i:]); n > 0 && f.last != afterGap {
			f.gap = true
			return i + n
		}
	case ']':
		if n := linkAddress(f.src[i:]); n > 0 {
			f.gap = true
			return i + n
		}
	case '<':
		if n, inline := tag(f.src[i:]); n > 0 {
			if !inline {
				f.space()
			}
			return i + n
		}
	}
	f.mark()
	return i + 1
}

// longestAside is how many bytes a note in the text, an address or a tag may
// have.
const longestAside = 2000

// noteMark gives the length of a note mark, [12], [^3] or [*], or of a note or
// the like, [Footnote 12: …], that s begins with.
func noteMark(s string) int {
	end := strings.IndexByte(s[:min(len(s), longestAside)], ']')
	if end < 0 {
		return 0
	}
	inner := s[1:end]
	if numeral(strings.TrimPrefix(inner, "^"), 4) || strings.Trim(inner, "*†‡") == "" {
		return end + 1
	}
	for _, word := range []string{"footnote", "note", "illustration", "sidenote", "page", "pg"} {
		if n := len(word); len(inner) > n && strings.EqualFold(inner[:n], word) && (inner[n] == ' ' || inner[n] == ':') {
			return end + 1
		}
	}
	return 0
}

// fusedNote gives the length of a note mark in parentheses, (12).
func fusedNote(s string) int {
	end := strings.IndexByte(s[:min(len(s), 5)], ')')
	if end < 0 || !numeral(s[1:end], 3) {
		return 0
	}
	return end + 1
}

func numeral(s string, most int) bool {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			return false
		}
	}
	return 0 < len(s) && len(s) <= most
}

// linkAddress gives the length of the address of a Markdown link, ](address).
func linkAddress(s string) int {
	if !strings.HasPrefix(s, "](") {
		return 0
	}
	end := strings.IndexByte(s[:min(len(s), longestAside)], ')')
	return end + 1
}

// tag gives the length of an HTML tag and whether it may stand within a word.
func tag(s string) (n int, inline bool) {
	name := strings.TrimPrefix(s[1:min(len(s), longestAside)], "/")
	k := 0
	for k < len(name) && (name[k]|0x20 >= 'a' && name[k]|0x20 <= 'z' || k > 0 && digit(name[k])) {
		k++
	}
	end := strings.IndexAny(name, "<>")
	if k == 0 || end < k || name[end] != '>' {
		return 0, false
	}
	switch strings.ToLower(name[:k]) {
	case "b", "i", "u", "s", "em", "strong", "a", "sup", "sub", "span", "small", "mark", "code", "wbr":
		inline = true
	}
	return len(s[:min(len(s), longestAside)]) - len(name) + end + 1, inline
}

// entity reads a character reference at byte i and gives where it ends, i if
// there is none. One that was escaped again, &amp;rsquo;, is the same.
func (f *lettering) entity(i int) int {
	name := i + 1
	for strings.HasPrefix(f.src[name:], "amp;") && f.reference(name+4) != "" {
		name += 4
	}
	s := f.reference(name)
	if s == "" {
		return i
	}
	end := name + strings.IndexByte(f.src[name:], ';') + 1
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			f.letter(byte(unicode.ToLower(r)), i, end)
		case r >= utf8.RuneSelf:
			f.rune(r, i, end)
		case r == '\'' && f.last == afterLetter && end < len(f.src) && unicode.IsLetter(rune(f.src[end])):
		default:
			f.mark()
		}
	}
	return end
}

// reference gives the characters that a reference stands for whose name begins
// at byte i, "" if it is none.
func (f *lettering) reference(i int) string {
	end := strings.IndexByte(f.src[i:min(len(f.src), i+11)], ';')
	if end < 1 {
		return ""
	}
	whole := "&" + f.src[i:i+end+1]
	if s := html.UnescapeString(whole); s != whole {
		return s
	}
	return ""
}

// digits reads the digits at byte i. Up to three that touch a word, or the
// punctuation after it, are a note's mark; 0 and 1 within a word are an o and
// an l that a scanner misread.
func (f *lettering) digits(i int) int {
	end := i
	for end < len(f.src) && digit(f.src[end]) {
		end++
	}
	next, _ := utf8.DecodeRuneInString(f.src[end:])
	before, after := f.last == afterLetter && !f.gap, unicode.IsLetter(next)
	switch {
	case end-i <= 2 && (before || after) && strings.Trim(f.src[i:end], "01") == "" && (after || f.src[i:end] == "0"):
		for ; i < end; i++ {
			c := byte('o')
			if f.src[i] == '1' {
				c = 'l'
			}
			f.letter(c, i, i+1)
		}
		return end
	case end-i <= 3 && !after && (before || f.last == afterMark):
		f.gap = true
		return end
	}
	for ; i < end; i++ {
		f.put(f.src[i], i, i+1)
	}
	f.last = afterDigit
	return end
}

// garbled undoes UTF-8 that was read as Windows-1252: it gives the character
// that the beginning of s stands for, and its length; 0 if s is as it should be.
func garbled(s string) (r rune, n int) {
	first, size := utf8.DecodeRuneInString(s)
	if first < 0xC2 || first > 0xF4 {
		return 0, 0
	}
	want := 1
	switch {
	case first >= 0xF0:
		want = 3
	case first >= 0xE0:
		want = 2
	}
	raw := []byte{byte(first)}
	n = size
	for ; want > 0; want-- {
		next, size := utf8.DecodeRuneInString(s[n:])
		b := windows1252(next)
		if b < 0x80 || b > 0xBF {
			return 0, 0
		}
		raw = append(raw, b)
		n += size
	}
	r, size = utf8.DecodeRune(raw)
	if r == utf8.RuneError || size != len(raw) {
		return 0, 0
	}
	return r, n
}

// windows1252 gives the byte from 0x80 to 0xBF that Windows-1252, or Latin-1,
// has for a character; 0 if it has none there.
func windows1252(r rune) byte {
	switch {
	case 0x80 <= r && r <= 0xBF:
		return byte(r)
	case r == utf8.RuneError: // of the bytes without a character, that of ” is the usual one
		return 0x9D
	}
	const upper = "€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ"
	b := byte(0x80)
	for _, c := range upper {
		if c == r && r != 0 {
			return b
		}
		b++
	}
	return 0
}
