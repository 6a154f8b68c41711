package lesson

import (
	"testing"

	"quire/internal/document"
)

func TestPlaceWords(t *testing.T) {
	for _, c := range []struct {
		place       document.Place
		short, long string
	}{
		{document.Place{FirstParagraph: 3, LastParagraph: 3, FirstLine: 34, LastLine: 34}, "line\u00a034", "¶3, line\u00a034"},
		{document.Place{FirstParagraph: 3, LastParagraph: 3, FirstLine: 34, LastLine: 41}, "lines\u00a034–41", "¶3, lines\u00a034–41"},
		{document.Place{FirstParagraph: 3, LastParagraph: 5, FirstLine: 34, LastLine: 60}, "lines\u00a034–60", "¶3–5, lines\u00a034–60"},
		{document.Place{FirstParagraph: 3, LastParagraph: 3}, "¶3", "¶3"},
		{document.Place{FirstParagraph: 3, LastParagraph: 5}, "¶3–5", "¶3–5"},
		{document.Place{}, "", ""},
	} {
		if got := PlaceWords(c.place, false); got != c.short {
			t.Errorf("PlaceWords(%v, short) = %q, want %q", c.place, got, c.short)
		}
		if got := PlaceWords(c.place, true); got != c.long {
			t.Errorf("PlaceWords(%v, long) = %q, want %q", c.place, got, c.long)
		}
	}
}
