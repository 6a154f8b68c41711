package check

import (
	"slices"
	"strings"
)

// function says that an English word carries no meaning of its own.
func function(w string) bool {
	switch w {
	case "a", "an", "the", "this", "that", "these", "those", "some", "any", "each", "both", "such", "same", "other", "another",
		"i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my", "your", "his", "its", "our", "their", "one", "ones",
		"himself", "herself", "itself", "themselves", "who", "whom", "whose", "which", "what", "where", "when", "why", "how",
		"is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "done", "has", "have", "had", "having",
		"will", "would", "shall", "should", "can", "could", "may", "might", "must",
		"of", "to", "in", "on", "at", "by", "for", "from", "with", "about", "as", "into", "out", "up", "down", "off", "over", "under",
		"and", "or", "but", "if", "than", "then", "so", "because", "while", "though", "although", "there", "here", "not", "no",
		"too", "very", "more", "most", "just", "also", "only", "it's", "that's", "again", "between", "through", "during", "after", "before":
		return true
	}
	return false
}

// absolutes leave no exception. Those that are more than a word come last.
func absolutes() []string {
	return []string{"always", "never", "all", "none", "every", "only", "must", "impossible", "completely", "entirely",
		"nobody", "nothing", "everyone", "everybody", "everything", "invariably", "absolutely", "totally", "solely", "wholly", "no one", "without exception"}
}

// notAbsolute are phrases in which an absolute word isn't one.
func notAbsolute() []string {
	return []string{"not all", "not always", "not every", "not everyone", "not everybody", "not everything", "not only", "not completely",
		"not entirely", "not impossible", "not the only", "at all", "after all", "first of all", "above all", "all right", "all but", "almost all", "nearly all",
		"all of the above", "none of the above", "all over", "in all", "nothing but", "the only", "its only", "his only", "her only", "their only"}
}

// vague are words for how often, or how sure, that a careful writer puts into
// the right answer.
func vague() []string {
	return []string{"usually", "often", "sometimes", "generally", "frequently", "typically", "seldom", "rarely", "occasionally",
		"normally", "mostly", "may", "might", "probably", "perhaps", "possibly", "tends to", "tend to", "in general", "for the most part"}
}

// negatives turn a sentence round.
func negative(w string) bool {
	switch w {
	case "not", "never", "no", "none", "neither", "nor", "nobody", "nothing", "cannot", "without":
		return true
	}
	return strings.HasSuffix(w, "n't")
}

// auxiliary verbs open a question that can be answered with yes or no.
func auxiliary(w string) bool {
	switch w {
	case "is", "are", "was", "were", "am", "do", "does", "did", "can", "could", "should", "would", "will", "shall",
		"has", "have", "had", "may", "might", "must":
		return true
	}
	return strings.HasSuffix(w, "n't")
}

func questionWord(w string) bool {
	return slices.Contains([]string{"who", "whom", "whose", "which", "what", "where", "when", "why", "how"}, w)
}

// imperative says that a word, as the first of a sentence, tells somebody to do
// something.
func imperative(w string) bool {
	return slices.Contains([]string{"name", "explain", "choose", "pick", "mark", "select", "find", "give", "write", "describe", "identify",
		"decide", "say", "state", "tell", "list", "complete", "finish", "put", "match", "compare", "judge", "read", "reread", "look", "copy",
		"quote", "circle", "underline", "use", "rank", "order", "number", "summarize", "define", "show", "suppose", "imagine", "consider", "tick", "check", "fill"}, w)
}

// pronoun says that a word can be the subject of a clause by itself.
func pronoun(w string) bool {
	return slices.Contains([]string{"he", "she", "it", "they", "we", "i", "you", "this", "that", "there"}, w)
}

// vowelSound says that "an" goes before a word: by its sound, not its letter.
func vowelSound(word string) bool {
	w := lower(word)
	if shouted(word) || strings.Contains(word, ".") || len(word) == 1 { // spelled out: an FBI agent, a U.S. senator
		return strings.ContainsRune("aefhilmnorsx8", rune(w[0]))
	}
	for _, silent := range [...]string{"hour", "honest", "honor", "honour", "heir"} {
		if strings.HasPrefix(w, silent) {
			return true
		}
	}
	for _, consonant := range [...]string{"eu", "ew", "uni", "use", "usu", "usa", "uti", "ubi", "ura", "one", "once", "ouija"} {
		if strings.HasPrefix(w, consonant) {
			return strings.HasPrefix(w, "unin") || strings.HasPrefix(w, "unim") // uninvited, unimportant
		}
	}
	if strings.HasPrefix(w, "8") || w == "11" || w == "18" {
		return true
	}
	return w != "" && strings.ContainsRune("aeiouáéíóú", []rune(w)[0])
}
