package passage

import (
	"strings"
	"testing"
)

// scanned is the essay about the ferry as a bad copy has it: page heads, note
// marks, misread letters, words that were changed.
const scanned = `12

THE LAST FERRY

The f erry crossed at six.1 Old Senor Ibañez, who sold the tick-
ets, cal1ed it "the only clock in town"--and nobody ever

13

THE LAST FERRY

argued.

When the bridge opened, the council's letter said thc ferry was
'no longer required.' It didn't say by whom. The town said
nothing,[2] and the ferry stopped. The paper wrote about the new bridge.

14

THE LAST FERRY

The town said nothing for one year... Then someone--nobody knows
who--painted a clock on the empty ticket office. It shows seven,
always seven, in the years 2012-18 and since.
`

func TestRaw(t *testing.T) {
	r := NewRaw(scanned)
	for _, c := range []struct {
		name string
		sel  Selector
		want string // "" for a miss
		why  Why
		same bool // to the letter
	}{
		{"whole, over a head", Selector{Start: "the only clock in town — and nobody ever argued."}, "the only clock in town\"--and nobody ever\n\n13\n\nTHE LAST FERRY\n\nargued.", 0, true},
		{"first and last words", Selector{Start: "Old Señor Ibáñez", End: "nobody ever argued"}, "Old Senor Ibañez, who sold the tick-\nets, cal1ed it \"the only clock in town\"--and nobody ever\n\n13\n\nTHE LAST FERRY\n\nargued", 0, true},
		{"misread", Selector{Start: "The ferry crossed at six.", End: "sold the tickets"}, "The f erry crossed at six.1 Old Senor Ibañez, who sold the tick-\nets", 0, true},
		{"a word changed", Selector{Start: "The town said nothing for a year … Then someone—nobody knows who—painted a clock on the empty ticket office."}, "The town said nothing for one year... Then someone--nobody knows\nwho--painted a clock on the empty ticket office.", 0, false},
		{"twice", Selector{Start: "The town said nothing"}, "", Ambiguous, false},
		{"twice, with words before", Selector{Start: "The town said nothing", Before: "say by whom."}, "The town said\nnothing", 0, true},
		{"twice, with words after", Selector{Start: "The town said nothing", After: "for a year"}, "The town said nothing", 0, true},
		{"short, and the words before are elsewhere", Selector{Start: "the ferry", Before: "nobody waited for"}, "", Missing, false},
		{"a look-alike", Selector{Start: "When the valley flooded, the council’s lawyer said the meadow was no longer insured. He didn’t say by whom."}, "", Missing, false},
		{"not there", Selector{Start: "A lighthouse keeper wrote", End: "into his diary every evening"}, "", Missing, false},
		{"no words", Selector{Start: "…"}, "", Missing, false},
	} {
		got, miss := r.Find(c.sel)
		if miss != nil {
			if c.want != "" || miss.Why != c.why {
				t.Errorf("%s: %+v, want %q", c.name, miss, c.want)
			}
			continue
		}
		if found := scanned[got.From:got.To]; found != c.want || got.Inexact == c.same {
			t.Errorf("%s: %q, inexact %v; want %q", c.name, found, got.Inexact, c.want)
		}
	}
}

// TestRawLength lets the length decide between two ends.
func TestRawLength(t *testing.T) {
	text := "It began at the river, where the boats lay. " + strings.Repeat("Somebody kept a list of them. ", 3) + "Nobody crossed at night. " + strings.Repeat("The list grew longer then. ", 8) + "Nobody crossed at night."
	for _, n := range []int{len(text), strings.Index(text, "Nobody") + len("Nobody crossed at night.")} {
		got, miss := NewRaw(text).Find(Selector{Start: "It began at the river", End: "crossed at night.", Length: n})
		if miss != nil || got != (Stretch{0, n, false}) {
			t.Errorf("length %d: %+v, %+v", n, got, miss)
		}
	}
}

// TestRawHuge asks for much in texts where all is alike. Anything quadratic would
// take hours.
func TestRawHuge(t *testing.T) {
	for name, unit := range map[string]string{
		"one letter": "a", "one word": "a ", "brackets": "[", "tags": "<a", "entities": "&a;", "lines": "1\n", "heads": "HEAD 1\n", "hyphens": "a-\n", "links": "](", "garbled": "â€",
	} {
		text := strings.Repeat(unit, (1<<19)/len(unit))
		r := NewRaw(text)
		for _, s := range []Selector{
			{Start: "a"}, {Start: "aaaaaaaaaab", End: "baaaaaaaaaaaa", Length: 1 << 40}, {Start: text[:len(text)/2], Before: text, After: text},
			{Start: "nothing of the kind stands here", End: "and nothing else either", Length: 300},
		} {
			if p, miss := r.Find(s); miss == nil && (p.From >= p.To || p.To > len(text)) {
				t.Errorf("%s: %+v", name, p)
			}
		}
	}
}

func FuzzRaw(f *testing.F) {
	f.Add(scanned, "The ferry crossed", "nobody ever argued", "", 80)
	f.Add(scanned, "the ferry", "", "said", 0)
	f.Add("a\xff b[1] c", "b", "c", "a", -3)
	f.Fuzz(func(t *testing.T, text, start, end, before string, length int) {
		p, miss := NewRaw(text).Find(Selector{Start: start, End: end, Before: before, After: start, Length: length})
		all := []Stretch{p}
		if miss != nil {
			all = miss.Near
		}
		bound := map[int]bool{len(text): true}
		for i := range text {
			bound[i] = true
		}
		for _, p := range all {
			if p.From >= p.To || !bound[p.From] || !bound[p.To] {
				t.Fatalf("%+v of %d bytes", p, len(text))
			}
		}
	})
}

func BenchmarkRaw(b *testing.B) {
	cases, texts := anchoredCases(b)
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			NewRaw(texts[cases[0].Text])
		}
	})
	raws := map[string]*Raw{}
	for name, text := range texts {
		raws[name] = NewRaw(text)
	}
	b.Run("find", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			c := cases[i%len(cases)]
			raws[c.Text].Find(c.selector())
		}
	})
}
