package build

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"

	"quire/internal/compose"
	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lesson"
	"quire/internal/lineation"
	"quire/internal/markdown"
	"quire/internal/pdf"
	"quire/internal/typeset"
)

// Build makes the documents of all targets and writes them, a folder for each
// under Request.Out. A target with findings that stop it is reported and left;
// the others are built. An error is trouble that has nothing to do with what
// an author wrote. When ctx ends nothing half-written is left.
func Build(ctx context.Context, r Request) ([]*Built, error) {
	return run(ctx, r, true)
}

// Check does what Build does but for writing.
func Check(ctx context.Context, r Request) ([]*Built, error) {
	return run(ctx, r, false)
}

func run(ctx context.Context, r Request, write bool) ([]*Built, error) {
	o, err := r.order()
	if err != nil {
		return nil, err
	}
	targets, err := find(r.Targets)
	defer func() {
		for _, t := range targets {
			t.close()
		}
	}()
	if err != nil {
		return nil, err
	}
	if r.Essay != "" && len(targets) > 1 {
		return nil, misuse("--essay goes with one lesson, and there are %d: name the one that it is for", len(targets))
	}
	var all []*Built
	for _, t := range targets {
		b, err := o.target(ctx, t, write)
		if b != nil {
			all = append(all, b)
		}
		if err != nil {
			return all, err
		}
	}
	return all, nil
}

// target takes one target through all stages.
func (o *order) target(ctx context.Context, t *target, write bool) (*Built, error) {
	var findings diag.List
	b := &Built{Name: t.name, Typed: cmp.Or(t.essay, path.Clean(t.where))}
	defer func() { o.settle(b, &findings) }()
	l, out, err := o.documents(ctx, t, b, &findings)
	if err != nil || l == nil || findings.Stops() {
		return b, err
	}
	dir := filepath.Join(o.Out, t.name)
	for _, s := range out {
		b.Files = append(b.Files, File{Path: filepath.Join(dir, s.name), Pages: s.pages})
	}
	if !write {
		return b, nil
	}
	if err := writeAll(ctx, dir, out); err != nil {
		b.Files = nil
		return b, err
	}
	return b, nil
}

// documents composes and sets all that is to be made of a target. A nil lesson
// without an error means that findings stopped it.
func (o *order) documents(ctx context.Context, t *target, b *Built, findings *diag.List) (*lesson.Lesson, []output, error) {
	l, err := o.load(ctx, t, b, findings)
	if err != nil || l == nil {
		return nil, nil, err
	}
	if t.fsys != nil {
		o.check(l, b, findings)
	}
	agenda, err := o.agenda(t, l, b, findings)
	if err != nil || agenda == nil {
		return nil, nil, err
	}
	templates, err := o.templates(t, l, agenda, b, findings)
	if err != nil {
		return nil, nil, err
	}
	b.Advice = append(b.Advice, leftOut(agenda, templates)...)
	var out []output
	if o.Class != "" {
		out, err = o.classDocuments(ctx, l, agenda, templates, findings)
	} else {
		out, err = o.usualDocuments(ctx, l, agenda, templates, findings)
	}
	if err != nil || out == nil {
		return nil, nil, err
	}
	b.Advice = append(append(b.Advice, unfinished(out)...), overlong(out, templates)...)
	return l, out, nil
}

// usualDocuments makes each document once, and those that have forms in each of
// them.
func (o *order) usualDocuments(ctx context.Context, l *lesson.Lesson, agenda *compose.Agenda, templates []*compose.Template, findings *diag.List) ([]output, error) {
	forms := o.forms(l, o.names)
	out := []output{}
	for _, tpl := range templates {
		for i, f := range forms {
			if i > 0 && !tpl.PerForm() {
				break
			}
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			d := compose.Compose(compose.Request{Lesson: l, Form: f, Forms: forms, Template: tpl, Agenda: agenda, PrintEssay: l.Lines != nil}, findings)
			if tpl.PerForm() && len(forms) > 1 {
				d.Name += "-" + f.Code()
			}
			out = append(out, o.outputs(l, o.set(d, tpl.Usual, findings))...)
		}
	}
	if len(forms) > 1 && l.Section("Worksheet") != nil {
		out = append(out, machineFiles(l, forms)...)
	}
	return out, nil
}

// load reads a target's lesson and essay and ties them. Nil without an error
// means that findings stopped it.
func (o *order) load(ctx context.Context, t *target, b *Built, findings *diag.List) (*lesson.Lesson, error) {
	if t.fsys == nil {
		return o.loadBare(ctx, t, b, findings)
	}
	d, err := lesson.Read(t.fsys, t.name, t.where, findings)
	if err != nil || d == nil {
		return nil, err
	}
	if o.Seed != "" {
		d.Meta.Seed = o.Seed
	}
	b.Title = d.Meta.Title
	e, read, err := readEssay(ctx, o.Essay, o.Text, t, d, findings)
	if err != nil {
		return nil, err
	}
	b.Essay = read
	printed := e != nil && (d.Meta.Essay.Rights.Printable() || o.PrintEssay)
	if o.PrintEssay && e == nil {
		return nil, misuse("--print-essay needs the essay's text, and %s ships without: add --essay FILE with your copy", t.name)
	}
	b.Advice = append(b.Advice, printAdvice(d, e, printed)...)
	l := d.Resolve(e, lesson.Options{Lines: printed}, findings)
	b.Copy = l.Copy
	return l, nil
}

// printAdvice says what to add where the essay isn't printed.
func printAdvice(d *lesson.Draft, e *essay.Essay, printed bool) []string {
	switch {
	case printed:
		return nil
	case e == nil:
		flags := "--essay FILE"
		if !d.Meta.Essay.Rights.Printable() {
			flags += " --print-essay"
		}
		return []string{"the essay's text isn't in the lesson, so the worksheet refers to paragraphs: to print it with numbered lines, add " + flags + " with your own copy"}
	default:
		return []string{"the essay is under copyright, so its text isn't printed: if you may copy it for your class, add --print-essay"}
	}
}

// loadBare makes of an essay file alone a lesson that has nothing else.
func (o *order) loadBare(ctx context.Context, t *target, b *Built, findings *diag.List) (*lesson.Lesson, error) {
	e, read, err := readEssay(ctx, t.essay, o.Text, t, &lesson.Draft{}, findings)
	if err != nil {
		return nil, err
	}
	b.Essay = read
	b.Title = cmp.Or(e.Title, t.name)
	return &lesson.Lesson{
		Name:  t.name,
		Meta:  lesson.Meta{Title: b.Title, Lang: e.Lang, Essay: lesson.EssayMeta{Title: b.Title, Author: e.Author, Publication: e.Publication, Published: e.Published, Rights: lesson.Own}},
		Essay: e,
		Lines: lineation.Of(e),
	}, nil
}

// templates picks the documents to make.
func (o *order) templates(t *target, l *lesson.Lesson, agenda *compose.Agenda, b *Built, findings *diag.List) ([]*compose.Template, error) {
	all, err := readTemplates(t, findings)
	if err != nil {
		return nil, err
	}
	agenda.CheckDocuments(all, findings)
	byName := map[string]*compose.Template{}
	var names []string
	for _, tpl := range all {
		byName[tpl.Name] = tpl
		names = append(names, tpl.Name)
	}
	if len(o.Only) > 0 {
		var picked []*compose.Template
		for _, n := range o.Only {
			tpl := byName[n]
			switch {
			case tpl != nil:
			case n != "" && slices.ContainsFunc(all, func(t *compose.Template) bool { return t.Set == n }):
				return nil, misuse("%s is a set of documents: write --%s", n, n)
			default:
				return nil, noSuch("document", n, names)
			}
			if lacks := tpl.Lacks(l, o.Class != ""); lacks != "" {
				return nil, misuse("%s can't be made of %s: it has no %s", n, t.name, lacks)
			}
			picked = append(picked, tpl)
		}
		for _, tpl := range all {
			if o.asksFor(tpl.Set) && !slices.Contains(picked, tpl) && tpl.Lacks(l, o.Class != "") == "" {
				picked = append(picked, tpl)
			}
		}
		return picked, nil
	}
	var picked []*compose.Template
	for _, tpl := range all {
		switch lacks := tpl.Lacks(l, o.Class != ""); {
		case t.fsys == nil:
			if tpl.Name == "reading" {
				picked = append(picked, tpl)
			}
		case tpl.OnRequest && !agenda.CallsFor(tpl.Name), tpl.Set != "" && !o.asksFor(tpl.Set):
		case lacks != "":
			b.Skipped = append(b.Skipped, fmt.Sprintf("%s: the lesson has no %s", tpl.Name, lacks))
		default:
			picked = append(picked, tpl)
		}
	}
	return picked, nil
}

// asksFor says whether a set of documents was asked for by its own flag.
func (o *order) asksFor(set string) bool {
	return set == "debrief" && o.Debrief || set == circlesName && o.Circles
}

// A setDocument is ready to be written.
type setDocument struct {
	name  string // of the file
	doc   *document.Document
	pages *typeset.Pages // nil for Markdown
}

// An output is a file to be written. Pages is 0 for what has none.
type output struct {
	name  string // with slashes
	pages int
	doc   *document.Document // nil for data
	laid  *typeset.Pages     // of one document that was set; else nil
	write func(io.Writer) error
}

// outputs makes outputs of documents.
func (o *order) outputs(l *lesson.Lesson, set []setDocument) []output {
	out := make([]output, len(set))
	for i, s := range set {
		out[i] = output{name: s.name, doc: s.doc, write: func(w io.Writer) error { return o.render(w, s, l) }}
		if s.pages != nil {
			out[i].laid, out[i].pages = s.pages, len(s.pages.Pages)
		}
	}
	return out
}

// writeAll writes a lesson's files, all or none.
func writeAll(ctx context.Context, dir string, out []output) error {
	shelf, err := newShelf(dir)
	if err != nil {
		return err
	}
	defer shelf.clear()
	for _, s := range out {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := shelf.write(s.name, s.write); err != nil {
			return err
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return shelf.keep()
}

func (o *order) render(w io.Writer, s setDocument, l *lesson.Lesson) error {
	if s.pages == nil {
		_, err := io.WriteString(w, markdown.Render(s.doc))
		return err
	}
	p := pdf.NewWriter(w, pdf.Meta{Title: s.doc.Title, Lang: s.doc.Lang, Author: s.doc.Author, Date: o.date(l)}, o.faces)
	if err := p.Add(pdf.Copy{Pages: s.pages}); err != nil {
		return err
	}
	return p.Close()
}
