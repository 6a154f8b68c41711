package build

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCodePoints(t *testing.T) {
	for name, text := range map[string]string{
		"empty":        "",
		"letters":      strings.Repeat("a", 3000),
		"of two bytes": strings.Repeat("é", 3000),
		"mixed":        strings.Repeat("aé—\U0001F40E\r\n", 1000),
		"no UTF-8":     strings.Repeat("a\xff\x80\xe2\x82", 1000),
		"a step":       strings.Repeat("é", pointStep),
	} {
		c := newCodePoints(text)
		n := 0
		for i := range text {
			if got := c.at(i); got != n {
				t.Fatalf("%s: %d code points before byte %d, want %d", name, got, i, n)
			}
			n++
		}
		if got, want := c.at(len(text)), utf8.RuneCountInString(text); got != want {
			t.Errorf("%s: %d code points, want %d", name, got, want)
		}
	}
}
