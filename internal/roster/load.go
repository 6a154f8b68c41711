package roster

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf16 "golang.org/x/text/encoding/unicode"

	"quire/internal/source"
)

// load makes a text of a file's bytes, or says what the file is instead. what
// is what it should be: "class list", "seating file".
func load(name string, raw []byte, what string, r *report) (*source.Text, error) {
	switch kind, advice := foreign(raw); {
	case kind != "":
		return nil, fmt.Errorf("%s is %s, and a %s is a CSV file: %s", name, kind, what, advice)
	case len(raw) > maxBytes:
		return nil, fmt.Errorf("%s is larger than the %d MiB that a %s may have: is it the right file?", name, maxBytes>>20, what)
	}
	s, legacy := decode(raw)
	if !isText(s) {
		return nil, fmt.Errorf("%s is not text, and a %s is a CSV file: save the spreadsheet as CSV (UTF-8)", name, what)
	}
	text, err := source.New(name, []byte(s))
	if err != nil {
		return nil, err
	}
	if legacy {
		at := 0
		for at < len(text.Body) && text.Body[at] < utf8.RuneSelf {
			at++
		}
		_, n := utf8.DecodeRuneInString(text.Body[at:])
		r.warn("encoding", "", text.Span(at, at+n), "the file is not UTF-8; it was read as Windows-1252",
			"Look whether this letter is right, and save the list as “CSV UTF-8” if it isn't.")
	}
	return text, nil
}

// foreign recognises what teachers have in place of a CSV file, by how it
// begins, and says how to make one of it.
func foreign(raw []byte) (kind, advice string) {
	head := raw[:min(len(raw), 4096)]
	lower := bytes.ToLower(bytes.TrimLeft(head, "\xef\xbb\xbf \t\r\n"))
	zip := bytes.HasPrefix(head, []byte("PK\x03\x04"))
	const saveAs = "open it and choose File › Save As › CSV UTF-8"
	switch {
	case zip && bytes.Contains(head, []byte("opendocument.spreadsheet")):
		return "a LibreOffice spreadsheet", "open it and choose File › Save As › Text CSV"
	case zip && (bytes.Contains(raw, []byte("xl/workbook")) || bytes.Contains(raw, []byte("xl/worksheets"))):
		return "an Excel workbook", saveAs
	case zip && bytes.Contains(raw, []byte("Index/")) && bytes.Contains(raw, []byte(".iwa")):
		return "a Numbers document", "open it and choose File › Export To › CSV"
	case zip:
		return "a zipped file", "unpack it, or save the spreadsheet as CSV"
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")):
		return "an old Excel or Word file", saveAs
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return "a PDF", "export the list from where the PDF comes from, or copy it into a spreadsheet and save that as CSV"
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "an RTF file", "copy the list into a spreadsheet and save that as CSV"
	case bytes.HasPrefix(lower, []byte("<")):
		return "a web page or XML", saveAs
	case bytes.HasPrefix(lower, []byte(`{"`)), bytes.HasPrefix(lower, []byte(`[{`)), bytes.HasPrefix(lower, []byte(`["`)):
		return "JSON", "write a header (Name, Form …) and a row for each student"
	}
	return "", ""
}

// decode makes UTF-8 of bytes: by their byte order mark, else as UTF-8 if they
// are that, else as Windows-1252, what Excel's plain “CSV” is in the Americas and
// Western Europe.
func decode(raw []byte) (s string, legacy bool) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		b, _ := utf16.UTF16(utf16.BigEndian, utf16.ExpectBOM).NewDecoder().Bytes(raw) // what is no character becomes U+FFFD
		return string(b), false
	case utf8.Valid(raw):
		return string(raw), false
	}
	b, _ := charmap.Windows1252.NewDecoder().Bytes(raw) // every byte has a character
	return string(b), true
}

// isText says that a list may hold such characters: no NUL, few controls.
func isText(s string) bool {
	controls, all := 0, 0
	for _, c := range s {
		all++
		switch {
		case c == 0:
			return false
		case unicode.IsControl(c) && c != '\t' && c != '\n' && c != '\r':
			controls++
		}
	}
	return controls <= 8+all/50
}
