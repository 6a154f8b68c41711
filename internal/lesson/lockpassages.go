package lesson

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/passage"
)

// State says what became of a passage in another copy of the essay.
type State uint8

const (
	PassageSame    State = iota // it has the author's words
	PassageChanged              // it was found, and its words differ
	PassageLost                 // it was not found, or what was found is something else
)

// PassageCopy is a passage that the lock file remembers, as it is in the copy
// at hand. Place is zero if it is lost; Alike is about the share of its 3-grams
// of words that it has in common with the author's, 0 to 1.
type PassageCopy struct {
	ID    string
	State State
	Place document.Place
	Alike float64
}

// moved gives a passage that is named by the numbers of whole paragraphs the
// numbers that these have in the copy at hand, where it has the author's words
// for the first and the last of them.
func (r *resolver) moved(d declared) declared {
	s := d.selector
	first, ok := r.lesson.Copy.here[s.FirstParagraph]
	last, ok2 := r.lesson.Copy.here[max(s.FirstParagraph, s.LastParagraph)]
	if ok && ok2 && s.FirstParagraph > 0 && first.first <= last.last {
		d.selector.FirstParagraph, d.selector.LastParagraph = first.first, last.last
	}
	return d
}

// A passage was taken from somewhere else if the copy's is so long, in
// characters, and has nothing of the author's. Numbers of paragraphs say less
// than words do, so that what they name must be alike.
const (
	telling       = 80
	alikeByNumber = 0.5
)

// comparePassage says what became of a passage that was looked for in the copy
// at hand; ok if it was found. Nil if the lock does not know it, or knew it by
// another selector.
func (r *resolver) comparePassage(d *declared, f found, ok bool) *PassageCopy {
	a, isHere := r.witness.(*atHand)
	if !isHere || !r.lesson.Copy.Compared {
		return nil
	}
	p, known := r.draft.Lock.Passages[d.id]
	if !known || p.Selector != sumSelector(d.selector) {
		return nil
	}
	if !ok {
		return &PassageCopy{ID: d.id, State: PassageLost}
	}
	if sumPassage(a.essay.Words(f.rng)) == p.Sum {
		return &PassageCopy{ID: d.id, State: PassageSame, Place: f.place, Alike: 1}
	}
	alike := passage.Resemblance(p.Fingerprint, a.met.index.Fingerprint(f.rng))
	if alike == 0 && p.Length >= telling || alike < alikeByNumber && d.selector.FirstParagraph > 0 {
		a.findings.Add(otherPassage(d, f))
		return &PassageCopy{ID: d.id, State: PassageLost}
	}
	return &PassageCopy{ID: d.id, State: PassageChanged, Place: f.place, Alike: alike}
}

func otherPassage(d *declared, f found) diag.Finding {
	where := f.place.WithoutLines().Words(false)
	message := fmt.Sprintf("the words that the passage “%s” begins and ends with stand in %s, but what is between them isn't the author's", d.id, where)
	hint := "Bring a copy of the essay that is whole, or print the lesson without this passage."
	if d.selector.FirstParagraph > 0 {
		message = fmt.Sprintf("the passage “%s” is %s, which has other words in this copy than in the author's", d.id, where)
		hint = "Name it by its first and last words: “first words … last words”."
	}
	return diag.Finding{Code: "S3", Severity: diag.Error, At: d.selector.At, Message: message, Hint: hint}
}

// hardlyChanged is how alike a passage is that differs in a few words.
const hardlyChanged = 0.7

// Summary says in a line what became of the passages: "16 of 18 passages are
// the same as the author's; 1 is changed in a few words (“turn”, ¶6); 1 is
// not in this copy (“coda”)". Empty if there is nothing to compare.
func (c Copy) Summary() string {
	if !c.Compared || c.Other {
		return ""
	}
	var same int
	var hardly, changed, lost []string
	for _, p := range c.Passages {
		switch p.State {
		case PassageSame:
			same++
		case PassageChanged:
			s := fmt.Sprintf("“%s”, %s", p.ID, p.Place.WithoutLines().Words(false))
			if p.Alike >= hardlyChanged {
				hardly = append(hardly, s)
			} else {
				changed = append(changed, s)
			}
		case PassageLost:
			lost = append(lost, "“"+p.ID+"”")
		}
	}
	all := len(c.Passages)
	switch {
	case all == 0 && c.Same:
		return "every paragraph has the author's words"
	case all == 0:
		return ""
	case c.Same && same == all:
		return "every paragraph has the author's words, and so have all passages"
	case same == all && all == 1:
		return "the passage is the same as the author's"
	case same == all:
		return fmt.Sprintf("all %d passages are the same as the author's", all)
	}
	s := []string{fmt.Sprintf("%d of %d passages %s the same as the author's", same, all, isOrAre(same))}
	if n := len(changed); n > 0 {
		s = append(s, fmt.Sprintf("%d %s changed (%s)", n, isOrAre(n), named(changed, "; ")))
	}
	if n := len(hardly); n > 0 {
		s = append(s, fmt.Sprintf("%d %s changed in a few words (%s)", n, isOrAre(n), named(hardly, "; ")))
	}
	if n := len(lost); n > 0 {
		s = append(s, fmt.Sprintf("%d %s not in this copy (%s)", n, isOrAre(n), named(lost, ", ")))
	}
	return strings.Join(s, "; ")
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// named joins names, the first few of them.
func named(names []string, between string) string {
	if n := len(names) - mostNamed; n > 0 {
		names = append(names[:mostNamed:mostNamed], fmt.Sprintf("%d more", n))
	}
	return strings.Join(names, between)
}
