package reader

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A marker opens an item of a list.
type marker struct {
	sign   string // the bullet, or what stands after the number
	number int    // of a numbered item, from 1
	size   int    // bytes up to the item's words
}

// markerOf reads the marker at the start of a line, the zero marker if there is
// none.
func markerOf(s string) marker {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("-*+•‣◦▪●○·–", r) && size < len(s) && (s[size] == ' ' || s[size] == '\t') {
		rest := strings.TrimLeft(s[size:], " \t")
		if rest == "" || strings.HasPrefix(rest, string(r)) {
			return marker{} // * * *
		}
		return marker{sign: string(r), size: len(s) - len(rest)}
	}
	i := 0
	open := strings.HasPrefix(s, "(")
	if open {
		i++
	}
	start := i
	number := 0
	for i < len(s) && isFigure(s[i]) && i-start < 3 {
		i++
	}
	if i > start {
		number, _ = strconv.Atoi(s[start:i])
	} else if i < len(s) && 'a' <= s[i] && s[i] <= 'z' {
		number = int(s[i]-'a') + 1
		i++
	}
	if number == 0 || i+1 >= len(s) || s[i] != ')' && (s[i] != '.' || open || !isFigure(s[i-1])) || s[i+1] != ' ' && s[i+1] != '\t' {
		return marker{}
	}
	sign := s[i : i+1]
	if open {
		sign = "()"
	}
	if !isFigure(s[i-1]) {
		sign += "a"
	}
	return marker{sign: sign, number: number, size: i + 1 + indentBytes(s[i+1:])}
}

func indentBytes(s string) int { return len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) }

// follows says that an item comes next after another of the same list.
func (m marker) follows(before marker) bool {
	return m.sign != "" && m.sign == before.sign && (m.number == before.number+1 || m.number == 0)
}

// splitItems parts lines that are items of one list, nil if they are none. A
// single item may be one of a list with blank lines between; classify decides.
func splitItems(run []textLine) []textBlock {
	last := markerOf(run[0].String())
	if last.sign == "" {
		return nil
	}
	out := []textBlock{{lines: run[:1:1], item: last}}
	for _, l := range run[1:] {
		if m := markerOf(l.String()); m.follows(last) && l.indent <= run[0].indent+8 {
			out = append(out, textBlock{item: m})
			last = m
		}
		b := &out[len(out)-1]
		b.lines = append(b.lines, l)
	}
	return out
}

// splitNotes parts lines that are notes, [1] and so on, nil if they are none.
func splitNotes(run []textLine) []textBlock {
	var out []textBlock
	last := 0
	for _, l := range run {
		label, _, strict := noteLabelAt(l.String())
		n, err := strconv.Atoi(label)
		switch {
		case strict && err == nil && (n == last+1 || len(out) == 0):
			out = append(out, textBlock{})
			last = n
		case len(out) == 0:
			return nil
		}
		b := &out[len(out)-1]
		b.lines = append(b.lines, l)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// longestItem is how many characters an item of a list has at most, about 100
// words; what is longer is a numbered paragraph.
const longestItem = 600
