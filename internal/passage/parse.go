package passage

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"quire/internal/source"
	"quire/internal/typography"
)

// Parse reads a selector as a lesson writes it: `first words … last words`,
// words alone, or ¶6, p6, p6-8.
//
// An ellipsis parts the first words from the last. One with spaces on both
// sides does so before any that touches a word (“well… then” may be the
// essay's own); without such, the first between words does. If the essay has
// the very words with the ellipsis, Find takes them as they stand. An ellipsis
// at either end is left away, and so are quotation marks round the whole.
func Parse(words string, at source.Span) (Selector, error) {
	s, _ := typography.Set(words)
	s = strings.NewReplacer("\n", " ", "[…]", "…").Replace(s)
	s = unquote(strings.TrimSpace(s))
	sel := Selector{At: at}
	if first, last, ok := paragraphs(s); ok {
		switch {
		case first < 1:
			return sel, errors.New("paragraphs are counted from 1")
		case last < first:
			return sel, errors.New("the last paragraph comes before the first")
		}
		sel.FirstParagraph, sel.LastParagraph = first, last
		return sel, nil
	}
	s = trimEllipses(s)
	if len(wordsOf(fold(s))) == 0 {
		return sel, errors.New("the selector has no words")
	}
	i, n := parting(s)
	if n == 0 {
		sel.Start = s
		return sel, nil
	}
	sel.Start, sel.End = strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+n:])
	if _, again := spacedEllipsis(sel.End); again > 0 {
		return sel, errors.New("the selector has more than one “…”: one stands between its first and its last words")
	}
	return sel, nil
}

// unquote takes quotation marks away that stand round the whole of s, which is
// in house typography.
func unquote(s string) string {
	for _, m := range [][2]string{{"“", "”"}, {"‘", "’"}} {
		inner, ok := strings.CutPrefix(s, m[0])
		if !ok {
			continue
		}
		if inner, ok = strings.CutSuffix(inner, m[1]); ok && wraps(inner, m[0], m[1]) {
			return strings.TrimSpace(inner)
		}
	}
	return s
}

// wraps says that quotations within inner are closed, so that the marks round
// it belong together. Apostrophes within words close nothing.
func wraps(inner, open, shut string) bool {
	depth := 0
	for i := 0; i < len(inner); {
		switch {
		case strings.HasPrefix(inner[i:], open):
			depth++
			i += len(open)
		case strings.HasPrefix(inner[i:], shut):
			next, _ := utf8.DecodeRuneInString(inner[i+len(shut):])
			if shut != "’" || !wordy(next) {
				depth--
			}
			i += len(shut)
		default:
			i++
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}

// paragraphs reads ¶6, ¶¶6–8, p6, pp. 6-8.
func paragraphs(s string) (first, last int, ok bool) {
	rest, ok := pilcrow(s)
	if !ok {
		return 0, 0, false
	}
	first, rest, ok = number(rest)
	if !ok || rest == "" {
		return first, first, ok
	}
	rest = strings.TrimLeft(rest, " ")
	for _, dash := range []string{"-", "–", "—"} {
		if after, found := strings.CutPrefix(rest, dash); found {
			after = strings.TrimLeft(after, " ")
			if again, found := pilcrow(after); found {
				after = again
			}
			last, after, ok = number(after)
			return first, last, ok && after == ""
		}
	}
	return 0, 0, false
}

func pilcrow(s string) (rest string, ok bool) {
	for _, p := range []string{"¶¶", "¶", "pp.", "pp", "p.", "p", "P"} {
		if rest, ok = strings.CutPrefix(s, p); ok {
			return strings.TrimLeft(rest, " "), true
		}
	}
	return s, false
}

// number reads a number of up to nine digits.
func number(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < 9 && digit(s[i]) {
		i++
	}
	n, err := strconv.Atoi(s[:i])
	return n, s[i:], err == nil
}

// trimEllipses takes ellipses and spaces from both ends, but not from a word
// that one touches at the end.
func trimEllipses(s string) string {
	for {
		t := strings.TrimPrefix(s, "…")
		if strings.HasSuffix(t, " …") {
			t = strings.TrimSuffix(t, "…")
		}
		if t = strings.TrimSpace(t); t == s {
			return s
		}
		s = t
	}
}

// parting gives the place and length of the ellipsis that parts a selector.
func parting(s string) (at, n int) {
	if at, n = spacedEllipsis(s); n > 0 {
		return at, n
	}
	first := strings.IndexFunc(s, wordy)
	last := strings.LastIndexFunc(s, wordy)
	if i := strings.Index(s[first:last], "…"); i >= 0 {
		return first + i, len("…")
	}
	return 0, 0
}

// spacedEllipsis finds the first ellipsis with spaces on both sides; a full
// stop may touch it.
func spacedEllipsis(s string) (at, n int) {
	for i := 0; ; {
		j := strings.Index(s[i:], " …")
		if j < 0 {
			return 0, 0
		}
		at = i + j + 1
		i = at + len("…")
		for i < len(s) && s[i] == '.' {
			i++
		}
		if strings.HasPrefix(s[i:], " ") {
			return at, i - at
		}
	}
}
