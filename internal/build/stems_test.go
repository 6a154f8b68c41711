package build

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/question"
	"quire/internal/stem"
	"quire/prompts"
)

// applause gives the front matter and the passages of the lesson on whose essay
// the stems' examples are written, with minutes enough for all of them.
func applause(t *testing.T) (front, passages string) {
	t.Helper()
	raw, err := prompts.FS.ReadFile("lessons/applause/lesson.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	from, to := strings.Index(text, "\n# Passages\n"), strings.Index(text, "\n# Words\n")
	if from < 0 || to < from {
		t.Fatal("the lesson applause has no Passages before its Words")
	}
	front = "---\nquire: 1\ntitle: Stems\nseed: june\nminutes: 600\nloaded: [verdict]\nessay:\n  title: Hold Your Applause\n  author: Inés Halloran\n  genre: opinion essay\n  rights: own\n  file: essay.md\n---\n"
	return front, text[from:to]
}

// stemLesson writes a lesson of prompts by their sections and groups, and checks
// it as --strict does.
func stemLesson(t *testing.T, stems []*stem.Stem, prompt func(*stem.Stem) string) (*Built, string) {
	t.Helper()
	front, passages := applause(t)
	var b strings.Builder
	b.WriteString(front + passages)
	section := ""
	for _, place := range stem.Places {
		first := true
		for _, s := range stems {
			if s.Place() != place {
				continue
			}
			if place.Section != section {
				section = place.Section
				b.WriteString("\n# " + section + "\n")
			}
			if first && place.Group != "" {
				b.WriteString("\n## " + place.Group + "\n")
			}
			first = false
			b.WriteString("\n" + prompt(s))
		}
	}
	folder := filepath.Join(t.TempDir(), "stems")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	text, err := prompts.FS.ReadFile("lessons/applause/essay.md")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"lesson.md": b.String(), "essay.md": string(text)} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	built, err := Check(context.Background(), Request{Targets: []string{folder}, Strict: true, Only: []string{"worksheet", "key", "guide", "handout", "two-sides"}})
	if err != nil {
		t.Fatal(err)
	}
	return built[0], folder
}

func printed(findings []diag.Finding) string {
	var b strings.Builder
	diag.Print(&b, findings, diag.Note)
	return b.String()
}

// The examples of all stems make one lesson that checks clean, strictly, and
// builds; with nothing in it that is yet to be written.
func TestStemExamples(t *testing.T) {
	all := stem.All()
	built, folder := stemLesson(t, all, func(s *stem.Stem) string { return s.Example })
	if len(built.Findings) > 0 {
		t.Errorf("%s", printed(built.Findings))
	}
	var seen []string
	for _, sec := range built.lesson.Sections {
		for _, it := range sec.Items() {
			seen = append(seen, it.Type)
		}
	}
	if len(seen) != len(all) {
		t.Errorf("%d prompts of %d stems", len(seen), len(all))
	}
	out := t.TempDir()
	made, err := Build(context.Background(), Request{Targets: []string{folder}, Out: out})
	if err != nil || made[0].Stopped() || len(made[0].Files) < 5 {
		t.Fatalf("%v, %d files\n%s", err, len(made[0].Files), printed(made[0].Findings))
	}
	for _, a := range made[0].Advice {
		if strings.Contains(a, "TODO") {
			t.Error(a)
		}
	}
	stemsLeakNothing(t, folder, built.lesson.Sections)
}

// stemsLeakNothing sees that what stems and their users say to a leader or a
// marker is in no student's document, and is in the teacher's.
func stemsLeakNothing(t *testing.T, folder string, sections []lesson.Section) {
	t.Helper()
	out := t.TempDir()
	students := []string{"worksheet", "handout", "exit-ticket", "two-sides"}
	mustBuild(t, Request{Targets: []string{folder}, Out: out, As: "md", Only: append([]string{"key", "guide"}, students...)})
	read := func(name string) string {
		raw, err := os.ReadFile(filepath.Join(out, "stems", name+".md"))
		if err != nil {
			t.Fatal(err)
		}
		return strings.NewReplacer("\\", "", "*", "", "\u00a0", " ").Replace(string(raw))
	}
	teachers := read("key") + read("guide")
	mustBuild(t, Request{Targets: []string{folder}, Out: out, Only: []string{"guide"}, Format: "sac"})
	teachers += read("guide")
	for _, sec := range sections {
		for _, it := range sec.Items() {
			var secret [][]document.Block
			g := it.Guide
			secret = append(secret, g.ListenFor, g.Misreading, g.IfSilent, g.Note)
			for _, p := range g.Probes {
				secret = append(secret, []document.Block{document.Paragraph{Text: p.Text}})
			}
			for _, r := range it.Responses {
				switch r := r.(type) {
				case question.Choice:
					for _, o := range r.Options {
						secret = append(secret, o.Reason)
					}
				case question.Text:
					secret = append(secret, r.Accept, r.Reject)
				}
			}
			for _, blocks := range secret {
				words := strings.Fields(document.PlainBlocks(blocks))
				line := strings.Join(words[:min(5, len(words))], " ")
				if len(words) == 0 || strings.ContainsAny(line, "“”¶(") {
					continue // quoted, or with a place
				}
				if !strings.Contains(teachers, line) {
					t.Errorf("%s: no teacher reads “%s”", it.Name, line)
				}
				for _, s := range students {
					if strings.Contains(read(s), line) {
						t.Errorf("%s: %s.md shows “%s”", it.Name, s, line)
					}
				}
			}
		}
	}
}

// Stems that are used bare have nothing wrong with them but what is left to
// write: arguments that are needed, TODOs, and a key that only an author has.
func TestStemsBare(t *testing.T) {
	built, _ := stemLesson(t, stem.All(), func(s *stem.Stem) string {
		return fmt.Sprintf("### %s {#%s stem=%s passage=request}\n", s.Title(), s.Name, s.Name)
	})
	for _, f := range built.Findings {
		switch {
		case f.Code == "stem" && strings.Contains(f.Message, " needs "), f.Code == "todo":
		case f.Message == "there is no passage “opening”" && strings.Contains(f.At.String(), "both-ends"):
		case f.Message == "the true-false has no answer", f.Message == "a vocabulary question without its word":
		default:
			t.Errorf("%s", printed([]diag.Finding{f}))
		}
	}
}

// There are enough stems, of every type and for every phase, and what each says
// of itself is whole.
func TestStemsCover(t *testing.T) {
	all := stem.All()
	if len(all) < 28 {
		t.Errorf("%d stems", len(all))
	}
	types, phases, skills := map[string]bool{}, map[string]bool{}, map[string]bool{}
	signs := []string{signOpening, signClosing, signTurn, signQuotation, signFigures, signSection, signWord}
	for _, s := range all {
		it := s.Item()
		types[it.Type], phases[s.Phase()], skills[it.Tags.Skill] = true, true, true
		switch {
		case s.About == "" || strings.HasSuffix(s.About, "."), len(strings.Fields(s.When)) < 20, !slices.Contains(stem.Places, s.Place()), s.Example == "":
			t.Errorf("%s says too little of itself: about %q, when %q, section %q, group %q", s.Name, s.About, s.When, s.Section, s.Group)
		case it.Tags.Kind == "" || it.Tags.Skill == "" || it.Tags.Minutes == 0 || it.Tags.DOK == 0:
			t.Errorf("%s lacks a tag: %+v", s.Name, it.Tags)
		case it.Type == "discussion" && (len(it.Guide.Probes) != 3 || it.Guide.ListenFor == nil || it.Guide.Misreading == nil || it.Guide.IfSilent == nil):
			t.Errorf("%s lacks something that a leader needs", s.Name)
		case !strings.Contains(s.Example, "{stem="+s.Name+" "):
			t.Errorf("%s is not in its own example:\n%s", s.Name, s.Example)
		case !strings.Contains(s.Text(), "{{ref}}") && !strings.Contains(s.Text(), "{{quote given="):
			t.Errorf("%s sends nobody back to its passage", s.Name)
		}
		for _, f := range s.Fits {
			if !slices.Contains(signs, f) {
				t.Errorf("%s fits %q", s.Name, f)
			}
		}
	}
	for _, q := range question.Types {
		if !types[q.Name] {
			t.Errorf("no stem is a %s", q.Name)
		}
	}
	for _, p := range []string{"pre", "opening", "core", "closing", "post"} {
		if !phases[p] {
			t.Errorf("no stem is for the phase %s", p)
		}
	}
	for _, k := range []string{"sourcing", "context", "corroboration", "close-reading", "vocabulary", "structure", "tone", "evidence", "reasoning", "counterargument", "best-case", "synthesis"} {
		if !skills[k] {
			t.Errorf("no stem is for the skill %s", k)
		}
	}
}

// A stem that fits signs can be written out for a new lesson; the others can't
// be told from signs alone.
func TestStemsForNew(t *testing.T) {
	passages := []chosen{}
	for _, sign := range []string{signOpening, signClosing, signTurn, signQuotation, signFigures, signSection} {
		passages = append(passages, chosen{id: sign, sign: sign, rng: essay.Range{}})
	}
	word := &askedWord{"incontrovertibly", "turn", "Yet it turns, incontrovertibly"}
	n := 0
	for _, s := range stem.All() {
		p, ok := placeStem(s, passages, make([]int, len(passages)), word)
		if ok != (len(s.Fits) > 0) {
			t.Errorf("%s: written out %v, fits %v", s.Name, ok, s.Fits)
		}
		if !ok {
			continue
		}
		n++
		if strings.Contains(p.text, "given") || !strings.HasPrefix(p.text, "### ") || !strings.Contains(p.text, " {#"+s.Name+" passage=") {
			t.Errorf("%s:\n%s", s.Name, p.text)
		}
	}
	if n < 12 || n > 20 {
		t.Errorf("a new lesson has up to %d prompts", n)
	}
}
