package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// run finds how far indented lines follow one another from line i on; i if
// the line isn't indented, or only opens a paragraph.
func (b *book) run(lines []*line, i int) int {
	if !b.indented(lines[i]) {
		return i
	}
	k := i + 1
	for k < len(lines) && b.together(lines[k-1], lines[k]) && b.indented(lines[k]) {
		k++
	}
	if k < len(lines) && !lines[k-1].takes(lines[k]) && !b.indented(lines[k]) && alike(lines[k-1], lines[k]) &&
		(b.together(lines[k-1], lines[k]) || lines[k-1].in != lines[k].in) {
		k-- // the first line of a paragraph
	}
	return k
}

// indented says that a line of the text, not of a heading, is indented.
func (b *book) indented(l *line) bool {
	return l.indent() > 0.8*l.size && l.size < 1.08*b.size && !l.bold
}

// A shape is what a run of indented lines looks like.
type shape int

const (
	plainRun  shape = iota // paragraphs of one line each, or lines that hang under the one before
	loneLine               // a single line set apart
	verseRun               // lines that end on purpose, where the next word would have found room
	quotedRun              // lines that are full, between edges of their own
)

// shapeOf decides what a run of indented lines is. first is how far the first
// lines of paragraphs are indented; before and after are the lines round the
// run.
func (b *book) shapeOf(run []*line, first float64, before, after *line) shape {
	n := len(run)
	if before != nil && b.together(before, run[0]) && !before.takes(run[0]) && !pauses(before.String()) {
		return plainRun
	}
	apart := b.clearOf(before, run[0]) && b.clearOf(run[n-1], after)
	meant, sentences := 0, 0
	least := run[0].indent()
	rg := inset(run)
	ends, full, capitals := n-1, true, true
	for i, l := range run {
		capitals = capitals && !opensSmall(l.String())
		if i+1 < n {
			full = full && rg.right-l.right < 0.25*l.size+run[i+1].firstWidth()
			switch hangs := run[i+1].left > rg.left+0.5*l.size && run[i+1].left > l.left+0.5*l.size; {
			case l.takes(run[i+1]):
				meant++
			case hangs && i > 0 && run[i+1].right < rg.right-l.size:
				ends-- // the line goes on in the next
			}
		}
		if endsSentence(l.String()) {
			sentences++
		}
		least = min(least, l.indent())
	}
	speech := first > 0 && abs(least-first) < 0.35*b.size && abs(run[0].indent()-first) < 0.35*b.size && !apart
	switch {
	case n == 1 && (speech || run[0].indent() < 1.6*b.size && !apart):
		return plainRun
	case n == 1:
		return loneLine
	case meant*2 < ends || meant == 0, full && !capitals && n > 2:
		return quotedRun
	case speech && sentences*10 >= 6*n:
		return plainRun
	}
	return verseRun
}

// runParagraphs makes paragraphs of a run.
func (b *book) runParagraphs(run []*line, is shape) []*paragraph {
	switch is {
	case loneLine:
		p := &paragraph{lines: run, within: inset(run)}
		if l := run[0]; !l.far() && l.right < l.in.right-l.size && !p.centred() {
			p.kind = essay.Verse
		}
		return []*paragraph{p}
	case verseRun:
		far := true
		for _, l := range run {
			far = far && l.far()
		}
		if !far {
			return b.stanzas(run)
		}
		var out []*paragraph // a signature, a date
		for i := range run {
			out = append(out, &paragraph{lines: run[i : i+1], within: inset(run)})
		}
		return out
	}
	return b.quotation(run)
}

// clearOf says that there is a gap between two lines, or a new column or page,
// or nothing.
func (b *book) clearOf(u, v *line) bool {
	return u == nil || v == nil || u.in != v.in || u.page != v.page || b.between(u, v) != tight
}

// far says that a line begins in the right half, as signatures do.
func (l *line) far() bool { return l.indent() > 0.45*(l.in.right-l.in.left) }

// inset makes a region of its own of indented lines.
func inset(run []*line) *region {
	rg := &region{page: run[0].page, narrow: run[0].in.narrow, left: run[0].left, right: run[0].right}
	for _, l := range run {
		rg.left, rg.right = min(rg.left, l.left), max(rg.right, l.right)
	}
	return rg
}

// quotation parts the lines of a quotation into its paragraphs.
func (b *book) quotation(run []*line) []*paragraph {
	rg := inset(run)
	rg.lines = run
	for _, l := range run {
		l.in = rg
	}
	var out []*paragraph
	for i := 0; i < len(run); {
		k := i + 1
		for k < len(run) && !b.breaks(run, k, 0) {
			k++
		}
		out = append(out, &paragraph{lines: run[i:k], kind: essay.BlockQuote, within: rg})
		i = k
	}
	return out
}

// stanzas parts the lines of verse at gaps, and takes who wrote it for itself.
func (b *book) stanzas(run []*line) []*paragraph {
	rg := inset(run)
	least := 0.0
	for i := 1; i < len(run); i++ {
		if d := run[i].base - run[i-1].base; least == 0 || d < least {
			least = d
		}
	}
	var out []*paragraph
	for i := 0; i < len(run); {
		k := i + 1
		for k < len(run) && run[k].base-run[k-1].base < 1.15*least && !attributes(run[k-1], run[k], k+1 == len(run)) {
			k++
		}
		out = append(out, &paragraph{lines: run[i:k], kind: essay.Verse, within: rg})
		i = k
	}
	return out
}

// attributes says that a line under verse names its author or its place: it
// opens with a dash, or ends the verse and is a name after a full sentence.
func attributes(u, v *line, last bool) bool {
	s := v.String()
	if !endsSentence(u.String()) {
		return false
	}
	return strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "--") || last && isName(s)
}

// isName says that a text may be a person's name: a few words with capitals.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || strings.ContainsAny(s, ",;:!?0123456789") {
		return false
	}
	capitals := 0
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case i == 0 || len(w) > 3:
			return false
		}
	}
	last := words[len(words)-1]
	return capitals*2 >= len(words) && (!strings.HasSuffix(last, ".") || len(last) <= 3)
}
