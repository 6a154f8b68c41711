package build

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"quire/internal/compose"
	"quire/internal/diag"
	"quire/internal/face"
	"quire/internal/form"
	"quire/internal/pdf"
	"quire/internal/typeset"
)

// The benchmarks of whole processes report CPU time (user and system), not the
// clock: cpu-ms/op. Compare them within one run:
//
//	go test ./internal/build -run - -bench Process -benchtime 20x
//
// Copies of one worksheet in one process report what a further copy costs and
// how much more is live after them than before:
//
//	go test ./internal/build -run - -bench Copies
//
// The stages alone have benchmarks beside their code; all of them:
//
//	go test ./... -run - -bench . -benchmem
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

// BenchmarkCopies gives the reference worksheet to so many students, each with a
// name in its slot. On one processor the clock tells the CPU time of all of it,
// garbage collection included.
func BenchmarkCopies(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	pages, faces := referencePages(b)
	for _, copies := range []int{32, 1000} {
		b.Run(strconv.Itoa(copies), func(b *testing.B) {
			var further time.Duration
			var grown float64
			for b.Loop() {
				w := pdf.NewWriter(io.Discard, pdf.Meta{}, faces)
				add(b, w, pages, 0) // lays out what the others share
				before, start := liveBytes(), time.Now()
				for i := 1; i < copies; i++ {
					add(b, w, pages, i)
				}
				further += time.Since(start)
				grown += liveBytes() - before
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(further.Seconds()*1000/float64(b.N*(copies-1)), "cpu-ms/copy")
			b.ReportMetric(grown/float64(b.N*(copies-1)), "live-B/copy")
		})
	}
}

// The bytes of a class's worksheets depend neither on the number of processors
// nor on what was shaped before.
func TestCopiesAreTheSame(t *testing.T) {
	var first []byte
	for _, processors := range []int{1, 2, 8} {
		old := runtime.GOMAXPROCS(processors)
		pages, faces := referencePages(t)
		var file bytes.Buffer
		w := pdf.NewWriter(&file, pdf.Meta{}, faces)
		for i := range 32 {
			add(t, w, pages, i)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		runtime.GOMAXPROCS(old)
		if first == nil {
			first = file.Bytes()
		}
		if !bytes.Equal(first, file.Bytes()) {
			t.Errorf("%d processors make other bytes", processors)
		}
	}
}

func add(tb testing.TB, w *pdf.Writer, pages *typeset.Pages, i int) {
	name := fmt.Sprintf("Student %d Núñez", i)
	if err := w.Add(pdf.Copy{Pages: pages, Name: name, Slots: map[string]string{"name": name}}); err != nil {
		tb.Fatal(err)
	}
}

// referencePages sets the reference worksheet, with a slot for a name.
func referencePages(tb testing.TB) (*typeset.Pages, *face.Set) {
	tb.Helper()
	r := reference()
	r.Only = []string{"worksheet"}
	o, err := r.order()
	if err != nil {
		tb.Fatal(err)
	}
	targets, err := find(r.Targets)
	if err != nil {
		tb.Fatal(err)
	}
	defer targets[0].close()
	var findings diag.List
	l, err := o.load(context.Background(), targets[0], &Built{}, &findings)
	if err != nil || l == nil {
		tb.Fatal(err, findings.Sorted())
	}
	templates, err := o.templates(targets[0], l, &compose.Agenda{}, &Built{}, &findings)
	if err != nil {
		tb.Fatal(err)
	}
	d := compose.Compose(compose.Request{Lesson: l, Form: form.Form{Name: "A"}, Template: templates[0], PrintEssay: l.Lines != nil}, &findings)
	pages := typeset.Set(d, typeset.Options{Paper: o.paper, Faces: o.faces}, &findings)
	top := &pages.Pages[0]
	top.Marks = append(top.Marks, typeset.Slot{Name: "name", X: 72, Y: 760, Width: 200, Face: face.Sans, Size: 10})
	return pages, o.faces
}

// liveBytes is how much memory is in use.
func liveBytes() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
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
