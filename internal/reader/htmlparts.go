package reader

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"quire/internal/essay"
)

// A usage holds what is usual in a page's text: paragraphs stand at this
// margin in this size, block quotations of this make hold verse.
type usage struct {
	indent, size int
	verse, prose map[string]int // by the make of the quotation: its stanzas, its longer paragraphs
}

// settle decides what the blocks are: paragraphs, stanzas, headings …
func settle(blocks []*block) []*block {
	s := usual(blocks)
	var out []*block
	for _, b := range blocks {
		if b.left != "" {
			out = append(out, b)
			continue
		}
		if level := headingTag(b); level > 0 && b.note == nil {
			b.kind, b.level = essay.Heading, level
		}
		for _, run := range b.runs() {
			out = append(out, setLines(run, s.quoted(run))...)
		}
	}
	out = joinLines(out)
	for _, b := range out {
		if b.left == "" && s.quoted(b) {
			switch {
			case b.kind == essay.Verse:
				s.verse[quoteMake(b)]++
			case len(b.text) > lineAlone:
				s.prose[quoteMake(b)]++
			}
		}
	}
	plainStyles(out)
	for i, b := range out {
		if b.left == "" {
			s.name(b, i+1 < len(out))
		}
	}
	return out
}

// usual finds the margin and the size of most of the text.
func usual(blocks []*block) *usage {
	s := &usage{verse: map[string]int{}, prose: map[string]int{}}
	indents, sizes := map[int]int{}, map[int]int{}
	for _, b := range blocks {
		if b.left == "" && b.quote == nil && b.item == nil && b.note == nil && b.poem == nil {
			n := len(strings.Fields(string(b.text)))
			indents[b.indent] += n
			sizes[b.size] += n
		}
	}
	s.indent, s.size = most(indents), most(sizes)
	if s.size == 0 {
		s.size = 16
	}
	return s
}

// most gives the key with the largest count, the smallest of several.
func most[K cmp.Ordered](counts map[K]int) (best K) {
	for i, k := range slices.Sorted(maps.Keys(counts)) {
		if i == 0 || counts[k] > counts[best] {
			best = k
		}
	}
	return best
}

// quoted says that a block is set off as a quotation: in an element for it, or
// by its margin.
func (s *usage) quoted(b *block) bool {
	return b.note == nil && (b.quote != nil || b.item == nil && b.indent >= s.indent+20)
}

// quoteMake tells quotations of one make from others: by tag and class.
func quoteMake(b *block) string {
	if b.quote != nil {
		return "q " + attr(b.quote, "class")
	}
	n := b.node
	for i := 0; i < 3 && n.Parent != nil && n.Parent.Data != "body" && attr(n, "class") == ""; i++ {
		n = n.Parent
	}
	return n.Data + " " + attr(n, "class")
}

// headingTag gives the level of the heading that a block stands in, 0 if none.
func headingTag(b *block) int {
	for n := b.node; n != nil && n != b.group.Parent; n = n.Parent {
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			return int(n.Data[1] - '0')
		}
		if attr(n, "role") == "heading" {
			if l := attr(n, "aria-level"); len(l) == 1 && l >= "1" && l <= "6" {
				return int(l[0] - '0')
			}
			return 2
		}
		if !isTag(n, "span", "div", "p", "hgroup") {
			return 0
		}
	}
	return 0
}

// name gives a block its kind.
func (s *usage) name(b *block, followed bool) {
	w := b.words()
	n := utf8.RuneCountInString(w)
	switch {
	case b.kind == essay.Heading:
		if b.all(essay.Strong) {
			b.marks = nil
		}
	case b.kind == essay.Verse:
	case b.note != nil:
		b.kind = essay.Footnote
	case b.poem != nil && n <= longLine*2, b.pre && n <= lineAlone:
		b.kind = essay.Verse
	case s.quoted(b):
		b.kind = essay.BlockQuote
		if m := quoteMake(b); n <= lineAlone && s.verse[m] > 0 && s.verse[m] >= s.prose[m] {
			b.kind = essay.Verse
		}
	case b.item != nil:
		b.kind = essay.ListItem
	case followed && s.looksHeading(b, w):
		b.kind, b.level, b.marks = essay.Heading, 6, nil
	}
}

// lineAlone is the length in characters of the longest quotation that is taken
// for a single line of verse, or for what says whose the verse is.
const lineAlone = 100

// looksHeading says that a block is set as a heading is: a few words, all of
// them bold or in larger type, and no sentence unless it asks or calls.
func (s *usage) looksHeading(b *block, w string) bool {
	if len(strings.Fields(w)) > 14 || strings.HasSuffix(w, ",") || strings.HasSuffix(w, ";") || strings.HasSuffix(w, ":") ||
		strings.HasSuffix(w, ".") && len(strings.Fields(w)) > 3 {
		return false
	}
	return b.size >= s.size+3 || b.all(essay.Strong)
}

// all says that all letters of a block are in a style.
func (b *block) all(style essay.Style) bool {
	n := 0
	for _, m := range b.marks {
		if m.Style == style {
			n += m.End - m.Start
		}
	}
	return n > 0 && n*10 >= len(b.text)*9
}

// plainStyles drops the style that most of a text is in: it says nothing.
func plainStyles(blocks []*block) {
	var total int
	var marked [2]int
	for _, b := range blocks {
		if b.left != "" {
			continue
		}
		total += len(b.text)
		for _, m := range b.marks {
			marked[m.Style] += m.End - m.Start
		}
	}
	for style, n := range marked {
		if n*10 < total*7 {
			continue
		}
		for _, b := range blocks {
			kept := b.marks[:0]
			for _, m := range b.marks {
				if int(m.Style) != style {
					kept = append(kept, m)
				}
			}
			b.marks = kept
		}
	}
}
