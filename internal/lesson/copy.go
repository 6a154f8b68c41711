package lesson

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/lineation"
	"quire/internal/source"
)

// compare says how the essay at hand differs from the one that the lock file
// remembers. A paragraph differs if the lock has none with its words; so what
// only moved by a number is not counted, but the lines then stop agreeing.
func compare(lock *Lock, e *essay.Essay, lines *lineation.Lines, typed string, findings *diag.List) Copy {
	mine := lockEssay(e, lines)
	c := Copy{Compared: true, LinesAgree: linesAgree(lock, mine)}
	have := map[string]int{}
	for _, p := range lock.Paragraphs {
		have[p.Sum]++
	}
	for i, p := range mine.Paragraphs {
		if have[p.Sum] == 0 {
			c.Paragraphs = append(c.Paragraphs, i+1)
			continue
		}
		have[p.Sum]--
	}
	theirs, ours := len(lock.Paragraphs), len(mine.Paragraphs)
	c.Same = slices.EqualFunc(lock.Paragraphs, mine.Paragraphs, func(a, b LockedParagraph) bool { return a.Sum == b.Sum })
	switch same := ours - len(c.Paragraphs); {
	case c.Same:
	case same*2 < max(theirs, ours):
		findings.Error("copy", placeInCopy(e, c.Paragraphs), "this does not look like the essay of this lesson",
			fmt.Sprintf("The lock file knows %d of its %d paragraphs. Bring another file with --essay FILE, or run quire lock %s if the lesson is yours and this is its new essay.", same, ours, typed))
	default:
		findings.Warn("copy", placeInCopy(e, c.Paragraphs), c.words(theirs, ours, lines.Total),
			fmt.Sprintf("Compare it with the published text. If the lesson is yours and this is the right copy, run quire lock %s.", typed))
	}
	return c
}

// words says how a copy differs: "your copy differs in ¶6; line numbers agree
// to line 48".
func (c Copy) words(theirs, ours, total int) string {
	var s []string
	if len(c.Paragraphs) > 0 {
		s = append(s, "your copy differs in "+paragraphList(c.Paragraphs))
	}
	if theirs != ours {
		s = append(s, fmt.Sprintf("your copy has %d paragraphs where the author's has %d", ours, theirs))
	}
	if len(s) == 0 {
		s = append(s, "your copy has its paragraphs in another order")
	}
	switch c.LinesAgree {
	case total:
		s = append(s, "all line numbers agree")
	case 0:
		s = append(s, "no line numbers agree")
	default:
		s = append(s, "line numbers agree to line "+strconv.Itoa(c.LinesAgree))
	}
	return strings.Join(s, "; ")
}

// paragraphList names paragraphs: "¶6, ¶8 and ¶9", the first ten of them.
func paragraphList(numbers []int) string {
	const most = 10
	var s []string
	for i, n := range numbers {
		if i == most {
			s = append(s, fmt.Sprintf("%d more", len(numbers)-most))
			break
		}
		s = append(s, "¶"+strconv.Itoa(n))
	}
	return join(s, " and ")
}

// linesAgree gives the line up to which two copies number alike: paragraph by
// paragraph, as long as each has its words in as many lines as the other, or
// at least other words in as many lines.
func linesAgree(a, b *Lock) int {
	if a.Scheme != b.Scheme {
		return 0
	}
	agree := 0
	for i := range max(len(a.Paragraphs), len(b.Paragraphs)) {
		first, last := a.linesOf(i)
		first2, last2 := b.linesOf(i)
		if first != first2 {
			return agree
		}
		if last != last2 {
			return first - 1
		}
		if first > 0 {
			agree = last
		}
	}
	return agree
}

// linesOf gives the first and last line of the paragraph of that index, as far
// as the next paragraph's first line tells; 0 and 0 past the end.
func (l *Lock) linesOf(i int) (first, last int) {
	if i >= len(l.Paragraphs) {
		return 0, 0
	}
	if i+1 < len(l.Paragraphs) {
		return l.Paragraphs[i].FirstLine, l.Paragraphs[i+1].FirstLine - 1
	}
	return l.Paragraphs[i].FirstLine, l.Lines
}

// placeInCopy is where the first paragraph that differs begins in the teacher's
// file.
func placeInCopy(e *essay.Essay, paragraphs []int) source.Span {
	if e.Text == nil {
		return source.Span{}
	}
	at := 0
	if len(paragraphs) > 0 {
		if i := e.Paragraph(paragraphs[0]); i >= 0 {
			at = min(e.Blocks[i].Origin.Source(0), len(e.Text.Body))
		}
	}
	line, _ := e.Text.Position(at)
	_, end := e.Text.LineBounds(line)
	return e.Text.Span(at, max(at, end))
}
