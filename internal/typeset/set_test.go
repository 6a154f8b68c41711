package typeset_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/face"
	"quire/internal/typeset"
)

// faces are shared: parsing them takes longer than most tests.
var faces = face.NewSet()

func set(t testing.TB, d *document.Document) (*typeset.Pages, []diag.Finding) {
	t.Helper()
	return setOn(t, d, typeset.Letter)
}

func setOn(t testing.TB, d *document.Document, paper typeset.Paper) (*typeset.Pages, []diag.Finding) {
	t.Helper()
	var findings diag.List
	p := typeset.Set(d, typeset.Options{Paper: paper, Faces: faces}, &findings)
	return p, findings.Sorted()
}

func runText(r typeset.Run) string {
	s := ""
	for _, g := range r.Glyphs {
		s += g.Text
	}
	return s
}

// lineTexts are the lines of a page's text, runs of one baseline joined.
func lineTexts(p typeset.Page, wanted func(typeset.Run) bool) []string {
	var out []string
	last := -1.0
	for _, m := range p.Marks {
		r, ok := m.(typeset.Run)
		if !ok || !wanted(r) {
			continue
		}
		if r.Y != last {
			out = append(out, "")
			last = r.Y
		}
		out[len(out)-1] += runText(r)
	}
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return out
}

func TestEssayPrintsItsOwnLines(t *testing.T) {
	e := sampleEssay()
	var want []string
	for _, p := range e.Paragraphs {
		text := document.Plain(p.Text)
		for i, start := range p.LineStarts {
			end := len(text)
			if i+1 < len(p.LineStarts) {
				end = p.LineStarts[i+1]
			}
			want = append(want, strings.TrimSpace(text[start:end]))
		}
	}
	for _, paper := range papers {
		var findings diag.List
		d := &document.Document{Lang: "en", Blocks: []document.Block{e}}
		p := typeset.Set(d, typeset.Options{Paper: paper, Faces: faces}, &findings)
		got := lineTexts(p.Pages[0], func(r typeset.Run) bool { return r.Size == 12 })
		if !slices.Equal(got, want) {
			t.Errorf("%s: got  %q\nwant %q", paper.Name, got, want)
		}
		for n := range want {
			if _, ok := p.Anchors[fmt.Sprintf("line-%d", n+1)]; !ok {
				t.Errorf("no anchor leads to line %d", n+1)
			}
		}
		numbers := lineTexts(p.Pages[0], func(r typeset.Run) bool { return r.Size == 7.5 && r.Element == nil && !r.Furniture })
		if want := []string{"5", "10", "15", "20"}; !slices.Equal(numbers, want) {
			t.Errorf("line numbers %q, want %q", numbers, want)
		}
	}
}

// TestNoLineAlone sets many paragraphs of all lengths: none leaves one line on
// a page.
func TestNoLineAlone(t *testing.T) {
	d := &document.Document{Lang: "en"}
	for i := range 120 {
		d.Blocks = append(d.Blocks, para(strings.Repeat(fmt.Sprintf("p%d words of a paragraph ", i), 1+i*7%33)))
	}
	p, _ := set(t, d)
	counts := map[string][]int{}
	for n, page := range p.Pages {
		for _, l := range lineTexts(page, func(r typeset.Run) bool { return r.Size == 11.5 }) {
			for _, w := range strings.Fields(l) {
				if w[0] == 'p' && w != "paragraph" {
					for len(counts[w]) <= n {
						counts[w] = append(counts[w], 0)
					}
					counts[w][n]++
					break
				}
			}
		}
	}
	parted := 0
	for w, c := range counts {
		var lines []int
		for _, k := range c {
			if k > 0 {
				lines = append(lines, k)
			}
		}
		if len(lines) > 1 {
			parted++
			if slices.Min(lines) < 2 {
				t.Errorf("%s has %v lines on its pages", w, lines)
			}
		}
	}
	if len(p.Pages) < 5 || parted < 2 {
		t.Errorf("%d pages, %d paragraphs parted: the test has lost its sense", len(p.Pages), parted)
	}
}

func TestHeadingStaysWithWhatFollows(t *testing.T) {
	for n := 20; n < 60; n++ {
		d := &document.Document{Lang: "en"}
		for range n {
			d.Blocks = append(d.Blocks, para("A line."))
		}
		d.Blocks = append(d.Blocks, section("Close reading", "Answer from the text.")...)
		d.Blocks = append(d.Blocks, document.Prompt{Number: 1, Blocks: []document.Block{para("Which word?"), document.AnswerLines{Lines: 2}}})
		p, findings := set(t, d)
		where := map[string]int{}
		for i, page := range p.Pages {
			for _, l := range lineTexts(page, func(r typeset.Run) bool { return true }) {
				where[l] = i
			}
		}
		prompt, ok := where["1 Which word?"]
		if !ok || where["Close reading"] != prompt || where["Answer from the text."] != prompt || len(findings) > 0 {
			t.Errorf("%d lines before: %v %v", n, where, findings)
		}
	}
}

func TestTallPromptIsPartedWithAFinding(t *testing.T) {
	d := &document.Document{Lang: "en", Blocks: []document.Block{
		para("Before."),
		document.Prompt{Number: 1, ID: "long", Points: "9 points", Blocks: []document.Block{para("Write."), document.AnswerLines{Lines: 40}}},
	}}
	p, findings := set(t, d)
	if len(findings) != 1 || findings[0].Code != "L1" || findings[0].Severity != diag.Warning || !strings.HasPrefix(findings[0].Message, "item 1 (long) is taller") {
		t.Errorf("findings %v", findings)
	}
	rules := 0
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(typeset.Rule); ok && r.X2-r.X1 > 400 {
			rules++
		}
	}
	if len(p.Pages) != 2 || rules < 20 {
		t.Errorf("%d pages, %d rules on the first", len(p.Pages), rules)
	}
}

func TestLongTableRepeatsItsHead(t *testing.T) {
	p, _ := set(t, sampleMore())
	pages := 0
	for _, page := range p.Pages {
		for i, m := range page.Marks {
			r, ok := m.(typeset.Run)
			if !ok || strings.TrimSpace(runText(r)) != "Begins" {
				continue
			}
			pages++
			if first := pages == 1; first != (r.Element != nil) {
				t.Errorf("the head is an artifact: %v, on its page %d", r.Element == nil, pages)
			}
			if pages > 1 && i > 4 {
				t.Errorf("the repeated head is mark %d of its page", i)
			}
		}
	}
	if pages != 2 {
		t.Errorf("the head stands on %d pages", pages)
	}
}

func TestTwoUpPrintsTwice(t *testing.T) {
	p, _ := set(t, sampleMore())
	page := p.Pages[len(p.Pages)-1]
	slots, dashes := 0, 0
	var heights []float64
	for _, m := range page.Marks {
		switch m := m.(type) {
		case typeset.Slot:
			slots++
		case typeset.Rule:
			if m.Dash > 0 {
				dashes++
				if math.Abs(m.Y1-p.Height/2) > 0.01 {
					t.Errorf("the cut line is at %.1f", m.Y1)
				}
			}
		case typeset.Run:
			if runText(m) == "Exit ticket " || runText(m) == "Exit ticket" {
				heights = append(heights, m.Y)
				if upper := len(heights) == 1; upper != (m.Element != nil) {
					t.Error("the upper copy isn't tagged, or the lower one is")
				}
			}
		}
	}
	if slots != 2 || dashes != 1 || len(heights) != 2 || heights[0] < p.Height/2 || heights[1] > p.Height/2 {
		t.Errorf("%d slots, %d cut lines, heights %v", slots, dashes, heights)
	}
}

func TestReferencesLeadToLines(t *testing.T) {
	ref := func(line, paragraph int) document.Block {
		return document.Paragraph{Text: []document.Inline{document.Reference{Words: "there", Place: document.Place{FirstLine: line, FirstParagraph: paragraph}}}}
	}
	d := &document.Document{Lang: "en", Blocks: []document.Block{sampleEssay(), ref(7, 2), ref(0, 3), ref(900, 90), ref(0, 0)}}
	p, _ := set(t, d)
	var got []string
	for _, m := range p.Pages[0].Marks {
		if r, ok := m.(typeset.Run); ok && strings.TrimSpace(runText(r)) == "there" {
			got = append(got, r.Element.Kind+" "+r.Element.Target)
		}
	}
	if want := []string{"Link line-7", "Link par-3", "P ", "P "}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSidePanelsMoveBeforeAShortEssay(t *testing.T) {
	e := sampleEssay()
	e.Paragraphs = e.Paragraphs[:1]
	for range 8 {
		e.Side = append(e.Side, sampleSide()...)
	}
	p, _ := set(t, &document.Document{Lang: "en", Blocks: []document.Block{e}})
	side, text := -1, -1
	for i, m := range p.Pages[0].Marks {
		if r, ok := m.(typeset.Run); ok && side < 0 && strings.TrimSpace(runText(r)) == "As you read" {
			side = i
			if r.X > p.Width/2 {
				t.Error("the panels stand in the side column")
			}
		}
	}
	for _, page := range p.Pages {
		for i, m := range page.Marks {
			if r, ok := m.(typeset.Run); ok && strings.HasPrefix(runText(r), "The harbour") {
				text = i
			}
		}
	}
	if side < 0 || text < 0 {
		t.Errorf("panels at %d, text at %d", side, text)
	}
}

func TestSetIsTheSameEveryTime(t *testing.T) {
	var wg sync.WaitGroup
	out := make([]*typeset.Pages, 4)
	for i := range out {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var findings diag.List
			out[i] = typeset.Set(sampleWorksheet(), typeset.Options{Paper: typeset.A4, Faces: faces}, &findings)
		}()
	}
	wg.Wait()
	for i := range out[1:] {
		if !reflect.DeepEqual(out[0], out[i+1]) {
			t.Errorf("run %d differs", i+1)
		}
	}
}

func BenchmarkSet(b *testing.B) {
	d := sampleWorksheet()
	for b.Loop() {
		var findings diag.List
		typeset.Set(d, typeset.Options{Paper: typeset.Letter, Faces: faces}, &findings)
	}
}

func TestTwoUpIsTightenedToFit(t *testing.T) {
	for _, c := range []struct {
		lines, pages, findings int
	}{{3, 1, 0}, {7, 1, 0}, {14, 2, 1}} {
		d := &document.Document{Lang: "en", Blocks: []document.Block{document.TwoUp{Blocks: []document.Block{
			document.Heading{Level: 1, Text: document.Words("Exit ticket")},
			para("Which reason would you read aloud?"),
			document.AnswerLines{Lines: c.lines},
			para("To whom?"),
			document.Options{Inline: true, Items: []document.Option{{Label: "1"}, {Label: "2"}}},
		}}}}
		p, findings := set(t, d)
		if len(p.Pages) != c.pages || len(findings) != c.findings {
			t.Errorf("%d lines: %d pages, findings %v", c.lines, len(p.Pages), findings)
		}
	}
}

// A tall item's criteria and the first row to write on stay with its question,
// wherever on the page it begins.
func TestTallPromptIsPartedInItsAnswer(t *testing.T) {
	criteria := document.List{}
	for range 4 {
		criteria.Items = append(criteria.Items, document.Item{Blocks: []document.Block{para("I say what I mean.")}})
	}
	for lines := 1; lines <= 40; lines++ {
		d := &document.Document{Lang: "en"}
		for range lines {
			d.Blocks = append(d.Blocks, para("Before."))
		}
		d.Blocks = append(d.Blocks, document.Prompt{Number: 2, ID: "long", Blocks: []document.Block{para("Write at length."), criteria, document.AnswerLines{Lines: 40}}})
		p, _ := set(t, d)
		for _, page := range p.Pages {
			texts := strings.Join(lineTexts(page, func(typeset.Run) bool { return true }), "\n")
			if !strings.Contains(texts, "Write at length.") {
				continue
			}
			lowest := 1000.0
			for _, m := range page.Marks {
				if r, ok := m.(typeset.Run); ok && strings.Contains(runText(r), "what I mean") {
					lowest = r.Y
				}
			}
			heights := ruleHeights(page)
			if strings.Count(texts, "I say what I mean.") != 4 || heights[len(heights)-1] > lowest {
				t.Errorf("after %d lines: parted from its criteria or its first row", lines)
			}
		}
	}
}

// TestHeadingsKeepItemsThatFillAPage puts a section's heading before an item that
// would fit on a page without it: the item is parted in its answer.
func TestHeadingsKeepItemsThatFillAPage(t *testing.T) {
	d := &document.Document{Lang: "en", Blocks: []document.Block{
		para("Before it."), document.Heading{Level: 2, Text: document.Words("Write")}, asked(1, 27),
	}}
	p, findings := set(t, d)
	if len(p.Pages) != 2 || len(findings) != 1 || !strings.Contains(findings[0].Message, "item 1 is taller than a page") {
		t.Fatalf("%d pages, findings %v", len(p.Pages), findings)
	}
	lines := lineTexts(p.Pages[0], func(r typeset.Run) bool { return !r.Furniture })
	if n := len(ruleHeights(p.Pages[0])); lines[len(lines)-1] != "1 What follows?" || n == 0 {
		t.Errorf("the first page ends with %q and %d rules", lines[len(lines)-1], n)
	}
}
