package compose

import (
	"fmt"
	"strings"

	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
)

// cards gives each question of a section as a card, under its group's heading.
func cards(d *desk, c document.Call) []document.Block {
	name := argumentAt(c, 0, "")
	sec := d.lesson.Section(name)
	if sec == nil {
		return nil
	}
	minutes := map[*question.Item]int{}
	if name == "Seminar" {
		for _, s := range d.slots() {
			minutes[s.item] = s.minutes
		}
	}
	var out []document.Block
	n := 0
	for _, g := range groupsOf(sec, d.form) {
		if len(g.Title) > 0 {
			out = append(out, document.Heading{At: document.At{Source: g.At}, Level: 2, Text: g.Title})
		}
		out = append(out, restyle(g.Directions, document.Directions)...)
		for _, it := range g.Items {
			n++
			out = append(out, d.card(n, minutes[it], it)...)
		}
	}
	return out
}

// card is one question as its leader needs it, always in the same order.
func (d *desk) card(n, minutes int, it *question.Item) []document.Block {
	h := document.Heading{At: document.At{Source: it.At}, Level: 3, Text: document.Words(fmt.Sprintf("%d · %s", n, it.Name))}
	if minutes > 0 {
		h.Points = fmt.Sprintf("%d\u00a0min", minutes)
	}
	out := []document.Block{h, document.BlockQuote{Blocks: it.Stem}}
	if p := d.passage(it); p != nil {
		out = append(out, lookAt(p))
	}
	g := it.Guide
	out = append(out, labelled("How it runs", g.Steps, document.Body)...)
	out = append(out, labelled("Positions", g.Positions, document.Body)...)
	out = append(out, labelled("Probes", probes(g.Probes), document.Body)...)
	out = append(out, labelled("Listen for", g.ListenFor, document.Body)...)
	out = append(out, labelled("Misreading", g.Misreading, document.Body)...)
	out = append(out, labelled("If silent", g.IfSilent, document.Body)...)
	out = append(out, labelled("Without a pen", g.WithoutPen, document.Body)...)
	out = append(out, labelled("Rubric", g.Rubric, document.Body)...)
	out = append(out, helps(it.Help, document.Body)...)
	return append(out, labelled("Note", g.Note, document.Body)...)
}

// lookAt sends the leader's eyes to a passage.
func lookAt(p *lesson.Passage) document.Block {
	text := []document.Inline{strong("Look at:"), document.Text{Words: " "}}
	if words := p.Place.Words(true); words != "" {
		text = append(text, document.Reference{Place: p.Place, Words: words}, document.Text{Words: " · "})
	}
	return document.Paragraph{Text: append(text, p.Title...)}
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
