package reader

import (
	"sort"
	"strings"
	"time"

	"quire/internal/essay"
	"quire/internal/source"
	"quire/internal/typography"
)

// A draft is what a format's reader made of a file: its parts in the file's
// order, and what the file itself says of the essay. finish makes an Essay of
// it, the same way for all formats.
type draft struct {
	text  *source.Text // what the parts' places point into; nil if the format has no text to point into
	about essay.Essay  // Title to Lang only, empty where the file doesn't say
	parts []part
	typed bool // the format marks no headings: they are known by their shape

	doubts []doubt // what stays in the essay, or goes, and may be wrong
}

// A doubt is a place of the text, and what isn't sure about it.
type doubt struct {
	at      source.Span
	message string
}

// A part is a paragraph, heading, stanza, note or the like, before typography.
type part struct {
	kind  essay.Kind
	level int    // of a heading: 1 for a title, 2 for the first below it
	label string // of a footnote: its number or sign, if the file tells it
	left  string // why the part is not the essay, as essay.Left says; "" if it may be

	text   []byte // lines of verse are parted by "\n"
	origin essay.Origin
	marks  []essay.Mark // offsets in text, in order, not overlapping
}

// placeless is the source offset of what has no place in a text.
const placeless = -1

// add takes text that stands at a source offset, or is placeless.
func (p *part) add(s string, from int) {
	if s == "" {
		return
	}
	at := len(p.text)
	n := len(p.origin)
	if from != placeless && (n == 0 || p.origin[n-1].From+at-p.origin[n-1].At != from) {
		p.origin = append(p.origin, essay.Stretch{At: at, From: from})
	}
	p.text = append(p.text, s...)
}

// mark emphasises what was added from byte start of the part on.
func (p *part) mark(start int, style essay.Style) {
	if start < len(p.text) {
		p.marks = append(p.marks, essay.Mark{Start: start, End: len(p.text), Style: style})
	}
}

// words gives a part's words on one line.
func (p *part) words() string { return strings.Join(strings.Fields(string(p.text)), " ") }

// span is where the part stands in a text.
func (p *part) span(t *source.Text) source.Span {
	if len(p.origin) == 0 {
		return source.Span{}
	}
	last := p.origin[len(p.origin)-1]
	start := p.origin[0].From
	return t.Span(start, min(max(start, last.From+len(p.text)-last.At), len(t.Body)))
}

// block makes the essay block, in house typography.
func (p *part) block() essay.Block {
	text, stretches := typography.Set(string(p.text))
	set := make(essay.Origin, len(stretches))
	for i, s := range stretches {
		set[i] = essay.Stretch{At: s.At, From: s.From}
	}
	lead := len(text) - len(strings.TrimLeft(text, " \n"))
	text = strings.Trim(text, " \n")
	out := essay.Block{Kind: p.kind, Text: text, Origin: through(set, p.origin, lead)}
	switch p.kind {
	case essay.Heading:
		out.Level = max(p.level, 2)
	case essay.Footnote:
		out.Label, _ = typography.Set(p.label)
	}
	for _, m := range p.marks {
		start := min(max(inverse(set, m.Start)-lead, 0), len(text))
		end := min(max(inverse(set, m.End)-lead, 0), len(text))
		if start < end {
			out.Marks = append(out.Marks, essay.Mark{Start: start, End: end, Style: m.Style})
		}
	}
	return out
}

// tidyLine puts what a file says of its essay into house typography, on one
// line.
func tidyLine(s string) string {
	s, _ = typography.Set(strings.Join(strings.Fields(s), " "))
	return strings.TrimSpace(s)
}

// lay gives the parts of a draft without a text one to point into: their own
// words, a blank line between two.
func (d *draft) lay(name string) error {
	var b strings.Builder
	for i := range d.parts {
		p := &d.parts[i]
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		p.origin = essay.Origin{{At: 0, From: b.Len()}}
		b.Write(p.text)
	}
	var err error
	d.text, err = source.New(name, []byte(b.String()))
	return err
}

// finish makes the Essay: what isn't the essay goes, notes come last, and the
// paragraphs are numbered.
func (d *draft) finish(name string, h Hints) (*essay.Essay, error) {
	if d.text == nil {
		if err := d.lay(name); err != nil {
			return nil, err
		}
	}
	e := &d.about
	e.Text = d.text
	for _, said := range []*string{&e.Title, &e.Author, &e.Publication, &e.Published} {
		*said = tidyLine(*said)
	}
	e.Published = withoutTime(e.Published)
	var body, notes []part
	for _, p := range d.parts {
		switch {
		case len(strings.TrimSpace(string(p.text))) == 0:
		case p.left != "":
			e.Left = append(e.Left, essay.Left{Span: p.span(e.Text), Why: p.left})
		case p.kind == essay.Footnote:
			notes = append(notes, p)
		default:
			body = append(body, p)
		}
	}
	for _, p := range append(d.trimFurniture(body, h), notes...) {
		if b := p.block(); b.Text != "" {
			e.Blocks = append(e.Blocks, b)
		}
	}
	sort.SliceStable(e.Left, func(i, j int) bool { return e.Left[i].Span.Start < e.Left[j].Span.Start })
	e.Number()
	return e, nil
}

// withoutTime gives the day of a moment that a machine wrote
// ("2023-04-15T06:00:00Z"), and anything else as it is.
func withoutTime(s string) string {
	const day = len("2006-01-02")
	if len(s) > day+1 && (s[day] == 'T' || s[day] == ' ') {
		if _, err := time.Parse("2006-01-02", s[:day]); err == nil && '0' <= s[day+1] && s[day+1] <= '9' {
			return s[:day]
		}
	}
	return s
}
