package cli

import (
	"io"
	"strconv"
	"strings"
	"unicode"

	"quire/internal/build"
	"quire/internal/diag"
	"quire/internal/essay"
)

// essayJSON is an essay as other programs read it. What the file doesn't say
// is left out.
type essayJSON struct {
	Title       string          `json:"title,omitempty"`
	Author      string          `json:"author,omitempty"`
	Publication string          `json:"publication,omitempty"`
	Published   string          `json:"published,omitempty"`
	URL         string          `json:"url,omitempty"`
	Lang        string          `json:"lang,omitempty"`
	Paragraphs  []paragraphJSON `json:"paragraphs"`
	Left        []leftJSON      `json:"left_out,omitempty"`
}

// A paragraph's kind is paragraph, heading, blockquote, verse (a stanza, its
// lines parted by "\n"), listitem or footnote. Footnotes come last.
type paragraphJSON struct {
	Kind     string   `json:"kind"`
	Number   int      `json:"number,omitempty"` // the number after the pilcrow
	Line     int      `json:"line,omitempty"`   // the number of its first line
	Level    int      `json:"level,omitempty"`  // of a heading, 2 for the first below the title
	Note     any      `json:"n,omitempty"`      // of a footnote: its number, or its sign as a string
	Text     string   `json:"text"`
	Emphasis []string `json:"emphasis,omitempty"` // the stretches in italics or bold, in order
}

type leftJSON struct {
	Why   string `json:"why"`
	Words string `json:"words"`
}

func printEssayJSON(stdout, stderr io.Writer, s *build.Shown, err error) error {
	if err != nil {
		return err
	}
	if err := diag.Print(stderr, s.Findings, diag.Warning); err != nil {
		return err
	}
	if s.Lesson == nil || s.Lesson.Essay == nil {
		return errStopped
	}
	e := s.Lesson.Essay
	out := essayJSON{Title: e.Title, Author: e.Author, Publication: e.Publication, Published: e.Published, URL: e.URL, Lang: e.Lang, Paragraphs: []paragraphJSON{}}
	for i, b := range e.Blocks {
		p := paragraphJSON{Kind: b.Kind.String(), Number: b.Number, Line: s.Lesson.Lines.Blocks[i].First, Note: noteNumber(b.Label), Text: b.Text}
		if b.Kind == essay.Heading {
			p.Level = b.Level
		}
		for _, m := range b.Marks {
			p.Emphasis = append(p.Emphasis, b.Text[m.Start:m.End])
		}
		out.Paragraphs = append(out.Paragraphs, p)
	}
	for _, l := range e.Left {
		out.Left = append(out.Left, leftJSON{l.Why, strings.Map(seen, l.Span.String())})
	}
	return encode(stdout, out)
}

// noteNumber gives a footnote's label as a number if it is one.
func noteNumber(label string) any {
	if n, err := strconv.Atoi(label); err == nil {
		return n
	}
	if label == "" {
		return nil
	}
	return label
}

// seen drops the characters that change how others are seen and aren't
// themselves; the essay's text has none.
func seen(r rune) rune {
	if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
		return -1
	}
	return r
}
