package compose

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/source"
)

// Format is a way to run a seminar, read from a file of templates/formats: how
// the room is set and what the leader does, then its steps. The clock is made
// of a format, a lesson's questions and the minutes at hand (agenda.go).
type Format struct {
	Name      string   // "fishbowl", after its file
	About     string   // front matter: about: one line on what it is for
	Documents []string // front matter: documents: made besides the usual ones

	at    source.Span // its heading
	docAt source.Span // of the value of documents
	title []document.Inline
	room  []document.Block // how the room is set, what the leader does
	order int              // front matter: order, in lists
	steps []step
}

// Usual is the format of a seminar for which nobody says one.
const Usual = "socratic"

// step is a part of a seminar.
type step struct {
	at      source.Span
	title   []document.Inline
	prose   []document.Block
	minutes int      // in the format's own hour, which fits all of its steps
	asks    []string // the sorts of questions that it takes; none for what surrounds them
	pool    bool     // its questions have no minutes of their own
	when    string   // facts without which it is left out
}

// The sorts of questions that a step may ask: those of a phase, the lesson's
// focus question, its controversy, or all that no other step asks for.
const askFocus, askControversy, askAll = "focus", "controversy", "all"

var asking = []string{"opening", "core", "closing", "pre", "post", askFocus, askControversy, askAll}

// What a format's file may hold.
const (
	mostSteps   = 12
	longestStep = 240 // minutes
)

// stepClasses are what a step may be.
var stepClasses = []struct {
	name string
	set  func(*step)
}{
	{"pool", func(s *step) { s.pool = true }},
}

// ReadFormats parses the formats of fsys (NAME.md at its root), in the order of
// their front matter's `order`. Overrides, which may be nil, is a lesson's own
// folder of them, whose files add to these or replace those of the same name.
// Where is prefixed to their names in findings. An error is trouble with the
// files.
func ReadFormats(fsys, overrides fs.FS, where string, findings *diag.List) ([]*Format, error) {
	byName := map[string]*Format{}
	for _, from := range []struct {
		fsys  fs.FS
		where string
	}{{fsys, "templates/formats/"}, {overrides, where}} {
		if from.fsys == nil {
			continue
		}
		texts, err := read(from.fsys, from.where, findings)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			f := parseFormat(t, findings)
			byName[f.Name] = f
		}
	}
	var all []*Format
	for _, f := range byName {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b *Format) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.Name, b.Name))
	})
	return all, nil
}

// formatKeys are the keys of a format's front matter.
var formatKeys = []frontKey[Format]{
	{"about", func(f *Format, d markup.Data) string {
		f.About = strings.TrimSpace(d.Scalar)
		if d.Kind != markup.String {
			return "a line on what the format is"
		}
		return ""
	}},
	{"order", func(f *Format, d markup.Data) string { return wholeNumber(d, &f.order) }},
	{"documents", func(f *Format, d markup.Data) string {
		f.Documents, f.docAt = strings.Fields(d.Scalar), d.At
		if d.Kind != markup.String {
			return "names of documents, with spaces between them"
		}
		return ""
	}},
}

// usualOrder puts formats without an order behind those that come with Quire.
const usualOrder = 100

// parseFormat reads a file. What is wrong in it is reported; the rest is a
// format all the same.
func parseFormat(text *source.Text, findings *diag.List) *Format {
	f := &Format{Name: strings.TrimSuffix(baseName(text.Name), ".md"), at: text.Span(0, 0), order: usualOrder}
	file := markup.Parse(text, findings)
	p := formatParser{f, findings}
	p.front(file)
	p.prose(file.Blocks)
	if len(file.Blocks) > 0 || len(file.Sections) == 0 || file.Sections[0].Level != 1 {
		p.wrong(text.Span(0, 0), "a format without its name", "Begin it, below the front matter, with a heading of the first level: # Fishbowl.")
		return f
	}
	for _, s := range file.Sections[1:] {
		p.wrong(s.At, "a second name in one format", "Give its steps headings of the second level: ## Opening {minutes=7 asks=opening}.")
	}
	head := file.Sections[0]
	f.at, f.title, f.room = head.At, head.Title, head.Blocks
	p.heading(head)
	p.prose(head.Blocks)
	for _, a := range head.Attrs.Pairs {
		p.fail("attribute", a.Key.At, "a format's name has no attributes", "Move this to a step: ## Opening {minutes=7 asks=opening}.")
	}
	p.readSteps(head.Parts)
	return f
}

type formatParser struct {
	*Format
	findings *diag.List
}

func (p formatParser) fail(code string, at source.Span, message, hint string) {
	p.findings.Error(code, at, message, hint)
}

func (p formatParser) wrong(at source.Span, message, hint string) {
	p.fail("format", at, message, hint)
}

func (p formatParser) front(file *markup.File) {
	readFront(file, "format", formatKeys, p.Format, p.findings)
	if p.About == "" && !slices.Contains(file.Unread, "about") {
		p.fail("front-matter", file.Text.Span(0, 0), "a format that doesn't say what it is about", "Begin the file with “---”, “about: one line for a list”, “---”.")
	}
}

func (p formatParser) readSteps(parts []*markup.Section) {
	if len(parts) > mostSteps {
		p.wrong(parts[mostSteps].At, fmt.Sprintf("a format of more than %d steps", mostSteps), "Join steps that belong together.")
		parts = parts[:mostSteps]
	}
	asked := false
	for _, s := range parts {
		st := p.step(s)
		asked = asked || st.asks != nil
		p.steps = append(p.Format.steps, st)
	}
	if !asked {
		p.wrong(p.at, "a format in which nobody asks a question", "Write at a step what it asks: {minutes=20 asks=core}.")
	}
}

// step reads one: its attributes, its prose.
func (p formatParser) step(s *markup.Section) step {
	st := step{at: s.At, title: s.Title, prose: s.Blocks}
	p.heading(s)
	p.prose(s.Blocks)
	if s.Level > 2 {
		p.wrong(s.At, "a step below the second level", "Write it with two signs: ## "+document.Plain(s.Title)+".")
	}
	for _, below := range s.Parts {
		p.wrong(below.At, "a heading within a step", "Make it a step of its own, or part of the prose.")
	}
	p.stepClasses(s.Attrs, &st)
	wrongMinutes := false
	for _, a := range s.Attrs.Pairs {
		switch a.Key.Text {
		case "minutes":
			n, err := strconv.Atoi(a.Value.Text)
			if err != nil || n < 1 || n > longestStep {
				wrongMinutes = true
				p.fail("attribute", a.Value.At, fmt.Sprintf("minutes is not a whole number from 1 to %d", longestStep), "Write a number in figures.")
				continue
			}
			st.minutes = n
		case "asks":
			st.asks = p.asks(a.Value)
		case "when":
			(&verifier{findings: p.findings}).condition(a.Value)
			st.when = a.Value.Text
		default:
			wrongMinutes = true // perhaps these were meant
			p.fail("attribute", a.Key.At, fmt.Sprintf("a step has no attribute %q", a.Key.Text), hintNearest(a.Key.Text, []string{"minutes", "asks", "when"}, "The attributes are"))
		}
	}
	if st.minutes == 0 {
		st.minutes = 1
		if !wrongMinutes {
			p.wrong(s.At, "a step without its minutes", "Say how long it takes when all steps fit: {minutes=5}.")
		}
	}
	return st
}

func (p formatParser) stepClasses(a markup.Attrs, st *step) {
	if a.ID.Text != "" {
		p.fail("attribute", a.ID.At, "a step has no id", "Take it away.")
	}
	var names []string
	for _, k := range stepClasses {
		names = append(names, k.name)
	}
	for _, c := range a.Classes {
		i := slices.Index(names, c.Text)
		if i < 0 {
			p.fail("attribute", c.At, fmt.Sprintf("a step has no class %q", c.Text), hintNearest(c.Text, names, "The classes are"))
			continue
		}
		stepClasses[i].set(st)
	}
}

// asks reads what a step asks.
func (p formatParser) asks(v markup.Value) []string {
	var out []string
	for _, w := range strings.FieldsFunc(v.Text, func(r rune) bool { return r == ' ' || r == ',' }) {
		switch {
		case !slices.Contains(asking, w):
			p.fail("attribute", v.At, fmt.Sprintf("a step can't ask %q", w), hintNearest(w, asking, "It may ask"))
		case !slices.Contains(out, w):
			out = append(out, w)
		}
	}
	if len(out) > 1 && slices.Contains(out, askControversy) {
		p.fail("attribute", v.At, "a step that is about a controversy asks nothing else", "Give the other questions a step of their own.")
		return []string{askControversy}
	}
	return out
}

func (p formatParser) heading(s *markup.Section) {
	document.RewriteInlines(s.Title, p.call)
	if document.Plain(s.Title) == "" {
		p.wrong(s.At, "a heading without words", "Name what it is.")
	}
}

// prose reports calls: a format is for every lesson.
func (p formatParser) prose(blocks []document.Block) {
	document.Rewrite(blocks, func(b document.Block) []document.Block {
		if c, ok := b.(document.CallBlock); ok {
			p.call(c.Call)
		}
		return []document.Block{b}
	}, p.call)
}

func (p formatParser) call(in document.Inline) []document.Inline {
	if c, ok := in.(document.Call); ok {
		p.fail("call", markup.CallName(c), "a format has no calls", "Write words that fit every lesson.")
	}
	return []document.Inline{in}
}
