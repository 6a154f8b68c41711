package typography

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean drops what has no width, makes spaces plain and single, and hyphens
// and bars of all kinds the plain ones.
func clean(s string) (string, []Stretch) {
	if isClean(s) {
		return s, same()
	}
	t := tracer{out: make([]byte, 0, len(s))}
	space := -1     // where a space stands that is not written yet
	last := rune(0) // the last character written
	for i := 0; i < len(s); {
		if r := s[i]; r > ' ' && r < 0x7F && space < 0 {
			j := i + 1
			for j < len(s) && s[j] > ' ' && s[j] < 0x7F {
				j++
			}
			t.put(s[i:j], i)
			last, i = rune(s[j-1]), j
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch to := plain(r); to {
		case 0:
		case ' ':
			if space < 0 {
				space = i
			}
		default:
			if space >= 0 && to != '\n' && last != '\n' {
				t.put(" ", space)
			}
			if to == r {
				t.put(s[i:i+size], i)
			} else {
				t.put(string(to), i)
			}
			space, last = -1, to
		}
		i += size
	}
	if space >= 0 && last != '\n' {
		t.put(" ", space)
	}
	return t.done(len(s))
}

// isClean says that clean would change nothing. It may say no too often.
func isClean(s string) bool {
	before := rune(0)
	for _, r := range s {
		switch {
		case r == ' ' && (before == ' ' || before == '\n'), r == '\n' && before == ' ':
			return false
		case plain(r) != r:
			return false
		}
		before = r
	}
	return true
}

// plain gives the character that stands for r in house typography, 0 for none.
func plain(r rune) rune {
	switch {
	case r == ' ' || r == '\n':
		return r
	case r < ' ' || r == 0x7F:
		return control(r)
	case r < 0x80:
		return r
	}
	switch r {
	case 0x0085, // next line
		0x00A0,         // no-break space
		0x1680,         // Ogham space
		0x2028, 0x2029, // line and paragraph separators
		0x202F, // narrow no-break space
		0x205F, // mathematical space
		0x3000: // ideographic space
		return ' '
	case 0x00AD, // soft hyphen
		0x061C, // Arabic letter mark
		0x180E, // Mongolian vowel separator
		0xFEFF: // byte order mark
		return 0
	case 0x2010, 0x2011: // hyphen, no-break hyphen
		return '-'
	case 0x2015, 0xFE58: // horizontal bar, small em dash
		return '—'
	}
	switch {
	case 0x80 <= r && r < 0xA0:
		return 0
	case 0x2000 <= r && r <= 0x200A: // quads, thin, hair, figure space …
		return ' '
	case 0x200B <= r && r <= 0x200F, // zero-width space, joiners, direction marks
		0x202A <= r && r <= 0x202E,                     // embeddings and overrides
		0x2060 <= r && r <= 0x206F,                     // word joiner, invisible operators, isolates
		0xFE00 <= r && r <= 0xFE0F,                     // variation selectors
		0xFFF9 <= r && r <= 0xFFFB,                     // interlinear annotation
		0xE0000 <= r && r <= 0xE0FFF,                   // tags, more variation selectors
		0xFDD0 <= r && r <= 0xFDEF, r&0xFFFE == 0xFFFE: // no characters at all
		return 0
	}
	return r
}

// control gives what stands for a control character.
func control(r rune) rune {
	switch r {
	case '\t', '\v', '\f', '\r':
		return ' '
	}
	return 0
}

// compose puts s into NFC.
func compose(s string) (string, []Stretch) {
	n := norm.NFC.QuickSpanString(s)
	if n == len(s) {
		return s, same()
	}
	t := tracer{out: make([]byte, 0, len(s))}
	t.put(s[:n], 0)
	var it norm.Iter
	it.InitString(norm.NFC, s[n:])
	for !it.Done() {
		from := n + it.Pos()
		t.put(string(it.Next()), from)
	}
	return t.done(len(s))
}
