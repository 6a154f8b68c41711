package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// nameHead finds title and author at a manuscript's head. What the text says
// goes before what the file's properties say: they often name who typed it.
func (m *manuscript) nameHead(e *essay.Essay, h Hints, body measure) {
	head := m.head(body)
	title := m.titleIn(head, h, body)
	if title >= 0 {
		s := &m.grafs[head[title]]
		first, rest, _ := strings.Cut(string(s.text), "\n")
		if name := afterBy(strings.TrimSpace(rest)); name != "" {
			e.Author = name
			*s = s.slice(0, len(first))
		}
		s.text = []byte(strings.ReplaceAll(string(s.text), "\n", " "))
		s.plainIfAll()
		s.kind, s.level = essay.Heading, 1
		e.Title = s.block().Text
	}
	byline := m.bylines(head, title, h, body)
	for n, i := range head {
		if n < title && !slices.Contains(byline, i) {
			m.grafs[i].left = "line above the title"
		}
		if n != title && (m.grafs[i].setting.role == subtitleRole || n > title && isCredit(m.grafs[i].words())) {
			m.grafs[i].left = "line under the title"
		}
	}
	for _, i := range byline {
		s := &m.grafs[i]
		s.left = "by-line"
		for n := title + 1; title >= 0 && n < len(head) && head[n] < i; n++ {
			m.grafs[head[n]].left = "line under the title"
		}
		if e.Author == "" {
			w := s.words()
			name := w
			if by := afterBy(w); by != "" {
				name = by
			}
			e.Author = withoutDate(name)
		}
	}
}

// head gives the grafs above the first one that is text: short lines, and
// what has the style of a title.
func (m *manuscript) head(body measure) []int {
	var head []int
	for i := range m.grafs {
		s := &m.grafs[i]
		w := s.words()
		switch {
		case w == "" || s.left != "":
			continue
		case s.setting.role == titleRole, s.setting.role == subtitleRole, s.setting.role == authorRole:
		case s.kind != essay.Paragraph && s.setting.align != "center", s.setting.list, s.setting.role == quoteRole, s.setting.role == verseRole,
			len(strings.Fields(w)) > shortWords+8, len(head) >= headPieces:
			return head
		case s.setting.level == 0 && !m.apart(s, body) && s.setting.align == "" && endsSentence(w) && afterBy(w) == "":
			return head
		case s.setting.left >= body.left+indentation && s.setting.align == "":
			return head
		}
		head = append(head, i)
	}
	return nil // nothing but short lines: that is no head
}

// titleIn gives the place in a head of the title, -1 if there is none: what
// has its style; the first heading; what lesson or properties say; the first
// line that is set apart; the first line.
func (m *manuscript) titleIn(head []int, h Hints, body measure) int {
	first := func(is func(s *graf, w string) bool) int {
		for n, i := range head {
			if is(&m.grafs[i], m.grafs[i].words()) {
				return n
			}
		}
		return -1
	}
	for _, is := range []func(s *graf, w string) bool{
		func(s *graf, w string) bool { return s.setting.role == titleRole },
		func(_ *graf, w string) bool { return sameWords(w, h.Title) || sameWords(w, m.title) },
		func(s *graf, w string) bool { return s.setting.level > 0 && m.onlyAtTop(s.setting.level) },
		func(s *graf, w string) bool {
			return m.apart(s, body) && s.setting.level == 0 && s.setting.role == plainRole && !isCredit(w) && afterBy(w) == "" && !sameWords(w, m.creator) && !sameWords(w, h.Author)
		},
	} {
		if n := first(is); n >= 0 {
			return m.insteadOfName(head, n, body)
		}
	}
	if len(head) > 0 {
		w := m.grafs[head[0]].words()
		if m.grafs[head[0]].setting.level == 0 && isShortLine(w) && !isMenu(w) && !isCredit(w) && !strings.ContainsRune(",;:—–-", rune(w[len(w)-1])) {
			return 0
		}
	}
	return -1
}

// insteadOfName gives the next place in a head if the line there settings like a
// name and the next one is louder: some write the author above the title.
func (m *manuscript) insteadOfName(head []int, n int, body measure) int {
	if n+1 >= len(head) {
		return n
	}
	s, next := &m.grafs[head[n]], &m.grafs[head[n+1]]
	if s.setting.role == plainRole && s.setting.level == 0 && looksName(s.words()) && m.apart(next, body) && loudness(next) > loudness(s) {
		return n + 1
	}
	return n
}

func loudness(s *graf) int {
	n := s.setting.size
	if s.all(essay.Strong) {
		n += 4
	}
	if inCapitals(string(s.text)) {
		n += 2
	}
	return n
}

// onlyAtTop says that one heading alone has a level, and none a higher one.
func (m *manuscript) onlyAtTop(level int) bool {
	n := 0
	for i := range m.grafs {
		l := m.grafs[i].setting.level
		if l > 0 && l < level {
			return false
		}
		if l == level && !m.grafs[i].empty() {
			n++
		}
	}
	return n == 1
}

// bylines gives the grafs of a head that name the author: by their style, by
// opening with "by", by being who the lesson or the file's properties name, or
// a bare name next to the title.
func (m *manuscript) bylines(head []int, title int, h Hints, body measure) []int {
	var sure []int
	for n, i := range head {
		s := &m.grafs[i]
		w := s.words()
		if n == title || s.setting.level > 0 {
			continue
		}
		if s.setting.role == authorRole || afterBy(w) != "" || sameWords(w, m.creator) || sameWords(w, h.Author) {
			sure = append(sure, i)
		}
	}
	if len(sure) > 0 {
		return sure
	}
	if title < 0 {
		return nil
	}
	for n := title + 1; n < len(head); n++ {
		s := &m.grafs[head[n]]
		if s.setting.role == subtitleRole || s.setting.role == plainRole && looksSubtitle(s.words()) {
			continue
		}
		if s.setting.role == plainRole && s.setting.level == 0 && looksName(withoutDate(s.words())) && (!m.looksHeading(head[n], body) || n+1 < len(head) || !s.all(essay.Strong)) {
			return []int{head[n]}
		}
		break
	}
	for n := title + 1; n < len(head); n++ {
		if s := &m.grafs[head[n]]; s.setting.role == subtitleRole && looksName(s.words()) {
			return []int{head[n]}
		}
	}
	if s := &m.grafs[head[0]]; title > 0 && s.setting.role == plainRole && looksName(s.words()) {
		return head[:1]
	}
	return nil
}

// looksSubtitle says that a line under the title carries it on: in brackets,
// or more words than a name has.
func looksSubtitle(w string) bool {
	return strings.HasPrefix(w, "(") || len(strings.Fields(w)) > 5 && !strings.ContainsAny(w, "0123456789")
}

// afterBy gives the name after "by" or its like, "" if a line has none.
func afterBy(w string) string {
	lower := strings.ToLower(w)
	for _, by := range []string{"written by ", "by: ", "by ", "author: ", "por ", "par ", "von ", "di "} {
		if !strings.HasPrefix(lower, by) {
			continue
		}
		name := withoutDate(strings.TrimSpace(w[len(by):]))
		words := len(strings.Fields(name))
		if words > 0 && words <= 8 && (looksName(name) || by[0] == 'b' && !endsSentence(name) && unicode.IsUpper([]rune(name)[0])) {
			return name
		}
	}
	return ""
}

// withoutDate takes a year or date in brackets or after a comma off a name.
func withoutDate(w string) string {
	if at := strings.IndexAny(w, "(,|"); at > 0 && strings.ContainsAny(w[at:], "0123456789") {
		return strings.TrimSpace(w[:at])
	}
	return w
}

// looksName says that a line may be a person's name: one to six words, each
// with a capital or an initial but for the particles of names, and not opening
// as titles and headings do.
func looksName(w string) bool {
	words := strings.Fields(w)
	if len(words) == 0 || len(words) > 6 || strings.ContainsAny(w, "0123456789:;?!/@_()\"“”|") {
		return false
	}
	if initial := len(words[0]) == 2 && words[0][1] == '.'; opensHeading(w) && !(initial && len(words) > 1) {
		return false
	}
	small := 0
	for i, word := range words {
		bare := strings.TrimLeft(word, "‘’'")
		for _, bound := range []string{"d'", "d’", "al-", "el-", "l'", "l’"} {
			bare = strings.TrimPrefix(bare, bound)
		}
		r, _ := utf8.DecodeRuneInString(bare)
		last := word[len(word)-1]
		switch {
		case unicode.IsUpper(r):
			if last == '.' && len(word) > 4 || last == ',' && i != len(words)-2 {
				return false
			}
		case isParticle(word) && i > 0 && i < len(words)-1:
			small++
		default:
			return false
		}
	}
	if len(words) == 1 {
		return utf8.RuneCountInString(w) >= 4 && !isNumeral(w)
	}
	return small < len(words)-1
}

// opensHeading says that a line opens as titles and headings do, and no name.
func opensHeading(w string) bool {
	first, _, _ := strings.Cut(w, " ")
	switch strings.ToLower(strings.Trim(first, ".,:")) {
	case "a", "an", "the", "of", "on", "in", "to", "for", "from", "how", "why", "what", "when", "where", "against", "and",
		"part", "chapter", "section", "book", "canto", "act", "scene", "letter", "essay", "essays", "lesson", "unit", "volume", "vol",
		"introduction", "preface", "prologue", "foreword", "abstract", "contents", "summary", "conclusion", "epigraph", "notes", "draft":
		return true
	}
	return isNumeral(first)
}

func isParticle(word string) bool {
	switch word {
	case "de", "da", "do", "dos", "du", "del", "della", "der", "den", "des", "di", "la", "le", "van", "von", "y", "e", "and", "bin", "ibn", "al", "of", "zu", "ten", "ter", "&":
		return true
	}
	return false
}

// sameWords says that two lines are one but for case, marks and spaces.
func sameWords(a, b string) bool {
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	x := bare(a)
	return x != "" && x == bare(b)
}

// isRealTitle says that a title among a file's properties was meant as one,
// and not put there by a program.
func isRealTitle(w string) bool {
	lower := strings.ToLower(strings.TrimSpace(w))
	for _, made := range []string{"document", "untitled", "microsoft word", "doc1", "draft", "new ", "template", "powerpoint"} {
		if strings.HasPrefix(lower, made) {
			return false
		}
	}
	dot := strings.LastIndexByte(lower, '.')
	isFile := dot > 0 && len(lower)-dot <= 5 && !strings.Contains(lower[dot:], " ") && len(lower)-dot > 2
	return len(lower) > 2 && !isFile && len(strings.Fields(w)) <= 40
}
