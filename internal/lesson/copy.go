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

// Copy says how the essay at hand compares with the one that the lock file
// remembers.
type Copy struct {
	Compared   bool
	Other      bool  // it is another essay, and nothing else was compared
	Same       bool  // every paragraph has the author's words
	Paragraphs []int // ¶ numbers of the copy whose words differ
	Parted     []int // ¶ numbers of the copy that have the author's words, but begin or end elsewhere
	LinesAgree int   // line numbers agree up to this one
	Passages   []PassageCopy

	here map[int]numbers // by the author's ¶ number: where a paragraph is in the copy
}

// compare says how the essay at hand differs from the one that the lock file
// remembers, but for its passages. A paragraph differs if the lock has none
// with its words; so what only moved by a number is not counted, but the lines
// then stop agreeing.
func compare(lock *Lock, e *essay.Essay, lines *lineation.Lines) Copy {
	mine := lockEssay(e, lines)
	c := Copy{Compared: true, LinesAgree: linesAgree(lock, mine)}
	c.compareParagraphs(lock, e)
	c.Same = slices.EqualFunc(lock.Paragraphs, mine.Paragraphs, func(a, b LockedParagraph) bool { return a.Sum == b.Sum })
	return c
}

// reportCopy warns of a copy that differs.
func reportCopy(c Copy, lock *Lock, e *essay.Essay, total int, typed string, findings *diag.List) {
	if c.Same {
		return
	}
	hint := "What stands there was not the author's when the questions were written: read it before class. "
	switch {
	case len(c.Paragraphs) > 0:
	case len(c.lacks(len(lock.Paragraphs))) > 0:
		hint = "Bring a copy that is whole, or leave out the questions on what this one lacks. "
	default:
		hint = "References name the paragraphs of your copy, so hand out this copy and no other. "
	}
	findings.Warn("copy", placeInCopy(e, append(slices.Clone(c.Paragraphs), c.Parted...)), c.words(len(lock.Paragraphs), e.Paragraphs(), total),
		hint+fmt.Sprintf("If the lesson is yours and this is the right copy, run quire lock %s.", typed))
}

// lacks gives the author's paragraphs that the copy doesn't have, if the others
// are all as they were.
func (c Copy) lacks(theirs int) (numbers []int) {
	if len(c.Paragraphs) > 0 {
		return nil
	}
	for n := 1; n <= theirs; n++ {
		if _, ok := c.here[n]; !ok {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// words says how a copy differs: "your copy differs in ¶6; line numbers agree
// to line 48".
func (c Copy) words(theirs, ours, total int) string {
	var s []string
	if len(c.Paragraphs) > 0 {
		s = append(s, "your copy differs in "+paragraphList(c.Paragraphs))
	}
	switch lacks := c.lacks(theirs); {
	case len(lacks) > 0:
		s = append(s, fmt.Sprintf("your copy lacks %s of the author's %d paragraphs", paragraphList(lacks), theirs))
	case len(c.Parted) > 0 && theirs != ours && len(c.Paragraphs) == 0:
		s = append(s, fmt.Sprintf("your copy has the author's words in %d paragraphs instead of %d (see %s)", ours, theirs, paragraphList(c.Parted)))
	case len(c.Parted) > 0:
		s = append(s, "it parts its paragraphs otherwise in "+paragraphList(c.Parted))
	case theirs != ours:
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

// mostNamed is how many of a kind a summary names.
const mostNamed = 10

// paragraphList names paragraphs: "¶6, ¶8 and ¶9", the first ten of them.
func paragraphList(numbers []int) string {
	var s []string
	for i, n := range numbers {
		if i == mostNamed {
			s = append(s, fmt.Sprintf("%d more", len(numbers)-mostNamed))
			break
		}
		s = append(s, "¶"+strconv.Itoa(n))
	}
	return join(s, " and ")
}

// linesAgree gives the line up to which two copies number alike: paragraph by
// paragraph, as long as each has its words in as many lines as the other, or
// at least other words in as many lines, that stand nowhere else in the other.
func linesAgree(a, b *Lock) int {
	if a.Scheme != b.Scheme {
		return 0
	}
	inA, inB := sumsOf(a), sumsOf(b)
	agree := 0
	for i := range max(len(a.Paragraphs), len(b.Paragraphs)) {
		first, last := a.linesOf(i)
		first2, last2 := b.linesOf(i)
		if first != first2 {
			return agree
		}
		if p, q := a.Paragraphs[i].Sum, b.Paragraphs[i].Sum; p != q && (inA[q] || inB[p]) {
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

func sumsOf(l *Lock) map[string]bool {
	sums := map[string]bool{}
	for _, p := range l.Paragraphs {
		sums[p.Sum] = true
	}
	return sums
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

// placeInCopy is where the first of some paragraphs begins in the teacher's
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
