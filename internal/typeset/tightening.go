package typeset

import (
	"slices"
	"strings"
)

// tightenings are tried one after the other: each a part of what tightened may
// take away.
var tightenings = []float64{0.35, 0.7, 1}

// tightened is a style with up to 30 % less white space between paragraphs and
// the like, and up to 3 % less leading: nobody sees it, and it may save a page.
// Editions that are led for those who read with difficulty keep their leading,
// and begin a little higher up the page instead.
func (s Style) tightened(part float64) *Style {
	for _, space := range []*float64{
		&s.SectionSpace, &s.SubheadSpace, &s.PromptSpace, &s.RuledSpace, &s.BlockSpace, &s.ParagraphSpace,
		&s.VerseSpace, &s.EssaySpace, &s.EssayParagraph, &s.EntrySpace,
	} {
		*space *= 1 - tightSpace*part
	}
	if s.Single {
		s.Top -= tightTop * part
	} else {
		for _, t := range []*Type{&s.Essay, &s.Body, &s.Option, &s.Answer, &s.Reason, &s.Directions} {
			t.Leading *= 1 - tightLeading*part
		}
		s.OptionPitch *= 1 - tightLeading*part
	}
	return &s
}

const (
	tightSpace   = 0.3    // the part by which white space shrinks
	tightLeading = 0.03   // and leading
	tightTop     = 5 * mm // what the upper margin loses
)

const (
	stubPart   = 0.2  // of a page: what is less full at its end is a stub
	hollowPart = 0.45 // what is less full and goes on on the next page is hollow
	tailLines  = 4    // up to so many lines of an essay are a stub at a page's top
	savedPart  = 0.05 // about so much of each page tightening saves
)

// faults counts the pages that end a document, or what stands before a forced
// break, with hardly anything on them, those that hold just the last few lines of
// an essay, and those that are half empty before the document goes on.
func faults(list []slab, starts []int, page float64) int {
	n := 0
	for i, first := range starts {
		slabs, last := pageAt(list, starts, i)
		full := height(slabs) / page
		switch {
		case !last && full < hollowPart:
			n++
		case i == 0 || list[first].force:
		case last && full < stubPart || isTail(list[first-1], slabs):
			n++
		}
	}
	return n
}

// pageAt is what stands on a page, and whether nothing goes on on the next one.
func pageAt(list []slab, starts []int, i int) (page []slab, last bool) {
	end := len(list)
	if i+1 < len(starts) {
		end = starts[i+1]
	}
	return list[starts[i]:end], end == len(list) || list[end].force
}

// wordy says whether a document takes a page more than it might if it were set
// a little tighter.
func (a *attempt) wordy() bool {
	free := 0.0
	for i := range a.starts {
		slabs, _ := pageAt(a.list, a.starts, i)
		free += 1 - height(slabs)/a.page
	}
	return len(a.starts) > 1 && free > 1-savedPart*float64(len(a.starts))
}

// estimate says what tightening would make of an attempt, at best: its slabs are
// made smaller, which costs next to nothing against setting all anew.
func (a *attempt) estimate(part float64) attempt {
	list, page := slices.Clone(a.list), a.page
	lines := 1 - tightLeading*part
	if a.flow.style.Single {
		page += tightTop * part
		lines = 1
	}
	for i := range list {
		list[i].space *= 1 - tightSpace*part
		list[i].height *= lines
	}
	starts := breakPages(list, page)
	return attempt{starts: starts, faults: faults(list, starts, page)}
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
