package passage

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pageLines finds what a printed page puts among the lines of a text: page
// numbers and running heads between them, line numbers in the margin. It gives
// their stretches in order.
//
// A running head is a short line that comes back three times, its numbers
// aside, and is seen to be one where it stands: beside a page number or a form
// feed, or within a sentence, which goes on after it without a capital.
func pageLines(s string) []span {
	lines := splitLines(s)
	heads := runningHeads(lines)
	margin := marginNumbers(lines)
	var out []span
	for i := range lines {
		l := &lines[i]
		switch {
		case l.number || heads[l.kind]:
			out = append(out, span{l.from, l.to})
		case margin && l.left.to > 0:
			out = append(out, l.left)
		case margin && l.right.to > 0:
			out = append(out, l.right)
		}
	}
	return out
}

// A line is a line of a raw text, without its end.
type line struct {
	span
	words       string // without spaces at its ends
	kind        string // words with each number as #, if they are few
	number      bool   // nothing but a number
	feed        bool   // it begins a page
	left, right span   // where a number in the margin stands
	margin      int    // that number
}

// longestHead is how many bytes a running head may have.
const longestHead = 100

func splitLines(s string) []line {
	out := make([]line, 0, strings.Count(s, "\n")+1)
	for from := 0; from < len(s); {
		to := strings.IndexByte(s[from:], '\n')
		if to < 0 {
			to = len(s)
		} else {
			to += from
		}
		l := line{span: span{from, to}}
		text := s[from:to]
		l.feed = strings.Contains(text, "\f")
		l.words = strings.TrimSpace(text)
		if l.words != "" {
			if len(l.words) <= longestHead && strings.Count(l.words, "[") == strings.Count(l.words, "]") {
				l.kind = numberless(l.words)
			}
			l.number = strings.Trim(l.kind, "#-–—.| []()") == "" && strings.Count(l.kind, "#") == 1
			l.numbers(s)
		}
		out = append(out, l)
		from = to + 1
	}
	return out
}

// numberless puts # for each number of a line.
func numberless(s string) string {
	if strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			b.WriteByte(s[i])
		} else if i == 0 || !digit(s[i-1]) {
			b.WriteByte('#')
		}
	}
	return b.String()
}

// numbers finds a number in a line's margin: up to four digits with two spaces
// or a tab between them and the text.
func (l *line) numbers(s string) {
	at := l.from + strings.Index(s[l.from:l.to], l.words)
	n := 0
	for n < len(l.words) && digit(l.words[n]) {
		n++
	}
	if 0 < n && n <= 4 && wide(l.words[n:]) {
		l.left, l.margin = span{l.from, at + n}, atoi(l.words[:n])
		return
	}
	n = len(l.words)
	for n > 0 && digit(l.words[n-1]) {
		n--
	}
	if k := len(l.words) - n; 0 < k && k <= 4 {
		head := strings.TrimRight(l.words[:n], " \t")
		if wide(l.words[len(head):n]) {
			l.right, l.margin = span{at + n, l.to}, atoi(l.words[n:])
		}
	}
}

// wide says that s begins with room enough to part a margin from a text.
func wide(s string) bool {
	return strings.HasPrefix(s, "  ") || strings.HasPrefix(s, "\t")
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// marginNumbers says that the numbers in the margin are line numbers: there are
// three of them, and nearly all are larger than the one before.
func marginNumbers(lines []line) bool {
	count, rising, last := 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.left.to == 0 && l.right.to == 0 {
			continue
		}
		count++
		if l.margin > last {
			rising++
		}
		last = l.margin
	}
	return count >= 3 && rising*10 >= count*8
}

// runningHeads gives the kinds of lines that are running heads.
func runningHeads(lines []line) map[string]bool {
	type tally struct{ count, seen int }
	kinds := map[string]*tally{}
	for i := range lines {
		if k := lines[i].kind; k != "" {
			if kinds[k] == nil {
				kinds[k] = &tally{}
			}
			kinds[k].count++
		}
	}
	heads := map[string]bool{}
	for i := range lines {
		k := kinds[lines[i].kind]
		if k == nil || k.count < 3 {
			continue
		}
		if paged(lines, i) {
			k.seen++
		}
		if k.seen*2 >= k.count {
			heads[lines[i].kind] = true
		}
	}
	return heads
}

// paged says that a page's end shows round line i: a number or a form feed
// within three lines, a number of its own, or a sentence that goes on.
func paged(lines []line, i int) bool {
	if strings.Contains(lines[i].kind, "#") {
		return true
	}
	for k := max(0, i-3); k < min(len(lines), i+4); k++ {
		if lines[k].number || lines[k].feed {
			return true
		}
	}
	for k := i + 1; k < len(lines); k++ {
		if lines[k].words != "" {
			r, _ := utf8.DecodeRuneInString(lines[k].words)
			return unicode.IsLower(r)
		}
	}
	return false
}
