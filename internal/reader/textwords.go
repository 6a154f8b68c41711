package reader

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// learnWords counts the text's words, and finds out whether words are
// hyphenated at the ends of lines and how dashes are typed.
func (r *textReader) learnWords() {
	r.words = map[string]int{}
	spaced, tight := 0, 0
	for i := range r.lines {
		l := &r.lines[i]
		if l.left != "" {
			continue
		}
		s := l.String()
		for _, f := range strings.Fields(s) {
			if len(f) > 60 {
				continue
			}
			w := strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }))
			if strings.HasSuffix(w, "-") && strings.HasSuffix(s, f) {
				continue
			}
			r.words[strings.Trim(w, "-")]++
			if strings.Contains(f, "--") || strings.Contains(f, "—") {
				if d := strings.Trim(f, "-—"); strings.Contains(d, "--") || strings.Contains(d, "—") {
					tight++
				} else {
					spaced++
				}
			}
		}
	}
	r.tight = tight >= spaced
	if r.width == 0 {
		return
	}
	ends, known, strange := 0, 0, 0
	for i := 0; i+1 < len(r.lines); i++ {
		head, tail, ok := brokenWord(&r.lines[i], &r.lines[i+1])
		if !ok {
			continue
		}
		ends++
		switch {
		case r.words[head+"-"+tail] > 0:
		case r.words[head+tail] > 0:
			known++
		case r.words[head] == 0 && r.words[tail] == 0:
			strange++
		}
	}
	r.hyphens = known >= 2 && known*5 >= ends || known >= 1 && ends >= 4 && (known+strange)*2 >= ends
}

// brokenWord gives the halves of a word that a hyphen at a line's end parts, in
// small letters.
func brokenWord(a, b *textLine) (head, tail string, ok bool) {
	if a.left != "" || b.left != "" || a.blank() || b.blank() {
		return "", "", false
	}
	s := a.String()
	if !strings.HasSuffix(s, "-") && !strings.HasSuffix(s, "‐") || strings.HasSuffix(s, "--") {
		return "", "", false
	}
	s = strings.TrimRight(s, "-‐")
	head = strings.ToLower(s[lastLetters(s):])
	tail = b.String()
	end := strings.IndexFunc(tail, func(r rune) bool { return !unicode.IsLetter(r) })
	if end >= 0 {
		tail = tail[:end]
	}
	return head, strings.ToLower(tail), head != "" && tail != ""
}

func lastLetters(s string) int {
	i := len(s)
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) {
			break
		}
		i -= size
	}
	return i
}

// joint says how line b goes on after line a: how many bytes at a's end go, and
// what stands between them.
func (r *textReader) joint(a, b *textLine) (cut int, between string) {
	s, t := a.String(), b.String()
	end, size := utf8.DecodeLastRuneInString(s)
	switch {
	case end == '\u00AD' || end == '¬' && unicode.IsLetter(nextRune(t)):
		return size, ""
	case strings.HasSuffix(s, "--") || end == '—' || end == '–':
		body := strings.TrimRight(s, "-—–")
		if r.tight && body != "" && !strings.HasSuffix(body, " ") && !strings.HasPrefix(t, " ") {
			return 0, ""
		}
		return 0, " "
	case strings.HasPrefix(t, "--") || strings.HasPrefix(t, "—"):
		if rest := strings.TrimLeft(t, "-—"); r.tight && rest != "" && !strings.HasPrefix(rest, " ") {
			return 0, ""
		}
		return 0, " "
	}
	head, tail, ok := brokenWord(a, b)
	if !ok {
		if end == '-' && len(s) > 1 && s[len(s)-2] != ' ' && unicode.IsDigit(nextRune(t)) {
			return 0, ""
		}
		return 0, " "
	}
	switch {
	case tail == "and" || tail == "or" || tail == "to" || tail == "nor":
		return 0, " " // pre- and post-war
	case r.words[head+"-"+tail] >= max(r.words[head+tail], 1), !startsLow(t):
		return 0, ""
	case r.words[head+tail] > 0:
		return size, ""
	case r.hyphens && !isPrefix(head):
		return size, ""
	}
	return 0, ""
}

// isPrefix says that words made with a word keep their hyphen, as a rule.
func isPrefix(w string) bool {
	switch w {
	case "self", "well", "half", "ill", "ex", "non", "all", "ever", "quasi", "vice", "so":
		return true
	}
	return false
}

// part makes a part of a block's lines.
func (r *textReader) part(b textBlock) part {
	p := part{kind: b.kind, left: b.left, label: b.note, level: 2}
	if b.left != "" && b.left != joined {
		for i := range b.lines {
			if i > 0 {
				p.add("\n", b.lines[i-1].span.End)
			}
			p.add(b.lines[i].String(), b.lines[i].span.Start)
		}
		return p
	}
	for i := range b.lines {
		l := &b.lines[i]
		s := l.String()
		cut, between := 0, "\n"
		if i+1 < len(b.lines) && b.kind != essay.Verse {
			cut, between = r.joint(l, &b.lines[i+1])
		}
		p.add(s[:len(s)-cut], l.span.Start)
		if i+1 < len(b.lines) {
			p.add(between, l.span.End)
		}
	}
	return setInlines(&p, &r.marks)
}

// setInlines makes of a part another without the marks of notes and pages, and
// with _emphasis_, *emphasis*, **strong** and =strong= made marks.
func setInlines(p *part, m *noteMarks) part {
	out := *p
	out.text, out.origin, out.marks = nil, nil, nil
	w := inlineWriter{from: p, to: &out, text: string(p.text), marks: m}
	w.write(0, len(w.text), false)
	return out
}

type inlineWriter struct {
	from, to *part
	text     string
	marks    *noteMarks
	closers  map[string][]int // for each sign, where it closes, in order
}

// write copies a stretch of the text; marked says that it is emphasised
// already.
func (w *inlineWriter) write(i, end int, marked bool) {
	from := i
	for i < end {
		c := w.text[i]
		if n := w.marks.size(w.text[:end], i); n > 0 {
			w.copy(from, i)
			i += n
			from = i
			if i < end && strings.ContainsRune(" .,;:!?", rune(w.text[i])) || i == end {
				w.unspace()
			}
			continue
		}
		if c != '_' && c != '*' && c != '=' {
			i++
			continue
		}
		sign := signAt(w.text, i)
		stop := w.closes(sign, i, end)
		if stop < 0 {
			i += len(sign)
			continue
		}
		w.copy(from, i)
		start := len(w.to.text)
		w.write(i+len(sign), stop, true)
		style := essay.Emphasis
		if len(sign) > 1 || c == '=' {
			style = essay.Strong
		}
		if !marked {
			w.to.mark(start, style)
		}
		i = stop + len(sign)
		from = i
	}
	w.copy(from, end)
}

// copy adds a stretch of the text, with where it came from.
func (w *inlineWriter) copy(i, end int) {
	o := w.from.origin
	k := max(sort.Search(len(o), func(k int) bool { return o[k].At > i })-1, 0)
	for ; k < len(o); k++ {
		stop := len(w.text)
		if k+1 < len(o) {
			stop = o[k+1].At
		}
		if stop <= i {
			continue
		}
		if o[k].At >= end {
			break
		}
		a, b := max(i, o[k].At), min(end, stop)
		if a < b {
			w.to.add(w.text[a:b], o[k].From+a-o[k].At)
		}
	}
}

// unspace takes back a space at the end: a mark stood between it and the next.
func (w *inlineWriter) unspace() {
	p := w.to
	n := len(p.text)
	if n == 0 || p.text[n-1] != ' ' {
		return
	}
	if k := len(p.marks); k > 0 && p.marks[k-1].End == n {
		return
	}
	p.text = p.text[:n-1]
	if k := len(p.origin); k > 0 && p.origin[k-1].At >= n-1 {
		p.origin = p.origin[:k-1]
	}
}

// signAt gives the run of one sign at byte i.
func signAt(s string, i int) string {
	n := 1
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	return s[i : i+n]
}

// longestEmphasis is how many bytes one may take.
const longestEmphasis = 1500

// closes finds where the emphasis ends that sign opens at byte i; -1 if it
// opens none.
func (w *inlineWriter) closes(sign string, i, end int) int {
	if len(sign) > 2 || sign == "==" || i+len(sign) >= end {
		return -1
	}
	before, _ := utf8.DecodeLastRuneInString(w.text[:i])
	after := nextRune(w.text[i+len(sign):])
	if i > 0 && (unicode.IsLetter(before) || unicode.IsDigit(before)) || unicode.IsSpace(after) {
		return -1
	}
	if sign == "=" && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
		return -1
	}
	if w.closers == nil {
		w.closers = closersOf(w.text)
	}
	list := w.closers[sign]
	for len(list) > 0 && list[0] <= i+len(sign) {
		list = list[1:]
	}
	w.closers[sign] = list
	if len(list) == 0 || list[0] >= end || list[0] > i+longestEmphasis {
		return -1
	}
	return list[0]
}

// closersOf finds where each sign may close emphasis: right after a word or its
// mark, and no word after it.
func closersOf(s string) map[string][]int {
	all := map[string][]int{}
	for i := 0; i < len(s); i++ {
		if s[i] != '_' && s[i] != '*' && s[i] != '=' {
			continue
		}
		sign := signAt(s, i)
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after := nextRune(s[i+len(sign):])
		if len(sign) <= 2 && i > 0 && !unicode.IsSpace(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) {
			all[sign] = append(all[sign], i)
		}
		i += len(sign) - 1
	}
	return all
}
