package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tool runs a program on a file, or skips the test where it isn't installed.
func tool(t *testing.T, file []byte, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s isn't installed", name)
	}
	in := filepath.Join(t.TempDir(), "in.pdf")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", in)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestQpdfIsContent(t *testing.T) {
	out := tool(t, sampleFile(t, "Ana", "Benito"), "qpdf", "--check", "FILE")
	if !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestFacesAreEmbeddedAndSubset(t *testing.T) {
	out := tool(t, sampleFile(t, ""), "pdffonts", "FILE")
	faces := 0
	for _, l := range strings.Split(out, "\n") {
		if strings.Contains(l, "Liberation") {
			faces++
			if !strings.Contains(l, "yes yes yes") {
				t.Error(l)
			}
		}
	}
	if faces != 5 {
		t.Errorf("%d faces:\n%s", faces, out)
	}
}

func TestPopplerExtractsText(t *testing.T) {
	out := tool(t, sampleFile(t, "Ana"), "pdftotext", "-layout", "FILE", "-")
	for _, want := range []string{"López Obrador, Señor, Peña Nieto: a difficult case of conflict,", "AVATAR. “Quoted”", "Name: Ana", "Form Ana"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestPopplerReadsTheStructure(t *testing.T) {
	out := tool(t, sampleFile(t, ""), "pdfinfo", "-struct-text", "FILE")
	at := 0
	for _, want := range []string{
		"Document", "H1 (block)", `"Name: "`, `"Date: "`, "/ListNumbering /UpperAlpha", `"A"`, "LBody", `"Ana"`,
		"/Scope /Column", "/ColSpan 2", "Figure", "Link (inline)", `"the article, whose name`, "Object", `"go back"`,
	} {
		i := strings.Index(out[at:], want)
		if i < 0 {
			t.Fatalf("no %q where it belongs in\n%s", want, out)
		}
		at += i
	}
}

func TestMutoolReadsTheOutline(t *testing.T) {
	out := tool(t, sampleFile(t, "Ana", "Benito"), "mutool", "show", "FILE", "outline")
	var titles []string
	for _, l := range strings.Split(out, "\n") {
		if _, rest, ok := strings.Cut(l, `"`); ok {
			title, to, _ := strings.Cut(rest, `"`)
			page, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(to), "#page="), "&")
			titles = append(titles, strings.Repeat("  ", strings.Count(l[:strings.Index(l, `"`)], "\t")-1)+title+" "+page)
		}
	}
	want := `Ana 1
  The general and the border 1
    Options: ¿qué? 1
    Links 2
Benito 3
  The general and the border 3
    Options: ¿qué? 3
    Links 4`
	if got := strings.Join(titles, "\n"); got != want {
		t.Errorf("the outline is\n%s\nfrom\n%s", got, out)
	}
}

// The pages must look the same to a renderer, whoever's copy it is.
func TestPagesRender(t *testing.T) {
	file := sampleFile(t, "", "")
	var sheets [2][]byte
	for i, page := range []string{"2", "4"} {
		sheets[i] = []byte(tool(t, file, "pdftoppm", "-r", "40", "-gray", "-f", page, "-l", page, "FILE"))
	}
	if len(sheets[0]) < 1000 || !bytes.Equal(sheets[0], sheets[1]) {
		t.Error("two copies look different")
	}
	if bytes.Count(sheets[0], []byte{255}) > len(sheets[0])-100 {
		t.Error("the page is blank")
	}
}
