package reader

import (
	"strings"
	"testing"

	"quire/internal/diag"
)

// TestLimits holds what is refused of any format, in the words of the refusal.
func TestLimits(t *testing.T) {
	const prose = "It was a small thing, and it took the whole town eleven years to agree that it had happened at all.\n\n"
	page := func(s string) string { return "<html><body><article><h1>T</h1>" + s + "</article></body></html>" }
	for _, c := range []struct{ name, file, in, want string }{
		{"verse", "a.html", page("<p>" + strings.Repeat("a line<br>", maxLines+1) + "</p>"), "40001 lines of verse and paragraphs"},
		{"one word", "a.txt", strings.Repeat("a", 10_000), "10000 characters on average"},
		{"marks", "a.md", "# T\n\n" + strings.Repeat("[", 10_000), "characters on average"},
		{"accents", "a.txt", prose + "a" + strings.Repeat("\u0315", 10_000), "characters on average"},
		{"a letter of Han before marks", "a.md", "文 " + strings.Repeat("[", 10_000), "characters on average"},
		{"Han", "a.txt", strings.Repeat("今日は雨。", 4000), ""},
		{"prose", "a.txt", prose, ""},
	} {
		var findings diag.List
		_, err := Read(c.file, []byte(c.in), Hints{}, &findings)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}
