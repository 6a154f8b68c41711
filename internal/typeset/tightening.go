package typeset

import "strings"

// tightenings are tried one after the other where a page has hardly anything on
// it: each a part of what tightened may take away.
var tightenings = []float64{0.35, 0.7, 1}

// tightened is a style with up to 30 % less white space between paragraphs and
// the like, and up to 3 % less leading: nobody sees it, and it may save a page.
// Editions that are led for those who read with difficulty keep their leading.
func (s Style) tightened(part float64) *Style {
	for _, space := range []*float64{
		&s.SectionSpace, &s.SubheadSpace, &s.PromptSpace, &s.RuledSpace, &s.BlockSpace, &s.ParagraphSpace,
		&s.VerseSpace, &s.EssaySpace, &s.EssayParagraph, &s.EntrySpace,
	} {
		*space *= 1 - 0.3*part
	}
	if !s.Single {
		for _, t := range []*Type{&s.Essay, &s.Body, &s.Option, &s.Answer, &s.Reason, &s.Directions} {
			t.Leading *= 1 - 0.03*part
		}
		s.OptionPitch *= 1 - 0.03*part
	}
	return &s
}

const (
	stubPart  = 0.2 // of a page: what is less full at its end is a stub
	tailLines = 4   // up to so many lines of an essay are a stub at a page's top
)

// stubs counts the pages that end a document, or what stands before a forced
// break, with hardly anything on them, and those that hold just the last few
// lines of an essay.
func (f *flow) stubs(layouts []layout) int {
	n := 0
	for i, l := range layouts {
		if i == 0 || f.list[l.first].force {
			continue
		}
		page := f.list[l.first:l.end]
		last := l.end == len(f.list) || f.list[l.end].force
		if last && height(page) < stubPart*f.page || isTail(f.list[l.first-1], page) {
			n++
		}
	}
	return n
}

// isTail says whether a page begins with the last few lines of an essay that
// the slab before it belongs to.
func isTail(before slab, page []slab) bool {
	n := 0
	for n < len(page) && page[n].isLine() {
		n++
	}
	return before.isLine() && n > 0 && n <= tailLines
}

// isLine says whether a slab is a numbered line of an essay.
func (s *slab) isLine() bool {
	for _, name := range s.anchors {
		if strings.HasPrefix(name, "line-") {
			return true
		}
	}
	return false
}
