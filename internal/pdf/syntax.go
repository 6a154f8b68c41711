package pdf

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
)

// Lengths are written in hundredths of a point, 3.5 µm.

func hundredths(v float64) int {
	v = math.Round(v * 100)
	if !(v > -1e9 && v < 1e9) { // also NaN: readers choke on it, and on exponents
		return 0
	}
	return int(v)
}

func appendHundredths(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	if n >= 100 || n == 0 {
		b = appendInt(b, n/100)
	}
	switch f := n % 100; {
	case f == 0:
	case f%10 == 0:
		b = append(b, '.', byte('0'+f/10))
	default:
		b = append(b, '.', byte('0'+f/10), byte('0'+f%10))
	}
	return b
}

func appendNumber(b []byte, v float64) []byte { return appendHundredths(b, hundredths(v)) }

// appendNumbers writes numbers with a space after each.
func appendNumbers(b []byte, vs ...float64) []byte {
	for _, v := range vs {
		b = append(appendNumber(b, v), ' ')
	}
	return b
}

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

func appendRef(b []byte, id int) []byte { return append(appendInt(b, id), " 0 R"...) }

const hexDigits = "0123456789ABCDEF"

func appendHex(b, data []byte) []byte {
	b = append(b, '<')
	for _, c := range data {
		b = append(b, hexDigits[c>>4], hexDigits[c&15])
	}
	return append(b, '>')
}

func appendHex16(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&15], hexDigits[v>>4&15], hexDigits[v&15])
}

// appendText writes a text string: ASCII as it is (PDFDocEncoding agrees with
// it), everything else as UTF-16BE. What could not be seen is left out.
func appendText(b []byte, s string) []byte {
	s = visible(s)
	if isASCII(s) {
		return appendString(b, s)
	}
	b = append(b, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = appendHex16(b, u)
	}
	return append(b, '>')
}

// appendString writes ASCII as a literal string.
func appendString(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// visible makes a text one line without controls, marks of direction and
// invalid bytes.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff', r == '\ufffe', r == '\uffff':
			return -1
		}
		return r
	}, s)
}

func appendDate(b []byte, t time.Time) []byte {
	return t.UTC().AppendFormat(b, "(D:20060102150405Z00'00)")
}
