package reader

import (
	"sort"

	"quire/internal/essay"
)

// through joins two maps: what set maps from lead on, seen through raw.
func through(set, raw essay.Origin, lead int) essay.Origin {
	var out essay.Origin
	put := func(at, from int) {
		at = max(at-lead, 0)
		if n := len(out); n > 0 && out[n-1].At == at {
			out[n-1].From = from
			return
		}
		out = append(out, essay.Stretch{At: at, From: from})
	}
	for i, s := range set {
		end := int(^uint(0) >> 1)
		if i+1 < len(set) {
			end = set[i+1].At
		}
		put(s.At, raw.Source(s.From))
		// where the raw text jumps inside the stretch
		k := sort.Search(len(raw), func(k int) bool { return raw[k].At > s.From })
		for ; k < len(raw) && s.At+raw[k].At-s.From < end; k++ {
			put(s.At+raw[k].At-s.From, raw[k].From)
		}
	}
	return out
}

// inverse finds where in the result a byte of the input has gone.
func inverse(set essay.Origin, from int) int {
	i := sort.Search(len(set), func(i int) bool { return set[i].From > from })
	if i == 0 {
		return 0
	}
	at := set[i-1].At + from - set[i-1].From
	if i < len(set) && at > set[i].At {
		at = set[i].At
	}
	return at
}
