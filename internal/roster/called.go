package roster

import (
	"fmt"
	"strings"
	"unicode"
)

// Called gives for each student what they may be called where room is scarce, the
// longest first: the label (see Labels); the first name with as much of the last
// one as tells it from others' (Anna B., Anna Be.); a double first name with its
// second part short; the first name alone. What two students might both be called
// is left out, so that none of these can be taken for another's.
func (c *Class) Called() [][]string {
	labels := c.Labels()
	begun := map[string]int{} // how many students have a first name and a last one that begins so
	for _, s := range c.Students {
		first, last := s.parts()
		for n, b := 1, ""; b != last; n++ {
			b = beginning(last, n)
			begun[nameKey(first+" "+b)]++
		}
	}
	all := make([][]string, len(c.Students))
	whose := map[string]int{} // how many students may be called so
	for i, s := range c.Students {
		all[i] = s.called(labels[i], begun)
		for j, n := range all[i] {
			if !containsKey(all[i][:j], n) {
				whose[nameKey(n)]++
			}
		}
	}
	for i, names := range all {
		kept := names[:1]
		for _, n := range names[1:] {
			if whose[nameKey(n)] == 1 && len([]rune(n)) < len([]rune(kept[len(kept)-1])) {
				kept = append(kept, n)
			}
		}
		all[i] = kept
	}
	return all
}

func containsKey(names []string, name string) bool {
	for _, n := range names {
		if nameKey(n) == nameKey(name) {
			return true
		}
	}
	return false
}

// called lists what a student may be called, others aside.
func (s Student) called(label string, begun map[string]int) []string {
	first, last := s.parts()
	if first == "" {
		return []string{label}
	}
	number := strings.TrimPrefix(label, s.Name) // of those who share a name
	short := ""
	if last != "" {
		short = " " + abbreviated(first, last, begun)
	}
	out := []string{label, first + short + number}
	if double, rest, ok := strings.Cut(first, "-"); ok && double != "" && rest != "" {
		out = append(out, fmt.Sprintf("%s-%s.%s%s", double, beginning(rest, 1), short, number))
	}
	return append(out, first+number)
}

// parts gives a student's first name and last name, without what goes before that
// (von, de la). Neither is known of a name in one word, or of one that is written
// without spaces.
func (s Student) parts() (first, last string) {
	given, family, comma := strings.Cut(s.Name, ",")
	switch {
	case comma:
		given, family = family, given
	case s.last != "" && strings.HasSuffix(s.Name, " "+s.last):
		given, family = strings.TrimSuffix(s.Name, s.last), s.last
	default:
		given, family = s.Name, ""
		if i := strings.LastIndexByte(s.Name, ' '); i >= 0 {
			given, family = s.Name[:i], s.Name[i+1:]
		}
	}
	words := strings.Fields(given)
	if len(words) == 0 {
		return "", ""
	}
	for _, w := range strings.Fields(family) {
		last = w
		if strings.IndexFunc(w, unicode.IsLower) != 0 { // von, de
			break
		}
	}
	if article, name, ok := strings.Cut(last, "-"); ok && len(article) == 2 && name != "" && nameKey(article) == article { // al-Rashid
		last = name
	}
	return words[0], last
}

// abbreviated is the shortest beginning of a last name that nobody else of that
// first name has, with a full stop; the whole of it if there is none.
func abbreviated(first, last string, begun map[string]int) string {
	for n := 1; ; n++ {
		switch b := beginning(last, n); {
		case b == last:
			return last
		case begun[nameKey(first+" "+b)] <= 1:
			return b + "."
		}
	}
}

// beginning gives the first n letters of a word, each with its marks.
func beginning(word string, n int) string {
	for i, c := range word {
		if unicode.In(c, unicode.M) || c == zwj || c == zwnj {
			continue
		}
		if n == 0 {
			return word[:i]
		}
		n--
	}
	return word
}
