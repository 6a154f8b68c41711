// Package compose puts documents together: a lesson, a form and a template go
// in, a document.Document comes out, for either renderer.
//
// A template is Markdown with calls. Which calls there are, and which facts a
// section may depend on, is written down in calls.go and facts.go. A document
// for students is made from a sheet, a copy of what students may see; keys,
// guides and responses stay behind in the desk, which only documents for
// teachers are given. No call can reach over.
package compose

import (
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/form"
	"quire/internal/lesson"
	"quire/internal/markup"
)

// Request says what to compose.
type Request struct {
	Lesson     *lesson.Lesson
	Form       form.Form
	Forms      []form.Form // all that a key is for, Form first; none for Form alone
	Template   *Template
	Agenda     *Agenda // of the seminar; nil if it has no clock
	PrintEssay bool    // the essay's text may be printed, and is at hand
	Aids       Aids
	Roll       *Roll  // of the class, for its cover sheet; nil without one
	Students   int    // in the class, 0 without a class list
	Class      *Class // nil unless the document may have students' names on it
}

// agenda is the seminar's, without a clock where the request has none.
func (r Request) agenda() *Agenda {
	if r.Agenda != nil {
		return r.Agenda
	}
	a, _ := NewAgenda(r.Lesson, nil, 0)
	return a
}

// Compose makes the document. A lesson may hold no more than an essay and its
// lines; calls for what it lacks give nothing.
func Compose(r Request, findings *diag.List) *document.Document {
	t := r.Template
	s := newSheet(r)
	c := composer{sheet: s, facts: factsOf(r.Lesson, s.printed)}
	c.facts["glosses"], c.facts["class"] = r.Aids.Glosses, r.Roll != nil || r.Class != nil
	c.facts["controversy"] = r.agenda().aboutControversy()
	if t.Audience == document.Teacher {
		c.desk = &desk{sheet: s, lesson: r.Lesson, form: r.Form, forms: r.Forms, agenda: r.agenda(), roll: r.Roll, class: r.Class, students: r.Students}
		if len(r.Forms) == 0 {
			c.desk.forms = []form.Form{r.Form}
		}
		if len(r.Forms) > 1 {
			s.form = namesOf(r.Forms)
		}
	}
	var blocks []document.Block
	if t.cards > 0 {
		blocks = c.deck(t)
	} else {
		blocks = append(c.blocks(t.file.Blocks), c.sections(t.file.Sections)...)
	}
	d := &document.Document{
		Name:     t.Name,
		Audience: t.Audience,
		Title:    titleOf(blocks, s.title),
		Lang:     s.lang,
		Author:   s.lessonAuthor,
		Footer:   s.footer(t.form),
		Blocks:   blocks,
	}
	if r.Lesson.Meta.Essay.Rights == lesson.Restricted && !s.printed {
		checkBudget(d, r.Lesson, findings)
	}
	if t.cards > 0 {
		d.Footer = document.Footer{NoPages: true}
	}
	if t.twoUp {
		d.Footer.NoPages = true
		d.Blocks = []document.Block{document.TwoUp{Blocks: blocks}}
	}
	return d
}

// titleOf names a document for metadata: its heading, with the lesson's title
// if that doesn't stand in it.
func titleOf(blocks []document.Block, lesson string) string {
	for _, b := range blocks {
		if d, ok := b.(document.Deck); ok {
			for _, card := range d.Cards {
				if title := titleOf(card.Blocks, lesson); title != lesson {
					return title
				}
			}
		}
		if h, ok := b.(document.Heading); ok && h.Level == 1 {
			title := strings.TrimSpace(document.Plain(h.Text))
			switch {
			case title == "" || lesson == "":
			case strings.Contains(title, lesson):
				return title
			default:
				return title + ": " + lesson
			}
		}
	}
	return lesson
}

// composer fills a template in. Its desk is nil for students' documents.
type composer struct {
	sheet *sheet
	desk  *desk
	facts map[string]bool
}

// sections gives the sections whose conditions hold. A part of the document
// that comes out empty has no heading either.
func (c *composer) sections(all []*markup.Section) []document.Block {
	var out []document.Block
	for _, s := range all {
		if when, ok := s.Attrs.Get("when"); ok && !holds(when.Text, c.facts) {
			continue
		}
		body := append(inStyle(c.blocks(s.Blocks), s.Attrs), c.sections(s.Parts)...)
		if s.Level > 1 && len(body) == 0 {
			continue
		}
		if !hasClass(s.Attrs, untitled) {
			out = append(out, document.Heading{At: document.At{Source: s.At}, Level: s.Level, Text: c.inlines(s.Title)})
		}
		out = append(out, body...)
	}
	return out
}

// blocks puts in what the calls stand for.
func (c *composer) blocks(blocks []document.Block) []document.Block {
	return document.Rewrite(blocks, func(b document.Block) []document.Block {
		call, ok := b.(document.CallBlock)
		if !ok {
			return []document.Block{b}
		}
		return c.callBlock(call)
	}, c.inline)
}

func (c *composer) callBlock(b document.CallBlock) []document.Block {
	if d := blockNamed(b.Name); d != nil {
		switch {
		case d.student != nil:
			return d.student(c.sheet, b.Call)
		case c.desk != nil:
			return d.teacher(c.desk, b.Call)
		}
		return nil
	}
	text := c.inline(b.Call)
	if len(text) == 0 {
		return nil
	}
	return []document.Block{document.Paragraph{At: b.At, Text: text}}
}

func (c *composer) inlines(in []document.Inline) []document.Inline {
	return document.RewriteInlines(in, c.inline)
}

func (c *composer) inline(in document.Inline) []document.Inline {
	call, ok := in.(document.Call)
	if !ok {
		return []document.Inline{in}
	}
	d := inlineNamed(call.Name)
	if d == nil || d.teacher && c.desk == nil {
		return nil
	}
	return d.make(c.sheet, call)
}

// inStyle gives a section's paragraphs the style that its class asks for.
func inStyle(blocks []document.Block, a markup.Attrs) []document.Block {
	style := document.Body
	for _, k := range classes {
		if hasClass(a, k.name) && k.style != document.Body {
			style = k.style
		}
	}
	if style == document.Body {
		return blocks
	}
	return restyle(blocks, style)
}

// restyle sets the plain paragraphs among blocks in a style.
func restyle(blocks []document.Block, style document.Style) []document.Block {
	out := make([]document.Block, len(blocks))
	for i, b := range blocks {
		if p, ok := b.(document.Paragraph); ok && p.Style == document.Body {
			p.Style = style
			b = p
		}
		out[i] = b
	}
	return out
}

// untitled is the class of a section whose heading is for the template's
// reader only.
const untitled = "untitled"

// classes are what a section of a template may be.
var classes = []struct {
	name, doc string
	style     document.Style
}{
	{untitled, "its heading is not printed", document.Body},
	{"directions", "its paragraphs are directions", document.Directions},
	{"small", "its paragraphs are small print", document.Notice},
}

func hasClass(a markup.Attrs, name string) bool {
	for _, c := range a.Classes {
		if c.Text == name {
			return true
		}
	}
	return false
}
