package reader

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// SeveralTexts is the error of a file that holds several texts, when nothing
// says which is meant. Texts are their titles, in the file's order; the first
// has the number 1.
type SeveralTexts struct {
	Name  string
	Texts []string
	Asked string // what was asked for and none, or more than one, of them is
	Alike bool   // more than one
}

func (e *SeveralTexts) Error() string {
	if e.Alike && e.Asked != "" {
		return fmt.Sprintf("%s holds %d texts, and %q names more than one of them", e.Name, len(e.Texts), e.Asked)
	}
	if e.Asked != "" {
		return fmt.Sprintf("%s holds %d texts, and %q doesn't name one of them", e.Name, len(e.Texts), e.Asked)
	}
	return fmt.Sprintf("%s holds %d texts", e.Name, len(e.Texts))
}

// choose says which of a file's texts is meant, as an index: the one that was
// asked for by its number or by words of its title or its author's name, else
// the one whose title the lesson gives. A *SeveralTexts if that is not one.
func choose(name string, titles, authors []string, h Hints) (int, error) {
	if len(titles) == 1 && h.Text == "" {
		return 0, nil
	}
	asked := strings.TrimSpace(h.Text)
	if n, err := strconv.Atoi(asked); err == nil && 1 <= n && n <= len(titles) {
		return n - 1, nil
	}
	wanted := asked
	if asked == "" {
		wanted = h.Title
	}
	isIt := func(t, w string) bool { return t == w }
	words := func(t, w string) bool { return asked != "" && strings.Contains(" "+t+" ", " "+w+" ") }
	letters := func(t, w string) bool { return asked != "" && strings.Contains(t, w) }
	for _, by := range []struct {
		names []string
		alike func(name, wanted string) bool
	}{{titles, isIt}, {titles, words}, {authors, words}, {titles, letters}, {authors, letters}} {
		found := -1
		for i, t := range by.names {
			if w := plainWords(wanted); w != "" && by.alike(plainWords(t), w) {
				if found >= 0 {
					return 0, &SeveralTexts{Name: name, Texts: titles, Asked: asked, Alike: true}
				}
				found = i
			}
		}
		if found >= 0 {
			return found, nil
		}
	}
	return 0, &SeveralTexts{Name: name, Texts: titles, Asked: asked}
}

// plainWords gives a line's letters and figures in lower case, a space between
// two words: titles are typed with all kinds of marks and capitals.
func plainWords(s string) string {
	apart := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) }
	s = strings.NewReplacer("’", "", "'", "").Replace(strings.ToLower(s))
	return strings.Join(strings.FieldsFunc(s, apart), " ")
}
