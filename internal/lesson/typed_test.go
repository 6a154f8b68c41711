package lesson

import (
	"slices"
	"testing"

	"quire/internal/diag"
	"quire/internal/source"
)

func TestTypedQuotations(t *testing.T) {
	for in, want := range map[string][]string{
		`He said “nobody hides it” and "so *it* was."`: {"nobody hides it", "so *it* was."},
		`{{quote "not this one"}} but ("this one")`:    {"this one"},
		"`\"no code\"` and \\\"no escape\\\"":          nil,
		`An inch is 1" or 2" wide, he's “never closed`: nil,
		"\"over\nlines\"": {"over\nlines"},
	} {
		text, err := source.New("a", []byte(in))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range typedQuotations(text.Span(0, len(text.Body))) {
			got = append(got, q.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSameTitle(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"The Bench on Mill Lane", "the bench on mill lane", true},
		{"The Bench on Mill Lane", "The Bench on Mill Lane: A Story", true},
		{"The Bench on Mill Lane", "The Bench on Mill Lane | The Paper", true},
		{"“Don't Ring”", "Don’t ring!", true},
		{"The Bell", "The Bench on Mill Lane", false},
		{"The Bench", "The Bench on Mill Lane", true},
		{"The Benc", "The Bench on Mill Lane", false},
		{"—", "The Bench", true},
	} {
		if got := sameTitle(c.a, c.b); got != c.want {
			t.Errorf("sameTitle(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// TestNearestWord looks for words in forms that the essay hasn't.
func TestNearestWord(t *testing.T) {
	a := newAtHand(essayOf(t, "She was constrained to curtail the arrests, and agreed with the ferryman."), &diag.List{})
	for word, want := range map[string]string{
		"constraint": "constrained", "curtailed": "curtail", "arrested": "arrests", "agreement": "agreed",
		"feryman": "ferryman", "zebra": "", "the": "the",
	} {
		if got := a.nearestWord(word); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
