// Package reader turns a file into an Essay, one file a format. Only build
// imports it.
//
// Bytes come in; an Essay in house typography goes out, with the file's own
// title and author where it says them, and with what was left out of it and
// why. The package knows no lesson: what a lesson remembers of its essay
// reaches it as Hints.
package reader

import (
	"fmt"
	"path"
	"strings"
	"unicode"

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
	maxLines      = 4 * maxParagraphs // that the file itself parts
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
	for _, doubt := range d.doubts {
		findings.Warn("furniture", doubt.at, doubt.message, "Look at what quire show prints of it; cut from the file what isn't the essay.")
	}
	var n counts
	for _, b := range e.Blocks {
		n.count(b.Text)
	}
	switch {
	case e.Paragraphs() == 0 || n.letters == 0:
		return nil, fmt.Errorf("%s has no paragraphs that look like an essay: %d words in all", name, countWords(e.Text.Body))
	case n.marks > n.words*longestWord && n.marks > n.unspaced:
		return nil, fmt.Errorf("%s has no words that look like an essay: they have %d characters on average", name, n.marks/n.words)
	case n.words > maxWords || e.Paragraphs() > maxParagraphs:
		return nil, fmt.Errorf("%s has %d words in %d paragraphs, and Quire reads essays of up to %d words and %d paragraphs: cut out what the class reads",
			name, n.words, e.Paragraphs(), maxWords, maxParagraphs)
	case n.lines > maxLines:
		return nil, fmt.Errorf("%s has %d lines of verse and paragraphs, and Quire reads essays of up to %d: cut out what the class reads", name, n.lines, maxLines)
	}
	return e, nil
}

// counts are what an essay's limits are about.
type counts struct {
	words, lines int
	letters      int
	unspaced     int // characters of scripts that don't part words
	marks        int // all others but spaces
}

func (n *counts) count(s string) {
	n.words += len(strings.Fields(s))
	n.lines += 1 + strings.Count(s, "\n")
	for _, r := range s {
		if unicode.IsLetter(r) {
			n.letters++
		}
		switch {
		case unicode.IsSpace(r):
		case unspaced(r):
			n.unspaced++
		default:
			n.marks++
		}
	}
}

// longestWord is how many characters the words of a text have on average at most.
const longestWord = 30

// unspaced says that a character is of a script without spaces between words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan)
}

// countWords counts the words with a letter in them.
func countWords(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(w, unicode.IsLetter) {
			n++
		}
	}
	return n
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
	{"RTF", isRTF, readRTF},
	{"OLE", isOLE, refuseOLE},
	{"zip", isZip, readZip}, // Word, OpenDocument, EPUB: zipFormats says which
	{"web page", isHTML, readHTML},
	{"web page in one file", isMHTML, readMHTML},
}

// draftOf reads a file in its format.
func draftOf(name string, raw []byte, h Hints, findings *diag.List) (*draft, error) {
	for _, f := range formats {
		if f.is(name, raw) {
			d, err := f.read(name, raw, h, findings)
			if err == nil {
				noteName(name, f.name, findings)
			}
			return d, err
		}
	}
	if what := foreign(raw); what != "" {
		return nil, fmt.Errorf("%s is %s", name, what)
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
	if what := data(text.Body); what != "" {
		return nil, fmt.Errorf("%s is %s", name, what)
	}
	if err := tooMuch(name, text.Body); err != nil {
		return nil, err
	}
	noteName(name, "text", findings)
	if isMarkdown(name, text.Body) {
		return readMarkdown(text, findings), nil
	}
	return readText(text), nil
}

// tooMuch refuses what is far over the limits before any work is done on it: a
// library's header and footer and a page's comments may stand round an essay,
// but not much more.
func tooMuch(name, body string) error {
	words, lines := 0, 0
	inWord, inLine := false, false
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '\n' || c == '\f':
			inWord, inLine = false, false
		case c == ' ' || c == '\t':
			inWord = false
		default:
			if !inWord {
				words++
			}
			if !inLine {
				lines++
			}
			inWord, inLine = true, true
		}
	}
	switch {
	case words > 2*maxWords:
		return fmt.Errorf("%s has %d words, and Quire reads essays of up to %d: cut out what the class reads", name, words, maxWords)
	case lines > maxLines:
		return fmt.Errorf("%s has %d lines, and Quire reads essays of up to %d: cut out what the class reads", name, lines, maxLines)
	}
	return nil
}

// noteName warns of a file whose name says another format than its content.
func noteName(name, format string, findings *diag.List) {
	if what := contradicts(name, format); what != "" {
		findings.Warn("file-name", source.Span{}, fmt.Sprintf("%s is %s by its content, and was read as that", name, what), "")
	}
}

// isMarkdown tells Markdown from plain text: by front matter or a first-level
// heading at the very start, by several signs of it further on, and by the name
// where nothing else is there.
func isMarkdown(name, body string) bool {
	if ext := strings.ToLower(path.Ext(name)); ext == ".md" || ext == ".markdown" {
		return true
	}
	first, rest, _ := strings.Cut(strings.TrimLeft(body, "\n"), "\n")
	if strings.TrimSpace(first) == "---" {
		return strings.Contains(rest, "\n---")
	}
	return strings.HasPrefix(first, "# ") || markdownSigns(body) > 1
}

// markdownSigns counts the kinds of marks that Markdown has and plain text
// hasn't.
func markdownSigns(body string) int {
	var heading, note, link bool
	for l := range strings.Lines(body) {
		heading = heading || strings.HasPrefix(l, "## ") || strings.HasPrefix(l, "### ")
		note = note || strings.HasPrefix(l, "[^") && strings.Contains(l, "]: ")
		link = link || strings.Contains(l, "](http")
	}
	n := 0
	for _, is := range []bool{heading, note, link} {
		if is {
			n++
		}
	}
	return n
}
