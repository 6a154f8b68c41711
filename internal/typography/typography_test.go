package typography

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSet(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"plain words", "plain words"},

		// Spaces and what has no width.
		{"a\u00a0b\u2009c\u2007d\u3000e\tf", "a b c d e f"},
		{"a  \u00a0 b", "a b"},
		{" a ", " a "},
		{"one  \n  two\n\nthree\u00a0\n", "one\ntwo\n\nthree\n"},
		{"co\u00adop\u200ber\u2060a\ufefft\u200dion", "cooperation"},
		{"a \u200b b", "a b"},
		{"\u202eabc\u2069", "abc"},
		{"a\U000E0041b\U000E007Fc\uFFF9d\U000E0100e", "abcde"},
		{"a\uFFFEb\uFDD0c\U0001FFFFd\uFFFDe", "abcd\uFFFDe"},

		// Letters.
		{"Jose\u0301, Sen\u0303or", "José, Señor"},
		{"e\u200b\u0301", "é"},
		{"\u212b", "Å"},

		// Dashes and dots.
		{"a--b", "a—b"},
		{"a---b", "a—b"},
		{"a -- b", "a — b"},
		{"a―b", "a—b"},
		{"a----b", "a——b"},
		{"2012–18", "2012–18"},
		{"well-known, non\u2011stop", "well-known, non-stop"},
		{"a - b", "a - b"},
		{"wait... and", "wait… and"},
		{"end.... Then", "end…. Then"},
		{"a..b", "a..b"},

		// Quotation marks.
		{`"Yes," she said.`, "“Yes,” she said."},
		{`("Yes")`, "(“Yes”)"},
		{`He said--"Come!"--and left.`, "He said—“Come!”—and left."},
		{`"I never--" he said.`, "“I never—” he said."},
		{`"Let us--"`, "“Let us—”"},
		{`"He said 'no' twice," she said.`, "“He said ‘no’ twice,” she said."},
		{`"'Tis so," he said. "'No'"`, "“’Tis so,” he said. “‘No’”"},
		{`'"Yes," he cried,' she said.`, "‘“Yes,” he cried,’ she said."},
		{`anti-"woke" laws`, "anti-“woke” laws"},
		{`"...and so" it went`, "“…and so” it went"},
		{`so it went ..."`, "so it went …”"},
		{`¿"Qué"?`, "¿“Qué”?"},
		{"\"One\n\"Two\"", "“One\n“Two”"},
		{`“curly” and ‘curly’ stay’`, "“curly” and ‘curly’ stay’"},
		{`"in 1984"`, "“in 1984”"},
		{`"`, "“"},
		{`said:"No."`, "said:“No.”"},

		// Apostrophes.
		{"don't, the boys' and O'Brien's", "don’t, the boys’ and O’Brien’s"},
		{"the '90s, '98, and 'tis 'Twas", "the ’90s, ’98, and ’tis ’Twas"},
		{"catch 'em 'til rock 'n' roll", "catch ’em ’til rock ’n’ roll"},
		{"the word 'em' and 'til'", "the word ‘em’ and ‘til’"},
		{"'emerge' and 'tiscali'", "‘emerge’ and ‘tiscali’"},
		{"'1990 was bad,' he said of the 1990's", "‘1990 was bad,’ he said of the 1990’s"},
		{"wait—'tis he", "wait—’tis he"},
		{"the class of '98' he said", "the class of ‘98’ he said"},

		// Measures.
		{`a man of 6'2" and a 12" ruler`, `a man of 6'2" and a 12" ruler`},
		{`"He is 5' 6½" tall," she said`, `“He is 5' 6½" tall,” she said`},
		{`a 20' ladder`, `a 20' ladder`},
		{`'Catch 22' is a book`, `‘Catch 22’ is a book`},
		{`5′ 6″`, `5′ 6″`},
	}
	for _, tt := range tests {
		got, _ := Set(tt.in)
		if got != tt.want {
			t.Errorf("Set(%q) = %q, want %q", tt.in, got, tt.want)
		}
		checkTrace(t, tt.in)
	}
}

// house is how one paragraph reads in house typography; typed are ways in
// which copies of it come.
const house = "Don José Ibáñez—“Señor Pepe” to the whole street—never hurried. " +
	"“When people say ‘soon’,” he liked to remark, “they mean ’twill be never; " +
	"when they say ‘never’, wait till Tuesday.” It was the dogs’ hour, in the summer of ’68 – " +
	"too hot for the well-to-do… and he’d be out, of course, with his café con leche."

func TestCopiesAreAlike(t *testing.T) {
	straight := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'").Replace
	dashes := strings.NewReplacer("—", "--").Replace
	spaces := strings.NewReplacer(" ", "\u00a0", "-", "\u2011").Replace
	typed := map[string]string{
		"house":        house,
		"straight":     straight(house),
		"decomposed":   norm.NFD.String(house),
		"two hyphens":  dashes(house),
		"three":        strings.ReplaceAll(house, "—", "---"),
		"bar":          strings.ReplaceAll(house, "—", "―"),
		"no-break":     spaces(house),
		"dots":         strings.ReplaceAll(house, "…", "..."),
		"soft hyphens": strings.NewReplacer("er", "e\u00adr", "é", "e\u00ad\u0301").Replace(house),
		"two spaces":   strings.ReplaceAll(house, " ", "  "),
		"everything":   spaces(norm.NFD.String(dashes(straight(house)))),
	}
	for name, s := range typed {
		if got, _ := Set(s); got != house {
			t.Errorf("%s:\n got %s\nwant %s", name, got, house)
		}
		checkTrace(t, s)
	}
}

func TestTrace(t *testing.T) {
	tests := []struct {
		in   string
		want []Stretch
	}{
		{"", []Stretch{{0, 0}}},
		{"abc", []Stretch{{0, 0}}},
		{`"a"`, []Stretch{{0, 0}, {3, 1}, {7, 3}}},
		{"a--b", []Stretch{{0, 0}, {4, 3}}},
		{"a---b", []Stretch{{0, 0}}},
		{"a \u00a0b", []Stretch{{0, 0}, {2, 4}}},
		{"ae\u0301b", []Stretch{{0, 0}, {3, 4}}},
		{"\u200be\u00ad\u0301\"", []Stretch{{0, 3}, {1, 6}, {2, 8}, {5, 9}}},
	}
	for _, tt := range tests {
		_, got := Set(tt.in)
		if len(got) != len(tt.want) {
			t.Errorf("Set(%q) comes from %v, want %v", tt.in, got, tt.want)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("Set(%q) comes from %v, want %v", tt.in, got, tt.want)
				break
			}
		}
	}
}

func TestChain(t *testing.T) {
	tests := []struct{ outer, inner, want []Stretch }{
		{[]Stretch{{0, 0}, {3, 1}}, same(), []Stretch{{0, 0}, {3, 1}}},
		{same(), []Stretch{{0, 2}, {4, 9}}, []Stretch{{0, 2}, {4, 9}}},
		{[]Stretch{{0, 0}, {3, 1}}, []Stretch{{0, 0}, {5, 9}}, []Stretch{{0, 0}, {3, 1}, {7, 9}}},
		{[]Stretch{{0, 0}, {2, 4}}, []Stretch{{0, 0}, {3, 5}}, []Stretch{{0, 0}, {2, 6}}},         // a break that outer leaves out
		{[]Stretch{{0, 0}, {2, 4}}, []Stretch{{0, 0}, {6, 3}}, []Stretch{{0, 0}, {2, 3}, {4, 3}}}, // from within what grew
	}
	for _, tt := range tests {
		if got := chain(tt.outer, tt.inner); !slices.Equal(got, tt.want) {
			t.Errorf("%v over %v is %v, want %v", tt.outer, tt.inner, got, tt.want)
		}
	}
}

// checkTrace holds the trace of Set(s) against the texts themselves.
func checkTrace(t *testing.T, s string) {
	t.Helper()
	out, trace := Set(s)
	if len(trace) == 0 || trace[0].At != 0 {
		t.Fatalf("Set(%q): the trace %v doesn't begin at 0", s, trace)
	}
	for i := 1; i < len(trace); i++ {
		if trace[i].At <= trace[i-1].At || trace[i].From < trace[i-1].From {
			t.Fatalf("Set(%q): the trace %v goes back", s, trace)
		}
	}
	last := trace[len(trace)-1]
	if len(out)-last.At != len(s)-last.From {
		t.Fatalf("Set(%q): the end of the result isn't the end of the input in %v", s, trace)
	}
	k := 0
	for at := 0; at < len(out); at++ {
		for k+1 < len(trace) && trace[k+1].At <= at {
			k++
		}
		from := trace[k].From + at - trace[k].At
		if k+1 < len(trace) {
			from = min(from, trace[k+1].From)
		}
		c := out[at]
		switch {
		case from > len(s):
			t.Fatalf("Set(%q): byte %d comes from behind the end", s, at)
		case 'a' <= c && c <= 'z' && s[from] != c:
			t.Fatalf("Set(%q) = %q: byte %d (%c) comes from byte %d (%q)", s, out, at, c, from, s[from])
		}
	}
}

func FuzzSet(f *testing.F) {
	for _, s := range []string{house, `6' 2" '"'Tis`, "a - - -- b", "e\u0301\u200b\u0301 ....", "'98' '90s' \"12\"",
		"\u1100\u1161\u11a8", "a" + strings.Repeat("\u0301\u0323", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		out, _ := Set(s)
		if again, _ := Set(out); again != out {
			t.Fatalf("Set(%q) = %q, set again %q", s, out, again)
		}
		if !norm.NFC.IsNormalString(out) {
			t.Fatalf("Set(%q) = %q is not NFC", s, out)
		}
		// The norm package parts more than 30 accents on one letter, in either
		// form at another place.
		if other, _ := Set(norm.NFD.String(s)); other != out && !strings.Contains(out, "\u034f") {
			t.Fatalf("Set(%q) = %q, decomposed %q", s, out, other)
		}
		checkTrace(t, s)
	})
}

// BenchmarkHostile sets 64 and 256 KiB of what invites quadratic time: the
// larger should take four times as long.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{`"`, "'", "-", ".", " ", "\u0301", "1'", "1' 1", "'n", "\u200b", "e\u0301", "\n "} {
		for _, size := range []int{1 << 16, 1 << 18} {
			s := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%q/%d", unit, size), func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					Set(s)
				}
			})
		}
	}
}

func BenchmarkSet(b *testing.B) {
	files, _ := filepath.Glob("../../../shared/essays/*/plain.txt")
	if len(files) == 0 {
		b.Skip("no essays in ../shared")
	}
	var all []string
	n := 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, string(raw))
		n += len(raw)
	}
	b.SetBytes(int64(n))
	for b.Loop() {
		for _, s := range all {
			Set(s)
		}
	}
}
