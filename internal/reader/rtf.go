package reader

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"quire/internal/diag"
)

// Limits on RTF: word processors nest groups to some thirty, and write some ten
// control words for a word of text.
const (
	rtfDepth = 200
	rtfWords = 2_000_000 // control words and groups
)

func isRTF(_ string, raw []byte) bool { return bytes.HasPrefix(raw, []byte(`{\rtf`)) }

// readRTF reads Rich Text Format (RTF 1.9.1 by Microsoft), as much of it as
// essays have: pictures, shapes, heads, feet and comments are passed over.
func readRTF(name string, raw []byte, h Hints, _ *diag.List) (*draft, error) {
	r := &rtfReader{m: &manuscript{name: name}, raw: raw, styles: map[int]setting{}, fonts: map[int]string{}, codePage: "windows-1252"}
	r.at = 1
	r.group(rtfState{fallback: 1}, 1)
	r.endParagraph(rtfState{})
	if r.words > rtfWords {
		return nil, fmt.Errorf("%s has more markup than any essay that Quire reads: copy what the class reads into a new document", name)
	}
	if r.deep {
		return nil, fmt.Errorf("%s nests more than %d deep, which no essay does: copy its text into a new document", name, rtfDepth)
	}
	r.endTable()
	return r.m.draft(h)
}

// rtfReader walks the groups of an RTF file.
type rtfReader struct {
	m        *manuscript
	raw      []byte
	at       int
	deep     bool // groups nest too deep: reading has stopped
	codePage string
	styles   map[int]setting
	fonts    map[int]string // code pages, where a face has its own

	bytes  []byte // of a code page, not yet decoded
	high   rune   // the first half of a surrogate pair
	skip   int    // how many characters stand in for one given as Unicode
	text   string // what a captured group says
	listed bool   // the next paragraph has a number or bullet
	notes  int
	table  *table
	cells  int // of the row in work
	words  int // control words and groups so far
}

// destination is what becomes of a group's text.
type destination uint8

const (
	toText destination = iota
	toNothing
	toCapture // into text
	toStyles
	toFonts
	toInfo
)

// rtfState is what a group inherits and its end restores.
type rtfState struct {
	to        destination
	into      *string // what is captured
	par, run  setting
	style     int
	font      int
	fallback  int // characters that follow each given as Unicode
	inTable   bool
	link      bool
	deleted   bool
	star      bool // "\*": pass over the group if its word isn't known
	wordsRead int
}

// group reads a group after its opening brace, and past its closing one.
func (r *rtfReader) group(s rtfState, depth int) rtfState {
	if depth > rtfDepth {
		r.deep, r.at = true, len(r.raw)
	}
	s.star, s.wordsRead = false, 0
	for r.at < len(r.raw) {
		if r.m.full() || r.words > rtfWords {
			r.at = len(r.raw)
			break
		}
		switch c := r.raw[r.at]; c {
		case '{':
			r.at++
			r.words++
			r.settle(s)
			inner := r.group(s, depth+1)
			r.settle(inner)
			r.finish(s, inner)
		case '}':
			r.at++
			r.settle(s)
			return s
		case '\\':
			r.at++
			if note := r.control(&s); note {
				r.note(rtfState{fallback: s.fallback}, depth)
				return rtfState{to: toNothing}
			}
		case '\r', '\n':
			r.at++
		default:
			r.at++
			r.char(c)
		}
	}
	r.settle(s)
	return s
}

// note reads the rest of a group as a note of the text.
func (r *rtfReader) note(s rtfState, depth int) {
	around, cells := r.table, r.cells
	r.table = nil
	r.notes++
	r.m.note(strconv.Itoa(r.notes), func() {
		r.group(s, depth+1)
		r.table = nil
	})
	r.table, r.cells = around, cells
}

// char takes a byte of the code page, unless it stands in for a character that
// was given as Unicode.
func (r *rtfReader) char(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	if len(r.bytes) < maxText {
		r.bytes = append(r.bytes, c)
	}
}

// settle decodes the bytes that wait, and writes them.
func (r *rtfReader) settle(s rtfState) {
	r.skip = 0
	r.decode(s)
}

func (r *rtfReader) decode(s rtfState) {
	if len(r.bytes) == 0 {
		return
	}
	raw := r.bytes
	r.bytes = r.bytes[:0]
	if s.to == toNothing || s.to == toInfo || s.to == toFonts {
		return
	}
	page := r.fonts[s.font]
	if page == "" || s.to != toText {
		page = r.codePage
	}
	text := string(raw)
	if e, _ := charset.Lookup(page); e != nil && strings.IndexFunc(text, func(c rune) bool { return c >= utf8.RuneSelf }) >= 0 {
		if decoded, err := e.NewDecoder().Bytes(raw); err == nil {
			text = string(decoded)
		}
	}
	r.write(strings.ToValidUTF8(text, "\ufffd"), s)
}

// write takes decoded text to where a group's text goes.
func (r *rtfReader) write(text string, s rtfState) {
	text = strings.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\t' {
			return -1
		}
		return c
	}, text)
	switch s.to {
	case toText:
		if s.run.hidden || s.deleted {
			return
		}
		r.begin(s)
		base := r.styles[s.style]
		base.role = s.par.role
		base.under = base.under || s.link
		r.m.write(text, s.run.against(base))
	case toCapture, toStyles:
		if len(r.text) < 1000 {
			r.text += text
		}
	}
}

// unicode takes a character given by its number, in halves if it has two.
func (r *rtfReader) unicode(n int, s *rtfState) {
	r.decode(*s)
	c := rune(uint16(n))
	switch {
	case utf16.IsSurrogate(c) && c < 0xDC00:
		r.high = c
	case utf16.IsSurrogate(c):
		r.write(string(utf16.DecodeRune(r.high, c)), *s)
	case c >= 0xF000 && c <= 0xF0FF: // of a face of symbols
	default:
		r.write(string(c), *s)
	}
	r.skip = s.fallback
}

// begin opens a paragraph with the setting in force.
func (r *rtfReader) begin(s rtfState) {
	if r.m.open != nil {
		return
	}
	p := s.par
	p.list = (p.list || r.listed) && p.level == 0
	r.listed = false
	if !s.inTable {
		r.endTable()
	} else if r.table == nil {
		r.table = &table{from: len(r.m.grafs)}
	}
	r.m.begin(p)
}

func (r *rtfReader) endParagraph(s rtfState) {
	r.settle(s)
	if s.to == toText {
		r.begin(s)
		r.m.flush()
	}
}

func (r *rtfReader) endTable() {
	if r.table != nil {
		r.table.to = len(r.m.grafs)
		r.m.tables = append(r.m.tables, *r.table)
	}
	r.table = nil
}

// finish takes what a group within one with state s has said.
func (r *rtfReader) finish(s, inner rtfState) {
	switch {
	case s.to == toStyles && inner.to == toStyles:
		def := inner.par
		def.bold, def.italic, def.under = inner.run.bold, inner.run.italic, inner.run.under
		name, _, _ := strings.Cut(r.text, ";")
		if role, level := roleOf(strings.TrimSpace(name)); role != plainRole {
			def.role, def.level = role, level
		}
		r.styles[inner.style] = def
		r.text = ""
	case inner.into != nil && s.into == nil:
		*inner.into = strings.TrimSpace(r.text)
		r.text = ""
	}
}

// number reads a control word's parameter.
func number(b []byte) (n int, size int, ok bool) {
	i := 0
	if i < len(b) && b[i] == '-' {
		i++
	}
	digits := i
	for i < len(b) && '0' <= b[i] && b[i] <= '9' && i < 11 {
		i++
	}
	if i == digits {
		return 0, 0, false
	}
	n, _ = strconv.Atoi(string(b[:i]))
	return n, i, true
}
