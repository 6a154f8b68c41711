package typeset

import (
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/face"
	"quire/internal/source"
)

func testFlow(faces *face.Set) *flow {
	style := standard(document.Student, Letter)
	return newFlow(&document.Document{}, Options{Paper: Letter, Faces: faces}, &style, nil)
}

func TestPieces(t *testing.T) {
	f := testFlow(face.NewSet())
	for _, c := range []struct{ text, want string }{
		{"one two", "one|two"},
		{"  one   two ", "one|two"},
		{"one—two", "one—|two"},
		{"one — two", "one —|two"},
		{"one –two", "one –|two"},
		{"lines\u00a034–41 say", "lines\u00a034–41|say"},
		{"the 1914–18 war", "the|1914–18|war"},
		{"“so”—“no”", "“so”—|“no”"},
		{"he said—”", "he|said—”"},
		{"well-known", "well-known"},
		{"— one", "—|one"},
		{"a\u2009b", "a|b"},
		{"in ¶ 3, p. 4 and (lines 34–41)", "in|¶ 3,|p. 4|and|(lines 34–41)"},
		{"on Line 34 of page 5", "on|Line 34|of|page 5"},
		{"cut 5 mm, or 12 %; 40 percent", "cut|5 mm,|or|12 %;|40 percent"},
		{"some $4 million more", "some|$4 million|more"},
		{"209 names in 15 minutes", "209|names|in|15|minutes"},
		{"in Room 12 of 5 inside", "in|Room|12|of|5|inside"},
		{"as Mr. Dembélé and J. R. Smith say", "as|Mr. Dembélé|and|J. R. Smith|say"},
		{"see vitamin c. Then", "see|vitamin|c.|Then"},
		{"a line of verse", "a|line|of|verse"},
		{"one · two", "one ·|two"},
		{"", ""},
		{"   ", ""},
	} {
		p := f.words(c.text, f.style.Body, nil)
		var got []string
		for _, pc := range p.pieces(0, len(p.text)) {
			got = append(got, p.text[pc.start:pc.end])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

func TestLettersStayWithTheirWords(t *testing.T) {
	f := testFlow(face.NewSet())
	p := f.prose([]document.Inline{document.Strong{Inlines: document.Words("B")}, document.Text{Words: " tempts. I do. "}, document.Strong{Inlines: document.Words("C")}, document.Text{Words: " is it"}}, f.style.Body, nil)
	var got []string
	for _, pc := range p.pieces(0, len(p.text)) {
		got = append(got, p.text[pc.start:pc.end])
	}
	if want := []string{"B tempts.", "I", "do.", "C is", "it"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestListsDropDotsAtLineEnds(t *testing.T) {
	f := testFlow(face.NewSet())
	p := f.words("aid · border · inspections", f.style.Bank, nil)
	p.listed = true
	lines := f.breakLines(p, 0, len(p.text), 75)
	var got []string
	for _, l := range lines {
		got = append(got, p.text[l.start:l.end])
	}
	if want := []string{"aid · border", "inspections"}; !slices.Equal(got, want) || !lines[0].space {
		t.Errorf("got %q, want %q", got, want)
	}
	one := f.breakLines(p, 0, len(p.text), 400)
	if len(one) != 1 || f.width(p, 0, len(p.text)) < 100 {
		t.Errorf("lines %v", one)
	}
}

func TestListsEndLinesBetweenEntries(t *testing.T) {
	f := testFlow(face.NewSet())
	p := f.words("a morning paper · the news · 2020", f.style.Byline, nil)
	p.listed = true
	var got []string
	for _, l := range f.breakLines(p, 0, len(p.text), 100) {
		got = append(got, p.text[l.start:l.end])
	}
	if want := []string{"a morning paper", "the news · 2020"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLongWordsArePartedAtSlashes(t *testing.T) {
	f := testFlow(face.NewSet())
	p := f.words("see https://example.org/"+strings.Repeat("path/", 40)+" and "+strings.Repeat("m", 200), f.style.Body, nil)
	for _, l := range f.breakLines(p, 0, len(p.text), 200) {
		if w := f.width(p, l.start, l.end); w > 200 {
			t.Errorf("%q is %.1f wide", p.text[l.start:l.end], w)
		}
		if text := p.text[l.start:l.end]; strings.HasSuffix(text, "h") || strings.HasSuffix(text, "t") {
			t.Errorf("%q doesn't end after a slash", text)
		}
	}
}

func TestLineBreaksEndLines(t *testing.T) {
	f := testFlow(face.NewSet())
	in := []document.Inline{document.Text{Words: "one "}, document.LineBreak{}, document.Text{Words: "two\nthree"}, document.LineBreak{}, document.LineBreak{}, document.Text{Words: "four"}}
	p := f.prose(in, f.style.Body, nil)
	var got []string
	for _, l := range f.breakLines(p, 0, len(p.text), 300) {
		got = append(got, p.text[l.start:l.end])
	}
	if want := []string{"one", "two\nthree", "", "four"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMissingCharacters(t *testing.T) {
	text, err := source.New("lesson.md", []byte("The sign 木 stands for a tree, 木 and 水; ש too."))
	if err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Lang: "en", Blocks: []document.Block{document.Paragraph{Text: []document.Inline{
		document.Text{At: document.At{Source: text.Span(0, len(text.Body))}, Words: text.Body},
	}}}}
	var findings diag.List
	p := Set(d, Options{Paper: Letter, Faces: face.NewSet()}, &findings)
	var got []string
	for _, f := range findings.Sorted() {
		got = append(got, f.Code+" "+f.Severity.String()+" "+f.At.String()+": "+f.Message)
	}
	want := []string{
		"L2 error 木: no face has the character 木 (U+6728), 2 times",
		"L2 error 水: no face has the character 水 (U+6C34)",
		"L2 error ש: a script that runs from right to left can't be set yet (U+05E9)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if s := said(p.Pages[0]); !strings.Contains(s, "The sign □ stands for a tree, □ and □; □ too.") {
		t.Errorf("the page says %q", s)
	}
}

// said is the text of a page's runs.
func said(p Page) string {
	var b strings.Builder
	for _, m := range p.Marks {
		if r, ok := m.(Run); ok {
			for _, g := range r.Glyphs {
				b.WriteString(g.Text)
			}
		}
	}
	return b.String()
}
