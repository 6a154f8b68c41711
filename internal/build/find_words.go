package build

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lineation"
	"quire/internal/passage"
	"quire/internal/source"
)

// WordsFound says where words stand in an essay, and how to name them.
type WordsFound struct {
	Title    string
	Essay    *EssayRead
	Words    string       // as they were asked for
	Places   []PlaceFound // where they stand, the first few; none if they don't
	Missing  string       // why there is no place
	Nearest  []PlaceFound // instead of Places, the nearest first
	Findings []diag.Finding
}

// PlaceFound is a place of words. Block is the passage as it is written under
// "# Passages", empty if no selector names it.
type PlaceFound struct {
	Block   string
	Place   document.Place
	Excerpt string
}

// FindWords looks for words in a lesson's essay or in an essay file: the words
// themselves, "first … last" ones, or ¶6.
func FindWords(ctx context.Context, name, asked, text, words string) (*WordsFound, error) {
	sel, err := passage.Parse(words, source.Span{})
	if err != nil {
		return nil, misuse("%q can't be looked for: %v", words, err)
	}
	s, err := Show(ctx, name, asked, text)
	if err != nil {
		return nil, err
	}
	f := &WordsFound{Words: words, Essay: s.Essay}
	// What else is wrong with the lesson is a matter for check.
	for _, finding := range s.Findings {
		if finding.Code == "copy" || s.Lesson == nil {
			f.Findings = append(f.Findings, finding)
		}
	}
	if s.Lesson == nil || diag.Stops(f.Findings) {
		return f, nil
	}
	e := s.Lesson.Essay
	if e == nil {
		return nil, misuse("the essay's text isn't in %s, so words can't be looked for: add --essay FILE with your copy", name)
	}
	f.Title = cmp.Or(s.Lesson.Meta.Essay.Title, e.Title, s.Lesson.Meta.Title)
	w := &wordFinder{essay: e, lines: lineation.Of(e), index: passage.NewIndex(e), taken: map[string]bool{}}
	for _, p := range s.Lesson.Passages {
		w.taken[p.ID] = true
	}
	w.find(sel, f)
	return f, nil
}

// wordFinder writes passages of an essay.
type wordFinder struct {
	essay *essay.Essay
	lines *lineation.Lines
	index *passage.Index
	taken map[string]bool // ids that the lesson has
}

func (w *wordFinder) find(sel passage.Selector, f *WordsFound) {
	r, miss := w.index.Find(sel)
	switch {
	case miss == nil:
		f.Places = []PlaceFound{w.place(r, "")}
	case miss.Why == passage.Ambiguous:
		for _, c := range miss.Candidates {
			f.Places = append(f.Places, w.place(c.Range, c.Unique))
		}
	default:
		f.Missing = missing(miss, w.essay)
		for _, c := range miss.Candidates {
			f.Nearest = append(f.Nearest, w.place(c.Range, c.Unique))
		}
	}
}

// missing says why words have no place.
func missing(m *passage.Miss, e *essay.Essay) string {
	switch m.Why {
	case passage.NoParagraph:
		return fmt.Sprintf("the essay has no %s: its paragraphs are ¶1 to ¶%d", m.Words, e.Paragraphs())
	case passage.Reversed:
		return fmt.Sprintf("“%s” stands only before the words that it should follow", m.Words)
	}
	return fmt.Sprintf("the essay does not say “%s”", m.Words)
}

// place writes the passage of a range. Attribute tells it from others with its
// words, if they have no other name.
func (w *wordFinder) place(r essay.Range, attribute string) PlaceFound {
	r = withoutBullet(w.essay, r)
	p := PlaceFound{Excerpt: shortenWords(w.essay.Words(r))}
	p.Place.FirstParagraph, p.Place.LastParagraph = w.essay.ParagraphsOf(r)
	p.Place.FirstLine, p.Place.LastLine = w.lines.Range(r)
	selector := w.index.Select(r)
	if selector == "" && attribute != "" {
		selector = strings.Join(strings.Fields(w.essay.Words(r)), " ")
	} else {
		attribute = ""
	}
	if selector != "" {
		title := titleOf(w.essay.Words(r))
		id := freeID(idOf(title, fmt.Sprintf("passage-%d", max(1, p.Place.FirstParagraph))), w.taken)
		p.Block = passageBlock(title, id, attribute, selector)
	}
	return p
}

func shortenWords(s string) string {
	const most = 16
	w := strings.Fields(s)
	if len(w) <= most {
		return strings.Join(w, " ")
	}
	return strings.Join(w[:most/2], " ") + " … " + strings.Join(w[len(w)-most/2:], " ")
}
