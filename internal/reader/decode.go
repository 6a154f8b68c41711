package reader

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"

	"quire/internal/diag"
	"quire/internal/source"
)

// decode makes UTF-8 of a text file: by its byte order mark, else as UTF-8 if
// it is that, else as UTF-16 if every other byte is a NUL, else as Windows-1252
// or what old Macintoshes wrote, whichever gives more likely letters. NULs are
// dropped with a warning, and so is what was read as Windows-1252 before and
// written as UTF-8 again.
func decode(name string, raw []byte, findings *diag.List) (string, error) {
	s, guess := toUTF8(raw)
	if guess != "" {
		findings.Warn("encoding", source.Span{}, name+" is not UTF-8; it was read as "+guess,
			"Look for odd characters, and save it as UTF-8 if there are any.")
	}
	if err := checkText(name, s, guess != ""); err != nil {
		return "", err
	}
	if n := strings.Count(s, "\x00"); n > 0 {
		s = strings.ReplaceAll(s, "\x00", "")
		findings.Warn("encoding", source.Span{}, fmt.Sprintf("%s has NUL bytes (%d); they were dropped", name, n), "")
	}
	if t, n := unmangle(s); n > 0 {
		s = t
		findings.Warn("encoding", source.Span{}, fmt.Sprintf("%s was once saved in the wrong encoding (â€œ for “ and the like, %d places); that was undone", name, n),
			"Look for odd characters, and save the text anew from where it came.")
	}
	turns := 0
	for _, r := range s {
		if unicode.Is(unicode.Bidi_Control, r) && r != 0x200E && r != 0x200F && r != 0x061C {
			turns++
		}
	}
	if turns > 0 {
		findings.Warn("encoding", source.Span{}, fmt.Sprintf("%s has characters that turn the direction of writing (%d); they were dropped", name, turns),
			"Look whether the words stand in the right order.")
	}
	return s, nil
}

// checkText says whether what was decoded is text at all.
func checkText(name, s string, guessed bool) error {
	var nuls, controls, ascii, all int
	for _, r := range s {
		all++
		switch {
		case r == 0:
			nuls++
		case unicode.IsControl(r) && !strings.ContainsRune("\t\n\v\f\r\u0085", r), r == utf8.RuneError:
			controls++
		case r < utf8.RuneSelf:
			ascii++
		}
	}
	if nuls > all/8 || controls > all/100+1 {
		return errors.New(name + " is not text" + notEither(name))
	}
	if guessed && ascii*2 < all && all > 20 {
		return fmt.Errorf("%s is not UTF-8, and Quire can't tell what it is%s: save it as UTF-8 text", name, notEither(name))
	}
	return nil
}

// notEither adds what a file isn't whose name says that it is one.
func notEither(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		return ", and not a PDF either"
	case ".docx":
		return ", and not a Word file either"
	case ".epub":
		return ", and not an EPUB either"
	case ".odt":
		return ", and not an OpenDocument file either"
	case ".rtf":
		return ", and not an RTF file either"
	}
	return ""
}

// toUTF8 decodes bytes; guess names the encoding if nothing but likelihood
// tells it.
func toUTF8(raw []byte) (s, guess string) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(raw, []byte{0, 0, 0xFE, 0xFF}):
		return decodeUTF32(raw[4:], raw[0] == 0xFF), ""
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return decodeUTF16(raw), ""
	}
	if little, ok := looksUTF16(raw); ok {
		return decodeUnits(raw, little), ""
	}
	if utf8.Valid(raw) {
		return string(raw), ""
	}
	if s, ok := mostlyUTF8(raw); ok {
		return s, "UTF-8 with some bytes of Windows-1252"
	}
	windows, mac := decodeBytes(charmap.Windows1252, raw), decodeBytes(charmap.Macintosh, raw)
	if likely(mac) > likely(windows) {
		return mac, "the text of an old Macintosh"
	}
	return windows, "Windows-1252"
}

func decodeBytes(m *charmap.Charmap, raw []byte) string {
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/8)
	for _, c := range raw {
		b.WriteRune(m.DecodeByte(c))
	}
	return b.String()
}

// decodeUTF16 decodes what begins with a byte order mark.
func decodeUTF16(raw []byte) string { return decodeUnits(raw[2:], raw[0] == 0xFF) }

func decodeUnits(raw []byte, little bool) string {
	order := utf16.BigEndian
	if little {
		order = utf16.LittleEndian
	}
	b, _ := utf16.UTF16(order, utf16.IgnoreBOM).NewDecoder().Bytes(raw) // what is no character becomes U+FFFD
	return string(b)
}

func decodeUTF32(raw []byte, little bool) string {
	var b strings.Builder
	for i := 0; i+3 < len(raw); i += 4 {
		r := rune(raw[i])<<24 | rune(raw[i+1])<<16 | rune(raw[i+2])<<8 | rune(raw[i+3])
		if little {
			r = rune(raw[i+3])<<24 | rune(raw[i+2])<<16 | rune(raw[i+1])<<8 | rune(raw[i])
		}
		b.WriteRune(r) // what is no character becomes U+FFFD
	}
	return b.String()
}

// looksUTF16 says that bytes are UTF-16 without a mark: of the bytes at even
// or at odd places most are NULs, of the others hardly any.
func looksUTF16(raw []byte) (little, ok bool) {
	if len(raw) < 4 || len(raw)%2 != 0 {
		return false, false
	}
	var nuls [2]int
	head := raw[:min(len(raw), 8192)]
	for i, c := range head {
		if c == 0 {
			nuls[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case nuls[1]*10 > half*6 && nuls[0]*20 < half:
		return true, true
	case nuls[0]*10 > half*6 && nuls[1]*20 < half:
		return false, true
	}
	return false, false
}

// mostlyUTF8 reads bytes that are UTF-8 but for a few, which are read as
// Windows-1252; a surrogate that was written as one becomes U+FFFD.
func mostlyUTF8(raw []byte) (string, bool) {
	good, bad := 0, 0
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			if size > 1 {
				good++
			}
			b.Write(raw[i : i+size])
		case i+2 < len(raw) && raw[i] == 0xED && raw[i+1] >= 0xA0 && raw[i+1] <= 0xBF && raw[i+2] >= 0x80 && raw[i+2] <= 0xBF:
			b.WriteRune(utf8.RuneError)
			size = 3
			good++
		default:
			bad++
			b.WriteRune(charmap.Windows1252.DecodeByte(raw[i]))
		}
		i += size
	}
	return b.String(), good > 2*bad
}

// likely counts the characters beyond ASCII that stand where such characters
// do, less those that don't: an accented letter beside letters, a curly mark
// at a word's end.
func likely(s string) int {
	n := 0
	before := ' '
	runes := []rune(s)
	for i, r := range runes {
		next := ' '
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		if r >= utf8.RuneSelf {
			if fits(before, r, next) {
				n++
			} else {
				n--
			}
		}
		before = r
	}
	return n
}

func fits(before, r, next rune) bool {
	space := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("([—–-", r) }
	ends := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,;:!?)]—–-”’", r) }
	switch r {
	case '“', '‘':
		return space(before) && !unicode.IsSpace(next)
	case '”':
		return !unicode.IsSpace(before) && ends(next)
	case '’':
		return !unicode.IsSpace(before)
	case '—', '–', '…', '\u00A0', '•', '©', '£', '€', '°', '§', '½', '«', '»', '¿', '¡':
		return true
	}
	if unicode.IsUpper(r) {
		return !unicode.IsLower(before) && unicode.IsLetter(next)
	}
	return unicode.IsLower(r) && (unicode.IsLetter(before) || unicode.IsLetter(next) || r == 'à' || r == 'é' || r == 'ó')
}

// unmangle undoes what became of UTF-8 that was read as Windows-1252 and
// written as UTF-8 again, if that is what most characters beyond ASCII are, and
// says in how many places.
func unmangle(s string) (string, int) {
	if !strings.ContainsAny(s, "âÃÂ") {
		return s, 0
	}
	var b strings.Builder
	b.Grow(len(s))
	undone, kept := 0, 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			b.WriteByte(s[i])
			i++
			continue
		}
		r, size, ok := mangled(s[i:])
		if ok {
			undone++
			b.WriteRune(r)
		} else {
			kept++
			_, size = utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	if undone < 2 || undone <= kept {
		return s, 0
	}
	return b.String(), undone
}

// mangled reads a character that takes two or three characters because its
// bytes were read as Windows-1252.
func mangled(s string) (r rune, size int, ok bool) {
	var raw []byte
	for at, c := range s {
		if at > 0 && len(raw) > 0 && utf8.FullRune(raw) {
			break
		}
		x, ok := windowsByte(c)
		if !ok || c < utf8.RuneSelf {
			break
		}
		raw = append(raw, x)
		size = at + utf8.RuneLen(c)
	}
	r, n := utf8.DecodeRune(raw)
	ok = n == len(raw) && n > 1 && (r < 0x250 || 0x2000 <= r && r < 0x2300 || 0xFB00 <= r && r <= 0xFB06)
	return r, size, ok
}

// windowsByte gives the byte that a character is in Windows-1252; the five
// bytes that have none stand for themselves.
func windowsByte(r rune) (byte, bool) {
	if b, ok := charmap.Windows1252.EncodeRune(r); ok {
		return b, true
	}
	return byte(r), r >= 0x80 && r < 0xA0
}
