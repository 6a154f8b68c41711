package document

import "testing"

func TestPlaceWords(t *testing.T) {
	for _, c := range []struct {
		place       Place
		short, long string
	}{
		{Place{FirstParagraph: 3, LastParagraph: 3, FirstLine: 34, LastLine: 34}, "line\u00a034", "¶3, line\u00a034"},
		{Place{FirstParagraph: 3, LastParagraph: 3, FirstLine: 34, LastLine: 41}, "lines\u00a034–41", "¶3, lines\u00a034–41"},
		{Place{FirstParagraph: 3, LastParagraph: 5, FirstLine: 34, LastLine: 60}, "lines\u00a034–60", "¶3–5, lines\u00a034–60"},
		{Place{FirstParagraph: 3, LastParagraph: 3}, "¶3", "¶3"},
		{Place{FirstParagraph: 3, LastParagraph: 5}, "¶3–5", "¶3–5"},
		{Place{}, "", ""},
	} {
		if got := c.place.Words(false); got != c.short {
			t.Errorf("%v.Words(false) = %q, want %q", c.place, got, c.short)
		}
		if got := c.place.Words(true); got != c.long {
			t.Errorf("%v.Words(true) = %q, want %q", c.place, got, c.long)
		}
	}
}
