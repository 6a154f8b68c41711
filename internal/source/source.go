// Package source holds loaded texts and places in them.
//
// A file's bytes come in; a Text with LF line ends, no byte order mark and
// valid UTF-8 goes out, with a map back to the offsets of the file as it was.
// Everything that was parsed anywhere in Quire points back here with a Span.
// The package knows nothing about lessons, essays or how findings print.
package source

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Text is a loaded text. Name is how findings call it (slash-separated,
// relative to where the author works); Body is what all Spans point into.
type Text struct {
	Name string
	Body string

	lines []int // byte offsets where lines begin; lines[0] == 0
	cuts  []cut // where bytes of the file were left out, by offset in Body
	taken Span  // where another text takes this one in; zero if none does
}

// TakenIn gives the text as another one takes it in, at a place there. It is a
// text of its own, so that one that is taken in twice has two.
func (t *Text) TakenIn(at Span) *Text {
	u := *t
	u.taken = at
	return &u
}

// A cut says that from offset at in Body on, the file is skip bytes ahead.
type cut struct{ at, skip int }

// EncodingError says where a file stops being UTF-8. Offset is in bytes of the
// file, Line and Column are 1-based, Column in characters.
type EncodingError struct {
	Name                 string
	Offset, Line, Column int
	Byte                 byte
}

func (e *EncodingError) Error() string {
	return fmt.Sprintf("%s:%d:%d: byte 0x%02X is not UTF-8", e.Name, e.Line, e.Column, e.Byte)
}

// New settles a file's bytes: a leading byte order mark goes, CRLF and lone CR
// become LF. Bytes that are not UTF-8 are an *EncodingError.
func New(name string, raw []byte) (*Text, error) {
	t := &Text{Name: name}
	s := string(raw)
	skipped := 0
	if strings.HasPrefix(s, "\uFEFF") {
		s = s[len("\uFEFF"):]
		skipped = len("\uFEFF")
		t.cuts = append(t.cuts, cut{0, skipped})
	}
	if i := invalid(s); i >= 0 {
		before := s[:i]
		line := 1 + strings.Count(before, "\n")
		column := 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
		return nil, &EncodingError{Name: name, Offset: i + skipped, Line: line, Column: column, Byte: s[i]}
	}
	if strings.IndexByte(s, '\r') >= 0 {
		var b strings.Builder
		b.Grow(len(s))
		for i := 0; i < len(s); i++ {
			if s[i] != '\r' {
				b.WriteByte(s[i])
				continue
			}
			if i+1 < len(s) && s[i+1] == '\n' {
				skipped++
				t.cuts = append(t.cuts, cut{b.Len(), skipped})
				continue
			}
			b.WriteByte('\n')
		}
		s = b.String()
	}
	t.Body = s
	t.lines = []int{0}
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			t.lines = append(t.lines, i+1)
		}
	}
	return t, nil
}

func invalid(s string) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// Original gives the byte offset in the file of a byte offset in Body.
func (t *Text) Original(offset int) int {
	i := sort.Search(len(t.cuts), func(i int) bool { return t.cuts[i].at > offset })
	if i == 0 {
		return offset
	}
	return offset + t.cuts[i-1].skip
}

// Position gives the line and the column of a byte offset in Body, both
// 1-based, the column in characters.
func (t *Text) Position(offset int) (line, column int) {
	offset = min(max(offset, 0), len(t.Body))
	line = sort.SearchInts(t.lines, offset+1)
	return line, 1 + utf8.RuneCountInString(t.Body[t.lines[line-1]:offset])
}

// Line gives the text of a 1-based line without its line end, or "".
func (t *Text) Line(n int) string {
	start, end := t.LineBounds(n)
	return t.Body[start:end]
}

// LineBounds gives the byte offsets in Body of a 1-based line without its line
// end; both are len(Body) past the last line.
func (t *Text) LineBounds(n int) (start, end int) {
	if n < 1 || n > len(t.lines) {
		return len(t.Body), len(t.Body)
	}
	start, end = t.lines[n-1], len(t.Body)
	if n < len(t.lines) {
		end = t.lines[n] - 1
	}
	return start, end
}

// Lines counts the lines; an empty text has one.
func (t *Text) Lines() int { return len(t.lines) }

// Span marks the stretch [Start, End) of a text, in bytes of its Body.
func (t *Text) Span(start, end int) Span { return Span{t, start, end} }

// Span is a place in a text. The zero Span is no place: what Quire itself made.
type Span struct {
	Text       *Text
	Start, End int
}

// IsZero says that the span is no place at all.
func (s Span) IsZero() bool { return s.Text == nil }

// Home gives the span itself, or for one in a text that another takes in, the
// place where that one does: where its author can do something about it.
func (s Span) Home() Span {
	if s.Text == nil || s.Text.taken.IsZero() {
		return s
	}
	return s.Text.taken
}

// String gives the text that the span marks.
func (s Span) String() string {
	if s.Text == nil {
		return ""
	}
	return s.Text.Body[s.Start:s.End]
}

// Sub gives the stretch [start, end) within the span, in bytes from its start.
func (s Span) Sub(start, end int) Span {
	return Span{s.Text, s.Start + start, s.Start + end}
}

// To joins two spans of one text into the one that covers both.
func (s Span) To(other Span) Span {
	if s.Text == nil {
		return other
	}
	if other.Text != s.Text {
		return s
	}
	return Span{s.Text, min(s.Start, other.Start), max(s.End, other.End)}
}
