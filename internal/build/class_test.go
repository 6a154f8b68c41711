package build

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// aidLesson has an aid of each sort and an item of each sort that forms shuffle.
const aidLesson = `---
quire: 1
title: The bench
essay:
  title: The Bench on Mill Lane
  rights: own
---

# Passages

## The vote {#vote}

> Then the council … it in the paper," she said.

# Words

- **sandwiches**: bread with something between

# Worksheet

## Close reading {passage=vote}

### Why did the council vote twice? {#twice points=1}

- [ ] It was a tie.
  - Nobody counts.
- [x] The owner had not been told.
- [ ] The plate was gone.
  - No plate.
- [ ] It rained.
  - No weather.

### What did she read? {#read points=2 lines=2}

**Answer:** That her bench would go.

**Hint:** Look where she sits at breakfast.

**Starter:** She read that the …

**Word bank:** council, vote, owner

### Match them. {#match .matching points=3}

| Who | What |
|---|---|
| children | ate |
| old men | slept |
| the council | voted |
`

// aidSeminar is what a class talks about.
const aidSeminar = `
# Seminar

## Core

### Was the vote fair? {passage=vote}

**Positions:**

- It was: {{cite "the council voted"}}.
- It was not: {{cite "nobody had told"}}.

# Exit ticket

### What changed your mind?
`

// aidClass has somebody for each aid, and names that occur nowhere else.
const aidClass = "Name,ID,Edition,Word bank,Starters,Hints,Glosses,Extra space,Fewer options,Copies\r\n" +
	"Qarla Zefirova,S01,,,,,,,,\r\n" +
	"Qundred Zoltan,S02,large print,,,,,,,\r\n" +
	"Qirsten Zabel,S03,dyslexia,,,,,,,\r\n" +
	"Qadia Zorn,S04,,x,,,,,,\r\n" +
	"Qelmut Zink,S05,,,x,,,,,\r\n" +
	"Qosalind Zuber,S06,,,,x,,,,\r\n" +
	"Qivien Zander,S07,,,,,x,,,\r\n" +
	"Qarius Zeller,S08,,,,,,50%,,\r\n" +
	"Qonja Zimmer,S09,,,,,,,1,\r\n" +
	"Qavid Zobel,S10,,,,,,,,2\r\n"

func classFolder(t *testing.T) (lesson, list string) {
	t.Helper()
	dir := t.TempDir()
	lesson = filepath.Join(dir, "lesson")
	writeFiles(t, lesson, map[string]string{"lesson.md": aidLesson, "essay.md": bench})
	writeFiles(t, dir, map[string]string{"class.csv": aidClass})
	return lesson, filepath.Join(dir, "class.csv")
}

// TestClass prints a class with every aid and reads each copy as its student
// would.
func TestClass(t *testing.T) {
	needTool(t, "pdftotext")
	lesson, list := classFolder(t)
	out := t.TempDir()
	mustBuild(t, Request{Targets: []string{lesson}, Out: out, Class: list, Separate: true})
	copies, err := filepath.Glob(filepath.Join(out, "lesson", "packet", "*.pdf"))
	if err != nil || len(copies) != 10 {
		t.Fatalf("%d files: %v", len(copies), err)
	}
	for i, c := range []struct{ has, lacks string }{
		{"Qarla Zefirova", "council, vote, owner|She read that|breakfast|bread with something between\n.*bread"},
		{"Qundred Zoltan", "She read that"},
		{"Qirsten Zabel", "She read that"},
		{"council, vote, owner", "She read that|breakfast"},
		{"You may begin: She read that", "breakfast"},
		{"To get started: Look where she sits at breakfast", "She read that"},
		{"bread with something between", "breakfast"},
		{"Qarius Zeller", "breakfast"},
		{"The owner had not been told", " D "},
		{"Qavid Zobel", "breakfast"},
	} {
		text := documentText(t, copies[i])
		if !strings.Contains(text, c.has) {
			t.Errorf("%s doesn't say %q: %s", copies[i], c.has, text)
		}
		if found := regexp.MustCompile(c.lacks).FindString(text); found != "" {
			t.Errorf("%s says %q", copies[i], found)
		}
	}
	options := func(path string) int {
		n := 0
		for _, o := range []string{"It was a tie", "The owner had not", "The plate was gone", "It rained"} {
			n += strings.Count(documentText(t, path), o)
		}
		return n
	}
	if a, b := options(copies[0]), options(copies[8]); a != 4 || b != 3 {
		t.Errorf("%d options, and with one fewer %d", a, b)
	}
}

// TestPacket reads the packet: everybody begins on a new sheet, in the order of
// the list, and neighbours have different forms.
func TestPacket(t *testing.T) {
	needTool(t, "pdftotext")
	lesson, list := classFolder(t)
	out := t.TempDir()
	built := mustBuild(t, Request{Targets: []string{lesson}, Out: out, Class: list})
	path := filepath.Join(out, "lesson", "packet.pdf")
	raw, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(raw), "\f"), "\f")
	if built.Files[0].Pages != len(pages) {
		t.Errorf("%d pages are said to be in the packet, and %d are", built.Files[0].Pages, len(pages))
	}
	name, code := regexp.MustCompile(`Q\w+ Z\w+`), regexp.MustCompile(`Form (\S+)`)
	var names, forms []string
	for i, p := range pages {
		n := name.FindString(p)
		if n == "" {
			continue
		}
		if i%2 != 0 {
			t.Errorf("the copy of %s begins on the back of a sheet (page %d)", n, i+1)
		}
		names = append(names, n)
		forms = append(forms, code.FindStringSubmatch(p)[1])
	}
	want := name.FindAllString(aidClass, -1)
	want = append(want, "Qavid Zobel") // two copies
	if !slices.Equal(names, want) {
		t.Errorf("the packet has %v", names)
	}
	for i := 1; i < 10; i++ {
		if strings.TrimSuffix(forms[i], ".1") == strings.TrimSuffix(forms[i-1], ".1") {
			t.Errorf("%s and %s both have form %s", names[i-1], names[i], forms[i])
		}
	}
	checkPDF(t, path)
}

// TestNamesStayWhereTheyWereAskedFor looks for the students' names in all that a
// class's build writes: they are in the packet, on its cover sheet, on the tracker
// and in the circles, and nowhere else, though the lesson's own guide asks for
// them. On the copies themselves nothing says what an aid is.
func TestNamesStayWhereTheyWereAskedFor(t *testing.T) {
	needTool(t, "pdftotext")
	needTool(t, "qpdf")
	lesson, list := classFolder(t)
	writeFiles(t, lesson, map[string]string{"lesson.md": aidLesson + aidSeminar})
	writeFiles(t, filepath.Join(lesson, "templates"), map[string]string{
		"guide.md": "# Guide\n\n{{table}}\n\n{{roster}}\n\n{{circles \"first\"}}\n\n{{roll}}\n",
	})
	out := t.TempDir()
	built := mustBuild(t, Request{Targets: []string{lesson}, Out: out, Class: list, Circles: true})
	name := regexp.MustCompile(`(?i)Q\w+ Z\w+|S0[1-9]`)
	inHex := regexp.MustCompile(`(?i)0051[0-9a-f]{12,}0020005a`)
	var with []string
	for _, f := range built.Files {
		found := false
		for _, text := range readings(t, f.Path) {
			found = found || name.MatchString(text) || inHex.MatchString(text)
		}
		if found {
			with = append(with, filepath.Base(f.Path))
		}
		if name.MatchString(f.Path) {
			t.Errorf("the file is called %s", f.Path)
		}
	}
	if got, want := strings.Join(with, " "), "packet.pdf packet-cover.pdf tracker.pdf circles.pdf"; got != want {
		t.Errorf("names are in %s, not in %s", got, want)
	}
	aid := regexp.MustCompile(`(?i)accommodat|large.?print|dyslexi|word bank|starter|\bhint|gloss|extra space|fewer|more room`)
	for _, file := range []string{"packet.pdf", "tracker.pdf", "circles.pdf"} {
		for _, text := range readings(t, filepath.Join(out, "lesson", file)) {
			if found := aid.FindString(text); found != "" {
				t.Errorf("%s says %q", file, found)
			}
		}
	}
}

func TestClassFindings(t *testing.T) {
	lesson, _ := classFolder(t)
	dir := t.TempDir()
	for name, c := range map[string]struct {
		list string
		r    Request
		want []string // in findings or the error
		stop bool
	}{
		"no list":       {"", Request{Class: filepath.Join(dir, "none.csv")}, []string{"there is no file"}, true},
		"header only":   {"Name,Form\n", Request{}, []string{"no students"}, true},
		"unknown form":  {"Name,Form\nAna,Z\n", Request{}, []string{"form Z isn't among"}, true},
		"Chinese":       {"Name\nAna\n王芳\n", Request{}, []string{"row 3", "王"}, false},
		"Arabic":        {"Name\nAna\nليلى\n", Request{}, []string{"row 3"}, false},
		"other paper":   {"Name,Paper\nAna,a4\nBo,\n", Request{}, []string{"one size of paper"}, false},
		"no such aid":   {"Name,Glosses\nAna,x\n", Request{Targets: []string{"applause"}}, nil, false},
		"two editions":  {"Name\nAna\n", Request{Editions: []string{"standard", "dyslexia"}}, []string{"one edition"}, true},
		"sorted by age": {"Name\nAna\n", Request{Sort: "age"}, []string{"sorted by"}, true},
		"shard 3 of 2":  {"Name\nAna\n", Request{Shard: "3/2"}, []string{"--shard"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			writeFiles(t, dir, map[string]string{"class.csv": c.list})
			if c.r.Class == "" {
				c.r.Class = filepath.Join(dir, "class.csv")
			}
			if c.r.Targets == nil {
				c.r.Targets = []string{lesson}
			}
			c.r.Out = t.TempDir()
			all, err := Build(context.Background(), c.r)
			said := fmt.Sprint(err)
			stopped := err != nil
			for _, b := range all {
				for _, f := range b.Findings {
					said += "\n" + f.Message
				}
				stopped = stopped || b.Stopped()
			}
			for _, w := range c.want {
				if !strings.Contains(said, w) {
					t.Errorf("doesn't say %q: %s", w, said)
				}
			}
			if stopped != c.stop {
				t.Errorf("stopped: %v: %s", stopped, said)
			}
			if written, _ := filepath.Glob(filepath.Join(c.r.Out, "*", "*")); stopped != (len(written) == 0) {
				t.Errorf("wrote %v", written)
			}
		})
	}
}

func TestFormNames(t *testing.T) {
	for _, c := range []struct {
		forms, class, want string
	}{
		{"", "", "A"}, {"", "c.csv", "A B"}, {"3", "", "A B C"}, {"A,B2,red", "", "A B2 red"}, {"28", "", ""}, {"each", "c.csv", ""},
		{"each", "", "class list"}, {"0", "", "1 to 200"}, {"201", "", "1 to 200"}, {"A,a", "", "two forms"}, {"A/B", "", "letters and figures"}, {"toolongaform", "", "letters and figures"},
	} {
		var forms []string
		if c.forms != "" {
			forms = strings.Split(c.forms, ",")
		}
		names, err := Request{Forms: forms, Class: c.class}.formNames()
		got := strings.Join(names, " ")
		switch n, _ := strconv.Atoi(c.forms); {
		case err != nil && c.want != "" && strings.Contains(err.Error(), c.want):
		case err != nil:
			t.Errorf("--forms %s: %v", c.forms, err)
		case c.want == "" && n > 0 && len(names) == n && names[26] == "AA":
		case got != c.want:
			t.Errorf("--forms %s: %s, want %s", c.forms, got, c.want)
		}
	}
}

// TestFormsAsData holds the files that machines read against each other.
func TestFormsAsData(t *testing.T) {
	lesson, _ := classFolder(t)
	out := t.TempDir()
	built := mustBuild(t, Request{Targets: []string{lesson}, Out: out, Forms: []string{"A", "B"}, Shuffle: "questions"})
	var names []string
	for _, f := range built.Files {
		names = append(names, filepath.Base(f.Path))
	}
	if got, want := strings.Join(names, " "), "worksheet-A.pdf worksheet-B.pdf key.pdf forms.csv forms.json"; got != want {
		t.Errorf("wrote %s, want %s", got, want)
	}
	csv := documentTextOf(t, filepath.Join(out, "lesson", "forms.csv"))
	json := documentTextOf(t, filepath.Join(out, "lesson", "forms.json"))
	rows := strings.Count(csv, "\r\n") - 1
	if rows != 6 || strings.Count(json, `"form":`) != rows {
		t.Errorf("%d rows of 6 in CSV, and in JSON %d", rows, strings.Count(json, `"form":`))
	}
	for _, line := range strings.Split(strings.TrimSpace(csv), "\r\n")[1:] {
		cells := strings.Split(strings.Trim(line, `"`), `","`)
		if want := fmt.Sprintf(`"item": "%s"`, cells[2]); len(cells) != 5 || !strings.Contains(json, want) {
			t.Errorf("%s: JSON has no %s", line, want)
		}
	}
}

func documentTextOf(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
