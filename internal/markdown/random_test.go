package markdown

import (
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"quire/internal/document"
)

// random makes documents of all kinds of blocks with words that would be
// markup if they were let.
type random struct{ *rand.Rand }

var nasty = []string{
	"word", "Two words", " ", "*", "**", "_", "__a__", "a_b", "# x", "## ", "- x", "+ x", "1. x", "2) x", "> x", "|", "a|b", "[x](y)", "![", "]",
	"<b>", "</b>", "<!--", "&amp;", "&#x41;", "`", "```", "~~~", "~~a~~", "$x$", "\\", "\\*", "---", "===", "***", ": x", "www.a.com",
	"http://a.com", "a@b.com", "“q”", "é", "¶3", "€", "!", ".", ":", "\n", "\t", "\u00a0", "\x00", "\xff", "[ ] x", "{{x}}", "|-|", "^", "(1) x",
}

func (r random) words() string {
	s := ""
	for range r.IntN(5) {
		s += nasty[r.IntN(len(nasty))]
	}
	return s
}

func (r random) inlines(depth int) []document.Inline {
	var out []document.Inline
	for range r.IntN(5) {
		in := []document.Inline{document.Text{Words: r.words()}}
		if depth > 0 {
			in = r.inlines(depth - 1)
		}
		switch r.IntN(9) {
		case 0:
			out = append(out, document.Emph{Inlines: in})
		case 1:
			out = append(out, document.Strong{Inlines: in})
		case 2:
			out = append(out, document.Foreign{Inlines: in})
		case 3:
			out = append(out, document.Blank{Number: r.IntN(3)})
		case 4:
			out = append(out, document.Quotation{Words: r.words()})
		case 5:
			out = append(out, document.LineBreak{})
		default:
			out = append(out, document.Text{Words: r.words()})
		}
	}
	return out
}

func (r random) blocks(depth int) []document.Block {
	var out []document.Block
	for range r.IntN(6) {
		out = append(out, r.block(depth))
	}
	return out
}

func (r random) block(depth int) document.Block {
	var in []document.Block
	if depth > 0 {
		in = r.blocks(depth - 1)
	}
	options := []document.Option{{Label: r.words(), Text: r.inlines(1)}, {Text: r.inlines(1)}}
	switch r.IntN(17) {
	case 0:
		return document.Heading{Level: r.IntN(8), Text: r.inlines(1), Points: r.words()}
	case 1:
		return document.List{Ordered: r.IntN(2) == 0, Start: r.IntN(3), Items: []document.Item{{Blocks: in}, {Task: document.Task(r.IntN(3)), Blocks: r.paragraph()}, {Blocks: in}}}
	case 2:
		return document.BlockQuote{Blocks: in}
	case 3:
		return document.Table{Head: []document.Cell{{Text: r.inlines(1)}}, Rows: [][]document.Cell{{{Text: r.inlines(1)}, {Text: r.inlines(1)}}, {}}, RowHeads: r.IntN(2) == 0}
	case 4:
		return document.Separator{}
	case 5:
		return document.Fields{Fields: []document.FieldLine{{Label: r.words(), Share: r.Float64()}}}
	case 6:
		return document.Prompt{Number: r.IntN(3), Points: r.words(), Blocks: in}
	case 7:
		return document.Options{Shape: document.Shape(r.IntN(4)), Inline: r.IntN(2) == 0, Items: options}
	case 8:
		return document.AnswerLines{Lines: r.IntN(4), Label: r.words(), Boxed: r.IntN(2) == 0}
	case 9:
		return document.Matching{Left: options, Right: options[:1]}
	case 10:
		return document.Panel{Title: r.inlines(1), Height: 20, Blocks: in}
	case 11:
		return document.TwoUp{Blocks: in}
	case 12:
		var all []document.EssayParagraph
		for k := range document.EssayItem + 1 {
			all = append(all, document.EssayParagraph{Kind: k, Level: r.IntN(4), Number: r.IntN(3), Text: r.inlines(1), FirstLine: r.IntN(3), LineStarts: make([]int, r.IntN(3))})
		}
		return document.Essay{Paragraphs: all, Numbers: r.IntN(2) == 0, Notice: r.inlines(0)}
	case 13:
		return document.Diagram{Boxes: []document.Node{{Label: r.words(), Text: r.inlines(1), Depth: r.IntN(3)}, {Depth: r.IntN(3), Height: 17}, {Depth: r.IntN(3), Text: r.inlines(1)}}}
	case 14:
		return document.Parts{Items: []document.Part{{Label: r.words(), Blocks: in}, {}, {Label: r.words(), Blocks: r.paragraph()}}}
	}
	return document.Paragraph{Style: document.Style(r.IntN(8)), Text: r.inlines(2)}
}

func (r random) paragraph() []document.Block {
	return []document.Block{document.Paragraph{Text: r.inlines(1)}}
}

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 1))} }

// lint runs markdownlint with its default rules, the length of lines excepted,
// over Markdown files.
func lint(t *testing.T, files ...string) {
	t.Helper()
	if _, err := exec.LookPath("markdownlint"); err != nil {
		t.Skip("markdownlint is not installed")
	}
	out, err := exec.Command("markdownlint", append([]string{"--disable", "MD013", "--"}, files...)...).CombinedOutput()
	if err != nil {
		t.Errorf("markdownlint: %v\n%.4000s", err, out)
	}
}

func TestLintEverything(t *testing.T) {
	lint(t, filepath.Join("testdata", "everything.md"))
}

func TestLintRandom(t *testing.T) {
	dir := t.TempDir()
	for seed := range uint64(80) {
		d := &document.Document{Title: "T", Blocks: newRandom(seed).blocks(3)}
		name := filepath.Join(dir, fmt.Sprintf("%d.md", seed))
		if err := os.WriteFile(name, []byte(Render(d)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	lint(t, dir)
}

// Words must come back from a Markdown renderer as they went in, whatever they
// are and whatever stands beside them.
func TestWordsSurvive(t *testing.T) {
	if _, err := exec.LookPath("cmark-gfm"); err != nil {
		t.Skip("cmark-gfm is not installed")
	}
	var d document.Document
	want := []string{"T"}
	for seed := range uint64(5000) {
		in := newRandom(seed).inlines(2)
		if s := line(in, context{}); s == "" {
			continue
		}
		d.Blocks = append(d.Blocks, document.Paragraph{Text: in})
		want = append(want, squeeze(said(in)))
	}
	d.Title = "T"
	cmd := exec.Command("cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist")
	cmd.Stdin = strings.NewReader(Render(&d))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for p := range strings.SplitSeq(strings.TrimSpace(string(out)), "</p>\n<p>") {
		for _, tag := range []string{"<p>", "</p>", "<h1>", "</h1>", "<em>", "</em>", "<strong>", "</strong>", "<br />", "</a>"} {
			p = strings.ReplaceAll(p, tag, "")
		}
		for { // cmark-gfm finds e-mail addresses behind an escape too
			before, rest, ok := strings.Cut(p, `<a href="mailto:`)
			if !ok {
				break
			}
			_, after, _ := strings.Cut(rest, `">`)
			p = before + after
		}
		got = append(got, squeeze(html.UnescapeString(p)))
	}
	got = append([]string{"T"}, got...)
	got[1] = strings.TrimPrefix(got[1], "T")
	if len(got) != len(want) {
		t.Errorf("%d paragraphs came back, of %d", len(got), len(want))
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("paragraph %d\n got %q\nwant %q", i, got[i], want[i])
		}
	}
}

// said is what a renderer should show of inlines.
func said(in []document.Inline) string {
	return document.Plain(document.RewriteInlines(in, func(i document.Inline) []document.Inline {
		if b, ok := i.(document.Blank); ok {
			return []document.Inline{document.Text{Words: line([]document.Inline{b}, context{})}}
		}
		return []document.Inline{i}
	}))
}

// squeeze takes out white space, which may differ, and what can't be printed.
func squeeze(s string) string {
	s = strings.ToValidUTF8(s, "")
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == ' ' || r == '\u00a0' || r == '\ufffd' {
			return -1
		}
		return r
	}, s)
}

func FuzzRender(f *testing.F) {
	f.Add(uint64(1), "# x *y* |")
	f.Fuzz(func(t *testing.T, seed uint64, s string) {
		r := newRandom(seed)
		d := &document.Document{Title: s, Blocks: append(r.blocks(3), document.Paragraph{Text: document.Words(s)})}
		out := Render(d)
		if !strings.HasPrefix(out, "# ") || !strings.HasSuffix(out, "\n") || strings.Contains(out, "\n\n\n") || strings.Contains(out, " \n") {
			t.Errorf("untidy: %q", out)
		}
	})
}

// A hostile paragraph takes memory, and with it time, in proportion to its size.
func TestLongParagraphs(t *testing.T) {
	const n = 20_000
	var many []document.Inline
	for range n {
		many = append(many, document.Text{Words: "*_["}, document.Emph{Inlines: document.Words("a")}, document.Text{Words: " "})
	}
	d := &document.Document{Blocks: []document.Block{
		document.Paragraph{Text: many},
		document.Paragraph{Style: document.Directions, Text: many},
		document.Paragraph{Text: document.Words(strings.Repeat("&[.w$`", n))},
	}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	Render(d)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > n*5000 {
		t.Errorf("took %d bytes an inline", used/n)
	}
}
