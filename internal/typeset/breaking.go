package typeset

import "math"

// breakPages chooses the slabs that begin pages, the first being 0, for pages
// of a height. Of all ways to break it takes the one whose pages cost least:
// the costs of the breaks, something for each page, and for each page but the
// last (and those before a forced break) something for the part left empty.
//
// This is dynamic programming over the list: the best way to set the slabs up
// to one is found once, from the best ways up to the ones before it that a page
// can begin with. Time is proportional to slabs times slabs on a page.
func breakPages(list []slab, height float64) []int {
	if len(list) == 0 {
		return nil
	}
	best := make([]float64, len(list)+1)
	from := make([]int, len(list)+1)
	for i := range best {
		best[i] = math.Inf(1)
	}
	best[0] = 0
	for start := range list {
		if math.IsInf(best[start], 1) {
			continue
		}
		used, stretch, growth := 0.0, 0.0, 0.0
		if head := list[start].head; head != nil {
			used = head.height
		}
		for i := start; i < len(list); i++ {
			s := &list[i]
			if i > start {
				if s.force {
					break
				}
				used += s.space
				stretch += s.stretch
				growth += s.growth
			}
			used += s.height
			if used > height+0.01 && i > start {
				break
			}
			cost := best[start] + pageCost(list, i+1, used, stretch, growth, height)
			if cost < best[i+1] {
				best[i+1], from[i+1] = cost, start
			}
		}
	}
	var starts []int
	for i := len(list); i > 0; i = from[i] {
		starts = append(starts, from[i])
	}
	for i, j := 0, len(starts)-1; i < j; i, j = i+1, j-1 {
		starts[i], starts[j] = starts[j], starts[i]
	}
	return starts
}

// pageCost is the cost of a page that is full so far and ends before the slab
// at end. Answers may take up to stretch and growth of the room that is left,
// but they don't grow where running text could fill the page.
func pageCost(list []slab, end int, used, stretch, growth, height float64) float64 {
	cost := costPage
	if end == len(list) {
		if used < height*0.15 && len(list) > 1 { // hardly anything on the last page
			cost += costEmpty / 5
		}
		return cost
	}
	if list[end].force {
		return cost
	}
	if list[end].opens != opensNothing {
		stretch += growth / 2 // half of it, so that pages are filled with questions first
	}
	return cost + list[end].cost + emptiness(list[end].opens, max(0, height-used-stretch), height)
}

// emptiness is the cost of white space at a page's foot by what follows it:
// the square of the part left empty, so that several pages share it; less
// before a section, so that it gathers there, unless much is left; and within running text much
// more, beyond what keeping lines together takes.
func emptiness(follows opening, free, height float64) float64 {
	part := free / height
	switch follows {
	case opensPart:
		return costEmpty * part * part * 0.1
	case opensSection:
		return costEmpty * (0.3*part*part + part*part*part*part)
	case opensItem:
		return costEmpty * part * part
	}
	return costEmpty * (part*part + max(0, part-0.05))
}
