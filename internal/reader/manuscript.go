package reader

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// A manuscript is what the file of a word processor holds: paragraphs with
// their settings, as someone wrote them, with styles or with nothing but bold and
// the centring button. Readers of such files make one; draft decides, the same
// way for all of them, what each paragraph is.
type manuscript struct {
	name                 string // of the file
	title, creator, lang string // what the file's properties say; the creator may be who typed it
	grafs                []graf
	notes                []part // footnotes and endnotes that the file has as such
	tables               []table

	open    *graf          // the paragraph that is being read
	left    string         // why what is being read isn't the essay
	letters map[string]int // how many are in each language
	size    int            // bytes of text so far
}

// A graf is one paragraph of a manuscript. Its text has "\n" where the writer
// broke a line.
type graf struct {
	part
	setting setting
	raised  []extent // what stands raised, as note marks do
	joined  bool     // of lines that were paragraphs of their own
}

// maxGrafs bounds what is kept of a manuscript: each line of verse may be a
// paragraph.
const maxGrafs = 4 * maxParagraphs

// An extent is the bytes [start, end) of a text.
type extent struct{ start, end int }

// A role is what a paragraph's style says that it is.
type role uint8

const (
	plainRole role = iota
	titleRole
	subtitleRole
	authorRole
	headingRole
	quoteRole
	verseRole
	listRole
	captionRole
	contentsRole
	pageRole // a page's head or foot
)

// A setting is how a paragraph or the letters in it are set. Distances are in
// twentieths of a point, sizes in half points, 0 where unknown.
type setting struct {
	role                role
	level               int    // of a heading, from 1; 0 if it is none
	align               string // "center", "right" or ""
	left, first         int    // of the left edge; of the first line, against the left edge
	before, after       int    // white space
	list                bool
	bold, italic, under bool
	raised, hidden      bool
	size                int
	lang                string
}

// empty says that a graf has nothing to read.
func (s *graf) empty() bool { return len(strings.TrimSpace(string(s.text))) == 0 }

// slice gives the bytes [from, to) of a graf, without white space round them,
// as a graf of the same setting.
func (s *graf) slice(from, to int) graf {
	text := s.text[from:to]
	from += len(text) - len(bytesTrimLeft(text))
	text = []byte(strings.TrimSpace(string(text)))
	to = from + len(text)
	out := *s
	out.text = text
	out.marks, out.raised = nil, nil
	for _, m := range s.marks {
		if a, b := max(m.Start, from), min(m.End, to); a < b {
			out.marks = append(out.marks, essay.Mark{Start: a - from, End: b - from, Style: m.Style})
		}
	}
	for _, r := range s.raised {
		if a, b := max(r.start, from), min(r.end, to); a < b {
			out.raised = append(out.raised, extent{a - from, b - from})
		}
	}
	return out
}

func bytesTrimLeft(b []byte) []byte {
	return b[len(b)-len(strings.TrimLeftFunc(string(b), unicode.IsSpace)):]
}

// cut takes the extents, in order, out of a graf.
func (s *graf) cut(out []extent) {
	if len(out) == 0 {
		return
	}
	var text []byte
	shift := make([]int, len(s.text)+1) // where each byte goes
	next := 0
	for i := range s.text {
		for next < len(out) && i >= out[next].end {
			next++
		}
		shift[i] = len(text)
		if next == len(out) || i < out[next].start {
			text = append(text, s.text[i])
		}
	}
	shift[len(s.text)] = len(text)
	s.text = text
	var marks []essay.Mark
	for _, m := range s.marks {
		if m.Start, m.End = shift[m.Start], shift[m.End]; m.Start < m.End {
			marks = append(marks, m)
		}
	}
	s.marks, s.raised = marks, nil
}

// emphasise marks what was added from byte start on as a run's setting says,
// joined to a mark of the same style right before it. Italics win over bold:
// marks do not overlap.
func (s *graf) emphasise(start int, run setting) {
	end := len(s.text)
	for start < end && s.text[start] == ' ' {
		start++
	}
	for start < end && s.text[end-1] == ' ' {
		end--
	}
	style := essay.Strong
	switch {
	case start == end || strings.TrimSpace(string(s.text[start:end])) == "":
		return
	case run.italic, run.under && !run.bold:
		style = essay.Emphasis
	case !run.bold:
		return
	}
	if n := len(s.marks); n > 0 && s.marks[n-1].Style == style && strings.TrimSpace(string(s.text[s.marks[n-1].End:start])) == "" {
		s.marks[n-1].End = end
		return
	}
	s.marks = append(s.marks, essay.Mark{Start: start, End: end, Style: style})
}

// all says that a style marks every letter of a graf.
func (s *graf) all(style essay.Style) bool {
	letters := 0
	at := 0
	for i, r := range string(s.text) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		letters++
		for at < len(s.marks) && s.marks[at].End <= i {
			at++
		}
		if at == len(s.marks) || s.marks[at].Start > i || s.marks[at].Style != style {
			return false
		}
	}
	return letters > 0
}

// A measure of a manuscript is how most of its words are set.
type measure struct {
	left, size int
	centred    bool
	spaced     bool // paragraphs open with spaces for an indent
}

func (m *manuscript) measure() measure {
	lefts, sizes := map[int]int{}, map[int]int{}
	words, centred, spaced, long := 0, 0, 0, 0
	for i := range m.grafs {
		s := &m.grafs[i]
		n := len(strings.Fields(string(s.text)))
		lefts[s.setting.left] += n
		sizes[s.setting.size] += n
		words += n
		if s.setting.align == "center" {
			centred += n
		}
		if n > 20 {
			long++
			if bytes.HasPrefix(s.text, []byte("   ")) {
				spaced++
			}
		}
	}
	return measure{left: commonest(lefts), size: commonest(sizes), centred: centred*2 > words, spaced: spaced*2 > long}
}

// commonest gives the key of the largest count, the smallest key of several.
func commonest(counts map[int]int) int {
	best, most := 0, 0
	for k, n := range counts {
		if n > most || n == most && k < best {
			best, most = k, n
		}
	}
	return best
}

// draft decides what each paragraph is. Hints are what a lesson knows.
func (m *manuscript) draft(h Hints) (*draft, error) {
	if m.full() {
		return nil, fmt.Errorf("%s has far more text than the %d words in %d paragraphs that Quire reads: cut out what the class reads", m.name, maxWords, maxParagraphs)
	}
	if d := m.bare(); d != nil {
		m.properties(&d.about)
		return d, nil
	}
	d := &draft{}
	m.settleTables()
	m.settleBoxes()
	body := m.measure()
	m.breakLines(body)
	notes := m.typedNotes()
	m.nameHead(&d.about, h, body)
	m.centredVerse(body)
	m.headings(body)
	m.quotations(body)
	m.lists()
	m.joinVerse()
	for i := range m.grafs {
		d.parts = append(d.parts, m.grafs[i].part)
	}
	d.parts = append(append(d.parts, m.notes...), notes...)
	m.properties(&d.about)
	return d, nil
}

// properties takes what the text doesn't say from the file's properties.
func (m *manuscript) properties(e *essay.Essay) {
	e.Lang = cmp.Or(bySpeech(m.letters), m.lang)
	if len(e.Lang) > 35 || strings.ContainsAny(e.Lang, " \t\n") {
		e.Lang = ""
	}
	if !isRealTitle(m.title) {
		return
	}
	if e.Title == "" {
		e.Title = m.title
	}
	// Only who filled in the title as well has cared whose name stands there.
	if e.Author == "" && sameWords(m.title, e.Title) && looksName(m.creator) && !strings.Contains(strings.ToLower(m.creator), "user") {
		e.Author = m.creator
	}
}

// headings finds the headings: by their styles, else by being short and set
// apart from the text. The levels come to be counted from 2, so that the
// title's is 1 whatever a writer used for it.
func (m *manuscript) headings(body measure) {
	shallowest := 0
	for i := range m.grafs {
		s := &m.grafs[i]
		if s.setting.level > 0 && s.kind == essay.Paragraph && len(strings.Fields(string(s.text))) <= headingWords && (shallowest == 0 || s.setting.level < shallowest) {
			shallowest = s.setting.level
		}
	}
	for i := range m.grafs {
		s := &m.grafs[i]
		words := len(strings.Fields(string(s.text)))
		switch {
		case s.kind != essay.Paragraph || s.left != "" || words == 0 || words > headingWords:
			continue
		case s.setting.level > 0:
			s.level = s.setting.level - shallowest + 2
		case s.setting.role == titleRole, m.looksHeading(i, body):
			s.level = 2
		default:
			continue
		}
		s.kind = essay.Heading
		s.text = []byte(strings.ReplaceAll(string(s.text), "\n", " "))
		s.plainIfAll()
	}
}

const headingWords = 30 // the longest paragraph in a heading's style that is a heading

// plainIfAll drops the emphasis of what is emphasised as a whole.
func (s *graf) plainIfAll() {
	if s.all(essay.Strong) || s.all(essay.Emphasis) {
		s.marks = nil
	}
}

// looksHeading says that a graf without a heading's style was set as a
// heading: a short line, no sentence, all bold or centred or larger or in
// capitals, with text of another setting below it.
func (m *manuscript) looksHeading(i int, body measure) bool {
	s := &m.grafs[i]
	w := s.words()
	if s.setting.role != plainRole || s.setting.list || len(strings.Fields(w)) > 12 || strings.Contains(string(s.text), "\n") || isSeparator(w) || !m.apart(s, body) {
		return false
	}
	if s.setting.left > body.left+indentation && s.setting.align != "center" {
		return false
	}
	if looksName(w) && m.underVerse(i, body) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(w)
	loud := s.all(essay.Strong) || s.all(essay.Emphasis) || s.setting.size > body.size && body.size > 0
	if strings.ContainsRune(",;—–-", end) || !loud && (endsSentence(w) && !isNumeral(w) || end == ':') {
		return false
	}
	for j := i + 1; j < len(m.grafs); j++ {
		if next := &m.grafs[j]; !next.empty() {
			return next.left == "" && (!m.apart(next, body) || j > i+1 || s.setting.align != next.setting.align || s.all(essay.Strong) != next.all(essay.Strong) || s.all(essay.Emphasis) != next.all(essay.Emphasis))
		}
	}
	return false
}

// underVerse says that a graf comes right after centred verse.
func (m *manuscript) underVerse(i int, body measure) bool {
	for i--; i >= 0; i-- {
		if s := &m.grafs[i]; !s.empty() {
			return s.isCentredLine(body)
		}
	}
	return false
}

// apart says that a graf is set apart from the text by how it settings.
func (m *manuscript) apart(s *graf, body measure) bool {
	return s.setting.align == "center" && !body.centred || s.all(essay.Strong) || body.size > 0 && s.setting.size >= body.size+3 ||
		inCapitals(string(s.text)) || s.all(essay.Emphasis) && s.setting.under
}

func inCapitals(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 4
}

// isNumeral says that a line is a number as sections have: "II.", "4", "§ 7".
func isNumeral(w string) bool {
	w = strings.Trim(w, "§. ()[]-–—")
	return w != "" && len(w) <= 8 && (strings.Trim(w, "0123456789.") == "" || strings.Trim(strings.ToUpper(w), "IVXLC") == "")
}

// lists makes list items of what is numbered or bulleted. Where most of the
// text is, someone has numbered the paragraphs.
func (m *manuscript) lists() {
	words, listed := 0, 0
	for i := range m.grafs {
		s := &m.grafs[i]
		n := len(strings.Fields(string(s.text)))
		words += n
		if s.setting.list {
			listed += n
		}
	}
	for i := range m.grafs {
		s := &m.grafs[i]
		if s.kind != essay.Paragraph || s.left != "" {
			continue
		}
		if s.setting.list && listed*2 <= words {
			s.kind = essay.ListItem
		}
		if mark, size := utf8.DecodeRune(s.text); strings.ContainsRune("•◦▪‣●○■", mark) && len(s.text) > size {
			*s = s.slice(size, len(s.text))
			s.kind = essay.ListItem
		}
	}
}

// bySpeech gives the language that most letters of a manuscript are set in.
func bySpeech(letters map[string]int) string {
	langs := make([]string, 0, len(letters))
	for l := range letters {
		langs = append(langs, l)
	}
	slices.SortFunc(langs, func(a, b string) int {
		return cmp.Or(cmp.Compare(letters[b], letters[a]), cmp.Compare(a, b))
	})
	if len(langs) == 0 {
		return ""
	}
	return langs[0]
}
