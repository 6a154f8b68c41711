package form

import (
	"cmp"
	"slices"

	"quire/internal/question"
)

// What an item's or a passage's own stream is drawn for when it isn't for a
// response: its place among its neighbours, or the option that it does without.
const (
	itemOrder = -1
	leftOut   = -2
)

// Order gives items of one group in the order in which the form prints them: as
// written, unless Form.Questions asks for a shuffle. Then items of one passage
// stay together, and jobs that have no number stay in front.
//
// Each passage, and each item within one, has a rank of its own, the first 64
// bits of its stream; the lesser rank comes first. So an item that is added,
// dropped or edited leaves the order of the others as it was.
func (f Form) Order(items []*question.Item) []*question.Item {
	if !f.Questions {
		return items
	}
	type ranked struct {
		item        *question.Item
		passage, id uint64
	}
	var out []*question.Item
	var rest []ranked
	for _, it := range items {
		if !it.Numbered() {
			out = append(out, it)
			continue
		}
		r := ranked{item: it, id: f.rank("item", it.ID)}
		r.passage = r.id
		if p := it.Tags.Passage; p != "" {
			r.passage = f.rank("passage", p)
		}
		rest = append(rest, r)
	}
	slices.SortStableFunc(rest, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.passage, b.passage), cmp.Compare(a.id, b.id))
	})
	for _, r := range rest {
		out = append(out, r.item)
	}
	return out
}

// rank draws the place of an item or a passage.
func (f Form) rank(kind, id string) uint64 {
	d := newDraw(f.Seed, f.Name, kind+" "+id, itemOrder)
	return uint64(d.next())<<32 | uint64(d.next())
}
