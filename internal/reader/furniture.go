package reader

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// trimFurniture takes from the head and the foot of a file what isn't the
// essay: menu, title, deck, by-line, credit; calls to join and notices. What
// a lesson remembers of the essay decides where it can; else the shape of the
// parts does. Everything taken is listed in e.Left; title and author are kept.
// What may be the essay stays, and is doubted.
func (d *draft) trimFurniture(parts []part, h Hints) []part {
	e := &d.about
	if e.Title == "" && h.Title != "" && holdsTitle(parts, h.Title) {
		e.Title = h.Title
	}
	head := readHead(parts, h, e)
	first := len(head.why)
	last := footStart(parts, first, head.author)
	if f, l, ok := remembered(parts, h.Opens, first); ok {
		d.doubtTail(parts[l:])
		first, last = f, l
	}
	if first >= last { // nothing left: then nothing was furniture
		first, last, head = 0, len(parts), headParts{}
	}
	d.leaveHead(parts[:first], &head)
	var body []part
	for i := first; i < last; i++ {
		p := parts[i]
		w := p.words()
		switch {
		case isSeparator(w):
			d.leave(p, "separator")
			continue
		case p.kind == essay.Paragraph && isInset(w):
			d.leave(p, footKind(w))
			continue
		case i == first && p.kind == essay.Paragraph && isKeptHeading(parts, i) && i+1 < last:
			p.kind = essay.Heading
		case d.typed && p.kind == essay.Paragraph && isHeading(w) && i+1 < last:
			p.kind = essay.Heading
		}
		body = append(body, p)
	}
	for i := last; i < len(parts); i++ {
		why := footKind(parts[i].words())
		if isBio(parts[i].words(), head.author) {
			why = aboutAuthor
		}
		d.leave(parts[i], "after the end: "+why)
	}
	d.doubtEnds(body, head.author)
	return body
}

// leave lists a part as not the essay.
func (d *draft) leave(p part, why string) {
	d.about.Left = append(d.about.Left, essay.Left{Span: p.span(d.text), Why: why})
}

// doubtEnds says of the last paragraph, which stays, that it may not be the
// essay.
func (d *draft) doubtEnds(body []part, author string) {
	if len(body) < 2 {
		return
	}
	last := body[len(body)-1]
	w := last.words()
	switch {
	case last.kind != essay.Paragraph:
	case mayBeBio(w) && !isBio(w, author):
		d.doubts = append(d.doubts, doubt{last.span(d.text), "the last paragraph may be about the author, not of the essay"})
	case footKind(w) != plainFoot:
		d.doubts = append(d.doubts, doubt{last.span(d.text), "the last paragraph may be " + footKind(w) + ", not of the essay"})
	}
}

// doubtTail says that what follows the last paragraph which the lesson
// remembers reads like more of the essay.
func (d *draft) doubtTail(tail []part) {
	long := 0
	for i := range tail {
		if w := tail[i].words(); tail[i].kind == essay.Paragraph && len(strings.Fields(w)) > footWords && footKind(w) == plainFoot {
			long++
		}
	}
	if long > 0 {
		d.doubts = append(d.doubts, doubt{tail[0].span(d.text), fmt.Sprintf("%d paragraphs after the last one that the lesson knows were left out", long)})
	}
}

// holdsTitle says that a part is the title that the lesson gives.
func holdsTitle(parts []part, title string) bool {
	for i := range parts {
		if i < headPieces && sameWords(parts[i].words(), title) {
			return true
		}
	}
	return false
}

// remembered finds the first and the last paragraph by their opening words. A
// copy that lacks one of them, or opens it differently, is placed by the next
// that it has; half of all must be there. A heading right before them opens the
// essay, unless it is in the head, which begins the file and ends there.
func remembered(parts []part, opens []string, head int) (first, last int, ok bool) {
	if len(opens) == 0 {
		return 0, 0, false
	}
	keys := make([]string, len(parts))
	for i := range parts {
		f := strings.Fields(string(parts[i].text[:min(len(parts[i].text), 400)]))
		keys[i] = plainWords(strings.Join(f[:min(len(f), 12)], " "))
	}
	// in order, each after the one before
	var found, which []int
	at := 0
	for k, o := range opens {
		o = plainWords(o)
		for i := at; i < len(parts) && o != ""; i++ {
			if strings.HasPrefix(keys[i]+" ", o+" ") {
				found, which = append(found, i), append(which, k)
				at = i + 1
				break
			}
		}
	}
	if len(found)*2 < len(opens) || len(found) == 0 {
		return 0, 0, false
	}
	first, last = found[0], found[len(found)-1]+1
	for k := which[0]; k > 0 && first > 0 && isText(&parts[first-1]); k-- {
		first--
	}
	for k := which[len(which)-1] + 1; k < len(opens) && last < len(parts) && isText(&parts[last]); k++ {
		last++
	}
	for first > head && parts[first-1].kind == essay.Heading && parts[first-1].level > 1 {
		first--
	}
	return first, last, true
}

// isText says that a part may be the essay's: no short line, no notice.
func isText(p *part) bool {
	w := p.words()
	return p.kind != essay.Paragraph || !isShortLine(w) && !isCredit(w) && footKind(w) == plainFoot
}

const (
	headPieces = 60 // how far a head may reach
	deckWords  = 50 // the longest deck
	shortWords = 16 // the longest title or menu line
	footPieces = 40 // how far a foot may reach back
	footWords  = 30 // the longest paragraph of a foot
	bioWords   = 90 // the longest note on an author
)

// isShortLine says that a line may be a title or a menu: short, and no
// sentence.
func isShortLine(w string) bool {
	return len(strings.Fields(w)) <= shortWords && !endsSentence(w) || isMenu(w)
}

// isMenu says that a line is a row of short entries with signs between them:
// "Share | Print | Newsletter", "Home · News · About".
func isMenu(w string) bool {
	for _, sign := range []string{" | ", " · ", " • ", " > ", " » ", " › "} {
		entries := strings.Split(w, sign)
		if len(entries) < 3 {
			continue
		}
		long := 0 // one entry may be: a notice, a newspaper's name
		for _, e := range entries {
			if len(strings.Fields(e)) > 5 {
				long++
			}
		}
		return long <= 1 && len(strings.Fields(w)) <= footWords
	}
	return false
}

// isHeading says that a line within an essay is a heading: very short, opening
// with a capital or a figure, and not ending as sentences and clauses do.
func isHeading(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if len(strings.Fields(w)) > 10 || !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(w)
	return !endsSentence(w) && !strings.ContainsRune(",;:—–-", end)
}

func endsSentence(w string) bool {
	w = strings.TrimRight(w, "\"'”’)]*_")
	return strings.HasSuffix(w, ".") || strings.HasSuffix(w, "!") || strings.HasSuffix(w, "?") || strings.HasSuffix(w, "…")
}

func isSeparator(w string) bool {
	return w != "" && strings.Trim(w, "*-_–—•·~#⁂=+o ❦❧§◊◆■□†‡.") == "" && strings.Trim(w, "o. ") != ""
}
