package passage

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// spelt writes letters with a space before each word but the first.
func spelt(l *letters) string {
	var b strings.Builder
	for i, c := range l.text {
		if i > 0 && l.start(i) {
			b.WriteByte(' ')
		}
		b.WriteByte(c)
	}
	return b.String()
}

func TestLetters(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Ferry’s bell—at six!", "the ferrys bell at six"},
		{"Señor Ibáñez, Sen\u0303or", "senor ibanez senor"},
		{"Ægir, cœur, Straße, Łódź", "aegir coeur strasse lodz"},
		{"ﬁrst ﬆate eﬃcient", "first state efficient"},
		{"soft\u00adly zero\u200bwidth", "softly zerowidth"},
		{"a half-\nhearted cros-\nsing, North-\nSouth", "a halfhearted crossing north south"},
		{"cros\u00ad\nsing", "crossing"},
		{"noted[12] and (3) noted(3) so¹⁷ far.18 Then[^4] 1850", "noted and 3 noted so far then 1850"},
		{"said.[Footnote 4: See\nbelow.] More", "said more"},
		{"0f w0rds int0 a1l 0", "of words into all 0"},
		{"don&rsquo;t &amp; caf&eacute; &nope; AT&T", "dont cafe nope at t"},
		{"don&amp;rsquo;t AT&amp;T", "dont at t"},
		{"donâ€™t cafÃ© âlse", "dont cafe alse"},
		{"a [link](http://example.org/x \"note\") and <em>this</em> w<b>or</b>d, one<br>two", "a link and this word one two"},
		{"Ω and Я", "ω and я"},
		{"a\xff\xfeb \xc3", "a b"},
		{"", ""},
	} {
		l := newLetters(c.text, true)
		if got := spelt(l); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
		checkLetters(t, c.text, l)
	}
}

// checkLetters holds the map back to the source.
func checkLetters(t *testing.T, text string, l *letters) {
	t.Helper()
	if len(l.at) != len(l.text) || len(l.to) != len(l.text) || len(l.print) != len(l.text) {
		t.Fatalf("%q: %d letters with %d places", text, len(l.text), len(l.at))
	}
	for i := range l.text {
		from, to := int(l.at[i]), int(l.to[i])
		if from >= to || to > len(text) || !utf8.RuneStart(text[from]) || i > 0 && from < int(l.at[i-1]) {
			t.Fatalf("%q: letter %d comes from %d to %d", text, i, from, to)
		}
	}
}

func TestPageLines(t *testing.T) {
	page := func(n, text string) string { return text + "\n\n" + n + "\n\nTHE LAST FERRY\n\n" }
	for _, c := range []struct{ name, text, want string }{
		{"heads and numbers", page("11", "it went to") + page("12", "the other") + page("13", "side of") + "the river", "it went to the other side of the river"},
		{"a number in the head", "so\nFERRIES 4\nit\nFERRIES 5\nwas\nFERRIES 6\nthere", "so it was there"},
		{"a word parted by a head", "cros-\n\n4\n\nFERRY\n\nsing\n5\nFERRY\nand\n6\nFERRY\nback", "crossing and back"},
		{"a refrain stays", "The bell.\nThe bell.\nThe bell.", "the bell the bell the bell"},
		{"twice is no head", "it\nFERRIES 4\nwas\nFERRIES 5\nso", "it ferries 4 was ferries 5 so"},
		{"numbers in the left margin", "  4  a ferry\n  5  at six\n  6  o'clock", "a ferry at six oclock"},
		{"numbers in the right margin", "a ferry    5\nat six\nor so    10\nand\nthen    15", "a ferry at six or so and then"},
		{"two numbers are no margin", "4  a ferry\n5  at six", "4 a ferry 5 at six"},
	} {
		if got := spelt(newLetters(c.text, true)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzLetters(f *testing.F) {
	f.Add("The Ferry[1] cros-\nsing\n\n12\n\nâ€™ &amp; <b>x</b>")
	f.Fuzz(func(t *testing.T, text string) {
		checkLetters(t, text, newLetters(text, true))
		checkLetters(t, text, newLetters(text, false))
	})
}
