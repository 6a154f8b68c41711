package question

import (
	"strings"
	"unicode"
)

// keepsOrder says that options must be printed as written: true and false,
// numbers, dates and places in the text, which readers look for in order, and
// options that speak of one another by their place.
func keepsOrder(options []Option) bool {
	if len(options) == 0 {
		return true
	}
	ordered, numbers := true, 0
	for i, o := range options {
		s := strings.ToLower(words(o.Text))
		last := i == len(options)-1 && aboveAll(s) && (!ofTwo(s) || len(options) == 3)
		if pointsAtOthers(s) && !last {
			return true
		}
		ordered = ordered && (yesNo(s) || startsWithFigure(s))
		if startsWithFigure(s) {
			numbers++
		}
	}
	return ordered && (numbers == 0 || numbers == len(options))
}

// pinLast holds an "all of the above" at the end.
func pinLast(options []Option) {
	if n := len(options); n > 0 && aboveAll(strings.ToLower(words(options[n-1].Text))) {
		options[n-1].Pinned = true
	}
}

func yesNo(s string) bool {
	switch strings.TrimRight(s, ".!,") {
	case "true", "false", "yes", "no", "agree", "disagree":
		return true
	}
	return false
}

// aboveAll says that an option is about all those before it, wherever they
// come to stand: "all of the above", "none of these", "all three", "neither".
func aboveAll(s string) bool {
	f := strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && c != '’' })
	if len(f) == 0 || len(f) > 5 {
		return false
	}
	switch f[0] {
	case "all", "none", "neither", "both", "any", "either":
	default:
		return false
	}
	for _, w := range f[1:] {
		switch w {
		case "of", "the", "above", "these", "those", "them", "options", "answers", "other", "others",
			"two", "three", "four", "five", "preceding", "is", "are", "right", "correct", "true":
		default:
			return false
		}
	}
	return len(f) > 1 || f[0] == "neither" || f[0] == "both"
}

// ofTwo says that an option of aboveAll's kind is about two others.
func ofTwo(s string) bool {
	return strings.HasPrefix(s, "both") || strings.HasPrefix(s, "neither") || strings.HasPrefix(s, "either") || strings.Contains(s, " two")
}

// pointsAtOthers says that an option names others by letter, number or place:
// "A and B", "both the first and the second", "I and III only".
func pointsAtOthers(s string) bool {
	f := strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	if strings.Contains(s, " above") && aboveAll(s) {
		return true
	}
	names, others := 0, 0
	for _, w := range f {
		switch w {
		case "a", "b", "c", "d", "e", "i", "ii", "iii", "iv", "v", "first", "second", "third", "last", "1", "2", "3", "4":
			names++
		case "and", "or", "only", "both", "neither", "nor", "but", "not", "the", "option", "options", "answer", "answers", "of", "one", "ones":
		default:
			others++
		}
	}
	return names > 1 && others == 0 && len(f) > 2 || names == 1 && others == 0 && strings.HasSuffix(s, " only")
}

// startsWithFigure says that a text is a number, a date or a place in the
// text, perhaps with a word or two of what is counted.
func startsWithFigure(s string) bool {
	f := strings.Fields(s)
	if len(f) == 0 || len(f) > 5 {
		return false
	}
	figures, plain := 0, 0
	for _, w := range f {
		switch {
		case strings.ContainsFunc(w, unicode.IsDigit):
			figures++
		case isMonth(clean(w)) || isCount(clean(w)):
			figures++
		case w == "¶" || place(clean(w)) || joins(w):
		default:
			plain++
		}
	}
	first := clean(f[0])
	leads := strings.ContainsFunc(f[0], unicode.IsDigit) || isMonth(first) || isCount(first) || place(first) || f[0] == "¶"
	return leads && figures > 0 && plain <= 2
}

func isMonth(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

func isCount(w string) bool {
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"none", "once", "twice", "never", "zero":
		return true
	}
	return false
}

func place(w string) bool {
	switch w {
	case "line", "lines", "paragraph", "paragraphs", "page", "pages", "chapter", "about", "around", "in":
		return true
	}
	return false
}

func joins(w string) bool {
	switch strings.Trim(w, ",") {
	case "and", "to", "or", "per", "cent", "percent", "million", "billion", "thousand", "hundred", "–", "—", "-":
		return true
	}
	return false
}
