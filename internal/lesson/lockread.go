package lesson

import (
	"fmt"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

// most is the largest number that a lock file may hold: more than any file that
// Quire reads has letters.
const most = 1 << 26

// DecodeLock reads a lock file. Its first line is "quire-lock 1"; lines that
// begin with "#" and empty lines mean nothing; the others are
//
//	scheme 1
//	words 1566
//	sentences 70                                         (older files lack
//	syllables 2512                                       these two)
//	lines 180
//	paragraph 1 line=1 sum=… opens="The first words"     (in order, from 1)
//	passage ID paragraphs=3-4 lines=34-41 length=412 selector=… fingerprint=… sum=…
//	quotation SUM paragraphs=3-3 lines=36-36
//	word SUM paragraphs=3-3 lines=36-36                  (one for each place)
//
// where lines=0-0 is a place without lines. What can't be read is a finding and
// left out; a text of another version is nil.
func DecodeLock(t *source.Text, findings *diag.List) *Lock {
	d := &lockReader{text: t, findings: findings, lock: &Lock{
		Passages:   map[string]LockedPassage{},
		Quotations: map[string]LockedQuotation{},
		Vocabulary: map[string][]LockedQuotation{},
	}}
	if t.Line(1) != lockVersion {
		d.wrong(1, fmt.Sprintf("the first line is not “%s”", lockVersion))
		return nil
	}
	for n := 2; n <= t.Lines(); n++ {
		line := t.Line(n)
		if line == "" || line[0] == '#' {
			continue
		}
		if !d.line(line) {
			d.wrong(n, "this line of the lock file can't be read")
		}
	}
	return d.lock
}

type lockReader struct {
	text     *source.Text
	findings *diag.List
	lock     *Lock
	count    int
}

const (
	lockFindings  = 20 // the most that is said of one lock file
	mostSyllables = 20 // of a word: more are no essay's
)

func (d *lockReader) wrong(line int, message string) {
	if d.count++; d.count > lockFindings {
		return
	}
	start, end := d.text.LineBounds(line)
	d.findings.Error("lock", d.text.Span(start, end), message, "Don't edit this file; write it anew with quire lock LESSON --essay FILE.")
}

func (d *lockReader) line(s string) bool {
	kind, rest, _ := strings.Cut(s, " ")
	name, rest, _ := strings.Cut(rest, " ")
	f := &lockFields{rest: rest, ok: true}
	switch kind {
	case "scheme":
		d.lock.Scheme = f.number(name)
	case "words":
		d.lock.Words = f.number(name)
	case "sentences":
		d.lock.Sentences = f.number(name)
		return f.done() && d.lock.Sentences <= d.lock.Words
	case "syllables":
		d.lock.Syllables = f.number(name)
		return f.done() && d.lock.Syllables <= mostSyllables*d.lock.Words
	case "lines":
		d.lock.Lines = f.number(name)
	case "paragraph":
		p := LockedParagraph{FirstLine: f.number(f.bare("line")), Sum: f.sum(f.bare("sum")), Opens: f.quoted("opens")}
		if n := f.number(name); !f.done() || n != len(d.lock.Paragraphs)+1 || p.Opens != opening(p.Opens) {
			return false
		}
		d.lock.Paragraphs = append(d.lock.Paragraphs, p)
	case "passage":
		place := d.place(f)
		p := LockedPassage{
			FirstParagraph: place.FirstParagraph, LastParagraph: place.LastParagraph,
			FirstLine: place.FirstLine, LastLine: place.LastLine,
			Length: f.number(f.bare("length")), Selector: f.sum(f.bare("selector")), Fingerprint: f.bare("fingerprint"), Sum: f.sum(f.bare("sum")),
		}
		if _, twice := d.lock.Passages[name]; twice || !f.done() || name == "" {
			return false
		}
		d.lock.Passages[name] = p
	case "quotation":
		place := d.place(f)
		if _, twice := d.lock.Quotations[f.sum(name)]; twice || !f.done() {
			return false
		}
		d.lock.Quotations[name] = LockedQuotation(place)
	case "word":
		place := d.place(f)
		if f.sum(name); !f.done() || len(d.lock.Vocabulary[name]) >= placesOfWord {
			return false
		}
		d.lock.Vocabulary[name] = append(d.lock.Vocabulary[name], LockedQuotation(place))
	default:
		return false
	}
	return f.done()
}

// place reads a place among the paragraphs, which stand before all places.
func (d *lockReader) place(f *lockFields) document.Place {
	var p document.Place
	p.FirstParagraph, p.LastParagraph = f.pair("paragraphs")
	p.FirstLine, p.LastLine = f.pair("lines")
	if p.FirstParagraph < 1 || p.LastParagraph > len(d.lock.Paragraphs) {
		f.ok = false
	}
	return p
}

// lockFields reads the key=value fields of a line in their order.
type lockFields struct {
	rest string
	ok   bool
}

func (f *lockFields) done() bool { return f.ok && f.rest == "" }

func (f *lockFields) key(name string) {
	rest, ok := strings.CutPrefix(f.rest, name+"=")
	f.rest, f.ok = rest, f.ok && ok
}

func (f *lockFields) bare(name string) string {
	f.key(name)
	value, rest, _ := strings.Cut(f.rest, " ")
	f.rest = rest
	return value
}

func (f *lockFields) quoted(name string) string {
	f.key(name)
	q, err := strconv.QuotedPrefix(f.rest)
	if err != nil {
		f.ok = false
		return ""
	}
	f.rest = strings.TrimPrefix(f.rest[len(q):], " ")
	s, err := strconv.Unquote(q)
	f.ok = f.ok && err == nil
	return s
}

func (f *lockFields) number(s string) int {
	n, ok := whole(s)
	if !ok || n < 0 || n > most {
		f.ok = false
		return 0
	}
	return n
}

func (f *lockFields) pair(name string) (first, last int) {
	a, b, _ := strings.Cut(f.bare(name), "-")
	first, last = f.number(a), f.number(b)
	f.ok = f.ok && first <= last
	return first, last
}

// sum takes a checksum as package lesson writes it.
func (f *lockFields) sum(s string) string {
	f.ok = f.ok && len(s) == 16 && strings.Trim(s, "0123456789abcdef") == ""
	return s
}
