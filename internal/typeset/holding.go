package typeset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// holds says whether the space between two stretches of text holds them
// together: a sign or short word and the number after it ("¶ 3", "p. 4",
// "line 34"), a number and its unit ("5 mm", "$4 million"), initials and titles
// and the name after them. The words are English; the rest holds everywhere.
func holds(before, after string) bool {
	word := before[max(0, len(before)-longestHeld):]
	if i := strings.LastIndexFunc(word, func(r rune) bool { return isSpace(r) || r == utf8.RuneError }); i >= 0 {
		_, n := utf8.DecodeRuneInString(word[i:])
		word = word[i+n:]
	}
	word = strings.TrimLeft(word, "(“‘[")
	next := after[:min(len(after), longestHeld)]
	if i := strings.IndexFunc(next, isSpace); i >= 0 {
		next = next[:i]
	}
	if word == "" || next == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next)
	last, _ := utf8.DecodeLastRuneInString(word)
	switch {
	case unicode.IsDigit(first):
		return slices.Contains(beforeNumbers, strings.ToLower(word))
	case unicode.IsDigit(last):
		return slices.Contains(units, strings.TrimRight(next, ".,;:?!)”’—–"))
	case unicode.IsUpper(first):
		return isInitial(word) || slices.Contains(titles, word)
	}
	return false
}

// longestHeld is the number of bytes that are looked at on either side.
const longestHeld = 16

// isInitial says whether a word is one capital and a full stop.
func isInitial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && word[n:] == "."
}

var beforeNumbers = []string{
	"¶", "¶¶", "§", "§§", "#", "p.", "pp.", "l.", "ll.", "no.", "nos.", "vol.", "ch.", "fig.", "art.", "sec.", "ca.", "c.",
	"line", "lines", "page", "pages", "paragraph", "paragraphs", "question", "questions", "chapter", "part", "note",
}

var units = []string{
	"%", "‰", "°", "°C", "°F", "mm", "cm", "m", "km", "g", "kg", "mg", "l", "ml", "ft", "lb", "oz", "mi", "mph", "km/h",
	"percent", "thousand", "million", "billion", "trillion", "dollars", "a.m", "p.m", "BC", "AD", "BCE", "CE",
}

var titles = []string{
	"Mr.", "Mrs.", "Ms.", "Mx.", "Dr.", "Prof.", "St.", "Sen.", "Rep.", "Gov.", "Gen.", "Rev.", "Capt.", "Lt.", "Col.", "Sgt.", "Hon.",
}
