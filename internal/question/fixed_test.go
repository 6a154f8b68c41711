package question

import (
	"strings"
	"testing"

	"quire/internal/document"
)

func TestKeepsOrder(t *testing.T) {
	cases := []struct {
		options       string // parted by |
		fixed, pinned bool   // pinned: the last one
	}{
		{"It was cheap.|It was old.|It was loud.", false, false},
		{"True|False", true, false},
		{"yes|no", true, false},
		{"12|30|140", true, false},
		{"3 teachers|eleven of the twelve|12", true, false},
		{"$1,200|$5 million|20 percent", true, false},
		{"1998|March 2003|12 May 2019", true, false},
		{"¶3|¶5–6|¶9", true, false},
		{"paragraph 2|paragraph 4", true, false},
		{"lines 3–5|line 9", true, false},
		{"about 10–20 lines|30 lines", true, false},
		{"In 1998 the mill closed its doors for good|It never did", false, false},
		{"2 people|It is not said", false, false},
		{"a mill|a dog|all of the above", false, true},
		{"a mill|a dog|None of these.", false, true},
		{"a mill|a dog|neither", false, true},
		{"a mill|a dog|a cow|both of the above", true, false},
		{"a mill|all of the above|a dog", true, false},
		{"a mill|all of these|a dog", false, false},
		{"a mill|a dog|A and B", true, false},
		{"a mill|a dog|both the first and the second", true, false},
		{"I|II|I and III only", true, false},
		{"all the teachers in the school|a dog", false, false},
	}
	for _, c := range cases {
		var options []Option
		for _, o := range strings.Split(c.options, "|") {
			options = append(options, Option{Text: document.Words(o)})
		}
		got := arrangeable(Choice{Options: options})
		n, pinned, hide := Shuffles(got)
		if got.Fixed != c.fixed || c.fixed != (n == 0) || hide {
			t.Errorf("%s: fixed %v, want %v; %d to shuffle", c.options, got.Fixed, c.fixed, n)
		}
		if !c.fixed && pinned[n-1] != c.pinned {
			t.Errorf("%s: last pinned %v, want %v", c.options, pinned[n-1], c.pinned)
		}
	}
}

func TestSolved(t *testing.T) {
	entries := make([]Entry, 3)
	two := Match{Left: entries[:2], Right: entries, Pairs: []int{0, 1}}
	cases := []struct {
		name  string
		r     Response
		order []int
		want  bool
	}{
		{"ordering as written", Order{entries}, nil, true},
		{"ordering solved", Order{entries}, []int{0, 1, 2}, true},
		{"ordering shuffled", Order{entries}, []int{0, 2, 1}, false},
		{"matching solved", two, []int{0, 1, 2}, true},
		{"matching shuffled", two, []int{0, 2, 1}, false},
		{"extra first", two, []int{2, 0, 1}, false},
		{"extras moved only", Match{Left: entries[:1], Right: entries, Pairs: []int{0}}, []int{0, 2, 1}, true},
		{"choice", Choice{Options: make([]Option, 2)}, []int{0, 1}, false},
	}
	for _, c := range cases {
		if got := Solved(c.r, c.order); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	if n, _, hide := Shuffles(two); n != 3 || !hide {
		t.Errorf("a matching shuffles %d, hide %v", n, hide)
	}
	if _, pinned, hide := Shuffles(Order{[]Entry{{Pinned: true}, {}}}); !pinned[0] || pinned[1] || !hide {
		t.Errorf("an ordering pins %v, hide %v", pinned, hide)
	}
	if n, _, _ := Shuffles(Text{}); n != 0 {
		t.Errorf("a text shuffles %d", n)
	}
}

func TestMatchingPairs(t *testing.T) {
	it, findings := read(t, "### Q? {.matching}\n\n| a | b |\n|---|---|\n| 1 | x |\n| | extra |\n| 2 | y |\n| 3 | x |\n", "Worksheet")
	m := it.Responses[0].(Match)
	got := ""
	for i, p := range m.Pairs {
		got += words(m.Left[i].Text) + words(m.Right[p].Text) + " "
	}
	if got != "1x 2y 3x " || len(m.Right) != 3 || words(m.Right[2].Text) != "extra" || len(findings) > 0 {
		t.Errorf("pairs %q of %d responses; %q", got, len(m.Right), findings)
	}
	if got := it.Key.Short(Arrangement{{2, 1, 0}}); got != "1\u00a0c, 2\u00a0b, 3\u00a0c" {
		t.Errorf("short key %q", got)
	}
}

func TestLetters(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 27: "AB", 52: "BA"} {
		if got := letter(i); got != want {
			t.Errorf("letter(%d) = %s, want %s", i, got, want)
		}
	}
}

// An arrangement that doesn't fit counts as none.
func TestForeignArrangement(t *testing.T) {
	it, _ := read(t, choice.Example, "Worksheet")
	for _, a := range []Arrangement{{}, {nil}, {{1, 0, 9}}} {
		if got := it.Key.Short(a); got != "B" {
			t.Errorf("%v: key %s", a, got)
		}
	}
	// One that leaves an option out has letters of its own.
	a := Arrangement{{1, 2}}
	if got := it.Key.Short(a); got != "A" {
		t.Errorf("%v: key %s", a, got)
	}
	if o := it.Sheet.Student(a)[0].(document.Options).Items; len(o) != 2 || o[0].Label != "A" || o[1].Label != "B" {
		t.Errorf("%v prints %v", a, o)
	}
}
