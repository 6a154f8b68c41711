// Package stem holds the prompts that fit many essays, and puts them to use.
//
// A stem is a Markdown file of package prompts, which says how it is written.
// It goes in by its name; out comes a prompt as a lesson has it: filled in with
// a prompt's own words and arguments (Fill), or as Markdown to start a lesson
// from (Markdown). The package knows no lessons and no essays: what a stem
// refers to and quotes is for the lesson to find.
package stem

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/question"
	"quire/internal/source"
	"quire/prompts"
)

// Stem is a prompt that fits many essays.
type Stem struct {
	Name      string
	About     string // one line
	When      string // when to use it: two or three sentences
	Section   string // of a lesson, where it belongs
	Group     string // of the section; may be empty
	Fits      []string
	Needs     string // the id of a passage that it names
	Arguments []Argument
	Example   string // Markdown: prompts that use it

	text   *source.Text
	prompt *markup.Section
	body   source.Span // of the prompt, from its heading to the end
}

// Argument is what a prompt gives a stem as an attribute. One that has no words
// of its own (Otherwise) is needed.
type Argument struct {
	Name, About, Otherwise string

	at source.Span // of Otherwise
}

// Needed says that a prompt must give the argument.
func (a *Argument) Needed() bool { return a.Otherwise == "" }

// Names gives the names of all stems, sorted.
func Names() []string {
	files, err := fs.Glob(prompts.FS, "stems/*.md")
	if err != nil {
		panic(err) // the pattern is right
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.TrimSuffix(path.Base(f), ".md")
	}
	slices.Sort(names)
	return names
}

// All gives all stems, in the order of their names.
func All() []*Stem {
	var all []*Stem
	for _, n := range Names() {
		all = append(all, Find(n, source.Span{}))
	}
	return all
}

// Find gives the stem of a name, nil if there is none. At is the place that
// takes it in; zero for none.
func Find(name string, at source.Span) *Stem {
	raw, err := fs.ReadFile(prompts.FS, "stems/"+name+".md")
	if err != nil {
		return nil // there is none, or the name is no file's
	}
	text, err := source.New("stem "+name, raw)
	if err != nil {
		panic(err)
	}
	var findings diag.List
	s := read(name, text.TakenIn(at), &findings)
	if findings.Stops() {
		var b strings.Builder
		diag.Print(&b, findings.Sorted(), diag.Error)
		panic("a stem in the program can't be read:\n" + b.String())
	}
	return s
}

// Place is a section of a lesson and a group of it.
type Place struct{ Section, Group string }

// Places are where stems belong, in a lesson's order.
var Places = []Place{
	{"Worksheet", "Before you read"},
	{"Worksheet", "As you read"},
	{"Worksheet", "Close reading"},
	{"Worksheet", "How it is built"},
	{"Worksheet", "Argument"},
	{"Worksheet", "Write"},
	{"Seminar", "Pre"},
	{"Seminar", "Opening"},
	{"Seminar", "Core"},
	{"Seminar", "Closing"},
	{"Seminar", "Post"},
	{"Exit ticket", ""},
}

// Place is where the stem belongs.
func (s *Stem) Place() Place { return Place{s.Section, s.Group} }

// Phase is when in a seminar the stem belongs: its group, in small letters. It
// is empty for what isn't talked about.
func (s *Stem) Phase() string {
	if s.Section != "Seminar" {
		return ""
	}
	return strings.ToLower(s.Group)
}

// Item reads the stem as a question, with the names of its arguments for their
// values and its other calls as they are.
func (s *Stem) Item() *question.Item {
	p := &markup.Section{Level: 3, At: s.prompt.At, Title: s.prompt.Title}
	for _, a := range s.Arguments {
		name := markup.Value{Text: a.Name}
		p.Attrs.Pairs = append(p.Attrs.Pairs, markup.Pair{Key: name, Value: name})
	}
	filled, _ := s.Fill(p, &diag.List{})
	return question.Read(filled, nil, s.Section, &diag.List{})
}

// Title is the stem's short name.
func (s *Stem) Title() string { return document.Plain(s.prompt.Title) }

// Text is the prompt as the stem's author wrote it.
func (s *Stem) Text() string { return strings.TrimSpace(s.body.String()) + "\n" }

// Argument finds an argument by its name, nil if the stem has none.
func (s *Stem) Argument(name string) *Argument {
	for i := range s.Arguments {
		if s.Arguments[i].Name == name {
			return &s.Arguments[i]
		}
	}
	return nil
}
