package markup

import (
	"flag"
	"os"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/source"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestGolden reads testdata/*.txt. Each case there opens with "===== name";
// its input goes up to "-----", what is expected after it up to the next case:
// in findings.txt the findings, in outline.txt the outline and the findings,
// in essay.txt the blocks of an essay.
func TestGolden(t *testing.T) {
	for _, g := range []struct {
		file string
		run  func(*File, *diag.List) string
	}{
		{"testdata/findings.txt", func(_ *File, l *diag.List) string { return list(l) }},
		{"testdata/outline.txt", func(f *File, l *diag.List) string { return dump(f) + list(l) }},
		{"testdata/essay.txt", func(f *File, _ *diag.List) string {
			var l diag.List
			return dumpEssay(ReadEssay(f.Text, &l), f.Text) + list(&l)
		}},
	} {
		raw, err := os.ReadFile(g.file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, c := range cases(string(raw)) {
			text, err := source.New("a.md", []byte(c.input))
			if err != nil {
				t.Fatal(err)
			}
			var findings diag.List
			got := g.run(Parse(text, &findings), &findings)
			if got != c.want && !*update {
				t.Errorf("%s: %s\ngot:\n%s\nwant:\n%s", g.file, c.name, got, c.want)
			}
			out.WriteString("===== " + c.name + "\n" + c.input + "-----\n" + got)
		}
		if *update {
			if err := os.WriteFile(g.file, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

type goldenCase struct{ name, input, want string }

func cases(s string) []goldenCase {
	var all []goldenCase
	for _, part := range strings.Split("\n"+strings.TrimSuffix(s, "\n"), "\n===== ")[1:] {
		name, rest, _ := strings.Cut(part+"\n", "\n")
		input, want, _ := strings.Cut("\n"+rest, "\n-----\n")
		if input += "\n"; want == "\n" {
			want = ""
		}
		all = append(all, goldenCase{name, strings.TrimPrefix(input, "\n"), want})
	}
	return all
}
