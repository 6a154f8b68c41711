package compose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
)

// mostCalls bounds the calls of a template: each may stand for a whole essay.
const mostCalls = 100

// verify reports everything in a template that composing would have to guess
// at, so that Compose can't fail.
func verify(t *Template, findings *diag.List) {
	v := &verifier{template: t, findings: findings}
	v.blocks(t.file.Blocks)
	v.sections(t.file.Sections)
	if v.calls > mostCalls {
		findings.Error("call", t.file.Text.Span(0, 0), fmt.Sprintf("a template of more than %d calls", mostCalls), "Say each thing once.")
		t.file = &markup.File{Text: t.file.Text}
	}
}

type verifier struct {
	template *Template
	findings *diag.List
	calls    int
}

func (v *verifier) sections(all []*markup.Section) {
	for _, s := range all {
		v.attrs(s.Attrs)
		v.inlines(s.Title)
		v.blocks(s.Blocks)
		for _, f := range s.Fields {
			v.findings.Error("field", f.At, "a template has no fields", "Put it under a heading of the first or second level, or drop its colon.")
		}
		for _, g := range s.Gaps {
			v.findings.Error("gap", g.At, "a template has no gaps with answers", "Write {{blank}} for room to write a word.")
		}
		v.sections(s.Parts)
	}
}

func (v *verifier) attrs(a markup.Attrs) {
	var names []string
	for _, c := range classes {
		names = append(names, c.name)
	}
	for _, c := range a.Classes {
		if !slices.Contains(names, c.Text) {
			v.findings.Error("attribute", c.At, fmt.Sprintf("a template has no class %q", c.Text), hintNearest(c.Text, names, "The classes are"))
		}
	}
	for _, p := range a.Pairs {
		if p.Key.Text != "when" {
			v.findings.Error("attribute", p.Key.At, fmt.Sprintf("a template has no attribute %q", p.Key.Text), "Sections of a template take when= and nothing else.")
			continue
		}
		v.condition(p.Value)
	}
}

// condition reports what isn't a fact in a condition.
func (v *verifier) condition(c markup.Value) {
	words := strings.Fields(c.Text)
	if len(words) == 0 || words[len(words)-1] == "not" {
		v.findings.Error("fact", c.At, "a condition without a fact", hintNearest("", factNames(), "The facts are"))
	}
	for _, w := range words {
		if w != "not" && factNamed(w) == nil {
			v.findings.Error("fact", c.At, fmt.Sprintf("there is no fact %q", w), hintNearest(w, factNames(), "The facts are"))
		}
	}
}

func (v *verifier) blocks(blocks []document.Block) {
	document.Rewrite(blocks, func(b document.Block) []document.Block {
		if call, ok := b.(document.CallBlock); ok {
			v.callBlock(call.Call)
		}
		return []document.Block{b}
	}, v.inline)
}

func (v *verifier) inlines(in []document.Inline) { document.RewriteInlines(in, v.inline) }

func (v *verifier) inline(in document.Inline) []document.Inline {
	if call, ok := in.(document.Call); ok {
		v.callInline(call)
	}
	return []document.Inline{in}
}

func (v *verifier) callBlock(c document.Call) {
	d := blockNamed(c.Name)
	if d == nil {
		v.callInline(c)
		return
	}
	v.calls++
	if d.student == nil {
		v.forTeachers(c)
	}
	v.arguments(c, d.takes, d.named)
	v.order(c)
}

func (v *verifier) callInline(c document.Call) {
	v.calls++
	d := inlineNamed(c.Name)
	switch {
	case d != nil:
		if d.teacher {
			v.forTeachers(c)
		}
		v.arguments(c, d.takes, nil)
	case blockNamed(c.Name) != nil:
		v.findings.Error("call", markup.CallName(c), fmt.Sprintf("{{%s}} stands among words", c.Name), "Give it a paragraph of its own.")
	default:
		v.findings.Error("call", markup.CallName(c), fmt.Sprintf("there is no call %q", c.Name), hintNearest(c.Name, callNames(), "The calls are"))
	}
}

func (v *verifier) forTeachers(c document.Call) {
	if v.template.Audience == document.Student {
		v.findings.Error("call", markup.CallName(c), fmt.Sprintf("{{%s}} is for teachers, and this document goes to students", c.Name),
			"Take it out, or move it to the key or the guide.")
	}
}

// order reports a scale that counts down, or has one number only.
func (v *verifier) order(c document.Call) {
	if c.Name == "scale" && len(c.Arguments) > 1 && numberAt(c, 0, 1) >= numberAt(c, 1, 9) {
		v.findings.Error("call", c.Arguments[1].At.Source, "the highest number is not above the lowest", "Write the lower one first: {{scale \"1\" \"9\"}}.")
	}
}

// arguments compares a call's arguments with what it takes.
func (v *verifier) arguments(c document.Call, takes, named []parameter) {
	for i, a := range c.Arguments {
		p := parameterAt(takes, i)
		if p == nil {
			v.findings.Error("call", a.At.Source, fmt.Sprintf("{{%s}} takes %s", c.Name, countArguments(takes)), "Take this argument out.")
			continue
		}
		v.value(a, *p)
	}
	if n := len(c.Arguments); n < len(takes) && !takes[n].optional && !(takes[n].many && n > 0) {
		v.findings.Error("call", c.At.Source, fmt.Sprintf("{{%s}} needs %s", c.Name, takes[n].name), "Write it after the name, in quotation marks if it has spaces.")
	}
	for _, a := range c.Named {
		i := slices.IndexFunc(named, func(p parameter) bool { return p.name == a.Key })
		if i < 0 {
			var names []string
			for _, p := range named {
				names = append(names, p.name)
			}
			hint := "It takes no named arguments."
			if names != nil {
				hint = hintNearest(a.Key, names, "It takes")
			}
			v.findings.Error("call", a.At.Source, fmt.Sprintf("{{%s}} has no argument %q", c.Name, a.Key), hint)
			continue
		}
		v.value(a, named[i])
	}
}

func (v *verifier) value(a document.Argument, p parameter) {
	switch p.kind {
	case sectionName:
		if !slices.Contains(sectionNames, a.Value) {
			v.findings.Error("call", a.At.Source, fmt.Sprintf("a lesson has no section %q", a.Value), hintNearest(a.Value, sectionNames, "The sections are"))
		}
	case oneOf:
		if !slices.Contains(p.among, a.Value) {
			v.findings.Error("call", a.At.Source, fmt.Sprintf("%s can't be %q", p.name, a.Value), hintNearest(a.Value, p.among, "It is one of"))
		}
	case number:
		if n, err := strconv.Atoi(a.Value); err != nil || n < 1 || n > p.most {
			v.findings.Error("call", a.At.Source, fmt.Sprintf("%s is not a whole number from 1 to %d", p.name, p.most), "Write a number in figures.")
		}
	}
}

func countArguments(takes []parameter) string {
	switch len(takes) {
	case 0:
		return "no arguments"
	case 1:
		return "one argument"
	}
	return fmt.Sprintf("%d arguments", len(takes))
}
