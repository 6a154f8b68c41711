package question

import (
	"strings"

	"quire/internal/document"
	"quire/internal/source"
)

var counterargument = Type{
	Name:       "counterargument",
	Class:      "counterargument",
	Doc:        "Objection, what is left out, reply: three boxes; Answer is a list of Objection:, Left out: and Reply:.",
	noun:       "a counterargument",
	fields:     append(openFields(), "rubric"),
	attributes: []string{"lines", "rubric"},
	Example: `### The best objection {.counterargument points=6 rubric=counterargument}

What would somebody say who wants to keep the bell and has read the whole essay?

**Answer:**

- Objection: A school day needs a sign that nobody can overlook.
- Left out: Lights don't help whoever looks at a book.
- Reply: Eleven of twelve teachers manage without; the twelfth could be asked.

**Reject:** objections to the author or to his tone
`,
	parse: parseCounter,
}

// counterParts are the three boxes; an author may call them by the second name.
var counterParts = []struct{ name, short, asks string }{
	{"Objection", "objection", "the strongest one, as its own side would put it"},
	{"Left out", "left out", "what the essay doesn’t mention and should"},
	{"Reply", "reply", "the best that the author could answer, from the text"},
}

// fewestCounterLines are those of a box.
const fewestCounterLines = 3

func parseCounter(r *reading) parsed {
	k := r.textKey()
	longest := r.counterAnswer()
	each := min(max((longest+wordsALine-1)/wordsALine, fewestCounterLines), mostCellLines)
	if r.lines >= 0 {
		each = (r.lines + len(counterParts) - 1) / len(counterParts)
	}
	return parsed{
		sheet:     counterSheet{r.section.At, each},
		key:       counterKey{k},
		responses: []Response{Text{Model: k.answer, Accept: k.accept, Reject: k.reject, Lines: each * len(counterParts)}},
	}
}

// counterAnswer reports entries of the answer that belong into no box, or into
// one that has its answer, and gives the words of the longest.
func (r *reading) counterAnswer() int {
	f := r.field("answer")
	if f == nil {
		return 0
	}
	longest := 0
	seen := map[string]bool{}
	for _, e := range entries(f.Blocks) {
		part := counterPart(e)
		switch {
		case part == "":
			r.fail(codeField, f.At, "an answer that belongs to none of the three boxes", "Write a list: - Objection: …, - Left out: …, - Reply: …")
		case seen[part]:
			r.fail(codeField, f.At, "a second answer for the box “"+part+"”", "Put what it says into the first one, or under **Accept:**.")
		}
		seen[part] = true
		longest = max(longest, len(strings.Fields(document.Plain(e))))
	}
	for _, b := range f.Blocks {
		switch b.(type) {
		case document.Paragraph, document.List:
		default:
			r.fail(codeField, blockAt(b, f.At), "an answer that belongs to none of the three boxes", "Write a list: - Objection: …, - Left out: …, - Reply: …")
		}
	}
	return longest
}

// counterPart names the box that an entry belongs to, empty for none.
func counterPart(entry []document.Inline) string {
	for _, p := range counterParts {
		if _, ok := cutLabel(entry, p.short); ok {
			return p.name
		}
	}
	return ""
}

type counterSheet struct {
	at    source.Span
	lines int // of each box
}

func (s counterSheet) Student(Arrangement) []document.Block {
	if s.lines == 0 {
		return nil
	}
	var out []document.Block
	for _, p := range counterParts {
		out = append(out, box(s.at, p.name, p.asks, s.lines))
	}
	return out
}

// counterKey gives the answers box by box.
type counterKey struct{ textKey }

func (k counterKey) Teacher(a Arrangement) []document.Block {
	var parts []document.Block
	for _, e := range entries(k.answer) {
		for _, p := range counterParts {
			if rest, ok := cutLabel(e, p.short); ok {
				parts = append(parts, runIn(p.name, []document.Block{document.Paragraph{Text: rest}})...)
			}
		}
	}
	place := placeOf(allEntries(k.answer), paragraphs(k.accept))
	rest := k.textKey
	rest.answer = nil
	out := rest.Teacher(a)
	if len(parts) > 0 {
		out[0] = answerLine(document.Words("Model answer"), place)
	}
	return append(append(out[:1:1], parts...), out[1:]...)
}

// allEntries gives the words of all entries in one run.
func allEntries(blocks []document.Block) []document.Inline {
	var all []document.Inline
	for _, e := range entries(blocks) {
		all = append(all, e...)
	}
	return all
}
