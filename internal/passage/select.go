package passage

import (
	"fmt"
	"strings"

	"quire/internal/essay"
	"quire/internal/source"
)

// Select writes the shortest selector that names a range: the fewest first and
// last words that will do, or all words of a short one. A range that no words
// name by themselves is named by its paragraphs if it is whole ones, and else
// has no selector, which is "".
func (x *Index) Select(r essay.Range) string {
	p := x.stream.spanOf(r)
	if r.Start.Block < 0 || r.End.Block >= len(x.essay.Blocks) || !hasWords(x.stream.text[p.from:p.to]) {
		return ""
	}
	first := x.stream.wordAt(p.from)
	n := x.stream.wordAt(p.to) - first
	if n <= shortPassage {
		if s := oneLine(x.essay, x.stream.rangeOf(p)); x.names(s, r) {
			return s
		}
	}
	if s := x.ends(p, first, n, r); s != "" {
		return s
	}
	if s := oneLine(x.essay, x.stream.rangeOf(p)); n <= longestWhole && x.names(s, r) {
		return s
	}
	if s := x.numbers(r); x.names(s, r) {
		return s
	}
	return ""
}

// A passage of so few words is quoted whole; more than so many at either end,
// or in the whole, make no selector.
const (
	shortPassage = 5
	longestEnd   = 12
	longestWhole = 60
)

// ends names a span of n words, the first of index first, by first and last
// words.
func (x *Index) ends(p span, first, n int, r essay.Range) string {
	s := x.stream
	for a := 1; a <= longestEnd && a < n; a++ {
		start := span{p.from, s.words[first+a-1].to}
		if len(s.all(s.text[start.from:start.to], false, false)) != 1 {
			continue
		}
		for b := 1; b <= longestEnd && a+b <= n; b++ {
			end := span{s.words[first+n-b].from, p.to}
			sel := oneLine(x.essay, s.rangeOf(start)) + " … " + oneLine(x.essay, s.rangeOf(end))
			if x.names(sel, r) {
				return sel
			}
		}
	}
	return ""
}

// numbers names whole paragraphs.
func (x *Index) numbers(r essay.Range) string {
	first, last := x.essay.ParagraphsOf(r)
	if first == last {
		return fmt.Sprintf("¶%d", first)
	}
	return fmt.Sprintf("¶%d–%d", first, last)
}

// names says that a selector names a range, but for punctuation at its ends:
// quotation marks round the whole are not part of a selector.
func (x *Index) names(selector string, r essay.Range) bool {
	sel, err := Parse(selector, source.Span{})
	if err != nil {
		return false
	}
	found, miss := x.Find(sel)
	return miss == nil && x.core(found) == x.core(r)
}

// core is a range's span without the quotation marks and spaces at its ends.
func (x *Index) core(r essay.Range) span {
	p := x.stream.spanOf(r)
	text := x.stream.text[p.from:p.to]
	p.from += len(text) - len(strings.TrimLeft(text, "' "))
	p.to -= len(text) - len(strings.TrimRight(text, "' "))
	return p
}
