package reader

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// typedNotes takes the notes that a writer typed at a manuscript's end out of
// it, and the marks that refer to them out of the text.
func (m *manuscript) typedNotes() []part {
	start := m.notesStart()
	var notes []part
	labels := map[string]bool{}
	if start < len(m.grafs) {
		end := start
		label := ""
		for ; end < len(m.grafs); end++ {
			s := &m.grafs[end]
			if s.empty() {
				continue
			}
			if s.setting.level > 0 || isNotesHeading(s.words()) {
				break
			}
			if l, size, _ := s.label(); l != "" && follows(label, l) {
				label = l
				*s = s.slice(size, len(s.text))
			}
			p := s.part
			p.kind, p.label = essay.Footnote, label
			p.text = []byte(strings.ReplaceAll(string(p.text), "\n", " "))
			notes = append(notes, p)
			labels[label] = true
		}
		m.grafs = append(m.grafs[:start:start], m.grafs[end:]...)
		for i := start - 1; i >= 0 && i >= start-4; i-- {
			if isNotesHeading(m.grafs[i].words()) {
				m.grafs[i].left = "heading of the notes"
			}
		}
	}
	bracketed := m.countsUp()
	for i := range m.grafs {
		s := &m.grafs[i]
		s.cut(s.noteMarks(labels, bracketed))
	}
	return notes
}

// notesStart finds the graf that begins with the label of a first note, under
// a line or heading that parts the notes from the text, or with the label set
// as one and a mark like it in the text. It is past the end if there is none.
func (m *manuscript) notesStart() int {
	for i := len(m.grafs) - 1; i > 0; i-- {
		s := &m.grafs[i]
		l, size, set := s.label()
		if l != "1" && l != "*" && l != "i" && l != "a" || size == len(s.text) {
			continue
		}
		parted := false
		for j := i - 1; j >= 0 && !parted; j-- {
			w := m.grafs[j].words()
			parted = isSeparator(w) && strings.Trim(w, "_-–—") == "" || isNotesHeading(w)
			if w != "" {
				break
			}
		}
		if parted || set && m.refersTo(l, i) {
			return i
		}
	}
	return len(m.grafs)
}

// refersTo says that one of the grafs before end has a note's mark.
func (m *manuscript) refersTo(label string, end int) bool {
	for i := range m.grafs[:end] {
		s := &m.grafs[i]
		for _, r := range s.allRaised() {
			if strings.Trim(plainDigits(string(s.text[r.start:r.end])), "[]() ") == label {
				return true
			}
		}
		if strings.Contains(string(s.text), "["+label+"]") || label == "*" && strings.Contains(string(s.text), "*") {
			return true
		}
	}
	return false
}

func isNotesHeading(w string) bool {
	switch strings.ToLower(strings.Trim(w, ": .")) {
	case "notes", "footnotes", "endnotes", "note", "footnote", "author's notes", "author’s notes", "notas", "notes and references":
		return true
	}
	return false
}

// label gives the number or sign that a graf of a note begins with, how many
// bytes it takes, and whether it is set as a label: raised or in brackets.
func (s *graf) label() (label string, size int, set bool) {
	text := string(s.text)
	trimmed := strings.TrimLeft(text, " ")
	lead := len(text) - len(trimmed)
	for _, r := range s.allRaised() {
		if r.start <= lead && r.end > lead {
			l := strings.Trim(plainDigits(text[lead:r.end]), "[](). ")
			if isLabel(l) {
				return l, skipAfterLabel(text, r.end), true
			}
		}
	}
	if strings.HasPrefix(trimmed, "[") {
		if l, _, ok := strings.Cut(trimmed[1:], "]"); ok && isLabel(strings.TrimPrefix(l, "^")) {
			return strings.TrimPrefix(l, "^"), skipAfterLabel(text, lead+len(l)+2), true
		}
		return "", 0, false
	}
	end := strings.IndexFunc(trimmed, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune("*†‡", r) })
	if end <= 0 || !isLabel(trimmed[:end]) || !strings.ContainsAny(trimmed[end:end+1], ".) \t:") && unicode.IsDigit(rune(trimmed[0])) {
		return "", 0, false
	}
	return trimmed[:end], skipAfterLabel(text, lead+end), false
}

func skipAfterLabel(text string, at int) int {
	return len(text) - len(strings.TrimLeft(text[at:], ".):\t \u00a0"))
}

// isLabel says that a string may number a note: a figure, a letter, a sign.
func isLabel(l string) bool {
	switch {
	case l == "" || len(l) > 6:
		return false
	case strings.Trim(l, "0123456789") == "":
		return len(l) <= 3
	case strings.Trim(l, "*†‡§¶") == "", strings.Trim(l, "ivx") == "":
		return true
	}
	return len(l) == 1 && 'a' <= l[0] && l[0] <= 'z'
}

// follows says that a label may be the next after another: numbers count up,
// and may leave out a few that were lost.
func follows(last, next string) bool {
	a, errA := strconv.Atoi(last)
	b, errB := strconv.Atoi(next)
	if errA != nil || errB != nil {
		return last == "" || errA != nil && errB != nil
	}
	return b > a && b <= a+3
}

// allRaised gives what stands raised in a graf, by its setting or as raised
// figures.
func (s *graf) allRaised() []extent {
	out := append([]extent(nil), s.raised...)
	for i, r := range string(s.text) {
		if plainDigits(string(r)) == string(r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if n := len(out); n > 0 && out[n-1].end == i {
			out[n-1].end = end
		} else {
			out = append(out, extent{i, end})
		}
	}
	slices.SortFunc(out, byStart)
	return out
}

func byStart(a, b extent) int { return cmp.Compare(a.start, b.start) }

// plainDigits makes raised figures plain ones.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '¹':
			return '1'
		case r == '²', r == '³':
			return r - '²' + '2'
		case '⁰' <= r && r <= '⁹':
			return r - '⁰' + '0'
		}
		return r
	}, s)
}

// noteMarks finds the marks that refer to notes: raised figures and signs, and
// figures in brackets that are labels of notes or count up through the text.
// A raised figure after a figure is a power, unless a note has its label.
func (s *graf) noteMarks(labels map[string]bool, bracketed bool) []extent {
	var out []extent
	text := string(s.text)
	for _, r := range s.allRaised() {
		l := strings.Trim(plainDigits(text[r.start:r.end]), "[]() ")
		known, all := labels[l], l != ""
		for _, one := range strings.FieldsFunc(l, func(r rune) bool { return r == ',' || r == ' ' || r == '-' || r == '–' }) {
			all = all && isLabel(one)
			known = known || labels[one]
		}
		before, _ := utf8.DecodeLastRuneInString(text[:r.start])
		figure := strings.Trim(l, "0123456789, -–") == ""
		switch {
		case !all || !figure && !known && strings.Trim(l, "*†‡§¶") != "":
		case figure && !known && (unicode.IsDigit(before) || isUnit(text[:r.start])):
		default:
			out = append(out, r)
		}
	}
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '[')
		if open < 0 {
			break
		}
		open += at
		at = open + 1
		l, _, ok := strings.Cut(text[open+1:min(len(text), open+8)], "]")
		if ok && isLabel(strings.TrimPrefix(l, "^")) && (labels[strings.TrimPrefix(l, "^")] || bracketed && strings.Trim(l, "^0123456789") == "") {
			out = append(out, extent{open, open + len(l) + 2})
		}
	}
	if labels["*"] {
		for i, r := range text {
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			if r == '*' && i > 0 && !unicode.IsSpace(before) {
				out = append(out, extent{i, i + 1})
			}
		}
	}
	slices.SortFunc(out, byStart)
	return out
}

// isUnit says that a text ends with a unit that is squared or cubed.
func isUnit(text string) bool {
	last := text[strings.LastIndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	switch strings.ToLower(last) {
	case "m", "km", "cm", "mm", "ft", "mi", "in", "x", "y", "r", "n", "c":
		return true
	}
	return false
}

// countsUp says that figures in brackets number something through the text:
// 1, 2, 3 …, as a page's notes do whose notes were not copied.
func (m *manuscript) countsUp() bool {
	next := 1
	for i := range m.grafs {
		text := string(m.grafs[i].text)
		for {
			open := strings.IndexByte(text, '[')
			if open < 0 {
				break
			}
			text = text[open+1:]
			if l, _, ok := strings.Cut(text[:min(len(text), 5)], "]"); ok {
				if n, err := strconv.Atoi(l); err == nil {
					if n > next {
						return false
					}
					next = max(next, n+1)
				}
			}
		}
	}
	return next > 1
}
