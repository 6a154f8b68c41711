package passage

import (
	"cmp"
	"math"
	"slices"
)

// place is where a selector may belong.
type place struct {
	fit                // of the selector's words
	start, end fit     // where they are first and last words
	context    fit     // of what should stand round them
	beside     bool    // all of that stands right there
	alike      float64 // to the passage that is remembered, 0 to 1; -1 if unknown
	value      float64
}

// asked is a selector made ready.
type asked struct {
	start, end    *wanted // end is nil where start is the whole
	before, after *wanted
	length        int                // characters, 0 if unknown
	resembles     func(span) float64 // how much a stretch is like the passage, 0 to 1; nil if unknown
}

func (a *asked) last() *wanted { return cmp.Or(a.end, a.start) }

func (f *finder) ask(s Selector) *asked {
	a := &asked{
		start:  f.want(s.Start),
		before: f.want(s.Before).tail(mostContextLetters), after: f.want(s.After).head(mostContextLetters),
		length: s.Length,
	}
	if s.End != "" {
		a.end = f.want(s.End)
		a.length = max(0, a.length-a.start.lead-a.end.trail)
	}
	if last := a.last(); len(last.text) > mostLetters || len(a.start.text) > mostLetters {
		if a.end == nil {
			a.length = a.start.chars(span{0, len(a.start.text)})
		}
		a.start, a.end = a.start.head(mostLetters/8), last.tail(mostLetters/8)
	}
	if a.length > 8*len(f.letters.text) {
		a.length = 0
	}
	return a
}

// How many letters of words that are looked for, and of those round them, are
// taken at most. Longer words are found by their ends.
const (
	mostLetters        = 4000
	mostContextLetters = 300
)

func (a *asked) contextBits() float64 { return a.before.bits + a.after.bits }

// short says that a selector's words are too few to name a place by themselves.
func (a *asked) short() bool {
	return a.end == nil && a.start.bits < shortBits && a.contextBits() > 0
}

// How many bits make words enough to name a place by themselves, and to name it
// at all if they are not quite there.
const (
	shortBits = 30
	fewBits   = 14
)

// find gives the places of a selector, the best first.
func (f *finder) find(a *asked) []place {
	if a.end == nil {
		return f.findWhole(a)
	}
	starts, ends := f.exactly(a.start), f.exactly(a.end)
	if out := f.weigh(a, f.pair(a, starts, ends)); len(out) > 0 && f.lengthCost(a, out[0].span) < 8 {
		return out
	}
	starts = unlike(starts, f.nearly(a.start))
	ends = unlike(ends, f.nearly(a.end))
	pairs := f.pair(a, starts, ends)
	if a.length > 0 {
		pairs = append(pairs, f.oneEnded(a, starts, ends)...)
	}
	return f.weigh(a, pairs)
}

func (f *finder) findWhole(a *asked) []place {
	fits := f.exactly(a.start)
	out := f.weigh(a, places(fits))
	if len(out) > 0 && (out[0].beside || !a.short()) {
		return out
	}
	fits = unlike(fits, f.nearly(a.start))
	if a.short() {
		w := joined(a.before, a.start, a.after)
		first := len(a.before.words)
		fits = unlike(fits, f.nearlyWithin(w, first, first+len(a.start.words)))
	}
	return f.weigh(a, places(fits))
}

func places(fits []fit) []place {
	var out []place
	for _, p := range fits {
		out = append(out, place{fit: p})
	}
	return out
}

// unlike adds to some fits those of others that stand elsewhere.
func unlike(fits, others []fit) []fit {
	for _, o := range others {
		if !slices.ContainsFunc(fits, func(p fit) bool { return overlap(p.span, o.span) > 0.5 }) {
			fits = append(fits, o)
		}
	}
	return fits
}

// pair gives the pairs of first and last words that may be a selector's. Where
// its length is not known, first words go with the nearest last words.
func (f *finder) pair(a *asked, starts, ends []fit) []place {
	slices.SortStableFunc(ends, func(x, y fit) int { return cmp.Compare(x.from, y.from) })
	var out []place
	for _, s := range starts {
		for _, e := range ends {
			if e.to <= s.to || e.from < s.from {
				continue
			}
			p := s.and(e)
			if a.length > 0 {
				if r := float64(f.letters.chars(p.span)) / float64(a.length); r < shortest || r > longest {
					continue
				}
			} else if !p.exact && p.to-p.from > farOff {
				continue
			}
			out = append(out, place{fit: p, start: s, end: e})
			if a.length == 0 && e.exact {
				break
			}
		}
	}
	return out
}

// How much shorter and longer than in the author's copy a passage may be, and
// how many letters it may have if that is not known.
const (
	shortest = 0.35
	longest  = 2.5
	farOff   = 3000
)

// mostSlack is how many letters off its place an end is looked for.
const mostSlack = 1500

// oneEnded pairs each end with what is left of the other, about as far away as
// the selector's length says.
func (f *finder) oneEnded(a *asked, starts, ends []fit) []place {
	var out []place
	n := f.lettersIn(a.length)
	slack := min(n/7+20, mostSlack)
	look := func(w *wanted, p span) (fit, bool) {
		p = f.clip(p)
		if p.from >= p.to {
			return fit{}, false
		}
		places := newBitPattern(w.text).trace(w.text, f.letters.text[p.from:p.to])
		g, ok := f.align(w, places, p.from, 0, len(w.words))
		return g.fit, ok
	}
	for _, s := range starts {
		at := s.from + n - len(a.end.text)
		if e, ok := look(a.end, span{max(s.to, at-slack), s.from + n + slack}); ok {
			out = append(out, place{fit: s.and(e), start: s, end: e})
		}
	}
	for _, e := range ends {
		at := e.to - n
		if s, ok := look(a.start, span{at - slack, min(e.from, at+len(a.start.text)+slack)}); ok {
			out = append(out, place{fit: s.and(e), start: s, end: e})
		}
	}
	return out
}

// lettersIn gives about how many letters so many characters have.
func (f *finder) lettersIn(chars int) int {
	l := f.letters
	n := len(l.text)
	if n == 0 {
		return 0
	}
	return chars * n / (int(l.print[n-1]) + 1)
}

// lengthCost gives the bits that a place loses because it is too long or too
// short.
func (f *finder) lengthCost(a *asked, p span) float64 {
	chars := float64(f.letters.chars(p))
	if a.length == 0 {
		return math.Log2(1 + chars/500)
	}
	return 4 * math.Log2(1+25*math.Abs(math.Log(chars/float64(a.length))))
}

func (f *finder) weigh(a *asked, places []place) []place {
	for i := range places {
		p := &places[i]
		p.alike = -1
		p.context, p.beside = f.context(a, p.span)
		p.value = p.agreed + p.context.agreed
		if p.beside {
			p.value += 5
		}
		if a.end != nil {
			p.value -= f.lengthCost(a, p.span)
		}
	}
	best := func(x, y place) int {
		return cmp.Or(-cmp.Compare(x.value, y.value), cmp.Compare(x.from, y.from))
	}
	slices.SortStableFunc(places, best)
	if a.resembles != nil {
		for i := range places[:min(len(places), mostResembled)] {
			p := &places[i]
			p.alike = a.resembles(p.span)
			p.value += p.alike * a.start.bits
		}
		slices.SortStableFunc(places, best)
	}
	return places
}

// mostResembled is how many places are compared with what is remembered of a
// passage.
const mostResembled = 8

// context says how much of the words that should stand before and after a place
// stands there, and whether all of it stands right beside it.
func (f *finder) context(a *asked, p span) (out fit, beside bool) {
	before, right := f.beside(a.before, p.from, -1)
	after, left := f.beside(a.after, p.to, +1)
	out.agreed, out.total = before+after, a.contextBits()
	return out, right && left && out.total > 0
}

// beside gives the bits of a wording that stands right before, or after, a byte,
// and says whether all of it does.
func (f *finder) beside(w *wanted, at, side int) (agreed float64, all bool) {
	n := len(w.text)
	if n == 0 {
		return 0, true
	}
	room := n*5/4 + 6
	right, window := span{at, at + n}, span{at, at + room}
	if side < 0 {
		right, window = span{at - n, at}, span{at - room, at}
	}
	right, window = f.clip(right), f.clip(window)
	if string(f.letters.text[right.from:right.to]) == string(w.text) {
		return w.bits, true
	}
	text, pattern := f.letters.text[window.from:window.to], w.text
	if side > 0 { // of alignments that are as good the one nearest to the place is traced
		text, pattern = reversed(text), reversed(pattern)
	}
	places := newBitPattern(pattern).trace(pattern, text)
	if side > 0 {
		slices.Reverse(places)
		for i, p := range places {
			if p >= 0 {
				places[i] = int32(len(text)-1) - p
			}
		}
	}
	for _, word := range w.words {
		there := places[word.from:word.to]
		if len(there) > 3 || f.stands(there, window.from) {
			agreed += agreement(there) * word.bits
		}
	}
	return agreed, false
}

func reversed(s []byte) []byte {
	out := slices.Clone(s)
	slices.Reverse(out)
	return out
}

// stands says that a word's letters, whose places are counted from base, are a
// word of the text.
func (f *finder) stands(places []int32, base int) bool {
	for i, p := range places {
		if p < 0 || int(p-places[0]) != i {
			return false
		}
	}
	from := base + int(places[0])
	return f.letters.whole(span{from, from + len(places)})
}

// accept decides about the places of a selector, which are in order.
func (f *finder) accept(a *asked, places []place) (place, Why, bool) {
	if len(places) == 0 {
		return place{}, Missing, false
	}
	best := places[0]
	if !f.good(a, best) {
		return best, Missing, false
	}
	for _, p := range places[1:] {
		if overlap(p.span, best.span) > 0.5 && !(p.exact && best.exact) {
			continue
		}
		if best.exact && !p.exact && !a.short() {
			continue
		}
		if best.value-p.value < 3 {
			return best, Ambiguous, false
		}
	}
	return best, 0, true
}

// A passage of so many characters is something else if it has less than this in
// common with what is remembered of it, and certainly the same if it has more.
const (
	telling  = 80
	strange  = 0.1
	familiar = 0.4
)

// good says that a place agrees enough with what was asked for.
func (f *finder) good(a *asked, p place) bool {
	switch {
	case p.alike >= 0 && a.length >= telling && p.alike < strange:
		return false
	case p.alike >= familiar:
		return p.share() >= 0.5
	case a.short():
		both := (p.agreed + p.context.agreed) / (p.total + p.context.total)
		return both >= 0.75 && p.share() >= 0.6 && (p.beside || p.context.share() >= 0.5 && p.context.agreed >= 4.5)
	case p.exact:
		return true
	case p.total < fewBits:
		return false
	case a.end == nil && p.context.total > 0 && p.context.share() < 0.3: // what is alike stands elsewhere
		return p.other <= 0.06*p.run && p.dense() >= 0.75 && p.share() >= 0.75
	case a.end == nil:
		return p.other <= max(0.1*p.run, min(10, p.run/6)) && p.dense() >= 0.65 &&
			(p.share() >= 0.7 || p.agreed >= 40 && p.share() >= 0.3 && p.dense() >= 0.85)
	case p.absent == 0:
		return p.share() >= 0.75
	case min(p.start.absent, p.end.absent) > 3 || p.other > 6.5:
		return false
	case a.length == 0:
		return p.share() >= 0.8
	}
	off := math.Abs(math.Log(float64(f.letters.chars(p.span)) / float64(a.length)))
	return p.share() >= 0.75 && off < 0.06
}

// worthNaming gives the first few places that may have been meant.
func worthNaming(places []place) []place {
	var out []place
	for _, p := range places {
		apart := func(o place) bool { return overlap(o.span, p.span) > 0.5 }
		if len(out) < mostCandidates && p.share() >= 0.4 && !slices.ContainsFunc(out, apart) {
			out = append(out, p)
		}
	}
	return out
}

// overlap gives what two stretches share of what they cover.
func overlap(a, b span) float64 {
	both := min(a.to, b.to) - max(a.from, b.from)
	if both <= 0 {
		return 0
	}
	return float64(both) / float64(max(a.to, b.to)-min(a.from, b.from))
}
