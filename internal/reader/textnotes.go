package reader

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// noteMarks says which marks in the text point to notes or pages.
type noteMarks struct {
	labels  map[string]bool // of the notes
	numbers bool            // numbers in brackets are marks, whether or not their notes are here
	plain   bool            // figures right after words are marks: notes.1
}

// notes finds the notes that stand after the text or between its paragraphs,
// and what marks them in it.
func (r *textReader) notes(blocks []textBlock) {
	r.marks.labels = map[string]bool{}
	for i := range blocks {
		if b := &blocks[i]; b.note != "" {
			r.marks.labels[b.note] = true
		}
	}
	for i := range blocks {
		if blocks[i].headsNotes() && r.noteSection(blocks, i) {
			break
		}
	}
	marked := r.marksInText(blocks)
	for i := range blocks {
		b := &blocks[i]
		if b.left != "" || b.note != "" || b.kind == essay.Heading {
			continue
		}
		label, size, strict := noteLabelAt(b.lines[0].String())
		if strict && marked[label] > 1 || strict && marked[label] == 1 && !isFigureLabel(label) && b.kind != essay.ListItem {
			r.note(b, label, size)
		}
	}
}

// note makes a block a footnote and cuts its label.
func (r *textReader) note(b *textBlock, label string, size int) {
	b.kind, b.note, b.head = essay.Footnote, label, false
	r.marks.labels[label] = true
	l := &b.lines[0]
	l.span = l.span.Sub(size, len(l.String()))
	l.trim()
}

func (b *textBlock) headsNotes() bool {
	if len(b.lines) != 1 || b.left != "" {
		return false
	}
	switch plainWords(b.lines[0].String()) {
	case "notes", "footnotes", "endnotes", "end notes", "foot notes", "notes and references", "author s notes", "authors notes":
		return true
	}
	return false
}

// noteSection reads the notes under a heading, up to the next heading or what
// ends the file. It says no if none has a label.
func (r *textReader) noteSection(blocks []textBlock, heading int) bool {
	last := ""
	found := false
	for i := heading + 1; i < len(blocks); i++ {
		b := &blocks[i]
		s := b.lines[0].String()
		if b.left != "" || b.kind == essay.Heading && allCaps(s) || b.note == "" && footKind(s) != plainFoot && b.lines[0].size < 200 {
			break
		}
		label, size, _ := noteLabelAt(s)
		if b.note != "" { // a bracketed one
			found, last = true, b.note
			continue
		}
		if b.kind == essay.ListItem && label == "" { // its marker is cut already
			label = strconv.Itoa(b.item.number)
			size = 0
		}
		switch {
		case label != "":
			r.note(b, label, size)
			found, last = true, label
			r.marks.plain = r.marks.plain || isFigureLabel(label)
		case !found:
			return false
		default:
			b.kind, b.note, b.head = essay.Footnote, last, false
			if b.gap == 0 { // a line of the note before, in a file that isn't wrapped
				before := &blocks[i-1]
				before.lines = append(before.lines, b.lines...)
				b.lines = b.lines[:0:0]
				b.left = joined
				// the joined block stays the one to go on with
				blocks[i-1], blocks[i] = blocks[i], blocks[i-1]
			}
		}
	}
	if found {
		blocks[heading].left = "the heading of the notes"
	}
	return found
}

// joined marks a block whose lines went to another.
const joined = "joined"

// noteLabelAt reads the label that a note opens with, and the bytes up to the
// note's words. strict says that it is no number that a list could have.
func noteLabelAt(s string) (label string, size int, strict bool) {
	after := func(n int) int { return n + indentBytes(s[n:]) }
	if s == "" {
		return "", 0, false
	}
	if s[0] == '[' || s[0] == '(' || s[0] == '{' {
		stop := strings.IndexAny(s[:min(len(s), 8)], "])}")
		if stop < 2 || stop+1 == len(s) {
			return "", 0, false
		}
		label = strings.TrimPrefix(s[1:stop], "^")
		if isFigureLabel(label) || len(label) == 1 || isSign(label) {
			n := stop + 1
			if strings.HasPrefix(s[n:], ":") || strings.HasPrefix(s[n:], ".") {
				n++
			}
			return label, after(n), s[0] != '('
		}
		return "", 0, false
	}
	if n, number := superscript(s); n > 0 && n < len(s) {
		return number, after(n), true
	}
	i := 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !strings.ContainsRune("*†‡§¶", r) {
			break
		}
		i += size
	}
	if i > 0 && i < len(s) && i <= 9 {
		return s[:i], after(i), !strings.HasPrefix(strings.TrimSpace(s[i:]), "*")
	}
	for i < len(s) && isFigure(s[i]) {
		i++
	}
	if i == 0 || i > 3 || i+1 >= len(s) {
		return "", 0, false
	}
	n := i
	if s[n] == '.' || s[n] == ')' || s[n] == ':' {
		n++
	}
	if s[n] != ' ' && s[n] != '\t' {
		return "", 0, false
	}
	return s[:i], after(n), false
}

func isFigureLabel(s string) bool {
	return s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

func isSign(s string) bool { return s != "" && strings.Trim(s, "*†‡§¶") == "" }

// superscript reads raised figures at the start of s.
func superscript(s string) (n int, number string) {
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		k := strings.IndexRune(raised, r)
		if k < 0 {
			break
		}
		number += strconv.Itoa(utf8.RuneCountInString(raised[:k]))
		n += size
	}
	return n, number
}

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// marksInText counts the marks of each label in the text, those at the starts
// of lines too, and decides whether numbers in brackets are marks at all: they
// count up.
func (r *textReader) marksInText(blocks []textBlock) map[string]int {
	seen := map[string]int{}
	last, ordered, all := 0, 0, 0
	for i := range blocks {
		b := &blocks[i]
		if b.left != "" {
			continue
		}
		for k := range b.lines {
			s := b.lines[k].String()
			for at := 0; at < len(s); at++ {
				switch s[at] {
				case '[', '{':
					if _, n := bracketedPage(s[at:]); n > 0 {
						inner := s[at+1 : at+n-1]
						seen[inner]++
						if v, err := strconv.Atoi(inner); err == nil && b.note == "" {
							all++
							if v >= last {
								ordered++
							}
							last = v
						}
					} else if stop := strings.IndexByte(s[at:min(len(s), at+8)], ']'); stop > 1 && isSign(s[at+1:at+stop]) {
						seen[s[at+1:at+stop]]++
					}
				case '*':
					n := 1
					for at+n < len(s) && s[at+n] == '*' {
						n++
					}
					if signMark(s, at, n) || at == 0 && n < 4 {
						seen[s[at:at+n]]++
					}
					at += n - 1
				case 0xC2, 0xE2: // † ‡ § and raised figures
					if n, number := superscript(s[at:]); n > 0 {
						seen[number]++
						at += n - 1
					} else if _, size := utf8.DecodeRuneInString(s[at:]); isSign(s[at : at+size]) {
						seen[s[at:at+size]]++
						at += size - 1
					}
				}
			}
		}
	}
	numeric := false
	for l := range r.marks.labels {
		numeric = numeric || isFigureLabel(l)
	}
	r.marks.numbers = numeric || all > 1 && ordered*10 >= all*9
	return seen
}

// signMark says that the n bytes of signs at byte at of s stand right after a
// word, and no word follows: a note's mark.
func signMark(s string, at, n int) bool {
	if at == 0 || at+n < len(s) && !strings.ContainsRune(" .,;:!?)]\"'”’—-", nextRune(s[at+n:])) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.IsLetter(before) || unicode.IsDigit(before) || strings.ContainsRune(".,;:!?\"'”’)", before)
}

func nextRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// size says how many bytes at byte at of s are a mark that is no part of the
// text: of a note, a page, a picture.
func (m *noteMarks) size(s string, at int) int {
	rest := s[at:]
	switch rest[0] {
	case '[', '{':
		page, plain := bracketedPage(rest)
		switch {
		case page > 0:
			return page
		case plain > 0 && (m.numbers || m.labels[rest[1:plain-1]]):
			return plain
		}
		stop := strings.IndexByte(rest[:min(len(rest), 200)], ']')
		if stop > 0 {
			inner := strings.TrimPrefix(rest[1:stop], "^")
			lower := strings.ToLower(inner)
			if m.labels[inner] || isSign(inner) || strings.HasPrefix(lower, "illustration") || strings.HasPrefix(lower, "footnote ") && len(lower) < 14 {
				return stop + 1
			}
		}
	case '*':
		n := 1
		for n < len(rest) && rest[n] == '*' {
			n++
		}
		if m.labels[rest[:n]] && signMark(s, at, n) {
			return n
		}
	case 0xC2, 0xE2:
		if n, number := superscript(rest); n > 0 && at > 0 {
			if m.labels[number] {
				return n
			}
			return 0
		}
		if _, size := utf8.DecodeRuneInString(rest); isSign(rest[:size]) && m.labels[rest[:size]] && signMark(s, at, size) {
			return size
		}
	}
	if m.plain && isFigure(rest[0]) && at > 1 {
		n := 1
		for n < len(rest) && isFigure(rest[n]) {
			n++
		}
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		inner, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:at], ".,;:!?\"'”’)"))
		if m.labels[rest[:n]] && (strings.ContainsRune(".,;:!?\"'”’)", before) || unicode.IsLetter(before)) && unicode.IsLetter(inner) &&
			(n == len(rest) || strings.ContainsRune(" .,;:!?)\"'”’—", nextRune(rest[n:]))) {
			return n
		}
	}
	return 0
}
