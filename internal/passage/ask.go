package passage

import "cmp"

// asked is a selector made ready.
type asked struct {
	start, end    *wanted // end is nil where start is the whole
	before, after *wanted
	length        int                // characters, 0 if unknown
	resembles     func(span) float64 // how much a stretch is like the passage, 0 to 1; nil if unknown
}

func (a *asked) last() *wanted { return cmp.Or(a.end, a.start) }

// ask makes a selector ready. What has no letters is as if it were not there.
func (f *finder) ask(s Selector) *asked {
	a := &asked{
		start:  f.want(s.Start),
		before: f.want(s.Before).tail(mostContextLetters), after: f.want(s.After).head(mostContextLetters),
		length: s.Length,
	}
	if end := f.want(s.End); len(end.text) > 0 {
		a.end = end
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
