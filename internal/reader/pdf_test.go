package reader

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/essay"
)

// smallPDF writes a PDF of one page with lines of Times, 14 points apart. A
// line that begins with # is set larger.
func smallPDF(lines ...string) []byte {
	var page strings.Builder
	y := 720
	for _, l := range lines {
		size := 12
		if s, ok := strings.CutPrefix(l, "# "); ok {
			l, size = s, 20
		}
		fmt.Fprintf(&page, "BT /F %d Tf 72 %d Td (%s) Tj ET\n", size, y, l)
		y -= 14
		if size > 12 {
			y -= 14
		}
	}
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", page.Len(), page.String()),
		"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
		"<</Author(Ada Merrow)>>",
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return out.Bytes()
}

// noCache lets the engine keep nothing, so that short files are read by the
// interpreter, which starts faster than the compiler.
func noCache(t *testing.T) {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("HOME", "")
}

func TestReadPDF(t *testing.T) {
	noCache(t)
	var findings diag.List
	e, err := Read("tide.pdf", smallPDF("# The Price of a Tide", "Ada Merrow", "",
		"The harbour master sold the tide by the yard, and nobody in the town thought it odd",
		"until the year when a stranger asked to buy it all. He paid in advance.", "",
		"What the stranger did with it is not known. The boats lay on the mud for a summer,",
		"and the children learned to walk to the island."), Hints{}, &findings)
	if err != nil {
		t.Fatal(err)
	}
	if e.Title != "The Price of a Tide" || e.Author != "Ada Merrow" {
		t.Errorf("title %q, author %q", e.Title, e.Author)
	}
	want := []string{
		"The harbour master sold the tide by the yard, and nobody in the town thought it odd until the year when a stranger asked to buy it all. He paid in advance.",
		"What the stranger did with it is not known. The boats lay on the mud for a summer, and the children learned to walk to the island.",
	}
	var got []string
	for _, b := range e.Blocks {
		got = append(got, b.Text)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestRefusedPDF(t *testing.T) {
	noCache(t)
	tests := []struct {
		name string
		raw  []byte
		want string
	}{
		{"empty page", smallPDF(), "is a scan without text"},
		{"cut", []byte("%PDF-1.4\nnothing of a PDF follows"), "is damaged, or not a PDF"},
		{"no words", smallPDF(strings.Repeat("xq zrt bdk wvt ", 5), strings.Repeat("ghk zpt bdk wvt ", 5)), "its letters make no words"},
	}
	for _, tt := range tests {
		var findings diag.List
		_, err := Read("a.pdf", tt.raw, Hints{}, &findings)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.name, err, tt.want)
		}
	}
}

// TestPDFIsItsText holds a PDF of a shared essay against its plain text.
func TestPDFIsItsText(t *testing.T) {
	dir := "../../../shared/essays/chesterton-nonsense"
	blocks := func(file string) []string {
		raw, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Skip("no essays in ../shared")
		}
		var findings diag.List
		e, err := Read(file, raw, Hints{}, &findings)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, b := range e.Blocks {
			if b.Kind != essay.Footnote {
				out = append(out, b.Kind.String()+": "+b.Text)
			}
		}
		return out
	}
	want, got := blocks("plain.txt"), blocks("lo.pdf")
	if len(want) != len(got) {
		t.Errorf("%d blocks, the text has %d", len(got), len(want))
	}
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			t.Errorf("block %d is\n%s\nin the text\n%s", i, got[i], want[i])
		}
	}
}

// FuzzPDF gives the engine damaged files. It starts anew for each, so that few
// are tried in a second.
func FuzzPDF(f *testing.F) {
	whole := smallPDF("# The Price of a Tide", "Ada Merrow", "", "The harbour master sold the tide by the yard, and nobody in the town", "thought it odd until a stranger asked to buy it all.")
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(bytes.Replace(whole, []byte("/Count 1"), []byte("/Count 99999"), 1))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if !isPDF("f.pdf", raw) {
			raw = append([]byte("%PDF-1.4\n"), raw...)
		}
		e, err := Read("f.pdf", raw, Hints{}, &diag.List{})
		checkRead(t, e, err)
	})
}
