package check

import (
	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/question"
	"quire/internal/source"
)

// reading is a lesson as the rules see it.
type reading struct {
	lesson   *lesson.Lesson
	prompts  []*prompt
	rule     *Rule // the one that is running
	findings *diag.List
}

// prompt is an item with where it stands.
type prompt struct {
	*question.Item
	section *lesson.Section
	group   *lesson.Group
}

func read(l *lesson.Lesson, findings *diag.List) *reading {
	r := &reading{lesson: l, findings: findings}
	for i := range l.Sections {
		s := &l.Sections[i]
		for j := range s.Groups {
			for _, it := range s.Groups[j].Items {
				r.prompts = append(r.prompts, &prompt{Item: it, section: s, group: &s.Groups[j]})
			}
		}
	}
	return r
}

// start is the place of what concerns the whole lesson: its first section of
// prompts.
func (r *reading) start() source.Span {
	for _, s := range r.lesson.Sections {
		for _, g := range s.Groups {
			return sectionHeading(g.At)
		}
	}
	return source.Span{}
}
