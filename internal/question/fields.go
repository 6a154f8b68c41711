package question

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
)

// sharedFields are those that any prompt may have.
func sharedFields() []string {
	return []string{"hint", "starter", "word-bank", "criteria", "teacher-note"}
}

// label writes a field's name as an author does: "if-silent" is "If silent".
func label(name string) string {
	return strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "-", " ")
}

func labels(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = label(n)
	}
	return out
}

// checkFields reports fields that the type doesn't take, that stand twice or
// that say nothing, and leaves them out.
func (r *reading) checkFields() {
	takes := append(slices.Clone(r.typ.fields), sharedFields()...)
	takesOnly := sentence(r.typ.noun + " takes " + list(labels(takes), "") + ".")
	var kept []markup.Field
	for _, f := range r.fields {
		name := label(f.Name)
		if f.Number > 0 {
			name += fmt.Sprint(" ", f.Number)
		}
		first := slices.IndexFunc(kept, func(g markup.Field) bool { return g.Name == f.Name && g.Number == f.Number })
		switch {
		case !slices.Contains(takes, f.Name):
			hint := takesOnly
			if f.Name == "answer" && r.typ.options {
				hint = "Mark the right option with [x]: “- [x] …”; it is the key, whatever letter it gets on a form."
			}
			r.fail(codeField, f.At, r.typ.noun+" takes no "+name, hint)
		case first >= 0:
			r.findings.Add(diag.Finding{
				Code: codeField, Severity: diag.Error, At: f.At, Message: "a second " + name,
				Hint:    "Put what it says into the first one.",
				Related: []diag.Related{{At: kept[first].At, Message: "the first one is here"}},
			})
		case len(f.Blocks) == 0:
			r.warn(codeField, f.At, name+" says nothing", "Write something after the colon, or leave the label out.")
		default:
			kept = append(kept, f)
		}
	}
	r.fields = kept
}

// field finds a field by its name, nil if the prompt has none.
func (r *reading) field(name string) *markup.Field {
	for i := range r.fields {
		if r.fields[i].Name == name {
			return &r.fields[i]
		}
	}
	return nil
}

func (r *reading) has(field string) bool { return r.field(field) != nil }

// said gives what a field says, nil if there is none.
func (r *reading) said(name string) []document.Block {
	if f := r.field(name); f != nil {
		return f.Blocks
	}
	return nil
}

func (r *reading) help() Help {
	return Help{
		Hint: r.said("hint"), Starter: r.said("starter"),
		WordBank: r.said("word-bank"), Criteria: r.said("criteria"),
	}
}

func (r *reading) guide() Guide {
	return Guide{
		Positions:  r.said("positions"),
		Probes:     r.probes(),
		ListenFor:  r.said("listen-for"),
		Misreading: r.said("misreading"),
		IfSilent:   r.said("if-silent"),
		WithoutPen: r.said("without-a-pen"),
		Note:       r.said("teacher-note"),
	}
}

// probes reads the probes: the items of a list, or a paragraph each.
func (r *reading) probes() []Probe {
	var all []Probe
	for _, text := range entries(r.said("probes")) {
		p := Probe{Text: text}
		for _, sort := range [...]string{"clarify", "evidence", "other view"} {
			if rest, ok := cutLabel(text, sort); ok {
				p = Probe{Sort: sort, Text: rest}
			}
		}
		if words(p.Text) == "" {
			r.fail(codeField, r.field("probes").At, "a probe that asks nothing", "Write the question after the dash, or leave the entry out.")
			continue
		}
		all = append(all, p)
	}
	return all
}

// entries gives the words of each item of the lists in blocks, and of each
// paragraph beside them.
func entries(blocks []document.Block) [][]document.Inline {
	var all [][]document.Inline
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			all = append(all, b.Text)
		case document.List:
			for _, it := range b.Items {
				all = append(all, paragraphs(it.Blocks))
			}
		}
	}
	return all
}

// cutLabel takes "label:" off the front of a text, whatever its case and
// whether or not it is emphasised.
func cutLabel(text []document.Inline, name string) ([]document.Inline, bool) {
	if len(text) == 0 {
		return text, false
	}
	first := document.Plain(text[:1])
	head, rest, colon := strings.Cut(first, ":")
	if !strings.EqualFold(strings.TrimSpace(head), name) {
		return text, false
	}
	if !colon { // **Evidence**: words
		next, ok := at(text, 1).(document.Text)
		if !ok || !strings.HasPrefix(next.Words, ":") {
			return text, false
		}
		next.Words = strings.TrimLeft(next.Words[1:], " ")
		return append([]document.Inline{next}, text[2:]...), true
	}
	if t, ok := text[0].(document.Text); ok {
		t.Words = strings.TrimLeft(rest, " ")
		if t.Words == "" {
			return text[1:], true
		}
		return append([]document.Inline{t}, text[1:]...), true
	}
	if strings.TrimSpace(rest) != "" { // more than the label is emphasised
		return text, false
	}
	out := slices.Clone(text[1:])
	if next, ok := at(out, 0).(document.Text); ok {
		next.Words = strings.TrimLeft(next.Words, " ")
		out[0] = next
	}
	return out, true
}

func at(text []document.Inline, i int) document.Inline {
	if i < len(text) {
		return text[i]
	}
	return nil
}

// sentence begins a text with a capital.
func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
