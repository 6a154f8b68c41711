package reader

import (
	"errors"
	"testing"
)

func TestChoose(t *testing.T) {
	titles := []string{"On Benches", "On Benches and Plates", "A Town’s Quarrel", "Of Plates"}
	authors := []string{"Ana Pérez", "Lena Weir", "Ana Pérez", "Theo Quarrel"}
	for _, c := range []struct {
		text, title string
		want        int // -1: not one
	}{
		{"", "", -1},
		{"2", "", 1},
		{"0", "", -1},
		{"5", "", -1},
		{" 4 ", "", 3},
		{"on benches", "", 0}, // a whole title before a part of one
		{"town's", "", 2},
		{"and plates", "", 1},
		{"plates", "", -1}, // two have it
		{"quarr", "", 2},
		{"quarrel", "", 2}, // a title before an author
		{"Weir", "", 1},
		{"theo", "", 3},
		{"pérez", "", -1}, // wrote two
		{"", "Lena Weir", -1},
		{"lamps", "", -1},
		{"", "ON BENCHES", 0}, // as the lesson has it
		{"", "Benches", -1},   // but not by a part of what the lesson has
		{"3", "On Benches", 2},
	} {
		got, err := choose("a.epub", titles, authors, Hints{Text: c.text, Title: c.title})
		var several *SeveralTexts
		switch {
		case c.want < 0 && (!errors.As(err, &several) || len(several.Texts) != 4):
			t.Errorf("text %q, title %q: got %d, %v; want the list", c.text, c.title, got, err)
		case c.want >= 0 && (err != nil || got != c.want):
			t.Errorf("text %q, title %q: got %d, %v; want %d", c.text, c.title, got, err, c.want)
		}
	}
	if got, err := choose("a.epub", titles[:1], authors[:1], Hints{}); err != nil || got != 0 {
		t.Errorf("one text: got %d, %v", got, err)
	}
}
