package question

import (
	"fmt"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/markup"
	"quire/internal/source"
)

// section parses the source of one prompt.
func section(t testing.TB, src string, findings *diag.List) *markup.Section {
	t.Helper()
	text, err := source.New("lesson.md", []byte("# Worksheet\n\n"+src))
	if err != nil {
		t.Fatal(err)
	}
	f := markup.Parse(text, findings)
	if len(f.Sections) == 0 || len(f.Sections[0].Parts) == 0 {
		t.Fatalf("no prompt in %q", src)
	}
	return f.Sections[0].Parts[0]
}

func read(t testing.TB, src, where string, inherited ...markup.Attrs) (*Item, []string) {
	t.Helper()
	var findings diag.List
	it := Read(section(t, src, &findings), inherited, where, &findings)
	return it, told(&findings)
}

// told writes findings as a table has them: severity, code, place, message.
func told(findings *diag.List) []string {
	var all []string
	for _, f := range findings.Sorted() {
		line, column := f.At.Text.Position(f.At.Start)
		all = append(all, fmt.Sprintf("%s %s %d:%d %s", f.Severity, f.Code, line-2, column, f.Message))
	}
	return all
}

func TestTypeOf(t *testing.T) {
	cases := []struct{ name, src, where, want string }{
		{"options", "### Q?\n\n- [x] a\n- [ ] b\n", "Worksheet", "choice"},
		{"options in a seminar", "### Q?\n\n- [x] a\n- [ ] b\n", "Seminar", "choice"},
		{"gaps", "### N\n\nA [[gap]] here.\n", "Worksheet", "cloze"},
		{"open", "### Q?\n", "Worksheet", "short"},
		{"few lines", "### Q? {lines=5}\n", "Worksheet", "short"},
		{"many lines", "### Q? {lines=6}\n", "Worksheet", "extended"},
		{"model", "### Q?\n\n**Model 4:** So it is.\n", "Worksheet", "extended"},
		{"criteria", "### Q?\n\n**Criteria:** I quote.\n", "Worksheet", "extended"},
		{"positions", "### Q?\n\n**Positions:**\n\n- It is.\n", "Worksheet", "discussion"},
		{"seminar", "### Q?\n", "Seminar", "discussion"},
		{"exit", "### Q?\n", "Exit ticket", "exit"},
		{"class", "### Q? {.extended}\n", "Exit ticket", "extended"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			it, findings := read(t, c.src, c.where)
			if it.Type != c.want || len(findings) > 0 {
				t.Errorf("type %s, want %s; %q", it.Type, c.want, findings)
			}
		})
	}
}

func TestNameAndStem(t *testing.T) {
	cases := []struct{ name, src, id, short, stem string }{
		{"heading asks", "### Why the bell?\n", "why-the-bell", "Why the bell?", "Why the bell?\n"},
		{"text asks", "### The bell {#ring}\n\nWhy is it kept?\n", "ring", "The bell", "Why is it kept?\n"},
		{"two-part", "### The bell {.two-part}\n\n" + partAB, "the-bell", "The bell", ""},
		{"in", "### Q {.vocabulary word=patient}\n\n**In:** a patient man\n", "q", "Q", "> a patient man\nQ\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			it, findings := read(t, c.src, "Worksheet")
			if it.ID != c.id || it.Name != c.short || dump(it.Stem) != c.stem || len(findings) > 0 {
				t.Errorf("id %q, name %q, stem %q, %q", it.ID, it.Name, dump(it.Stem), findings)
			}
		})
	}
}

const partAB = "#### Part A\n\nWhat?\n\n- [x] a cat\n- [ ] a dog\n\n#### Part B\n\nWhich words?\n\n- [x] “meow”\n  - Supports: A\n- [ ] “woof”\n  - Supports: b; so it seems.\n"

func TestSupports(t *testing.T) {
	it, findings := read(t, "### N {.two-part}\n\n"+partAB, "Worksheet")
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	b := it.Responses[1].(Choice)
	if b.Options[0].Supports != 0 || b.Options[1].Supports != 1 || it.Responses[0].(Choice).Options[0].Supports != -1 {
		t.Errorf("supports %d and %d", b.Options[0].Supports, b.Options[1].Supports)
	}
	if got := dump(b.Options[1].Reason); got != "so it seems.\n" || len(b.Options[0].Reason) != 0 {
		t.Errorf("reason %q", got)
	}
}

func TestTags(t *testing.T) {
	attrs := func(pairs string) markup.Attrs {
		var findings diag.List
		return section(t, "### X {"+pairs+"}\n", &findings).Attrs
	}
	group, top := attrs("passage=turn points=3 kind=factual"), attrs("passage=all minutes=4 kind=evaluative dok=2")
	it, findings := read(t, `### Q? {points=0 skill=best-case standards="RI.1, RI.8" allow="M1 M6" because="it must be long"}`, "Worksheet", group, top)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	want := Tags{
		Passage: "turn", Points: 0, Minutes: 4, Kind: "factual", Skill: "best-case", DOK: 2,
		Standards: []string{"RI.1", "RI.8"},
	}
	if got := fmt.Sprintf("%+v", it.Tags); got != fmt.Sprintf("%+v", want) {
		t.Errorf("tags\n%s, want\n%+v", got, want)
	}
	if it, _ := read(t, "### Q?\n", "Worksheet"); it.Tags.Points != -1 {
		t.Errorf("points %d where none were given", it.Tags.Points)
	}
}

func TestLines(t *testing.T) {
	cases := []struct {
		src, where string
		want       int
	}{
		{"### Q?\n", "Worksheet", 2},
		{"### Q? {lines=4}\n", "Worksheet", 4},
		{"### Q?\n\n**Answer:** " + strings.Repeat("word ", 28), "Worksheet", 4},
		{"### Q?\n\n**Answer:** " + strings.Repeat("word ", 2000), "Worksheet", 40},
		{"### Q?\n\n**Model 4:** " + strings.Repeat("word ", 90), "Worksheet", 10},
		{"### Q? {.extended}\n", "Worksheet", 6},
		{"### Q?\n", "Exit ticket", 3},
		{"### Q? {lines=2}\n", "Exit ticket", 2},
		{"### Q? {.vocabulary word=x}\n\n**Sense:** " + strings.Repeat("word ", 30), "Worksheet", 4},
	}
	for _, c := range cases {
		it, findings := read(t, c.src, c.where)
		if got := it.Responses[0].(Text).Lines; got != c.want || len(findings) > 0 {
			t.Errorf("%.20q: %d lines, want %d; %q", c.src, got, c.want, findings)
		}
	}
	if it, _ := read(t, "### Q? {lines=0}\n", "Worksheet"); it.Sheet.Student(nil) != nil {
		t.Error("lines=0 printed lines")
	}
	if it, _ := read(t, "### Q {.true-false lines=0}\n\n**Answer:** true\n", "Worksheet"); len(it.Responses) != 1 || len(it.Sheet.Student(nil)) != 1 {
		t.Error("lines=0 left a line for the correction")
	}
}

func TestProbes(t *testing.T) {
	it, findings := read(t, "### Q?\n\n**Probes:**\n\n- Clarify: what?\n- **Other view:** who else?\n- And: so?\n", "Seminar")
	got := ""
	for _, p := range it.Guide.Probes {
		got += "[" + p.Sort + "] " + dumpInlines(p.Text) + "\n"
	}
	if want := "[clarify] what?\n[other view] who else?\n[] And: so?\n"; got != want || len(findings) > 0 {
		t.Errorf("got\n%s%q", got, findings)
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"The chair’s reasons": "the-chairs-reasons",
		"¿Por qué? Año 3":     "por-qué-año-3",
		"???":                 "prompt",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
	if n := len(Slug(strings.Repeat("long words ", 100))); n > 60 {
		t.Errorf("a slug of %d bytes", n)
	}
}
