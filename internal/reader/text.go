package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
	"quire/internal/source"
)

// readText reads plain text: paragraphs parted by blank lines, or one a line;
// hard-wrapped or not; _emphasis_ between underscores.
func readText(t *source.Text) *draft {
	return &draft{text: t, parts: splitText(t), typed: true}
}

// linesPart joins lines to a part, keeping those of verse apart.
func linesPart(lines []source.Span, kind essay.Kind) part {
	p := part{kind: kind}
	for i, l := range lines {
		if i > 0 {
			between := " "
			if kind == essay.Verse {
				between = "\n"
			}
			p.add(between, lines[i-1].End)
		}
		addEmphasised(&p, l)
	}
	return p
}

// addEmphasised takes a line in, with underscores round words made marks.
func addEmphasised(p *part, l source.Span) {
	s := l.String()
	for {
		open := emphasisOpens(s)
		if open < 0 {
			break
		}
		end := emphasisCloses(s[open+1:])
		if end < 0 {
			break
		}
		p.add(s[:open], l.Start)
		start := len(p.text)
		p.add(s[open+1:open+1+end], l.Start+open+1)
		p.mark(start, essay.Emphasis)
		rest := open + 1 + end + 1
		l = l.Sub(rest, len(s))
		s = s[rest:]
	}
	p.add(s, l.Start)
}

// emphasisOpens finds an underscore that stands before a word, -1 if none.
func emphasisOpens(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] != '_' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		if (i == 0 || !unicode.IsLetter(before) && before != '_') && i+1 < len(s) && !unicode.IsSpace(after) && after != '_' {
			return i
		}
	}
	return -1
}

// emphasisCloses finds an underscore that stands after a word, -1 if none.
func emphasisCloses(s string) int {
	for i := 1; i < len(s); i++ {
		if s[i] != '_' {
			continue
		}
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		if s[i-1] != ' ' && (i+1 == len(s) || !unicode.IsLetter(after)) {
			return i
		}
	}
	return -1
}

// splitText parts a text. In a text that is wrapped by hand the
// lines between blank lines are one paragraph; elsewhere each line is one.
func splitText(t *source.Text) []part {
	wrapped := isWrapped(t)
	var all []part
	var run []line
	flush := func() {
		if len(run) > 0 {
			all = append(all, runParts(run, wrapped)...)
		}
		run = run[:0]
	}
	for n := 1; n <= t.Lines(); n++ {
		start, end := t.LineBounds(n)
		l := trimLine(t, start, end)
		if l.span.Start == l.span.End {
			flush()
			continue
		}
		run = append(run, l)
	}
	flush()
	return all
}

// A line is a line's text without white space round it, and how far it was
// indented, in columns.
type line struct {
	span   source.Span
	indent int
}

func trimLine(t *source.Text, start, end int) line {
	s := t.Body[start:end]
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	indent := 0
	for _, r := range s[:len(s)-len(trimmed)] {
		indent++
		if r == '\t' {
			indent += 3
		}
	}
	start += len(s) - len(trimmed)
	return line{t.Span(start, start+len(strings.TrimRightFunc(trimmed, unicode.IsSpace))), indent}
}

// runParts makes parts of the lines between two blank lines.
func runParts(run []line, wrapped bool) []part {
	spans := make([]source.Span, len(run))
	indented, short := true, true
	for i, l := range run {
		spans[i] = l.span
		indented = indented && l.indent >= 2
		short = short && utf8.RuneCountInString(l.span.String()) <= verseWidth
	}
	switch {
	case indented && short && len(run) > 1:
		return []part{linesPart(spans, essay.Verse)}
	case wrapped:
		return []part{linesPart(spans, essay.Paragraph)}
	}
	var out []part
	for _, s := range spans {
		out = append(out, linesPart([]source.Span{s}, essay.Paragraph))
	}
	return out
}

const (
	verseWidth = 64  // characters; longer indented lines are prose
	wrapWidth  = 100 // characters; lines that run on past this were not wrapped by hand
)

// isWrapped says that a text's lines were broken by hand: runs of several
// lines are common and hardly any line is longer than a wrapped one would be.
func isWrapped(t *source.Text) bool {
	lines, long, full := 0, 0, 0
	for n := 1; n <= t.Lines(); n++ {
		c := utf8.RuneCountInString(strings.TrimSpace(t.Line(n)))
		if c == 0 {
			continue
		}
		lines++
		if c > wrapWidth {
			long++
		} else if c >= 50 {
			full++
		}
	}
	return long*20 <= lines && full*3 >= lines
}
