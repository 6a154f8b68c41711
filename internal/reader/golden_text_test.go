package reader

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var updateTexts = flag.Bool("update-texts", false, "write what is read of testdata/text into the goldens")

// TestTextLayouts reads texts as they come from libraries, paper and pages. Each
// golden says what became of one: title, author, blocks, what was left out.
func TestTextLayouts(t *testing.T) {
	files, err := filepath.Glob("testdata/text/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts: ", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			e := read(t, filepath.Base(file), string(raw), Hints{})
			got := "title: " + e.Title + "\nauthor: " + e.Author + "\n\n" + show(e) + "\n"
			for _, l := range e.Left {
				got += "left out (" + l.Why + "): " + strings.Join(strings.Fields(l.Span.String()), " ") + "\n"
			}
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *updateTexts {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}
