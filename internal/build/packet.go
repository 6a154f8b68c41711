package build

import (
	"context"
	"fmt"
	"io"
	"slices"

	"quire/internal/compose"
	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/pdf"
	"quire/internal/typeset"
)

// A packet is the copies of a class: each variant's pages, set once.
type packet struct {
	o        *order
	lesson   *lesson.Lesson
	template *compose.Template
	students []student // of the whole class, in order
	part     []student // that are printed
	pages    map[variant]*typeset.Pages
	doc      *document.Document // the first variant's, for the file's title
}

// packet sets the worksheet in every variant that the printed part of a class
// needs.
func (o *order) packet(ctx context.Context, l *lesson.Lesson, tpl *compose.Template, all []student, findings *diag.List) (*packet, error) {
	p := &packet{o: o, lesson: l, template: tpl, students: all, pages: map[variant]*typeset.Pages{}}
	p.part = all[(o.part-1)*len(all)/o.parts : o.part*len(all)/o.parts]
	known := map[said]bool{}
	for _, s := range all {
		if p.pages[s.variant] != nil {
			continue
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		var found diag.List
		p.pages[s.variant] = p.set(s.variant, &found)
		for _, f := range found.Sorted() {
			if key := (said{f.At, f.Code, f.Message}); !known[key] {
				known[key] = true
				findings.Add(f)
			}
		}
	}
	return p, nil
}

// set makes a variant's pages. In a packet that is printed on both sides every
// copy begins on a new sheet.
func (p *packet) set(v variant, findings *diag.List) *typeset.Pages {
	d := compose.Compose(compose.Request{
		Lesson: p.lesson, Form: v.form, Template: p.template, PrintEssay: p.lesson.Lines != nil, Aids: v.aids,
	}, findings)
	if p.doc == nil {
		p.doc = d
	}
	paper, _ := paperNamed(v.paper)
	edition := typeset.Editions[slices.IndexFunc(typeset.Editions, func(e typeset.Edition) bool { return e.Name == v.edition })]
	pages := typeset.Set(d, typeset.Options{Paper: paper, Faces: p.o.faces, Edition: edition, OneSide: p.o.Sides == 1}, findings)
	if p.o.Sides != 1 && !p.o.Separate && len(pages.Pages)%2 == 1 {
		pages.Pages = append(pages.Pages, typeset.Page{})
	}
	return pages
}

// outputs are the packet's files: one, or one for each student.
func (p *packet) outputs(ctx context.Context) []output {
	if !p.o.Separate {
		pages := 0
		for _, s := range p.part {
			pages += s.Copies * len(p.pages[s.variant].Pages)
		}
		return []output{{name: p.name() + ".pdf", pages: pages, doc: p.doc, write: func(w io.Writer) error { return p.write(ctx, w, p.part) }}}
	}
	var out []output
	width := len(fmt.Sprint(len(p.students)))
	for i, s := range p.part {
		if s.Copies == 0 {
			continue
		}
		out = append(out, output{
			name:  fmt.Sprintf("packet/%0*d-%s.pdf", max(width, 2), s.place, s.form.Code()),
			pages: s.Copies * len(p.pages[s.variant].Pages),
			write: func(w io.Writer) error {
				defer p.o.progress(i+1, len(p.part))
				return p.write(ctx, w, []student{s})
			},
		})
	}
	return out
}

// name is what the packet's files are called, without an ending; a part's says
// which it is.
func (p *packet) name() string {
	if p.o.Shard == "" || p.o.Separate {
		return "packet"
	}
	return fmt.Sprintf("packet-%d-of-%d", p.o.part, p.o.parts)
}

// write writes the copies of students, streamed.
func (p *packet) write(ctx context.Context, w io.Writer, students []student) error {
	f := pdf.NewWriter(w, pdf.Meta{Title: p.doc.Title, Lang: p.doc.Lang, Author: p.doc.Author, Date: p.o.date(p.lesson)}, p.o.faces)
	for i, s := range students {
		for range s.Copies {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err := f.Add(pdf.Copy{Pages: p.pages[s.variant], Name: s.label, Slots: map[string]string{"name": s.Name}}); err != nil {
				return err
			}
		}
		if len(students) > 1 {
			p.o.progress(i+1, len(students))
		}
	}
	return f.Close()
}

func (o *order) progress(done, total int) {
	if o.Progress != nil {
		o.Progress(done, total)
	}
}
