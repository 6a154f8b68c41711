package roster

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"quire/internal/source"
)

// joinParts writes a name's parts one after the other: first to last, but family
// name first and unspaced where all are Han or Hangul, as they are written there.
func joinParts(first, middle, last string) string {
	all := first + middle + last
	east := all != ""
	for _, c := range all {
		east = east && unicode.In(c, unicode.Han, unicode.Hangul)
	}
	if east {
		return last + first + middle
	}
	return strings.Join(strings.Fields(first+" "+middle+" "+last), " ")
}

// tidyName gives a name as it prints: in NFC, white space made single spaces,
// what can't be seen dropped, cut where it is too long for any slot on a page.
// What it did is reported; a name without a letter or digit is none.
func tidyName(raw string, row int, at source.Span, r *report) string {
	name, dropped := clean(raw)
	if dropped > 0 {
		r.warn("C4", "dropped", at, fmt.Sprintf("row %d: %s that can't be seen dropped from the name", row, characters(dropped)),
			"Look whether the name prints as it should.")
	}
	switch {
	case !strings.ContainsFunc(name, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }):
		r.error("C4", "letters", at, fmt.Sprintf("row %d has no letter in its name", row), "Write the student's name, or delete the row.")
		return ""
	case strings.HasPrefix(name, "="):
		r.warn("C4", "formula", at, fmt.Sprintf("row %d: the name begins like a formula; it prints as it stands and is never worked out", row),
			"Write the student's name.")
	case strings.ContainsRune(name, utf8.RuneError):
		r.warn("C4", "lost", at, fmt.Sprintf("row %d: a letter of the name was lost when the list was saved", row), "Type the name anew, and save the list as CSV UTF-8.")
	case isGarbled(name):
		r.warn("C4", "garbled", at, fmt.Sprintf("row %d: the name looks as if it had been saved in another encoding than it was read", row),
			"Type the name anew, and save the list as CSV UTF-8.")
	}
	if n := utf8.RuneCountInString(name); n > maxName {
		r.warn("C4", "long", at, fmt.Sprintf("row %d: the name has %d characters; what prints is cut to %d", row, n, maxName), "Write a shorter name.")
		name = cut(name)
	}
	return name
}

// cut ends a name with an ellipsis, after a whole word where one ends late
// enough, and never between a letter and its marks.
func cut(name string) string {
	c := []rune(name)
	end := maxName - 1
	for end > 0 && (unicode.In(c[end], unicode.M) || c[end-1] == zwj || c[end-1] == zwnj) {
		end--
	}
	if end == 0 {
		end = maxName - 1 // nothing but marks
	}
	for i := end; i > end-20 && i > 0; i-- {
		if c[i] == ' ' {
			end = i
			break
		}
	}
	return strings.TrimRight(string(c[:end]), " ") + "…"
}

const zwnj, zwj = '\u200C', '\u200D'

// clean gives a cell's text in NFC with single spaces. Controls, characters that
// turn the direction of writing and others that can't be seen are dropped and
// counted; joiners stay in scripts and emoji that need them. ="007", which
// spreadsheets are given so that zeros survive, is 007.
func clean(s string) (out string, dropped int) {
	if inner, ok := strings.CutPrefix(s, `="`); ok {
		if inner, ok := strings.CutSuffix(inner, `"`); ok && !strings.Contains(inner, `"`) {
			s = inner
		}
	}
	var b strings.Builder
	var last rune
	for _, c := range s {
		switch {
		case unicode.IsSpace(c):
			c = ' '
		case c == zwj || c == zwnj:
			if last <= ' ' || unicode.In(last, unicode.Latin, unicode.Greek, unicode.Cyrillic) {
				dropped++
				continue
			}
		case unicode.In(c, unicode.Cc, unicode.Cf):
			dropped++
			continue
		}
		b.WriteRune(c)
		last = c
	}
	return norm.NFC.String(strings.Join(strings.Fields(b.String()), " ")), dropped
}

// isGarbled finds UTF-8 that was read as Windows-1252 before it was saved, "PeÃ±a": a
// stretch of such characters whose bytes are UTF-8 again.
func isGarbled(s string) bool {
	if !strings.ContainsAny(s, "ÂÃÄÅÆÐÑØÙâãäåæ") {
		return false
	}
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	return err == nil && utf8.Valid(b)
}

// nobodies are rows of learning platforms' exports that are no student's, in
// lower case and sorted: the points of each column, averages, the account that
// a teacher tries things out with.
var nobodies = []string{"class average", "overall average", "points possible", "student, test", "test student"}

// isNobody leaves out a row that is no student's, and reports it.
func isNobody(s Student, r *report) bool {
	if _, is := slices.BinarySearch(nobodies, nameKey(s.Name)); !is {
		return false
	}
	r.warn("C3", "nobody", s.At, fmt.Sprintf("row %d is the learning platform's and no student's; it was left out", s.Row),
		"If it is a student's, write the name in another way.")
	return true
}

// filed is what a name is sorted by: the last name before the whole, without
// capitals and accents, so that Élise stands beside Elena.
func filed(last, name string) string {
	plain := strings.Map(func(c rune) rune {
		if unicode.In(c, unicode.Mn) {
			return -1
		}
		return c
	}, norm.NFD.String(last+" "+name))
	return strings.ToLower(strings.Join(strings.Fields(plain), " "))
}

// nameKey is what two names share that a reader would take for one.
func nameKey(s string) string { return strings.ToLower(s) }

func characters(n int) string {
	if n == 1 {
		return "1 character"
	}
	return fmt.Sprintf("%d characters", n)
}
