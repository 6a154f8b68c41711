package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
)

// trimFurniture takes from the head and the foot of a file what isn't the
// essay: menu, title, deck, by-line, credit; calls to join and notices. What
// a lesson remembers of the essay decides where it can; else the shape of the
// parts does. Everything taken is listed in e.Left; title and author are kept.
func (d *draft) trimFurniture(parts []part, h Hints) []part {
	e := &d.about
	first, last, ok := remembered(parts, h.Opens)
	if !ok {
		first, last = headEnd(parts), footStart(parts)
	}
	if first >= last { // nothing left: then nothing was furniture
		first, last = 0, len(parts)
	}
	nameHead(e, parts[:first], h)
	var body []part
	for i := first; i < last; i++ {
		p := parts[i]
		switch {
		case isSeparator(p.words()):
			e.Left = append(e.Left, essay.Left{Span: p.span(e.Text), Why: "separator"})
			continue
		case d.typed && p.kind == essay.Paragraph && isHeading(p.words()) && i+1 < last:
			p.kind = essay.Heading
		}
		body = append(body, p)
	}
	for _, p := range parts[last:] {
		e.Left = append(e.Left, essay.Left{Span: p.span(e.Text), Why: "after the end: " + footKind(p.words())})
	}
	return body
}

// remembered finds the first and the last paragraph by their opening words.
func remembered(parts []part, opens []string) (first, last int, ok bool) {
	if len(opens) == 0 {
		return 0, 0, false
	}
	first, last = -1, -1
	for i, p := range parts {
		text := p.block().Text
		if first < 0 && opensWith(text, opens[0]) {
			first = i
		}
		if opensWith(text, opens[len(opens)-1]) {
			last = i + 1
		}
	}
	return first, last, first >= 0 && last > first
}

func opensWith(text, words string) bool {
	have, want := strings.Fields(text), strings.Fields(words)
	if len(want) == 0 || len(have) < len(want) {
		return false
	}
	return strings.EqualFold(strings.Join(have[:len(want)], " "), words)
}

// headEnd finds where the essay begins: after the short lines at the start of
// the file, and after a deck if a credit or by-line follows it.
func headEnd(parts []part) int {
	end := 0
	for i := 0; i < len(parts) && i < headPieces; i++ {
		w := parts[i].words()
		switch {
		case parts[i].kind == essay.Heading && parts[i].level == 1:
			end = i + 1
		case parts[i].kind != essay.Paragraph:
			return end
		case isCredit(w) || isShortLine(w):
			end = i + 1
		case i+1 < len(parts) && len(strings.Fields(w)) <= deckWords && isCredit(parts[i+1].words()):
			// a deck
		default:
			return end
		}
	}
	return end
}

const (
	headPieces = 12 // how far a head may reach
	deckWords  = 50 // the longest deck
	shortWords = 16 // the longest title or menu line
	footPieces = 12 // how far a foot may reach back
	footWords  = 30 // the longest paragraph of a foot
)

// nameHead lists a head's parts, and takes title and author from them: the
// title is what the lesson says it is, else the last short line before the
// by-line, credit or deck.
func nameHead(e *essay.Essay, head []part, h Hints) {
	title := -1
	for i, p := range head {
		w := p.words()
		if h.Title != "" && strings.EqualFold(p.block().Text, h.Title) {
			title = i
			break
		}
		if p.kind == essay.Heading {
			title = i
			break
		}
		if isCredit(w) || !isShortLine(w) || isMenu(w) {
			if title >= 0 {
				break
			}
			continue
		}
		title = i
	}
	for i, p := range head {
		w := p.words()
		why := "menu"
		switch {
		case i == title:
			why = "title"
			if e.Title == "" {
				e.Title = p.block().Text
			}
		case isByline(w):
			why = "by-line"
			if e.Author == "" {
				e.Author = strings.TrimSpace(w[len("by "):])
			}
		case isCredit(w):
			why = "credit"
		case !isShortLine(w):
			why = "deck"
		case isMenu(w):
		case title >= 0 && i > title:
			why = "line under the title"
		}
		e.Left = append(e.Left, essay.Left{Span: p.span(e.Text), Why: why})
	}
}

func isByline(w string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(w), "by ")
	return ok && len(strings.Fields(rest)) <= 8 && !endsSentence(w)
}

// isCredit says that a line names who wrote, took or printed something, or
// when: a by-line, a picture credit, a date, a reading time.
func isCredit(w string) bool {
	if isByline(w) {
		return true
	}
	if len(strings.Fields(w)) > shortWords || endsSentence(w) {
		return false
	}
	lower := strings.ToLower(w)
	for _, s := range []string{"credit:", "credit ", "photo", "image:", "image ", "illustration", "published", "updated", "posted", "written by", "translated by", "from "} {
		if strings.HasPrefix(lower, s) {
			return true
		}
	}
	return strings.HasSuffix(lower, "min read") || isDate(lower)
}

func isDate(lower string) bool {
	for _, m := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if strings.HasPrefix(lower, m+" ") || strings.Contains(lower, " "+m+" ") {
			return strings.ContainsAny(lower, "0123456789")
		}
	}
	return len(lower) == 4 && strings.Trim(lower, "0123456789") == ""
}

// isShortLine says that a line may be a title or a menu: short, and no
// sentence.
func isShortLine(w string) bool {
	return len(strings.Fields(w)) <= shortWords && !endsSentence(w) || isMenu(w)
}

// isMenu says that a line is a row of short entries with signs between them:
// "Share | Print | Newsletter", "Home · News · About".
func isMenu(w string) bool {
	for _, sign := range []string{" | ", " · ", " • ", " > ", " » "} {
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
	return w != "" && strings.Trim(w, "*-_–—•·~#⁂ ") == ""
}

// footStart finds where the essay ends: at the first of the closing short
// parts that asks the reader to do something, or states rights.
func footStart(parts []part) int {
	end := len(parts)
	for i := len(parts) - 1; i > 0 && i >= len(parts)-footPieces; i-- {
		w := parts[i].words()
		if len(strings.Fields(w)) > footWords {
			break
		}
		if footKind(w) != plainFoot {
			end = i
		}
	}
	return end
}

const plainFoot = "not the essay"

// footKind says what a piece after an essay's end is. Some words give a foot
// away wherever they stand; others only where they open a line of a few words.
func footKind(w string) string {
	if isMenu(w) {
		return "a menu"
	}
	lower := strings.ToLower(w)
	few := len(strings.Fields(w)) <= 6
	for _, k := range []struct {
		why           string
		inside, opens []string
	}{
		{"a call to join", []string{"become a member", "subscribe to", "our newsletter", "sign up for"},
			[]string{"subscribe", "newsletter", "sign up", "join here", "join us", "donate", "support our", "follow us"}},
		{"rights and terms", []string{"all rights reserved", "privacy policy", "terms of use", "terms of service"},
			[]string{"©", "copyright"}},
		{"links", nil, []string{"read more", "read next", "related", "share this", "leave a comment", "comments", "advertisement", "most popular"}},
	} {
		for _, m := range k.inside {
			if strings.Contains(lower, m) {
				return k.why
			}
		}
		for _, m := range k.opens {
			if few && strings.HasPrefix(lower, m) {
				return k.why
			}
		}
	}
	return plainFoot
}
