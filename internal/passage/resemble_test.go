package passage

import (
	"strings"
	"testing"

	"quire/internal/essay"
)

func TestResemblance(t *testing.T) {
	e := essayOf(ferry)
	x := NewIndex(e)
	print := func(e *essay.Essay, block int) string {
		return NewIndex(e).Fingerprint(essay.Range{Start: essay.Pos{Block: block}, End: essay.Pos{Block: block, Offset: len(e.Blocks[block].Text)}})
	}
	whole := print(e, 6)
	changed := essayOf(append(append([]string{}, ferry[:6]...), strings.Replace(ferry[6], "the town, at last", "the bank, at last", 1)))
	for _, c := range []struct {
		name        string
		a, b        string
		least, most float64
	}{
		{"itself", whole, whole, 1, 1},
		{"a word changed", whole, print(changed, 6), 0.4, 0.99},
		{"another paragraph", whole, print(e, 1), 0, 0},
		{"none", whole, "", 0, 0},
		{"two of none", "", "", 0, 0},
	} {
		if got := Resemblance(c.a, c.b); got < c.least || got > c.most {
			t.Errorf("%s: %v, want %v to %v", c.name, got, c.least, c.most)
		}
	}
	// Words parted otherwise, with others round them, are still held.
	parted := essayOf([]string{"Before.", ferry[6][:40], ferry[6][40:], "After."})
	other := essayOf([]string{ferry[1], ferry[2]})
	held := func(e *essay.Essay) float64 { return NewIndex(e).Held([]string{"", whole})[1] }
	if got := held(parted); got < 0.8 {
		t.Errorf("parted: %v is held", got)
	}
	if got := held(other); got > 0 {
		t.Errorf("another essay: %v is held", got)
	}
	if got := x.Held([]string{"", "zz", whole}); got[0] != 0 || got[1] != 0 || got[2] != 1 {
		t.Errorf("held %v", got)
	}
	if got := NewIndex(&essay.Essay{}).Held([]string{whole}); got[0] != 0 {
		t.Errorf("an empty essay holds %v", got)
	}
}
