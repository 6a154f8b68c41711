package passage

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/essay"
	"quire/internal/source"
	"quire/internal/typography"
)

// ferry is an essay to find things in. Its second paragraph ends as its fourth
// begins, and "the ferry" is everywhere.
var ferry = []string{
	"# The Last Ferry",
	"The ferry crossed at six. Old Señor Ibáñez, who sold the tickets, called it “the only clock in town” -- and nobody ever argued.",
	"When the bridge opened, the council's letter said the ferry was 'no longer required.' It didn't say by whom. The town said nothing, and the ferry stopped.",
	"> We had a bridge. What more could we want?",
	"The town said nothing for a year... Then someone—nobody knows who—painted a clock on the empty ticket office. It shows six, always six, in the years 2012–18 and since.",
	"The river keeps\nno calendar of ours,\nit only goes.",
	"What is a ferry for? For crossing, says the engineer; for waiting, said Ibáñez, and the town, at last, agreed. The ferry's bell hangs in the school. It doesn't ring.",
}

// essayOf makes an essay of paragraphs: # heading, > quotation, verse if it
// has line ends.
func essayOf(paragraphs []string) *essay.Essay {
	e := &essay.Essay{}
	for _, p := range paragraphs {
		b := essay.Block{Kind: essay.Paragraph}
		switch {
		case strings.HasPrefix(p, "# "):
			b.Kind, p = essay.Heading, p[2:]
		case strings.HasPrefix(p, "> "):
			b.Kind, p = essay.BlockQuote, p[2:]
		case strings.Contains(p, "\n"):
			b.Kind = essay.Verse
		}
		b.Text, _ = typography.Set(p)
		e.Blocks = append(e.Blocks, b)
	}
	e.Number()
	return e
}

// sharedEssays are the plain texts of ../shared, parted at blank lines.
func sharedEssays(t testing.TB) map[string]*essay.Essay {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/essays/*/plain.txt")
	if len(files) == 0 {
		t.Skip("no essays in ../shared")
	}
	out := map[string]*essay.Essay{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var paragraphs []string
		for p := range strings.SplitSeq(string(raw), "\n\n") {
			if p = strings.TrimSpace(p); p != "" {
				paragraphs = append(paragraphs, p)
			}
		}
		out[filepath.Base(filepath.Dir(f))] = essayOf(paragraphs)
	}
	return out
}

func TestFind(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	tests := []struct {
		selector      string
		before, after string
		want          string // the words found
	}{
		{selector: "Old Señor … the tickets", want: "Old Señor Ibáñez, who sold the tickets"},
		{selector: "Old Sen\u0303or ... nobody ever argued.", want: "Old Señor Ibáñez, who sold the tickets, called it “the only clock in town” — and nobody ever argued."},
		{selector: `"the only clock in town"--and nobody`, want: "“the only clock in town” — and nobody"},
		{selector: "someone — nobody knows who – painted", want: "someone—nobody knows who—painted"},
		{selector: "someone - nobody", want: "someone—nobody"},
		{selector: "the council’s letter", want: "the council’s letter"},
		{selector: `ferry was "no longer required."`, want: "ferry was ‘no longer required.’"},
		{selector: "years 2012-18", want: "years 2012–18"},
		{selector: "The river … no calendar", want: "The river keeps\nno calendar"},
		{selector: "keeps no calendar / of ours", want: "keeps\nno calendar of ours"},
		{selector: "no calendar or ours", want: ""},
		{selector: "keeps / no calendar", want: "keeps\nno calendar"},
		{selector: "is a ferry\nfor? For", want: "is a ferry for? For"},
		{selector: "“What is a ferry … Ibáñez”", want: "What is a ferry for? For crossing, says the engineer; for waiting, said Ibáñez"},

		// An ellipsis of the essay's own.
		{selector: "for a year... Then someone", want: "for a year… Then someone"},
		{selector: "a year . . . Then", want: "a year… Then"},
		{selector: "The town said ... Then someone", want: "The town said nothing, and the ferry stopped.\n\nWe had a bridge. What more could we want?\n\nThe town said nothing for a year… Then someone", before: "whom"},

		// More than one place.
		{selector: "The town said nothing", after: "and the", want: "The town said nothing"},
		{selector: "The town said nothing", after: "For a year", want: "The town said nothing"},
		{selector: "The town said nothing", before: "could we want", want: "The town said nothing"},
		{selector: "six … nobody", want: "six. Old Señor Ibáñez, who sold the tickets, called it “the only clock in town” — and nobody", before: "crossed at"},
		{selector: "crossed at … the ferry", want: "crossed at six. Old Señor Ibáñez, who sold the tickets, called it “the only clock in town” — and nobody ever argued.\n\nWhen the bridge opened, the council’s letter said the ferry"},

		// Words are whole.
		{selector: "The ferry", before: "agreed", want: "The ferry"}, // of The ferry’s bell
		{selector: "does", want: ""},
		{selector: "hang", want: ""},

		// Over the border of a paragraph.
		{selector: "ever argued. When the bridge", want: "ever argued.\n\nWhen the bridge"},
		{selector: "The Last Ferry The ferry crossed", want: "The Last Ferry\n\nThe ferry crossed"},

		{selector: "¶3", want: "We had a bridge. What more could we want?"},
		{selector: "p3-4", want: "We had a bridge. What more could we want?\n\nThe town said nothing for a year… Then someone—nobody knows who—painted a clock on the empty ticket office. It shows six, always six, in the years 2012–18 and since."},
	}
	for _, tt := range tests {
		sel, err := Parse(tt.selector, source.Span{})
		if err != nil {
			t.Errorf("%s: %v", tt.selector, err)
			continue
		}
		sel.Before, sel.After = tt.before, tt.after
		r, miss := x.Find(sel)
		got := ""
		if miss == nil {
			got = x.essay.Words(r)
		}
		if got != tt.want {
			t.Errorf("%s\n got %q (%+v)\nwant %q", tt.selector, got, miss, tt.want)
		}
	}
}

func TestFindMisses(t *testing.T) {
	x := NewIndex(essayOf(ferry))
	tests := []struct {
		selector      string
		before, after string
		why           Why
		words         string
		excerpts      []string
		unique        []string
	}{
		{selector: "the ferry was no longer needed", why: Missing, words: "the ferry was no longer needed",
			excerpts: []string{"… council’s letter said the ferry was ‘no longer required.’ It didn’t …"}},
		{selector: "old señor Ibáñez", why: Missing, words: "old señor Ibáñez",
			excerpts: []string{"… crossed at six. Old Señor Ibáñez, who sold the …"}},
		{selector: "The ferry crossed … nobody ever argude", why: Missing, words: "nobody ever argude",
			excerpts: []string{"… in town” — and nobody ever argued."}},
		{selector: "calender", why: Missing, words: "calender",
			excerpts: []string{"… river keeps no calendar of ours, it …"}},
		{selector: "an utterly different sentence", why: Missing, words: "an utterly different sentence"},
		{selector: "an utterly different bell", why: Missing, words: "an utterly different bell"},
		{selector: "The town said nothing", why: Ambiguous, words: "The town said nothing",
			excerpts: []string{"… say by whom. The town said nothing, and the ferry …", "The town said nothing for a year… Then …"},
			unique:   []string{`before="whom"`, `after="for"`}},
		{selector: "nothing … six", why: Ambiguous, words: "nothing",
			unique: []string{`before="whom. The town said"`, `before="want? The town said"`}},
		{selector: "it only goes … What more", why: Reversed, words: "What more",
			excerpts: []string{"… had a bridge. What more could we want?"}},
		{selector: "The ferry crossed … The ferry crossed at", why: Reversed, words: "The ferry crossed at"},
		{selector: "The town said nothing", before: "nowhere", why: Missing, words: "nowhere",
			unique: []string{`before="whom"`, `after="for"`}},
		{selector: "The town said nothing", before: "whom", after: "for a", why: Missing, words: "for a"},
		{selector: "¶7", why: NoParagraph, words: "¶7"},
		{selector: "p5–99", why: NoParagraph, words: "¶99"},
	}
	for _, tt := range tests {
		sel, err := Parse(tt.selector, source.Span{})
		if err != nil {
			t.Errorf("%s: %v", tt.selector, err)
			continue
		}
		sel.Before, sel.After = tt.before, tt.after
		r, miss := x.Find(sel)
		if miss == nil {
			t.Errorf("%s: found %q", tt.selector, x.essay.Words(r))
			continue
		}
		if miss.Why != tt.why || miss.Words != tt.words {
			t.Errorf("%s: %d %q, want %d %q", tt.selector, miss.Why, miss.Words, tt.why, tt.words)
		}
		for i, want := range tt.excerpts {
			if i >= len(miss.Candidates) || miss.Candidates[i].Excerpt != want {
				t.Errorf("%s: candidates %+v, want as number %d %q", tt.selector, miss.Candidates, i, want)
			}
		}
		for i, want := range tt.unique {
			if i >= len(miss.Candidates) || miss.Candidates[i].Unique != want {
				t.Errorf("%s: candidates %+v, want as number %d %s", tt.selector, miss.Candidates, i, want)
			}
		}
		if tt.why == Missing && tt.excerpts == nil && tt.unique == nil && tt.before == "" && miss.Candidates != nil {
			t.Errorf("%s: candidates %+v, want none", tt.selector, miss.Candidates)
		}
	}
}

// TestUniqueSettles puts the attribute of every candidate to the proof.
func TestUniqueSettles(t *testing.T) {
	for name, e := range sharedEssays(t) {
		x := NewIndex(e)
		for _, start := range []string{"of the", "in the", "and", "It is", "to be", "the world", "as if"} {
			_, miss := x.Find(Selector{Start: start})
			if miss == nil || miss.Why != Ambiguous {
				continue
			}
			for _, c := range miss.Candidates {
				sel := Selector{Start: start}
				value := strings.TrimSuffix(c.Unique[strings.Index(c.Unique, `"`)+1:], `"`)
				if strings.HasPrefix(c.Unique, "before=") {
					sel.Before = value
				} else {
					sel.After = value
				}
				if got, miss := x.Find(sel); miss != nil || got != c.Range {
					t.Errorf("%s: %q with %s is at %v (%+v), want %v", name, start, c.Unique, got, miss, c.Range)
				}
			}
		}
	}
}
