package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

// longestCall bounds a call, and with it what is read in vain where one is
// never closed, in bytes.
const longestCall = 4096

var kindCall = ast.NewNodeKind("QuireCall")

// callNode is a call in goldmark's tree; broken if it could not be read.
type callNode struct {
	ast.BaseInline
	call       document.Call
	start, end int
	broken     bool
}

func (*callNode) Kind() ast.NodeKind            { return kindCall }
func (n *callNode) Dump(source []byte, lvl int) { ast.DumpHelper(n, source, lvl, nil, nil) }

// callParser reads calls, {{name "argument" key=value}}.
type callParser struct{ report *report }

func (callParser) Trigger() []byte { return []byte{'{'} }

func (p callParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	c := newCursor(block)
	if !c.has("{{") {
		return nil
	}
	line, pos := block.Position()
	l := callLexer{cursor: c, report: p.report, start: c.at()}
	if !l.read() {
		for _, f := range l.failures {
			p.report.add(f)
		}
		block.SetPosition(line, pos)
		l.recover(block)
		_, pos = block.Position()
		return &callNode{start: l.start, end: max(pos.Start, l.start), broken: true}
	}
	c.accept()
	return &callNode{call: l.call, start: l.start, end: l.call.Source.End}
}

// CallName gives the place of a call's name, for findings about it.
func CallName(c document.Call) source.Span {
	i := strings.Index(c.Source.String(), c.Name)
	if i < 0 {
		return c.Source
	}
	return c.Source.Sub(i, i+len(c.Name))
}

// callLexer reads one call from a cursor that stands on its braces.
type callLexer struct {
	*cursor
	report   *report
	start    int // offset of the opening braces
	resume   int // where to read on if the call is never closed
	call     document.Call
	failures []diag.Finding
}

func (l *callLexer) span(start, end int) source.Span { return l.report.text.Span(start, end) }

func (l *callLexer) fail(start, end int, message, hint string) {
	l.failures = append(l.failures, diag.Finding{
		Code: "call", Severity: diag.Error, At: l.span(start, end), Message: message, Hint: hint,
	})
}

// unclosed reports that alone: what seemed wrong inside may not be the call's.
func (l *callLexer) unclosed(start, end int, message, hint string) bool {
	l.failures = nil
	l.fail(start, end, message, hint)
	return false
}

// read reads the call; false if anything in it was wrong, which is reported.
func (l *callLexer) read() bool {
	l.skip("{{")
	l.resume = l.at()
	if l.peek() == '{' {
		for l.peek() == '{' {
			l.next()
			l.resume = l.at()
		}
		return l.unclosed(l.start, l.resume, "too many braces", "A call opens with two: {{name}}. For a brace in the text write \\{.")
	}
	l.spaces()
	name := l.at()
	l.call.Name = l.name()
	l.resume = l.at()
	if l.call.Name == "" {
		l.resume = l.start + 2
		return l.unclosed(l.start, l.resume, "call without a name", "Write {{name}}, or \\{\\{ for braces in the text.")
	}
	if !isLetter(l.call.Name[0]) {
		l.fail(name, l.resume, "“"+l.call.Name+"” can't be a call's name", "A name begins with a letter.")
	}
	for {
		before := l.at()
		l.spaces()
		parted := l.at() > before
		switch r := l.peek(); {
		case l.has("}}"):
			l.skip("}}")
			l.call.Source = l.span(l.start, l.at())
			return len(l.failures) == 0
		case r == end || l.at()-l.start > longestCall || l.has("{{"):
			return l.unclosed(l.start, l.resume, "call is never closed", "End it with “}}”.")
		case r == '}':
			l.resume = l.at() + 1
			return l.unclosed(l.at(), l.at()+1, "call closed by one brace only", "End it with “}}”.")
		case !parted:
			l.junk("put a space before it")
		case r == '"' || r == '“' || r == '”':
			if !l.argument("") {
				return false
			}
		case r < 128 && isNameByte(byte(r)):
			if !l.word() {
				return false
			}
		default:
			l.junk("an argument is \"words in quotation marks\" or key=value")
		}
	}
}

// name reads letters, digits, "-" and "_".
func (l *callLexer) name() string {
	var b strings.Builder
	for r := l.peek(); r >= 0 && r < 128 && isNameByte(byte(r)); r = l.peek() {
		b.WriteRune(r)
		l.next()
	}
	return b.String()
}

// word reads key=value, or reports words without quotation marks.
func (l *callLexer) word() bool {
	start := l.at()
	key := l.name()
	if l.peek() != '=' || !isLetter(key[0]) {
		words := key + l.bare()
		l.fail(start, l.at(), "“"+words+"” without quotation marks", "Put words in quotation marks: {{"+l.call.Name+" \"words\"}}.")
		return true
	}
	for _, a := range l.call.Named {
		if a.Key == key {
			l.failures = append(l.failures, twice("call", l.span(start, l.at()), a.Source, "“"+key+"” stands twice", "Leave one of them out."))
		}
	}
	l.next()
	if r := l.peek(); r == '"' || r == '“' || r == '”' {
		return l.argument(key)
	}
	value := l.at()
	words := l.bare()
	if words == "" {
		l.fail(start, l.at(), "“"+key+"” has no value", "Write "+key+"=value or "+key+"=\"words\" without spaces round the sign.")
		return true
	}
	l.add(key, words, value, l.at())
	return true
}

// bare reads up to a space, a brace or a quotation mark.
func (l *callLexer) bare() string {
	var b strings.Builder
	for r := l.peek(); r != end && !strings.ContainsRune(" \t\n{}\"“”|", r); r = l.peek() {
		b.WriteRune(r)
		l.next()
	}
	return b.String()
}

// argument reads words in quotation marks. A line end in them, with the spaces
// round it, is one space. False where they are never closed.
func (l *callLexer) argument(key string) bool {
	open, closer := l.at(), closingQuote(l.peek())
	l.next()
	value := l.at()
	var b strings.Builder
	for {
		r := l.peek()
		switch {
		case r == end || l.at()-l.start > longestCall:
			return l.unclosed(open, value, "quotation mark is never closed", "Close it with "+string(closer)+" before the call ends.")
		case r == closer:
			stop := l.at()
			l.next()
			l.add(key, b.String(), value, stop)
			return true
		case r == '\n':
			words := strings.TrimRight(b.String(), " \t")
			b.Reset()
			b.WriteString(words + " ")
			l.spaces()
			continue
		case r == '\\':
			l.next()
			if e := l.peek(); e != '"' && e != '\\' && e != '|' && e != closer {
				b.WriteByte('\\')
				continue
			}
			r = l.peek()
		}
		b.WriteRune(r)
		l.next()
	}
}

func (l *callLexer) add(key, value string, start, stop int) {
	a := document.Argument{Key: key, Value: value}
	a.Source = l.span(start, stop)
	if key == "" {
		l.call.Arguments = append(l.call.Arguments, a)
	} else {
		l.call.Named = append(l.call.Named, a)
	}
}

// junk reports what is no argument, up to the next space or brace.
func (l *callLexer) junk(hint string) {
	start := l.at()
	var b strings.Builder
	for r := l.peek(); r != end && (b.Len() == 0 || !strings.ContainsRune(" \t\n{}", r)); r = l.peek() {
		b.WriteRune(r)
		l.next()
	}
	l.fail(start, l.at(), "“"+b.String()+"” is no argument", capital(hint)+".")
}

// recover moves a reader that stands before a broken call to where reading may
// go on: past its closing braces if they are on the line, else past its name.
func (l *callLexer) recover(block text.Reader) {
	line, seg := block.PeekLine()
	rest := string(line[min(2, len(line)):])
	if i := strings.Index(rest, "}}"); i >= 0 && i < longestCall && !strings.Contains(rest[:i], "{{") {
		n := 2 + i + 2
		for n < len(line) && line[n] == '}' {
			n++
		}
		block.Advance(n)
		return
	}
	if n := l.resume - seg.Start; n > 0 && n < len(line) {
		block.Advance(n)
		return
	}
	block.Advance(2)
}
