package layout

import (
	"strconv"
	"strings"
	"unicode"
)

// smallNote is how much smaller than the text notes at a page's foot are.
const smallNote = 0.96

// footNotes takes the notes at the foot of pages out of their regions: lines
// in smaller type at the end of a column, the first with a mark, or running
// over from the page before.
func (b *book) footNotes(all []*region) []*line {
	var notes []*line
	open := false // the last page ended within notes
	for i := 0; i < len(all); {
		k := i
		for k < len(all) && all[k].page == all[i].page {
			k++
		}
		found := false
		for n, rg := range all[i:k] {
			open = open || found
			if rg.side || !b.lastIn(rg, all[i+n+1:k]) {
				continue
			}
			at := b.notesStart(rg, open)
			if at < len(rg.lines) {
				notes = append(notes, rg.lines[at:]...)
				if rg.lines = rg.lines[:at]; at > 0 && isNotesHeading(rg.lines[at-1].String()) {
					rg.lines = rg.lines[:at-1]
				}
				found = true
			}
		}
		open = found
		i = k
	}
	return notes
}

// lastIn says that no text stands under a region.
func (b *book) lastIn(rg *region, later []*region) bool {
	for _, o := range later {
		for _, l := range o.lines {
			if l.size >= smallNote*b.size && l.left < rg.right && l.right > rg.left && len(rg.lines) > 0 && l.base > rg.lines[len(rg.lines)-1].base {
				return false
			}
		}
	}
	return true
}

// notesStart finds the first line of the notes at a region's foot.
func (b *book) notesStart(rg *region, open bool) int {
	at := len(rg.lines)
	for at > 0 && rg.lines[at-1].size < smallNote*b.size {
		at--
	}
	for k := at; k < len(rg.lines); k++ {
		l := rg.lines[k]
		if mark, _ := l.mark(); mark != "" && (k == at || b.gapBefore(rg, k)) {
			return k
		}
		if open && k == at && (k == 0 || b.gapBefore(rg, k)) {
			return k
		}
	}
	return len(rg.lines)
}

// gapBefore says that a line stands apart from the one above it, or that one
// is of another size, or ends a note.
func (b *book) gapBefore(rg *region, k int) bool {
	if k == 0 {
		return true
	}
	u, v := rg.lines[k-1], rg.lines[k]
	return v.base-u.base > 1.05*b.leading || u.size > v.size/smallNote || u.takes(v) || endsSentence(u.String())
}

// mark gives the number or sign that a line opens with, as notes do, and how
// many characters it takes, its point or brackets among them.
func (l *line) mark() (string, int) {
	raised := 0
	var text []rune
	for _, w := range l.words[:min(2, len(l.words))] {
		for _, c := range w.chars {
			text = append(text, c.Rune)
			if len(text) == raised+1 && l.raises(c) {
				raised++
			}
		}
		if raised < len(text) || !isMark(string(text)) {
			break
		}
	}
	if raised > 0 {
		if s := string(text[:raised]); isMark(s) {
			return s, raised
		}
		return "", 0
	}
	first := []rune(l.words[0].String())
	s := strings.Trim(string(first), "[]().")
	switch {
	case len(l.words) > 1 && isMark(s) && len(first)-len([]rune(s)) <= 2:
		return s, len(first)
	case len(first) > 0 && strings.ContainsRune("*†‡§¶", first[0]):
		n := 0
		for n < len(first) && first[n] == first[0] {
			n++
		}
		return string(first[:n]), n
	}
	return "", 0
}

// raises says that a character of a line stands above its baseline.
func (l *line) raises(c Char) bool {
	up := l.base - c.Base
	return c.Size < 0.86*l.size && up > 0.12*l.size || c.Size < 1.01*l.size && up > 0.25*l.size
}

// isMark says that a text is what notes are marked with.
func isMark(s string) bool {
	if n, err := strconv.Atoi(s); err == nil {
		return n > 0 && n < 1000 && s[0] != '+'
	}
	return s != "" && len(s) <= 9 && strings.Trim(s, "*†‡§¶") == ""
}

// notesHeadings open the notes at a text's end.
var notesHeadings = []string{"notes", "footnotes", "endnotes", "note", "footnote", "notes and references", "author's notes", "anmerkungen"}

func isNotesHeading(s string) bool {
	s = strings.ToLower(strings.Trim(strings.ReplaceAll(s, "’", "'"), " .:[]"))
	for _, h := range notesHeadings {
		if s == h {
			return true
		}
	}
	return false
}

// notesAt finds the heading of the notes at the end in the lines of a text,
// and the first line after them; len(lines) both where there are none.
func (b *book) notesAt(lines []*line) (from, to int) {
	for i := len(lines) - 2; i >= 0; i-- {
		if !isNotesHeading(lines[i].String()) {
			continue
		}
		if mark, _ := lines[i+1].mark(); mark == "" {
			continue
		}
		from, to = i, len(lines)
		for k := i + 1; k < len(lines); k++ {
			if b.heads(lines[k]) {
				to = k
				break
			}
		}
		return from, to
	}
	return len(lines), len(lines)
}

// heads says that a line is set as headings are: larger than the text, or
// bold.
func (b *book) heads(l *line) bool {
	letters := 0
	for _, w := range l.words {
		n, _ := w.letters()
		letters += n
	}
	return letters > 1 && (l.size > 1.08*b.size || l.bold)
}

// noteParagraphs parts the lines of notes: a mark that is the next one opens a
// note, a gap or an indent a further paragraph of it.
func (b *book) noteParagraphs(lines []*line) []*paragraph {
	var out []*paragraph
	last := ""
	for i, l := range lines {
		mark, n := l.mark()
		p := &paragraph{note: true}
		switch {
		case mark != "" && follows(mark, last, i > 0 && lines[i-1].page != l.page):
			last = mark
			p.skip = n
		case len(out) == 0:
		case i > 0 && b.noteBreaks(lines[i-1], l):
		default:
			p = nil
		}
		if p != nil {
			p.label = last
			out = append(out, p)
		}
		q := out[len(out)-1]
		q.lines = append(q.lines, l)
	}
	return out
}

// follows says that a mark may be the one after another: numbers count up,
// or begin again on a page.
func follows(mark, last string, newPage bool) bool {
	n, err := strconv.Atoi(mark)
	m, err2 := strconv.Atoi(last)
	if err != nil || err2 != nil {
		return err != nil || last == "" || !unicode.IsDigit([]rune(last)[0])
	}
	return n == m+1 || n == 1 && newPage || n > m && n <= m+3
}

// noteBreaks says that a line begins a further paragraph of a note.
func (b *book) noteBreaks(u, v *line) bool {
	if u.in != v.in {
		return u.takes(v) && endsSentence(u.String())
	}
	usual := b.leading / b.size
	if (v.base-u.base)/max(u.size, v.size) > 1.3*usual {
		return true
	}
	return endsSentence(u.String()) && (v.left-u.left > 0.6*v.size || u.takes(v) && u.in.right-u.right > 0.1*(u.in.right-u.in.left))
}
