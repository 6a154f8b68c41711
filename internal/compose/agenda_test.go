package compose

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/markdown"
	"quire/internal/question"
	"quire/internal/source"
)

var periods = []int{15, 20, 30, 40, 45, 50, 55, 60, 75, 80, 90, 120, 180, 240}

// TestMatrix runs every format on every kind of lesson for every period, or
// knows why it doesn't fit, and holds the guide to what it promises.
func TestMatrix(t *testing.T) {
	twenty := strings.Repeat("opening:4 ", 4) + strings.Repeat("core:6 ", 12) + strings.Repeat("closing:4 ", 4)
	lessons := map[string]struct {
		lesson  *lesson.Lesson
		misfits string // formats that it isn't for
	}{
		"cienfuegos": {programLesson(t, "cienfuegos"), ""},
		"applause":   {programLesson(t, "applause"), ""},
		"one":        {talkOf("core:12", true), "fishbowl sac"},
		"two":        {talkOf("core core", false), "sac"},
		"twenty":     {talkOf(twenty+"sides:30 sides", true), ""},
		"no minutes": {talkOf("opening opening core core core core core closing sides", true), ""},
		"no opening": {talkOf("core:5 core:9 core closing:4", true), "sac"},
		"no core":    {talkOf("opening:5 opening closing:5", true), "fishbowl sac"},
		"no closing": {talkOf("opening core:9 core:9", false), "sac"},
		"no phases":  {talkOf(":5 :6 :7 :8", true), "sac"},
		"all kept":   {talkOf(strings.Repeat("core:10+ ", 12), true), "sac"},
		"too long":   {talkOf("opening:60 core:90 core:90 closing:60 sides:200", true), ""},
		"odd phases": {talkOf("pre:5 opening post core core", true), "sac"},
		"both sides": {talkOf("sides", true), "socratic fishbowl harkness shared-inquiry"},
	}
	guide := template(t, "guide")
	for name, c := range lessons {
		for _, f := range formats(t) {
			for _, minutes := range periods {
				where := fmt.Sprintf("%s, %s, %d minutes", name, f.Name, minutes)
				a, misfit := NewAgenda(c.lesson, f, minutes)
				if fits := !slices.Contains(strings.Fields(c.misfits), f.Name); fits != (misfit == nil) {
					t.Errorf("%s: misfit %v", where, misfit)
				}
				if a == nil {
					continue
				}
				holdsTogether(t, where, c.lesson, a)
				if minutes == 15 || minutes == 50 || minutes == 90 {
					keepsPromises(t, where, c.lesson, guide, a)
				}
			}
		}
	}
}

// holdsTogether looks whether minutes add up, and every question has one place.
func holdsTogether(t *testing.T, where string, l *lesson.Lesson, a *Agenda) {
	t.Helper()
	at := 0
	seen := map[*question.Item]int{}
	for _, p := range a.parts {
		if p.start != at || p.minutes < 1 {
			t.Errorf("%s: “%s” begins at %d, not %d, and takes %d", where, document.Plain(p.name()), p.start, at, p.minutes)
		}
		at += p.minutes
		sum := 0
		for k, it := range p.items {
			seen[it]++
			if p.each != nil {
				sum += p.each[k]
				if p.each[k] < 1 {
					t.Errorf("%s: “%s” has %d minutes", where, it.Name, p.each[k])
				}
			}
		}
		if p.each != nil && sum != p.minutes {
			t.Errorf("%s: the questions of “%s” take %d of %d minutes", where, document.Plain(p.name()), sum, p.minutes)
		}
	}
	if at != a.Minutes {
		t.Errorf("%s: adds up to %d", where, at)
	}
	for _, it := range append(a.Left, a.Unasked...) {
		seen[it]++
	}
	for _, it := range l.Section("Seminar").Items() {
		if seen[it] != 1 {
			t.Errorf("%s: “%s” has %d places", where, it.Name, seen[it])
		}
		delete(seen, it)
	}
	if len(seen) > 0 {
		t.Errorf("%s: %d questions from nowhere", where, len(seen))
	}
}

// keepsPromises reads the guide: what the clock names is a card, what has no
// time says so, what isn't there isn't spoken of.
func keepsPromises(t *testing.T, where string, l *lesson.Lesson, guide *Template, a *Agenda) {
	t.Helper()
	var findings diag.List
	d := Compose(Request{Lesson: l, Template: guide, Agenda: a}, &findings)
	cards := map[string]string{} // what stands at their right
	for _, b := range d.Blocks {
		if h, ok := b.(document.Heading); ok && h.Level == 3 {
			if n, name, ok := strings.Cut(document.Plain(h.Text), " · "); ok {
				cards[n+" "+name] = h.Points
			}
		}
	}
	clock := document.PlainBlocks(clockTable(&desk{sheet: newSheet(Request{Lesson: l, Template: guide, Agenda: a}), lesson: l, agenda: a}, document.Call{}))
	numbers := (&desk{lesson: l, agenda: a}).numbers()
	for it, n := range numbers {
		name := fmt.Sprintf("%d %s", n, it.Name)
		points, there := cards[name]
		if !there || (points == "if time allows") != a.isLeft(it) {
			t.Errorf("%s: the card of “%s” says %q", where, name, points)
		}
		if strings.Count(clock, name+"\n")+strings.Count(clock, name+", "+focusWords)+strings.Count(clock, name+";")+strings.Count(clock, name+".") != 1 {
			t.Errorf("%s: the clock doesn't name “%s” once", where, name)
		}
		delete(cards, name)
	}
	if len(cards) > 0 {
		t.Errorf("%s: cards that nobody asks: %v", where, cards)
	}
	said := document.PlainBlocks(d.Blocks)
	if len(l.Section("Exit ticket").Items()) == 0 && strings.Contains(strings.ToLower(said), "ticket for each") {
		t.Errorf("%s: speaks of exit tickets", where)
	}
	if exit := strings.Contains(clock, "Exit ticket"); exit != (len(l.Section("Exit ticket").Items()) > 0) {
		t.Errorf("%s: an exit ticket in the clock: %v", where, exit)
	}
	for _, it := range a.Unasked {
		if it.Controversial() && !strings.Contains(clock, "“"+it.Name+"”") {
			t.Errorf("%s: doesn't say that there is “%s”", where, it.Name)
		}
	}
}

// TestFormats holds what each format makes of one lesson, and of less time.
func TestFormats(t *testing.T) {
	src, err := source.New("part.md", []byte("---\naudience: teacher\nas: md\n---\n\n# {{format}}, {{minutes}} minutes\n\n{{glance}}\n\n{{clock}}\n\n{{room}}\n\n{{steps}}\n\n{{cards \"Seminar\"}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	part := parseTemplate(src, &Template{Name: "part"}, &findings)
	l := lessonIn(t, "testdata/seminar.md")
	for _, f := range formats(t) {
		var out strings.Builder
		for _, minutes := range []int{50, 25} {
			a, misfit := NewAgenda(l, f, minutes)
			if misfit != nil {
				t.Fatal(f.Name, misfit.Message)
			}
			out.WriteString(markdown.Render(Compose(Request{Lesson: l, Template: part, Agenda: a}, &findings)))
		}
		golden(t, "format-"+f.Name+".md", out.String())
	}
	if findings.Stops() {
		t.Error(findings.Sorted())
	}
}

// The format in the README is one, and fits.
func TestReadmeFormat(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, found := strings.Cut(string(readme), "```markdown\n---\nabout: ")
	text, _, closed := strings.Cut(text, "```\n")
	if !found || !closed {
		t.Fatal("the README shows no format")
	}
	a, misfit := NewAgenda(lessonIn(t, "testdata/seminar.md"), formatOf(t, "---\nabout: "+text), 53)
	if misfit != nil {
		t.Fatal(misfit)
	}
	if got := clockOf(a); got != "5 [5+3] [10+7+7] [8] 5 3" {
		t.Error(got)
	}
}

// Any format and any lesson: minutes add up, each question has one place.
func TestAgendaOfAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	fitted := 0
	for range 3000 {
		f := anyFormat(t, r)
		l := talkOf(anyQuestions(r), r.IntN(2) == 0)
		minutes := 15 + r.IntN(226)
		a, misfit := NewAgenda(l, f, minutes)
		if misfit != nil {
			if misfit.Message == "" || misfit.Hint == "" {
				t.Errorf("a misfit without words: %+v", misfit)
			}
			continue
		}
		fitted++
		var asked []string
		for _, s := range f.steps {
			asked = append(asked, fmt.Sprint(s.minutes, s.asks, s.pool))
		}
		var items []string
		for _, it := range l.Section("Seminar").Items() {
			items = append(items, fmt.Sprint(it.Name, it.Tags.Minutes, it.Tags.Keep))
		}
		holdsTogether(t, fmt.Sprintf("%v, %v, %d minutes: %s", asked, items, minutes, clockOf(a)), l, a)
		if t.Failed() {
			return
		}
	}
	if fitted < 1000 {
		t.Errorf("only %d fitted", fitted)
	}
}

func anyFormat(t *testing.T, r *rand.Rand) *Format {
	text := "---\nabout: anything\n---\n\n# Anything\n\n"
	for i := range 1 + r.IntN(7) {
		attrs := fmt.Sprintf("minutes=%d", 1+r.IntN(30))
		if i == 0 || r.IntN(2) == 0 {
			attrs += fmt.Sprintf(" asks=%q", [...]string{"opening", "core", "closing", "all", "focus", "controversy", "opening core", "core closing", "focus all", "pre"}[r.IntN(10)])
		}
		if r.IntN(5) == 0 {
			attrs += " .pool"
		}
		if r.IntN(6) == 0 {
			attrs += " when=exit-ticket"
		}
		text += fmt.Sprintf("## Step %d {%s}\n\n", i+1, attrs)
	}
	return formatOf(t, text)
}

func formatOf(t *testing.T, text string) *Format {
	t.Helper()
	src, err := source.New("anything.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	f := parseFormat(src, &findings)
	for _, x := range findings.Sorted() {
		t.Fatalf("%s: %s\n%s", x.Message, x.Hint, text)
	}
	return f
}

func anyQuestions(r *rand.Rand) string {
	var out []string
	for range 1 + r.IntN(14) {
		q := [...]string{"opening", "core", "core", "core-tests", "core-supports", "closing", "pre", "post", "sides", ""}[r.IntN(10)]
		if r.IntN(3) > 0 {
			q += fmt.Sprintf(":%d", 1+r.IntN(25))
		} else if q == "" {
			q = "core"
		}
		if r.IntN(6) == 0 {
			q += "+"
		}
		out = append(out, q)
	}
	return strings.Join(out, " ")
}

// Formats come from strangers: whatever is in a file, reading it and sharing out
// minutes by it end.
func FuzzFormat(f *testing.F) {
	for _, name := range []string{"socratic", "fishbowl", "harkness", "shared-inquiry", "sac"} {
		raw, err := os.ReadFile("../../templates/formats/" + name + ".md")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(raw), 50)
	}
	f.Add("# A {minutes=1}\n\n## B {asks=\"focus all\" .pool}\n\n### C\n", 15)
	f.Fuzz(func(t *testing.T, text string, minutes int) {
		src, err := source.New("f.md", []byte(text))
		if err != nil {
			return
		}
		minutes = 1 + max(minutes, -minutes-1)%240
		format := parseFormat(src, &diag.List{})
		a, misfit := NewAgenda(talkOf("opening:4 opening core:9 core-tests:8 core sides:30 closing:5", true), format, minutes)
		if (a == nil) == (misfit == nil) {
			t.Fatal("neither an agenda nor a reason, or both")
		}
		if a == nil {
			return
		}
		sum := 0
		for _, p := range a.parts {
			sum += p.minutes
		}
		if sum != minutes {
			t.Fatalf("%d of %d minutes", sum, minutes)
		}
	})
}

// TestWhileTheyTalk holds that the guide says of a controversy what to do
// between two sides, and of any other talk what to do in a circle.
func TestWhileTheyTalk(t *testing.T) {
	l := lessonIn(t, "testdata/seminar.md")
	for _, f := range formats(t) {
		a, misfit := NewAgenda(l, f, 50)
		if misfit != nil {
			t.Fatal(f.Name, misfit.Message)
		}
		var findings diag.List
		guide := markdown.Render(Compose(Request{Lesson: l, Template: template(t, "guide"), Agenda: a}, &findings))
		for words, sides := range map[string]bool{"What would your side say": true, "two people carry it": false} {
			_, table, _ := strings.Cut(guide, "## While they talk")
			table, _, _ = strings.Cut(table, "\n## ")
			if got := strings.Contains(table, words); got != (sides == (f.Name == "sac")) {
				t.Errorf("%s: %q under While they talk: %t", f.Name, words, got)
			}
		}
	}
}
