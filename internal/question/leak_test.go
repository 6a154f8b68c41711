package question

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// visible are the fields that students see.
var visible = []string{"hint", "starter", "word-bank", "criteria", "in", "symbols", "extra", "proposition", "for", "against", "restate"}

// seeded gives a type's example with a sentinel in everything that only a
// teacher may see, and the sentinels.
func seeded(typ Type) (src string, sentinels []string) {
	var b strings.Builder
	sentinel := func(name string) string {
		s := fmt.Sprintf("LEAK%s%d", strings.ReplaceAll(name, "-", ""), len(sentinels))
		sentinels = append(sentinels, s)
		return s
	}
	for line := range strings.Lines(typ.Example) {
		if strings.HasPrefix(line, "**") {
			break
		}
		if i := strings.Index(line, " rubric="); i >= 0 && strings.HasPrefix(line, "###") {
			end := i + 1 + strings.IndexAny(line[i+1:], " }")
			line = line[:i] + line[end:] // it is written out below
		}
		for from := 0; typ.Name != "cloze" && strings.Contains(line[from:], "[["); {
			i := from + strings.Index(line[from:], "[[")
			j := i + strings.Index(line[i:], "]]")
			line = line[:i] + "[[" + sentinel("gap") + line[j:]
			from = i + 2
		}
		if reason, ok := strings.CutPrefix(line, "  - "); ok && typ.options {
			supports := ""
			if strings.HasPrefix(reason, "Supports") {
				supports = reason[:len("Supports: A")] + ". "
			}
			line = "  - " + supports + sentinel("reason") + "\n"
		}
		b.WriteString(line)
	}
	for _, name := range append(slices.Clone(typ.fields), sharedFields()...) {
		value := "seen"
		if !slices.Contains(visible, name) {
			value = sentinel(name)
		}
		switch {
		case typ.Name == "true-false" && name == "answer":
			value = "false"
			sentinels = sentinels[:len(sentinels)-1]
		case typ.Name == "vocabulary" && (name == "answer" || name == "accept" || name == "reject"):
			sentinels = sentinels[:len(sentinels)-1] // its example has options
			continue
		case typ.Name == "cloze" && name == "accept":
			value = "1: " + value
		case typ.Name == "counterargument" && name == "answer":
			value = "\n\n- Objection: " + value + "\n- Left out: " + sentinel(name) + "\n- Reply: " + sentinel(name)
		case name == "symbols":
			value = "\n\n- **C** seen"
		case name == "rubric":
			value = "\n\n| L | C |\n|---|---|\n| 4 | " + value + " |"
		case name == "model":
			name = "model 4"
		}
		b.WriteString("\n**" + label(name) + ":** " + value + "\n")
	}
	return b.String(), sentinels
}

// arrangements gives every arrangement of an item.
func arrangements(it *Item) []Arrangement {
	all := []Arrangement{nil}
	for _, r := range it.Responses {
		n, _, _ := Shuffles(r)
		var longer []Arrangement
		for _, a := range all {
			for _, order := range permutations(n) {
				longer = append(longer, append(slices.Clone(a), order))
			}
		}
		all = longer
	}
	return all
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var all [][]int
	for _, p := range permutations(n - 1) {
		for i := 0; i <= len(p); i++ {
			all = append(all, slices.Insert(slices.Clone(p), i, n-1))
		}
	}
	return all
}

func TestNothingLeaks(t *testing.T) {
	for _, typ := range Types {
		t.Run(typ.Name, func(t *testing.T) {
			src, sentinels := seeded(typ)
			it, findings := read(t, src, whereOf(typ))
			if len(findings) > 0 {
				t.Fatalf("%q\n%s", findings, src)
			}
			for _, a := range arrangements(it) {
				seen := everything(it, a)
				if strings.Contains(seen, "LEAK") {
					t.Fatalf("a student sees\n%s", seen)
				}
			}
			told := dump(it.Key.Teacher(nil))
			for _, part := range helpAndGuide(it) {
				told += dump(part)
			}
			for _, s := range sentinels {
				if !strings.Contains(told, s) {
					t.Errorf("no teacher is told %s", s)
				}
			}
		})
	}
}

// A sheet must be the same whichever option is right.
func TestKeysDontShow(t *testing.T) {
	options := func(right int) string {
		s := ""
		for i, o := range []string{"one thing", "another", "a third"} {
			mark := " "
			if i == right {
				mark = "x"
			}
			s += "- [" + mark + "] " + o + "\n"
		}
		return s
	}
	for _, shape := range []string{
		"### Q?\n\n%s",
		"### Q? {.multiple}\n\n%s- [x] a fourth\n",
		"### Q? {.line-function passage=x}\n\n%s",
		"### Q? {.vocabulary word=x}\n\n%s",
		"### Q? {.two-part}\n\n#### Part A\n\nWhat?\n\n%s\n#### Part B\n\nWhere?\n\n- [x] here\n- [ ] there\n",
	} {
		first := ""
		for right := range 3 {
			it, findings := read(t, fmt.Sprintf(shape, options(right)), "Worksheet")
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			seen := ""
			for _, a := range arrangements(it) {
				seen += dump(it.Stem) + dump(it.Sheet.Student(a))
			}
			if first == "" {
				first = seen
			}
			if seen != first {
				t.Errorf("%q: the sheet tells that option %d is right", shape, right)
			}
		}
	}
	yes, _ := read(t, "### S. {.true-false}\n\n**Answer:** true\n", "Worksheet")
	no, _ := read(t, "### S. {.true-false}\n\n**Answer:** false\n\n**Correction:** T.\n", "Worksheet")
	if dump(yes.Sheet.Student(nil)) != dump(no.Sheet.Student(nil)) {
		t.Error("a true-false tells its answer")
	}
}

// The gaps of a text all have one width, and their numbers only.
func TestGapsTellNothing(t *testing.T) {
	one, _ := read(t, "### N\n\nA [[cat]] and a [[dog]] met.\n\n**Extra:** encyclopaedia\n", "Worksheet")
	two, _ := read(t, "### N\n\nA [[dog]] and a [[encyclopaedia]] met.\n\n**Extra:** cat\n", "Worksheet")
	if got, want := dump(one.Stem), "A __1:40mm__ and a __2:40mm__ met.\n"; got != want {
		t.Errorf("stem %q, want %q", got, want)
	}
	if dump(one.Stem) != dump(two.Stem) || dump(one.Sheet.Student(nil)) != dump(two.Sheet.Student(nil)) {
		t.Error("gaps or bank depend on which word is the answer")
	}
}
