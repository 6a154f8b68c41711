package form

import (
	"fmt"
	"slices"
	"testing"

	"quire/internal/question"
)

func rightAt(c question.Choice, right ...int) question.Choice {
	for _, i := range right {
		c.Options[i].Right = true
	}
	return c
}

// Fewer options: one wrong option goes, the same in every form, and what is
// left stands in the order that it had.
func TestFewer(t *testing.T) {
	c := rightAt(options(4, 3), 1)
	gone := map[string]bool{}
	for i := range 50 {
		var missing []string
		for _, name := range []string{"A", "B"} {
			f := Form{Name: name, Seed: fmt.Sprint(i)}
			whole := f.Arrange(item("x", c))[0]
			f.Fewer = 1
			got := f.Arrange(item("x", c))[0]
			if len(got) != 3 || !slices.Contains(got, 1) || !slices.Contains(got, 3) {
				t.Fatalf("%v of %v", got, whole)
			}
			rest := slices.DeleteFunc(slices.Clone(whole), func(o int) bool { return !slices.Contains(got, o) })
			if !slices.Equal(rest, got) {
				t.Fatalf("%v is in another order than %v", got, whole)
			}
			for o := range 4 {
				if !slices.Contains(got, o) {
					missing = append(missing, fmt.Sprint(o))
				}
			}
		}
		if missing[0] != missing[1] {
			t.Errorf("form A does without %s, form B without %s", missing[0], missing[1])
		}
		gone[missing[0]] = true
	}
	if len(gone) != 2 {
		t.Errorf("of the two wrong options that may go, %v went", gone)
	}
}

func TestFewerLeavesOthersAlone(t *testing.T) {
	for name, it := range map[string]*question.Item{
		"two options":     item("x", rightAt(options(2), 0)),
		"several answers": item("x", question.Choice{Options: rightAt(options(4), 0, 1).Options, Several: true}),
		"two parts":       item("x", rightAt(options(3), 0), rightAt(options(3), 1)),
		"a matching":      item("x", match(3, 1)),
		"pinned options":  item("x", rightAt(options(3, 1, 2), 0)),
	} {
		usual, fewer := Form{Name: "A", Seed: "s"}, Form{Name: "A", Seed: "s", Fewer: 1}
		if a, b := fmt.Sprint(usual.Arrange(it)), fmt.Sprint(fewer.Arrange(it)); a != b {
			t.Errorf("%s: %s became %s", name, a, b)
		}
	}
	if got := (Form{Name: "A", Seed: "s", Fewer: 9}).Arrange(item("x", rightAt(options(4), 2)))[0]; len(got) != 2 || !slices.Contains(got, 2) {
		t.Errorf("as few as can be: %v", got)
	}
	numbers := item("x", question.Choice{Options: rightAt(options(4), 2).Options, Fixed: true})
	if got := (Form{Name: "A", Seed: "s", Fewer: 1}).Arrange(numbers)[0]; len(got) != 3 || !slices.IsSorted(got) {
		t.Errorf("numbers: %v", got)
	}
}
