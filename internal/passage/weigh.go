package passage

import (
	"cmp"
	"math"
	"slices"
)

// lengthCost gives the bits that a place loses because it is too long or too
// short.
func (f *finder) lengthCost(a *asked, p span) float64 {
	chars := float64(f.letters.chars(p))
	if a.length == 0 {
		return math.Log2(1 + chars/500)
	}
	return 4 * math.Log2(1+25*math.Abs(math.Log(chars/float64(a.length))))
}

// weigh orders places, the best first, by the bits of the words that are there,
// those round them among them.
func (f *finder) weigh(a *asked, places []place) []place {
	for i := range places {
		p := &places[i]
		p.alike = -1
		p.context, p.weaker, p.beside = f.context(a, p.span)
		p.value = p.agreed + p.context.agreed
		if p.beside {
			p.value += besideBits
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

// What it counts for if all words round a place are right beside it, and how many
// places are compared with what is remembered of a passage.
const (
	besideBits    = 5
	mostResembled = 8
)

// context says how much of the words that should stand before and after a place
// stands there, the share of the side where there is less, and whether all of it
// stands right beside it.
func (f *finder) context(a *asked, p span) (out fit, weaker float64, beside bool) {
	before, right := f.beside(a.before, p.from, -1)
	after, left := f.beside(a.after, p.to, +1)
	out.agreed, out.total = before+after, a.contextBits()
	weaker = min(fit{agreed: before, total: a.before.bits}.share(), fit{agreed: after, total: a.after.bits}.share())
	return out, weaker, right && left && out.total > 0
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
