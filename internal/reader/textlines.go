package reader

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/source"
)

// splitLines parts a text into lines; a form feed turns the page.
func splitLines(t *source.Text) []textLine {
	var all []textLine
	turn := false
	for n := 1; n <= t.Lines(); n++ {
		start, end := t.LineBounds(n)
		for {
			stop := end
			i := strings.IndexByte(t.Body[start:end], '\f')
			if i >= 0 {
				stop = start + i
			}
			if i != 0 { // nothing before a form feed is no line
				l := textLine{span: t.Span(start, stop), index: len(all), turn: turn}
				l.indent = indentOf(l.span.String())
				l.trim()
				all = append(all, l)
				turn = false
			}
			if i < 0 {
				break
			}
			turn = true
			start = stop + 1
		}
	}
	return all
}

// indentOf counts the columns of white space that a line begins with.
func indentOf(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4
		case unicode.IsSpace(r):
			n++
		default:
			return n
		}
	}
	return n
}

func trimSpan(s source.Span) source.Span {
	words := s.String()
	left := len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	return s.Sub(left, left+len(strings.TrimFunc(words, unicode.IsSpace)))
}

// lineNumbers cuts the numbers of numbered lines, every fifth as a rule, at the
// lines' starts or ends.
func (r *textReader) lineNumbers() {
	for _, atEnd := range []bool{false, true} {
		var seen []numbered
		count := 0 // of lines with words
		for i := range r.lines {
			l := &r.lines[i]
			if l.blank() || l.left != "" {
				continue
			}
			count++
			if n, cut := numberAt(l.String(), atEnd); cut > 0 {
				seen = append(seen, numbered{i, count, n, cut})
			}
		}
		run := numberedRun(seen)
		for _, s := range run {
			l := &r.lines[s.line]
			size := len(l.String())
			if atEnd {
				l.span = l.span.Sub(0, size-s.cut)
			} else {
				rest := l.span.Sub(s.cut, size)
				if len(run)*2 < count { // the text begins where that of lines without numbers does
					l.indent += s.cut
				}
				l.span = rest
			}
			l.trim()
		}
	}
}

// numbered is a line with a number: which line, which of those with words, the
// number, and how many bytes it takes.
type numbered struct{ line, count, number, cut int }

// numberedRun gives the lines whose numbers count the lines: at least four that
// step by as many as there are lines between them.
func numberedRun(seen []numbered) []numbered {
	best := 0
	from := 0
	for i := 0; i < len(seen); i++ {
		k := i
		for k+1 < len(seen) {
			step := seen[k+1].number - seen[k].number
			between := seen[k+1].count - seen[k].count
			if step < 1 || step > 20 || between < step-1 || between > step+2 {
				break
			}
			k++
		}
		if k-i > best {
			best, from = k-i, i
		}
		i = k
	}
	if best < 2 {
		return nil
	}
	if best == 2 { // three numbers are enough if they count by fives, line by line
		for k := from; k < from+2; k++ {
			if step := seen[k+1].number - seen[k].number; step%5 != 0 || step != seen[k+1].count-seen[k].count {
				return nil
			}
		}
	}
	// what follows counts on, after a gap perhaps
	run := []numbered{seen[from]}
	step := seen[from+1].number - seen[from].number
	for _, s := range seen[from+1:] {
		if d := s.number - run[len(run)-1].number; d > 0 && d%step == 0 {
			run = append(run, s)
		}
	}
	return run
}

// numberAt reads a number that stands apart at the start or the end of a line
// with words, and says how many bytes it takes.
func numberAt(s string, atEnd bool) (n, cut int) {
	if atEnd {
		i := len(s)
		for i > 0 && isFigure(s[i-1]) {
			i--
		}
		words := strings.TrimRight(s[:i], " \t")
		if gap := s[len(words):i]; words == "" || len(gap) < 2 && gap != "\t" {
			return 0, 0
		}
		n, err := strconv.Atoi(s[i:])
		if err != nil || n > 9999 {
			return 0, 0
		}
		return n, len(s) - len(words)
	}
	i := 0
	for i < len(s) && isFigure(s[i]) {
		i++
	}
	rest := strings.TrimLeft(s[i:], " \t")
	if rest == "" || len(rest) == len(s[i:]) {
		return 0, 0
	}
	n, err := strconv.Atoi(s[:i])
	if err != nil || n > 9999 {
		return 0, 0
	}
	return n, len(s) - len(rest)
}

func isFigure(b byte) bool { return '0' <= b && b <= '9' }

// firstRune and lastRune give a line's ends, past the marks that open and close
// quotations, brackets and emphasis.
func firstRune(s string) rune {
	for _, r := range s {
		if !strings.ContainsRune("\"'“‘«([{_*=¿¡", r) {
			return r
		}
	}
	return 0
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"'”’»)]}_*="))
	return r
}

// startsLow says that words go on with a small letter: they continue a sentence.
func startsLow(s string) bool { return unicode.IsLower(firstRune(s)) }
