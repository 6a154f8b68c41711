package reader

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
	"quire/internal/source"
)

// indentation is the least, in twentieths of a point, by which a paragraph is
// indented as a quotation: an eighth of an inch.
const indentation = 180

// breakLines settles the line breaks within paragraphs: an empty line parts
// paragraphs; short lines are verse; long ones are paragraphs that were ended
// with the wrong key; and lines of even length were broken by a program.
func (m *manuscript) breakLines(body measure) {
	var out []graf
	for i := range m.grafs {
		s := &m.grafs[i]
		if strings.IndexByte(string(s.text), '\n') < 0 || s.left != "" {
			s.indentBySpaces(body)
			out = append(out, s.slice(0, len(s.text)))
			continue
		}
		before := len(out)
		var group []extent // lines between two empty ones
		at := 0
		for _, l := range strings.SplitAfter(string(s.text), "\n") {
			if strings.TrimSpace(l) == "" {
				out = append(out, s.group(group, s.isQuoted(body))...)
				group = nil
			} else {
				group = append(group, extent{at, at + len(l)})
			}
			at += len(l)
		}
		out = append(out, s.group(group, s.isQuoted(body))...)
		if len(out) == before {
			out = append(out, s.slice(0, 0))
		}
	}
	m.grafs = out
}

// indentBySpaces takes the spaces before a short line for what they were typed
// for, unless paragraphs open with spaces too.
func (s *graf) indentBySpaces(body measure) {
	spaces := 0
	for spaces < len(s.text) && s.text[spaces] == ' ' {
		spaces++
	}
	if spaces >= 3 && !body.spaced && utf8.RuneCount(s.text)-spaces <= wrapWidth && s.setting.align == "" {
		s.setting.left += spaces * 100
	}
}

// group makes grafs of lines that stand together in a paragraph.
func (s *graf) group(lines []extent, quoted bool) []graf {
	if len(lines) == 0 {
		return nil
	}
	whole := s.slice(lines[0].start, lines[len(lines)-1].end)
	if len(lines) == 1 {
		return []graf{whole}
	}
	switch shapeOf(strings.Split(string(whole.text), "\n"), quoted) {
	case verseShape:
		if s.setting.level == 0 && (s.setting.role == plainRole || s.setting.role == quoteRole || s.setting.role == verseRole) {
			whole.kind = essay.Verse
		}
		return []graf{whole}
	case proseShape:
		var out []graf
		for _, l := range lines {
			out = append(out, s.slice(l.start, l.end))
		}
		return out
	}
	whole.text = []byte(strings.ReplaceAll(string(whole.text), "\n", " "))
	return []graf{whole}
}

// A shape is what lines that stand together are.
type shape uint8

const (
	verseShape shape = iota
	proseShape       // each line is a paragraph
	wrapShape        // together they are one
)

// shapeOf tells what lines are by their lengths: verse is short, and in
// quotations it may be longer; what a program wrapped is of even length but for
// its last line, and goes on in lower case.
func shapeOf(lines []string, quoted bool) shape {
	longest, total, lower := 0, 0, 0
	for i, l := range lines {
		l = strings.TrimSpace(l)
		n := utf8.RuneCountInString(l)
		longest = max(longest, n)
		total += n
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l, `"'“‘([`)); i > 0 && unicode.IsLower(r) {
			lower++
		}
	}
	even := 0
	for _, l := range lines[:len(lines)-1] {
		if n := utf8.RuneCountInString(strings.TrimSpace(l)); n*5 >= longest*4 {
			even++
		}
	}
	goesOn := lower*2 >= len(lines)-1
	switch {
	case longest >= verseWidth-4 && longest <= wrapWidth+20 && even == len(lines)-1 && goesOn && len(lines) > 2:
		return wrapShape
	case longest <= verseWidth+26 && total <= verseWidth*len(lines), quoted && total <= 2*verseWidth*len(lines):
		return verseShape
	case lower == len(lines)-1:
		return wrapShape
	}
	return proseShape
}

// quotations makes block quotations and verse of what has their style, or is
// indented more than the text is.
func (m *manuscript) quotations(body measure) {
	for i := range m.grafs {
		s := &m.grafs[i]
		if s.kind != essay.Paragraph || s.left != "" || s.setting.list && s.setting.role == plainRole {
			continue
		}
		switch {
		case s.setting.role == verseRole:
			s.kind = essay.Verse
		case s.isCentredLine(body):
			s.kind = essay.Verse
		case s.isQuoted(body):
			s.kind = essay.BlockQuote
			if utf8.RuneCount(s.text) <= verseWidth {
				s.kind = essay.Verse
			}
		}
	}
}

// isQuoted says that a graf has the style of a quotation, or is indented more
// than the text is, not only on its first line or on all others.
func (s *graf) isQuoted(body measure) bool {
	edge := body.left + indentation
	return s.setting.role == quoteRole || s.setting.role == verseRole ||
		s.setting.left >= edge && s.setting.left+s.setting.first >= edge && s.setting.align == ""
}

// centredVerse makes verse of centred lines that stand together, none louder
// than the others. A centred line by itself is a heading or a credit.
func (m *manuscript) centredVerse(body measure) {
	if body.centred {
		return
	}
	for i := 0; i < len(m.grafs); {
		j := i
		for j < len(m.grafs) && m.grafs[j].isCentredLine(body) && m.grafs[j].all(essay.Emphasis) == m.grafs[i].all(essay.Emphasis) {
			j++
		}
		if j-i >= 2 && !opensHeading(m.grafs[i].words()) {
			for k := i; k < j; k++ {
				m.grafs[k].kind = essay.Verse
			}
		}
		i = max(j, i+1)
	}
}

// isCentredLine says that a graf is centred and short, or verse, and no louder
// than the text.
func (s *graf) isCentredLine(body measure) bool {
	return (s.kind == essay.Paragraph || s.kind == essay.Verse) && s.left == "" && !s.empty() && s.setting.align == "center" &&
		s.setting.level == 0 && s.setting.role == plainRole && (s.kind == essay.Verse || utf8.RuneCount(s.text) <= verseWidth) &&
		!s.all(essay.Strong) && !inCapitals(string(s.text)) && s.setting.size < body.size+3 && !isSeparator(s.words()) && !isNumeral(s.words())
}

// joinVerse joins lines of verse that were written as paragraphs of their own.
// With no room between them they are a stanza. With room they are if they are
// many, or if a line goes on in the next; the name under them stays apart.
func (m *manuscript) joinVerse() {
	m.joinRuns(func(s *graf) bool {
		return s.kind == essay.Verse || s.kind == essay.BlockQuote && utf8.RuneCount(s.text) <= wrapWidth
	}, func(run []graf, i int) bool {
		return run[i-1].setting.after+run[i].setting.before <= 60 && !namesSource(run, i)
	})
	if slices.ContainsFunc(m.grafs, func(s graf) bool { return s.kind == essay.Verse && bytes.IndexByte(s.text, '\n') > 0 && !s.joined }) {
		return // whoever wrote it knows how to break a line
	}
	m.joinRuns(func(s *graf) bool { return s.kind == essay.Verse }, func(run []graf, i int) bool {
		w := run[i-1].words()
		goesOn := len(w) >= 18 && (!endsSentence(w) || strings.HasSuffix(w, "!"))
		return (goesOn || len(run) >= 4) && !namesSource(run, i)
	})
}

// joinRuns joins each of the single lines that stand together to the one before
// it, where joins says so.
func (m *manuscript) joinRuns(isLine func(*graf) bool, joins func(run []graf, i int) bool) {
	var out []graf
	for i := 0; i < len(m.grafs); {
		j := i
		for j < len(m.grafs) && m.grafs[j].left == "" && !m.grafs[j].empty() && bytes.IndexByte(m.grafs[j].text, '\n') < 0 && isLine(&m.grafs[j]) {
			j++
		}
		run := m.grafs[i:j]
		for k := 0; k < len(run); {
			n := k + 1
			for n < len(run) && joins(run, n) {
				n++
			}
			if n == k+1 {
				out = append(out, run[k])
			} else {
				out = append(out, stanza(run[k:n]))
			}
			k = n
		}
		if j == i {
			out = append(out, m.grafs[i])
			j++
		}
		i = j
	}
	m.grafs = out
}

// namesSource says that the last line of a run names whom the lines before it
// are by.
func namesSource(run []graf, i int) bool {
	if i != len(run)-1 {
		return false
	}
	w := run[i].words()
	return strings.HasPrefix(w, "—") || strings.HasPrefix(w, "–") || strings.HasPrefix(w, "-") || looksName(w) && endsSentence(run[i-1].words())
}

// stanza makes one graf of lines that are one each.
func stanza(lines []graf) graf {
	out := graf{part: part{kind: essay.Verse}, setting: lines[0].setting, joined: true}
	for i := range lines {
		if i > 0 {
			out.text = append(out.text, '\n')
		}
		at := len(out.text)
		for _, m := range lines[i].marks {
			out.marks = append(out.marks, essay.Mark{Start: m.Start + at, End: m.End + at, Style: m.Style})
		}
		out.text = append(out.text, lines[i].text...)
	}
	return out
}

// bare reads a manuscript without any setting as the plain text that it is,
// pasted into a word processor or opened there; nil if it has some.
func (m *manuscript) bare() *draft {
	between := "\n\n"
	for i := range m.grafs {
		s := &m.grafs[i]
		set := s.setting
		if set.role != plainRole || set.list || set.align != "" || set.left != m.grafs[0].setting.left || set.first != 0 ||
			len(s.marks)+len(s.raised)+len(m.notes) > 0 || s.left != "" {
			return nil
		}
		if s.empty() || set.after == 0 {
			between = "\n"
		}
	}
	var b strings.Builder
	for i := range m.grafs {
		b.Write(m.grafs[i].text)
		b.WriteString(between)
	}
	t, err := source.New(m.name, []byte(b.String()))
	if err != nil {
		return nil
	}
	return readText(t)
}
