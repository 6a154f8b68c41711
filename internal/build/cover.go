package build

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"quire/internal/compose"
	"quire/internal/diag"
	"quire/internal/lesson"
	"quire/internal/typeset"
)

// classDocuments makes what a class needs: the packet of its copies, a cover
// sheet for the teacher in a file of its own, the key to all forms in use, and
// the documents that are the same for everybody.
func (o *order) classDocuments(ctx context.Context, l *lesson.Lesson, agenda *compose.Agenda, templates []*compose.Template, findings *diag.List) ([]output, error) {
	all, list, err := o.students(l, slices.ContainsFunc(templates, (*compose.Template).PerForm), findings)
	if err != nil || all == nil {
		return nil, err
	}
	forms, class := formsOf(all), classOf(all)
	if o.Circles {
		class.First, class.Second = circlesOf(all, list, l.Meta.Seed)
	}
	var out []output
	packed := false
	for _, tpl := range templates {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if tpl.Name == "cover" {
			return nil, misuse("the cover sheet comes with the packet: write --only worksheet")
		}
		if tpl.PerForm() && !packed {
			packed = true
			p, err := o.packet(ctx, l, tpl, all, findings)
			if err != nil {
				return nil, err
			}
			cover, err := o.cover(p, findings)
			if err != nil {
				return nil, err
			}
			out = append(append(out, p.outputs(ctx)...), cover...)
			continue
		}
		r := compose.Request{Lesson: l, Form: forms[0], Forms: forms, Template: tpl, Agenda: agenda, Students: len(all), PrintEssay: l.Lines != nil}
		if slices.Contains(withNames, tpl.Name) {
			r.Class = class
		}
		d := compose.Compose(r, findings)
		out = append(out, o.outputs(l, o.set(d, tpl.Usual, findings))...)
	}
	if packed {
		out = append(out, machineFiles(l, forms)...)
	}
	return out, nil
}

// cover makes the teacher's sheet of who gets what: for the packet of a part, its
// students; for files one by one, which are numbered through, all of the class,
// so that every part writes the same sheet.
func (o *order) cover(p *packet, findings *diag.List) ([]output, error) {
	tpl, err := coverTemplate(findings)
	if err != nil {
		return nil, err
	}
	roll := &compose.Roll{Paper: strings.ToUpper(o.paper.Name[:1]) + o.paper.Name[1:], Sides: 2}
	if o.Sides == 1 {
		roll.Sides = 1
	}
	listed := p.part
	switch {
	case o.Separate:
		listed = p.students
	case o.parts > 1:
		roll.Part = fmt.Sprintf("Part %d of %d", o.part, o.parts)
	}
	for _, s := range listed {
		pages := len(p.pages[s.variant].Pages)
		sheets := (pages + roll.Sides - 1) / roll.Sides
		roll.Rows = append(roll.Rows, compose.RollRow{
			Place: s.place, Name: s.listed(), ID: s.ID, Group: s.Group, Form: s.form.Code(),
			Gets: s.gets(o), Copies: s.Copies, Pages: pages, Sheets: sheets,
		})
	}
	d := compose.Compose(compose.Request{Lesson: p.lesson, Form: p.students[0].form, Forms: formsOf(p.students), Template: tpl, Roll: roll}, findings)
	d.Name = p.name() + "-cover"
	standard := *o
	standard.editions = typeset.Editions[:1]
	return standard.outputs(p.lesson, standard.set(d, "pdf", findings)), nil
}

// listed is how the cover sheet calls a student: a name that can't be printed is
// a row of the list.
func (s student) listed() string {
	if s.Name == "" {
		return fmt.Sprintf("(row %d of the list)", s.Row)
	}
	return s.label
}

// gets says what a student's copy has that is not the usual.
func (s student) gets(o *order) string {
	var all []string
	add := func(yes bool, what string) {
		if yes {
			all = append(all, what)
		}
	}
	add(s.edition != typeset.Editions[0].Name, strings.ReplaceAll(s.edition, "-", " "))
	add(s.paper != o.paper.Name, s.paper)
	add(s.aids.WordBank, "word bank")
	add(s.aids.Starters, "starters")
	add(s.aids.Hints, "hints")
	add(s.aids.Glosses, "glosses")
	if r := s.aids.Room; r.Percent > 0 {
		all = append(all, fmt.Sprintf("%d\u00a0%% more room", r.Percent))
	}
	if r := s.aids.Room; r.Lines > 0 {
		all = append(all, diag.Counted(r.Lines, "more line"))
	}
	if n := s.form.Fewer; n > 0 {
		all = append(all, fmt.Sprintf("%d fewer options", n))
	}
	return strings.Join(all, ", ")
}

// coverTemplate is the program's own: a lesson's templates can't ask for names.
func coverTemplate(findings *diag.List) (*compose.Template, error) {
	all, err := readTemplates(nil, findings)
	if err != nil {
		return nil, err
	}
	for _, t := range all {
		if t.Name == "cover" {
			return t, nil
		}
	}
	return nil, fmt.Errorf("the cover sheet's template is missing")
}
