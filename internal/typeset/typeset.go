// Package typeset turns a document into pages of placed marks. It knows no
// PDF: what it hands on (Pages) could as well be painted on a screen.
//
// Three stages, each in its own files:
//
//  1. Flow. Every block becomes slabs on one vertical list. A slab is something
//     that is never parted: a line, a table's row, an answer rule, a whole
//     matching. It has a height, marks placed against its own upper edge, a
//     space before it that vanishes at a page's top, and the cost of beginning
//     a page with it. What belongs together (a prompt and its options, a
//     heading and what follows) is a run of slabs with high costs inside.
//     flow.go hands blocks to one file each; prose.go, pieces.go and lines.go
//     set words.
//  2. Page breaking (breaking.go). The breaks are chosen for the whole document
//     at once, by dynamic programming over the list: the least sum of what the
//     breaks cost and of how badly the pages are filled.
//  3. Placing (placing.go, side.go, footer.go). The slabs of each page get
//     their heights; frames, side columns, repeated table heads and the footer
//     are drawn; anchors and bookmarks learn their pages.
//
// Terms. The measure is the width of running text, the same on every paper.
// The side column stands to its right, for points and for panels beside the
// essay. The full width is both with the gap between. Numbers hang in the left
// margin. Leading is the distance of two baselines. Furniture is what stands on
// every page for its own sake.
//
// Units are points, and y grows upwards, as in PDF: inside a slab the upper
// edge is 0 and everything below it is negative. x is always the page's. Line
// breaking counts in 1/64 point, in integers. All numbers that decide how a
// page looks are in one Style.
package typeset

import (
	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/face"
)

// Paper is a size of paper, in points.
type Paper struct {
	Name          string
	Width, Height float64
}

var (
	Letter = Paper{"letter", 612, 792}
	A4     = Paper{"a4", 595.2756, 841.8898}
)

// Options say how a document is set.
type Options struct {
	Paper   Paper
	Faces   *face.Set
	Edition Edition // the standard one if none is named
	OneSide bool    // the punch holes are at the left of every page, not of every other
}

// Set sets a document. Findings are about what could not be set as asked (a
// character that no face has, an item taller than a page).
//
// Where a page has hardly anything on it, or one might be saved, the document is
// set again a little tighter, if that helps.
func Set(d *document.Document, o Options, findings *diag.List) *Pages {
	style := o.Edition.of(d.Audience, o.Paper)
	first := setIn(d, o, &style)
	best := first
	if first.faults > 0 || first.wordy() {
		for _, part := range tightenings {
			if !first.estimate(part).better(best) {
				continue
			}
			if tried := setIn(d, o, style.tightened(part)); tried.better(best) {
				best = tried
			}
		}
	}
	best.flow.report(findings)
	return best.Pages
}

// An attempt is a document set in a style.
type attempt struct {
	*Pages
	flow   *flow
	list   []slab // before answers grow
	starts []int  // of the pages
	page   float64
	faults int // pages with hardly anything on them
}

// better says whether an attempt takes fewer pages than another one, or as many
// with fewer faults.
func (a attempt) better(b attempt) bool {
	fewer := len(b.starts) - len(a.starts)
	return fewer > 0 || fewer == 0 && a.faults < b.faults
}

// setIn sets a document in a style.
func setIn(d *document.Document, o Options, style *Style) attempt {
	var apart map[int]bool // essays whose side panels stand before them instead
	for {
		f := newFlow(d, o, style, apart)
		f.document(d.Blocks)
		list, starts := f.list, breakPages(f.list, f.page)
		pages, crowded := f.place(d, f.layouts(f.grow(starts)))
		if len(crowded) == 0 {
			return attempt{pages, f, list, starts, f.page, faults(list, starts, f.page)}
		}
		if apart == nil {
			apart = map[int]bool{}
		}
		for _, n := range crowded {
			apart[n] = true
		}
	}
}
