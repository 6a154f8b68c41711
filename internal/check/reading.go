package check

import (
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/lesson"
	"quire/internal/question"
	"quire/internal/source"
)

// reading is a lesson as the rules see it.
type reading struct {
	lesson   *lesson.Lesson
	all      []*prompt
	names    map[string]bool // words written like names anywhere in it
	rule     *Rule           // the one that is running
	findings *diag.List
}

// prompt is an item with where it stands, and its words.
type prompt struct {
	*question.Item
	section *lesson.Section
	group   *lesson.Group
	stem    *prose
	choices []*choice
	spoken  []*prose // see words
}

// choice is a list of options that somebody chooses from.
type choice struct {
	question.Choice
	prompt  *prompt
	part    int    // which of the prompt's responses it is
	stem    *prose // its own, or the prompt's
	options []option
	truth   bool // it offers true and false
	pointed bool // an option speaks of others by letter or place (K-type)
}

type option struct {
	question.Option
	*prose
	closing string // "all" or "none" of the above, or ""
}

func read(l *lesson.Lesson, findings *diag.List) *reading {
	r := &reading{lesson: l, findings: findings, names: map[string]bool{}}
	for i := range l.Sections {
		s := &l.Sections[i]
		for j := range s.Groups {
			for _, it := range s.Groups[j].Items {
				r.all = append(r.all, r.prompt(&prompt{Item: it, section: s, group: &s.Groups[j]}))
			}
		}
	}
	return r
}

func (r *reading) prompt(p *prompt) *prompt {
	p.stem = proseOfBlocks(p.Stem)
	r.collectNames(p.stem)
	for i, resp := range p.Responses {
		c, ok := resp.(question.Choice)
		if !ok || len(c.Options) == 0 {
			continue
		}
		ch := &choice{Choice: c, prompt: p, part: i, stem: p.stem}
		if len(c.Stem) > 0 {
			ch.stem = proseOf(c.Stem)
			r.collectNames(ch.stem)
		}
		for _, o := range c.Options {
			text := proseOf(o.Text)
			r.collectNames(text)
			ch.options = append(ch.options, option{Option: o, prose: text, closing: closing(text, len(c.Options))})
			ch.pointed = ch.pointed || pointsAtOthers(text, len(c.Options))
		}
		ch.truth = len(ch.options) == 2 && ch.options[0].plain() == "true" && ch.options[1].plain() == "false"
		p.choices = append(p.choices, ch)
	}
	return p
}

func (r *reading) collectNames(p *prose) {
	for _, w := range p.words {
		if w.name() && !shouted(w.text) {
			r.names[w.low] = true
		}
	}
}

// isName says that a word is one, even where it begins a sentence.
func (r *reading) isName(w word) bool {
	return capital(w.text) && (w.name() || r.names[w.low])
}

// prompts are those that the running rule can read: all, or for a rule that
// reads English those that aren't in another language.
func (r *reading) prompts() []*prompt {
	var out []*prompt
	for _, p := range r.all {
		if r.rule.Language == "" || isEnglish(p.Tags.Lang) {
			out = append(out, p)
		}
	}
	return out
}

// items are the choices among options, but for those between true and false.
func (r *reading) items() []*choice {
	var out []*choice
	for _, p := range r.prompts() {
		for _, c := range p.choices {
			if !c.truth {
				out = append(out, c)
			}
		}
	}
	return out
}

// plainItems are those whose options can be compared with each other: none of
// them is made of others.
func (r *reading) plainItems() []*choice {
	var out []*choice
	for _, c := range r.items() {
		if !c.pointed {
			out = append(out, c)
		}
	}
	return out
}

// talks are the discussions.
func (r *reading) talks() []*prompt {
	var out []*prompt
	for _, p := range r.prompts() {
		if p.talk() {
			out = append(out, p)
		}
	}
	return out
}

// talk says that a prompt is talked about and not written down.
func (p *prompt) talk() bool {
	if len(p.Responses) != 1 || !p.Numbered() {
		return false
	}
	_, none := p.Responses[0].(question.None)
	return none
}

// open says that a prompt has no answer on a list.
func (p *prompt) open() bool {
	for _, resp := range p.Responses {
		switch resp.(type) {
		case question.Text, question.None:
		default:
			return false
		}
	}
	return p.Numbered()
}

// key gives the options that are right, and wrong those that aren't; what is
// about all others is neither.
func (c *choice) key() (key, wrong []option) {
	for _, o := range c.options {
		switch {
		case o.closing != "":
		case o.Right:
			key = append(key, o)
		default:
			wrong = append(wrong, o)
		}
	}
	return key, wrong
}

// start is the place of what concerns the whole lesson: its first section of
// prompts.
func (r *reading) start() source.Span {
	for i := range r.lesson.Sections {
		if at := headingOf(&r.lesson.Sections[i]); !at.IsZero() {
			return at
		}
	}
	return source.Span{}
}

// headingOf is the place of a section's heading.
func headingOf(s *lesson.Section) source.Span {
	if len(s.Groups) == 0 {
		return source.Span{}
	}
	return sectionHeading(s.Groups[0].At)
}

// report adds a finding of the running rule.
func (r *reading) report(at source.Span, message, hint string, related ...diag.Related) {
	r.reportAs(r.rule.Severity, at, message, hint, related...)
}

func (r *reading) reportAs(s diag.Severity, at source.Span, message, hint string, related ...diag.Related) {
	r.findings.Add(diag.Finding{Code: r.rule.Code, Severity: s, At: at, Message: message, Hint: hint, Related: related})
}

// in gives a place if it lies in a text, else the prompt's heading.
func (p *prompt) in(at source.Span) source.Span {
	if home := at.Home(); home.IsZero() || home.Text != p.At.Text || home.Start < p.At.Start {
		return p.At
	}
	return at
}

// sides are all that is printed of a prompt for students and for teachers.
func (p *prompt) sides() [][]document.Block {
	out := [][]document.Block{p.Stem}
	if p.Sheet != nil {
		out = append(out, p.Sheet.Student(nil))
	}
	if p.Key != nil {
		out = append(out, p.Key.Teacher(nil))
	}
	g, h := p.Guide, p.Help
	out = append(out, g.Positions, g.ListenFor, g.Misreading, g.IfSilent, g.WithoutPen, g.Note, h.Hint, h.Starter, h.WordBank, h.Criteria)
	for _, probe := range g.Probes {
		out = append(out, []document.Block{document.Paragraph{Text: probe.Text}})
	}
	return out
}

// words gives the words of a prompt's sides. They are read when a rule first asks
// for them.
func (p *prompt) words() []*prose {
	if p.spoken == nil {
		for _, blocks := range p.sides() {
			p.spoken = append(p.spoken, proseOfBlocks(blocks))
		}
	}
	return p.spoken
}

// said shortens words for a message.
func said(p *prose) string {
	const most = 40 // letters
	words := make([]string, 0, len(p.words))
	n := 0
	for _, w := range p.words {
		if n += len(w.text) + 1; n > most {
			words = append(words, "…")
			break
		}
		words = append(words, w.text)
	}
	return strings.Join(words, " ")
}
