package passage

import (
	"cmp"
	"slices"
	"strings"
)

// What looking for near wordings may cost. A query is cut to its first words;
// an index gives up looking (and names no candidates) once it has compared so
// many pairs of words, so that thousands of wrong quotations of a huge essay
// come to an end.
const (
	nearWords  = 200
	nearPlaces = 24 // places looked at closely
	kinWords   = 6  // in a query of so few, words with slips are looked for everywhere
	nearEffort = 60_000_000
)

// near gives the places whose words are nearest to a folded wording that the
// essay doesn't have, the nearest first, none overlapping a nearer one.
func (x *Index) near(folded string) []Candidate {
	var out []Candidate
	for _, a := range x.alignments(newQuery(folded)) {
		out = append(out, x.candidate(a))
	}
	return out
}

// Meant gives the place that words in quotation marks misquote, if they are so
// near to it that they can hardly be anything else: of each four words no more
// than one is another, and two long ones are the essay's, but for slips. Words that the essay
// has as they stand misquote nothing.
func (x *Index) Meant(words string) (Candidate, bool) {
	q := newQuery(fold(house(words)))
	all := x.alignments(q)
	if len(all) == 0 {
		return Candidate{}, false
	}
	a := all[0]
	long := 0
	for i := a.first; i < a.last; i++ {
		w := strings.ToLower(x.stream.word(i))
		if len(w) >= longWord && slices.ContainsFunc(q.words, func(o string) bool { return o == w || alike(o, w) }) {
			long++
		}
	}
	if a.cost == 0 || a.cost > len(q.words)/4*costOther || long < 2 {
		return Candidate{}, false
	}
	return x.candidate(a), true
}

// longWord is how many bytes make a word long enough to tell something of what
// it stands in.
const longWord = 5

func (x *Index) candidate(a alignment) Candidate {
	s := x.stream
	p := span{s.words[a.first].from, s.words[a.last-1].to}
	return Candidate{Range: s.rangeOf(p), Excerpt: x.excerpt(p, s.words[a.differs].from)}
}

// alignments gives the stretches of the essay's words nearest to a query, at
// most mostCandidates: in windows of the essay that share the most words with
// it, the stretch with the smallest edit distance in words. A word in another
// case is the same here, one with a slip of the pen half so.
func (x *Index) alignments(q *query) []alignment {
	s := x.stream
	if len(q.words) == 0 || len(s.words) == 0 || x.effort.Load() > nearEffort {
		return nil
	}
	x.effort.Add(int64(len(s.words)) * int64(1+min(len(q.words), kinWords+1)%(kinWords+1)))
	var fits []alignment
	for _, at := range q.windows(s, x.wordHashes()) {
		from := max(0, at-2)
		to := min(len(s.words), at+len(q.words)+len(q.words)/4+4)
		x.effort.Add(int64(to-from) * int64(len(q.words)))
		if a := q.align(s, from, to); a.cost <= len(q.words) && a.last > a.first {
			fits = append(fits, a)
		}
	}
	slices.SortStableFunc(fits, func(a, b alignment) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.first, b.first))
	})
	var out []alignment
	for _, a := range fits {
		overlaps := func(b alignment) bool { return a.first < b.last && b.first < a.last }
		if len(out) < mostCandidates && !slices.ContainsFunc(out, overlaps) {
			out = append(out, a)
		}
	}
	return out
}

// query is the words that are looked for, in lower case.
type query struct {
	words  []string
	hashes []uint32
}

func newQuery(folded string) *query {
	q := &query{}
	for _, w := range wordsOf(folded) {
		if len(q.words) == nearWords {
			break
		}
		lower := strings.ToLower(folded[w.from:w.to])
		q.words = append(q.words, lower)
		q.hashes = append(q.hashes, hashWord(lower))
	}
	return q
}

// wordHashes gives a hash of each of the essay's words in lower case.
func (x *Index) wordHashes() []uint32 {
	x.hashing.Do(func() {
		x.hashes = make([]uint32, len(x.stream.words))
		for i := range x.hashes {
			x.hashes[i] = hashWord(strings.ToLower(x.stream.word(i)))
		}
	})
	return x.hashes
}

// hashWord is FNV-1a in 32 bits.
func hashWord(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// windows gives the indices of the words where the windows begin that share
// the most with the query. Long words weigh more than short ones.
func (q *query) windows(s *stream, hashes []uint32) []int {
	weight := func(i int) int { return min(len(q.words[i]), 8) }
	const whole = 2 // a word that is the same weighs twice one that is like it
	type wanted struct{ left, weight int }
	want := map[uint32]*wanted{}
	var seen [256]bool // by the last byte of the hash: most words are not wanted
	for i, h := range q.hashes {
		if want[h] == nil {
			want[h] = &wanted{weight: weight(i) * whole}
			seen[h&0xFF] = true
		}
		want[h].left++
	}
	// kin gives the weight of a word that is only like one of a short query.
	kin := func(i int) int {
		if len(q.words) > kinWords {
			return 0
		}
		for k, w := range q.words {
			if alike(strings.ToLower(s.word(i)), w) {
				return weight(k)
			}
		}
		return 0
	}
	size := len(q.words) + 1
	gain := make([]int, size) // what each word of the window adds, by index mod size
	total := 0
	var best peaks
	for i, h := range hashes {
		slot := i % size
		total -= gain[slot]
		if i >= size && seen[hashes[i-size]&0xFF] {
			if w := want[hashes[i-size]]; w != nil {
				w.left++
			}
		}
		gain[slot] = 0
		w := (*wanted)(nil)
		if seen[h&0xFF] {
			w = want[h]
		}
		switch {
		case w == nil:
			gain[slot] = kin(i)
		case w.left > 0:
			gain[slot] = w.weight
			w.left--
		default:
			w.left--
		}
		total += gain[slot]
		best.add(max(0, i-size+1), total, size)
	}
	return best.places()
}

// peaks keeps the best windows that don't overlap.
type peaks []struct{ at, score int }

func (p *peaks) add(at, score, size int) {
	if score == 0 {
		return
	}
	for i := range *p {
		if k := &(*p)[i]; at-k.at < size {
			if score > k.score {
				k.at, k.score = at, score
			}
			return
		}
	}
	if len(*p) < nearPlaces {
		*p = append(*p, struct{ at, score int }{at, score})
		return
	}
	least := 0
	for i := range *p {
		if (*p)[i].score < (*p)[least].score {
			least = i
		}
	}
	if score > (*p)[least].score {
		(*p)[least].at, (*p)[least].score = at, score
	}
}

func (p peaks) places() []int {
	out := make([]int, len(p))
	for i := range p {
		out[i] = p[i].at
	}
	slices.Sort(out)
	return out
}
