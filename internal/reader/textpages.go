package reader

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

const pageWhy = "page heads and numbers"

// pages cuts what stands on paper between the text of two pages: page numbers,
// marks like [Pg 42], running heads. The line after them knows of the turn.
func (r *textReader) pages() {
	live := r.live()
	edge := make([]bool, len(live)) // a page surely ends or begins here
	var bare []int                  // lines that are a number alone
	for k, i := range live {
		l := &r.lines[i]
		switch sure, number := pageMark(l.String()); {
		case sure:
			l.left = pageWhy
			edge[k] = true
		case number >= 0:
			bare = append(bare, k)
		}
		if l.turn {
			edge[k] = true
			edge[max(k-1, 0)] = true
		}
	}
	maybe := r.repeated(live)
	for _, k := range bare {
		maybe[k] = true
	}
	r.bareNumbers(live, edge, maybe, bare)
	r.runningHeads(live, edge, maybe)
	r.bareNumbers(live, edge, maybe, bare)
	turn := false
	for _, i := range live {
		if l := &r.lines[i]; l.left == pageWhy {
			turn = true
		} else {
			l.turn = l.turn || turn
			turn = false
		}
	}
}

// live gives the indices of the lines with words that may be the essay's.
func (r *textReader) live() []int {
	var all []int
	for i := range r.lines {
		if l := &r.lines[i]; !l.blank() && l.left == "" {
			all = append(all, i)
		}
	}
	return all
}

// pageMark says that a line is surely a page's mark or number, or else gives
// the number that it is alone, -1 if none.
func pageMark(s string) (sure bool, number int) {
	if len(s) > 40 {
		return false, -1
	}
	if n, _ := bracketedPage(s); n == len(s) {
		return true, -1
	}
	lower := strings.ToLower(s)
	inner := strings.Trim(lower, "-–—~•· |")
	if rest, ok := strings.CutPrefix(inner, "page "); ok {
		fields := strings.Fields(rest)
		if len(fields) > 0 && isNumber(fields[0]) && (len(fields) == 1 || len(fields) == 3 && (fields[1] == "of" || fields[1] == "/") && isNumber(fields[2])) {
			return true, -1
		}
	}
	if !isNumber(inner) {
		return false, -1
	}
	if inner != lower && isFigure(inner[0]) {
		return true, -1 // - 42 -
	}
	n, err := strconv.Atoi(inner)
	if err != nil {
		n = 0 // a Roman number
	}
	return false, n
}

// bracketedPage says how many bytes at the start of s are a page's mark in
// brackets, [Pg 42] or {p. 42}; plain is that of a number alone, [42].
func bracketedPage(s string) (n, plain int) {
	if s == "" || s[0] != '[' && s[0] != '{' {
		return 0, 0
	}
	stop := strings.IndexAny(s[:min(len(s), 24)], "]}")
	if stop < 0 {
		return 0, 0
	}
	inner := strings.ToLower(s[1:stop])
	bare := inner
	for _, w := range []string{"page", "pg.", "pg", "pp.", "p."} {
		if rest, ok := strings.CutPrefix(inner, w); ok {
			bare = strings.TrimSpace(rest)
			break
		}
	}
	if !isNumber(bare) {
		return 0, 0
	}
	if bare == inner {
		return 0, stop + 1
	}
	return stop + 1, 0
}

// isNumber says that a word is a number of a few figures, or a small Roman one.
func isNumber(s string) bool {
	if s == "" || len(s) > 8 {
		return false
	}
	if strings.Trim(s, "0123456789") == "" {
		return len(s) <= 4
	}
	return strings.Trim(strings.ToLower(s), "ivxlc") == ""
}

// bareNumbers takes numbers alone on their lines as those of pages, if they
// stand at a page's edge or cut through a sentence; else they may number the
// essay's sections.
func (r *textReader) bareNumbers(live []int, edge, maybe []bool, bare []int) {
	cutting := 0
	for _, k := range bare {
		if near(edge, k) || r.cuts(live, maybe, k) {
			cutting++
		}
	}
	if cutting == 0 || cutting*3 < len(bare) {
		return
	}
	for _, k := range bare {
		r.lines[live[k]].left = pageWhy
		edge[k] = true
	}
}

// near says that a page's edge is at most two lines away.
func near(edge []bool, k int) bool {
	for i := max(k-2, 0); i <= min(k+2, len(edge)-1); i++ {
		if edge[i] {
			return true
		}
	}
	return false
}

// cuts says that the line stands within a sentence: the one before it, which is
// longer, ends none, and the one after goes on with a small letter. Lines that
// may be a page's too are passed over.
func (r *textReader) cuts(live []int, maybe []bool, k int) bool {
	before, after := k-1, k+1
	for before >= max(k-4, 0) && (maybe[before] || r.lines[live[before]].left != "") {
		before--
	}
	for after < min(k+4, len(live)) && (maybe[after] || r.lines[live[after]].left != "") {
		after++
	}
	if before < 0 || after >= len(live) {
		return false
	}
	b, a := &r.lines[live[before]], &r.lines[live[after]]
	return b.size >= 30 && r.lines[live[k]].size*4 <= b.size*3 && !endsSentence(b.String()) && startsLow(a.String()) && a.size > 1
}

// runningHeads cuts short lines that come again and again at pages' edges, with
// whatever page number they hold.
func (r *textReader) runningHeads(live []int, edge, maybe []bool) {
	at, order := r.headPlaces(live)
	found := edge
	edge = slices.Clone(edge)
	for _, key := range order {
		places := at[key]
		if len(places) < 2 || len(places)*leastPage > len(live) {
			continue
		}
		edges, cut := 0, 0
		for _, k := range places {
			if near(edge, k) || numberedHead(r.lines[live[k]].String()) {
				edges++
			}
			if r.cuts(live, maybe, k) {
				cut++
			}
		}
		if edges*2 > len(places) && edges >= 2 || len(places) >= 3 && cut > 0 && (edges+cut)*3 >= len(places) {
			for _, k := range places {
				if s := r.lines[live[k]].String(); k < titleLines && !numberedHead(s) && !near(edge, k) {
					continue // the title itself
				}
				r.lines[live[k]].left = pageWhy
				found[k] = true
			}
		}
	}
}

// titleLines is how many lines a title, and who wrote the essay, may stand in.
const titleLines = 6

// repeated says of each line whether its like stands elsewhere too.
func (r *textReader) repeated(live []int) []bool {
	maybe := make([]bool, len(live))
	at, order := r.headPlaces(live)
	for _, key := range order {
		if len(at[key]) > 1 {
			for _, k := range at[key] {
				maybe[k] = true
			}
		}
	}
	return maybe
}

// headPlaces finds where lines stand that are the same but for numbers, with
// the order in which they come first.
func (r *textReader) headPlaces(live []int) (at map[string][]int, order []string) {
	at = map[string][]int{}
	for k, i := range live {
		l := &r.lines[i]
		if l.left != "" || l.size > 90 {
			continue
		}
		key := headKey(l.String())
		if key == "" {
			continue
		}
		if at[key] == nil {
			order = append(order, key)
		}
		at[key] = append(at[key], k)
	}
	return at, order
}

// leastPage is how many lines a page has at least.
const leastPage = 8

// headKey gives what stays the same of a running head: its letters.
func headKey(s string) string {
	letters := 0
	key := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r):
			letters++
			return unicode.ToLower(r)
		case unicode.IsSpace(r):
			return ' '
		}
		return -1
	}, s)
	if letters < 4 {
		return ""
	}
	return strings.Join(strings.Fields(key), " ")
}

// numberedHead says that a line begins or ends with a number that stands apart.
func numberedHead(s string) bool {
	f := strings.Fields(s)
	return len(f) > 1 && (strings.Trim(f[0], "0123456789") == "" || strings.Trim(f[len(f)-1], "0123456789") == "") && !endsSentence(s)
}
