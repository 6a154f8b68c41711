package reader

import (
	"sort"
	"strings"

	"quire/internal/essay"
	"quire/internal/typography"
)

// A builder collects a block's characters with where in the source each came
// from, before typography.
type builder struct {
	text   strings.Builder
	origin essay.Origin
	marks  []essay.Mark // offsets in text
}

// add takes source text that stands at a source offset.
func (b *builder) add(s string, from int) {
	if s == "" {
		return
	}
	at := b.text.Len()
	n := len(b.origin)
	if n == 0 || b.origin[n-1].From+at-b.origin[n-1].At != from {
		b.origin = append(b.origin, essay.Stretch{At: at, From: from})
	}
	b.text.WriteString(s)
}

// block makes the essay block, in house typography.
func (b *builder) block(kind essay.Kind) essay.Block {
	text, stretches := typography.Set(b.text.String())
	set := make(essay.Origin, len(stretches))
	for i, s := range stretches {
		set[i] = essay.Stretch{At: s.At, From: s.From}
	}
	lead := len(text) - len(strings.TrimLeft(text, " \n"))
	text = strings.Trim(text, " \n")
	out := essay.Block{Kind: kind, Text: text, Origin: through(set, b.origin, lead)}
	for _, m := range b.marks {
		start := min(max(inverse(set, m.Start)-lead, 0), len(text))
		end := min(max(inverse(set, m.End)-lead, 0), len(text))
		if start < end {
			out.Marks = append(out.Marks, essay.Mark{Start: start, End: end, Style: m.Style})
		}
	}
	return out
}

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
