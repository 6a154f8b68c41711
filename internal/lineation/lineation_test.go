package lineation

import (
	"crypto/sha256"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"quire/internal/essay"
	"quire/internal/linebreak"
	"quire/internal/typography"
)

// read makes an essay of a plain text: paragraphs parted by blank lines, the
// first one its heading, "> " quoted, indented or short lines verse.
func read(text string) *essay.Essay {
	e := &essay.Essay{}
	for p := range strings.SplitSeq(text, "\n\n") {
		b := essay.Block{Kind: essay.Paragraph}
		switch {
		case strings.TrimSpace(p) == "":
			continue
		case len(e.Blocks) == 0:
			b.Kind = essay.Heading
		case strings.HasPrefix(p, "> "):
			b.Kind, p = essay.BlockQuote, p[2:]
		case strings.Contains(strings.TrimSpace(p), "\n"):
			b.Kind = essay.Verse
		}
		b.Text, _ = typography.Set(strings.TrimSpace(p))
		e.Blocks = append(e.Blocks, b)
	}
	e.Number()
	return e
}

// TestGolden shows the lines of a small essay. They never change.
func TestGolden(t *testing.T) {
	raw, err := os.ReadFile("testdata/market.txt")
	if err != nil {
		t.Fatal(err)
	}
	e := read(string(raw))
	got := print(e, Of(e))
	if *update {
		if err := os.WriteFile("testdata/market.lines", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/market.lines")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the lines have changed; they are\n%s", got)
	}
}

// print shows an essay's lines, each with its number and where it starts.
func print(e *essay.Essay, l *Lines) string {
	var b strings.Builder
	for i, block := range l.Blocks {
		text := e.Blocks[i].Text
		if block.First == 0 {
			fmt.Fprintf(&b, "%10s %s\n", "", text)
		}
		for k, start := range block.Starts {
			end := len(text)
			if k+1 < len(block.Starts) {
				end = block.Starts[k+1]
			}
			fmt.Fprintf(&b, "%4d %5d %s\n", block.First+k, start, strings.TrimRight(text[start:end], " \n"))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestWholeEssays pins the lines of published essays by their number and a
// checksum of where they start.
func TestWholeEssays(t *testing.T) {
	tests := []struct {
		file  string
		total int
		sum   string
	}{
		{"cienfuegos.txt", 165, "807cef3cb049d37a"},
		{"chesterton-nonsense/plain.txt", 139, "06ed209448d25b7f"},
		{"dubois-strivings/plain.txt", 256, "008a9a43d8233297"},
		{"hume-miracles/plain.txt", 714, "bda335663780efcc"},
		{"irving-mutability/plain.txt", 338, "0abe7bc5026d4121"},
		{"montaigne-passions/plain.txt", 84, "3aa406e271c70f77"},
		{"woolf-greek/plain.txt", 437, "20d4479cf8d283c7"},
	}
	for _, tt := range tests {
		raw, err := os.ReadFile(filepath.Join("../../../shared/essays", tt.file))
		if err != nil {
			t.Skip("no essays in ../shared")
		}
		l := Of(read(string(raw)))
		h := sha256.New()
		for _, b := range l.Blocks {
			fmt.Fprintln(h, b.First, b.Starts)
		}
		if sum := fmt.Sprintf("%x", h.Sum(nil)[:8]); l.Total != tt.total || sum != tt.sum {
			t.Errorf("{%q, %d, %q}, want %d, %q", tt.file, l.Total, sum, tt.total, tt.sum)
		}
	}
}

func TestPieces(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"one two", "one_|two"},
		{" one  two ", "one_|two"},
		{"never-ending story", "never-ending_|story"},
		{"a—b", "a—|b"},
		{"a — b", "a —_|b"},
		{"a –b", "a –|b"},
		{"a – “b”", "a –_|“b”"},
		{"“No—” he", "“No—”_|he"},
		{"“No—”he", "“No—”|he"},
		{"saints—“Who", "saints—|“Who"},
		{"so—’tis", "so—|’tis"},
		{"‘so—’ he", "‘so—’_|he"},
		{"‘so—’—he", "‘so—’—|he"},
		{"what—?!", "what—?!"},
		{"a——b", "a——|b"},
		{"a—(b)—c", "a—|(b)—|c"},
		{"(a—)b", "(a—)|b"},
		{"2012–18 and 2012–", "2012–18_|and_|2012–"},
		{"Paris–Dakar", "Paris–|Dakar"},
		{"—Lucan", "—|Lucan"},
	}
	for _, tt := range tests {
		pieces, offsets := pieces1(tt.text)
		got := ""
		for i, at := range offsets {
			end := len(tt.text)
			if i+1 < len(offsets) {
				end = offsets[i+1]
			}
			piece := strings.TrimRight(tt.text[at:end], " ")
			width := 0
			for _, r := range piece {
				width += width1(r)
			}
			if pieces[i].Width != width {
				t.Errorf("%q: %q is %d wide, want %d", tt.text, piece, pieces[i].Width, width)
			}
			got += piece
			if pieces[i].Space > 0 {
				got += "_"
			}
			if i+1 < len(offsets) {
				got += "|"
			}
		}
		if got != tt.want {
			t.Errorf("%q parts into %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestKinds(t *testing.T) {
	block := func(k essay.Kind, text string) essay.Block { return essay.Block{Kind: k, Text: text} }
	e := &essay.Essay{Blocks: []essay.Block{
		block(essay.Heading, "Part I"),
		block(essay.Paragraph, "One."),
		block(essay.Footnote, "A note."),
		block(essay.Verse, "one,\ntwo,\n\nthree "),
		block(essay.Paragraph, ""),
		block(essay.Paragraph, " "),
		block(essay.ListItem, " item"),
		block(essay.BlockQuote, "a line\nand another"),
		block(essay.Verse, strings.Repeat("long ", 60)),
	}}
	want := []Block{{}, {1, []int{0}}, {}, {2, []int{0, 5, 11}}, {}, {}, {5, []int{1}}, {6, []int{0, 7}}, {8, []int{0}}}
	l := Of(e)
	if l.Scheme != 1 || l.Total != 8 {
		t.Errorf("scheme %d, %d lines; want 1, 8", l.Scheme, l.Total)
	}
	for i, b := range l.Blocks {
		if b.First != want[i].First || !slices.Equal(b.Starts, want[i].Starts) {
			t.Errorf("block %d is %v, want %v", i, b, want[i])
		}
	}
}

func TestPlaces(t *testing.T) {
	l := &Lines{Scheme: 1, Total: 5, Blocks: []Block{{}, {1, []int{0, 10, 20}}, {}, {4, []int{2, 9}}, {}}}
	for _, tt := range []struct{ block, offset, want int }{
		{0, 3, 0}, {1, 0, 1}, {1, 9, 1}, {1, 10, 2}, {1, 999, 3}, {2, 0, 0}, {3, 0, 4}, {3, 8, 4}, {3, 9, 5}, {5, 0, 0}, {-1, 0, 0},
	} {
		if got := l.At(essay.Pos{Block: tt.block, Offset: tt.offset}); got != tt.want {
			t.Errorf("block %d, byte %d is on line %d, want %d", tt.block, tt.offset, got, tt.want)
		}
	}
	for _, tt := range []struct{ b1, o1, b2, o2, first, last int }{
		{1, 0, 1, 10, 1, 1}, // up to the end of its first line
		{1, 0, 1, 11, 1, 2},
		{1, 12, 3, 5, 2, 4},
		{1, 12, 3, 0, 2, 3}, // nothing of the last block
		{0, 2, 1, 3, 1, 1},  // from a heading on
		{0, 0, 0, 3, 0, 0},
		{1, 25, 2, 4, 3, 3},
		{2, 0, 4, 4, 4, 5},
		{1, 15, 1, 15, 2, 2}, // empty
		{1, 10, 1, 10, 2, 2},
		{0, 0, 9, 9, 1, 5},
	} {
		r := essay.Range{Start: essay.Pos{Block: tt.b1, Offset: tt.o1}, End: essay.Pos{Block: tt.b2, Offset: tt.o2}}
		if first, last := l.Range(r); first != tt.first || last != tt.last {
			t.Errorf("%v is on lines %d–%d, want %d–%d", r, first, last, tt.first, tt.last)
		}
	}
}

// TestLastWord sets paragraphs of all lengths: only where the measure leaves no
// choice does a word stand alone on the last line.
func TestLastWord(t *testing.T) {
	free := 0
	for n := 20; n < 120; n++ {
		pieces, _ := pieces1(strings.TrimSpace(strings.Repeat("upon the old stone bridge we ", n/6) + strings.Repeat("stood ", n%6)))
		last := func(alone int) int {
			starts := linebreak.Break(pieces, measure1, alone)
			return len(pieces) - starts[len(starts)-1]
		}
		if last(0) == 1 {
			free++
		}
		if last(alone1) == 1 {
			t.Errorf("a word stands alone at the end of %d", len(pieces))
		}
	}
	if free == 0 {
		t.Error("no paragraph tempts to leave a word alone")
	}
}

// TestCopiesAreAlike breaks copies of an essay that were typed differently.
func TestCopiesAreAlike(t *testing.T) {
	raw, err := os.ReadFile("testdata/market.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := print(read(string(raw)), Of(read(string(raw))))
	for name, change := range map[string]*strings.Replacer{
		"dashes":     strings.NewReplacer("--", "—", "—", "---", "...", "…"),
		"quotes":     strings.NewReplacer("‘", "'", "’", "'"),
		"spaces":     strings.NewReplacer(". ", ".  ", ", ", ",\u00a0"),
		"decomposed": strings.NewReplacer("ñ", "n\u0303", "á", "a\u0301"),
		"hyphens":    strings.NewReplacer("er", "e\u00adr", "ing", "i\u200bng"),
	} {
		e := read(change.Replace(string(raw)))
		if got := print(e, Of(e)); got != want {
			t.Errorf("%s: the lines are\n%s", name, got)
		}
	}
}

// BenchmarkShortfall breaks whole essays by total fit and line by line, and
// tells how far lines fall short of the measure: on average, at worst, and the
// root of the mean square (in thousandths of it, last lines aside).
func BenchmarkShortfall(b *testing.B) {
	files, _ := filepath.Glob("../../../shared/essays/*/plain.txt")
	if len(files) == 0 {
		b.Skip("no essays in ../shared")
	}
	var paragraphs [][]linebreak.Piece
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		for _, block := range read(string(raw)).Blocks {
			if pieces, _ := pieces1(block.Text); block.Kind == essay.Paragraph {
				paragraphs = append(paragraphs, pieces)
			}
		}
	}
	for name, breaker := range map[string]func([]linebreak.Piece) []int{
		"total fit": func(p []linebreak.Piece) []int { return linebreak.Break(p, measure1, alone1) },
		"greedy":    greedy,
	} {
		b.Run(name, func(b *testing.B) {
			var lines, sum, square, worst int
			for b.Loop() {
				lines, sum, square, worst = 0, 0, 0, 0
				for _, p := range paragraphs {
					starts := breaker(p)
					for k := range len(starts) - 1 {
						short := measure1 - widthOf(p[starts[k]:starts[k+1]])
						lines, sum, square, worst = lines+1, sum+short, square+short*short, max(worst, short)
					}
				}
			}
			b.ReportMetric(float64(sum)/float64(lines)/measure1*1000, "‰-mean")
			b.ReportMetric(math.Sqrt(float64(square)/float64(lines))/measure1*1000, "‰-rms")
			b.ReportMetric(float64(worst)/measure1*1000, "‰-worst")
		})
	}
}

func greedy(pieces []linebreak.Piece) []int {
	starts := []int{0}
	for i := range pieces {
		if start := starts[len(starts)-1]; i > start && widthOf(pieces[start:i+1]) > measure1 {
			starts = append(starts, i)
		}
	}
	return starts
}

func widthOf(line []linebreak.Piece) int {
	width := 0
	for i, p := range line {
		width += p.Width
		if i+1 < len(line) {
			width += p.Space
		}
	}
	return width
}
