package question

import (
	"quire/internal/document"
	"quire/internal/source"
)

var cer = Type{
	Name:       "paragraph",
	Class:      "paragraph",
	Doc:        "Claim, evidence, reasoning: three boxes, or ruled lines with form=page; rubric=cer is a shared rubric.",
	noun:       "a paragraph",
	fields:     append(openFields(), "model", "rubric"),
	attributes: []string{"lines", "form", "rubric"},
	Example: `### Is the bell worth its cost? {.paragraph points=8 rubric=cer}

Is “nobody has shown” a good argument against the bell? Answer in a paragraph.

**Criteria:**

- I make one claim.
- I quote the essay at least once, and say where.
- I explain how the words that I quote support my claim.

**Starter:**

- Claim: The argument is fair / unfair because …
- Evidence: In ¶…, the author says “…”
- Reasoning: This shows … because …

**Model 4:** It is a fair argument, because those who keep a costly thing owe a
reason for it. The author asked twelve teachers, and eleven had none to give.
That doesn't prove that there is no reason; it shows who has to find one.

**Model 2:** The bell is useless because nobody knows what it is for.
`,
	parse: parseParagraph,
}

// cerParts are the three boxes, with what each asks and its share of the lines.
var cerParts = []struct {
	name, asks string
	share      int
}{
	{"Claim", "your answer, in a sentence", 1},
	{"Evidence", "words of the text, and where they stand", 2},
	{"Reasoning", "how the evidence supports the claim", 2},
}

const (
	fewestCERLines = 10
	allCERShares   = 5
)

func parseParagraph(r *reading) parsed {
	k := r.textKey()
	full := k.full()
	lines := r.linesFor(full, fewestCERLines)
	boxes := true
	if v, ok := r.section.Attrs.Get("form"); ok && r.oneOf("form", v, "boxes", "page") {
		boxes = v.Text == "boxes"
	}
	if k.rubric == nil && !r.has("rubric") {
		r.warnOnce("rubric", "a paragraph without a rubric", "Write rubric=cer on the heading for the shared one, or a table under **Rubric:**.")
	}
	p := parsed{
		sheet:     lineSheet{r.section.At, lines},
		key:       k,
		responses: []Response{Text{Model: full, Accept: k.accept, Reject: k.reject, Lines: lines}},
	}
	if boxes && lines > 0 {
		p.sheet = cerSheet{r.section.At, lines}
	}
	return p
}

// warnOnce warns at the heading, unless the attribute stands there and is wrong.
func (r *reading) warnOnce(attribute, message, hint string) {
	if _, ok := r.section.Attrs.Get(attribute); !ok {
		r.warn(codeShape, r.section.At, message, hint)
	}
}

// cerSheet is three labelled boxes with rules.
type cerSheet struct {
	at    source.Span
	lines int
}

func (s cerSheet) Student(Arrangement) []document.Block {
	var out []document.Block
	left := s.lines
	for i, p := range cerParts {
		n := max((s.lines*p.share+allCERShares/2)/allCERShares, 1)
		if i == len(cerParts)-1 {
			n = max(left, 1)
		}
		left -= n
		out = append(out, box(s.at, p.name, p.asks, n))
	}
	return out
}

// box is a frame with a title, what belongs into it, and rules to write on.
func box(at source.Span, title, asks string, lines int) document.Panel {
	return document.Panel{
		At:     document.At{Source: at},
		Title:  []document.Inline{strong(inline(title + ":")), inline(" " + asks)},
		Blocks: []document.Block{document.AnswerLines{At: document.At{Source: at}, Lines: lines}},
	}
}
