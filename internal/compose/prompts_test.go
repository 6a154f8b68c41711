package compose

import "testing"

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
