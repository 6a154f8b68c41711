package compose

import (
	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/question"
)

// desk is what a teacher's document is made of: the sheet, and the lesson with
// its keys and guides.
type desk struct {
	*sheet
	lesson *lesson.Lesson
	form   form.Form   // whose numbers and letters the entries have
	forms  []form.Form // all that it is for, form first
	agenda *Agenda
	roll   *Roll  // nil without a class list
	class  *Class // nil unless the document has students' names on it

	students int // in the class, 0 without a class list
}

// where gives the place of an item's passage: in full ("¶3, lines 34–41") or
// short. Nothing without a passage.
func (d *desk) where(it *question.Item, full bool) []document.Inline {
	p := d.passage(it)
	if p == nil {
		return nil
	}
	words := p.Place.Words(full)
	if words == "" {
		return nil
	}
	return []document.Inline{document.Reference{Place: p.Place, Words: words}}
}

func (d *desk) passage(it *question.Item) *lesson.Passage {
	for i := range d.lesson.Passages {
		if p := &d.lesson.Passages[i]; p.ID == it.Tags.Passage && p.ID != "" {
			return p
		}
	}
	return nil
}

// brief gives the prose before a lesson's first section.
func brief(d *desk, _ document.Call) []document.Block { return d.linked(d.lesson.Brief) }

func strong(words string) document.Inline {
	return document.Strong{Inlines: document.Words(words)}
}
