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
func readText(t *source.Text, h Hints) *essay.Essay {
	pieces := splitText(t)
	e := &essay.Essay{}
	body := trimFurniture(e, pieces, h)
	for _, p := range body {
		e.Blocks = append(e.Blocks, p.block())
	}
	return e
}

// A piece is what stands between blank lines: lines of the source.
type piece struct {
	text  *source.Text
	lines []source.Span // without indents and line ends
	kind  essay.Kind
}

func (p piece) span() source.Span { return p.lines[0].To(p.lines[len(p.lines)-1]) }

// words gives a piece's words as one line.
func (p piece) words() string {
	all := make([]string, len(p.lines))
	for i, l := range p.lines {
		all[i] = l.String()
	}
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

// block joins a piece's lines, keeping those of verse apart.
func (p piece) block() essay.Block {
	var b builder
	for i, l := range p.lines {
		if i > 0 {
			between := " "
			if p.kind == essay.Verse {
				between = "\n"
			}
			b.add(between, p.lines[i-1].End)
		}
		addEmphasised(&b, l)
	}
	out := b.block(p.kind)
	if p.kind == essay.Heading {
		out.Level = 2
	}
	return out
}

// addEmphasised takes a line in, with underscores round words made marks.
func addEmphasised(b *builder, l source.Span) {
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
		b.add(s[:open], l.Start)
		start := b.text.Len()
		b.add(s[open+1:open+1+end], l.Start+open+1)
		b.marks = append(b.marks, essay.Mark{Start: start, End: b.text.Len(), Style: essay.Emphasis})
		rest := open + 1 + end + 1
		l = l.Sub(rest, len(s))
		s = s[rest:]
	}
	b.add(s, l.Start)
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

// splitText parts a text into pieces. In a text that is wrapped by hand the
// lines between blank lines are one paragraph; elsewhere each line is one.
func splitText(t *source.Text) []piece {
	wrapped := isWrapped(t)
	var all []piece
	var run []line
	flush := func() {
		if len(run) > 0 {
			all = append(all, runPieces(t, run, wrapped)...)
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

// runPieces makes pieces of the lines between two blank lines.
func runPieces(t *source.Text, run []line, wrapped bool) []piece {
	spans := make([]source.Span, len(run))
	indented, short := true, true
	for i, l := range run {
		spans[i] = l.span
		indented = indented && l.indent >= 2
		short = short && utf8.RuneCountInString(l.span.String()) <= verseWidth
	}
	switch {
	case indented && short && len(run) > 1:
		return []piece{{t, spans, essay.Verse}}
	case wrapped:
		return []piece{{t, spans, essay.Paragraph}}
	}
	var out []piece
	for _, s := range spans {
		out = append(out, piece{t, []source.Span{s}, essay.Paragraph})
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
