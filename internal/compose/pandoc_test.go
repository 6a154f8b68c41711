package compose

import (
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/lineation"
	"quire/internal/markdown"
	"quire/internal/reader"
	shipped "quire/prompts"
)

// programLesson loads a lesson that comes with Quire, with its essay if it has
// one.
func programLesson(t *testing.T, name string) *lesson.Lesson {
	t.Helper()
	fsys, err := fs.Sub(shipped.FS, "lessons/"+name)
	if err != nil {
		t.Fatal(err)
	}
	var findings diag.List
	d, err := lesson.Read(fsys, name, "", &findings)
	if err != nil || d == nil {
		t.Fatal(name, err)
	}
	var e *essay.Essay
	if d.Meta.Essay.File != "" {
		raw, err := fs.ReadFile(fsys, d.Meta.Essay.File)
		if err != nil {
			t.Fatal(err)
		}
		if e, err = reader.Read(d.Meta.Essay.File, raw, reader.Hints{}, &findings); err != nil {
			t.Fatal(err)
		}
	}
	l := d.Resolve(e, lesson.Options{Lines: e != nil}, &findings)
	if findings.Stops() {
		t.Fatal(name, findings.Sorted())
	}
	if e != nil && l.Lines == nil {
		l.Lines = lineation.Of(e)
	}
	return l
}

// shape is what a reader of Markdown must find again: the levels of headings,
// how many entries each list has and how many rows each table, the quotations.
type shape struct {
	Headings, Lists, Tables []int
	Quotes, Links           int
}

func shapeOf(d *document.Document) shape {
	var s shape
	document.Rewrite(d.Blocks, func(b document.Block) []document.Block {
		switch b := b.(type) {
		case document.Heading:
			s.Headings = append(s.Headings, b.Level)
		case document.List:
			s.Lists = append(s.Lists, len(b.Items))
		case document.Table:
			s.Tables = append(s.Tables, len(b.Rows))
		case document.BlockQuote:
			s.Quotes++
		}
		return []document.Block{b}
	}, func(in document.Inline) []document.Inline {
		if _, ok := in.(document.Link); ok {
			s.Links++
		}
		return []document.Inline{in}
	})
	return s
}

// add takes in what pandoc read.
func (s *shape) add(v any) {
	switch v := v.(type) {
	case []any:
		for _, w := range v {
			s.add(w)
		}
	case map[string]any:
		content := v["c"]
		s.add(content)
		list, _ := content.([]any)
		switch v["t"] {
		case "Header":
			s.Headings = append(s.Headings, int(list[0].(float64)))
		case "BulletList":
			s.Lists = append(s.Lists, len(list))
		case "OrderedList":
			s.Lists = append(s.Lists, len(list[1].([]any)))
		case "Table":
			body := list[4].([]any)[0].([]any)
			s.Tables = append(s.Tables, len(body[3].([]any)))
		case "BlockQuote":
			s.Quotes++
		case "Link":
			s.Links++
		}
	}
}

func pandoc(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	cmd := exec.Command("pandoc", append([]string{"--fail-if-warnings"}, args...)...)
	cmd.Stdin = strings.NewReader(stdin)
	var wrong strings.Builder
	cmd.Stderr = &wrong
	out, err := cmd.Output()
	if err != nil || wrong.Len() > 0 {
		t.Errorf("pandoc %v: %v\n%s", args, err, wrong.String())
	}
	return string(out)
}

// A guide goes through pandoc, as its own Markdown and as GitHub's, without a
// warning, and everything in it comes out as what it is.
func TestGuideThroughPandoc(t *testing.T) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed")
	}
	linked := programLesson(t, "applause")
	linked.Meta.Essay.URL = "https://example.org/essays/hold-your-applause?view=full#text"
	for name, l := range map[string]*lesson.Lesson{"printed": printed(t), "cienfuegos": programLesson(t, "cienfuegos"), "linked": linked} {
		d := made(t, l, template(t, "guide"))
		text := markdown.Render(d)
		want := shapeOf(d)
		if (l.Meta.Essay.URL != "") != (want.Links > 10) {
			t.Errorf("%s: %d links", name, want.Links)
		}
		for i, level := range want.Headings {
			if i == 0 != (level == 1) || i > 0 && level > want.Headings[i-1]+1 {
				t.Errorf("%s: the levels of headings jump: %v", name, want.Headings)
			}
		}
		for _, dialect := range []string{"markdown", "gfm"} {
			var tree struct{ Blocks []any }
			if err := json.Unmarshal([]byte(pandoc(t, text, "-f", dialect, "-t", "json")), &tree); err != nil {
				t.Fatal(err)
			}
			var got shape
			got.add(tree.Blocks)
			if !slices.Equal(got.Headings, want.Headings) || !slices.Equal(got.Lists, want.Lists) || !slices.Equal(got.Tables, want.Tables) ||
				got.Quotes != want.Quotes || got.Links != want.Links {
				t.Errorf("%s as %s:\n got %+v\nwant %+v", name, dialect, got, want)
			}
		}
		file := filepath.Join(t.TempDir(), "guide.docx")
		pandoc(t, text, "-o", file)
		if info, err := os.Stat(file); err != nil || info.Size() < 5000 {
			t.Errorf("%s: no DOCX: %v", name, err)
		}
		if html := pandoc(t, text, "-t", "html"); strings.Contains(html, "{=") || strings.Contains(html, "**") {
			t.Errorf("%s: markup is left in the HTML", name)
		}
	}
}
