package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marks sets dashes, ellipses and quotation marks in a clean text.
func marks(s string) (string, []Stretch) {
	m := marker{s: s, inches: -1}
	m.out = make([]byte, 0, len(s)+16)
	for i := 0; i < len(s); {
		i += m.next(i)
	}
	return m.done(len(s))
}

type marker struct {
	tracer
	s              string
	last           rune // the last character of the result, 0 at the start
	double, single bool // whether a quotation is open
	inches         int  // where the second mark of a measure like 6'2" stands
}

// next sets what stands at byte i and says how many bytes that was.
func (m *marker) next(i int) int {
	s := m.s
	switch s[i] {
	case '-':
		n := run(s[i:], '-')
		if n == 1 {
			m.set('-', i)
			return 1
		}
		m.put(strings.Repeat("—", n/2), i) // two or three hyphens are one dash
		m.last = '—'
		return n
	case '.':
		n := run(s[i:], '.')
		m.put(strings.Repeat("…", n/3)+s[i:i+n%3], i)
		m.last = '.'
		if n%3 == 0 {
			m.last = '…'
		}
		return n
	case '"':
		m.set(m.doubleMark(i), i)
		m.track(s[i+1:])
		return 1
	case '\'':
		m.set(m.singleMark(i), i)
		m.track(s[i+1:])
		return 1
	}
	if s[i] == 0xE2 { // where the curly marks are
		r, size := utf8.DecodeRuneInString(s[i:])
		m.set(r, i)
		m.track(s[i+size:])
		return size
	}
	j := i + 1
	for j < len(s) && s[j] != '-' && s[j] != '.' && s[j] != '"' && s[j] != '\'' && s[j] != 0xE2 {
		j++
	}
	m.put(s[i:j], i)
	m.last, _ = utf8.DecodeLastRuneInString(s[i:j])
	return j - i
}

func (m *marker) set(r rune, from int) {
	m.put(string(r), from)
	m.last = r
}

// track notes whether the mark just set opened or closed a quotation.
func (m *marker) track(after string) {
	switch m.last {
	case '“':
		m.double = true
	case '”':
		m.double = false
	case '‘':
		m.single = true
	case '’':
		if r, _ := utf8.DecodeRuneInString(after); !wordy(r) || after == "" {
			m.single = false
		}
	}
}

// doubleMark says what the straight double mark at byte i is.
func (m *marker) doubleMark(i int) rune {
	switch {
	case i == m.inches, digit(m.last) && !m.double:
		return '"' // a measure: 6'2", a 12" ruler
	case m.opens(m.s[i+1:], m.double):
		return '“'
	}
	return '”'
}

// singleMark says what the straight single mark at byte i is.
func (m *marker) singleMark(i int) rune {
	after := m.s[i+1:]
	switch {
	case digit(m.last):
		if n := inches(after); n >= 0 {
			m.inches = i + 1 + n
			return '\''
		}
		if r, _ := utf8.DecodeRuneInString(after); !m.single && (after == "" || !wordy(r)) {
			return '\'' // a 20' ladder
		}
		return '’'
	case wordy(m.last):
		return '’'
	case elided(after):
		return '’'
	case m.opens(after, m.single):
		return '‘'
	}
	return '’'
}

// opens says whether a mark after the last character and before after opens a
// quotation; open says that one is open.
func (m *marker) opens(after string, open bool) bool {
	next, ends := ahead(after)
	starts := !ends && next != ' ' && next != '\n' // something begins right after
	switch p := m.last; {
	case wordy(p):
		return false
	case p == 0 || p == ' ' || p == '\n' || strings.ContainsRune("([{<“‘„‚«‹¿¡/", p):
		return starts || !open
	case p == '-' || p == '–' || p == '—':
		return starts && (wordy(next) || strings.ContainsRune("([{¿¡", next)) || ends && !open
	case strings.ContainsRune("*†‡•·&#@_", p) || unicode.IsSymbol(p):
		return starts && wordy(next)
	}
	// After what closes (a stop, a bracket, a closing mark) the mark closes too,
	// unless there is nothing to close and a word follows: a space was left out.
	return !open && starts && wordy(next)
}

// ahead gives the first character of s that is not a quotation mark, looking
// past three at most. It says whether s ends there.
func ahead(s string) (r rune, ends bool) {
	for range 4 {
		var size int
		r, size = utf8.DecodeRuneInString(s)
		if size == 0 {
			return 0, true
		}
		if !strings.ContainsRune("\"'“”‘’", r) {
			return r, false
		}
		s = s[size:]
	}
	return r, false
}

// inches says where in s, what follows feet or minutes, the mark of inches or
// seconds stands: after digits, perhaps a space before them. -1 if nowhere.
func inches(s string) int {
	i := 0
	if strings.HasPrefix(s, " ") {
		i++
	}
	for n := 0; n <= 6 && i < len(s); n++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '"' && n > 0:
			return i
		case !digit(r) && (n == 0 || r != '.' && !unicode.Is(unicode.No, r)):
			return -1
		}
		i += size
	}
	return -1
}

// heads are words that have lost their beginning: the mark before them is an
// apostrophe.
var heads = [...]string{
	"tis", "tisn", "twas", "twasn", "twere", "twill", "twould", "twixt", "em", "til",
	"gainst", "neath", "bout", "cause", "n",
}

// elided says whether s, what follows a straight single mark, is a word or a
// year that has lost its beginning: ’tis, ’90s, rock ’n’ roll.
func elided(s string) bool {
	n := 0
	for n < len(s) && n <= 8 && ('a' <= s[n]|0x20 && s[n]|0x20 <= 'z' || digit(rune(s[n]))) {
		n++
	}
	word, rest := s[:n], s[n:]
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && wordy(r) {
		return false
	}
	if len(word) >= 2 && digit(rune(word[0])) && digit(rune(word[1])) {
		return (len(word) == 2 || word[2:] == "s" || word[2:] == "S") && !closed(rest)
	}
	for _, h := range heads {
		if strings.EqualFold(word, h) {
			return h == "n" || !closed(rest)
		}
	}
	return false
}

// closed says whether s begins with a single mark that ends a quotation.
func closed(s string) bool {
	for _, mark := range []string{"'", "’"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return rest == "" || !wordy(r)
		}
	}
	return false
}

func run(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

// wordy says that r is part of a word: a letter, a digit, an accent.
func wordy(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}
