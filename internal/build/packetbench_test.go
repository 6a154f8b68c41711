package build

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"quire/internal/diag"
)

// BenchmarkPacket prints the reference worksheet for classes of so many, in two
// forms and all editions, and reports what a further copy costs: the difference
// between the two classes, on one processor, whose clock then tells CPU time.
func BenchmarkPacket(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	const few, many = 100, 1000
	var spent, live [2]float64
	for b.Loop() {
		for i, n := range []int{few, many} {
			t, l := packetOf(b, n)
			spent[i] += t.Seconds() * 1000
			live[i] += l
		}
	}
	b.ReportMetric((spent[1]-spent[0])/float64(b.N*(many-few)), "cpu-ms/copy")
	b.ReportMetric((live[1]-live[0])/float64(b.N*(many-few)), "live-B/copy")
	b.ReportMetric(0, "ns/op")
}

// packetOf writes a class's packet, and says how long the copies took and how
// much memory was in use before the last was written.
func packetOf(b *testing.B, n int) (time.Duration, float64) {
	b.Helper()
	var list strings.Builder
	list.WriteString("Name,Edition,Extra space\n")
	for i := range n {
		fmt.Fprintf(&list, "Student %d Núñez,%s,%s\n", i, []string{"", "", "", "large print", "", "dyslexia"}[i%6], []string{"", "yes"}[i/6%2])
	}
	file := filepath.Join(b.TempDir(), "class.csv")
	if err := os.WriteFile(file, []byte(list.String()), 0o644); err != nil {
		b.Fatal(err)
	}
	r := reference()
	r.Class, r.Only = file, []string{"worksheet"}
	var live float64
	r.Progress = func(done, total int) {
		if done == total-1 {
			live = liveBytes()
		}
	}
	o, err := r.order()
	if err != nil {
		b.Fatal(err)
	}
	targets, err := find(r.Targets)
	if err != nil {
		b.Fatal(err)
	}
	defer targets[0].close()
	var findings diag.List
	_, out, err := o.documents(context.Background(), targets[0], &Built{}, &findings)
	if err != nil || len(out) == 0 {
		b.Fatal(err, findings.Sorted())
	}
	before := liveBytes()
	start := time.Now()
	if err := out[0].write(io.Discard); err != nil {
		b.Fatal(err)
	}
	return time.Since(start), live - before
}
