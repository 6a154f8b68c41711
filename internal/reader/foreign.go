package reader

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"
)

// foreign recognises files that aren't read, by how they begin, and says what
// to do with them: "a picture: …".
func foreign(raw []byte) string {
	for _, f := range foreigners {
		if len(raw) >= f.at+len(f.magic) && string(raw[f.at:f.at+len(f.magic)]) == f.magic {
			return f.what
		}
	}
	lower := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 1024)], "\xef\xbb\xbf \t\r\n"))
	if bytes.HasPrefix(lower, []byte("<!doctype")) || bytes.HasPrefix(lower, []byte("<html")) {
		return "a web page, which Quire doesn't read yet" + saveAsText
	}
	return ""
}

const (
	saveAsText = ": save the essay as plain text (.txt) or Markdown (.md)"
	unpack     = ": unpack it, and give Quire the essay's own file"
	noWords    = ", and Quire can't read words in it: an essay is a text, a web page, or a document"
)

// foreigners are formats without an essay in them, or whose essay has to be
// saved in another one.
var foreigners = [...]struct {
	at          int
	magic, what string
}{
	{0, "%PDF-", "a PDF, which Quire doesn't read yet" + saveAsText},
	{0, "%!PS", "PostScript: make a PDF or plain text of it"},
	{60, "BOOKMOBI", "a Kindle book: convert it to EPUB, or save the essay as plain text"},
	{0, "ITSF", "a help file" + saveAsText},
	{0, "\x1f\x8b", "packed (gzip)" + unpack},
	{0, "BZh", "packed (bzip2)" + unpack},
	{0, "\xfd7zXZ\x00", "packed (xz)" + unpack},
	{0, "\x28\xb5\x2f\xfd", "packed (Zstandard)" + unpack},
	{0, "7z\xbc\xaf\x27\x1c", "packed (7-Zip)" + unpack},
	{0, "Rar!\x1a\x07", "packed (RAR)" + unpack},
	{257, "ustar", "packed (tar)" + unpack},
	{0, "\x89PNG\r\n", "a picture" + noWords},
	{0, "GIF8", "a picture" + noWords},
	{0, "\xff\xd8\xff", "a picture" + noWords},
	{0, "II*\x00", "a picture" + noWords},
	{0, "MM\x00*", "a picture" + noWords},
	{8, "WEBP", "a picture" + noWords},
	{4, "ftyp", "a film, sound or picture" + noWords},
	{0, "ID3", "sound" + noWords},
	{0, "\xff\xfb", "sound" + noWords},
	{0, "OggS", "sound" + noWords},
	{0, "fLaC", "sound" + noWords},
	{8, "WAVE", "sound" + noWords},
	{0, "\x7fELF", "a program" + noWords},
	{0, "MZ\x90\x00", "a program" + noWords},
	{0, "\xca\xfe\xba\xbe", "a program" + noWords},
	{0, "\xcf\xfa\xed\xfe", "a program" + noWords},
	{0, "SQLite format 3", "a data base" + noWords},
}

// data recognises texts that are for programs, not for readers.
func data(body string) string {
	trimmed := strings.TrimSpace(body)
	head := trimmed[:min(len(trimmed), 4096)]
	switch {
	case strings.HasPrefix(head, "#!"):
		return "a program's text, not an essay"
	case strings.HasPrefix(head, "<?xml"):
		return "XML" + saveAsText
	case strings.Contains(head, `\documentclass`), strings.Contains(head, `\begin{document}`):
		return "the source of a LaTeX document: give Quire the PDF that LaTeX makes of it, or save the essay as plain text"
	case (head == "" || head[0] == '{' || head[0] == '[') && json.Valid([]byte(trimmed)):
		return "data (JSON), not an essay"
	case isMail(head):
		return "an e-mail message as mail programs keep it: copy the essay out of it, and save that as plain text"
	case isTable(trimmed):
		return "a table of data, not an essay"
	}
	return ""
}

// isMail says that a text begins with the header of a stored message.
func isMail(head string) bool {
	header, _, _ := strings.Cut(strings.ReplaceAll(head, "\r", ""), "\n\n")
	marks := 0
	for _, l := range strings.Split(header, "\n") {
		lower := strings.ToLower(l)
		for _, k := range []string{"mime-version:", "received:", "message-id:", "return-path:", "content-type:", "delivered-to:", "dkim-signature:"} {
			if strings.HasPrefix(lower, k) {
				marks++
			}
		}
	}
	return marks >= 2
}

// isTable says that nearly all lines are rows of the same few short cells.
func isTable(body string) bool {
	for _, sep := range []string{"\t", ",", ";"} {
		counts := map[int]int{}
		rows, words := 0, 0
		for l := range strings.Lines(body) {
			if l = strings.TrimRight(l, "\r\n"); l == "" {
				continue
			}
			rows++
			words += len(strings.Fields(l))
			counts[strings.Count(l, sep)]++
			if rows == 500 {
				break
			}
		}
		for n, c := range counts {
			if n >= 2 && rows >= 4 && c*10 >= rows*9 && words < rows*(n+1)*4 {
				return true
			}
		}
	}
	return false
}

// families are the names that files of a format have.
var families = map[string][]string{
	"PDF":      {".pdf"},
	"zip":      {".docx", ".docm", ".dotx", ".odt", ".epub", ".zip", ".pages"},
	"web page": {".html", ".htm", ".xhtml", ".xht", ".mhtml", ".mht"},
	"RTF":      {".rtf"},
	"text":     {".txt", ".text", ".md", ".markdown"},
}

// contradicts says what a file is by its content if its name says another
// format: "a PDF".
func contradicts(name, format string) string {
	ext := strings.ToLower(path.Ext(name))
	if families[format] == nil || slices.Contains(families[format], ext) {
		return ""
	}
	for _, exts := range families {
		if slices.Contains(exts, ext) {
			switch format {
			case "PDF":
				return "a PDF"
			case "zip":
				return "a Word file, EPUB or the like"
			case "web page":
				return "a web page"
			case "RTF":
				return "an RTF file"
			}
			return "plain text"
		}
	}
	return ""
}
