package markdown

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/document"
)

var update = flag.Bool("update", false, "write the goldens anew")

func words(s string) []document.Inline { return document.Words(s) }

func para(s string) document.Paragraph { return document.Paragraph{Text: words(s)} }

func item(s string, under ...document.Block) document.Item {
	return document.Item{Blocks: append([]document.Block{para(s)}, under...)}
}

func choice(label, s string) document.Option { return document.Option{Label: label, Text: words(s)} }

// everything has each kind of block once or more.
func everything() *document.Document {
	place := document.Place{FirstParagraph: 2, LastParagraph: 2, FirstLine: 7, LastLine: 10}
	return &document.Document{
		Name:  "worksheet",
		Title: "The bell",
		Footer: document.Footer{
			Source: []document.Inline{document.Emph{Inlines: words("The bell")}, document.Text{Words: " · A. Writer, 2025"}},
			Form:   "Form A",
		},
		Blocks: []document.Block{document.TwoUp{Blocks: []document.Block{
			document.Fields{Fields: []document.FieldLine{{Label: "Name", Share: 0.5, Slot: "name"}, {Label: "Date", Share: 0.2}}},
			document.Heading{Level: 1, Text: words("The bell")},
			document.Paragraph{Style: document.Byline, Text: []document.Inline{
				document.Text{Words: "A. Writer · "}, document.Emph{Inlines: words("The Corridor")}, document.Text{Words: " · 1984"},
			}},
			document.Paragraph{Style: document.Question, Text: words("Who has to give the reasons?")},
		}},
			document.Break{},
			document.Separator{},
			document.Essay{
				Numbers: true,
				Side: []document.Panel{
					{Title: words("As you read"), Blocks: []document.Block{
						para("Mark in this margin."),
						document.List{Items: []document.Item{item("C a claim"), item("? a doubt")}},
					}},
					{Title: []document.Inline{
						document.Strong{Inlines: words("foremen")}, document.Text{Words: " ("},
						document.Reference{Words: "line\u00a03"}, document.Text{Words: ")"},
					}, Blocks: []document.Block{para("people in charge of workers")}},
				},
				Paragraphs: []document.EssayParagraph{
					{Kind: document.EssayHeading, Level: 2, Text: words("Part one")},
					{Number: 1, FirstLine: 1, LineStarts: []int{0, 20}, Text: []document.Inline{
						document.Text{Words: "It rang "}, document.Emph{Inlines: words("every")}, document.Text{Words: " morning; 1. nobody_heard *it*."},
					}},
					{Kind: document.EssayVerse, Number: 2, FirstLine: 3, LineStarts: []int{0, 9}, Text: words("One line\nand another")},
					{Kind: document.EssayQuote, Number: 3, FirstLine: 5, LineStarts: []int{0}, Text: words("Quoted words.")},
					{Kind: document.EssayItem, Number: 4, FirstLine: 6, LineStarts: []int{0}, Text: words("First of two")},
					{Kind: document.EssayItem, Number: 5, FirstLine: 7, LineStarts: []int{0}, Text: words("Second of two")},
					{Kind: document.EssayNote, Text: words("* A note.")},
				},
				Notice: words("Printed for one class."),
			},
			document.Heading{Level: 4, Text: words("Close reading."), Points: "6 points"},
			document.Paragraph{Style: document.Directions, Text: words("Answer from the text.")},
			document.Prompt{Number: 1, ID: "q1", Points: "2 points", Blocks: []document.Block{
				document.Paragraph{Text: []document.Inline{
					document.Text{Words: "According to "}, document.Reference{Place: place, Words: "¶2, lines\u00a07–10"},
					document.Text{Words: ", what does "}, document.Quotation{Place: place, Words: "as it has rung"}, document.Text{Words: " mean?"},
				}},
				document.Options{Items: []document.Option{choice("A", "Visitors expect it."), choice("B", "2 + 2 < 5 & more")}},
			}},
			document.Prompt{Number: 2, ID: "q2", Points: "1 point", Blocks: []document.Block{
				para("True or false: nobody hears the bell."),
				document.Options{Inline: true, Items: []document.Option{choice("T", ""), choice("F", "")}},
				document.AnswerLines{Lines: 1, Label: "Correction"},
			}},
			document.Prompt{Number: 3, ID: "q3", Blocks: []document.Block{
				document.Paragraph{Text: []document.Inline{
					document.Text{Words: "The bell was kept because "}, document.Blank{Number: 1, Width: 30},
					document.Text{Words: ", not for its "}, document.Blank{Number: 2, Width: 30}, document.Text{Words: "."},
				}},
				document.Paragraph{Style: document.Bank, Text: words("habit · sound · price")},
			}},
			document.Prompt{Number: 4, Blocks: []document.Block{
				para("Match."),
				document.Matching{
					Left:  []document.Option{choice("", "a|b"), choice("", "second")},
					Right: []document.Option{choice("a", "one"), choice("b", "two"), choice("c", "three")},
				},
			}},
			document.Prompt{Blocks: []document.Block{
				para("Put these in order."),
				document.Options{Shape: document.Write, Items: []document.Option{choice("", "then"), choice("", "first")}},
				document.Options{Shape: document.Box, Items: []document.Option{choice("A", "ticked")}},
				document.AnswerLines{Lines: 2},
			}},
			document.Heading{Level: 2, Text: words("Close reading"), Points: "6 points"},
			document.Heading{Level: 2, Text: words("Made in the U.S."), Points: ""},
			para("Positions"),
			document.List{Items: []document.Item{
				item("It tells us about the person.", document.List{Items: []document.Item{item("nested")}}),
				{Task: document.Ticked, Blocks: []document.Block{para("done")}},
			}},
			document.List{Items: []document.Item{item("a list right after another")}},
			document.List{Ordered: true, Start: 1, Items: []document.Item{item("one"), item("two", para("with more"))}},
			document.List{Ordered: true, Start: 3, Items: []document.Item{item("three")}},
			document.BlockQuote{Blocks: []document.Block{para("# not a heading"), para("second")}},
			document.BlockQuote{Blocks: []document.Block{para("a quotation right after another")}},
			document.Table{
				Head:     []document.Cell{{Text: words("Asked")}, {Text: words("Answer")}},
				Rows:     [][]document.Cell{{{Text: words("1")}, {Text: words("B | C")}}, {{Text: words("2")}, {}}},
				Align:    []document.Align{document.Right, document.Left},
				RowHeads: true,
			},
			document.Panel{Title: words("Passage 1"), Height: 20},
			document.Seating{Alt: "A table with 2 seats. Clockwise from the upper left: Ana, Bo.", Seats: []document.Seat{{Names: []string{"Ana"}}, {}}},
			document.Beside{Columns: [][]document.Block{{para("At the left.")}, {para("At the right.")}}},
			document.Diagram{Caption: "not printed", Boxes: []document.Node{
				{Label: "Claim", Text: words("# It *is* so.")},
				{Label: "Reason", Depth: 1, Height: 17},
				{Label: "Evidence", Depth: 5, Text: words("- one | two")},
				{Label: "Objection", Depth: 1},
				{Depth: 2, Height: 17},
				{Depth: 2},
			}},
			document.Break{},
		},
	}
}

func TestEverything(t *testing.T) {
	golden(t, "everything.md", Render(everything()))
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test -update writes it anew):\n%s", path, got)
	}
}

func TestInlines(t *testing.T) {
	em := func(s string) document.Inline { return document.Emph{Inlines: words(s)} }
	strong := func(s string) document.Inline { return document.Strong{Inlines: words(s)} }
	text := func(s string) document.Inline { return document.Text{Words: s} }
	for _, c := range []struct {
		in   []document.Inline
		want string
	}{
		{[]document.Inline{text("a_b *c* [d] <e> `f` ~g \\")}, `a\_b \*c\* \[d\] \<e> ` + "\\`f\\`" + ` \~g \\`},
		{[]document.Inline{text("# no"), document.LineBreak{}, text("- no"), document.LineBreak{}, text("1984. yes")}, "\\# no\\\n\\- no\\\n1984\\. yes"},
		{[]document.Inline{text("AT&T &amp; $5 $x a@b.c http://d www.e")}, `AT&T \&amp; $5 \$x a\@b.c http\://d www\.e`},
		{[]document.Inline{text("a "), em(" b "), text("c")}, "a  *b* c"},
		{[]document.Inline{em("“Why”"), text("not")}, "“Why”not"},
		{[]document.Inline{em("un"), text("able")}, "*un*able"},
		{[]document.Inline{em("a"), strong("b"), text(" c")}, "*ab* c"},
		{[]document.Inline{strong("Positions:")}, "**Positions:**"},
		{[]document.Inline{strong("Positions")}, "Positions"},
		{[]document.Inline{document.Strong{Inlines: []document.Inline{text("see "), em("this")}}, text(".")}, "**see** ***this***."},
		{[]document.Inline{document.Code{Words: "a`b"}}, "``a`b``"},
		{[]document.Inline{text("wow!"), document.Link{URL: "https://x.org/a_(b)", Inlines: words("it")}}, `wow\![it](https://x.org/a_%28b%29)`},
		{[]document.Inline{document.Link{URL: "https://x.org/", Inlines: words("https://x.org/")}}, "<https://x.org/>"},
		{[]document.Inline{document.Link{URL: "javascript:x", Inlines: words("it")}}, "it"},
		{[]document.Inline{document.Blank{Number: 1}, text(".")}, "(1) ________\u00a0."},
		{[]document.Inline{text("  "), document.LineBreak{}, text("x"), document.LineBreak{}}, "x"},
		{[]document.Inline{text("a\n\tb\x00c")}, "a  bc"},
	} {
		if got := line(c.in, context{}); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", document.Plain(c.in), got, c.want)
		}
	}
}

func TestHeadingsKeepStep(t *testing.T) {
	h := func(level int, s string) document.Block { return document.Heading{Level: level, Text: words(s)} }
	d := &document.Document{Title: "T", Blocks: []document.Block{
		h(3, "Deep:"), h(1, "Title"), h(6, "Deep"), h(1, "C #"), h(2, "Deep"), h(2, "Stop!"), h(2, "..."),
	}}
	want := []string{"# Title", "## Deep", "### Deep (2)", `## C \#`, "## Deep (3)", "## Stop&#33;"}
	got := strings.Split(strings.TrimSpace(Render(d)), "\n\n")
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
