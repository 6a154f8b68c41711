package compose

import (
	"slices"

	"quire/internal/question"
)

// usualMinutes is how long a seminar lasts where nothing is said.
const usualMinutes = 50

// slot is a row of the clock: a part of the seminar with its minutes. Item is
// nil for what surrounds the questions.
type slot struct {
	name    string
	item    *question.Item
	own     int // minutes that the author gave it
	weight  int // its share, in sixtieths of a minute of the usual 50
	start   int // minutes from the beginning
	minutes int
}

// The usual hour, in minutes: norms 0–3, rereading 3–8, opening 8–15, core
// 15–35, closing 35–42, debrief 42–47, exit ticket 47–50.
const (
	normsMinutes, rereadMinutes, debriefMinutes, exitMinutes = 3, 5, 5, 3

	talkMinutes = usualMinutes - normsMinutes - rereadMinutes - debriefMinutes - exitMinutes
)

var phaseMinutes = map[string]int{"pre": 5, "opening": 7, "core": 20, "closing": 7, "post": 5}

// sixtieth is the unit of weights: whole numbers, so that every machine shares
// out alike.
const sixtieth = 60

// clock shares a seminar's minutes out, to the minute. Questions keep the
// minutes that their author gave them as long as all of them take between half
// and four fifths of the time; otherwise everything is scaled, so that the same questions
// fit a short period and a long one.
//
// Few questions in a long period aren't stretched to fill it: see relieve.
func clock(total int, items []*question.Item, exit bool) []slot {
	return relieve(shareOut(total, items, exit))
}

func shareOut(total int, items []*question.Item, exit bool) []slot {
	before := []slot{
		{name: "Norms; one goal each", weight: normsMinutes * sixtieth},
		{name: "Reread; mark two places, write one question", weight: rereadMinutes * sixtieth},
	}
	after := []slot{{name: "Debrief", weight: debriefMinutes * sixtieth}}
	if exit {
		after = append(after, slot{name: "Exit ticket", weight: exitMinutes * sixtieth})
	}
	talk := talkSlots(items)
	slots := append(append(before, talk...), after...)
	asked, own := 0, 0
	for _, s := range talk {
		asked += s.weight
		own += s.own
	}
	if asked == 0 {
		share(total, slots)
		return slots
	}
	// What the questions ask for, unscaled where the author said so.
	wanted := own + (asked-own*sixtieth)*total/(usualMinutes*sixtieth)
	if own > 0 && 2*wanted >= total && 5*wanted <= 4*total {
		shareRest(total, own, slots)
		return slots
	}
	for i := range slots {
		if slots[i].item != nil { // to the usual part of the time, all together
			slots[i].weight = slots[i].weight * talkMinutes * sixtieth / asked
		}
	}
	share(total, slots)
	return slots
}

const (
	// longestTalk is how long one question is talked about, unless its author
	// gave it more than half as much.
	longestTalk = 20
	// leastFurther is what is worth a row of its own.
	leastFurther = 5
)

// relieve takes what few questions in a long period would be stretched by, and
// leaves it, after the last of them, to what the circle wants to go back to.
func relieve(slots []slot) []slot {
	limit := func(s slot) int { return max(longestTalk, 2*s.own) }
	last, further := -1, 0
	for i, s := range slots {
		if s.item != nil {
			last = i
			further += max(s.minutes-limit(s), 0)
		}
	}
	if further < leastFurther {
		return slots
	}
	for i, s := range slots {
		if s.item != nil {
			slots[i].minutes = min(s.minutes, limit(s))
		}
	}
	slots = slices.Insert(slots, last+1, slot{name: "Further talk: what the circle wants to go back to", minutes: further})
	start(slots)
	return slots
}

// change gives the index of the question before which two circles change
// places: the one that begins nearest to the middle of the talk; 0 for none.
func change(slots []slot) int {
	first, end := -1, 0
	for i, s := range slots {
		if s.item != nil {
			if first < 0 {
				first = i
			}
			end = s.start + s.minutes
		}
	}
	best := 0
	for i, s := range slots {
		if s.item == nil || i == first {
			continue
		}
		off := func(i int) int { return abs(2*slots[i].start - slots[first].start - end) }
		if best == 0 || off(i) < off(best) {
			best = i
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// talkSlots gives each question its weight: its own minutes, else an even part
// of what is left of its phase, and two minutes at least.
func talkSlots(items []*question.Item) []slot {
	phase := func(it *question.Item) string {
		if phaseMinutes[it.Tags.Phase] == 0 {
			return "core"
		}
		return it.Tags.Phase
	}
	own, without := map[string]int{}, map[string]int{}
	for _, it := range items {
		if it.Tags.Minutes > 0 {
			own[phase(it)] += it.Tags.Minutes
		} else {
			without[phase(it)]++
		}
	}
	var out []slot
	for _, it := range items {
		s := slot{item: it, own: max(it.Tags.Minutes, 0), weight: it.Tags.Minutes * sixtieth}
		if s.own == 0 {
			p := phase(it)
			s.weight = max((phaseMinutes[p]-own[p])*sixtieth/without[p], 2*sixtieth)
		}
		out = append(out, s)
	}
	return out
}

// shareRest keeps the minutes that authors gave and shares the rest.
func shareRest(total, own int, slots []slot) {
	var rest []slot
	for _, s := range slots {
		if s.own == 0 {
			rest = append(rest, s)
		}
	}
	share(total-own, rest)
	for i := range slots {
		if slots[i].own > 0 {
			slots[i].minutes = slots[i].own
			continue
		}
		slots[i].minutes = rest[0].minutes
		rest = rest[1:]
	}
	start(slots)
}

// share gives slots whole minutes by weight, by largest remainder; they add up
// to total, and each gets one if there are enough.
func share(total int, slots []slot) {
	sum := 0
	for _, s := range slots {
		sum += s.weight
	}
	if sum == 0 {
		return
	}
	left := total
	for i := range slots {
		slots[i].minutes = total * slots[i].weight / sum
		left -= slots[i].minutes
	}
	remainder := func(i int) int { return total * slots[i].weight % sum }
	given := make([]bool, len(slots))
	for ; left > 0; left-- {
		best := -1
		for i := range slots {
			if !given[i] && (best < 0 || remainder(i) > remainder(best)) {
				best = i
			}
		}
		given[best] = true
		slots[best].minutes++
	}
	for i := range slots {
		if slots[i].minutes > 0 {
			continue
		}
		most := 0
		for j := range slots {
			if slots[j].minutes > slots[most].minutes {
				most = j
			}
		}
		if slots[most].minutes > 1 {
			slots[most].minutes--
			slots[i].minutes++
		}
	}
	start(slots)
}

// start says when each slot begins.
func start(slots []slot) {
	at := 0
	for i := range slots {
		slots[i].start = at
		at += slots[i].minutes
	}
}
