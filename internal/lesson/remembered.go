package lesson

import (
	"fmt"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
	"quire/internal/typography"
)

// remembered is what the lock file knows of an essay that is not at hand.
type remembered struct {
	lock     *Lock       // nil if there is none
	typed    string      // the lesson, as the author types it
	about    source.Span // where to report that neither essay nor lock is there
	asked    bool
	findings *diag.List
}

// has says whether there is a lock to ask, and reports once if there is none.
func (m *remembered) has() bool {
	if m.lock == nil && !m.asked {
		m.findings.Error("lock", m.about, "the essay is not at hand, and no lock file remembers where its passages stand",
			fmt.Sprintf("Bring the essay with --essay FILE, or put it into the lesson's folder as essay.txt; quire lock %s --essay FILE writes the lock file.", m.typed))
	}
	m.asked = true
	return m.lock != nil
}

func (m *remembered) unknown(code string, at source.Span, s diag.Severity, message string) {
	m.findings.Add(diag.Finding{
		Code: code, Severity: s, At: at, Message: message,
		Hint: fmt.Sprintf("Run quire lock %s --essay FILE with the essay's file, or build with --essay FILE.", m.typed),
	})
}

func (m *remembered) passage(d *declared) (found, bool) {
	if !m.has() {
		return found{}, false
	}
	s := d.selector
	if n := len(m.lock.Paragraphs); s.FirstParagraph > 0 {
		last := max(s.FirstParagraph, s.LastParagraph)
		if last > n {
			m.findings.Error("S3", s.At, fmt.Sprintf("the essay has no ¶%d, which the passage “%s” names", last, d.id), fmt.Sprintf("Its paragraphs are ¶1 to ¶%d.", n))
			return found{}, false
		}
		return found{place: document.Place{FirstParagraph: s.FirstParagraph, LastParagraph: last}, selector: s}, true
	}
	p, ok := m.lock.Passages[d.id]
	switch {
	case !ok:
		m.unknown("S3", s.At, diag.Error, fmt.Sprintf("the lock file does not know the passage “%s”", d.id))
	case p.Selector != sumSelector(s):
		ok = false
		m.unknown("S3", s.At, diag.Error, fmt.Sprintf("the passage “%s” has changed since the lock file was written", d.id))
	}
	return found{place: p.place(), selector: s}, ok
}

func (m *remembered) quote(q quotation, at source.Span) (document.Place, string, bool) {
	if !m.has() {
		return document.Place{}, "", false
	}
	words, _ := typography.Set(q.words)
	for _, passage := range []string{q.passage, ""} {
		if l, ok := m.lock.Quotations[sumQuotation(q.words, passage)]; ok {
			return l.place(), words, true
		}
	}
	m.unknown("S2", at, diag.Error, fmt.Sprintf("the lock file does not know the quotation “%s”", shorten(q.words)))
	return document.Place{}, "", false
}

func (m *remembered) places(quotation) []document.Place { return nil }

func (m *remembered) word(word string) []document.Place {
	if !m.has() {
		return nil
	}
	var places []document.Place
	for _, q := range m.lock.Vocabulary[sumWord(word)] {
		places = append(places, q.place())
	}
	return places
}

func (m *remembered) noWord(word string, at source.Span, s diag.Severity) {
	if m.lock != nil {
		m.unknown("word", at, s, fmt.Sprintf("the lock file does not know the word “%s”", shorten(word)))
	}
}

func (m *remembered) paragraphs() []Paragraph {
	if m.lock == nil {
		return nil
	}
	var all []Paragraph
	for i, p := range m.lock.Paragraphs {
		all = append(all, Paragraph{Number: i + 1, Opens: p.Opens})
	}
	return all
}
