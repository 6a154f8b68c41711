package build

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"quire/internal/pdf/pdfcheck"
	"quire/internal/typeset"
)

// TestEveryPDFIsSound builds all documents of the program's lessons as PDF, in
// every edition, and checks structure, faces and syntax of each.
func TestEveryPDFIsSound(t *testing.T) {
	out := t.TempDir()
	request := Request{Out: out, As: "pdf", Paper: "a4", Only: []string{"worksheet", "key", "guide", "handout", "exit-ticket", "tracker", "cards", "reflection", "rubric", "notes"}}
	for _, e := range typeset.Editions {
		request.Editions = append(request.Editions, e.Name)
	}
	built, err := Build(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, b := range built {
		if b.Stopped() {
			t.Fatalf("%s was not built: %v", b.Name, b.Findings)
		}
		for _, f := range b.Files {
			n++
			checkPDF(t, f.Path)
		}
	}
	if want := len(ProgramLessons()) * len(request.Only) * len(request.Editions); n != want {
		t.Errorf("%d files were made, want %d", n, want)
	}
}

// TestEveryTypeIsSound does the same for a lesson that has every type of
// question.
func TestEveryTypeIsSound(t *testing.T) {
	lesson := filepath.Join(t.TempDir(), "lesson")
	writeFiles(t, lesson, map[string]string{"lesson.md": secrets, "essay.md": bench})
	request := Request{Targets: []string{lesson}, As: "pdf", Only: []string{"worksheet", "key", "guide", "handout", "two-sides"}}
	for _, e := range typeset.Editions {
		request.Editions = append(request.Editions, e.Name)
	}
	for _, request.Paper = range []string{"letter", "a4"} {
		request.Out = t.TempDir()
		built, err := Build(context.Background(), request)
		if err != nil || len(built) != 1 || len(built[0].Files) != len(request.Only)*len(request.Editions) {
			t.Fatalf("built %v, %v", built, err)
		}
		for _, f := range built[0].Files {
			checkPDF(t, f.Path)
		}
	}
}

func checkPDF(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pdfcheck.Check(raw) {
		t.Errorf("%s: %s", filepath.Base(path), p)
	}
	if _, err := exec.LookPath("qpdf"); err == nil {
		if said, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
			t.Errorf("%s: %s", filepath.Base(path), said)
		}
	}
}
