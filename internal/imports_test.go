// Package internal has only this test: it holds the table of README.md.
package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestImports compares what each package imports of Quire's others with the
// table in README.md, both ways: nothing that isn't listed, nothing listed
// that isn't so, no package without a row.
func TestImports(t *testing.T) {
	allowed := table(t)
	actual := imports(t)
	for pkg, got := range actual {
		want, ok := allowed[pkg]
		if !ok {
			t.Errorf("%s has no row in README.md", pkg)
			continue
		}
		if slices.Equal(want, []string{"all but cli"}) {
			if slices.Contains(got, "cli") {
				t.Errorf("%s imports cli", pkg)
			}
			continue
		}
		for _, g := range got {
			if !slices.Contains(want, g) {
				t.Errorf("%s imports %s, which README.md doesn't allow", pkg, g)
			}
		}
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("README.md says that %s imports %s, but it doesn't", pkg, w)
			}
		}
	}
	for pkg := range allowed {
		if _, ok := actual[pkg]; !ok {
			t.Errorf("README.md has a row for %s, but there is no such package", pkg)
		}
	}
}

// TestKnownOnlyThere holds who alone may know which library.
func TestKnownOnlyThere(t *testing.T) {
	for library, owner := range map[string]string{
		"github.com/yuin/goldmark":         "markup",
		"github.com/goccy/go-yaml":         "markup",
		"github.com/go-text/typesetting":   "face",
		"codeberg.org/go-fonts/liberation": "face",
		"github.com/jung-kurt/gofpdf":      "pdf",
		"github.com/spf13/cobra":           "cli",
		"github.com/klippa-app/go-pdfium":  "reader/pdfium",
		"github.com/tetratelabs/wazero":    "reader/pdfium",
	} {
		walk(t, func(pkg, imported string) {
			if strings.HasPrefix(imported, library) && pkg != owner {
				t.Errorf("%s imports %s; only %s may", pkg, imported, owner)
			}
		})
	}
}

func table(t *testing.T) map[string][]string {
	t.Helper()
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, line := range strings.Split(string(b), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || !strings.HasPrefix(cells[1], " `") {
			continue
		}
		pkg := strings.Trim(cells[1], " `")
		list := strings.TrimSpace(cells[3])
		out[pkg] = nil
		if list != "–" {
			out[pkg] = strings.Split(list, ", ")
		}
	}
	if len(out) == 0 {
		t.Fatal("README.md has no table")
	}
	return out
}

func imports(t *testing.T) map[string][]string {
	out := map[string][]string{}
	walk(t, func(pkg, imported string) {
		if _, ok := out[pkg]; !ok {
			out[pkg] = nil
		}
		if rest, ok := strings.CutPrefix(imported, "quire/internal/"); ok && !slices.Contains(out[pkg], rest) {
			out[pkg] = append(out[pkg], rest)
		}
	})
	return out
}

// walk calls f for every import of every file that isn't a test.
func walk(t *testing.T, f func(pkg, imported string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "testdata" {
			return fs.SkipDir // programs of their own
		}
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(filepath.ToSlash(p))
		f(pkg, "")
		for _, i := range file.Imports {
			s, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			f(pkg, s)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
