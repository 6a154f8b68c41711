package passage

import (
	"cmp"
	"slices"
	"sync/atomic"
)

// finder finds wordings in letters, exactly or not.
type finder struct {
	letters *letters
	tally   *tally
	effort  *atomic.Int64 // counts the letters compared, in blocks of 64 of a wording; nil if nobody asks
}

func newFinder(l *letters) *finder { return &finder{letters: l, tally: newTally(l)} }

// fit is a stretch of the letters that may be what a wording stands for. Bits
// are those of the wording's words.
type fit struct {
	span
	agreed float64 // of the words that are there
	run    float64 // of all words from the first that is there to the last
	total  float64
	other  float64 // of the words in the run in whose place others stand
	absent float64 // of all words of which hardly a letter is there
	exact  bool
}

func (p fit) share() float64 {
	if p.total == 0 {
		return 1
	}
	return p.agreed / p.total
}

// dense is the share of what is there within its run.
func (p fit) dense() float64 {
	if p.run == 0 {
		return 0
	}
	return p.agreed / p.run
}

func (p fit) and(q fit) fit {
	return fit{
		span{p.from, q.to}, p.agreed + q.agreed, p.run + q.run, p.total + q.total, p.other + q.other, p.absent + q.absent, p.exact && q.exact,
	}
}

const (
	mostFits    = 24
	pieceBytes  = 40
	mostPieces  = 8
	longWording = 60
	mostWindows = 4
)

// errorsIn gives how many errors a wording of so many letters may have.
func errorsIn(n int) int {
	switch {
	case n < 7:
		return 0
	case n < 11:
		return 1
	}
	return n * 28 / 100
}

// exactly gives the places of a wording, whole words of it.
func (f *finder) exactly(w *wanted) []fit {
	var out []fit
	each(f.letters.string, string(w.text), func(at int) bool {
		p := span{at, at + len(w.text)}
		if f.letters.whole(p) {
			out = append(out, fit{p, w.bits, w.bits, w.bits, 0, 0, true})
		}
		return len(out) < mostFits
	})
	return out
}

// nearly gives the places of a wording with errors, the best first.
func (f *finder) nearly(w *wanted) []fit {
	return f.nearlyWithin(w, 0, len(w.words))
}

// nearlyWithin gives the places of the words [first, last) of a wording where
// the whole of it stands with errors.
func (f *finder) nearlyWithin(w *wanted, first, last int) []fit {
	n := len(w.text)
	if n == 0 {
		return nil
	}
	pattern := newBitPattern(w.text)
	var out []fit
	for _, p := range f.windowsOf(w, pattern, errorsIn(n)) {
		p = f.clip(p)
		places := pattern.trace(w.text, f.letters.text[p.from:p.to])
		if g, ok := f.align(w, places, p.from, first, last); ok {
			if n > longWording {
				g = f.extend(w, g, first, last)
			}
			out = append(out, g.fit)
		}
	}
	slices.SortStableFunc(out, func(a, b fit) int {
		return cmp.Or(-cmp.Compare(a.agreed, b.agreed), cmp.Compare(a.from, b.from))
	})
	return out
}

func (f *finder) clip(p span) span {
	return span{max(0, p.from), max(0, min(len(f.letters.text), p.to))}
}

// windowsOf gives where a wording may stand with at most so many errors: a short
// one where it does, a long one where the most of its pieces do.
func (f *finder) windowsOf(w *wanted, pattern *bitPattern, errors int) []span {
	n := len(w.text)
	if n > longWording {
		return f.windows(w)
	}
	var out []span
	for _, h := range f.search(pattern, errors, mostFits) {
		out = append(out, span{h.to - n - errors, h.to})
	}
	return out
}

func (f *finder) search(p *bitPattern, errors, most int) []hit {
	if f.effort != nil {
		f.effort.Add(int64(len(f.letters.text) * p.blocks))
	}
	return p.search(f.letters.text, errors, most)
}

func (f *finder) windows(w *wanted) []span {
	n := len(w.text)
	count := min(mostPieces, max(2, n/pieceBytes))
	type group struct{ from, to, weight int }
	var votes []group
	for i := range count {
		from := w.wordBy((n - pieceBytes) * i / max(1, count-1))
		piece := w.text[from:min(n, from+pieceBytes)]
		for _, h := range f.search(newBitPattern(piece), errorsIn(len(piece)), mostWindows) {
			at := h.to - len(piece) - from
			votes = append(votes, group{at, at, pieceBytes - h.errors})
		}
	}
	slices.SortFunc(votes, func(a, b group) int { return cmp.Compare(a.from, b.from) })
	slack := n/4 + 60
	var groups []group
	for _, v := range votes {
		if k := len(groups) - 1; k >= 0 && v.from-groups[k].to <= slack && v.from-groups[k].from <= n {
			groups[k].to = v.from
			groups[k].weight += v.weight
		} else {
			groups = append(groups, v)
		}
	}
	slices.SortStableFunc(groups, func(a, b group) int { return -cmp.Compare(a.weight, b.weight) })
	var out []span
	for _, g := range groups[:min(len(groups), mostWindows)] {
		out = append(out, span{g.from - slack, g.to + n + slack})
	}
	return out
}

// aligned is a fit that knows which words of the wording are there: [first, last).
type aligned struct {
	fit
	first, last int
}

// align reads from the places of a wording's letters, counted from base, where
// its words [first, last) stand.
func (f *finder) align(w *wanted, places []int32, base, first, last int) (aligned, bool) {
	words := w.words[first:last]
	agreed := make([]float64, len(words))
	out := aligned{}
	for i, word := range words {
		agreed[i] = agreement(places[word.from:word.to]) * word.bits
		out.total += word.bits
	}
	a, b := bestRun(agreed, words)
	if a >= b {
		return out, false
	}
	for i := range words {
		if i < a || i >= b || agreed[i] < hardly*words[i].bits {
			out.absent += words[i].bits
		}
	}
	for i := a; i < b; i++ {
		out.agreed += agreed[i]
		out.run += words[i].bits
		if agreed[i] < hardly*words[i].bits && replaced(places, words[i].span) {
			out.other += words[i].bits
		}
	}
	from, to := -1, -1
	for i := words[a].from; i < words[b-1].to; i++ {
		if places[i] < 0 {
			continue
		}
		// Letters that are missing at the ends are of the words that begin and end it.
		at := base + int(places[i])
		if from < 0 {
			from = at - (i - words[a].from)
			if f.letters.start(at) {
				from = at
			}
		}
		to = at + words[b-1].to - i
		if f.letters.start(at + 1) {
			to = at + 1
		}
	}
	out.first, out.last = first+a, first+b
	out.span = f.snap(f.clip(span{from, to}))
	return out, out.from < out.to
}

// extend looks for the words that an alignment left out at either end: before
// and after something that was put in.
func (f *finder) extend(w *wanted, g aligned, first, last int) aligned {
	for range 4 {
		more := false
		if h, ok := f.rest(w, first, g.first, func(n int) span { return span{g.from - n, g.from} }); ok {
			g.absent += h.absent - width(w, first, g.first)
			g.from, g.first, more = h.from, h.first, true
			g.agreed, g.run, g.other = g.agreed+h.agreed, g.run+h.run, g.other+h.other
		}
		if h, ok := f.rest(w, g.last, last, func(n int) span { return span{g.to, g.to + n} }); ok {
			g.absent += h.absent - width(w, g.last, last)
			g.to, g.last, more = h.to, h.last, true
			g.agreed, g.run, g.other = g.agreed+h.agreed, g.run+h.run, g.other+h.other
		}
		if !more {
			break
		}
	}
	return g
}

// width gives the bits of the words [first, last).
func width(w *wanted, first, last int) (bits float64) {
	for _, word := range w.words[first:last] {
		bits += word.bits
	}
	return bits
}

// rest aligns the words [first, last) of a wording in a window of so many
// letters.
func (f *finder) rest(w *wanted, first, last int, window func(n int) span) (aligned, bool) {
	if first >= last {
		return aligned{}, false
	}
	part := w.words[first:last]
	from, to := part[0].from, part[len(part)-1].to
	p := f.clip(window(to - from + len(w.text)/2 + 200))
	if p.from >= p.to {
		return aligned{}, false
	}
	text := w.text[from:to]
	places := make([]int32, len(w.text))
	for i := range places {
		places[i] = -1
	}
	copy(places[from:], newBitPattern(text).trace(text, f.letters.text[p.from:p.to]))
	g, ok := f.align(w, places, p.from, first, last)
	return g, ok && g.agreed >= 10 && g.dense() >= 0.8
}

// hardly is the agreement of a word below which it is another.
const hardly = 0.44

// agreement says how much of a word is there, 0 to 1.
func agreement(places []int32) float64 {
	same, more := 0, 0
	last := -1 // the letter before that is there
	for i, p := range places {
		if p < 0 {
			continue
		}
		same++
		if last >= 0 && int(p-places[last]) > i-last {
			more++
		}
		last = i
	}
	a := float64(same-more) / float64(len(places))
	return max(0, (a-0.4)/0.6)
}

// replaced says that where a word of the wording should be something else
// stands, at least half as long.
func replaced(places []int32, word span) bool {
	before, after := word.from-1, word.to
	for before >= 0 && places[before] < 0 {
		before--
	}
	for after < len(places) && places[after] < 0 {
		after++
	}
	if before < 0 || after >= len(places) {
		return true
	}
	return int(places[after]-places[before])-1 >= (word.to-word.from)/2
}

// bestRun gives the run of words [first, last) with the most bits that agree,
// less those that don't.
func bestRun(agreed []float64, words []wantedWord) (first, last int) {
	best, sum, from := 0.0, 0.0, 0
	for i := range agreed {
		if sum < 0 {
			sum, from = 0, i
		}
		sum += 2*agreed[i] - words[i].bits
		if sum > best {
			best, first, last = sum, from, i+1
		}
	}
	return first, last
}

// snap moves a stretch's ends to the bounds of words. It stays within a word
// that two were run together to.
func (f *finder) snap(p span) span {
	l := f.letters
	if p.from >= p.to {
		return p
	}
	back, on := l.lastStart(p.from), l.nextStart(p.from)
	switch {
	case f.known(span{back, p.from}):
	case p.from-back <= max(3, on-p.from):
		p.from = back
	default:
		p.from = on
	}
	back, on = l.lastStart(p.to), l.nextStart(p.to)
	switch {
	case f.known(span{p.to, on}):
	case on-p.to <= max(3, p.to-back):
		p.to = on
	default:
		p.to = back
	}
	return p
}

// known says that some letters are a word of the text.
func (f *finder) known(p span) bool {
	n := p.to - p.from
	return 1 < n && n < longestWord && f.tally.count(f.letters.text[p.from:p.to]) > 0
}

// longestWord is how many letters a word that was run together with another may
// have.
const longestWord = 20
