package compose

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/templates"
)

func TestOurTemplates(t *testing.T) {
	var names []string
	for _, tpl := range ours(t) {
		names = append(names, fmt.Sprintf("%s %s %d %v", tpl.Name, tpl.Usual, tpl.Audience, tpl.OnRequest))
		if tpl.Doc == "" || strings.Contains(tpl.Doc, "\n") {
			t.Errorf("%s needs a line of doc", tpl.Name)
		}
	}
	want := "worksheet pdf 0 false, key pdf 1 false, guide md 1 false, handout pdf 0 false, preparation pdf 0 true, exit-ticket pdf 0 false, two-sides pdf 0 true, reading pdf 0 true, tracker pdf 1 false, cover pdf 1 true, cards pdf 0 true, circles pdf 1 false, reflection pdf 0 false, rubric pdf 0 false, notes pdf 1 false"
	if got := strings.Join(names, ", "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Every call and every fact says what it is for, and no two share a name.
func TestRegistries(t *testing.T) {
	seen := map[string]bool{}
	entry := func(kind, name, doc string) {
		if name == "" || doc == "" || seen[kind+name] {
			t.Errorf("%s %q: no doc line, or twice", kind, name)
		}
		seen[kind+name] = true
	}
	for _, c := range blockCalls {
		entry("block", c.name, c.doc)
	}
	for _, c := range inlineCalls {
		entry("inline", c.name, c.doc)
	}
	for _, f := range facts {
		entry("fact", f.name, f.doc)
	}
	for _, c := range classes {
		entry("class", c.name, c.doc)
	}
}

func TestFindings(t *testing.T) {
	for _, c := range []struct{ name, template, want string }{
		{"unknown call", "# T\n\n{{esay}}\n", "3:3 call: there is no call \"esay\" / Did you mean essay?"},
		{"unknown call among words", "# T {{titel}}\n", "1:7 call: there is no call \"titel\" / Did you mean title?"},
		{"a block among words", "# T\n\nSee {{essay}}.\n", "3:7 call: {{essay}} stands among words / Give it a paragraph of its own."},
		{"a teacher's call", "# T\n\n{{key-grid \"Worksheet\"}}\n", "3:3 call: {{key-grid}} is for teachers, and this document goes to students / Take it out, or move it to the key or the guide."},
		{"a teacher's word", "# T\n\nIt is {{seed}}.\n", "3:9 call: {{seed}} is for teachers, and this document goes to students / Take it out, or move it to the key or the guide."},
		{"no section", "# T\n\n{{prompts}}\n", "3:1 call: {{prompts}} needs a section / Write it after the name, in quotation marks if it has spaces."},
		{"no phase", "# T\n\n{{prompts \"Worksheet\" phase=\"not-pre\"}}\n", "3:30 call: phase can't be \"not-pre\" / Did you mean not pre?"},
		{"unknown section", "# T\n\n{{prompts \"Workshet\"}}\n", "3:12 call: a lesson has no section \"Workshet\" / Did you mean Worksheet?"},
		{"too many", "# T\n\n{{essay \"x\"}}\n", "3:10 call: {{essay}} takes no arguments / Take this argument out."},
		{"no number", "# T\n\n{{lines \"three\"}}\n", "3:10 call: a number of lines is not a whole number from 1 to 40 / Write a number in figures."},
		{"a large number", "# T\n\n{{lines \"99999999999999999999\"}}\n", "3:10 call: a number of lines is not a whole number from 1 to 40 / Write a number in figures."},
		{"unknown argument", "# T\n\n{{panel \"x\" hight=3}}\n", "3:19 call: {{panel}} has no argument \"hight\" / Did you mean height?"},
		{"unknown fact", "# T\n\n## P {when=esay-printed}\n\nx\n", "3:12 fact: there is no fact \"esay-printed\" / Did you mean essay-printed?"},
		{"no fact", "# T\n\n## P {when=\"not\"}\n\nx\n", "3:13 fact: a condition without a fact / The facts are " + strings.Join(factNames(), ", ") + "."},
		{"unknown class", "# T\n\n## P {.untitle}\n\nx\n", "3:8 attribute: a template has no class \"untitle\" / Did you mean untitled?"},
		{"unknown attribute", "# T\n\n## P {if=words}\n\nx\n", "3:7 attribute: a template has no attribute \"if\" / Sections of a template take when= and nothing else."},
		{"a gap", "# T\n\n## U\n\n### V\n\nA [[gap]].\n", "7:3 gap: a template has no gaps with answers / Write {{blank}} for room to write a word."},
		{"a field", "# T\n\n## U\n\n### V\n\n**Hint:** x\n", "7:3 field: a template has no fields / Put it under a heading of the first or second level, or drop its colon."},
		{"unknown key", "---\naudiance: student\n---\n\n# T\n", "2:1 front-matter: a template has no key \"audiance\" / Did you mean audience?"},
		{"a wrong value", "---\nas: docx\n---\n\n# T\n", "2:5 front-matter: as is not pdf or md / Write pdf or md."},
		{"a fact that can't be needed", "---\nneeds: restricted\n---\n\n# T\n", "2:8 front-matter: needs is not facts that a document may need: essay-printed, class, worksheet, seminar, exit-ticket, two-sides / Write facts that a document may need: essay-printed, class, worksheet, seminar, exit-ticket, two-sides."},
		{"cards that can't be cut", "---\ncards: 7\n---\n\n# T\n", "2:8 front-matter: cards is not how many cards a page is cut into: 8, 6, 4, 2 or 1 / Write how many cards a page is cut into: 8, 6, 4, 2 or 1."},
		{"no set", "---\nset: debreif\n---\n\n# T\n", "2:6 front-matter: set is not a set of documents: debrief, circles / Write a set of documents: debrief, circles."},
		{"no pages", "---\npages: 0\n---\n\n# T\n", "2:8 front-matter: pages is not a number of pages / Write a number of pages."},
		{"no rubric", "# T\n\n{{rubric \"tlak\"}}\n", "3:11 call: a rubric can't be \"tlak\" / Did you mean talk?"},
		{"another audience", "---\naudience: teacher\n---\n\n# T\n", "1:1 template: worksheet is for students, and this one is for others / Take audience out of the front matter."},
		{"too many calls", "# T\n\n" + strings.Repeat("{{essay}}\n\n", mostCalls+1), "1:1 call: a template of more than 100 calls / Say each thing once."},
		{"a scale that counts down", "# T\n\n{{scale \"9\" \"1\"}}\n", "3:14 call: the highest number is not above the lowest / Write the lower one first: {{scale \"1\" \"9\"}}."},
		{"all right", "# {{lesson}}\n\n## A {.untitled when=\"words not essay-printed\"}\n\n{{scale \"1\" \"4\" low=\"no\"}}\n\n{{fields \"Name\" \"Date\" \"x\"}}\n\n- {{question}}\n", ""},
	} {
		var findings diag.List
		_, err := ReadTemplates(templates.FS, fstest.MapFS{"worksheet.md": {Data: []byte(c.template)}}, "mine/templates/", &findings)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range findings.Sorted() {
			line, column := f.At.Text.Position(f.At.Start)
			got = append(got, fmt.Sprintf("%d:%d %s: %s / %s", line, column, f.Code, f.Message, f.Hint))
			if f.At.Text.Name != "mine/templates/worksheet.md" {
				t.Errorf("%s: in %s", c.name, f.At.Text.Name)
			}
		}
		if g := strings.Join(got, "\n"); g != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, g, c.want)
		}
	}
}

func TestOverrides(t *testing.T) {
	var findings diag.List
	mine := fstest.MapFS{
		"handout.md":    {Data: []byte("---\norder: -1\n---\n\n# Mine\n\n{{questions \"Seminar\"}}\n")},
		"notes.txt":     {Data: []byte("not a template")},
		"handuot.md":    {Data: []byte("# x\n")},
		"key.md":        {Data: []byte("x"), Mode: fs.ModeSymlink},
		"guide.md":      {Data: []byte("\xff")},
		"reading.md":    {Data: make([]byte, largest+1)},
		"sub/worksheet": {Data: []byte("not at the root")},
	}
	all, err := ReadTemplates(templates.FS, mine, "", &findings)
	if err != nil {
		t.Fatal(err)
	}
	first := all[0]
	if first.Name != "handout" || first.Usual != "pdf" || first.Audience != document.Student || first.Doc == "" {
		t.Errorf("the override takes what it leaves out from ours: %+v", first)
	}
	if d := made(t, small(t), first); d.Title != "Mine: The quiet room" {
		t.Errorf("title %q", d.Title)
	}
	var got []string
	for _, f := range findings.Sorted() {
		got = append(got, f.At.Text.Name+" "+f.Message)
	}
	want := []string{
		"guide.md line 1, column 1: byte 0xFF is not UTF-8",
		`handuot.md there is no document "handuot" to write anew`,
		"key.md not a regular file",
		"reading.md a template of more than 1 MiB",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if len(all) != len(ours(t)) {
		t.Errorf("%d templates", len(all))
	}
}

func TestHolds(t *testing.T) {
	facts := map[string]bool{"a": true, "b": false}
	for when, want := range map[string]bool{
		"a": true, "b": false, "not a": false, "not b": true, "a not b": true, "not b a": true, "a b": false, "not not a": true, "": true,
	} {
		if got := holds(when, facts); got != want {
			t.Errorf("%q: %v", when, got)
		}
	}
}

func TestYear(t *testing.T) {
	for date, want := range map[string]string{"March 2025": "2025", "2023-01-05": "2023", "1899": "1899", "spring": "spring", "": "", "12345": "12345"} {
		if got := year(date); got != want {
			t.Errorf("%q: %q", date, got)
		}
	}
}
