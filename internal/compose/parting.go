package compose

import (
	"cmp"
	"fmt"

	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
)

// pause is a place where a worksheet may be parted, after so many minutes of
// it: before a group, or between two items of one.
type pause struct {
	item    *question.Item // that comes next
	group   string         // its title, where a group begins
	minutes int
}

// parting says where to part a worksheet that takes longer than a class period,
// which is as long as the seminar.
func parting(d *desk, c document.Call) []document.Block {
	sec := d.lesson.Section("Worksheet")
	numbers := numbersOf(sec, d.form)
	all, total := pauses(groupsOf(sec, d.form))
	cuts := partingsOf(all, total, d.minutes)
	if len(cuts) == 0 {
		return nil
	}
	text := fmt.Sprintf("Longer than a class period of %s. Part it ", minutesOf(d.minutes))
	from := 0
	for i, p := range cuts {
		if i > 0 {
			text += "; again "
		}
		switch n := numbers[p.item]; {
		case p.group != "" && n > 0:
			text += fmt.Sprintf("before “%s” (question\u00a0%d)", p.group, n)
		case p.group != "":
			text += fmt.Sprintf("before “%s”", p.group)
		case n > 0:
			text += fmt.Sprintf("before question\u00a0%d", n)
		default:
			text += fmt.Sprintf("before “%s”", p.item.Name)
		}
		text += fmt.Sprintf(", after %s", about(p.minutes-from))
		from = p.minutes
	}
	text += fmt.Sprintf("; the rest takes %s.", about(total-from))
	return []document.Block{document.Paragraph{At: c.At, Style: document.Directions, Text: document.Words(text)}}
}

// pauses gives every place between two items of groups, and the minutes of all.
func pauses(groups []lesson.Group) (all []pause, total int) {
	for _, g := range groups {
		for i, it := range g.Items {
			p := pause{item: it, minutes: total}
			if i == 0 {
				p.group = document.Plain(g.Title)
			}
			if total > 0 {
				all = append(all, p)
			}
			total += max(it.Tags.Minutes, 0)
		}
	}
	return all, total
}

// partingsOf chooses pauses that leave no part longer than a period, few of
// them.
func partingsOf(all []pause, total, period int) []pause {
	var out []pause
	for from := 0; total-from > period; {
		p := nextPause(all, from, period)
		if p == nil {
			break
		}
		out = append(out, *p)
		from = p.minutes
	}
	return out
}

// nextPause chooses the last pause within a period that begins at the minute
// from: before a group, if that fills half of the period, else before an item.
// After an item that is longer than a period it is the first pause there is.
func nextPause(all []pause, from, period int) *pause {
	var group, item, late *pause
	for i := range all {
		p := &all[i]
		switch part := p.minutes - from; {
		case part <= 0:
		case part > period:
			late = cmp.Or(late, p)
		default:
			item = p
			if p.group != "" && 2*part >= period {
				group = p
			}
		}
	}
	return cmp.Or(group, item, late)
}
