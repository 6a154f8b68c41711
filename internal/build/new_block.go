package build

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/essay"
	"quire/internal/question"
)

// passageBlock writes a passage as it stands under "# Passages": a heading with
// its id, and an attribute if it needs one (before="words"), and the selector
// as a block quotation.
func passageBlock(title, id, attribute, selector string) string {
	if attribute != "" {
		attribute = " " + attribute
	}
	return fmt.Sprintf("## %s {#%s%s}\n\n> %s\n", plainMarkdown(title), id, attribute, plainMarkdown(selector))
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// withoutBullet gives a range without a bullet before its words: at the start
// of a line it would be an error, a list's that is no Markdown.
func withoutBullet(e *essay.Essay, r essay.Range) essay.Range {
	text := e.Blocks[r.Start.Block].Text[r.Start.Offset:]
	rest := strings.TrimLeftFunc(text, func(r rune) bool {
		return r == '•' || r == '·' || r == ' ' || unicode.In(r, unicode.So, unicode.Co)
	})
	if moved := (essay.Pos{Block: r.Start.Block, Offset: r.Start.Offset + len(text) - len(rest)}); moved.Before(r.End) {
		r.Start = moved
	}
	return r
}

// plainMarkdown escapes words such that Quire's Markdown reads nothing in them.
// They are one line.
func plainMarkdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>{}~&|", r),
			i == 0 && strings.ContainsRune("#+-=", r),
			(r == '.' || r == ')') && i > 0 && strings.Trim(s[:i], "0123456789") == "":
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// titleOf makes a passage's title of its first words, within a sentence.
func titleOf(words string) string {
	const most = 5
	w := strings.Fields(words)
	n := 0
	for n < min(most, len(w)) {
		n++
		if n > 1 && strings.ContainsAny(w[n-1][len(w[n-1])-1:], ".?!") {
			break
		}
	}
	title := strings.Join(w[:n], " ")
	title = strings.TrimFunc(title, func(r rune) bool { return !wordy(r) })
	if r, n := utf8.DecodeRuneInString(title); n > 0 {
		title = string(unicode.ToUpper(r)) + title[n:]
	}
	const letters = 60
	if r := []rune(title); len(r) > letters {
		title = string(r[:letters])
	}
	if title == "" {
		return "Passage"
	}
	return title
}

// idOf makes a passage's id of its title: its first words that say something,
// where they are in Latin letters, else the one given.
func idOf(title, otherwise string) string {
	var words []string
	for _, w := range strings.Split(question.Slug(title), "-") {
		if !empty[w] && len(words) < 3 {
			words = append(words, w)
		}
	}
	id := strings.Join(words, "-")
	for i := 0; i < len(id); i++ {
		if c := id[i]; c >= utf8.RuneSelf || i == 0 && (c < 'a' || c > 'z') {
			return otherwise
		}
	}
	if id == "" {
		return otherwise
	}
	return id
}

// empty are English words that name nothing.
var empty = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "to": true, "in": true, "on": true, "at": true, "by": true, "for": true,
	"and": true, "or": true, "but": true, "if": true, "so": true, "as": true, "is": true, "are": true, "was": true, "were": true,
	"it": true, "its": true, "this": true, "that": true, "these": true, "those": true, "there": true, "with": true, "from": true,
	"be": true, "been": true, "had": true, "has": true, "have": true, "i": true, "we": true, "he": true, "she": true, "they": true, "not": true, "no": true,
}

// freeID gives an id that isn't taken, and takes it.
func freeID(id string, taken map[string]bool) string {
	free := id
	for n := 2; taken[free]; n++ {
		free = fmt.Sprintf("%s-%d", id, n)
	}
	taken[free] = true
	return free
}
