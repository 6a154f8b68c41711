package compose

import (
	"fmt"
	"strings"

	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
)

// slots is the seminar's clock.
func (d *desk) slots() []slot {
	return clock(d.minutes, itemsOf(d.lesson.Section("Seminar"), d.form), len(d.lesson.Section("Exit ticket").Items()) > 0)
}

// glance says in a line what a leader wants to know first.
func glance(d *desk, c document.Call) []document.Block {
	n := len(d.lesson.Section("Seminar").Items())
	asked := fmt.Sprintf("%d questions", n)
	if n == 1 {
		asked = "1 question"
	}
	text := "every student needs a copy of the essay"
	switch {
	case d.printed && d.lines != nil && d.lines.Total > 0:
		text = fmt.Sprintf("essay printed, lines\u00a01–%d", d.lines.Total)
	case d.printed:
		text = "essay printed"
	}
	paragraphs := ""
	if n := len(d.paragraphs); n > 1 {
		paragraphs = fmt.Sprintf("¶1–%d", n)
	}
	return dotted(c.At, document.Words(minutesOf(d.minutes)), document.Words(asked), document.Words(text), document.Words(paragraphs))
}

// clockTable gives the timetable; its minutes add up to the seminar's.
func clockTable(d *desk, c document.Call) []document.Block {
	t := document.Table{
		At: c.At, Caption: "The clock",
		Head:   []document.Cell{cell("Clock"), cell("What"), cell("Where")},
		Align:  []document.Align{document.Right, document.Left, document.Left},
		Widths: []float64{0.12, 0.58, 0.3},
	}
	n := 0
	slots := d.slots()
	swap := change(slots)
	for i, s := range slots {
		at := cell(fmt.Sprintf("%d:%02d", s.start/60, s.start%60))
		if swap > 0 && i == swap {
			t.Rows = append(t.Rows, []document.Cell{at, cell("Two circles: change places"), {}})
		}
		row := []document.Cell{at, cell(s.name), {}}
		if s.item != nil {
			n++
			row[1].Text = []document.Inline{strong(fmt.Sprint(n)), document.Text{Words: " " + s.item.Name}}
			row[2].Text = d.where(s.item, true)
		}
		t.Rows = append(t.Rows, row)
	}
	end := cell(fmt.Sprintf("%d:%02d", d.minutes/60, d.minutes%60))
	t.Rows = append(t.Rows, []document.Cell{end, cell("End"), {}})
	return []document.Block{t}
}

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
