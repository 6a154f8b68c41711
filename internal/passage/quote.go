package passage

import (
	"slices"
	"strings"
	"unicode/utf8"

	"quire/internal/essay"
)

// Quote finds a quotation, word for word: quotation marks, dashes and spaces
// are alike, " ... " or " … " omits (within 60 words), [brackets] stand for
// anything short. Own gives the essay's own characters for what was quoted,
// with the omissions and brackets as the author set them. A quotation that
// occurs more than once is found within the prompt's passage first (within, if
// not nil), then at its first place in the essay; that is no Miss.
//
// Brackets between words stand for up to four words or for none, brackets at a
// word for some letters of it: [T]he is the or The, arrest[ed] is arrests. The
// comma or full stop at the quotation's end need not be in the essay, but a
// place where it is goes first. Own keeps it: American usage sets these two
// marks inside the quotation marks, the source's or not, and no reader takes
// them for the source's; any other mark must be the essay's. Lines of verse may
// be parted by " / ", and Own has them so.
func (x *Index) Quote(words string, within *essay.Range) (r essay.Range, own string, miss *Miss) {
	q, levels, best, miss := x.best(words, within)
	if miss != nil {
		return r, "", miss
	}
	last := levels[len(levels)-1]
	return x.stream.rangeOf(x.whole(q, last[best[0]])), x.own(q, levels, best[0]), nil
}

// QuotePlaces gives all places of a quotation among which nothing decides,
// most at most, the one that Quote gives first.
func (x *Index) QuotePlaces(words string, within *essay.Range, most int) []essay.Range {
	q, levels, best, miss := x.best(words, within)
	if miss != nil {
		return nil
	}
	var all []essay.Range
	for _, i := range best[:min(len(best), most)] {
		all = append(all, x.stream.rangeOf(x.whole(q, levels[len(levels)-1][i])))
	}
	return all
}

// best finds a quotation and says which matches of its last chunk are the best,
// in the order of the essay.
func (x *Index) best(words string, within *essay.Range) (q *quotation, levels [][]match, best []int, miss *Miss) {
	if len(words) > mostBytes {
		return nil, nil, nil, &Miss{Why: Missing, Words: house(words)}
	}
	q = parseQuotation(words)
	if !q.hasWords() || len(q.chunks) > mostChunks {
		return nil, nil, nil, &Miss{Why: Missing, Words: house(words)}
	}
	levels, miss = x.reach(q)
	if miss != nil {
		return nil, nil, nil, miss
	}
	last := levels[len(levels)-1]
	var inside *span
	if within != nil {
		p := x.stream.spanOf(*within)
		inside = &p
	}
	rank := 0
	for i, m := range last {
		// Within the passage counts for more than the stop at the end.
		n := 1
		if x.final(q, m) != "" {
			n++
		}
		if inside != nil && m.from >= inside.from && m.to <= inside.to {
			n += 2
		}
		if n > rank {
			best, rank = nil, n
		}
		if n == rank {
			best = append(best, i)
		}
	}
	return q, levels, best, nil
}

// How long a quotation may be, and how many stretches it may have.
const (
	mostBytes  = 1 << 14
	mostChunks = 16
)

// quotation is a quotation as its author wrote it: chunks that are the
// essay's, and what stands between, before and after them. There is a gap
// before each chunk and one after the last.
type quotation struct {
	chunks []chunk
	gaps   []gap
	final  string // "." or "," at the very end
}

// hasWords says that there is a word of the essay in the quotation.
func (q *quotation) hasWords() bool {
	return slices.ContainsFunc(q.chunks, func(c chunk) bool { return hasWords(c.folded) })
}

// chunk is words of the essay, as its author wrote them and folded.
type chunk struct{ words, folded string }

// gap is what an author put between two chunks. It may stand for so many words
// of the essay, whole or begun.
type gap struct {
	raw         string // as it is printed, spaces and all
	words       int
	left, right bool   // it touches the word before, after
	letter      string // the one letter that it puts for another
}

// The most words that an omission and a bracket stand for, and the most bytes
// of a word that a bracket touching it stands for.
const (
	omittedWords = 60
	bracketWords = 4
	bracketBytes = 24
)

func parseQuotation(words string) *quotation {
	s := strings.Join(strings.Fields(house(words)), " ")
	q := &quotation{gaps: []gap{{}}}
	for s != "" {
		at, raw, g := nextGap(s)
		q.chunk(s[:at])
		if raw == 0 {
			break
		}
		q.gap(s, at, raw, g)
		s = s[at+raw:]
	}
	if n := len(q.chunks); n == len(q.gaps) { // no gap after the last chunk
		q.gaps = append(q.gaps, gap{})
	}
	q.stop()
	return q
}

// chunk adds words of the essay; spaces at their ends are the gap's.
func (q *quotation) chunk(s string) {
	g := &q.gaps[len(q.gaps)-1]
	words := strings.TrimSpace(s)
	lead := len(s) - len(strings.TrimLeft(s, " "))
	if words == "" {
		g.raw += s
		return
	}
	if len(q.chunks) > 0 || g.raw != "" {
		g.raw += s[:lead]
	}
	q.chunks = append(q.chunks, chunk{words, fold(words)})
}

// gap adds what stands at byte at of s, n bytes long.
func (q *quotation) gap(s string, at, n int, g gap) {
	if len(q.chunks) == len(q.gaps) {
		q.gaps = append(q.gaps, gap{})
		trimmed := strings.TrimRight(s[:at], " ")
		g.raw = s[len(trimmed):at]
		r, _ := utf8.DecodeLastRuneInString(s[:at])
		g.left = g.left && wordy(r)
	} else {
		g.left = false // nothing of the essay stands before it
	}
	next, _ := utf8.DecodeRuneInString(s[at+n:])
	g.right = g.right && wordy(next) && at+n < len(s)
	if g.left || g.right {
		g.words = 0
		if !g.left {
			g.words = 1 // the word that it begins
		}
	}
	if !g.right || g.left {
		g.letter = ""
	}
	old := &q.gaps[len(q.gaps)-1]
	if old.raw != "" { // [two] [gaps] in a row are one
		g.words += old.words
		g.left = old.left
	}
	g.raw = old.raw + g.raw + s[at:at+n]
	*old = g
}

// nextGap finds the next omission or bracket in s: where it stands, how long
// it is, 0 if there is none, and what it may stand for.
func nextGap(s string) (at, n int, g gap) {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '[':
			j := strings.IndexAny(s[i+1:], "[]")
			if j < 0 || s[i+1+j] == '[' {
				if j < 0 {
					j = len(s)
				}
				i += min(j, len(s)-i-1)
				continue
			}
			inner := s[i+1 : i+1+j]
			if strings.Trim(inner, "…. ") == "" && inner != "" {
				return i, j + 2, gap{words: omittedWords}
			}
			g = gap{words: bracketWords, left: true, right: true}
			if utf8.RuneCountInString(inner) == 1 && hasWords(inner) {
				g.letter = inner
			}
			return i, j + 2, g
		case strings.HasPrefix(s[i:], "…") && (i == 0 || s[i-1] == ' '):
			j := i + len("…")
			for j < len(s) && s[j] == '.' {
				j++
			}
			if j == len(s) || s[j] == ' ' {
				return i, j - i, gap{words: omittedWords}
			}
		}
	}
	return len(s), 0, gap{}
}

// stop takes the comma or full stop from the end of the last chunk.
func (q *quotation) stop() {
	if len(q.chunks) == 0 || q.gaps[len(q.gaps)-1].raw != "" {
		return
	}
	last := &q.chunks[len(q.chunks)-1].folded
	for _, stop := range []string{".", ","} {
		if rest, ok := strings.CutSuffix(*last, stop); ok && hasWords(rest) {
			*last, q.final = rest, stop
			return
		}
	}
}
