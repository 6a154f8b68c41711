package passage

import (
	"math"
	"slices"
)

// The thresholds below were chosen on 2,090 cases in damaged copies of five essays,
// such that they do for each of these, and on as many made-up deletions and look-alikes:
// sentences of the same build with half of their longer words replaced. Right
// places of whole passages had other words for no more than 0.1 of theirs,
// look-alikes nearly always for more; what the ends alone can't tell is refused.

// lead is how many bits a place must have before the next.
const lead = 3

// accept decides about the places of a selector, which are in order. A place where
// its words are exactly needs no lead over those where they aren't.
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
		if best.value-p.value < lead {
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
		return p.goodWithContext()
	case p.exact:
		return true
	case p.total < fewBits:
		return false
	case a.end == nil:
		return p.goodWhole()
	}
	return f.goodEnds(a, p)
}

// goodWithContext decides about a short phrase: most of it is there, and so is
// what should stand round it, some of it on either side.
func (p place) goodWithContext() bool {
	enough := 0.75
	if !p.exact && !p.beside {
		enough = 0.8
	}
	both := (p.agreed + p.context.agreed) / (p.total + p.context.total)
	if both < enough || p.share() < 0.6 {
		return false
	}
	return p.beside || p.context.share() >= 0.5 && p.context.agreed >= 4.5 && p.weaker > 0
}

// goodWhole decides about a passage that was quoted whole. Hardly a word of it may
// be another one. Part of a long one is enough, if that is nearly as it was: the
// rest may be cut from the copy. Where nothing round it is right, more must be.
func (p place) goodWhole() bool {
	if p.context.total > 0 && p.context.share() < 0.3 {
		return p.other <= 0.06*p.run && p.dense() >= 0.75 && p.share() >= 0.75
	}
	if p.other > max(0.1*p.run, min(10, p.run/6)) || p.dense() < 0.65 {
		return false
	}
	return p.share() >= 0.7 || p.agreed >= 40 && p.share() >= 0.3 && p.dense() >= 0.85
}

// goodEnds decides about first and last words. If words are missing, then at one
// end only, and the passage must be about as long as it was.
func (f *finder) goodEnds(a *asked, p place) bool {
	switch {
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
