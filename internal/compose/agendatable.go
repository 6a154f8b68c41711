package compose

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/document"
	"quire/internal/question"
)

// clockTable gives the timetable; its minutes add up to the seminar's. A step
// that asks has a row, and each of its questions, unless they are a pool, the
// minute at which it begins.
func clockTable(d *desk, c document.Call) []document.Block {
	if d.agenda.Format == nil {
		return nil
	}
	t := document.Table{
		At: c.At, Caption: "The clock",
		Head:   []document.Cell{cell("Clock"), cell("What"), cell("Where")},
		Align:  []document.Align{document.Right, document.Left, document.Left},
		Widths: []float64{0.12, 0.58, 0.3},
	}
	numbers := d.numbers()
	row := func(at string, what, where []document.Inline) {
		t.Rows = append(t.Rows, []document.Cell{cell(at), {Text: what}, {Text: where}})
	}
	for i := range d.agenda.parts {
		p := &d.agenda.parts[i]
		if p.minutes == 0 && p.items == nil {
			continue
		}
		at := clockAt(p.start)
		row(at, p.name(), nil)
		for k, it := range p.items {
			at := ""
			if p.each != nil {
				at = clockAt(p.startOf(k))
			}
			name := numbered(numbers[it], it)
			if it == d.agenda.focus {
				name = append(name, document.Text{Words: ", " + focusWords})
			}
			row(at, name, d.where(it, true))
		}
	}
	row(clockAt(d.agenda.Minutes), document.Words("End"), nil)
	out := []document.Block{t}
	if left := d.ifTimeAllows(); left != nil {
		out = append(out, document.Paragraph{At: c.At, Text: left})
	}
	if others := d.notAsked(); others != nil {
		out = append(out, document.Paragraph{At: c.At, Style: document.Directions, Text: others})
	}
	return out
}

// clockAt writes a minute as a clock does: 1:05.
func clockAt(minute int) string { return fmt.Sprintf("%d:%02d", minute/60, minute%60) }

// startOf says when the k-th question of a part begins.
func (p *part) startOf(k int) int {
	at := p.start
	for _, n := range p.each[:k] {
		at += n
	}
	return at
}

// numbers gives the seminar's questions the numbers that they have on cards and
// handouts: those of the questions that the format asks, in the lesson's order.
func (d *desk) numbers() map[*question.Item]int {
	out := map[*question.Item]int{}
	for _, it := range itemsOf(d.lesson.Section("Seminar"), d.form) {
		if d.agenda.asks(it) {
			out[it] = len(out) + 1
		}
	}
	return out
}

// asks says that a question is in the clock, or would be if there were time.
func (a *Agenda) asks(it *question.Item) bool { return !slices.Contains(a.Unasked, it) }

// isLeft says that there is no time for a question.
func (a *Agenda) isLeft(it *question.Item) bool { return slices.Contains(a.Left, it) }

// minutesOf gives a question's minutes: those of all its steps for a
// controversy, 0 where it has none.
func (a *Agenda) minutesOf(it *question.Item) int {
	for i := range a.parts {
		p := &a.parts[i]
		k := slices.Index(p.items, it)
		switch {
		case k < 0:
		case p.each != nil:
			return p.each[k]
		case it.Controversial():
			n := 0
			for _, p := range a.parts {
				if p.step != nil && slices.Contains(p.step.asks, askControversy) {
					n += p.minutes
				}
			}
			return n
		}
	}
	return 0
}

// focusWords mark a lesson's focus question.
const focusWords = "the focus question"

// numbered names a question as the clock and the notes under it do.
func numbered(n int, it *question.Item) []document.Inline {
	return []document.Inline{strong(fmt.Sprint(n)), document.Text{Words: " " + it.Name}}
}

// ifTimeAllows names the questions for which there is no time.
func (d *desk) ifTimeAllows() []document.Inline {
	if len(d.agenda.Left) == 0 {
		return nil
	}
	numbers := d.numbers()
	text := []document.Inline{strong("If time allows:")}
	for i, it := range d.agenda.Left {
		sep := " "
		if i > 0 {
			sep = "; "
		}
		text = append(append(text, document.Text{Words: sep}), numbered(numbers[it], it)...)
	}
	return append(text, document.Text{Words: "."})
}

// notAsked says in a line what else the lesson has, and which format is for it.
func (d *desk) notAsked() []document.Inline {
	var sides []string
	others := 0
	for _, it := range d.agenda.Unasked {
		if it.Controversial() {
			sides = append(sides, "“"+it.Name+"”")
		} else {
			others++
		}
	}
	var text []document.Inline
	say := func(what, format string) {
		if text != nil {
			text = append(text, document.Text{Words: " "})
		}
		text = append(text, document.Text{Words: "The lesson also has " + what + ", for another format ("}, document.Code{Words: "--format " + format}, document.Text{Words: ")."})
	}
	if sides != nil {
		say("a controversy, "+strings.Join(sides, ", "), "sac")
	}
	usual := Usual
	if own := d.lesson.Meta.Format; own != "" && own != d.agenda.Format.Name {
		usual = own
	}
	switch {
	case others == 1:
		say("a question", usual)
	case others > 1:
		say(fmt.Sprintf("%d questions", others), usual)
	}
	return text
}

// formatRoom tells how the room is set, and what the leader does.
func formatRoom(d *desk, _ document.Call) []document.Block {
	if d.agenda.Format == nil {
		return nil
	}
	return d.agenda.Format.room
}

// formatSteps tells when each step is and, as far as its format says, what the
// leader does in it.
func formatSteps(d *desk, c document.Call) []document.Block {
	l := document.List{At: c.At}
	for _, p := range d.agenda.parts {
		if p.minutes == 0 {
			continue
		}
		head := []document.Inline{document.Strong{Inlines: slices.Concat(p.name(), document.Words(","))}, document.Text{Words: " " + spanOf(p) + "."}}
		blocks := []document.Block{document.Paragraph{Text: head}}
		if p.step != nil && len(p.step.prose) > 0 {
			rest := p.step.prose
			if first, ok := rest[0].(document.Paragraph); ok {
				first.Text = append(append(head, document.Text{Words: " "}), first.Text...)
				blocks, rest = []document.Block{first}, rest[1:]
			}
			blocks = append(blocks, rest...)
		}
		l.Items = append(l.Items, document.Item{Blocks: blocks})
	}
	if l.Items == nil {
		return nil
	}
	return []document.Block{l}
}

func spanOf(p part) string { return clockAt(p.start) + "–" + clockAt(p.start+p.minutes) }
