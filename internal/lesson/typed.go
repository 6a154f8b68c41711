package lesson

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/source"
)

// fewestTyped is how many words a quotation must have for its marks to be taken
// for more than a way to name a word.
const fewestTyped = 4

// typedFields are the fields whose words students read, or that are answers as
// a student would write them.
var typedFields = []string{"answer", "model", "in", "hint", "starter", "criteria", "proposition", "for", "against", "restate"}

// typed warns of the essay's words that stand in plain quotation marks: nobody
// checks them there. It looks at what students read and at model answers.
func (r *resolver) typed(a *atHand) {
	t := typist{atHand: a, title: plainWords(r.lesson.Meta.Essay.Title)}
	for _, s := range r.draft.parsed.sections {
		for _, g := range s.groups {
			t.blocks(g.directions)
			for _, p := range g.prompts {
				t.prompt(p)
			}
		}
	}
}

type typist struct {
	*atHand
	title string
	seen  int
}

func (t *typist) prompt(s *markup.Section) {
	if len(s.Blocks) == 0 && len(s.Title) > 0 {
		t.text(s.Title)
	}
	t.blocks(s.Blocks)
	for _, name := range typedFields {
		for _, f := range s.Fields {
			if f.Name == name {
				t.blocks(f.Blocks)
			}
		}
	}
	for _, p := range s.Parts {
		t.prompt(p)
	}
}

func (t *typist) blocks(all []document.Block) {
	for _, b := range all {
		switch b := b.(type) {
		case document.Paragraph:
			t.text(b.Text)
		case document.BlockQuote:
			t.blocks(b.Blocks)
		case document.List:
			for _, it := range b.Items {
				inside := it.Blocks
				if it.Task != document.NoBox && len(inside) > 1 {
					inside = inside[:1] // the others are reasons
				}
				t.blocks(inside)
			}
		case document.Table:
			for _, row := range append([][]document.Cell{b.Head}, b.Rows...) {
				for _, c := range row {
					t.text(c.Text)
				}
			}
		}
	}
}

// text looks at the words of a paragraph, as they were typed.
func (t *typist) text(in []document.Inline) {
	if len(in) == 0 {
		return
	}
	at := in[0].Span().To(in[len(in)-1].Span())
	for _, q := range typedQuotations(at) {
		words := plainWords(q.String())
		if n := len(strings.Fields(words)); n < fewestTyped || strings.Contains(words, "{{") || words == t.title {
			continue
		}
		if t.seen++; t.seen > typedLimit {
			return
		}
		t.quotation(words, q, inGap(in, q))
	}
}

// inGap says that a stretch of the text stands in a gap, which takes no calls.
func inGap(in []document.Inline, q source.Span) bool {
	for _, i := range in {
		if b, ok := i.(document.Blank); ok && b.Source.Start <= q.Start && q.End <= b.Source.End {
			return true
		}
	}
	return false
}

func (t *typist) quotation(words string, at source.Span, gap bool) {
	if r, _, miss := t.met.index.Quote(words, nil); miss == nil {
		if gap {
			return
		}
		t.findings.Warn("S2", at, "a quotation in plain marks is not checked",
			fmt.Sprintf("The essay has these words in %s. Write {{quote \"…\"}} for them, which brings its own marks.", t.place(r).WithoutLines().Words(false)))
		return
	}
	if c, ok := t.met.index.Meant(words); ok {
		write := "Write {{quote \"…\"}} with its words"
		if gap {
			write = "Write its words"
		}
		t.findings.Warn("S2", at, "these words in quotation marks are nearly the essay's, not quite",
			fmt.Sprintf("It has in %s. %s, or leave the marks out if the words are yours.", t.excerpt(c), write))
	}
}

// typedQuotations finds the stretches in quotation marks in a text as it was
// typed, without the marks. What stands in calls and code is none.
func typedQuotations(at source.Span) []source.Span {
	s := at.String()
	var all []source.Span
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\\':
			i += 2
			continue
		case strings.HasPrefix(s[i:], "{{"):
			i = past(s, i+2, "}}")
			continue
		case r == '{': // a call with one brace, or attributes of a phrase
			i = past(s, i+1, "}")
			continue
		case r == '`':
			i = past(s, i+1, "`")
			continue
		case r == '“' || r == '"' && opens(s, i):
			closer := "”"
			if r == '"' {
				closer = "\""
			}
			if n := strings.Index(s[i+size:], closer); n >= 0 {
				all = append(all, at.Sub(i+size, i+size+n))
				i += size + n + len(closer)
				continue
			}
		}
		i += size
	}
	return all
}

// past gives the offset after the next closer from byte i on, or i if there is
// none.
func past(s string, i int, closer string) int {
	if n := strings.Index(s[min(i, len(s)):], closer); n >= 0 {
		return i + n + len(closer)
	}
	return i
}

// opens says that the straight mark at byte i opens a quotation: nothing of a
// word stands before it.
func opens(s string, i int) bool {
	r, size := utf8.DecodeLastRuneInString(s[:i])
	return size == 0 || unicode.IsSpace(r) || strings.ContainsRune("([*_—–-", r)
}

// plainWords takes emphasis, needless space and the stop at the end off.
func plainWords(s string) string {
	s = strings.NewReplacer("*", "", "\\", "").Replace(s)
	return strings.TrimRight(strings.Join(strings.Fields(s), " "), ".,;:!?…—– ")
}
