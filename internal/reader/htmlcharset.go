package reader

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"quire/internal/diag"
	"quire/internal/source"
)

// htmlText makes UTF-8 of a page. A byte order mark decides; then UTF-8 if it
// is that and isn't plain ASCII, whatever the page says of itself, since
// browsers save in UTF-8 and leave the old words in; then what the page says;
// then Windows-1252.
func htmlText(name string, raw []byte, findings *diag.List) (string, error) {
	if hasUTF16Mark(raw) || utf8.Valid(raw) {
		return decode(name, raw, findings)
	}
	said := declaredCharset(raw)
	switch said {
	case "utf-8", "utf8":
		if bad := badBytes(raw); bad*200 < len(raw) { // a few broken characters
			findings.Warn("encoding", source.Span{}, fmt.Sprintf("%s has bytes that are no character (%d)", name, bad),
				"Look for the sign � in the text.")
			return decode(name, bytes.ToValidUTF8(raw, []byte("\uFFFD")), findings)
		}
	case "shift_jis", "shift-jis", "euc-jp", "iso-2022-jp", "gb2312", "gbk", "gb18030", "big5", "euc-kr":
		return "", fmt.Errorf("%s is in %s, which Quire doesn't read: open it in a browser and save it again as UTF-8", name, said)
	default:
		if m := eightBit(said); m != nil {
			b, err := m.NewDecoder().Bytes(raw)
			if err != nil {
				return "", fmt.Errorf("%s: %w", name, err)
			}
			return decode(name, b, findings)
		}
	}
	return decode(name, raw, findings)
}

func hasUTF16Mark(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF})
}

// badBytes counts the bytes that belong to no UTF-8 character.
func badBytes(raw []byte) int {
	bad := 0
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			bad++
		}
		raw = raw[size:]
	}
	return bad
}

// declaredCharset finds what a page says of its encoding, in lower case:
// <meta charset=…>, <meta http-equiv … content="…; charset=…"> or the XML
// declaration, in the first bytes.
func declaredCharset(raw []byte) string {
	head := strings.ToLower(string(raw[:min(len(raw), 4096)]))
	for _, key := range []string{"charset", "encoding"} {
		i := strings.Index(head, key)
		if i < 0 {
			continue
		}
		rest := strings.TrimLeft(head[i+len(key):], " \t\r\n")
		rest, ok := strings.CutPrefix(rest, "=")
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " \t\r\n\"'")
		if end := strings.IndexAny(rest, " \t\r\n\"';/>?"); end > 0 {
			return rest[:end]
		}
	}
	return ""
}

// eightBit gives the table of a one-byte encoding. Latin 1 is read as
// Windows-1252, as browsers do.
func eightBit(charset string) *charmap.Charmap {
	switch charset {
	case "windows-1252", "iso-8859-1", "latin1", "latin-1", "cp1252", "us-ascii":
		return charmap.Windows1252
	case "iso-8859-2":
		return charmap.ISO8859_2
	case "iso-8859-5":
		return charmap.ISO8859_5
	case "iso-8859-7":
		return charmap.ISO8859_7
	case "iso-8859-9":
		return charmap.ISO8859_9
	case "iso-8859-15":
		return charmap.ISO8859_15
	case "windows-1250":
		return charmap.Windows1250
	case "windows-1251":
		return charmap.Windows1251
	case "windows-1253":
		return charmap.Windows1253
	case "windows-1254":
		return charmap.Windows1254
	case "koi8-r":
		return charmap.KOI8R
	case "macintosh", "x-mac-roman":
		return charmap.Macintosh
	}
	return nil
}
