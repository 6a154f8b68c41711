package lesson

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lineation"
	"quire/internal/passage"
	"quire/internal/source"
)

// witness says where things stand in the essay: the essay itself, or what the
// lock file remembers of it. What it can't place it reports. Places have their
// lines, whether or not those will be printed.
type witness interface {
	passage(d *declared) (found, bool)
	// quote places a quotation, within the passage of that id first, and gives
	// its words as they are printed.
	quote(q quotation, at source.Span) (document.Place, string, bool)
	// places gives all places among which nothing decides where a quotation
	// stands, no more than placesOfQuotation; none where they aren't known.
	places(q quotation) []document.Place
	// word gives the places of a word, none if it isn't there; no more than
	// placesOfWord.
	word(word string) []document.Place
	// noWord reports that a word has no place.
	noWord(word string, at source.Span, s diag.Severity)
	paragraphs() []Paragraph
}

// placesOfQuotation is the most places of a quotation that are named.
const placesOfQuotation = 5

// placesOfWord is the most places of one word that are told.
const placesOfWord = 20

// found is where a passage stands. Range is zero where the essay is not at hand.
type found struct {
	place    document.Place
	rng      essay.Range
	selector passage.Selector
}

// quotation is the words of a quotation and the passage of the prompt that it
// stands in, "" for none.
type quotation struct{ words, passage string }

// quotationFound is a quotation's place and the essay's own words for it.
type quotationFound struct {
	place document.Place
	own   string
}

// met is what was found in the essay: what a lock file must remember. A
// quotation is there without a passage, by its first place in the essay, and
// with one where it stands elsewhere in that.
type met struct {
	index      *passage.Index
	passages   map[string]found
	quotations map[quotation]document.Place
	words      map[string][]document.Place
}

// atHand is the essay itself.
type atHand struct {
	essay    *essay.Essay
	lines    *lineation.Lines
	met      *met
	quoted   map[quotation]quotationFound
	missed   map[string]*passage.Miss
	lock     *Lock           // what is remembered of the author's copy; nil if nothing
	nearly   map[string]bool // quotations that were said to differ
	noWords  int             // how many words were looked for in vain
	findings *diag.List
}

func newAtHand(e *essay.Essay, findings *diag.List) *atHand {
	return &atHand{
		essay: e, lines: lineation.Of(e), findings: findings,
		met: &met{
			index: passage.NewIndex(e), passages: map[string]found{},
			quotations: map[quotation]document.Place{}, words: map[string][]document.Place{},
		},
		quoted: map[quotation]quotationFound{}, missed: map[string]*passage.Miss{}, nearly: map[string]bool{},
	}
}

// place names a range by paragraphs and lines. What stands in a heading has the
// paragraph that follows it, or else the one before.
func (a *atHand) place(r essay.Range) document.Place {
	var p document.Place
	p.FirstParagraph, p.LastParagraph = a.essay.ParagraphsOf(r)
	p.FirstLine, p.LastLine = a.lines.Range(r)
	for i := r.End.Block; p.FirstParagraph == 0 && i < len(a.essay.Blocks); i++ {
		p.FirstParagraph = a.essay.Blocks[i].Number
	}
	for i := r.Start.Block; p.FirstParagraph == 0 && i >= 0; i-- {
		p.FirstParagraph = a.essay.Blocks[i].Number
	}
	p.LastParagraph = max(p.FirstParagraph, p.LastParagraph)
	return p
}

func (a *atHand) passage(d *declared) (found, bool) {
	s := d.selector
	if a.lock != nil {
		if p, ok := a.lock.Passages[d.id]; ok && p.Selector == sumSelector(s) {
			s.Length, s.Fingerprint = p.Length, p.Fingerprint
		}
	}
	m, miss := a.met.index.Locate(s)
	if miss != nil {
		a.findings.Add(a.missedPassage(d, miss))
		return found{}, false
	}
	f := found{place: a.place(m.Range), rng: m.Range, selector: d.selector}
	if m.Inexact {
		a.findings.Add(a.nearPassage(d, f))
	}
	a.met.passages[d.id] = f
	return f, true
}

func (a *atHand) missedPassage(d *declared, m *passage.Miss) diag.Finding {
	f := diag.Finding{Code: "S3", Severity: diag.Error, At: d.selector.At}
	switch m.Why {
	case passage.Ambiguous:
		f.Message = fmt.Sprintf("“%s” stands in the essay more than once, so the passage “%s” could be any of them", m.Words, d.id)
		f.Hint = a.unique(m.Candidates)
	case passage.Reversed:
		f.Message = fmt.Sprintf("the passage “%s” would end before it begins: “%s” stands only above its first words", d.id, m.Words)
		f.Hint = "Write the words it begins with first. " + a.nearest(m.Candidates)
	case passage.NoParagraph:
		f.Message = fmt.Sprintf("the essay has no %s, which the passage “%s” names", m.Words, d.id)
		f.Hint = fmt.Sprintf("Its paragraphs are ¶1 to ¶%d.", a.essay.Paragraphs())
	default:
		f.Message = fmt.Sprintf("“%s”, of the passage “%s”, is not in the essay", shorten(m.Words), d.id)
		f.Hint = a.nearest(m.Candidates)
		if m.Words == d.selector.Before || m.Words == d.selector.After {
			f.Message = fmt.Sprintf("“%s” does not stand beside the words of the passage “%s”", shorten(m.Words), d.id)
			f.Hint = a.unique(m.Candidates)
		}
		if f.Hint == "" {
			f.Hint = "Copy the words from the essay."
		}
	}
	return f
}

// unique says how to tell candidates apart.
func (a *atHand) unique(candidates []passage.Candidate) string {
	if len(candidates) == 0 {
		return ""
	}
	var ways, places []string
	for _, c := range candidates {
		where := a.excerpt(c)
		places = append(places, where)
		if c.Unique != "" {
			ways = append(ways, fmt.Sprintf("{%s} for %s", c.Unique, where))
		}
	}
	if len(ways) == 0 {
		return "Quote more of it; it stands in " + join(places, " and ") + "."
	}
	return "Add to the heading " + join(ways, ", or ") + "."
}

func (a *atHand) nearest(candidates []passage.Candidate) string {
	if len(candidates) == 0 {
		return ""
	}
	places := make([]string, len(candidates))
	for i, c := range candidates {
		places[i] = a.excerpt(c)
	}
	return "The nearest words are in " + join(places, ", then in ") + "."
}

func (a *atHand) excerpt(c passage.Candidate) string {
	return a.place(c.Range).WithoutLines().Words(false) + " “" + strings.Trim(c.Excerpt, "“”") + "”"
}

func join(s []string, last string) string {
	if n := len(s) - 1; n > 0 {
		return strings.Join(s[:n], ", ") + last + s[n]
	}
	return strings.Join(s, "")
}

func (a *atHand) quote(q quotation, at source.Span) (document.Place, string, bool) {
	if f, ok := a.quoted[q]; ok {
		return f.place, f.own, true
	}
	if m, ok := a.missed[q.words]; ok {
		a.misquoted(q, m, at)
		return document.Place{}, "", false
	}
	if len(a.missed) >= missesLimit {
		return document.Place{}, "", false
	}
	var within *essay.Range
	if f, ok := a.met.passages[q.passage]; ok {
		within = &f.rng
	}
	m, own, miss := a.located(q, within)
	if miss != nil {
		a.missed[q.words] = miss
		a.misquoted(q, miss, at)
		if len(a.missed) == missesLimit {
			a.findings.Error("S2", at, fmt.Sprintf("there are %d misquotations, and the rest were not looked for", missesLimit), "Is this the essay that the lesson is about?")
		}
		return document.Place{}, "", false
	}
	f := quotationFound{place: a.place(m.Range), own: own}
	if m.Inexact && !a.nearly[q.words] {
		a.nearly[q.words] = true
		a.findings.Add(nearQuotation(q, f, at))
	}
	a.quoted[q] = f
	first := f.place
	if q.passage != "" {
		first, _, _ = a.quote(quotation{words: q.words}, at)
	}
	if q.passage == "" || first != f.place {
		a.met.quotations[q] = f.place
	}
	return f.place, f.own, true
}

func (a *atHand) places(q quotation) []document.Place {
	var within *essay.Range
	if f, ok := a.met.passages[q.passage]; ok {
		within = &f.rng
	}
	var all []document.Place
	for _, r := range a.met.index.QuotePlaces(q.words, within, placesOfQuotation) {
		all = append(all, a.place(r))
	}
	return all
}

func (a *atHand) misquoted(q quotation, m *passage.Miss, at source.Span) {
	message := fmt.Sprintf("the essay does not say “%s”", shorten(q.words))
	hint := "Copy the words from the essay, or write them without {{quote}} if they are yours."
	if n := a.nearest(m.Candidates); n != "" {
		hint = n + " Quote it word for word, with “ … ” for what is left out and [brackets] for what is put in."
	}
	a.findings.Error("S2", at, message, hint)
}

// shorten keeps a message readable.
func shorten(s string) string {
	const most = 12
	if w := strings.Fields(s); len(w) > most {
		return strings.Join(w[:most], " ") + " …"
	}
	return s
}

func (a *atHand) word(word string) []document.Place {
	key := strings.ToLower(word)
	if p, ok := a.met.words[key]; ok {
		return p
	}
	var places []document.Place
	for _, r := range a.met.index.Word(word) {
		p := a.place(r)
		if n := len(places); n > 0 && places[n-1] == p {
			continue
		}
		if places = append(places, p); len(places) == placesOfWord {
			break
		}
	}
	if places != nil {
		a.met.words[key] = places
	}
	return places
}

func (a *atHand) noWord(word string, at source.Span, s diag.Severity) {
	hint := "Write it in the form that it has there."
	if n := a.nearestWord(strings.ToLower(word)); n != "" {
		hint = fmt.Sprintf("It has “%s”. %s", n, hint)
	}
	a.findings.Add(diag.Finding{
		Code: "word", Severity: s, At: at,
		Message: fmt.Sprintf("the word “%s” is not in the essay", shorten(word)),
		Hint:    hint,
	})
}

// nearestWord gives the essay's word that may have been meant: the one nearest
// by its letters, else the one with the longest beginning in common, an ending
// apart. It looks for no more than missesLimit words.
func (a *atHand) nearestWord(word string) string {
	if a.noWords++; a.noWords > missesLimit {
		return ""
	}
	all := a.met.index.Words()
	if n := diag.Nearest(word, all); n != "" {
		return n
	}
	best, most := "", max(4, len(word)/2)-1
	for _, w := range all {
		n := 0
		for n < len(w) && n < len(word) && w[n] == word[n] {
			n++
		}
		if n > most && len(w)-n <= 4 {
			best, most = w, n
		}
	}
	return best
}

func (a *atHand) paragraphs() []Paragraph {
	var all []Paragraph
	for _, b := range a.essay.Blocks {
		if b.Number > 0 {
			all = append(all, Paragraph{Number: b.Number, Opens: opening(b.Text)})
		}
	}
	return all
}
