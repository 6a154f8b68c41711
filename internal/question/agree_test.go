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
			found := ""
			for _, o := range printed.Right {
				if pair == fmt.Sprintf("%d\u00a0%s", i+1, o.Label) {
					found = words(o.Text)
				}
			}
			if found != words(m.Right[m.Pairs[i]].Text) {
				t.Fatalf("%v: %s is %q", a, pair, found)
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
			prefix = "Part\u00a0" + letter(part) + "\u00a0"
		}
		parts = append(parts, prefix+strings.Join(letters, ", "))
		part++
	}
	return strings.Join(parts, " · ")
}

func TestTrueFalseResponses(t *testing.T) {
	for answer, right := range map[string][2]bool{"true": {true, false}, "false": {false, true}} {
		it, _ := read(t, "### S. {.true-false}\n\n**Answer:** "+answer+"\n", "Worksheet")
		c := it.Responses[0].(Choice)
		if got := [2]bool{c.Options[0].Right, c.Options[1].Right}; got != right || !c.Fixed {
			t.Errorf("%s: right %v, fixed %v", answer, got, c.Fixed)
		}
		if len(it.Responses) != 2 || it.Responses[1].(Text).Lines != 2 {
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

// The room to put a statement right is that of the statement, true or false,
// whatever the correction says.
func TestRoomForCorrections(t *testing.T) {
	long := strings.Repeat("word ", 28) + "end."
	for _, answer := range []string{"true", "false\n\n**Correction:** No"} {
		it, _ := read(t, "### S {.true-false}\n\n"+long+"\n\n**Answer:** "+answer+"\n", "Worksheet")
		lines := it.Sheet.Student(nil)[1].(document.AnswerLines)
		if lines.Lines != 4 || it.Responses[1].(Text).Lines != 4 {
			t.Errorf("%s: %d lines", answer, lines.Lines)
		}
	}
}

// What is worth three points gets three lines at least, if the author doesn't
// say how many.
func TestRoomByPoints(t *testing.T) {
	for attributes, want := range map[string]int{"": 2, "points=2": 2, "points=3": 3, "points=4": 3, "points=4 lines=1": 1} {
		for _, class := range []string{"", ".vocabulary word=x "} {
			it, _ := read(t, "### Q? {"+class+attributes+"}\n\n**Answer:** Yes.\n", "Worksheet")
			if got := it.Responses[0].(Text).Lines; got != want {
				t.Errorf("%s%s: %d lines, want %d", class, attributes, got, want)
			}
		}
	}
}

// A bank of one answer and less than two other words would give it away.
func TestBankOfOneGap(t *testing.T) {
	for src, bank := range map[string]int{
		"A [[gap]].":                              0,
		"A [[gap]].\n\n**Extra:** hole":           0,
		"A [[gap]].\n\n**Extra:** hole, crack":    3,
		"A [[gap]] and [[another]].":              2,
		"A [[gap]] and [[gap2]].\n\n**Extra:** x": 3,
	} {
		it, _ := read(t, "### S\n\n"+src+"\n", "Worksheet")
		if got := it.Responses[0].(Gaps).Bank; len(got) != bank || len(it.Sheet.Student(nil)) != min(bank, 1) {
			t.Errorf("%q: bank %q, sheet %v", src, got, it.Sheet.Student(nil))
		}
	}
}

// The sentence in which a word stands is printed with its place.
func TestWordInPlace(t *testing.T) {
	place := document.Place{FirstParagraph: 2, LastParagraph: 2, FirstLine: 9, LastLine: 10}
	quote := document.Quotation{Place: place, Words: "to curtail it"}
	reference := document.Reference{Place: place, Words: "line 9"}
	for want, text := range map[string][]document.Inline{
		"“to curtail it” (lines\u00a09–10)": {quote},
		"“to curtail it” line 9":            {quote, document.Text{Words: " "}, reference},
		"no quotation":                      document.Words("no quotation"),
	} {
		got := withPlace([]document.Block{document.Paragraph{Text: text}})
		if words := document.Plain(got[0].(document.Paragraph).Text); words != want {
			t.Errorf("got %q, want %q", words, want)
		}
	}
}
