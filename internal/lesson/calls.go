package lesson

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/source"
)

// caller puts what they stand for in the place of calls, in the text of one
// prompt, group or section, whose passage it knows.
type caller struct {
	*resolver
	passage string // an id, "" for none
}

// call is a call that prompts may make, with at least and at most so many
// arguments. Do gives nil where it can't, having said why.
type call struct {
	name        string
	least, most int
	do          func(*caller, document.Call) []document.Inline
}

func calls() []call {
	return []call{
		{"ref", 0, 1, (*caller).ref},
		{"quote", 1, 1, (*caller).quote},
		{"cite", 1, 1, (*caller).cite},
		{"passage", 0, 1, (*caller).passageInline},
		{"author", 0, 0, func(c *caller, d document.Call) []document.Inline {
			return c.fact(d, "author", c.lesson.Meta.Essay.Author)
		}},
		{"title", 0, 0, func(c *caller, d document.Call) []document.Inline {
			return c.fact(d, "title", c.lesson.Meta.Essay.Title)
		}},
		{"word", 1, 1, (*caller).word},
	}
}

// inline stands in for document.Rewrite's second function.
func (c *caller) inline(in document.Inline) []document.Inline {
	d, ok := in.(document.Call)
	if !ok {
		return []document.Inline{in}
	}
	if k := c.known(d); k != nil {
		if out := k.do(c, d); out != nil {
			return out
		}
	}
	return []document.Inline{document.Text{At: d.At, Words: "…"}} // the finding stops the build
}

// block stands in for document.Rewrite's first function.
func (c *caller) block(b document.Block) []document.Block {
	d, ok := b.(document.CallBlock)
	if !ok {
		return []document.Block{b}
	}
	if d.Name == "passage" && c.known(d.Call) != nil {
		if out := c.passageBlock(d.Call); out != nil {
			return out
		}
	} else if d.Name != "passage" {
		return []document.Block{document.Paragraph{At: d.At, Text: c.inline(d.Call)}}
	}
	return nil
}

// known finds what a call means and checks its arguments.
func (c *caller) known(d document.Call) *call {
	all := calls()
	var k *call
	names := make([]string, len(all))
	for i := range all {
		if names[i] = all[i].name; names[i] == d.Name {
			k = &all[i]
		}
	}
	if k == nil {
		c.findings.Error("call", markup.CallName(d), fmt.Sprintf("there is no call “%s”", d.Name), meant(d.Name, names, "The calls are "))
		return nil
	}
	if len(d.Named) > 0 {
		c.findings.Error("call", d.Named[0].Source, fmt.Sprintf("“%s” takes no argument “%s”", d.Name, d.Named[0].Key), "Take it away.")
		return nil
	}
	if n := len(d.Arguments); n < k.least || n > k.most {
		wants := "takes no argument"
		switch {
		case k.least == 1:
			wants = "takes one argument"
		case k.most == 1:
			wants = "takes one argument at most"
		}
		c.findings.Error("call", d.Source, fmt.Sprintf("“%s” %s, and here are %d", d.Name, wants, n), usage(k))
		return nil
	}
	return k
}

func usage(k *call) string {
	switch k.name {
	case "ref", "passage":
		return fmt.Sprintf("Write {{%s}} for the prompt's own passage, or {{%s \"id\"}}.", k.name, k.name)
	case "author", "title":
		return fmt.Sprintf("Write {{%s}}.", k.name)
	}
	return fmt.Sprintf("Write {{%s \"words\"}}, with the words in quotation marks.", k.name)
}

// printed gives a place as this build may name it.
func (r *resolver) printed(p document.Place) document.Place {
	if r.lines {
		return p
	}
	return p.WithoutLines()
}

func (r *resolver) reference(at document.At, p document.Place, long bool) document.Reference {
	p = r.printed(p)
	return document.Reference{At: at, Place: p, Words: p.Words(long)}
}

// target finds the passage that a call names, or else that of the prompt; nil
// if there is none or it could not be placed.
func (c *caller) target(d document.Call) *Passage {
	if len(d.Arguments) == 1 {
		return c.named(d.Arguments[0].Value, d.Arguments[0].Source)
	}
	if c.passage == "" {
		c.findings.Error("call", d.Source, fmt.Sprintf("“%s” has no passage to point to", d.Name),
			fmt.Sprintf("Name one, {{%s \"id\"}}, or give the prompt a passage: {passage=id}.", d.Name))
		return nil
	}
	return c.placed[c.passage] // where it is unknown, the attribute's finding says so
}

// named finds a passage by its id.
func (r *resolver) named(id string, at source.Span) *Passage {
	if p, ok := r.placed[id]; ok {
		return p
	}
	hint := "The lesson declares none: write one under “# Passages”."
	if len(r.known) > 0 {
		hint = meant(id, r.known, "The passages are ")
	}
	r.findings.Add(diag.Finding{Code: "S3", Severity: diag.Error, At: at, Message: fmt.Sprintf("there is no passage “%s”", id), Hint: hint})
	return nil
}

func (c *caller) ref(d document.Call) []document.Inline {
	p := c.target(d)
	if p == nil {
		return nil
	}
	return []document.Inline{c.reference(d.At, p.Place, true)}
}

func (c *caller) quote(d document.Call) []document.Inline {
	arg := d.Arguments[0]
	place, own, ok := c.witness.quote(quotation{words: arg.Value, passage: c.passage}, arg.Source)
	if !ok {
		return nil
	}
	c.lesson.Quotations++
	return []document.Inline{document.Quotation{At: d.At, Place: c.printed(place), Words: own}}
}

func (c *caller) cite(d document.Call) []document.Inline {
	arg := d.Arguments[0]
	place, own, ok := c.witness.quote(quotation{words: arg.Value, passage: c.passage}, arg.Source)
	if !ok {
		return nil
	}
	c.lesson.Quotations++
	c.checkOnePlace(arg, place)
	return c.withPlace(d.At, place, own, false)
}

// checkOnePlace warns of cited words that stand in several places, where the
// passage of the prompt doesn't settle which is meant.
func (c *caller) checkOnePlace(arg document.Argument, place document.Place) {
	var names []string
	for _, p := range c.witness.places(quotation{words: arg.Value, passage: c.passage}) {
		if name := c.printed(p).Words(false); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 1 {
		c.findings.Warn("S2", arg.Source, fmt.Sprintf("“%s” stands in more places than one: %s; only %s is named", shorten(arg.Value), join(names, " and "), c.printed(place).Words(false)),
			"Quote more words, or give the prompt the passage that is meant: {passage=id}.")
	}
}

// withPlace gives “words” (line 36), or within parentheses “words” on line 36,
// “words” in ¶3: a comma would have to stand inside the quotation.
func (c *caller) withPlace(at document.At, place document.Place, words string, long bool) []document.Inline {
	ref := c.reference(at, place, long)
	before, after := " (", ")"
	if inParentheses(at.Source) {
		before, after = " on ", ""
		if strings.HasPrefix(ref.Words, "¶") {
			before = " in "
		}
	}
	out := []document.Inline{
		document.Quotation{At: at, Place: c.printed(place), Words: words},
		document.Text{At: at, Words: before},
		ref,
	}
	if after != "" {
		out = append(out, document.Text{At: at, Words: after})
	}
	return out
}

// inParentheses says that a parenthesis is open where a call stands: one that
// was opened in its paragraph, not too far before it, and not closed.
func inParentheses(at source.Span) bool {
	if at.IsZero() {
		return false
	}
	before := at.Text.Body[max(0, at.Start-farthestParenthesis):at.Start]
	if i := strings.LastIndex(before, "\n\n"); i >= 0 {
		before = before[i:]
	}
	return strings.LastIndexByte(before, '(') > strings.LastIndexByte(before, ')')
}

const farthestParenthesis = 400 // bytes

func (c *caller) fact(d document.Call, key, value string) []document.Inline {
	if value == "" && c.draft.parsed.essayUnread {
		return nil
	}
	if value == "" {
		c.findings.Error("call", d.Source, "nothing says what the essay's "+key+" is", fmt.Sprintf("Write “%s: …” under “essay” in the front matter.", key))
		return nil
	}
	return []document.Inline{document.Text{At: d.At, Words: value}}
}

// word gives the places of a word: "line 12", "lines 12, 34 and 40", "¶4".
func (c *caller) word(d document.Call) []document.Inline {
	arg := d.Arguments[0]
	places := c.witness.word(arg.Value)
	if len(places) == 0 {
		c.witness.noWord(arg.Value, arg.Source, diag.Error)
		return nil
	}
	var all []document.Place
	for _, p := range places {
		if p = c.printed(p); len(all) == 0 || all[len(all)-1] != p {
			all = append(all, p)
		}
	}
	var out []document.Inline
	for i, p := range all {
		switch {
		case i > 0 && i == len(all)-1:
			out = append(out, document.Text{At: d.At, Words: " and "})
		case i > 0:
			out = append(out, document.Text{At: d.At, Words: ", "})
		}
		ref := c.reference(d.At, p, false)
		if first := all[0]; len(all) > 1 && first.FirstLine > 0 && p.FirstLine > 0 {
			label, number, _ := strings.Cut(ref.Words, "\u00a0")
			if ref.Words = number; i == 0 {
				ref.Words = strings.TrimSuffix(label, "s") + "s\u00a0" + number
			}
		}
		out = append(out, ref)
	}
	return out
}

// QuotationBudget is the most words of a text with restricted rights that are
// quoted at once.
const QuotationBudget = 25

// endWords is how many words stand for either end of a longer passage.
const endWords = 8

// mayPrint says whether a passage's words may be printed in full.
func (c *caller) mayPrint(words string) bool {
	return words != "" && (c.lesson.Meta.Essay.Rights.Printable() || len(strings.Fields(words)) <= QuotationBudget)
}

// passageBlock sets a passage's words off as a quotation, or names its ends.
func (c *caller) passageBlock(d document.Call) []document.Block {
	p := c.target(d)
	if p == nil {
		return nil
	}
	if c.printedWords > passageLimit {
		return nil // reported
	}
	words := c.words(p)
	if !c.mayPrint(words) {
		return []document.Block{document.Paragraph{At: d.At, Text: c.withPlace(d.At, p.Place, c.lesson.Ends(p).Words(), true)}}
	}
	if c.printedWords += len(strings.Fields(words)); c.printedWords > passageLimit {
		c.findings.Error("limit", d.Source, fmt.Sprintf("the lesson's {{passage}} calls print more than %d words", passageLimit), "Write {{ref}} where the essay is printed, or name shorter passages.")
		return nil
	}
	q := document.BlockQuote{At: d.At, Essay: true}
	for _, text := range strings.Split(words, "\n\n") {
		q.Blocks = append(q.Blocks, document.Paragraph{At: d.At, Text: verses(d.At, text)})
	}
	return []document.Block{q}
}

// verses keeps the lines of verse apart.
func verses(at document.At, text string) []document.Inline {
	var out []document.Inline
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			out = append(out, document.LineBreak{At: at})
		}
		out = append(out, document.Text{At: at, Words: line})
	}
	return out
}

// passageInline is {{passage}} within a line of text: a short passage in full,
// the ends of a longer one, with its place.
func (c *caller) passageInline(d document.Call) []document.Inline {
	p := c.target(d)
	if p == nil {
		return nil
	}
	words := strings.Join(strings.Fields(c.words(p)), " ")
	if words == "" || len(strings.Fields(words)) > QuotationBudget {
		words = c.lesson.Ends(p).Words()
	}
	return c.withPlace(d.At, p.Place, words, true)
}

// words gives a passage's words, "" where the essay is not at hand.
func (r *resolver) words(p *Passage) string {
	if r.lesson.Essay == nil {
		return ""
	}
	return r.lesson.Essay.Words(p.Range)
}
