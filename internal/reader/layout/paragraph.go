package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// A paragraph is lines that belong together.
type paragraph struct {
	lines  []*line
	kind   essay.Kind
	level  int
	label  string // of a note
	note   bool
	skip   int    // characters of its mark that are no text
	left   string // why it is not the text
	within *region
}

// How far apart lines are, beside the usual.
type gap int

const (
	tight gap = iota
	weak      // a raised mark may have pushed the lines apart, or a paragraph ends
	loose     // a paragraph ends
)

// between measures the gap of two lines of one region.
func (b *book) between(u, v *line) gap {
	usual := b.leading / b.size
	g := (v.base - u.base) / max(u.size, v.size)
	switch {
	case g > 1.32*usual:
		return loose
	case g > 1.1*usual:
		return weak
	}
	return tight
}

// together says that two lines follow one another in one region, in like type,
// without a clear gap.
func (b *book) together(u, v *line) bool {
	return u.in == v.in && u.page == v.page && v.base > u.base && alike(u, v) && b.between(u, v) != loose
}

// alike says that lines are of one size.
func alike(u, v *line) bool { return abs(u.size-v.size) < 0.05*max(u.size, v.size) }

// firstIndent finds how far the first lines of paragraphs are indented, 0 if
// they aren't.
func (b *book) firstIndent(lines []*line) float64 {
	t := tally{}
	n := 0
	for i := 1; i+1 < len(lines); i++ {
		u, v, w := lines[i-1], lines[i], lines[i+1]
		if b.usual(v.size) && b.together(u, v) && b.together(v, w) && abs(w.indent()) < 0.3*b.size &&
			v.indent() > 0.5*b.size && v.indent() < 6*b.size && abs(u.indent()) < 0.3*b.size {
			t.add(v.indent(), 0.5, 1)
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return t.most(0.5)
}

// paragraphs parts the lines of the text.
func (b *book) paragraphs(lines []*line) []*paragraph {
	first := b.firstIndent(lines)
	var out []*paragraph
	for i := 0; i < len(lines); {
		if run := b.run(lines, i); run > i {
			is := b.shapeOf(lines[i:run], first, nth(lines, i-1), nth(lines, run))
			if n := len(out); is == plainRun && n > 0 && i > 0 && goesOn(out[n-1], lines[i-1], lines[i]) {
				is = loneLine
			}
			if is != plainRun {
				out = append(out, b.runParagraphs(lines[i:run], is)...)
				i = run
				continue
			}
		}
		k := i + 1
		for k < len(lines) && !b.breaks(lines, k, first) {
			k++
		}
		// Verse or a quotation within ends the paragraph.
		for m := i + 1; m < k; m++ {
			run := b.run(lines, m)
			if run > m+1 && b.shapeOf(lines[m:run], first, lines[m-1], nth(lines, run)) != plainRun {
				k = m
			}
			m = max(m, run-1)
		}
		out = append(out, &paragraph{lines: lines[i:k]})
		i = k
	}
	return b.joined(out)
}

// goesOn says that verse goes on in the next column or page.
func goesOn(p *paragraph, u, v *line) bool {
	return p.kind == essay.Verse && u.in != v.in && abs(p.lines[0].indent()-v.indent()) < 0.3*v.size && !endsSentence(u.String())
}

// nth gives a line, nil outside.
func nth(lines []*line, i int) *line {
	if i < 0 || i >= len(lines) {
		return nil
	}
	return lines[i]
}

// breaks says that a paragraph begins with line k.
func (b *book) breaks(lines []*line, k int, first float64) bool {
	u, v := lines[k-1], lines[k]
	switch {
	case !alike(u, v), u.bold != v.bold && (u.in != v.in || u.takes(v) || b.between(u, v) != tight):
		return true
	case u.in != v.in || u.page != v.page || v.base <= u.base:
		return b.breaksOver(u, v)
	}
	g := b.between(u, v)
	indented := v.indent() > 0.6*v.size && v.left-u.left > 0.6*v.size
	if indented && u.lists() { // hanging under a list's mark
		indented = false
	}
	switch {
	case g == loose, indented:
		return true
	case g == weak:
		return u.takes(v) && (endsSentence(u.String()) || first == 0)
	}
	// A line that opens a paragraph and ends short is all of it.
	whole := b.indented(u) && !b.indented(v)
	return u.takes(v) && (endsSentence(u.String()) || whole || v.lists())
}

// breaksOver says that a paragraph begins where a column or a page does: with
// an indent, or after a line that ends short and with a sentence.
func (b *book) breaksOver(u, v *line) bool {
	switch {
	case v.indent() > 0.6*v.size:
		return true
	case u.in.narrow != v.in.narrow:
		return endsSentence(u.String())
	case u.takes(v):
		return endsSentence(u.String()) || !opensSmall(v.String()) && u.in.right-u.right > 0.3*(u.in.right-u.in.left)
	}
	return false
}

// lists says that a line opens with the mark of a list.
func (l *line) lists() bool {
	w := l.words[0].String()
	if strings.Trim(w, "•‣▪◦●○■–-") == "" && len(l.words) > 1 {
		return true
	}
	s := strings.TrimRight(w, ".)")
	return len(l.words) > 1 && s != w && s != "" && len(s) <= 3 && strings.Trim(s, "0123456789") == ""
}

// joined puts together what a column or page has parted: quotations and
// stanzas in one place on their pages.
func (b *book) joined(ps []*paragraph) []*paragraph {
	var out []*paragraph
	for _, p := range ps {
		if n := len(out); n > 0 {
			q := out[n-1]
			u, v := q.lines[len(q.lines)-1], p.lines[0]
			over := u.page != v.page || q.within != nil && p.within != nil && q.within != p.within && v.base < u.base
			same := q.kind == p.kind && p.kind != essay.Paragraph && alike(u, v) && over
			if same && (p.kind == essay.Verse && !endsSentence(u.String()) ||
				p.kind == essay.BlockQuote && !(u.takes(v) && endsSentence(u.String())) && v.left-p.within.left < 0.6*v.size) {
				q.lines = append(q.lines[:len(q.lines):len(q.lines)], p.lines...)
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// endsSentence says that a text ends as sentences do.
func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return strings.ContainsRune("\"'”’»)]*†‡ ", r) || unicode.IsDigit(r)
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:", r)
}

// pauses says that a text ends with a sign, where verse or a quotation may
// follow.
func pauses(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"'”’»)] "))
	return unicode.IsPunct(r) && r != '-' && r != '\u2010'
}

// opensSmall says that a text begins with a small letter.
func opensSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«(["))
	return unicode.IsLower(r)
}
