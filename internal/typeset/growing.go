package typeset

import "slices"

// A ruling is the answer rows of one block.
type ruling struct{ lines int }

const (
	growMost  = 0.4 // the part of its rows by which room to answer may grow
	longReply = 6   // rows from which on the last answer may take what is left of its page
)

// more is how many rows may be added to a ruling where a page has room.
func (r *ruling) more() int { return int(growMost*float64(r.lines) + 1e-9) }

// ruled marks the slabs from start on as the rows of one ruling. The first and
// the last of them may differ from the others.
func (f *flow) ruled(start int) {
	rows := f.list[start:]
	r := &ruling{lines: len(rows)}
	for i := range rows {
		rows[i].ruling = r
	}
	if len(rows) > 2 {
		rows[len(rows)-1].growth = float64(r.more()) * rows[1].height
	}
}

// grow adds rows to the answers of pages that end short, whole ones and never
// more than fill the page: to the last answer first. An answer that ends the
// document, or what stands before a forced break, goes on to the page's foot if
// it is a long one. It takes where pages begin and gives where they then do.
func (f *flow) grow(starts []int) []int {
	out := slices.Clone(starts)
	var list []slab
	for n, first := range starts {
		end := len(f.list)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		out[n] = len(list)
		page := f.list[first:end]
		last := end == len(f.list) || f.list[end].force
		if last || f.list[end].opens != opensNothing {
			page = f.grown(page, last)
		}
		list = append(list, page...)
	}
	f.list = list
	return out
}

// grown is a page's slabs with rows added. Last says that no page goes on with
// what follows.
func (f *flow) grown(page []slab, last bool) []slab {
	free := f.page - height(page)
	if head := page[0].head; head != nil {
		free -= head.height
	}
	added := map[*ruling]int{}
	for i := len(page) - 1; i >= 0 && free > 0; i-- {
		r := page[i].ruling
		if r == nil || page[i].growth == 0 || i == 0 {
			continue
		}
		most := r.more()
		if i+1 < r.lines || page[i+1-r.lines].ruling != r { // it has begun on another page
			most = 0
		}
		if last {
			most = 0
			if i == len(page)-1 && r.lines >= longReply {
				most = mostLines
			}
		}
		row := page[i-1]
		k := min(most, int((free+0.01)/(row.space+row.height)))
		added[r] = k
		free -= float64(k) * (row.space + row.height)
	}
	var out []slab
	for i, s := range page {
		if k := added[s.ruling]; s.ruling != nil && s.growth > 0 && k > 0 {
			row := page[i-1]
			row.anchors, row.bookmarks = nil, nil
			for range k {
				out = append(out, row)
			}
		}
		out = append(out, s)
	}
	return out
}
