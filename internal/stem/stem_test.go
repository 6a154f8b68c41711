package stem

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/source"
)

// written parses a stem's file that a test writes.
func written(t *testing.T, body string) (*Stem, string) {
	t.Helper()
	text, err := source.New("stem test", []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	s := read("test", text, &findings)
	return s, messages(&findings)
}

func messages(l *diag.List) string {
	var all []string
	for _, f := range l.Sorted() {
		all = append(all, f.Message)
	}
	return strings.Join(all, "; ")
}

// prompt parses one prompt of a lesson.
func prompt(t *testing.T, body string) *markup.Section {
	t.Helper()
	text, err := source.New("lesson.md", []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	f := markup.Parse(text, &findings)
	if findings.Stops() || len(f.Sections) != 1 {
		t.Fatalf("%s: %s", body, messages(&findings))
	}
	return f.Sections[0]
}

// dump writes what matters of a section, a line for each part.
func dump(s *markup.Section) string {
	var b strings.Builder
	for _, c := range s.Attrs.Classes {
		fmt.Fprintf(&b, ".%s ", c.Text)
	}
	for _, p := range s.Attrs.Pairs {
		fmt.Fprintf(&b, "%s=%s ", p.Key.Text, p.Value.Text)
	}
	fmt.Fprintf(&b, "\n%s\n%s", document.Plain(s.Title), document.PlainBlocks(s.Blocks))
	for i, g := range s.Gaps {
		fmt.Fprintf(&b, "gap %d: %s\n", i+1, g.Answer)
	}
	for _, f := range s.Fields {
		fmt.Fprintf(&b, "%s %d: %s", f.Name, f.Number, document.PlainBlocks(f.Blocks))
	}
	for _, p := range s.Parts {
		b.WriteString(dump(p))
	}
	return b.String()
}

const ofAllParts = `---
about: a test
section: Worksheet
arguments:
  who: somebody
  what: {about: something, otherwise: a bench}
---

# Stem

### Short name {.multiple points=2 kind=factual rubric=cer}

{{given "who"}} wants {{gap given=what}}, and [[rest]].

- [ ] one
- [x] TODO: two

**Answer:** TODO: {{given "what"}}

**Model 4:** four

#### Part A

The first part?

- a of the stem

# Example

### E {stem=test passage=p who=She}
`

// What a prompt writes itself stands in the place of the stem's, part by part.
func TestFill(t *testing.T) {
	for _, c := range []struct{ name, prompt, want, kept, findings string }{
		{
			"nothing of its own", `### Mine {stem=test passage=p who=*She*}`,
			".multiple passage=p points=2 kind=factual rubric=cer \nMine\n*She* wants ____, and ____.\none\nTODO: two\ngap 1: a bench\ngap 2: rest\n" +
				"answer 0: TODO: a bench\nmodel 4: four\n\nPart A\nThe first part?\na of the stem\n",
			"the text, the options, Answer, Model 4, Part A: the text, Part A: the list", "",
		},
		{
			"text, with gaps of its own", "### Mine {stem=test who=She}\n\nMy [[own]] text.",
			".multiple points=2 kind=factual rubric=cer \nMine\nMy ____ text.\none\nTODO: two\ngap 1: own\n" +
				"answer 0: TODO: a bench\nmodel 4: four\n\nPart A\nThe first part?\na of the stem\n",
			"the options, Answer, Model 4, Part A: the text, Part A: the list", "",
		},
		{
			"everything else", "### Mine {.ordering stem=test who=She what=\"a {chair}\" points=9}\n\n1. first\n2. second\n\n**Answer:** mine\n\n**Model 2:** two\n\n**Rubric:** r\n\n#### part a\n\n- b of mine\n\n#### Part B\n\nMore.",
			".ordering points=9 kind=factual \nMine\nShe wants ____, and ____.\nfirst\nsecond\ngap 1: a {chair}\ngap 2: rest\n" +
				"answer 0: mine\nmodel 2: two\nrubric 0: r\nmodel 4: four\n\npart a\nThe first part?\nb of mine\n\nPart B\nMore.\n",
			"the text, Model 4, Part A: the text", "",
		},
		{
			"an argument that is needed", `### Mine {stem=test}`, "", "", "the stem “test” needs “who”",
		},
		{
			"an argument without words", `### Mine {stem=test who=" "}`, "", "", "the stem “test” needs “who”",
		},
		{
			"an argument that there isn't", `### Mine {stem=test who=She color=red}`, "", "", "the stem “test” has no argument “color”",
		},
		{
			"an argument with a slip is not missed as well", `### Mine {stem=test whi=She}`, "", "", "the stem “test” has no argument “whi”",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, wrong := written(t, ofAllParts)
			if wrong != "" {
				t.Fatal(wrong)
			}
			var findings diag.List
			got, kept := s.Fill(prompt(t, c.prompt), &findings)
			if m := messages(&findings); m != c.findings {
				t.Errorf("findings: %s, want %s", m, c.findings)
			}
			if c.want == "" {
				return
			}
			if d := dump(got); d != c.want {
				t.Errorf("got\n%s\nwant\n%s", d, c.want)
			}
			var names []string
			for _, k := range kept {
				names = append(names, k.Name)
			}
			if n := strings.Join(names, ", "); n != c.kept {
				t.Errorf("kept %s, want %s", n, c.kept)
			}
		})
	}
}

func TestMarkdown(t *testing.T) {
	s, _ := written(t, ofAllParts)
	got, ok := s.Markdown("turn", nil)
	if want := "### Short name {#test passage=turn .multiple points=2 kind=factual rubric=cer}\n\n(TODO: somebody) wants [[a bench]], and [[rest]].\n"; !ok || !strings.HasPrefix(got, want) {
		t.Errorf("%v\n%s", ok, got)
	}
	got, _ = s.Markdown("turn", map[string]string{"who": "She", "what": "rest"})
	if !strings.Contains(got, "She wants [[rest]]") || !strings.Contains(got, "**Answer:** TODO: rest") {
		t.Errorf("%s", got)
	}
	s, _ = written(t, strings.Replace(ofAllParts, `{{given "who"}}`, "{{quote given=who}}", 1))
	if _, ok := s.Markdown("turn", nil); ok {
		t.Error("a quotation of nothing was written")
	}
}

// A stem that isn't written as package prompts says is an error.
func TestReadSlips(t *testing.T) {
	for _, c := range []struct{ name, from, to string }{
		{"a key that there isn't", "about:", "abuot:"},
		{"an argument that says nothing", "who: somebody", "who:"},
		{"an argument with a key that there isn't", "otherwise:", "else:"},
		{"no prompt", "# Stem", "# Steam"},
		{"no attributes", " {.multiple points=2 kind=factual rubric=cer}", ""},
		{"two prompts", "### E", "### More {points=1}\n\n# Stem\n\n### E"},
	} {
		if _, wrong := written(t, strings.Replace(ofAllParts, c.from, c.to, 1)); wrong == "" {
			t.Errorf("%s: not found", c.name)
		}
	}
}

// Every stem says of each argument what it is and uses it, and uses no other.
func TestArguments(t *testing.T) {
	for _, s := range All() {
		var used []string
		for _, c := range callsIn(s.prompt) {
			switch name := givenTo(c); {
			case name == "":
				if c.Name == givenCall || c.Name == gapCall {
					t.Errorf("%s: %s uses no argument", s.Name, c.Source)
				}
			case s.Argument(name) == nil:
				t.Errorf("%s: %s uses an argument that there isn't", s.Name, c.Source)
			default:
				used = append(used, name)
			}
		}
		for _, a := range s.Arguments {
			if !slices.Contains(used, a.Name) {
				t.Errorf("%s doesn't use its argument %s", s.Name, a.Name)
			}
		}
		for _, p := range s.prompt.Attrs.Pairs {
			if p.Key.Text == "passage" || p.Key.Text == "phase" || p.Key.Text == "stem" {
				t.Errorf("%s sets %s, which is for its user to say", s.Name, p.Key.Text)
			}
		}
	}
}

func TestSearch(t *testing.T) {
	all := Entries()
	if len(Search(all, Query{})) != len(all) {
		t.Error("a query for nothing finds less than all")
	}
	for _, c := range []struct {
		name string
		q    Query
		want string // one that is found
		not  string // one that isn't
	}{
		{"kind", Query{Kind: "evaluative"}, "does-it-follow", "rival-readings"},
		{"skill", Query{Skill: "tone"}, "one-word-replaced", "sentence-to-keep"},
		{"phase", Query{Phase: "opening"}, "sentence-to-keep", "rival-readings"},
		{"type", Query{Type: "cloze"}, "summary-frame", "turn"},
		{"all words", Query{Words: []string{"Probes", "compar"}}, "is-it-like", "turn"},
		{"a word with a hyphen", Query{Words: []string{"best-case"}}, "best-answer", "turn"},
	} {
		var names []string
		for _, e := range Search(all, c.q) {
			names = append(names, e.Name)
		}
		if !slices.Contains(names, c.want) || slices.Contains(names, c.not) {
			t.Errorf("%s: %v", c.name, names)
		}
	}
	if found := Search(all, Query{Phase: "opening", Type: "cloze"}); found != nil {
		t.Errorf("%d stems for nothing", len(found))
	}
}

// A place in a stem is at home in the prompt that takes it in.
func TestAtHome(t *testing.T) {
	p := prompt(t, "### T {stem=turn passage=p}")
	v, _ := p.Attrs.Get(Attribute)
	filled, _ := Find(v.Text, v.At).Fill(p, &diag.List{})
	if at := filled.Blocks[0].Span(); at.Home() != v.At || !strings.HasPrefix(at.String(), "In {{ref}}") {
		t.Errorf("%q is at home in %q", at, at.Home())
	}
	if Find("../lessons/applause/lesson", source.Span{}) != nil || Find("", source.Span{}) != nil {
		t.Error("a stem that there isn't was found")
	}
}
