package compose

import (
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/lesson"
)

// A worksheet's students are sent to a passage where nothing else sends them.
func TestSayWhere(t *testing.T) {
	text := func(in ...document.Inline) []document.Block {
		return []document.Block{document.Paragraph{Text: in}}
	}
	at := func(n int) *document.Reference {
		place := document.Place{FirstParagraph: n, LastParagraph: n}
		return &document.Reference{Place: place, Words: place.Words(true)}
	}
	two, five := at(2), at(5)
	plain := task{stem: text(document.Text{Words: "Why?"}), look: two}
	other := task{stem: text(document.Text{Words: "How?"}), look: five}
	free := task{stem: text(document.Text{Words: "Well?"})}
	cited := task{stem: plain.stem, look: two, body: text(*two)}
	parts := task{look: two}
	quoted := task{look: two, stem: []document.Block{document.BlockQuote{Blocks: text(document.Text{Words: "Q"})}}}
	for name, c := range map[string]struct {
		directions []document.Block
		tasks      []task
		want       string
	}{
		"all of one passage":     {text(document.Text{Words: "Answer."}), []task{plain, plain}, "Answer. Read ¶2.|Why?|Why?"},
		"without directions":     {nil, []task{plain, plain}, "Read ¶2.|Why?|Why?"},
		"directions say so":      {text(*two), []task{plain, plain}, "¶2|Why?|Why?"},
		"directions in words":    {text(document.Text{Words: "Read ¶2."}), []task{plain, plain}, "Read ¶2.|Why?|Why?"},
		"one task":               {text(document.Text{Words: "Answer."}), []task{plain}, "Answer.|Look at ¶2. Why?"},
		"two passages":           {nil, []task{plain, other}, "Look at ¶2. Why?|Look at ¶5. How?"},
		"directions say one":     {text(*two), []task{plain, other}, "¶2|Why?|Look at ¶5. How?"},
		"one without a passage":  {nil, []task{plain, free}, "Look at ¶2. Why?|Well?"},
		"one says so in options": {nil, []task{plain, cited}, "Look at ¶2. Why?|Why?¶2"},
		"no stem":                {nil, []task{parts}, "Look at ¶2."},
		"a stem that is quoted":  {nil, []task{quoted}, "Look at ¶2.Q"},
	} {
		g := sheetGroup{directions: c.directions, tasks: c.tasks}
		g.tasks = append([]task(nil), c.tasks...)
		g.sayWhere()
		var got []string
		if g.directions != nil {
			got = append(got, document.PlainBlocks(g.directions))
		}
		for _, tk := range g.tasks {
			got = append(got, document.PlainBlocks(append(tk.stem, tk.body...)))
		}
		if s := strings.ReplaceAll(strings.Join(got, "|"), "\n", ""); s != c.want {
			t.Errorf("%s: %q, want %q", name, s, c.want)
		}
	}
}

func TestSaysWhere(t *testing.T) {
	for words, want := range map[string]bool{
		"In ¶4, the author": true, "¶ 12": true, "give a ¶ for each": false, "because of ¶": false, "line": false,
	} {
		if got := saysWhere([]document.Block{document.Paragraph{Text: document.Words(words)}}); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
	quotation := document.Quotation{Place: document.Place{FirstParagraph: 2}, Words: "no place is printed"}
	if saysWhere([]document.Block{document.Paragraph{Text: []document.Inline{quotation}}}) {
		t.Error("a quotation alone says where it stands")
	}
}

// Nobody is sent to a passage that is the whole essay, nor to one without a
// place; nor anywhere before the reading, nor by an exit ticket.
func TestPlacesOf(t *testing.T) {
	l := &lesson.Lesson{Paragraphs: make([]lesson.Paragraph, 3)}
	for id, place := range map[string]document.Place{
		"all": {FirstParagraph: 1, LastParagraph: 3}, "part": {FirstParagraph: 2, LastParagraph: 3}, "none": {},
	} {
		l.Passages = append(l.Passages, lesson.Passage{ID: id, Place: place})
	}
	if p := placesOf(l); len(p) != 1 || p["part"].Words != "¶2–3" {
		t.Errorf("%v", p)
	}
	early := group("Before you read", "-")
	late := group("Reading", "-")
	exit := group("", "-")
	for _, g := range []lesson.Group{early, late, exit} {
		g.Items[0].Tags.Passage = "part"
		g.Items[0].Stem = []document.Block{document.Paragraph{Text: document.Words("Why?")}}
	}
	l.Sections = []lesson.Section{{Name: "Worksheet", Groups: []lesson.Group{early, late}}, {Name: "Exit ticket", Groups: []lesson.Group{exit}}}
	s := newSheet(Request{Lesson: l, Template: template(t, "worksheet")})
	for section, want := range map[string]string{"Worksheet": "Why? Look at ¶2–3. Why?", "Exit ticket": "Why?"} {
		c := document.Call{Arguments: []document.Argument{{Value: section}}}
		got := strings.Join(strings.Fields(document.PlainBlocks(prompts(s, c))), " ")
		got = strings.ReplaceAll(strings.ReplaceAll(got, "Before you read ", ""), "Reading ", "")
		if got != want {
			t.Errorf("%s: %q, want %q", section, got, want)
		}
	}
}

func TestWithName(t *testing.T) {
	answer := document.Paragraph{Style: document.Answer, Text: document.Words("B")}
	note := document.Paragraph{Style: document.Reason, Text: document.Words("Note.")}
	for want, blocks := range map[string][]document.Block{
		"B\u00a0· Why\nNote.\n": {answer, note}, "Why\nNote.\n": {note},
	} {
		if got := document.PlainBlocks(withName("Why", blocks)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
