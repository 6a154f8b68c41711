package compose

import (
	"strings"
	"testing"

	"quire/internal/question"
)

func namesIn(items []*question.Item) string {
	var names []string
	for _, it := range items {
		names = append(names, it.Name)
	}
	return strings.Join(names, ", ")
}

// What is left out for want of time, by the rule that choose documents.
func TestChoose(t *testing.T) {
	const usual = "opening:3 opening:4 core-supports:4 core-tests:4 core:4 core:4 core-supports:4 closing:4 closing:3"
	for _, c := range []struct {
		minutes int
		format  string
		items   string
		want    string
	}{
		{50, Usual, usual, ""},
		{45, Usual, usual, ""},
		// The core is furthest over its part; the last on whose side another is.
		{40, Usual, usual, "core 7"},
		// Then those on no side, so that both sides are asked as long as there are two.
		{30, Usual, usual, "opening 2, core 6, core 7, closing 9"},
		{20, Usual, usual, "opening 2, core 5, core 6, core 7, closing 9"},
		{15, Usual, usual, "opening 2, core 4, core 5, core 6, core 7, closing 9"},
		// What the author keeps goes last.
		{30, Usual, strings.NewReplacer("core-supports:4 closing", "core-supports:4+ closing", "opening:4", "opening:4+").Replace(usual), "opening 1, core 3, core 6, closing 9"},
		{15, Usual, "core:8+ core:8+ core:8", "core 2, core 3"},
		// Questions without minutes are given three at least.
		{50, Usual, strings.Repeat("core ", 12), "core 11, core 12"},
		{30, Usual, strings.Repeat("core ", 12), "core 7, core 8, core 9, core 10, core 11, core 12"},
		{90, Usual, strings.Repeat("core ", 12), ""},
		// One that alone is too long is shortened.
		{30, Usual, "core:60", ""},
		// Each circle keeps one; a pool keeps all; a controversy is one.
		{15, "fishbowl", "core:20 core:20 core:20", "core 3"},
		{15, "harkness", usual, ""},
		{15, "shared-inquiry", usual, ""},
		{50, "sac", "core sides:20 sides:20 core", "sides 3"},
		{50, "sac", "sides:20 sides:20+", "sides 1"},
	} {
		a := agendaOf(t, talkOf(c.items, true), c.format, c.minutes)
		if got := namesIn(a.Left); got != c.want {
			t.Errorf("%d minutes, %s, %s: left out %s, want %s", c.minutes, c.format, c.items, got, c.want)
		}
	}
}

// Questions that several steps ask are dealt to them in order.
func TestDeal(t *testing.T) {
	for items, want := range map[string]string{
		"core core":                     "core 1 | core 2",
		"core core core":                "core 1, core 2 | core 3",
		"core core core core":           "core 1, core 2 | core 3, core 4",
		"core:4 core:4 core:4 core:12":  "core 1, core 2, core 3 | core 4",
		"core:12 core:4 core:4 core:4":  "core 1 | core 2, core 3, core 4",
		"core:30 core:2":                "core 1 | core 2",
		"core:2 core:30":                "core 1 | core 2",
		"opening core core closing":     "core 2 | core 3",
		"pre core:3 core:3 core:9 post": "core 2, core 3 | core 4",
	} {
		a := agendaOf(t, talkOf(items, true), "fishbowl", 60)
		var got []string
		for _, p := range a.parts {
			if p.step != nil && len(p.step.asks) == 1 && p.step.asks[0] == "core" {
				got = append(got, namesIn(p.items))
			}
		}
		if g := strings.Join(got, " | "); g != want {
			t.Errorf("%s: %s, want %s", items, g, want)
		}
	}
}

// Two circles talk equally long, whatever their questions' minutes.
func TestCirclesAreEven(t *testing.T) {
	for _, minutes := range []int{30, 50, 75, 90} {
		var circles []int
		for _, p := range agendaOf(t, talkOf("opening:5 core:14 core:3 core:5 closing:5", true), "fishbowl", minutes).parts {
			if p.step != nil && len(p.step.asks) == 1 && p.step.asks[0] == "core" {
				circles = append(circles, p.minutes)
			}
		}
		if len(circles) != 2 || abs(circles[0]-circles[1]) > 1 {
			t.Errorf("%d minutes: the circles have %v", minutes, circles)
		}
	}
}

func abs(n int) int { return max(n, -n) }

func TestFocus(t *testing.T) {
	for _, c := range []struct {
		items string
		kinds string // of the questions, one letter each: i, e or -
		want  string
	}{
		{"opening core core closing", "iei-", "core 3"},
		{"opening core core closing", "ieei", "core 2"},
		{"opening core core+ closing", "iie-", "core 3"},
		{"opening+ closing", "i-", "opening 1"},
		{"sides closing core", "iii", "core 3"},
		{"sides", "i", ""},
	} {
		all := items(c.items)
		for i, k := range c.kinds {
			all[i].Tags.Kind = map[rune]string{'i': "interpretive", 'e': "evaluative"}[k]
		}
		got := ""
		if it := focusOf(all); it != nil {
			got = it.Name
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.items, got, c.want)
		}
	}
}
