package lesson

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"quire/internal/diag"
	"quire/internal/essay"
	"quire/internal/passage"
)

// kinship is what there is to say, without the author's text, on whether an
// essay is the one that a lock remembers.
type kinship struct {
	begin  int     // of the author's paragraphs, those that begin as one of the essay's does
	opened float64 // share of the author's paragraphs whose first words stand in the essay, anywhere: it may part them otherwise
	held   float64 // share of the passages' 3-grams that stand in it, as far as fingerprints tell
}

// An essay is another one if it holds less than both shares. Measured on five
// essays in some fifty damaged copies each, and on eight others: of the right
// essay at least 0.23 of the 3-grams were held, in the worst scan, of a wrong
// one at most 0.07; of the openings a wrong one had up to 0.22.
const (
	heldOfAnother   = 0.15
	openedOfAnother = 0.35
)

// hasLock says that there is a lock to compare an essay with; one that is
// damaged was reported, and tells nothing.
func (d *Draft) hasLock() bool { return d.Lock != nil && len(d.parsed.lock) == 0 }

// isOther says that the essay at hand is not the one of the lesson, and reports
// it: once, instead of each passage that isn't there.
func (d *Draft) isOther(a *atHand, findings *diag.List) bool {
	if !d.hasLock() {
		return false
	}
	k := kin(d.Lock, a.essay, a.met.index)
	if k.held >= heldOfAnother || k.opened >= openedOfAnother || len(d.Lock.Paragraphs) == 0 {
		return false
	}
	of := "the essay of the lesson"
	if t := d.Meta.Essay.Title; t != "" {
		of += ", “" + t + "”"
	}
	verb := "begin"
	if k.begin == 1 {
		verb = "begins"
	}
	begin := "its paragraph doesn't begin as one of the lesson's does"
	switch n := a.essay.Paragraphs(); {
	case k.begin > 0:
		begin = fmt.Sprintf("of the lesson's %d paragraphs only %d %s as one of these does", len(d.Lock.Paragraphs), k.begin, verb)
	case n > 1:
		begin = fmt.Sprintf("none of its %d paragraphs begins as one of the lesson's does", n)
	}
	hint := fmt.Sprintf("Bring another file with --essay FILE, or run quire lock %s if the lesson is yours and this is its new essay.", d.parsed.typed)
	if t := a.essay.Title; t != "" && !sameTitle(t, d.Meta.Essay.Title) {
		hint = fmt.Sprintf("It calls itself “%s”. ", shorten(t)) + hint
	}
	findings.Error("copy", placeInCopy(a.essay, nil), fmt.Sprintf("this doesn't look like %s: %s", of, begin), hint)
	return true
}

// kin compares an essay with a lock.
func kin(lock *Lock, e *essay.Essay, x *passage.Index) kinship {
	var k kinship
	first := map[string]bool{}
	for _, p := range lock.Paragraphs {
		first[openingKey(p.Opens)] = true
	}
	found := map[string]bool{} // openings of the lock's that stand in the essay
	begun := map[string]bool{} // and those that stand at a paragraph's beginning
	for _, b := range e.Blocks {
		if b.Number == 0 {
			continue
		}
		if key := openingKey(opening(b.Text)); first[key] {
			begun[key], found[key] = true, true
		}
		words := keyWords(b.Text)
		for i := 0; i+openingWords <= len(words); i++ {
			if key := strings.Join(words[i:i+openingWords], " "); first[key] {
				found[key] = true
			}
		}
	}
	n := 0
	for _, p := range lock.Paragraphs {
		key := openingKey(p.Opens)
		if found[key] {
			n++
		}
		if begun[key] {
			k.begin++
		}
	}
	k.opened = float64(n) / float64(max(len(lock.Paragraphs), 1))
	var prints []string
	for _, id := range slices.Sorted(maps.Keys(lock.Passages)) {
		prints = append(prints, lock.Passages[id].Fingerprint)
	}
	for _, held := range x.Held(prints) {
		k.held += held / float64(len(prints))
	}
	return k
}

// openingKey makes alike openings that differ in capitals and punctuation
// alone, as where a page sets the first words otherwise.
func openingKey(opens string) string { return strings.Join(keyWords(opens), " ") }

func keyWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}
