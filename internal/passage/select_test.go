package passage

import (
	"math/rand/v2"
	"testing"

	"quire/internal/essay"
)

func TestSelect(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	tests := []struct{ words, want string }{
		{"crossed at six", "crossed at six"},
		{"The ferry crossed at six. Old Señor Ibáñez, who sold the tickets", "The ferry crossed … tickets"},
		{"“the only clock in town” — and nobody ever argued.", "“the … argued."},
		{"The town said nothing for a year… Then someone", "The town said nothing for … someone"},
		{"We had a bridge. What more could we want?", "We … want?"},
	}
	for _, tt := range tests {
		r, _, miss := x.Quote(tt.words, nil)
		if miss != nil {
			t.Fatalf("%s: %+v", tt.words, miss)
		}
		if got := x.Select(r); got != tt.want {
			t.Errorf("%s: selector %q, want %q", tt.words, got, tt.want)
		}
	}
	for _, r := range []essay.Range{
		{}, {End: essay.Pos{Block: 99, Offset: 9}}, {Start: essay.Pos{Block: -1}},
		{Start: essay.Pos{Block: 5, Offset: 3}, End: essay.Pos{Block: 2, Offset: 3}},
	} {
		if got := x.Select(r); got != "" {
			t.Errorf("%v: selector %q, want none", r, got)
		}
	}
	twice := NewIndex(essayOf([]string{"Again and again.", "Again and again."}))
	if got, want := twice.Select(essay.Range{Start: essay.Pos{Block: 1}, End: essay.Pos{Block: 1, Offset: 16}}), "¶2"; got != want {
		t.Errorf("the second of two like paragraphs: selector %q, want %q", got, want)
	}
}

// TestSelectFindsBack selects stretches of whole essays; nearly all have a
// selector, and each finds its stretch again.
func TestSelectFindsBack(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for name, e := range sharedEssays(t) {
		x := NewIndex(e)
		none := 0
		for range 200 {
			i := rnd.IntN(len(x.stream.words) - 60)
			n := 3 + rnd.IntN(55)
			r := x.stream.rangeOf(span{x.stream.words[i].from, x.stream.words[i+n].to})
			sel := x.Select(r)
			if sel == "" {
				none++
			} else if !x.names(sel, r) {
				t.Errorf("%s: %q doesn't name %v", name, sel, r)
			}
		}
		if none > 2 {
			t.Errorf("%s: %d of 200 stretches have no selector", name, none)
		}
	}
}

func TestFingerprint(t *testing.T) {
	print := func(s ...string) string {
		x := NewIndex(essayOf(s))
		last := len(x.essay.Blocks) - 1
		return x.Fingerprint(essay.Range{End: essay.Pos{Block: last, Offset: len(x.essay.Blocks[last].Text)}})
	}
	const words = "It was the dogs’ hour—“never hurry,” he said—and the year was 1968."
	// Lock files keep these: they never change.
	for s, want := range map[string]string{
		words: "2650706009a372b51530f3df050c6065141013ee0356a3da0d0701112077ed8c2b9642a10e9ce9de032c4fc71744dc112ec5716514f9100b20d749280ebb9027",
		"one": "3551ed67584accc73f956f02fc4f9891476df4f651a319e5331b9a05c9f721bf93ec6a8a8a22b36d965d3cc7d985caf3410a87a61026072d11a6311b1d63f8a5",
		"":    "",
		"…":   "",
	} {
		if got := print(s); got != want {
			t.Errorf("the fingerprint of %q is\n%s, want\n%s", s, got, want)
		}
	}
	for _, same := range []string{
		`It was the dogs' hour -- "never hurry", he said -- AND the year was 1968`,
		"It was the dogs\u2019 hour\u2014\u201cNever hurry,\u201d he said; and\u00a0the year was 1968!",
	} {
		if got := print(same); got != print(words) {
			t.Errorf("%q has another fingerprint", same)
		}
	}
	if got := print("It was the dogs’ hour—“never hurry,”", "he said—and the year was 1968."); got != print(words) {
		t.Error("in two paragraphs the words have another fingerprint")
	}
	if got := print("the year was 1968"); got == print(words) {
		t.Error("fewer words have the same fingerprint")
	}
}

// likeness estimates from two fingerprints what share of their 3-grams two
// texts have in common. The standard error is at most 1/8.
func likeness(a, b string) float64 {
	same := 0
	for i := 0; i < minima*8; i += 8 {
		if a[i:i+8] == b[i:i+8] {
			same++
		}
	}
	return float64(same) / minima
}

func TestLikeness(t *testing.T) {
	for name, e := range sharedEssays(t) {
		x := NewIndex(e)
		n := len(x.stream.words)
		part := func(from, to int) string {
			return x.Fingerprint(x.stream.rangeOf(span{x.stream.words[from].from, x.stream.words[to-1].to}))
		}
		// A half and a whole share half, two halves next to nothing.
		if got := likeness(part(0, n), part(0, n/2)); got < 0.125 || got > 0.875 {
			t.Errorf("%s: likeness of the whole and half of it is %.2f", name, got)
		}
		if got := likeness(part(0, n/2), part(n/2, n)); got > 0.3 {
			t.Errorf("%s: likeness of its halves is %.2f", name, got)
		}
	}
}
