package typeset

import "strings"

// mildly are parts of what tightened may take away, tried one after the other
// once it has been found that all of it helps.
var mildly = []float64{0.35, 0.7}

// tightened is a style with up to 30 % less white space between paragraphs and
// the like, and up to 3 % less leading: nobody sees it, and it may save a page.
// Editions that are led for those who read with difficulty keep their leading,
// and begin a little higher up the page instead.
func (s Style) tightened(part float64) *Style {
	for _, space := range []*float64{
		&s.SectionSpace, &s.SubheadSpace, &s.PromptSpace, &s.RuledSpace, &s.BlockSpace, &s.ParagraphSpace,
		&s.VerseSpace, &s.EssaySpace, &s.EssayParagraph, &s.EntrySpace,
	} {
		*space *= 1 - 0.3*part
	}
	if s.Single {
		s.Top -= 5 * mm * part
	} else {
		for _, t := range []*Type{&s.Essay, &s.Body, &s.Option, &s.Answer, &s.Reason, &s.Directions} {
			t.Leading *= 1 - 0.03*part
		}
		s.OptionPitch *= 1 - 0.03*part
	}
	return &s
}

const (
	stubPart   = 0.2  // of a page: what is less full at its end is a stub
	hollowPart = 0.45 // what is less full and goes on on the next page is hollow
	tailLines  = 4    // up to so many lines of an essay are a stub at a page's top
	savedPart  = 0.05 // about so much of each page tightening saves
)

// faults counts the pages that end a document, or what stands before a forced
// break, with hardly anything on them, those that hold just the last few lines of
// an essay, and those that are half empty before the document goes on.
func (f *flow) faults(starts []int) int {
	n := 0
	for i, first := range starts {
		page, last := f.pageAt(starts, i)
		full := height(page) / f.page
		switch {
		case !last && full < hollowPart:
			n++
		case i == 0 || f.list[first].force:
		case last && full < stubPart || isTail(f.list[first-1], page):
			n++
		}
	}
	return n
}

// pageAt is what stands on a page, and whether nothing goes on on the next one.
func (f *flow) pageAt(starts []int, i int) (page []slab, last bool) {
	end := len(f.list)
	if i+1 < len(starts) {
		end = starts[i+1]
	}
	return f.list[starts[i]:end], end == len(f.list) || f.list[end].force
}

// wordy says whether a document takes a page more than it might if it were set
// a little tighter.
func (f *flow) wordy(starts []int) bool {
	free := 0.0
	for i := range starts {
		page, _ := f.pageAt(starts, i)
		free += 1 - height(page)/f.page
	}
	return len(starts) > 1 && free > 1-savedPart*float64(len(starts))
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
