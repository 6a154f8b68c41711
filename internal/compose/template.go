package compose

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/markup"
	"quire/internal/source"
)

// Template is a document template, parsed.
type Template struct {
	Name      string            // "worksheet"
	Audience  document.Audience // front matter: audience: student | teacher
	Usual     string            // front matter: as: pdf | md
	Doc       string            // front matter: doc: one line on what it is for
	OnRequest bool              // front matter: on-request: true; made only if asked for by name, or called for by the seminar's format
	Set       string            // front matter: set: debrief; one of Sets; made only if asked for by name, or with all of the set

	Pages int // front matter: pages: 2; how many it is meant to take at most, 0 for any number

	order int      // front matter: order
	needs []string // front matter: needs, facts without which there is nothing to print
	twoUp bool     // front matter: two-up: true; twice on a page
	cards int      // front matter: cards: 8; cards to cut out, so many on a page
	form  bool     // front matter: form: true; the form's name at the foot
	file  *markup.File
}

// PerForm says that each form has a document of its own.
func (t *Template) PerForm() bool { return t.form && t.Audience == document.Student }

// largest is the size of the largest template file, in bytes.
const largest = 1 << 20

// Lacks says what a lesson, with a class list or without, would need for the
// document to be worth making ("seminar"), or "" if it has all.
func (t *Template) Lacks(l *lesson.Lesson, class bool) string {
	facts := factsOf(l, l.Essay != nil && l.Lines != nil)
	facts["class"] = class
	for _, n := range t.needs {
		if f := factNamed(n); f != nil && !facts[n] {
			return f.noun
		}
	}
	return ""
}

// ReadTemplates parses the templates of fsys (NAME.md at its root) by name, in
// the order of their front matter's `order`. Overrides, which may be nil, is a
// lesson's own templates folder: its files replace those of the same name, and
// take from them what their own front matter leaves out. Where is prefixed to
// the overrides' file names in findings. An error is trouble with the files.
func ReadTemplates(fsys, overrides fs.FS, where string, findings *diag.List) ([]*Template, error) {
	own, err := read(fsys, "templates/", findings)
	if err != nil {
		return nil, err
	}
	byName := map[string]*Template{}
	for _, t := range own {
		p := parseTemplate(t, &Template{Name: strings.TrimSuffix(baseName(t.Name), ".md"), Usual: "pdf"}, findings)
		byName[p.Name] = p
	}
	if overrides != nil {
		theirs, err := read(overrides, where, findings)
		if err != nil {
			return nil, err
		}
		for _, t := range theirs {
			override(byName, t, findings)
		}
	}
	var all []*Template
	for _, t := range byName {
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b *Template) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.Name, b.Name))
	})
	return all, nil
}

// override puts a lesson's own template in the place of the one of its name. It
// may say anything in another way, but not to other people.
func override(byName map[string]*Template, t *source.Text, findings *diag.List) {
	name := strings.TrimSuffix(baseName(t.Name), ".md")
	was := byName[name]
	if was == nil {
		findings.Error("template", t.Span(0, 0), fmt.Sprintf("there is no document %q to write anew", name),
			hintNearest(name, sortedNames(byName), "The documents are"))
		return
	}
	now := *was
	p := parseTemplate(t, &now, findings)
	if p.Audience != was.Audience {
		findings.Error("template", t.Span(0, 0), fmt.Sprintf("%s is for %ss, and this one is for others", name, audienceNames[was.Audience]),
			"Take audience out of the front matter.")
		p.Audience = was.Audience
	}
	byName[name] = p
}

func sortedNames(m map[string]*Template) []string {
	var names []string
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

func baseName(s string) string { return s[strings.LastIndexByte(s, '/')+1:] }

// read loads the Markdown files at the root of fsys, in byte order.
func read(fsys fs.FS, where string, findings *diag.List) ([]*source.Text, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", strings.TrimSuffix(where, "/"), err)
	}
	var texts []*source.Text
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".md") {
			continue
		}
		t, err := load(fsys, e, where+e.Name(), findings)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", where+e.Name(), err)
		}
		if t != nil {
			texts = append(texts, t)
		}
	}
	return texts, nil
}

// load reads one file, if it is one that a template may be in.
func load(fsys fs.FS, e fs.DirEntry, name string, findings *diag.List) (*source.Text, error) {
	empty, _ := source.New(name, nil)
	if !e.Type().IsRegular() {
		findings.Error("file", empty.Span(0, 0), "not a regular file", "Put the template itself here, not a link to it.")
		return nil, nil
	}
	f, err := fsys.Open(e.Name())
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, largest+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > largest {
		findings.Error("file", empty.Span(0, 0), "a template of more than 1 MiB", "Keep to a page's words and calls.")
		return nil, nil
	}
	t, err := source.New(name, raw)
	var bad *source.EncodingError
	if errors.As(err, &bad) {
		findings.Error("encoding", empty.Span(0, 0), fmt.Sprintf("line %d, column %d: byte 0x%02X is not UTF-8", bad.Line, bad.Column, bad.Byte), "Save the file as UTF-8.")
		return nil, nil
	}
	return t, err
}

// Sets are documents that belong together and are made on request.
var Sets = []string{"debrief", "circles"}

var audienceNames = [...]string{document.Student: "student", document.Teacher: "teacher"}

// frontKeys are the keys of a template's front matter.
var frontKeys = []frontKey[Template]{
	{"audience", func(t *Template, d markup.Data) string {
		i := slices.Index(audienceNames[:], d.Scalar)
		if i < 0 {
			return "student or teacher"
		}
		t.Audience = document.Audience(i)
		return ""
	}},
	{"as", func(t *Template, d markup.Data) string {
		if d.Scalar != "pdf" && d.Scalar != "md" {
			return "pdf or md"
		}
		t.Usual = d.Scalar
		return ""
	}},
	{"doc", func(t *Template, d markup.Data) string {
		t.Doc = d.Scalar
		if d.Kind != markup.String {
			return "a line on what the document is for"
		}
		return ""
	}},
	{"order", func(t *Template, d markup.Data) string { return wholeNumber(d, &t.order) }},
	{"needs", func(t *Template, d markup.Data) string {
		t.needs = strings.Fields(d.Scalar)
		for _, n := range t.needs {
			if f := factNamed(n); f == nil || f.noun == "" {
				return "facts that a document may need: " + strings.Join(neededNames(), ", ")
			}
		}
		return ""
	}},
	{"on-request", func(t *Template, d markup.Data) string { return yesOrNo(d, &t.OnRequest) }},
	{"pages", func(t *Template, d markup.Data) string {
		n, err := strconv.Atoi(d.Scalar)
		if err != nil || n < 1 {
			return "a number of pages"
		}
		t.Pages = n
		return ""
	}},
	{"set", func(t *Template, d markup.Data) string {
		t.Set = d.Scalar
		if !slices.Contains(Sets, t.Set) {
			return "a set of documents: " + strings.Join(Sets, ", ")
		}
		return ""
	}},
	{"cards", func(t *Template, d markup.Data) string {
		n, err := strconv.Atoi(d.Scalar)
		if err != nil || !slices.Contains(cardsOnPage, n) {
			return "how many cards a page is cut into: 8, 6, 4, 2 or 1"
		}
		t.cards = n
		return ""
	}},
	{"two-up", func(t *Template, d markup.Data) string { return yesOrNo(d, &t.twoUp) }},
	{"form", func(t *Template, d markup.Data) string { return yesOrNo(d, &t.form) }},
}

func yesOrNo(d markup.Data, to *bool) string {
	if d.Kind != markup.Bool {
		return "true or false"
	}
	*to = d.Scalar == "true"
	return ""
}

func wholeNumber(d markup.Data, to *int) string {
	n, err := strconv.Atoi(d.Scalar)
	if err != nil {
		return "a whole number"
	}
	*to = n
	return ""
}

// parseTemplate parses a text into t, which holds the defaults.
func parseTemplate(text *source.Text, t *Template, findings *diag.List) *Template {
	t.file = markup.Parse(text, findings)
	readFront(t.file, "template", frontKeys, t, findings)
	verify(t, findings)
	return t
}

// frontKey is a key of the front matter of a file about a T. Set takes its value
// into the T, or says what it takes instead.
type frontKey[T any] struct {
	key string
	set func(*T, markup.Data) (want string)
}

// readFront reads a file's front matter into what the file is about, which kind
// names ("template").
func readFront[T any](file *markup.File, kind string, known []frontKey[T], to *T, findings *diag.List) {
	var keys []string
	for _, k := range known {
		keys = append(keys, k.key)
	}
	for _, e := range file.Front {
		i := slices.Index(keys, e.Key.Text)
		if i < 0 {
			findings.Error("front-matter", e.Key.At, fmt.Sprintf("a %s has no key %q", kind, e.Key.Text), hintNearest(e.Key.Text, keys, "The keys are"))
			continue
		}
		if want := known[i].set(to, e.Value); want != "" {
			findings.Error("front-matter", e.Value.At, fmt.Sprintf("%s is not %s", e.Key.Text, want), fmt.Sprintf("Write %s.", want))
		}
	}
}

// hintNearest names what was probably meant, else all there are.
func hintNearest(word string, all []string, lead string) string {
	if n := diag.Nearest(word, all); n != "" {
		return fmt.Sprintf("Did you mean %s?", n)
	}
	return lead + " " + strings.Join(all, ", ") + "."
}
