package compose

import (
	"slices"

	"quire/internal/question"
)

// leastTalk is what a question gets at least that has no minutes of its own.
const leastTalk = 3

// choose takes questions out until the others fit, and gives them in the
// lesson's order. The rule, which README.md tells teachers:
//
//   - The questions fit if their own minutes (three, where they have none) take
//     no more than the format's part of the time for talk and a twelfth of the
//     whole.
//   - Each step keeps a question, and so does each phase: one that opens, one
//     that closes.
//   - A question with keep=yes goes last.
//   - The step that is furthest over its part gives one up, the later of two
//     that are equally far; in it, the phase that takes longest.
//   - There it is the last one on whose side (stance) another is kept, else the
//     last that takes no side, else the last: as long as there are three, both
//     sides are asked.
//
// Where nothing may go the rest is shortened. A pool, which takes its questions
// as they come, and a controversy give up nothing for time; of several
// controversies the first is taken, or that with keep=yes.
func (p *plan) choose() []*question.Item {
	out := map[*question.Item]bool{}
	for _, b := range p.blocks {
		if b.about {
			b.one(out)
		}
	}
	for p.over() {
		it := p.next(false)
		if it == nil {
			it = p.next(true)
		}
		if it == nil {
			break
		}
		out[it] = true
		for _, b := range p.blocks {
			b.drop(it)
		}
	}
	var left []*question.Item
	for _, it := range p.items {
		if out[it] {
			left = append(left, it)
		}
	}
	return left
}

// one leaves a block one question: the first that its author keeps, else the
// first.
func (b *block) one(out map[*question.Item]bool) {
	kept := max(slices.IndexFunc(b.items, func(it *question.Item) bool { return it.Tags.Keep }), 0)
	for i, it := range b.items {
		out[it] = i != kept
	}
	b.items = b.items[kept : kept+1]
}

// part is a block's part of the time, in sixtieths of a minute.
func (p *plan) part(minutes int) int { return minutes * p.total * sixtieth / p.usual }

// over says that the questions take too long.
func (p *plan) over() bool {
	wanted := 0
	for _, b := range p.blocks {
		wanted += b.wanted(p.part(b.minutes()))
	}
	return wanted > p.part(p.talk)+p.total*sixtieth/leeway
}

// leeway is the part of the whole time by which talk may be longer or shorter
// than the format has it, so that questions keep their authors' minutes.
const leeway = 12

// wanted is what a block's questions take where its part is so long, in
// sixtieths.
func (b *block) wanted(part int) int {
	if b.pool || b.about && b.own() == 0 {
		return part
	}
	own, without := b.own(), b.without()
	if without == 0 {
		return own * sixtieth
	}
	return max(part, (own+leastTalk*without)*sixtieth)
}

// own adds up the minutes that authors gave a block's questions; without counts
// those that have none.
func (b *block) own() int {
	n := 0
	for _, it := range b.items {
		n += max(it.Tags.Minutes, 0)
	}
	return n
}

func (b *block) without() int {
	n := 0
	for _, it := range b.items {
		if it.Tags.Minutes <= 0 {
			n++
		}
	}
	return n
}

// next finds the question to leave out; kept ones if they are asked for.
func (p *plan) next(kept bool) *question.Item {
	var best *block
	excess := 0
	for _, b := range p.blocks {
		part := p.part(b.minutes())
		if e := b.wanted(part) - part; b.candidate(kept) != nil && (best == nil || e >= excess) {
			best, excess = b, e
		}
	}
	if best == nil {
		return nil
	}
	return best.candidate(kept)
}

// candidate finds the question that a block would give up first, nil if it needs
// all of them.
func (b *block) candidate(kept bool) *question.Item {
	if b.pool || b.about {
		return nil
	}
	byPhase := map[string][]*question.Item{}
	minutes := map[string]int{}
	for _, it := range b.items {
		ph := phaseOf(it)
		byPhase[ph] = append(byPhase[ph], it)
		minutes[ph] += max(it.Tags.Minutes, leastTalk)
	}
	var best *question.Item
	longest := 0
	for _, ph := range []string{"core", "opening", "closing", "pre", "post"} {
		if len(byPhase[ph]) < 2 || minutes[ph] <= longest {
			continue
		}
		if it := b.leastMissed(byPhase[ph], kept); it != nil {
			best, longest = it, minutes[ph]
		}
	}
	return best
}

// leastMissed finds which of a phase's questions goes first.
func (b *block) leastMissed(phase []*question.Item, kept bool) *question.Item {
	sides := map[string]int{}
	for _, it := range phase {
		sides[sideOf(it)]++
	}
	var best *question.Item
	rank := -1
	for _, it := range phase {
		sort := b.sort[it]
		if it.Tags.Keep != kept || b.count(sort) <= len(b.asking(sort)) {
			continue
		}
		r := 0
		switch {
		case sides[sideOf(it)] > 1:
			r = 2
		case sideOf(it) == "neutral":
			r = 1
		}
		if r >= rank {
			best, rank = it, r
		}
	}
	return best
}

func sideOf(it *question.Item) string {
	if it.Tags.Stance == "" {
		return "neutral"
	}
	return it.Tags.Stance
}

func (b *block) drop(it *question.Item) {
	b.items = slices.DeleteFunc(slices.Clone(b.items), func(other *question.Item) bool { return other == it })
	delete(b.sort, it)
}
