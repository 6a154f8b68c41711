package compose

import (
	"fmt"
	"testing"

	"quire/internal/document"
)

// TestSum: a group says what its prompts are worth together, unless a single
// one says it already. Jobs without a number don't count.
func TestSum(t *testing.T) {
	for _, c := range []struct {
		numbers []int
		want    string
	}{
		{nil, ""}, {[]int{4}, ""}, {[]int{0, 4}, ""}, {[]int{4, 5}, "6 points"},
	} {
		g := sheetGroup{points: 6}
		for _, n := range c.numbers {
			g.tasks = append(g.tasks, task{number: n})
		}
		if got := g.sum(); got != c.want {
			t.Errorf("numbers %v: %q, want %q", c.numbers, got, c.want)
		}
	}
}

// TestSheetsTurn: a task with two sides has a page for each, and what stands
// before and after it in its group begins another.
func TestSheetsTurn(t *testing.T) {
	say := func(s string) document.Block { return document.Paragraph{Text: document.Words(s)} }
	two := task{number: 2, points: 3, stem: []document.Block{say("asked")}, body: []document.Block{say("front"), document.Break{Firm: true}, say("back")}}
	one := task{number: 1, stem: []document.Block{say("plain")}}
	for _, c := range []struct {
		tasks []task
		want  string
	}{
		{[]task{two}, "[2 3 points asked front] turn [0  back] "},
		{[]task{one, two}, "[1  plain] turn [2 3 points asked front] turn [0  back] "},
		{[]task{two, one}, "[2 3 points asked front] turn [0  back] turn [1  plain] "},
	} {
		s := &sheet{sections: map[string]sheetSection{"Worksheet": {groups: []sheetGroup{{tasks: c.tasks}}}}}
		call := document.Call{Arguments: []document.Argument{{Value: "Worksheet"}}}
		got := ""
		for _, b := range prompts(s, call) {
			switch b := b.(type) {
			case document.Break:
				got += "turn "
				if !b.Firm {
					t.Error("a sheet that large print need not turn")
				}
			case document.Prompt:
				got += fmt.Sprintf("[%d %s", b.Number, b.Points)
				for _, in := range b.Blocks {
					got += " " + document.Plain(in.(document.Paragraph).Text)
				}
				got += "] "
			}
		}
		if got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
		if all := sheets(s, call); len(all) != 3 {
			t.Errorf("sheets gives %v", all)
		}
	}
}
