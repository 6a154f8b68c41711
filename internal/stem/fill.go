package stem

import (
	"fmt"
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/question"
	"quire/internal/source"
)

// Attribute is the attribute by which a prompt uses a stem.
const Attribute = "stem"

// Kept is a part of the stem that the prompt didn't write itself.
type Kept struct {
	Name  string // as an author calls it: "the options", "Listen for"
	Words string
}

// Fill makes a prompt of a stem and of a prompt that uses it. What the prompt
// has of its own stands in the place of the stem's, part by part: its class,
// each attribute, its text, its list or table, each field, each of its parts
// (Part A). The rest is the stem's, with the prompt's arguments in it. Kept is
// that rest.
func (s *Stem) Fill(p *markup.Section, findings *diag.List) (*markup.Section, []Kept) {
	f := &filler{stem: s, values: map[string]markup.Value{}}
	own := f.arguments(p, findings)
	out := f.merge(own, s.prompt, "")
	out.Level, out.At = p.Level, p.At
	return out, f.kept
}

// filler fills one stem for one prompt.
type filler struct {
	stem   *Stem
	values map[string]markup.Value
	kept   []Kept
	gaps   []markup.Gap // of the section that is being made
}

// arguments takes the arguments out of a prompt's attributes, and reports those
// that are needed and lacking. They have no words: what uses them is left out.
func (f *filler) arguments(p *markup.Section, findings *diag.List) *markup.Section {
	own := *p
	own.Attrs.Pairs = nil
	using, _ := p.Attrs.Get(Attribute)
	var names []string
	for _, a := range f.stem.Arguments {
		names = append(names, a.Name)
	}
	for _, pair := range p.Attrs.Pairs {
		name := pair.Key.Text
		switch {
		case name == Attribute:
			continue
		case slices.Contains(names, name):
			if strings.Contains(pair.Value.Text, "{{") {
				findings.Error("stem", pair.Value.At, "a call in an argument, which takes plain words", "Write the words alone: the stem says what becomes of them.")
			}
			if strings.TrimSpace(pair.Value.Text) != "" {
				f.values[name] = pair.Value
			}
			if !question.IsAttribute(name) {
				continue
			}
		case !question.IsAttribute(name):
			findings.Error("stem", pair.Key.At, fmt.Sprintf("the stem “%s” has no argument “%s”", f.stem.Name, name), f.argumentHint(name, names))
			if near := diag.Nearest(name, names); near != "" {
				f.values[near] = pair.Value // it was meant, and need not be missed as well
			}
			continue
		}
		own.Attrs.Pairs = append(own.Attrs.Pairs, pair)
	}
	var missing, write []string
	for _, a := range f.stem.Arguments {
		if _, ok := f.values[a.Name]; ok {
			continue
		}
		f.values[a.Name] = markup.Value{At: a.at, Text: a.Otherwise}
		if a.Needed() {
			f.values[a.Name] = markup.Value{At: using.At}
			missing = append(missing, "“"+a.Name+"”")
			write = append(write, fmt.Sprintf("%s=\"…\" (%s)", a.Name, a.About))
		}
	}
	if len(missing) > 0 {
		findings.Error("stem", using.At, fmt.Sprintf("the stem “%s” needs %s", f.stem.Name, strings.Join(missing, " and ")),
			"Write into the same braces "+strings.Join(write, " and ")+".")
	}
	return &own
}

func (f *filler) argumentHint(name string, names []string) string {
	if near := diag.Nearest(name, names); near != "" {
		return fmt.Sprintf("Did you mean %s? It says %s.", near, f.stem.Argument(near).About)
	}
	if len(names) == 0 {
		return "It takes none: take this away."
	}
	return "It takes " + strings.Join(names, ", ") + ": quire list --stems " + f.stem.Name + " explains them."
}

// merge makes one section of the prompt's and the stem's. Part names the section
// in what is kept: "Part A: ", empty for the prompt itself.
func (f *filler) merge(own, stem *markup.Section, part string) *markup.Section {
	out := &markup.Section{Level: own.Level, At: own.At, Title: own.Title, Attrs: mergedAttrs(own, stem), Fields: slices.Clone(own.Fields)}
	f.gaps = nil
	text, list := parted(own.Blocks)
	stemText, stemList := parted(stem.Blocks)
	out.Blocks = append(f.either(text, own, stemText, stem, part+"the text"), f.either(list, own, stemList, stem, part+listName(stemList))...)
	out.Gaps = f.gaps
	for _, field := range stem.Fields {
		if !slices.ContainsFunc(own.Fields, func(g markup.Field) bool { return g.Name == field.Name && g.Number == field.Number }) {
			field.Blocks = f.blocks(field.Blocks, stem.Gaps)
			f.keep(part+fieldName(field), field.Blocks, nil)
			out.Fields = append(out.Fields, field)
		}
	}
	same := func(p, q *markup.Section) bool {
		return strings.EqualFold(document.Plain(p.Title), document.Plain(q.Title))
	}
	for _, p := range stem.Parts {
		name := document.Plain(p.Title) + ": "
		if i := slices.IndexFunc(own.Parts, func(q *markup.Section) bool { return same(p, q) }); i >= 0 {
			out.Parts = append(out.Parts, f.merge(own.Parts[i], p, name))
			continue
		}
		empty := &markup.Section{Level: p.Level, At: p.At, Title: p.Title}
		out.Parts = append(out.Parts, f.merge(empty, p, name))
	}
	for _, p := range own.Parts {
		if !slices.ContainsFunc(stem.Parts, func(q *markup.Section) bool { return same(p, q) }) {
			out.Parts = append(out.Parts, p)
		}
	}
	return out
}

// either gives the prompt's blocks, or, if it has none, the stem's.
func (f *filler) either(own []document.Block, from *markup.Section, stem []document.Block, stemFrom *markup.Section, name string) []document.Block {
	if len(own) > 0 {
		return document.Rewrite(own, nil, func(in document.Inline) []document.Inline { return []document.Inline{f.gap(in, from.Gaps)} })
	}
	first := len(f.gaps)
	out := f.blocks(stem, stemFrom.Gaps)
	f.keep(name, out, f.gaps[first:])
	return out
}

// gap takes over a gap's answer with its blank.
func (f *filler) gap(in document.Inline, from []markup.Gap) document.Inline {
	b, ok := in.(document.Blank)
	if ok && b.Number > 0 && b.Number <= len(from) {
		f.gaps = append(f.gaps, from[b.Number-1])
		b.Number = len(f.gaps)
		return b
	}
	return in
}

func (f *filler) keep(name string, blocks []document.Block, gaps []markup.Gap) {
	words := document.PlainBlocks(blocks)
	for _, g := range gaps {
		words += g.Answer + "\n"
	}
	if strings.TrimSpace(words) != "" {
		f.kept = append(f.kept, Kept{name, words})
	}
}

// parted takes blocks apart into running text and lists or tables.
func parted(blocks []document.Block) (text, lists []document.Block) {
	for _, b := range blocks {
		switch b.(type) {
		case document.List, document.Table:
			lists = append(lists, b)
		default:
			text = append(text, b)
		}
	}
	return text, lists
}

func listName(lists []document.Block) string {
	for _, b := range lists {
		if l, ok := b.(document.List); !ok {
			return "the table"
		} else if len(l.Items) > 0 && l.Items[0].Task != document.NoBox {
			return "the options"
		}
	}
	return "the list"
}

// fieldName writes a field's name as an author does: "Model 4".
func fieldName(f markup.Field) string {
	name := strings.ToUpper(f.Name[:1]) + strings.ReplaceAll(f.Name[1:], "-", " ")
	if f.Number > 0 {
		name += fmt.Sprint(" ", f.Number)
	}
	return name
}

// mergedAttrs gives the prompt's attributes and those of the stem's that it
// doesn't have. A rubric that is written out stands for one that is named.
func mergedAttrs(own, stem *markup.Section) markup.Attrs {
	out := own.Attrs
	out.At = orAt(out.At, stem.Attrs.At)
	out.Pairs = slices.Clone(out.Pairs)
	if len(out.Classes) == 0 {
		out.Classes = stem.Attrs.Classes
	}
	for _, p := range stem.Attrs.Pairs {
		_, given := own.Attrs.Get(p.Key.Text)
		written := p.Key.Text == "rubric" && slices.ContainsFunc(own.Fields, func(f markup.Field) bool { return f.Name == "rubric" })
		if !given && !written {
			out.Pairs = append(out.Pairs, p)
		}
	}
	return out
}

func orAt(at, other source.Span) source.Span {
	if at.IsZero() {
		return other
	}
	return at
}
