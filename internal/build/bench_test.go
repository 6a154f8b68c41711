package build

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The benchmarks of whole processes report CPU time (user and system), not the
// clock: cpu-ms/op. Compare them within one run:
//
//	go test ./internal/build -run - -bench Process -benchtime 20x
//
// The reference worksheet is the Cienfuegos essay printed in full with its
// prompts, and its key; where that essay isn't at hand, the applause lesson's.

func BenchmarkProcessEmpty(b *testing.B) {
	process(b, command(b, "./testdata/empty"))
}

func BenchmarkProcessVersion(b *testing.B) {
	process(b, command(b, "quire/cmd/quire"), "version")
}

func BenchmarkProcessNaive(b *testing.B) {
	dir := b.TempDir()
	args := []string{dir}
	for _, name := range []string{"worksheet", "key"} {
		path := filepath.Join(dir, name+".txt")
		if err := os.WriteFile(path, []byte(referenceText(b, name)), 0o644); err != nil {
			b.Fatal(err)
		}
		args = append(args, path)
	}
	process(b, command(b, "./testdata/naive"), args...)
}

func BenchmarkProcessWorksheetAndKey(b *testing.B) {
	args := []string{"build", "--only", "worksheet,key", "--out", b.TempDir()}
	r := reference()
	args = append(args, r.Targets...)
	if r.Essay != "" {
		args = append(args, "--essay", r.Essay, "--print-essay")
	}
	process(b, command(b, "quire/cmd/quire"), args...)
}

// BenchmarkBuild is the same work in a process that is up already.
func BenchmarkBuild(b *testing.B) {
	r := reference()
	r.Out, r.Only = b.TempDir(), []string{"worksheet", "key"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Build(context.Background(), r); err != nil {
			b.Fatal(err)
		}
	}
}

func reference() Request {
	if _, err := os.Stat(cienfuegos); err != nil {
		return Request{Targets: []string{"applause"}}
	}
	return Request{Targets: []string{"cienfuegos"}, Essay: cienfuegos, PrintEssay: true}
}

// referenceText gives the words of a reference document, a blank line between
// paragraphs.
func referenceText(b *testing.B, name string) string {
	b.Helper()
	r := reference()
	r.Out, r.As, r.Only = b.TempDir(), "md", []string{name}
	if _, err := Build(context.Background(), r); err != nil {
		b.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(r.Out, r.Targets[0], name+".md"))
	if err != nil {
		b.Fatal(err)
	}
	return strings.NewReplacer("**", "", "*", "", "#", "").Replace(string(text))
}

// command builds a program and gives its path.
func command(b *testing.B, pkg string) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-o", path, pkg).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return path
}

// process runs a program b.N times and reports the CPU time it took.
func process(b *testing.B, path string, args ...string) {
	b.Helper()
	var cpu time.Duration
	for b.Loop() {
		c := exec.Command(path, args...)
		if out, err := c.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		cpu += c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	}
	b.ReportMetric(cpu.Seconds()*1000/float64(b.N), "cpu-ms/op")
}
