package layout

import (
	"sort"
	"strings"
	"unicode"

	"quire/internal/essay"
)

// classify finds the title and the headings among the paragraphs.
func (b *book) classify(ps []*paragraph) []*paragraph {
	for i, p := range ps {
		if p.kind == essay.Paragraph && p.left == "" && !p.note && b.isHeading(ps, i) {
			p.kind = essay.Heading
		}
	}
	ps = b.mergeHeadings(ps)
	title := b.title(ps)
	var sizes []float64
	for i, p := range ps {
		if p.kind == essay.Heading && i != title {
			sizes = append(sizes, p.weight())
		}
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(sizes)))
	for i, p := range ps {
		switch {
		case i == title:
			p.level = 1
		case p.kind == essay.Heading:
			p.level = 2
			for k := 1; k < len(sizes) && sizes[k] > p.weight()+0.2; k++ {
				if sizes[k] < sizes[k-1]-0.2 {
					p.level++
				}
			}
			if len(sizes) > 0 && sizes[0] > p.weight()+0.2 && p.level == 2 {
				p.level = 3
			}
			p.level = min(p.level, 4)
		case p.kind == essay.Paragraph && !p.note && p.stanza():
			p.kind = essay.Verse
		case p.kind == essay.Paragraph && !p.note && p.lines[0].lists():
			p.kind = essay.ListItem
		}
	}
	return ps
}

// weight ranks headings: by size, then bold over others.
func (p *paragraph) weight() float64 {
	l := p.lines[0]
	w := l.size
	if l.bold {
		w += 0.4
	}
	return w
}

// words counts words, and says how the text ends.
func (p *paragraph) words() int {
	n := 0
	for _, l := range p.lines {
		n += len(l.words)
	}
	return n
}

func (p *paragraph) spelled() string {
	var s []string
	for _, l := range p.lines {
		s = append(s, l.String())
	}
	return strings.Join(s, " ")
}

// isHeading says that a paragraph is set as a heading: larger, or bold, or in
// capitals, or centred, and short.
func (b *book) isHeading(ps []*paragraph, i int) bool {
	p := ps[i]
	text := p.spelled()
	letters, lower := 0, 0
	bold, italic := true, true
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsLower(r) {
				lower++
			}
		}
	}
	size := p.lines[0].size
	for _, l := range p.lines {
		bold, italic = bold && l.bold, italic && l.italic
		size = min(size, l.size)
	}
	n := p.words()
	switch {
	case letters == 0 && !isNumber(text) || n > 40 || len(p.lines) > 5:
		return false
	case size > 1.08*b.size && letters > 1:
		return true
	case n > 20 || len(p.lines) > 3 || size < smallNote*b.size:
		return false
	case bold && letters > 1:
		return !endsSentence(text) || n <= 6
	}
	apart := i+1 < len(ps) && b.apart(p, ps[i+1]) && (i == 0 || b.apart(ps[i-1], p))
	if !apart || endsSentence(text) && n > 3 && !opensNumbered(text) || n > 12 {
		return false
	}
	capitals := lower == 0 && letters > 1
	return capitals || p.centred() && (italic || n <= 4 || opensNumbered(text))
}

// opensNumbered says that a text opens with the number of a chapter or part.
func opensNumbered(s string) bool {
	f := strings.Fields(s)
	if len(f) < 2 {
		return false
	}
	switch strings.ToLower(f[0]) {
	case "part", "chapter", "section", "book":
		return true
	}
	n := strings.TrimRight(f[0], ".)")
	return n != "" && n != f[0] && (strings.Trim(n, "IVXLC") == "" || isNumber(n))
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789.") == "" }

// apart says that there is a clear gap between two paragraphs, or a new page.
func (b *book) apart(p, q *paragraph) bool {
	u, v := p.lines[len(p.lines)-1], q.lines[0]
	return u.page != v.page || v.base < u.base || !alike(u, v) || b.between(u, v) != tight
}

// centred says that a paragraph's lines stand in the middle.
func (p *paragraph) centred() bool {
	for _, l := range p.lines {
		rg := l.in
		if p.within != nil && p.within != rg && l.indent() < l.size {
			return false
		}
		left, right := l.left-rg.left, rg.right-l.right
		if left < 2*l.size || abs(left-right) > max(2*l.size, 0.04*(rg.right-rg.left)) {
			return false
		}
	}
	return true
}

// stanza says that all lines of a paragraph end on purpose.
func (p *paragraph) stanza() bool {
	n := len(p.lines)
	if n < 3 {
		return false
	}
	for i, l := range p.lines {
		if i+1 < n && !l.takes(p.lines[i+1]) || l.right-l.in.left > 0.8*(l.in.right-l.in.left) {
			return false
		}
	}
	return true
}

// mergeHeadings joins the lines of a heading that is set on several.
func (b *book) mergeHeadings(ps []*paragraph) []*paragraph {
	var out []*paragraph
	for _, q := range ps {
		if n := len(out); n > 0 && q.kind == essay.Heading && out[n-1].kind == essay.Heading {
			p := out[n-1]
			u, v := p.lines[len(p.lines)-1], q.lines[0]
			if u.page == v.page && alike(u, v) && u.bold == v.bold && u.italic == v.italic && v.base > u.base && v.base-u.base < 1.45*v.size {
				p.lines = append(p.lines[:len(p.lines):len(p.lines)], q.lines...)
				continue
			}
		}
		out = append(out, q)
	}
	return out
}

// title finds the paragraph that is set largest before the text begins: a
// heading on the first page that has any. -1 if there is none.
func (b *book) title(ps []*paragraph) int {
	best := -1
	for i, p := range ps {
		if p.left != "" {
			continue
		}
		if best >= 0 && p.lines[0].page != ps[best].lines[0].page {
			break
		}
		if p.kind == essay.Heading && (best < 0 || p.weight() > ps[best].weight()+0.3) {
			if best >= 0 && bodyBetween(ps[best:i]) && p.weight() < 1.3*ps[best].weight() {
				break
			}
			best = i
		}
		if best < 0 && i > 12 {
			break
		}
	}
	return best
}

// bodyBetween says that text stands between two headings.
func bodyBetween(ps []*paragraph) bool {
	n := 0
	for _, p := range ps {
		if p.kind != essay.Heading {
			n += p.words()
		}
	}
	return n > 120
}
