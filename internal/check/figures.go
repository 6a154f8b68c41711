package check

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
)

var m15 = Rule{
	Code: "M15", Title: "figures out of order", Severity: diag.Warning, Risk: "low", Language: "en",
	Why:    "Students look for a number where numbers go. Quire prints figures in the order written, so write them from the least to the greatest.",
	Before: "- [ ] 1921\n- [x] 1898\n- [ ] 1914",
	After:  "- [x] 1898\n- [ ] 1914\n- [ ] 1921",
	Source: haladyna + " (logical or numerical order)",
	run: func(r *reading) {
		for _, c := range r.plainItems() {
			var values []float64
			figures := len(c.options) > 2
			for _, o := range c.options {
				if o.closing != "" {
					continue
				}
				v, ok := figure(o.prose)
				figures = figures && ok
				values = append(values, v)
			}
			if !figures || len(values) < 3 || slices.IsSorted(values) || slices.IsSortedFunc(values, func(a, b float64) int { return int(math.Copysign(1, b-a)) }) {
				continue
			}
			at := c.options[0].At
			if last := c.options[len(c.options)-1].At; last.Text == at.Text && last.End > at.Start {
				at = at.To(last)
			}
			r.report(c.prompt.in(at), "the figures among the options are in no order", "Write them from the least to the greatest.")
		}
	},
}

// figure gives what a text is worth that is a number, a date, a place in the
// essay, perhaps with a word or two of what is counted.
func figure(p *prose) (float64, bool) {
	if len(p.refs) == 1 && len(p.words) == 1 {
		return float64(p.refs[0].FirstParagraph)*1e6 + float64(p.refs[0].FirstLine), true
	}
	const most = 5 // words
	if len(p.words) == 0 || len(p.words) > most {
		return 0, false
	}
	year, month, day, value, figures, plain := 0.0, 0, 0.0, 0.0, 0, 0
	for _, w := range p.words {
		n, ok := number(w.low)
		switch {
		case w.quoted:
			return 0, false
		case slices.Contains(months(), w.low):
			month = slices.Index(months(), w.low) + 1
		case ok && n >= 1000 && n < 2200 && !strings.Contains(w.low, ","):
			year = n
			figures++
			value = n
		case ok:
			day = n
			figures++
			if figures == 1 {
				value = n
			}
		default:
			if m, ok := scale(w.low); ok && figures == 1 {
				value *= m
				continue
			}
			plain++
		}
	}
	if month > 0 && plain == 0 {
		return year*1e4 + float64(month)*100 + day, true
	}
	first, leads := p.words[0], false
	if _, ok := number(first.low); ok || strings.Contains(first.before, "¶") {
		leads = true
	}
	switch first.low {
	case "line", "lines", "paragraph", "page", "about", "around", "in", "nearly", "chapter":
		leads, plain = true, plain-1
	}
	return value, leads && figures == 1 && month == 0 && plain <= 2
}

func months() []string {
	return []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}
}

func scale(w string) (float64, bool) {
	switch w {
	case "hundred":
		return 1e2, true
	case "thousand":
		return 1e3, true
	case "million":
		return 1e6, true
	case "billion":
		return 1e9, true
	}
	return 0, false
}

// number reads digits or a small number in words.
func number(w string) (float64, bool) {
	small := []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}
	if i := slices.Index(small, w); i >= 0 {
		return float64(i), true
	}
	for i, tens := range []string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		if w == tens {
			return float64(30 + 10*i), true
		}
		if rest, ok := strings.CutPrefix(w, tens+"-"); ok {
			if k := slices.Index(small, rest); k > 0 && k < 10 {
				return float64(30 + 10*i + k), true
			}
		}
	}
	for _, ordinal := range [...]string{"st", "nd", "rd", "th", "s"} {
		if d, ok := strings.CutSuffix(w, ordinal); ok && isNumber(d) {
			w = d
		}
	}
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// rangeOf reads "10–20", "from 10 to 20", "under 10", "at least 30", with a
// word or two of what is counted.
func rangeOf(p *prose) (low, high float64, ok bool) {
	const most = 7 // words
	if len(p.words) == 0 || len(p.words) > most {
		return 0, 0, false
	}
	var values []float64
	joined, plain := false, 0
	text := p.plain()
	for i, w := range p.words {
		if w.quoted || w.ref {
			return 0, 0, false
		}
		parts := strings.SplitN(w.low, "-", 2)
		if len(parts) == 2 {
			a, okA := number(parts[0])
			b, okB := number(parts[1])
			if okA && okB && isDigit(parts[0]) {
				values, joined = append(values, a, b), true
				continue
			}
		}
		if n, ok := number(w.low); ok {
			if len(values) > 0 && (strings.ContainsAny(w.before, "–—-") || i > 0 && (p.words[i-1].low == "to" || p.words[i-1].low == "and")) {
				joined = true
			}
			values = append(values, n)
			continue
		}
		if m, ok := scale(w.low); ok && len(values) > 0 {
			values[len(values)-1] *= m
			continue
		}
		plain++
	}
	has := func(phrases ...string) bool {
		return slices.ContainsFunc(phrases, func(f string) bool { return strings.HasPrefix(text, f+" ") || strings.HasSuffix(text, " "+f) })
	}
	const little = 1e-6 // less than any difference between figures that are written
	switch {
	case len(values) == 2 && joined && values[0] <= values[1] && plain <= 4:
		return values[0], values[1], true
	case len(values) != 1:
	case has("less than", "fewer than", "under", "below", "before"):
		return math.Inf(-1), values[0] - little, true
	case has("at most", "no more than", "up to", "or less", "or fewer", "or under"):
		return math.Inf(-1), values[0], true
	case has("more than", "over", "above", "after"):
		return values[0] + little, math.Inf(1), true
	case has("at least", "no fewer than", "no less than", "or more", "or over"):
		return values[0], math.Inf(1), true
	case leadsWithNumber(p) && plain <= 2:
		return values[0], values[0], true
	}
	return 0, 0, false
}

func isDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func leadsWithNumber(p *prose) bool {
	_, ok := number(p.words[0].low)
	return ok
}

var m20 = Rule{
	Code: "M20", Title: "right answers stand in one place too often", Severity: diag.Note, Strict: true, Risk: "med",
	Why:    "Who guesses looks for a pattern, and finds it: three B's, so the next is C. Quire shuffles; where options are pinned or keep their order, or by chance, one letter may still win.",
	Before: "seed: june (B, B, B, B, A, C)",
	After:  "seed: june-2 (B, A, C, B, A, C)",
	Source: "Bar-Hillel & Attali 2002, Seek whence: don't force equal letters, shuffle with a recorded seed",
	run:    keyPositions,
}

func keyPositions(r *reading) {
	for i := range r.lesson.Sections {
		s := &r.lesson.Sections[i]
		counts := map[int]int{}
		items, run, longest, last := 0, 0, 0, -1
		for _, p := range r.all {
			if p.section != s {
				continue
			}
			for _, c := range p.choices {
				at := c.position(r.lesson.Meta.Seed)
				if c.truth || at < 0 {
					continue
				}
				items++
				counts[at]++
				if at != last {
					run, last = 0, at
				}
				run++
				longest = max(longest, run)
			}
		}
		if items < positionItems {
			continue
		}
		const hint = "Write another seed in the front matter (seed: …), which shuffles anew; or take a {pin} away."
		if at := mostOf(counts); float64(counts[at]) > positionShare*float64(items) {
			r.report(headingOf(s), fmt.Sprintf("on form A, %d of %d right answers are %c", counts[at], items, 'A'+at), hint)
		} else if longest > positionRun {
			r.report(headingOf(s), fmt.Sprintf("on form A, %d right answers in a row have the same letter", longest), hint)
		}
	}
}

// mostOf gives the position that most keys stand in, of several the first.
func mostOf(counts map[int]int) (most int) {
	for _, at := range slices.Sorted(maps.Keys(counts)) {
		if counts[at] > counts[most] {
			most = at
		}
	}
	return most
}
