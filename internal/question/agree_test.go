package question

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/document"
)

// In every arrangement the key must name what the sheet prints there.
func TestKeyAndSheetAgree(t *testing.T) {
	for _, typ := range []Type{choice, multiple, vocabulary, twoPart} {
		t.Run(typ.Name, func(t *testing.T) {
			it, _ := read(t, typ.Example, "Worksheet")
			for _, a := range arrangements(it) {
				if got, want := it.Key.Short(a), marked(it, a); got != want {
					t.Fatalf("%v: key %q, but right on the sheet is %q", a, got, want)
				}
			}
		})
	}
	it, _ := read(t, ordering.Example, "Worksheet")
	steps := it.Responses[0].(Order).Steps
	for _, a := range arrangements(it) {
		numbers := strings.Split(it.Key.Short(a), ", ")
		for i, o := range it.Sheet.Student(a)[0].(document.Options).Items {
			var n int
			fmt.Sscan(numbers[i], &n)
			if words(o.Text) != words(steps[n-1].Text) {
				t.Fatalf("%v: step %d is called %q", a, n, words(o.Text))
			}
		}
	}
	it, _ = read(t, matching.Example, "Worksheet")
	m := it.Responses[0].(Match)
	for _, a := range arrangements(it) {
		printed := it.Sheet.Student(a)[0].(document.Matching)
		for i, pair := range strings.Split(it.Key.Short(a), ", ") {
			for _, o := range printed.Right {
				if pair == fmt.Sprintf("%d %s", i+1, o.Label) && words(o.Text) != words(m.Right[m.Pairs[i]].Text) {
					t.Fatalf("%v: %s is %q", a, pair, words(o.Text))
				}
			}
		}
	}
}

// marked gives the short key as a reader of the sheet would find it: the
// letters of the options that are right, by their words.
func marked(it *Item, a Arrangement) string {
	var parts []string
	part := 0
	for _, b := range it.Sheet.Student(a) {
		printed, ok := b.(document.Options)
		if !ok {
			continue
		}
		var letters []string
		for _, o := range printed.Items {
			for _, written := range it.Responses[part].(Choice).Options {
				if written.Right && words(written.Text) == words(o.Text) {
					letters = append(letters, o.Label)
				}
			}
		}
		prefix := ""
		if len(it.Responses) > 1 {
			prefix = letter(part) + ": "
		}
		parts = append(parts, prefix+strings.Join(letters, ", "))
		part++
	}
	return strings.Join(parts, ", ")
}

func TestTrueFalseResponses(t *testing.T) {
	for answer, right := range map[string][2]bool{"true": {true, false}, "false": {false, true}} {
		it, _ := read(t, "### S. {.true-false}\n\n**Answer:** "+answer+"\n", "Worksheet")
		c := it.Responses[0].(Choice)
		if got := [2]bool{c.Options[0].Right, c.Options[1].Right}; got != right || !c.Fixed {
			t.Errorf("%s: right %v, fixed %v", answer, got, c.Fixed)
		}
		if len(it.Responses) != 2 || it.Responses[1].(Text).Lines != 1 {
			t.Errorf("%s: no response for the correction", answer)
		}
	}
}

func TestNumbered(t *testing.T) {
	for _, typ := range Types {
		if got := (&Item{Type: typ.Name}).Numbered(); got != (typ.Name != "annotate") {
			t.Errorf("%s: numbered %v", typ.Name, got)
		}
	}
}

// A sense is the answer where there is no other, and is then said once.
func TestSenseAsAnswer(t *testing.T) {
	it, _ := read(t, "### Q? {.vocabulary word=x}\n\n**Sense:** a cross\n", "Worksheet")
	if got, want := dump(it.Key.Teacher(nil)), "answer: **a cross**\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
