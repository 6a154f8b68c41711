package check

import "strings"

// closing says that an option is about all others: "all" of them or "none".
// How many options there are decides whether "both" means all.
func closing(p *prose, options int) string {
	words := strings.Fields(p.plain())
	if len(words) == 0 || len(words) > 7 || p.words[0].quoted {
		return ""
	}
	first := words[0]
	for _, w := range words[1:] {
		switch w {
		case "of", "the", "above", "these", "those", "them", "this", "options", "option", "answers", "answer", "other", "others", "choices", "statements",
			"two", "three", "four", "five", "preceding", "previous", "is", "are", "right", "correct", "true", "one", "apply", "applies", "listed", "given", "named", "mentioned", "said",
			"shown", "stated", "supported", "proved", "proven", "known", "possible", "fit", "fits", "happened", "was", "were":
		default:
			return ""
		}
	}
	about := len(words) > 1
	switch first {
	case "all", "each", "everything", "any":
		if about {
			return "all"
		}
	case "both":
		if options == 3 {
			return "all"
		}
	case "every":
		if about && words[1] == "one" {
			return "all"
		}
	case "none", "nothing", "no":
		if about || first == "none" {
			return "none"
		}
	case "neither":
		return "none"
	}
	return ""
}

// pointsAtOthers says that an option is made of others by their letters,
// numbers or places: "A and B", "I and III only", "both the first and the second".
func pointsAtOthers(p *prose, options int) bool {
	names, only, joined := 0, false, false
	words := strings.Fields(p.plain())
	for _, w := range words {
		switch w {
		case "a", "b", "c", "d", "e", "i", "ii", "iii", "iv", "v", "first", "second", "third", "fourth", "last", "former", "latter", "1", "2", "3", "4":
			names++
		case "only":
			only = true
		case "and", "or", "both", "neither", "nor", "but":
			joined = true
		case "not", "the", "of", "one", "ones", "option", "options", "answer", "answers", "statement", "statements", "choice", "choices",
			"are", "is", "correct", "right", "true", "above", "these":
		default:
			return false
		}
	}
	switch {
	case names > 1:
		return joined || only
	case names == 1:
		return only && len(words) > 1
	}
	return len(words) > 0 && words[0] == "both" && options > 3
}
