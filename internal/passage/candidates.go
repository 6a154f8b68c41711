package passage

import (
	"cmp"
	"slices"
)

// place is where a selector may belong.
type place struct {
	fit                // of the selector's words
	start, end fit     // where they are first and last words
	context    fit     // of what should stand round them
	weaker     float64 // the share of that on the side where less of it stands
	beside     bool    // all of that stands right there
	alike      float64 // to the passage that is remembered, 0 to 1; -1 if unknown
	value      float64
}

// find gives the places of a selector, the best first.
func (f *finder) find(a *asked) []place {
	if len(a.start.text) == 0 {
		return nil
	}
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
