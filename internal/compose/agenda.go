package compose

import (
	"fmt"
	"slices"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/question"
)

// Agenda is a format with a lesson's questions in its steps and every minute
// shared out.
type Agenda struct {
	Format  *Format // nil of a lesson without a seminar
	Minutes int
	Left    []*question.Item // the format asks them, and there is no time for them
	Unasked []*question.Item // that the format doesn't ask

	focus *question.Item // the focus question, where the format asks for one
	parts []part
}

// part is a step of a seminar with its minutes, or what is left for further talk
// (a nil step). A question that all of several steps are about, a controversy,
// stands in the first of them.
type part struct {
	step           *step
	start, minutes int
	items          []*question.Item
	each           []int // minutes of each item; nil of a pool, and of a controversy
}

// CallsFor says that the format wants a document that isn't always made.
func (a *Agenda) CallsFor(document string) bool {
	return a.Format != nil && slices.Contains(a.Format.Documents, document)
}

// CheckDocuments reports documents that the format calls for and that aren't
// among all.
func (a *Agenda) CheckDocuments(all []*Template, findings *diag.List) {
	if a.Format == nil {
		return
	}
	var names []string
	for _, t := range all {
		names = append(names, t.Name)
	}
	for _, n := range a.Format.Documents {
		if !slices.Contains(names, n) {
			findings.Error("front-matter", a.Format.docAt, fmt.Sprintf("there is no document %q", n), hintNearest(n, names, "The documents are"))
		}
	}
}

// aboutControversy says that steps of the format are about a controversy.
func (a *Agenda) aboutControversy() bool {
	return slices.ContainsFunc(a.parts, func(p part) bool { return p.step != nil && slices.Contains(p.step.asks, askControversy) })
}

// name says what a part of the clock is.
func (p *part) name() []document.Inline {
	if p.step == nil {
		return document.Words("Further talk: what the circle wants to go back to")
	}
	return p.step.title
}

// Misfit says why a format can't run a lesson's seminar, and what to do.
type Misfit struct {
	Message, Hint string
	Controversy   bool // there is none, which the format is about
}

// NewAgenda shares out a seminar's minutes: the lesson's own if there are none.
// A Misfit is returned instead where the lesson hasn't what the format asks for.
func NewAgenda(l *lesson.Lesson, f *Format, minutes int) (*Agenda, *Misfit) {
	a := &Agenda{Minutes: minutes}
	if minutes == 0 {
		a.Minutes = max(l.Meta.Minutes, 0)
	}
	if a.Minutes == 0 {
		a.Minutes = usualMinutes
	}
	items := itemsOf(l.Section("Seminar"), form.Form{})
	if len(items) == 0 || f == nil {
		return a, nil
	}
	a.Format = f
	p := newPlan(f, factsOf(l, l.Lines != nil), a.Minutes)
	a.Unasked = p.sort(items)
	a.focus = p.focus
	if m := p.misfit(); m != nil {
		return nil, m
	}
	a.Left = p.choose()
	p.deal()
	a.parts = relieve(p.clock())
	return a, nil
}

// Focus is the lesson's focus question: the first core question that its author
// keeps, else the first that asks for an interpretation, else the first; nil
// without any.
func focusOf(items []*question.Item) *question.Item {
	best, rank := (*question.Item)(nil), 0
	for _, it := range items {
		r := 1
		switch core := phaseOf(it) == "core"; {
		case it.Controversial():
			continue
		case core && it.Tags.Keep:
			r = 4
		case core && it.Tags.Kind == "interpretive":
			r = 3
		case core:
			r = 2
		}
		if r > rank {
			best, rank = it, r
		}
	}
	return best
}

// phaseOf gives a question's phase; it is a core question where nothing is said.
func phaseOf(it *question.Item) string {
	if it.Tags.Phase == "" {
		return "core"
	}
	return it.Tags.Phase
}

// plan is an agenda in the making.
type plan struct {
	format *Format
	total  int // minutes
	usual  int // minutes of the standing steps in the format's own hour
	talk   int // of these, those of steps that ask
	steps  []*step
	blocks []*block // in the order of their last steps
	items  []*question.Item
	focus  *question.Item
}

// block is one or more steps that share their questions: two circles that ask
// the core questions, the steps of a controversy. Its minutes are shared among
// them as the format says, so that two circles talk equally long.
type block struct {
	steps []*step
	items []*question.Item // in the lesson's order, the focus question first
	sort  map[*question.Item]string
	dealt map[*step][]*question.Item
	pool  bool
	about bool // all of its steps are about one item, a controversy
}

// newPlan finds the steps that stand and the blocks that they make.
func newPlan(f *Format, facts map[string]bool, total int) *plan {
	p := &plan{format: f, total: total}
	for i := range f.steps {
		s := &f.steps[i]
		if s.when != "" && !holds(s.when, facts) {
			continue
		}
		p.steps = append(p.steps, s)
		if s.asks == nil {
			continue
		}
		b := &block{sort: map[*question.Item]string{}, dealt: map[*step][]*question.Item{}}
		p.blocks = slices.DeleteFunc(p.blocks, func(other *block) bool {
			if !other.shares(s.asks) {
				return false
			}
			b.steps = append(b.steps, other.steps...)
			return true
		})
		b.steps = append(b.steps, s)
		p.blocks = append(p.blocks, b)
	}
	for _, b := range p.blocks {
		b.steps = slices.DeleteFunc(slices.Clone(p.steps), func(s *step) bool { return !slices.Contains(b.steps, s) })
		b.about = b.asks(askControversy)
		b.pool = !b.about && slices.ContainsFunc(b.steps, func(s *step) bool { return s.pool })
	}
	return p
}

func (b *block) shares(asks []string) bool { return slices.ContainsFunc(asks, b.asks) }

func (b *block) asks(sort string) bool { return len(b.asking(sort)) > 0 }

// asking gives a block's steps that ask a sort of question.
func (b *block) asking(sort string) []*step {
	var out []*step
	for _, s := range b.steps {
		if slices.Contains(s.asks, sort) {
			out = append(out, s)
		}
	}
	return out
}

// asking gives the block that asks a sort of question, nil if none does.
func (p *plan) asking(sort string) *block {
	for _, b := range p.blocks {
		if b.asks(sort) {
			return b
		}
	}
	return nil
}

// sort gives each question to the block that asks for it, and gives back those
// for which none does. What comes before the opening and after the closing goes
// with these where no step asks for it.
func (p *plan) sort(items []*question.Item) (unasked []*question.Item) {
	p.items = items
	if p.asking(askFocus) != nil {
		p.focus = focusOf(items)
	}
	for _, it := range items {
		sorts := []string{phaseOf(it), askAll}
		switch {
		case it.Controversial():
			sorts = []string{askControversy}
		case it == p.focus:
			sorts = []string{askFocus}
		case phaseOf(it) == "pre":
			sorts = []string{"pre", "opening", askAll}
		case phaseOf(it) == "post":
			sorts = []string{"post", "closing", askAll}
		}
		i := slices.IndexFunc(sorts, func(s string) bool { return p.asking(s) != nil })
		if i < 0 {
			unasked = append(unasked, it)
			continue
		}
		b := p.asking(sorts[i])
		b.sort[it] = sorts[i]
		b.items = append(b.items, it)
		if it == p.focus {
			b.items = slices.Insert(b.items[:len(b.items)-1], 0, it)
		}
	}
	return unasked
}

// misfit says what a lesson lacks. What has no question and isn't missed is left
// out.
func (p *plan) misfit() *Misfit {
	name := p.format.Name
	for _, b := range p.blocks {
		if b.about && len(b.items) == 0 {
			return &Misfit{fmt.Sprintf("%s is about a controversy, and the seminar has none", name),
				"Write one under # Seminar: ### Its name {.controversy}, with **Proposition:**, **For:** and **Against:**.", true}
		}
		for _, sort := range asking {
			steps, n := len(b.asking(sort)), b.count(sort)
			if steps > 1 && n < steps && !b.about {
				return &Misfit{Message: fmt.Sprintf("%s shares the %s questions out among %d steps, and the seminar has %s", name, sort, steps, numberOf(n)),
					Hint: "Write more of them, or choose another format."}
			}
		}
	}
	p.blocks = slices.DeleteFunc(p.blocks, func(b *block) bool { return len(b.items) == 0 })
	p.steps = slices.DeleteFunc(p.steps, func(s *step) bool { return s.asks != nil && p.blockOf(s) == nil })
	if len(p.blocks) == 0 {
		return &Misfit{Message: fmt.Sprintf("the seminar has no question that %s asks", name), Hint: "Choose another format, such as sac for a controversy."}
	}
	for _, s := range p.steps {
		p.usual += s.minutes
	}
	for _, b := range p.blocks {
		p.talk += b.minutes()
	}
	return nil
}

func (b *block) count(sort string) int {
	n := 0
	for _, s := range b.sort {
		if s == sort {
			n++
		}
	}
	return n
}

func (p *plan) blockOf(s *step) *block {
	for _, b := range p.blocks {
		if slices.Contains(b.steps, s) {
			return b
		}
	}
	return nil
}

// minutes are a block's in the format's own hour.
func (b *block) minutes() int {
	n := 0
	for _, s := range b.steps {
		n += s.minutes
	}
	return n
}

func numberOf(n int) string {
	switch n {
	case 0:
		return "none"
	case 1:
		return "one"
	}
	return fmt.Sprint(n)
}
