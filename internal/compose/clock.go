package compose

import (
	"slices"

	"quire/internal/question"
)

// usualMinutes is how long a seminar lasts where nothing is said.
const usualMinutes = 50

// sixtieth is the unit of weights: whole numbers, so that every machine shares
// out alike.
const sixtieth = 60

// deal parts the questions of each block among its steps, in their order: of
// the core questions, the first ones to the first circle, so that what each has
// to talk about takes as nearly as long as the format says.
func (p *plan) deal() {
	for _, b := range p.blocks {
		if b.about {
			b.dealt[b.steps[0]] = b.items
			continue
		}
		of := map[*question.Item]*step{}
		for _, sort := range asking {
			var items []*question.Item
			for _, it := range b.items {
				if b.sort[it] == sort {
					items = append(items, it)
				}
			}
			dealRuns(items, b.asking(sort), of)
		}
		for _, it := range b.items {
			b.dealt[of[it]] = append(b.dealt[of[it]], it)
		}
	}
}

// dealRuns gives each step a run of items, one at least: it takes items up to
// the one whose middle is past its part of the time.
func dealRuns(items []*question.Item, steps []*step, of map[*question.Item]*step) {
	total, minutes := 0, 0
	for _, it := range items {
		total += weight(it)
	}
	for _, s := range steps {
		minutes += s.minutes
	}
	k, had, spent := 0, 0, 0
	for i, it := range items {
		if k+1 < len(steps) && had > 0 {
			until := (spent + steps[k].minutes) * total
			over := (2*sumOf(items[:i])+weight(it))*minutes > 2*until
			if over || len(items)-i < len(steps)-k {
				spent += steps[k].minutes
				k, had = k+1, 0
			}
		}
		of[it] = steps[k]
		had++
	}
}

func sumOf(items []*question.Item) int {
	n := 0
	for _, it := range items {
		n += weight(it)
	}
	return n
}

// weight is how long a question takes beside others, in minutes.
func weight(it *question.Item) int {
	if it.Tags.Minutes > 0 {
		return it.Tags.Minutes
	}
	return leastTalk
}

// A unit shares in a seminar's minutes: it has some of its own and a weight in
// what is left, and should get so many at least.
type unit struct{ own, weight, least, minutes int }

// clock shares the minutes out. Questions keep the minutes that their authors
// gave them as long as talk as a whole is not much longer or shorter than the
// format has it (leeway); otherwise it gets the format's part of the time, so
// that the same questions fit a short period and a long one.
func (p *plan) clock() []part {
	wanted := 0
	for _, b := range p.blocks {
		wanted += b.wanted(p.part(b.minutes()))
	}
	off := wanted - p.part(p.talk)
	keep := leeway*max(off, -off) <= p.total*sixtieth
	var units []unit
	for _, s := range p.steps {
		b := p.blockOf(s)
		switch {
		case b == nil:
			units = append(units, unit{weight: p.part(s.minutes), least: 1})
		case b.steps[0] != s: // has its part in the first one's
			units = append(units, unit{})
		case keep && !b.pool:
			own := b.own() * sixtieth
			units = append(units, unit{own: b.own(), weight: b.wanted(p.part(b.minutes())) - own, least: b.least()})
		case keep:
			units = append(units, unit{weight: p.part(b.minutes()), least: b.least()})
		default:
			units = append(units, unit{weight: b.wanted(p.part(b.minutes())) * p.part(p.talk) / wanted, least: b.least()})
		}
	}
	share(p.total, units)
	return p.parts(units, keep)
}

// least is a minute for each question that a step asks, one for the step if it
// has none with minutes.
func (b *block) least(steps ...*step) int {
	if steps == nil {
		steps = b.steps
	}
	n := 0
	for _, s := range steps {
		if b.pool || b.about {
			n++
		} else {
			n += len(b.dealt[s])
		}
	}
	return n
}

// parts shares each block's minutes among its steps and questions.
func (p *plan) parts(units []unit, keep bool) []part {
	minutes := map[*step]int{}
	for i, s := range p.steps {
		b := p.blockOf(s)
		if b == nil {
			minutes[s] = units[i].minutes
			continue
		}
		if b.steps[0] != s {
			continue
		}
		var steps []unit
		for _, s := range b.steps {
			steps = append(steps, unit{weight: s.minutes * sixtieth, least: b.least(s)})
		}
		share(units[i].minutes, steps)
		for k, s := range b.steps {
			minutes[s] = steps[k].minutes
		}
	}
	var parts []part
	for _, s := range p.steps {
		one := part{step: s, minutes: minutes[s]}
		if b := p.blockOf(s); b != nil {
			one.items = b.dealt[s]
			if !b.pool && !b.about {
				one.each = eachOf(one.items, one.minutes, keep && len(b.steps) == 1)
			}
		}
		parts = append(parts, one)
	}
	begin(parts)
	return parts
}

// eachOf shares a step's minutes among its questions. Those with minutes of
// their own keep them if they may, and otherwise weigh so much.
func eachOf(items []*question.Item, minutes int, keep bool) []int {
	own, without := 0, 0
	for _, it := range items {
		if it.Tags.Minutes > 0 {
			own += it.Tags.Minutes
		} else {
			without++
		}
	}
	rest := leastTalk * sixtieth // what one without weighs
	if without > 0 {
		rest = max((minutes-own)*sixtieth/without, rest)
	}
	units := make([]unit, len(items))
	for i, it := range items {
		units[i].least = 1
		switch {
		case it.Tags.Minutes <= 0:
			units[i].weight = rest
		case keep:
			units[i].own = it.Tags.Minutes
		default:
			units[i].weight = it.Tags.Minutes * sixtieth
		}
	}
	share(minutes, units)
	each := make([]int, len(items))
	for i, u := range units {
		each[i] = u.minutes
	}
	return each
}

// share gives units whole minutes, which add up to total: their own, and of the
// rest by weight, by largest remainder. Who has less than the least then gets it
// from who has most to spare, as long as somebody has.
func share(total int, units []unit) {
	sum, left := 0, total
	for i := range units {
		units[i].minutes = units[i].own
		left -= units[i].own
		sum += units[i].weight
	}
	if left < 0 || sum == 0 && left > 0 { // they can't be kept, and weigh so much
		sum, left = 0, total
		for i := range units {
			units[i].weight += units[i].own * sixtieth
			units[i].own, units[i].minutes = 0, 0
			sum += units[i].weight
		}
	}
	if sum == 0 {
		return
	}
	rest := left
	for i := range units {
		n := rest * units[i].weight / sum
		units[i].minutes += n
		left -= n
	}
	remainder := func(i int) int { return rest * units[i].weight % sum }
	given := make([]bool, len(units))
	for ; left > 0; left-- {
		best := -1
		for i := range units {
			if !given[i] && (best < 0 || remainder(i) > remainder(best)) {
				best = i
			}
		}
		given[best] = true
		units[best].minutes++
	}
	raise(units, func(u unit) int { return max(u.least, u.own) })
	raise(units, func(u unit) int { return u.least })
}

// raise gives units their least, as long as others have more than they need.
func raise(units []unit, needs func(unit) int) {
	spare := func(i int) int { return units[i].minutes - needs(units[i]) }
	for i := range units {
		for units[i].minutes < units[i].least {
			most := 0
			for j := range units {
				if spare(j) > spare(most) {
					most = j
				}
			}
			if spare(most) <= 0 {
				return
			}
			units[most].minutes--
			units[i].minutes++
		}
	}
}

// begin says when each part begins.
func begin(parts []part) {
	at := 0
	for i := range parts {
		parts[i].start = at
		at += parts[i].minutes
	}
}

const (
	// longestTalk is how long one question is talked about, unless its author
	// gave it more than half as much.
	longestTalk = 20
	// longestFactor is how many times as long as in the format's own hour a step
	// takes that asks nothing.
	longestFactor = 2
	// leastFurther is what is worth a row of its own.
	leastFurther = 3
)

// relieve takes what few questions in a long period would be stretched by, and
// leaves it, after the last of them, to what the circle wants to go back to.
func relieve(parts []part) []part {
	eased := slices.Clone(parts)
	last, further := 0, 0
	for i := range eased {
		e := &eased[i]
		if e.step.asks != nil {
			last = i
		}
		was := e.minutes
		e.ease()
		further += was - e.minutes
	}
	if further < leastFurther {
		return parts
	}
	eased = slices.Insert(eased, last+1, part{minutes: further})
	begin(eased)
	return eased
}

// ease cuts a part down to what it can use. A controversy can use all.
func (e *part) ease() {
	switch {
	case slices.Contains(e.step.asks, askControversy):
	case e.step.asks == nil:
		e.minutes = min(e.minutes, longestFactor*e.step.minutes)
	case e.each != nil:
		e.each = slices.Clone(e.each)
		for i, it := range e.items {
			over := max(e.each[i]-longest(it), 0)
			e.each[i] -= over
			e.minutes -= over
		}
	case e.step.pool:
		limit := 0
		for _, it := range e.items {
			limit += longest(it)
		}
		e.minutes = min(e.minutes, limit)
	}
}

func longest(it *question.Item) int { return max(longestTalk, 2*it.Tags.Minutes) }
