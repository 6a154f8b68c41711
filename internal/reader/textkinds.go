package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// classify settles what only the blocks around a block can tell: items of
// lists, headings, who said what was quoted.
func (r *textReader) classify(blocks []textBlock) []textBlock {
	for i := range blocks {
		b := &blocks[i]
		if b.item.sign != "" {
			r.listItem(blocks, i)
		}
		if next := i + 1; next < len(blocks) && b.head && blocks[next].head && len(b.lines) == 1 && quoted(b.lines[0].String()) && isAttribution(blocks[next].lines[0].String()) {
			b.kind, blocks[next].kind = essay.BlockQuote, essay.BlockQuote // an epigraph
			b.head, blocks[next].head = false, false
		}
		if b.head && i > 0 && blocks[i-1].kind == essay.Heading && len(b.lines) == 1 && allCaps(b.lines[0].String()) {
			b.kind, b.head = essay.Heading, false
		}
		if b.head && i > 0 && b.left == "" && r.indented(b.lines) && !isCredit(b.lines[0].String()) {
			if k := blocks[i-1].kind; k == essay.Verse || k == essay.Heading { // verse under a heading, who said it
				b.kind, b.head = essay.Verse, false
			}
		}
		if b.kind == essay.Paragraph && b.left == "" && !b.head && i > 0 {
			before := &blocks[i-1]
			quote := before.kind == essay.Verse || before.kind == essay.BlockQuote
			if quote && before.gap+len(before.lines) > 0 && len(b.lines) == 1 && isAttribution(b.lines[0].String()) {
				b.kind = before.kind
			}
		}
	}
	heads := 0
	for i := range blocks {
		if r.headingBetween(blocks, i) {
			blocks[i].kind = essay.Heading
		}
		if blocks[i].kind == essay.Heading {
			heads++
		}
	}
	if heads > 0 {
		openingHeading(blocks)
	}
	return blocks
}

// openingHeading makes a heading of the line between a by-line and the first
// paragraph of a text that has other headings.
func openingHeading(blocks []textBlock) {
	signed := false
	for i := range blocks {
		b := &blocks[i]
		if b.left != "" {
			continue
		}
		if !b.head {
			return
		}
		s := b.lines[0].String()
		if next := i + 1; signed && next < len(blocks) && blocks[next].prose() && isHeading(s) && !isCredit(s) && !isMenu(s) && !isByWord(blocks[i-1].lines[0].String()) {
			b.kind, b.head = essay.Heading, false
			return
		}
		signed = signed || isByline(s) || isByWord(s)
	}
}

// listItem decides whether a block with a marker is an item: its neighbour is
// one too.
func (r *textReader) listItem(blocks []textBlock, i int) {
	b := &blocks[i]
	next := i+1 < len(blocks) && blocks[i+1].item.follows(b.item) && blocks[i+1].chars() <= longestItem && (b.item.number <= 1 || b.kind == essay.ListItem)
	before := i > 0 && blocks[i-1].kind == essay.ListItem && b.item.follows(blocks[i-1].item)
	if b.chars() > longestItem || !next && !before {
		return
	}
	b.kind = essay.ListItem
	b.head = false
	l := &b.lines[0]
	l.span = l.span.Sub(b.item.size, len(l.String()))
	l.trim()
}

// headingBetween says that a single short line between blank lines is a
// heading: it opens like one, what stands before ended, and text follows.
func (r *textReader) headingBetween(blocks []textBlock, i int) bool {
	b := &blocks[i]
	if b.kind != essay.Paragraph || b.left != "" || b.head || len(b.lines) != 1 || b.lines[0].index >= r.ended || i+1 >= len(blocks) {
		return false
	}
	s := b.lines[0].String()
	if !isHeading(s) || isAttribution(s) || quoted(s) || isCredit(s) || isMenu(s) {
		return false
	}
	next := &blocks[i+1]
	if next.left != "" || next.kind == essay.Paragraph && next.chars() < verseWidth && !isNumberedHeading(s) && !allCaps(s) || next.kind == essay.Paragraph && startsLow(next.lines[0].String()) {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		before := &blocks[k]
		if before.left != "" || before.head {
			continue
		}
		if before.kind == essay.Verse || before.kind == essay.BlockQuote {
			return allCaps(s) || isNumberedHeading(s) || b.gap > 1 && b.lines[0].indent <= r.margin+1
		}
		last := before.lines[len(before.lines)-1].String()
		return before.kind != essay.Paragraph || endsSentence(last)
	}
	return true
}

// headingLines says how many lines at the start of a run are a heading: one
// that is numbered or in capitals, and what goes on with it.
func (r *textReader) headingLines(run []textLine) int {
	s := run[0].String()
	numbered := isNumberedHeading(s)
	if !numbered && (!allCaps(s) || run[0].size > verseWidth || len(strings.Fields(s)) > 12) {
		return 0
	}
	if run[0].index >= r.ended || len(run) > 1 && r.full(&run[0]) && !allCaps(s) {
		return 0
	}
	n := 1
	for n < len(run) && n < 3 && run[n].size <= verseWidth && !endsSentence(run[n].String()) && !r.full(&run[n]) && (allCaps(run[n].String()) || numbered && isHeading(run[n].String()) && (n+1 == len(run))) {
		n++
	}
	if !numbered && len(run) > n && isVerseRun(run, r) {
		return 0 // a poem that opens in capitals
	}
	return n
}

// isNumberedHeading says that a line opens as the headings of parts do: PART I,
// Chapter 4. Title, IV, § 3, II. WHAT NEXT?
func isNumberedHeading(s string) bool {
	f := strings.Fields(s)
	if len(f) == 0 || len(f) > 14 || utf8.RuneCountInString(s) > 90 {
		return false
	}
	bare := strings.Trim(f[0], "_*")
	number := strings.TrimRight(bare, ".:—-)")
	switch strings.ToLower(number) {
	case "part", "chapter", "book", "section", "canto", "letter", "volume", "lecture", "act", "scene", "appendix", "§":
		if len(f) == 1 {
			return false
		}
		next := strings.ToLower(strings.Trim(f[1], ".:,—-_*"))
		return isNumber(next) || isOrdinal(next) || next == "the" && len(f) > 2 && isOrdinal(strings.ToLower(strings.Trim(f[2], ".:,—-_*")))
	}
	capitals := number == strings.ToUpper(number)
	roman := capitals && isNumber(number) && !isFigure(number[0])
	switch {
	case len(f) == 1:
		return roman && number != "" && (number != "I" || bare != number || len(s) == 1) || number != "" && isNumber(number) && isFigure(number[0]) && len(number) <= 2
	case roman && bare != number: // IV. Title
		rest := strings.Join(f[1:], " ")
		return isHeading(strings.TrimRight(rest, "?!")) || allCaps(rest)
	}
	return false
}

func isOrdinal(s string) bool {
	switch s {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last":
		return true
	}
	return false
}

// allCaps says that a line is written in capitals.
func allCaps(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			n++
		}
	}
	return n > 1
}
