package check

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/source"
)

// What a rule without much risk of a false alarm must reach on the corpus.
const (
	leastRecall    = 0.9
	leastPrecision = 0.8
)

// TestCorpus measures the rules on prompts that were labelled by hand.
// Testdata/corpus/labels.txt has a line for each flawed prompt: its file, its
// id ("-" for the lesson as a whole), and the codes that a reader gave it.
// Where M20 falls the seed decides and no reader can see, so it is left out.
func TestCorpus(t *testing.T) {
	want := labels(t)
	got := map[string]bool{}
	paths, err := filepath.Glob("testdata/corpus/*.md")
	if err != nil {
		t.Fatal(err)
	}
	items, folder := 0, essays(t)
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".md")
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(name, "essay") {
			continue
		}
		folder["lesson.md"] = &fstest.MapFile{Data: text}
		l, loading := load(t, folder, name)
		for _, f := range loading.Sorted() {
			if f.Severity == diag.Error && f.Code != "S1" {
				t.Fatal(printed(t, []diag.Finding{f}))
			}
		}
		for _, s := range l.Sections {
			items += len(s.Items())
		}
		var findings diag.List
		Run(l, Options{Strict: true}, &findings)
		for _, f := range findings.Sorted() {
			label := name + " " + promptAt(l, f.At) + " " + f.Code
			if got[label] = true; f.Code != "M20" && !want[label] && testing.Verbose() {
				t.Logf("not labelled: %s\n%s", label, printed(t, []diag.Finding{f}))
			}
		}
	}
	if items < 120 {
		t.Errorf("a corpus of %d prompts", items)
	}
	score(t, want, got)
}

// promptAt gives the id of the prompt in which a place lies, "-" at the heading
// of a section or a group.
func promptAt(l *lesson.Lesson, at source.Span) string {
	body := at.Text.Body
	line := body[strings.LastIndexByte(body[:at.Start], '\n')+1:]
	id := "-"
	if strings.HasPrefix(line, "# ") || strings.HasPrefix(line, "## ") {
		return id
	}
	for i := range l.Sections {
		for _, it := range l.Sections[i].Items() {
			if it.At.Start <= at.Start {
				id = it.ID
			}
		}
	}
	return id
}

// essays are those that the lessons of the corpus are about.
func essays(t *testing.T) fstest.MapFS {
	out := fstest.MapFS{}
	paths, err := filepath.Glob("testdata/corpus/essay*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(path)] = &fstest.MapFile{Data: text}
	}
	return out
}

func labels(t *testing.T) map[string]bool {
	text, err := os.ReadFile("testdata/corpus/labels.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		f := strings.Fields(line)
		for _, code := range f[2:] {
			if Named(code) == nil {
				t.Fatalf("there is no code %s", code)
			}
			out[f[0]+" "+f[1]+" "+code] = true
		}
	}
	return out
}

func score(t *testing.T, want, got map[string]bool) {
	var table strings.Builder
	for _, rule := range Rules {
		if rule.run == nil || rule.Code == "M20" {
			continue
		}
		hit, missed, wrong := 0, []string{}, 0
		for label := range want {
			if !strings.HasSuffix(label, " "+rule.Code) {
				continue
			}
			if got[label] {
				hit++
			} else {
				missed = append(missed, label)
			}
		}
		for label := range got {
			if strings.HasSuffix(label, " "+rule.Code) && !want[label] {
				wrong++
			}
		}
		slices.Sort(missed)
		if hit+len(missed) == 0 {
			t.Errorf("no prompt is labelled %s", rule.Code)
			continue
		}
		recall, precision := float64(hit)/float64(hit+len(missed)), 1.0
		if hit+wrong > 0 {
			precision = float64(hit) / float64(hit+wrong)
		}
		fmt.Fprintf(&table, "%-4s %-4s  labelled %2d  recall %.2f  precision %.2f  %s\n", rule.Code, rule.Risk, hit+len(missed), recall, precision, strings.Join(missed, ", "))
		if (rule.Risk == "none" || rule.Risk == "low") && (recall < leastRecall || precision < leastPrecision) {
			t.Errorf("%s: recall %.2f, precision %.2f", rule.Code, recall, precision)
		}
	}
	t.Log("\n" + table.String())
}
