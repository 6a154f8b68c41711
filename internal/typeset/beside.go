package typeset

import "quire/internal/document"

const besideGap = 12 // between columns

// beside sets blocks in columns of one width, which never part. Where they would
// be too narrow or taller than a page, and in an edition whose type is large, they
// are set one after the other.
func (f *flow) beside(b document.Beside, c column) {
	n := len(b.Columns)
	wide := (c.full - besideGap*float64(n-1)) / float64(max(n, 1))
	level, marked, essays, found := f.level, f.marked, f.essays, f.found
	if n > 1 && !f.style.Single && wide >= f.style.MinMeasure {
		if out, ok := f.columnsOf(b, c, wide); ok {
			f.room(f.style.ParagraphSpace)
			f.add(out)
			f.room(f.style.BlockSpace)
			return
		}
		f.level, f.marked, f.essays, f.found = level, marked, essays, found
	}
	for _, blocks := range b.Columns {
		f.blocks(blocks, c)
	}
}

// columnsOf makes one slab of columns, if a page can hold it.
func (f *flow) columnsOf(b document.Beside, c column, wide float64) (slab, bool) {
	var out slab
	for i, blocks := range b.Columns {
		in := column{left: c.left + float64(i)*(wide+besideGap), measure: wide, full: wide, of: c.of, body: c.body}
		slabs := f.aside(func() { f.blocks(blocks, in) })
		if height(slabs) > f.page {
			return slab{}, false
		}
		for j, s := range slabs {
			if j > 0 && s.force {
				return slab{}, false
			}
			out.anchors = append(out.anchors, s.anchors...)
			out.bookmarks = append(out.bookmarks, s.bookmarks...)
		}
		var p placer
		out.marks = append(out.marks, p.column(slabs, tops(slabs, 0, 0), nil, nil)...)
		out.height = max(out.height, height(slabs))
	}
	return out, true
}
