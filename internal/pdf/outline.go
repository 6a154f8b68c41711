package pdf

import "quire/internal/typeset"

// outline writes bookmarks as copies come. Of the topmost row the last one is
// held back, since it must name the one after it.
type outline struct {
	file        *file
	root        int
	first, last int
	count       int    // of the topmost row
	visible     int    // below it, unless closed
	held        []byte // the last one's entries so far
}

// bookmark is an entry with its neighbours, as indices, -1 for none.
type bookmark struct {
	title                            string
	page                             int
	y                                float64
	level                            int
	parent, prev, next, first, final int
	below                            int // entries below it, of all levels
}

// add enters a copy's bookmarks, below one with its name if it has one.
func (o *outline) add(name string, p *typeset.Pages, firstPage int) {
	row := arrange(name, p)
	if len(row) == 0 {
		return
	}
	if o.root == 0 {
		o.root = o.file.reserve(1)
	}
	id := o.file.reserve(len(row))
	for i, m := range row {
		b := appendText([]byte("<</Title"), m.title)
		b = appendRef(append(b, "/Dest["...), firstPage+m.page)
		b = append(appendNumber(append(b, "/XYZ null "...), m.y), " null]"...)
		b = appendNeighbour(b, "/First ", id, m.first)
		b = appendNeighbour(b, "/Last ", id, m.final)
		if m.below > 0 {
			b = append(b, "/Count "...)
			if name != "" && m.parent < 0 {
				b = append(b, '-') // a copy is closed: a class has many
			} else if m.parent < 0 {
				o.visible += m.below
			}
			b = appendInt(b, m.below)
		}
		if m.parent < 0 {
			o.hold(id+i, b)
			continue
		}
		b = appendNeighbour(b, "/Parent ", id, m.parent)
		b = appendNeighbour(b, "/Prev ", id, m.prev)
		b = appendNeighbour(b, "/Next ", id, m.next)
		o.file.put(id+i, append(b, ">>"...))
	}
}

func appendNeighbour(b []byte, key string, first, n int) []byte {
	if n < 0 {
		return b
	}
	return appendRef(append(b, key...), first+n)
}

// hold writes the topmost entry held so far, followed by this one.
func (o *outline) hold(id int, b []byte) {
	b = appendRef(append(b, "/Parent "...), o.root)
	if o.count > 0 {
		o.file.put(o.last, append(appendRef(append(o.held, "/Next "...), id), ">>"...))
		b = appendRef(append(b, "/Prev "...), o.last)
	} else {
		o.first = id
	}
	o.last, o.held = id, b
	o.count++
}

// finish writes what is left and gives the root, 0 if there are no bookmarks.
func (o *outline) finish() int {
	if o.count == 0 {
		return 0
	}
	o.file.put(o.last, append(o.held, ">>"...))
	b := appendRef([]byte("<</Type/Outlines/First "), o.first)
	b = appendRef(append(b, "/Last "...), o.last)
	b = appendInt(append(b, "/Count "...), o.count+o.visible)
	o.file.put(o.root, append(b, ">>"...))
	return o.root
}

// arrange links bookmarks up by their levels. A level that skips one stands
// below the nearest higher one; one that leads to no page is left out.
func arrange(name string, p *typeset.Pages) []bookmark {
	var row []bookmark
	if name != "" {
		row = append(row, bookmark{title: name, y: p.Height})
	}
	for _, m := range p.Outline {
		if m.Anchor.Page >= 0 && m.Anchor.Page < len(p.Pages) {
			row = append(row, bookmark{title: m.Title, page: m.Anchor.Page, y: m.Anchor.Y, level: max(m.Level, 1)})
		}
	}
	var open []int // the path to the last entry
	top := -1      // the last of the topmost row
	for i := range row {
		m := &row[i]
		m.parent, m.prev, m.next, m.first, m.final = -1, -1, -1, -1, -1
		for len(open) > 0 && row[open[len(open)-1]].level >= m.level {
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			m.prev, top = top, i
		} else {
			up := &row[open[len(open)-1]]
			m.parent, m.prev = open[len(open)-1], up.final
			if up.first < 0 {
				up.first = i
			}
			up.final = i
			for _, n := range open {
				row[n].below++
			}
		}
		if m.prev >= 0 {
			row[m.prev].next = i
		}
		open = append(open, i)
	}
	return row
}
