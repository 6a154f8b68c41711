package pdf

import (
	"math"
	"strings"
	"testing"

	"quire/internal/typeset"
)

func TestNumbers(t *testing.T) {
	tests := []struct {
		v    float64
		want string
	}{
		{0, "0"}, {1, "1"}, {-1, "-1"}, {0.5, ".5"}, {-0.25, "-.25"}, {0.05, ".05"}, {12.3, "12.3"}, {595.2756, "595.28"},
		{0.004, "0"}, {-0.004, "0"}, {100, "100"}, {math.NaN(), "0"}, {math.Inf(1), "0"}, {1e300, "0"},
	}
	for _, tt := range tests {
		if got := string(appendNumber(nil, tt.v)); got != tt.want {
			t.Errorf("%g is written %q, want %q", tt.v, got, tt.want)
		}
	}
}

func TestTextStrings(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain", "(plain)"}, {`a(b)\c`, `(a\(b\)\\c)`}, {"é", "<FEFF00E9>"}, {"😀", "<FEFFD83DDE00>"},
		{"a\x00b\nc\u202ed", "(ab cd)"}, {"\xff", "<FEFFFFFD>"}, {"", "()"},
	}
	for _, tt := range tests {
		if got := string(appendText(nil, tt.in)); got != tt.want {
			t.Errorf("%q is written %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestURLs(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"https://example.org/a?b=c#:~:text=x", "https://example.org/a?b=c#:~:text=x", true},
		{"HTTP://example.org/ñ (1)", "HTTP://example.org/%C3%B1%20(1)", true},
		{"mailto:a@example.org", "mailto:a@example.org", true},
		{"file:///etc/passwd", "file:///etc/passwd", false},
		{"java\nscript:x", "java%0Ascript:x", false},
	}
	for _, tt := range tests {
		if got := escapeURL(tt.in); got != tt.want {
			t.Errorf("%q is written %q", tt.in, got)
		}
		if got := leadsOut(tt.in); got != tt.ok {
			t.Errorf("leadsOut(%q) is %v", tt.in, got)
		}
	}
}

func TestArrange(t *testing.T) {
	p := &typeset.Pages{Height: 792, Pages: make([]typeset.Page, 2), Outline: []typeset.Bookmark{
		{Title: "a", Level: 1}, {Title: "b", Level: 3}, {Title: "c", Level: 2}, {Title: "gone", Level: 1, Anchor: typeset.Anchor{Page: 2}}, {Title: "d"},
	}}
	shape := func(row []bookmark) string {
		var b strings.Builder
		for i, m := range row {
			depth := 0
			for n := m.parent; n >= 0; n = row[n].parent {
				depth++
			}
			if m.next >= 0 && row[m.next].prev != i || m.first >= 0 && (row[m.first].parent != i || row[m.final].parent != i) {
				t.Errorf("%q isn't linked both ways", m.title)
			}
			b.WriteString(strings.Repeat("-", depth) + m.title + string(rune('0'+m.below)) + " ")
		}
		return strings.TrimSpace(b.String())
	}
	if got, want := shape(arrange("", p)), "a2 -b0 -c0 d0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := shape(arrange("Ana", p)), "Ana4 -a2 --b0 --c0 -d0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := shape(arrange("", &typeset.Pages{})); got != "" {
		t.Errorf("nothing gave %s", got)
	}
}

func TestCutPanicIsAnError(t *testing.T) {
	if _, _, err := cut([]byte("\x00\x01\x00\x00\x00\x01 a directory that leads nowhere"), 1); err == nil {
		t.Error("a damaged face was embedded")
	}
}
