package compose

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/question"
)

// items makes prompts of "opening:7 core core:12 …", minutes where given.
func items(s string) []*question.Item {
	var out []*question.Item
	for _, f := range strings.Fields(s) {
		phase, minutes, _ := strings.Cut(f, ":")
		it := &question.Item{Name: phase, Tags: question.Tags{Phase: phase, Points: -1}}
		fmt.Sscan(minutes, &it.Tags.Minutes)
		out = append(out, it)
	}
	return out
}

func TestClock(t *testing.T) {
	for _, c := range []struct {
		total int
		items string
		exit  bool
		want  string
	}{
		// The usual hour, and what each of its parts gets.
		{50, "opening core closing", true, "3 5 7 20 7 5 3"},
		{50, "opening opening core core core core closing closing", true, "3 5 4 4 5 5 5 5 3 3 5 3"},
		{50, "core core core core", false, "3 6 9 9 9 9 5"},
		// Their own minutes are kept, to the minute.
		{50, "opening:7 core:12 core:8 closing:7", true, "3 5 7 12 8 7 5 3"},
		{50, "opening:5 core:10 core:10 core closing:5", true, "3 6 5 10 10 2 5 6 3"},
		// The same questions on other clocks.
		{75, "opening:7 core:12 core:8 closing:7", true, "5 8 11 18 12 10 7 4"},
		{90, "opening:7 core:12 core:8 closing:7", true, "5 9 13 22 14 13 9 5"},
		{40, "opening:7 core:12 core:8 closing:7", true, "2 4 6 10 6 6 4 2"},
		{30, "opening core closing", true, "2 3 4 12 4 3 2"},
		{50, "pre core post", true, "3 5 6 23 5 5 3"},
		// Few questions are not stretched; what is left is for further talk.
		{50, "core", true, "3 5 20 14 5 3"},
		{50, "core:12", true, "3 5 24 10 5 3"},
		{90, "opening core closing", true, "5 9 13 20 13 16 9 5"},
		// Hardly any time at all.
		{7, "opening core closing", true, "1 1 1 1 1 1 1"},
		{3, "opening core closing", true, "0 0 1 1 1 0 0"},
		{50, "", false, "12 19 19"},
	} {
		slots := clock(c.total, items(c.items), c.exit)
		var got []string
		sum, at := 0, 0
		for _, s := range slots {
			got = append(got, fmt.Sprint(s.minutes))
			if s.start != at {
				t.Errorf("%d, %s: a slot starts at %d, not %d", c.total, c.items, s.start, at)
			}
			at += s.minutes
			sum += s.minutes
		}
		if sum != c.total {
			t.Errorf("%d, %s: adds up to %d", c.total, c.items, sum)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%d, %s:\n got %s\nwant %s", c.total, c.items, g, c.want)
		}
	}
}

// Whatever is asked for, the minutes add up and none is negative.
func TestClockAddsUp(t *testing.T) {
	phases := []string{"opening", "core", "closing", "pre", "post", ""}
	for total := 1; total <= 200; total += 7 {
		for n := range 60 {
			var s []string
			for i := range n % 13 {
				s = append(s, fmt.Sprintf("%s:%d", phases[(n+i)%6], (n*i)%31-3))
			}
			sum := 0
			for _, slot := range clock(total, items(strings.Join(s, " ")), n%2 == 0) {
				if slot.minutes < 0 {
					t.Fatalf("%d, %v: %d minutes", total, s, slot.minutes)
				}
				sum += slot.minutes
			}
			if sum != total {
				t.Fatalf("%d, %v: adds up to %d", total, s, sum)
			}
		}
	}
}

// Two circles change places at the question that begins nearest to the middle
// of the talk, if there are two questions.
func TestChange(t *testing.T) {
	for given, want := range map[string]int{
		"core": 0, "core core": 3, "core:5 core:20 core:5": 3, "core:20 core:5 core:5": 3, "core core core core": 4,
	} {
		if got := change(clock(50, items(given), true)); got != want {
			t.Errorf("%s: before slot %d, want %d", given, got, want)
		}
	}
}
