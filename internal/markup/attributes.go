package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/source"
)

// scanAttrs reads attributes in braces, {#id .class key=value}. The text opens
// with the brace, at byte base of the file. It gives the attributes and the
// bytes read; where the braces are never closed that is all of the text.
// Everything it can't read is reported, and the rest read all the same.
func scanAttrs(s string, base int, r *report) (Attrs, int) {
	a := attrScanner{s: s, base: base, report: r}
	a.i = 1
	for a.i < len(s) {
		c := s[a.i]
		switch {
		case c == '}':
			a.i++
			a.attrs.At = a.span(0, a.i)
			return a.attrs, a.i
		case c == ' ' || c == '\t':
			a.i++
		case c == '#':
			a.id()
		case c == '.':
			a.class()
		case isLetter(c):
			a.pair()
		default:
			a.stray()
		}
	}
	if !a.unclosed {
		a.fail(0, 1, "brace is never closed", "Close the attributes with “}” on the same line.")
	}
	a.attrs.At = a.span(0, len(s))
	return a.attrs, len(s)
}

type attrScanner struct {
	s        string
	base, i  int
	report   *report
	attrs    Attrs
	unclosed bool // an unclosed quotation mark was reported, and says it all
}

func (a *attrScanner) span(start, end int) source.Span {
	return a.report.text.Span(a.base+start, a.base+end)
}

func (a *attrScanner) value(start, end int) Value {
	return Value{At: a.span(start, end), Text: a.s[start:end]}
}

func (a *attrScanner) fail(start, end int, message, hint string) {
	a.report.error("attribute", a.base+start, a.base+end, message, hint)
}

// word moves to the end of the stretch that belongs together: up to a space or
// a closing brace.
func (a *attrScanner) word() (start, end int) {
	start = a.i
	for a.i < len(a.s) && !strings.ContainsRune(" \t}", rune(a.s[a.i])) {
		a.i++
	}
	return start, a.i
}

func (a *attrScanner) id() {
	start, end := a.word()
	id := a.value(start+1, end)
	switch {
	case id.Text == "":
		a.fail(start, end, "no id after “#”", "Write the id right after it: {#my-id}.")
	case !isName(id.Text):
		a.fail(start, end, "“"+id.Text+"” can't be an id",
			"Use letters, digits, “-” and “_”, and begin with a letter.")
	case a.attrs.ID.Text != "":
		a.report.second("attribute", a.span(start, end), a.attrs.ID.At, "second id on one heading", "Leave one of them out.")
	default:
		a.attrs.ID = id
	}
}

func (a *attrScanner) class() {
	start, end := a.word()
	class := a.value(start+1, end)
	switch {
	case class.Text == "":
		a.fail(start, end, "no class after “.”", "Write the class right after it: {.multiple}.")
		return
	case !isName(class.Text):
		a.fail(start, end, "“"+class.Text+"” can't be a class",
			"Use letters, digits, “-” and “_”, and begin with a letter.")
		return
	}
	for _, c := range a.attrs.Classes {
		if c.Text == class.Text {
			a.report.second("attribute", a.span(start, end), c.At, "class “"+class.Text+"” stands twice", "Leave one of them out.")
			return
		}
	}
	a.attrs.Classes = append(a.attrs.Classes, class)
}

// pair reads key=value. Around the sign there are no spaces.
func (a *attrScanner) pair() {
	start := a.i
	for a.i < len(a.s) && isNameByte(a.s[a.i]) {
		a.i++
	}
	key := a.value(start, a.i)
	if a.i >= len(a.s) || a.s[a.i] != '=' {
		a.noValue(key)
		return
	}
	a.i++
	value, ok := a.valueOf(key)
	if !ok {
		return
	}
	if first, twice := a.attrs.key(key.Text); twice {
		a.report.second("attribute", key.At, first.At, "“"+key.Text+"” stands twice", "Leave one of them out.")
		return
	}
	a.attrs.Pairs = append(a.attrs.Pairs, Pair{Key: key, Value: value})
}

func (a Attrs) key(name string) (Value, bool) {
	for _, p := range a.Pairs {
		if p.Key.Text == name {
			return p.Key, true
		}
	}
	return Value{}, false
}

// noValue reports a key without "=". A sign after spaces is taken along, with
// the word after it, so that one slip gives one finding.
func (a *attrScanner) noValue(key Value) {
	start := a.i - len(key.Text)
	rest := strings.TrimLeft(a.s[a.i:], " \t")
	if strings.HasPrefix(rest, "=") {
		a.i = len(a.s) - len(rest) + 1
		for a.i < len(a.s) && (a.s[a.i] == ' ' || a.s[a.i] == '\t') {
			a.i++
		}
		_, end := a.word()
		a.fail(start, end, "space before “=”", "Write "+key.Text+"=value without spaces.")
		return
	}
	_, end := a.word()
	if end > start+len(key.Text) {
		a.fail(start, end, "“"+a.s[start:end]+"” is no attribute", "Write key=value, .class or #id, parted by spaces.")
		return
	}
	a.fail(start, end, "“"+key.Text+"” has no value", "Write "+key.Text+"=value, ."+key.Text+" if a class is meant, {{"+key.Text+"}} if a call is.")
}

// valueOf reads what stands after "key=", quoted or bare.
func (a *attrScanner) valueOf(key Value) (Value, bool) {
	start := a.i
	r, size := utf8.DecodeRuneInString(a.s[a.i:])
	if closer := closingQuote(r); closer != 0 {
		a.i += size
		return a.quoted(start, closer)
	}
	_, end := a.word()
	text := a.s[start:end]
	keyStart := start - 1 - len(key.Text)
	if text == "" {
		if rest := strings.TrimLeft(a.s[a.i:], " \t"); rest != "" && isNameByte(rest[0]) {
			if next, _, _ := strings.Cut(rest, " "); !strings.Contains(next, "=") {
				a.i = len(a.s) - len(rest)
				_, end = a.word()
			}
		}
		a.fail(keyStart, end, "“"+key.Text+"” has no value", "Write "+key.Text+"=value without spaces.")
		return Value{}, false
	}
	if i := strings.IndexAny(text, "\"'=<>`{“”"); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		a.fail(start+i, start+i+size, "“"+text[i:i+size]+"” in a value without quotation marks",
			"Put the value in quotation marks: "+key.Text+"=\"…\".")
		return Value{}, false
	}
	if strings.HasSuffix(text, ",") {
		a.fail(end-1, end, "comma after a value", "Part attributes by spaces only.")
		return Value{}, false
	}
	return a.value(start, end), true
}

// quoted reads on to the closing quotation mark, which "\" escapes, as it does
// itself.
func (a *attrScanner) quoted(start int, closer rune) (Value, bool) {
	inside := a.i
	var b strings.Builder
	for a.i < len(a.s) {
		r, size := utf8.DecodeRuneInString(a.s[a.i:])
		if r == closer {
			v := Value{At: a.span(inside, a.i), Text: b.String()}
			a.i += size
			if a.i < len(a.s) && !strings.ContainsRune(" \t}", rune(a.s[a.i])) {
				from, end := a.word()
				a.fail(from, end, "“"+a.s[from:end]+"” right after a quotation mark", "Part attributes by spaces.")
				return Value{}, false
			}
			return v, true
		}
		if next, n := utf8.DecodeRuneInString(a.s[a.i+size:]); r == '\\' && (next == closer || next == '\\') {
			a.i += size
			r, size = next, n
		}
		b.WriteRune(r)
		a.i += size
	}
	a.unclosed = true
	a.fail(start, len(a.s), "quotation mark is never closed", "Close the value on the same line.")
	return Value{}, false
}

func (a *attrScanner) stray() {
	start, end := a.word()
	text := a.s[start:end]
	hint := "Write #id, .class or key=value, parted by spaces."
	if text[0] == '{' {
		hint = "One pair of braces holds all of a heading's attributes."
	}
	a.fail(start, end, "“"+text+"” is no attribute", hint)
}

// closingQuote gives the mark that closes a quotation which r opens, 0 if r
// opens none. Editors type curly marks unasked, so those will do too.
func closingQuote(r rune) rune {
	switch r {
	case '"', '\'':
		return r
	case '“', '”':
		return '”'
	case '‘', '’':
		return '’'
	}
	return 0
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isNameByte(c byte) bool {
	return isLetter(c) || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// isName says that s can be an id, a class, a key or a call's name.
func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isNameByte(s[i]) || i == 0 && !isLetter(s[i]) {
			return false
		}
	}
	return s != ""
}

// capital gives s with its first letter upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
