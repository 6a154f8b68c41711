package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/source"
)

// span is the place from one word of a prose to another, both included.
func (p *prose) span(from, to int) source.Span {
	a, b := p.words[from].at, p.words[to].at
	if a.IsZero() || b.IsZero() || a.Text != b.Text || b.End < a.Start {
		return a
	}
	return a.To(b)
}

// all is the place of all words.
func (p *prose) all() source.Span {
	if len(p.words) == 0 {
		return source.Span{}
	}
	return p.span(0, len(p.words)-1)
}

// sentences gives the words of each sentence as a prose of its own, whose tail
// is what ends it.
func (p *prose) sentences() []*prose {
	var out []*prose
	for i := 0; i < len(p.words); {
		j := i + 1
		for j < len(p.words) && !p.words[j].starts {
			j++
		}
		s := &prose{words: p.words[i:j], tail: p.tail}
		if j < len(p.words) {
			s.tail = p.words[j].before
		}
		out = append(out, s)
		i = j
	}
	return out
}

func (p *prose) asks() bool { return strings.Contains(p.tail, "?") }

// own gives the words that aren't quoted, nor places in the essay.
func (p *prose) own() []word {
	var out []word
	for _, w := range p.words {
		if !w.quoted && !w.ref {
			out = append(out, w)
		}
	}
	return out
}

// at says that the words from i on are those of a phrase in lower case, in one
// block and not quoted.
func (p *prose) at(i int, phrase string) (end int, ok bool) {
	if !strings.HasPrefix(phrase, p.words[i].low) {
		return 0, false // as for nearly all
	}
	for k, want := range strings.Fields(phrase) {
		if i+k >= len(p.words) {
			return 0, false
		}
		w := p.words[i+k]
		if w.low != want || w.quoted || w.block != p.words[i].block {
			return 0, false
		}
		end = i + k
	}
	return end, true
}

// find gives the first of several phrases.
func (p *prose) find(phrases []string) (from, to int, ok bool) {
	for i := range p.words {
		for _, f := range phrases {
			if end, ok := p.at(i, f); ok {
				return i, end, true
			}
		}
	}
	return 0, 0, false
}

func (p *prose) has(phrases ...string) bool {
	_, _, ok := p.find(phrases)
	return ok
}

// plain gives the words in lower case, parted by single spaces.
func (p *prose) plain() string {
	out := make([]string, len(p.words))
	for i, w := range p.words {
		out[i] = w.low
	}
	return strings.Join(out, " ")
}

// pointsIntoText says that a text names a place of the essay or quotes it.
func (p *prose) pointsIntoText() bool {
	if len(p.refs) > 0 || p.marks > 0 {
		return true
	}
	for i, w := range p.words {
		if strings.Contains(w.before, "¶") || w.low == "paragraph" && i+1 < len(p.words) && isNumber(p.words[i+1].low) {
			return true
		}
	}
	return false
}

func isNumber(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// name says that a word is written like a name: with a capital where no
// sentence begins.
func (w word) name() bool { return capital(w.text) && !w.starts && w.low != "i" }

// stem cuts the commonest English endings off a word, so that "argues",
// "argued" and "arguing" are one. It only ever compares words with each other,
// and errs towards keeping them apart.
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	for _, s := range [...]struct{ end, to string }{
		{"ically", "ic"}, {"ations", "at"}, {"ation", "at"}, {"nesses", ""}, {"ness", ""}, {"ingly", ""}, {"edly", ""},
		{"ies", "y"}, {"ied", "y"}, {"sses", "ss"}, {"ing", ""}, {"ed", ""}, {"ly", ""}, {"es", ""}, {"s", ""},
	} {
		base, ok := strings.CutSuffix(w, s.end)
		if !ok || len(base)+len(s.to) < 3 || s.end == "s" && strings.HasSuffix(base, "s") {
			continue
		}
		w = base + s.to
		if n := len(w); n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("lsaeo", rune(w[n-1])) {
			w = w[:n-1] // stopped, stopping
		}
		break
	}
	if n := len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	return w
}

// content gives the stems of the words that carry meaning, each once.
func content(words []word) []string {
	var out []string
	for _, w := range words {
		if w.ref || w.blank || function(w.low) {
			continue
		}
		if s := stem(w.low); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
