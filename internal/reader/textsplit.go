package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// split makes blocks of the lines between two blank lines.
func (r *textReader) split(run []textLine) []textBlock {
	first := &run[0]
	switch {
	case first.left != "":
		return []textBlock{{lines: run, left: first.left}}
	case first.note != "":
		return []textBlock{{lines: run, kind: essay.Footnote, note: first.note}}
	case first.index < r.started || first.index >= r.ended:
		return r.splitEdge(run)
	}
	if items := splitItems(run); items != nil {
		return items
	}
	if notes := splitNotes(run); notes != nil {
		return notes
	}
	if h := r.headingLines(run); h > 0 {
		out := []textBlock{{lines: run[:h], kind: essay.Heading}}
		if h < len(run) {
			out = append(out, r.splitBody(run[h:])...)
		}
		return out
	}
	return r.splitBody(run)
}

// splitBody makes blocks of lines that are no items and don't open with a
// heading.
func (r *textReader) splitBody(run []textLine) []textBlock {
	first := &run[0]
	if r.indented(run) {
		if r.centred(run) && isHeading(first.String()) && !quoted(first.String()) && !isAttribution(first.String()) {
			return []textBlock{{lines: run, kind: essay.Heading}}
		}
		if len(run) > 1 && r.width > 0 && r.isProse(run) || r.width == 0 && len(run) == 1 && first.size > verseWidth {
			return []textBlock{{lines: run, kind: essay.BlockQuote}}
		}
		return []textBlock{{lines: run, kind: essay.Verse}}
	}
	if r.width == 0 {
		return r.splitLong(run)
	}
	if isVerseRun(run, r) {
		return []textBlock{{lines: run, kind: essay.Verse}}
	}
	return r.splitWrapped(run)
}

// splitEdge parts lines before or after all prose: each is a block of its own,
// unless it goes on with the one before, or they are verse.
func (r *textReader) splitEdge(run []textLine) []textBlock {
	head := run[0].index < r.started
	if head && r.headingLines(run) == len(run) && isNumberedHeading(run[0].String()) {
		return []textBlock{{lines: run, kind: essay.Heading}}
	}
	if notes := splitNotes(run); notes != nil {
		return notes
	}
	if items := splitItems(run); len(items) > 1 && items[0].item.number > 0 {
		return items
	}
	if r.edgeVerse(run) {
		return []textBlock{{lines: run, kind: essay.Verse}}
	}
	var out []textBlock
	for i, l := range run {
		if n := len(out); n > 0 && r.sameTitle(&run[i-1], &l) {
			out[n-1].lines = append(out[n-1].lines, l)
			continue
		}
		out = append(out, textBlock{lines: []textLine{l}, head: head})
	}
	if r.width > 0 && len(run) > 1 && r.isProse(run) {
		return []textBlock{{lines: run, head: false}}
	}
	return out
}

// edgeVerse says that lines before or after all prose are a stanza: indented
// further than what could be centred, or ending as the lines of a sentence do.
func (r *textReader) edgeVerse(run []textLine) bool {
	if len(run) < 2 || len(run) > 60 {
		return len(run) == 1 && run[0].indent > r.margin+1 && (isAttribution(run[0].String()) || quoted(run[0].String()) || emphasised(run[0].String()))
	}
	commas, ends, menus := 0, 0, 0
	for i := range run {
		s := run[i].String()
		switch e := lastRune(s); {
		case strings.ContainsRune(",;:", e):
			commas++
		case endsSentence(s):
			ends++
		}
		if isCredit(s) || isMenu(s) || footKind(s) != plainFoot || run[i].size > verseWidth+16 {
			menus++
		}
	}
	if menus > 0 {
		return false
	}
	last := run[len(run)-1].String()
	flush := r.indented(run) && sameIndent(run)
	return commas+ends > 0 && (commas*2 >= len(run)-1 || flush) && (endsSentence(last) || flush || strings.ContainsRune(",;—-", lastRune(last)))
}

func sameIndent(run []textLine) bool {
	same := 0
	for i := range run {
		if run[i].indent == run[0].indent {
			same++
		}
	}
	return same*2 > len(run)
}

// sameTitle says that a title, or a name after "by", goes on in the next line.
func (r *textReader) sameTitle(a, b *textLine) bool {
	s, t := a.String(), b.String()
	if isCredit(t) || isCredit(s) || isMenu(s) || isMenu(t) {
		return strings.EqualFold(strings.TrimSpace(s), "by")
	}
	if endsSentence(s) || a.size > 80 || footKind(s) != plainFoot {
		return false
	}
	words := strings.Fields(strings.ToLower(s))
	switch words[len(words)-1] {
	case "of", "and", "the", "a", "an", "in", "on", "for", "to", "or", "by", "with", "from", "as", "at", "upon":
		return true
	}
	return strings.ContainsRune(",:-–—", lastRune(s)) && !startsLetter(s) || allCaps(s) && allCaps(t) || a.indent > r.margin+8 && b.indent > r.margin+8 && startsLow(t)
}

// splitLong parts lines that are paragraphs of their own, and keeps short ones
// that stand together as verse together.
func (r *textReader) splitLong(run []textLine) []textBlock {
	if isVerseRun(run, r) {
		return []textBlock{{lines: run, kind: essay.Verse}}
	}
	var out []textBlock
	for i := 0; i < len(run); i++ {
		k := i
		for k < len(run) && run[k].indent >= r.margin+2 && run[k].size <= verseWidth {
			k++
		}
		if k-i > 1 {
			out = append(out, textBlock{lines: run[i:k], kind: essay.Verse})
			i = k - 1
			continue
		}
		out = append(out, textBlock{lines: run[i : i+1]})
	}
	return out
}

// splitWrapped parts lines that are wrapped by hand: where one is indented, or
// in very long runs where a line is short and ends a sentence.
func (r *textReader) splitWrapped(run []textLine) []textBlock {
	var out []textBlock
	start := 0
	cut := func(i int, kind essay.Kind) {
		if i > start {
			out = append(out, textBlock{lines: run[start:i], kind: kind})
			start = i
		}
	}
	long := len(run) > 30
	for i := 0; i < len(run); i++ {
		k := i
		for k < len(run) && run[k].indent > r.margin+1 {
			k++
		}
		switch {
		case k-i > 1 && !r.startsParagraphs(run[i:k]):
			cut(i, essay.Paragraph)
			kind := essay.Verse
			if r.isProse(run[i:k]) {
				kind = essay.BlockQuote
			}
			cut(k, kind)
			i = k - 1
		case k > i: // an indented first line
			cut(i, essay.Paragraph)
		case i > start && long && (!r.full(&run[i-1]) || r.filled && r.fits(&run[i-1], &run[i])) && endsSentence(run[i-1].String()) && !startsLow(run[i].String()),
			i > start && run[i].turn && endsSentence(run[i-1].String()) && !r.full(&run[i-1]):
			cut(i, essay.Paragraph)
		}
	}
	cut(len(run), essay.Paragraph)
	return out
}

// startsParagraphs says that indented lines which follow each other are short
// paragraphs, one a line, as in talk: each ends a sentence.
func (r *textReader) startsParagraphs(lines []textLine) bool {
	for i := range lines[:len(lines)-1] {
		if !endsSentence(lines[i].String()) {
			return false
		}
	}
	return true
}

// indented says that all lines stand further in than the text does.
func (r *textReader) indented(run []textLine) bool {
	for i := range run {
		if run[i].indent < r.margin+2 {
			return false
		}
	}
	return true
}

// centred says that one or two lines stand in the middle of the measure.
func (r *textReader) centred(run []textLine) bool {
	for i := range run {
		l := &run[i]
		if off := l.indent - r.margin - (r.width - l.right()); r.width == 0 || off < -3 || off > 3 || l.indent < r.margin+ragged {
			return false
		}
	}
	return len(run) <= 2
}

// isProse says that lines are filled up to a right edge near the measure's and
// go on within words' reach: prose that is wrapped, not verse.
func (r *textReader) isProse(run []textLine) bool {
	if len(run) < 2 {
		return len(run) == 1 && r.full(&run[0])
	}
	edge := 0
	for i := range run {
		edge = max(edge, run[i].right())
	}
	if edge < r.width-24 || edge > r.width+4 {
		return false
	}
	full, low := 0, 0
	for i := 1; i < len(run); i++ {
		word, _, _ := strings.Cut(run[i].String(), " ")
		if run[i-1].right()+1+utf8.RuneCountInString(word) > edge-ragged/2 {
			full++
		}
		if startsLow(run[i].String()) {
			low++
		}
	}
	n := len(run) - 1
	return full*10 >= n*7 && low*3 >= n
}

// isVerseRun says that lines which aren't indented are verse all the same:
// ragged, short, opening with capitals.
func isVerseRun(run []textLine, r *textReader) bool {
	if len(run) < 2 {
		return false
	}
	upper, full := 0, 0
	for i := range run {
		s := run[i].String()
		if run[i].size > verseWidth || r.width == 0 && run[i].size < 8 {
			return false
		}
		if unicode.IsUpper(firstRune(s)) || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "--") {
			upper++
		}
		if i > 0 && r.full(&run[i-1]) {
			full++
		}
	}
	return upper*20 >= len(run)*17 && full*3 <= len(run)-1 || len(run) >= 6 && upper*10 >= len(run)*9
}

func startsLetter(s string) bool {
	lower := strings.ToLower(s)
	return strings.HasPrefix(lower, "dear ") || strings.HasPrefix(lower, "my dear ") || strings.HasPrefix(lower, "to the ")
}

// quoted says that a line opens with a quotation mark.
func quoted(s string) bool {
	return strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "“") || strings.HasPrefix(s, "‘") || strings.HasPrefix(s, "'")
}

// emphasised says that a whole line is put between emphasis marks.
func emphasised(s string) bool {
	return len(s) > 2 && strings.ContainsRune("_*", rune(s[0])) && s[len(s)-1] == s[0]
}

// isAttribution says that a line names who said what stands before it.
func isAttribution(s string) bool {
	bare := strings.TrimLeft(s, "_*[(")
	return (strings.HasPrefix(bare, "--") || strings.HasPrefix(bare, "—") || strings.HasPrefix(bare, "–") || strings.HasPrefix(bare, "- ") || strings.HasPrefix(bare, "― ") || strings.HasPrefix(bare, "~")) &&
		len(strings.Fields(s)) <= 14
}
