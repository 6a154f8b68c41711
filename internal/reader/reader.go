// Package reader turns a file into an Essay, one file a format. Only build
// imports it.
//
// Bytes come in; an Essay in house typography goes out, with the file's own
// title and author where it says them, and with what was left out of it and
// why. The package knows no lesson: what a lesson remembers of its essay
// reaches it as Hints.
package reader

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/source"
)

// Hints are what is known of the essay before its file is read.
type Hints struct {
	Title, Author string
	Opens         []string // the first words of its paragraphs, if a lock file remembers them
	Text          string   // which text of a file that holds several: its number, or words of its title
}

// Limits on what is read: an essay is read in class, and a whole book of 100,000
// words would print on 300 pages. Formats that hold pictures may be larger than
// text; their readers bound what comes out of them.
const (
	Limit         = 64 << 20 // bytes of any file
	maxText       = 2 << 20  // bytes of a text without a format of its own
	maxWords      = 100_000
	maxParagraphs = 10_000
)

// Read makes an Essay of a file's bytes, by their content, not by name.
// Findings tell what was odd; an error says why there is no essay.
func Read(name string, raw []byte, h Hints, findings *diag.List) (*essay.Essay, error) {
	if len(raw) > Limit {
		return nil, fmt.Errorf("%s is larger than the %d MiB that Quire reads", name, Limit>>20)
	}
	d, err := draftOf(name, raw, h, findings)
	if err != nil {
		return nil, err
	}
	e, err := d.finish(name, h)
	if err != nil {
		return nil, err
	}
	words := 0
	for _, b := range e.Blocks {
		words += len(strings.Fields(b.Text))
	}
	switch {
	case e.Paragraphs() == 0:
		return nil, fmt.Errorf("%s has no paragraphs that look like an essay: %d words in all", name, len(strings.Fields(e.Text.Body)))
	case words > maxWords || e.Paragraphs() > maxParagraphs:
		return nil, fmt.Errorf("%s has %d words in %d paragraphs, and Quire reads essays of up to %d words and %d paragraphs: cut out what the class reads",
			name, words, e.Paragraphs(), maxWords, maxParagraphs)
	}
	return e, nil
}

// A format is a kind of file that is read. is looks at the bytes, never only
// at the name; read makes a draft of them.
type format struct {
	name string
	is   func(name string, raw []byte) bool
	read func(name string, raw []byte, h Hints, findings *diag.List) (*draft, error)
}

// formats are asked in this order; what none knows is text.
var formats = []format{
	{"PDF", isPDF, readPDF},
	{"zip", isZip, readZip}, // Word, OpenDocument, EPUB: zipFormats says which
	{"web page", isHTML, readHTML},
}

// draftOf reads a file in its format.
func draftOf(name string, raw []byte, h Hints, findings *diag.List) (*draft, error) {
	for _, f := range formats {
		if f.is(name, raw) {
			return f.read(name, raw, h, findings)
		}
	}
	if kind := foreign(raw); kind != "" {
		return nil, fmt.Errorf("%s is %s, which Quire doesn't read yet: save the essay as plain text (.txt) or Markdown (.md)", name, kind)
	}
	if len(raw) > maxText {
		return nil, fmt.Errorf("%s is larger than the %d MiB of text that Quire reads: cut out what the class reads", name, maxText>>20)
	}
	s, err := decode(name, raw, findings)
	if err != nil {
		return nil, err
	}
	text, err := source.New(name, []byte(s))
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(text.Body) == "" {
		return nil, fmt.Errorf("%s is empty: there is no essay in it", name)
	}
	if isMarkdown(name, text.Body) {
		return readMarkdown(text, findings), nil
	}
	return readText(text), nil
}

// foreign recognises the formats that are not read, by how they begin.
func foreign(raw []byte) string {
	head := raw[:min(len(raw), 1024)]
	lower := bytes.ToLower(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "a PDF"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "a Word, EPUB or other zipped file"
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "an RTF file"
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "an old Word file"
	case bytes.HasPrefix(lower, []byte("<!doctype")), bytes.HasPrefix(lower, []byte("<html")):
		return "a web page"
	}
	return ""
}

// decode makes UTF-8 of a text file: by its byte order mark, else as UTF-8 if
// it is that, else as Windows-1252. NULs are dropped with a warning.
func decode(name string, raw []byte, findings *diag.List) (string, error) {
	var s string
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		s = decodeUTF16(raw)
	case utf8.Valid(raw):
		s = string(raw)
	default:
		b, err := charmap.Windows1252.NewDecoder().Bytes(raw)
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		s = string(b)
		findings.Warn("encoding", source.Span{}, name+" is not UTF-8; it was read as Windows-1252",
			"Look for odd characters, and save it as UTF-8 if there are any.")
	}
	var nuls, controls, turns int
	for _, r := range s {
		switch {
		case r == 0:
			nuls++
		case unicode.IsControl(r) && !strings.ContainsRune("\t\n\v\f\r\u0085", r):
			controls++
		case unicode.Is(unicode.Bidi_Control, r):
			turns++
		}
	}
	if nuls > len(s)/8 || controls > len(s)/100 {
		return "", errors.New(name + " is not text" + notAPDF(name))
	}
	if nuls > 0 {
		s = strings.ReplaceAll(s, "\x00", "")
		findings.Warn("encoding", source.Span{}, fmt.Sprintf("%s has NUL bytes (%d); they were dropped", name, nuls), "")
	}
	if turns > 0 {
		findings.Warn("encoding", source.Span{}, fmt.Sprintf("%s has characters that turn the direction of writing (%d); they were dropped", name, turns),
			"Look whether the words stand in the right order.")
	}
	return s, nil
}

func notAPDF(name string) string {
	if strings.EqualFold(path.Ext(name), ".pdf") {
		return ", and not a PDF either"
	}
	return ""
}

func decodeUTF16(raw []byte) string {
	little := raw[0] == 0xFF
	units := make([]uint16, 0, len(raw)/2)
	for i := 2; i+1 < len(raw); i += 2 {
		hi, lo := raw[i], raw[i+1]
		if little {
			hi, lo = lo, hi
		}
		units = append(units, uint16(hi)<<8|uint16(lo))
	}
	return string(utf16.Decode(units))
}

// isMarkdown tells Markdown from plain text: by front matter or a first-level
// heading at the very start, and by the name where neither is there.
func isMarkdown(name, body string) bool {
	if ext := strings.ToLower(path.Ext(name)); ext == ".md" || ext == ".markdown" {
		return true
	}
	first, rest, _ := strings.Cut(strings.TrimLeft(body, "\n"), "\n")
	if strings.TrimSpace(first) == "---" {
		return strings.Contains(rest, "\n---")
	}
	return strings.HasPrefix(first, "# ")
}
