package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// A vocabulary is how often each word stands in the text, in small letters,
// away from the ends of lines.
type vocabulary struct {
	seen   map[string]int
	joined int // words parted at a line's end that are seen whole
	kept   int // and that are seen with their hyphen
}

// learn counts the words of lines, and how their hyphens at the ends are to be
// read.
func learn(lines []*line) *vocabulary {
	v := &vocabulary{seen: map[string]int{}}
	half := false // the last line ended within a word
	for _, l := range lines {
		words := strings.Fields(l.String())
		for i, w := range words {
			if i == 0 && half || i+1 == len(words) && hyphenated(w) {
				continue
			}
			for _, part := range strings.FieldsFunc(w, func(r rune) bool { return r == '—' || r == '–' || r == '/' }) {
				v.seen[bare(part)]++
			}
		}
		half = len(words) > 0 && hyphenated(words[len(words)-1])
	}
	for i := 0; i+1 < len(lines); i++ {
		if a, b, ok := parted(lines[i], lines[i+1]); ok {
			switch {
			case v.seen[a+b] > 0:
				v.joined++
			case v.seen[a+"-"+b] > 0:
				v.kept++
			}
		}
	}
	return v
}

// bare gives a word in small letters without the signs round it.
func bare(w string) string {
	return strings.ToLower(strings.ReplaceAll(strings.TrimFunc(w, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "'", "’"))
}

func hyphenated(w string) bool {
	r, n := utf8.DecodeLastRuneInString(w)
	if r != '-' && r != '\u2010' && r != '\u00ad' {
		return false
	}
	p, _ := utf8.DecodeLastRuneInString(w[:len(w)-n])
	return unicode.IsLetter(p) || unicode.IsDigit(p) || p == '.' // U.S.-made
}

// parted gives the halves of a word that a line's end parts.
func parted(u, v *line) (a, b string, ok bool) {
	us, vs := strings.Fields(u.String()), strings.Fields(v.String())
	if len(us) == 0 || len(vs) == 0 || !hyphenated(us[len(us)-1]) {
		return "", "", false
	}
	return lastPart(us[len(us)-1]), firstPart(vs[0]), true
}

// lastPart gives what stands before a hyphen at the end, back to a dash.
func lastPart(w string) string {
	if i := strings.LastIndexAny(w, "—–/"); i >= 0 {
		_, n := utf8.DecodeRuneInString(w[i:])
		w = w[i+n:]
	}
	return bare(w)
}

func firstPart(w string) string {
	if i := strings.IndexAny(w, "—–/"); i > 0 {
		w = w[:i]
	}
	return bare(w)
}

// keeps says that a hyphen at a line's end is one of the word's own. The text
// decides where it has the word elsewhere, whole or with the hyphen; else a
// text without any parted words has only hyphens of its own.
func (v *vocabulary) keeps(a, b, next string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "\"'“‘"))
	switch {
	case !unicode.IsLower(r):
		return true
	case v.seen[a+"-"+b] > v.seen[a+b]:
		return true
	case v.seen[a+b] > 0:
		return false
	case strings.ContainsAny(a, "-") && v.seen[a[strings.LastIndexByte(a, '-')+1:]] > 0 && v.seen[b] > 0:
		return true // up-to-date
	case v.joined == 0:
		return true
	}
	for _, p := range []string{"self", "half", "well", "ill", "ex", "all", "to", "so"} {
		if a == p && v.seen[b] > 0 {
			return true
		}
	}
	return len(a) > 3 && len(b) > 3 && v.seen[a] > 1 && v.seen[b] > 1
}

// A setter writes a paragraph's text.
type setter struct {
	voc    *vocabulary
	notes  map[string]bool // the labels of the notes; their marks are no text
	text   []byte
	marks  []essay.Mark
	italic run
	bold   run
}

// A run is emphasised text that is being written.
type run struct {
	on         bool
	start, end int
}

// write sets a paragraph as text, with its emphasis, into a block.
func write(p *paragraph, voc *vocabulary, notes map[string]bool) Block {
	s := &setter{voc: voc, notes: notes}
	italic, bold := p.slant()
	skip := p.skip
	for i, l := range p.lines {
		if i > 0 {
			s.lineEnd(p, p.lines[i-1], l)
		}
		for k, w := range l.words {
			if k > 0 && !w.glued && len(s.text) > 0 && skip == 0 {
				s.space()
			}
			for c, ch := range w.chars {
				if skip > 0 {
					skip--
					continue
				}
				if s.isNoteMark(l, w, c, ch) {
					continue
				}
				s.put(ch, italic, bold)
			}
		}
	}
	s.close(&s.italic, essay.Emphasis)
	s.close(&s.bold, essay.Strong)
	text := string(s.text)
	lead := len(text) - len(strings.TrimLeft(text, " \n"))
	text = strings.TrimSpace(text)
	b := Block{Kind: p.kind, Level: p.level, Label: p.label, Text: text, Left: p.left}
	if p.note {
		b.Kind = essay.Footnote
	}
	sortMarks(s.marks)
	for _, m := range s.marks {
		m.Start, m.End = max(m.Start-lead, 0), min(m.End-lead, len(text))
		if m.Start < m.End && (len(b.Marks) == 0 || b.Marks[len(b.Marks)-1].End <= m.Start) {
			b.Marks = append(b.Marks, m)
		}
	}
	return b
}

func sortMarks(m []essay.Mark) {
	for i := 1; i < len(m); i++ {
		for k := i; k > 0 && m[k].Start < m[k-1].Start; k-- {
			m[k], m[k-1] = m[k-1], m[k]
		}
	}
}

// slant says whether a whole paragraph is in italics or bold: then that is how
// it is set, and no emphasis.
func (p *paragraph) slant() (italic, bold bool) {
	if p.kind == essay.Heading {
		return true, true
	}
	italic, bold = true, true
	for _, l := range p.lines {
		italic, bold = italic && l.italic, bold && l.bold
	}
	return italic, bold
}

func (s *setter) space() {
	if n := len(s.text); n > 0 && s.text[n-1] != ' ' && s.text[n-1] != '\n' {
		s.text = append(s.text, ' ')
	}
}

// put writes a character; italic and bold say what is not emphasis here.
func (s *setter) put(c Char, italic, bold bool) {
	at := len(s.text)
	s.text = append(s.text, plain(c.Rune)...)
	letter := unicode.IsLetter(c.Rune) || unicode.IsDigit(c.Rune)
	s.track(&s.italic, c.Italic && !italic, letter, at, essay.Emphasis)
	s.track(&s.bold, c.Bold && !bold, letter, at, essay.Strong)
}

// track follows emphasis: it begins with a letter and ends with the last
// character in its style.
func (s *setter) track(r *run, styled, letter bool, at int, style essay.Style) {
	switch {
	case styled && (r.on || letter):
		if !r.on {
			r.on, r.start = true, at
		}
		r.end = len(s.text)
	case !styled && r.on:
		s.close(r, style)
	}
}

func (s *setter) close(r *run, style essay.Style) {
	if r.on {
		s.marks = append(s.marks, essay.Mark{Start: r.start, End: r.end, Style: style})
	}
	r.on = false
}

// isNoteMark says that a character is the number of a note: small, raised, a
// figure or sign.
func (s *setter) isNoteMark(l *line, w *word, k int, c Char) bool {
	if !l.raises(c) && !(strings.ContainsRune("*†‡", c.Rune) && len(s.notes) > 0 && k+1 == len(w.chars)) {
		return strings.ContainsRune("¹²³⁰⁴⁵⁶⁷⁸⁹", c.Rune)
	}
	return unicode.IsDigit(c.Rune) || strings.ContainsRune("*†‡§¶¹²³⁰⁴⁵⁶⁷⁸⁹,", c.Rune)
}

// lineEnd writes what stands between two lines: a space as a rule, a break in
// verse, nothing after a dash or inside a word.
func (s *setter) lineEnd(p *paragraph, u, v *line) {
	if p.kind == essay.Verse && !wraps(p, u, v) {
		s.text = append(s.text, '\n')
		return
	}
	us, vs := strings.Fields(u.String()), strings.Fields(v.String())
	if len(us) == 0 || len(vs) == 0 {
		return
	}
	last, next := us[len(us)-1], vs[0]
	if a, b, ok := parted(u, v); ok {
		if strings.HasSuffix(last, "\u00ad") || !s.voc.keeps(a, b, next) {
			s.cutHyphen()
		}
		return
	}
	end, n := utf8.DecodeLastRuneInString(last)
	begin, m := utf8.DecodeRuneInString(next)
	dash := func(r rune) bool { return r == '—' || r == '–' || r == '―' }
	switch {
	case (end == '—' || end == '―') && n < len(last), strings.HasSuffix(last, "--") && len(last) > 2:
		return
	case (begin == '—' || begin == '―') && m < len(next) && !dash(end):
		return
	case end == '–' && n < len(last) && unicode.IsDigit(begin), end == '/' && n < len(last):
		return
	}
	s.space()
}

// cutHyphen takes the hyphen at the end of the text away.
func (s *setter) cutHyphen() {
	r, n := utf8.DecodeLastRune(s.text)
	if r != '-' && r != '\u2010' && r != '\u00ad' {
		return
	}
	s.text = s.text[:len(s.text)-n]
	for _, e := range []*run{&s.italic, &s.bold} {
		e.end = min(e.end, len(s.text))
	}
}

// wraps says that a line of verse goes on in the next, which hangs under it: no
// word more would have found room between the edges of the verse.
func wraps(p *paragraph, u, v *line) bool {
	if _, _, ok := parted(u, v); ok && !u.takes(v) && opensSmall(v.String()) {
		return true
	}
	rg := p.within
	if rg == nil || v.left < rg.left+0.5*v.size || v.left < u.left+0.5*v.size {
		return false
	}
	return rg.right-u.right < 0.25*u.size+v.firstWidth()
}
