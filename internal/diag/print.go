package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"quire/internal/source"
)

// Print writes findings for people: file:line:column, what is wrong, the line
// with carets under the place, other places, what to do. Findings below least
// are left out.
func Print(w io.Writer, findings []Finding, least Severity) error {
	b := bufio.NewWriter(w)
	for _, f := range findings {
		if f.Severity < least {
			continue
		}
		head := fmt.Sprintf("%s: %s", f.Severity, Visible(f.Message))
		if f.Code != "" {
			head += " [" + f.Code + "]"
		}
		place(b, f.At, head)
		for _, r := range f.Related {
			place(b, r.At, "note: "+Visible(r.Message))
		}
		if f.Hint != "" {
			fmt.Fprintf(b, "  hint: %s\n", Visible(f.Hint))
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

func place(b *bufio.Writer, at source.Span, head string) {
	if at.IsZero() {
		fmt.Fprintln(b, head)
		return
	}
	line, column := at.Text.Position(at.Start)
	fmt.Fprintf(b, "%s:%d:%d: %s\n", Visible(at.Text.Name), line, column, head)
	text, carets := snippet(at)
	if text == "" {
		return
	}
	number := fmt.Sprint(line)
	fmt.Fprintf(b, "  %s | %s\n", number, text)
	fmt.Fprintf(b, "  %s | %s\n", strings.Repeat(" ", len(number)), carets)
}

// The most of a line that is shown, in columns, and how much of it before the
// place.
const (
	snippetWidth = 100
	snippetLead  = 40
	snippetBytes = 800 // marks stacked on one letter take no columns
)

// snippet gives the line where a span begins, made visible, and carets under
// as much of the span as stands on it. Long lines are cut round the place.
func snippet(at source.Span) (text, carets string) {
	line, _ := at.Text.Position(at.Start)
	start, end := at.Text.LineBounds(line)
	s := at.Text.Body[start:end]
	from, to := at.Start-start, min(at.End, end)-start
	first := windowStart(s, from)
	var shown, under strings.Builder
	if first > 0 {
		shown.WriteString("…")
		under.WriteString(" ")
	}
	columns := 1
	for i := first; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		v := visibleRune(r, n, s[i])
		if r == '\t' {
			v = "    "
		}
		c := columnsOf(v)
		if columns += c; columns > snippetWidth || i-first > snippetBytes {
			shown.WriteString("…")
			break
		}
		shown.WriteString(v)
		mark := " "
		if i >= from && i < to {
			mark = "^"
		}
		under.WriteString(strings.Repeat(mark, c))
		i += n
	}
	carets = strings.TrimRight(under.String(), " ")
	if !strings.Contains(carets, "^") { // at the line's end, or a span of nothing
		before := columnsOf(Visible(s[first:min(from, len(s))]))
		if first > 0 {
			before++
		}
		carets = strings.Repeat(" ", before) + "^"
	}
	return shown.String(), carets
}

// windowStart finds where to begin showing a line so that byte from is seen:
// at its start, or on a rune some columns before from.
func windowStart(s string, from int) int {
	if utf8.RuneCountInString(s[:from]) <= snippetWidth-snippetLead {
		return 0
	}
	i := from
	for n := 0; n < snippetLead && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return i
}

// columnsOf counts the columns that text takes in a terminal: none for
// combining marks, two for wide characters.
func columnsOf(s string) (n int) {
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me):
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
