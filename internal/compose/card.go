package compose

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
)

// cards gives each question of a section as a card, under its group's heading.
// Passages are named by their ends, too, unless the guide would then quote more
// of an essay under copyright than it may.
func cards(d *desk, c document.Call) []document.Block {
	all := d.cards(c, true)
	exit := document.Call{Arguments: []document.Argument{{Value: "Exit ticket"}}}
	others := slices.Concat(d.lesson.Brief, questions(d.sheet, exit), keyEntries(d, exit))
	if d.lesson.Meta.Essay.Rights == lesson.Restricted && !d.printed && wordsQuoted(append(others, all...)) > documentBudget {
		return d.cards(c, false)
	}
	return all
}

func (d *desk) cards(c document.Call, ends bool) []document.Block {
	name := argumentAt(c, 0, "")
	sec := d.lesson.Section(name)
	if sec == nil {
		return nil
	}
	var out []document.Block
	n := 0
	for _, g := range groupsOf(sec, d.form) {
		var asked []document.Block
		for _, it := range g.Items {
			if name == "Seminar" && !d.agenda.asks(it) {
				continue
			}
			n++
			asked = append(asked, d.card(n, it, ends)...)
		}
		if asked == nil {
			continue
		}
		if len(g.Title) > 0 {
			out = append(out, document.Heading{At: document.At{Source: g.At}, Level: 2, Text: g.Title})
		}
		out = append(out, restyle(g.Directions, document.Directions)...)
		out = append(out, asked...)
	}
	return out
}

// card is one question as its leader needs it, always in the same order.
func (d *desk) card(n int, it *question.Item, ends bool) []document.Block {
	h := document.Heading{At: document.At{Source: it.At}, Level: 3, Text: document.Words(fmt.Sprintf("%d · %s", n, it.Name))}
	switch minutes := d.agenda.minutesOf(it); {
	case d.agenda.isLeft(it):
		h.Points = "if time allows"
	case it == d.agenda.focus:
		h.Points = focusWords
	case minutes > 0:
		h.Points = fmt.Sprintf("%d\u00a0min", minutes)
		if until := d.agenda.until(it); until > 0 {
			h.Points += ", to\u00a0" + clockAt(until)
		}
	}
	return []document.Block{h, document.BlockQuote{Blocks: d.linked(it.Stem)}, document.Parts{Items: d.partsOf(it, ends)}}
}

// until says when a question's minutes end, 0 where it has none of its own.
func (a *Agenda) until(it *question.Item) int {
	for i := range a.parts {
		p := &a.parts[i]
		if k := slices.Index(p.items, it); k >= 0 && p.each != nil {
			return p.startOf(k) + p.each[k]
		}
	}
	return 0
}

// partsOf gives what a leader needs beside the question; what its author left
// out is left out.
func (d *desk) partsOf(it *question.Item, ends bool) []document.Part {
	g, h := it.Guide, it.Help
	var out []document.Part
	for _, p := range []document.Part{
		{Label: "Look at", Blocks: d.lookAt(it, ends)},
		{Label: "Positions", Blocks: g.Positions},
		{Label: "Probes", Blocks: probes(g.Probes)},
		{Label: "Listen for", Blocks: g.ListenFor},
		{Label: "Misreading", Blocks: g.Misreading},
		{Label: "If silent", Blocks: waitFirst(g.IfSilent)},
		{Label: "Without a pen", Blocks: g.WithoutPen},
		{Label: "Rubric", Blocks: g.Rubric},
		{Label: "Hint", Blocks: h.Hint},
		{Label: "Starter", Blocks: h.Starter},
		{Label: "Word bank", Blocks: h.WordBank},
		{Label: "Note", Blocks: g.Note},
	} {
		if len(p.Blocks) > 0 {
			p.Blocks = d.linked(p.Blocks)
			out = append(out, p)
		}
	}
	return out
}

// lookAt sends the leader's eyes to a question's passage: where it stands, its
// name and, with its ends, the words that it begins and ends with.
func (d *desk) lookAt(it *question.Item, ends bool) []document.Block {
	p := d.passage(it)
	if p == nil {
		return nil
	}
	known := d.lesson.Ends(p)
	quoted := known.Words()
	if !ends {
		quoted = ""
	}
	var text []document.Inline
	if words := p.Place.Words(true); words != "" {
		var place document.Inline = document.Reference{Place: p.Place, Words: words}
		if quoted == "" { // else the words lead there
			place = d.linkTo(known, p.Place.FirstParagraph, place)
		}
		text = append(text, place, document.Text{Words: " · "})
	}
	text = append(text, p.Title...)
	if quoted != "" {
		text = append(text, document.Text{Words: ": "}, d.linkTo(known, p.Place.FirstParagraph, document.Quotation{Place: p.Place, Words: quoted}))
	}
	return []document.Block{document.Paragraph{Text: text}}
}

// waitFirst has the leader wait before doing something about a silence.
func waitFirst(blocks []document.Block) []document.Block {
	const wait = "count to seven"
	if strings.Contains(strings.ToLower(document.PlainBlocks(blocks)), wait) {
		return blocks
	}
	text := document.Text{Words: wait + "; then "}
	if len(blocks) == 0 {
		text.Words = wait + "; then let everybody write for a minute, and ask once more."
		return []document.Block{document.Paragraph{Text: []document.Inline{text}}}
	}
	p, ok := blocks[0].(document.Paragraph)
	if !ok {
		text.Words = wait + "; then:"
		return append([]document.Block{document.Paragraph{Text: []document.Inline{text}}}, blocks...)
	}
	if r, _ := utf8.DecodeRuneInString(document.Plain(p.Text)); unicode.IsUpper(r) {
		text.Words = "Count to seven. "
	}
	p.Text = append([]document.Inline{text}, p.Text...)
	return append([]document.Block{p}, blocks[1:]...)
}

// probes gives follow-up questions as a list, each with its sort before it.
func probes(all []question.Probe) []document.Block {
	if len(all) == 0 {
		return nil
	}
	var l document.List
	for _, p := range all {
		text := p.Text
		if p.Sort != "" {
			sort := strings.ToUpper(p.Sort[:1]) + p.Sort[1:]
			text = append([]document.Inline{document.Emph{Inlines: document.Words(sort + ":")}, document.Text{Words: " "}}, text...)
		}
		l.Items = append(l.Items, document.Item{Blocks: []document.Block{document.Paragraph{Text: text}}})
	}
	return []document.Block{l}
}
