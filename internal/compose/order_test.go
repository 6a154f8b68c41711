package compose

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/question"
)

// group makes a group of one item for each phase: "-" for none, "job" for a job
// in the margin.
func group(title string, phases ...string) lesson.Group {
	g := lesson.Group{Title: document.Words(title)}
	for _, p := range phases {
		it := &question.Item{Name: title + " " + p, Type: "short", Tags: question.Tags{Points: -1}}
		switch p {
		case "job":
			it.Type = "annotate"
		case "-":
		default:
			it.Tags.Phase = p
		}
		g.Items = append(g.Items, it)
	}
	return g
}

func TestBeforeReading(t *testing.T) {
	for _, c := range []struct {
		group lesson.Group
		want  bool
	}{
		{group("First steps", "pre", "pre"), true},
		{group("First steps", "pre", "core"), false},
		{group("First steps", "pre", "-"), false},
		{group("Before you read", "-", "-"), true},
		{group("before reading", "-"), true},
		{group("Before you read", "-", "job"), true},
		{group("Before you read", "job"), false},
		{group("Before you write", "post"), false},
		{group("Beforehand", "-"), false},
		{group("", "-"), false},
		{group("Before you read"), false},
	} {
		if got := beforeReading(c.group); got != c.want {
			t.Errorf("%s: %v", document.Plain(c.group.Title), got)
		}
	}
}

// What comes before the reading is printed and numbered first, on the sheet and
// in the key alike, wherever it was written.
func TestPrintedOrder(t *testing.T) {
	late := group("Close reading", "-", "-")
	early := group("Before you read", "-")
	for _, g := range []lesson.Group{late, early} {
		for _, it := range g.Items {
			it.Stem = []document.Block{document.Paragraph{Text: document.Words(it.Name)}}
			it.Key = wordKey(it.Name)
		}
	}
	early.Items[0].Name = "Early"
	l := printed(t)
	l.Sections = []lesson.Section{{Name: "Worksheet", Groups: []lesson.Group{late, early}}}
	if n := numbersOf(&l.Sections[0], form.Form{})[early.Items[0]]; n != 1 {
		t.Errorf("what comes first has number %d", n)
	}
	var order []string
	for _, b := range made(t, l, template(t, "worksheet")).Blocks {
		switch b := b.(type) {
		case document.Essay:
			order = append(order, "essay")
		case document.Prompt:
			order = append(order, fmt.Sprintf("%d %s", b.Number, document.PlainBlocks(b.Blocks[:1])))
		}
	}
	got := strings.ReplaceAll(strings.Join(order, ", "), "\n", "")
	if want := "1 Before you read -, essay, 2 Close reading -, 3 Close reading -"; got != want {
		t.Errorf("worksheet: %s\nwant %s", got, want)
	}
	key := document.PlainBlocks(made(t, l, template(t, "key")).Blocks)
	if first, second := strings.Index(key, "Early"), strings.LastIndex(key, "Close reading"); first < 0 || second < first {
		t.Errorf("key: %q", key)
	}
	// A template that doesn't ask for a phase gets all.
	s := newSheet(Request{Lesson: l, Form: form.Form{}, Template: template(t, "exit-ticket")})
	for phase, want := range map[string]int{"": 5, preOnly: 2, notPre: 3} {
		c := document.Call{Arguments: []document.Argument{{Value: "Worksheet"}}}
		if phase != "" {
			c.Named = []document.Argument{{Key: "phase", Value: phase}}
		}
		if got := prompts(s, c); len(got) != want {
			t.Errorf("%q: %d blocks, want %d", phase, len(got), want)
		}
		if said := document.PlainBlocks(prompts(s, c)); phase == "" && !strings.HasPrefix(said, "Before you read") {
			t.Errorf("all prompts begin with %q", said)
		}
	}
}

// wordKey is a key that says a word.
type wordKey string

func (k wordKey) Short(question.Arrangement) string { return string(k) }
func (k wordKey) Teacher(question.Arrangement) []document.Block {
	return []document.Block{document.Paragraph{Style: document.Answer, Text: document.Words(string(k))}}
}

func TestCredit(t *testing.T) {
	gaps := func(n int) question.Response { return question.Gaps{Accept: make([][]string, n)} }
	steps := func(n int) question.Response { return question.Order{Steps: make([]question.Entry, n)} }
	pairs := func(n int) question.Response { return question.Match{Pairs: make([]int, n)} }
	for _, c := range []struct {
		points   int
		response question.Response
		want     string
	}{
		{5, gaps(5), "1 point for each right word."},
		{6, pairs(3), "2 points for each right pair."},
		{3, steps(6), "1 point for each 2 steps in their places."},
		{2, steps(5), "1 point less for each step out of its place, down to none."},
		{4, gaps(3), ""},
		{1, pairs(4), ""},
		{-1, pairs(4), ""},
		{2, gaps(1), ""},
		{2, question.Text{}, ""},
	} {
		it := &question.Item{Tags: question.Tags{Points: c.points}, Responses: []question.Response{c.response}}
		if got := credit(it); got != c.want {
			t.Errorf("%d points, %T: %q, want %q", c.points, c.response, got, c.want)
		}
	}
}

func TestPartings(t *testing.T) {
	for _, c := range []struct {
		groups string // minutes of the items, groups parted by a bar
		period int
		want   string // minutes before each parting
	}{
		{"10 10 | 20", 50, ""},
		{"10 20 | 30", 50, "30"},
		{"5 | 20 25 20", 50, "50"},             // the group ends too early to part there
		{"20 20 | 20 20 | 20 20", 50, "40 80"}, // twice
		{"60 | 10", 50, "60"},
		{"10 90", 50, "10"},
		{"0 0 | 60", 50, ""},
		{"60", 50, ""},
	} {
		sec := lesson.Section{Groups: []lesson.Group{{Title: document.Words("G")}}}
		for _, f := range strings.Fields(c.groups) {
			if f == "|" {
				sec.Groups = append(sec.Groups, lesson.Group{Title: document.Words("G")})
				continue
			}
			it := &question.Item{}
			fmt.Sscan(f, &it.Tags.Minutes)
			g := &sec.Groups[len(sec.Groups)-1]
			g.Items = append(g.Items, it)
		}
		all, total := pauses(sec.Groups)
		var got []string
		for _, p := range partingsOf(all, total, c.period) {
			got = append(got, fmt.Sprint(p.minutes))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s in %d: %q, want %q", c.groups, c.period, g, c.want)
		}
	}
}

func TestPartingInWords(t *testing.T) {
	l := small(t)
	l.Meta.Minutes = 15
	l.Section("Worksheet").Groups[1].Items[9].Tags.Minutes = 12
	got := document.PlainBlocks(parting(&desk{sheet: newSheet(Request{Lesson: l, Template: template(t, "key")}), lesson: l}, document.Call{}))
	want := "Longer than a class period of 15\u00a0minutes. Part it before question\u00a010, after about 5\u00a0minutes; the rest takes about 12\u00a0minutes.\n"
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := parting(&desk{sheet: newSheet(Request{Lesson: small(t), Template: template(t, "key")}), lesson: small(t)}, document.Call{}); got != nil {
		t.Errorf("a short sheet is parted: %v", got)
	}
}

func TestRuns(t *testing.T) {
	for want, numbers := range map[string][]int{
		"": {0}, "1": {1}, "1, 2": {1, 2}, "1–3": {1, 2, 3}, "1, 3–5, 9": {1, 3, 4, 5, 9},
	} {
		if got := runs(numbers); got != want {
			t.Errorf("%v: %q, want %q", numbers, got, want)
		}
	}
}
