package stem

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/source"
)

const (
	stemSection    = "Stem"
	exampleSection = "Example"
)

// read reads a stem's file.
func read(name string, text *source.Text, findings *diag.List) *Stem {
	s := &Stem{Name: name, text: text}
	file := markup.Parse(text, findings)
	wrong := func(at source.Span, message string) {
		findings.Error("stem", at, message, "Package prompts says how a stem is written.")
	}
	start := text.Span(0, 0)
	for _, e := range file.Front {
		if !s.front(e) {
			wrong(e.Key.At, fmt.Sprintf("a stem has no key “%s”, or not with such a value", e.Key.Text))
		}
	}
	s.When = strings.Join(strings.Fields(document.PlainBlocks(file.Blocks)), " ")
	for i, sec := range file.Sections {
		end := len(text.Body)
		if i+1 < len(file.Sections) {
			end = lineStart(file.Sections[i+1].At)
		}
		switch title := document.Plain(sec.Title); {
		case sec.Level != 1:
			wrong(sec.At, "a stem's sections are “# Stem” and “# Example”")
		case title == stemSection && s.prompt == nil && len(sec.Parts) == 1:
			s.prompt = sec.Parts[0]
			s.body = text.Span(lineStart(s.prompt.At), end)
		case title == exampleSection && s.Example == "" && len(sec.Parts) > 0:
			s.Example = strings.TrimSpace(text.Body[lineStart(sec.Parts[0].At):end]) + "\n"
		default:
			wrong(sec.At, "a stem has one prompt under “# Stem”, and prompts under “# Example”")
		}
	}
	if s.prompt == nil || s.prompt.Attrs.At.IsZero() {
		wrong(start, "a stem without a prompt that has attributes")
		s.prompt = &markup.Section{Level: 3, At: start}
	}
	return s
}

func lineStart(at source.Span) int {
	return strings.LastIndexByte(at.Text.Body[:at.Start], '\n') + 1
}

// front takes an entry of the front matter; false if it can't be one.
func (s *Stem) front(e markup.Entry) bool {
	if e.Key.Text == "arguments" {
		for _, a := range e.Value.Map {
			if !s.argument(a) {
				return false
			}
		}
		return e.Value.Kind == markup.MapKind
	}
	if e.Value.Kind != markup.String {
		return false
	}
	switch value := e.Value.Scalar; e.Key.Text {
	case "about":
		s.About = value
	case "section":
		s.Section = value
	case "group":
		s.Group = value
	case "fits":
		s.Fits = strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ' ' })
	case "needs":
		s.Needs = value
	default:
		return false
	}
	return true
}

// argument takes one that is needed, “name: about”, or one that isn't, with
// about and otherwise.
func (s *Stem) argument(e markup.Entry) bool {
	a := Argument{Name: e.Key.Text, About: e.Value.Scalar, at: e.Value.At}
	for _, part := range e.Value.Map {
		switch part.Key.Text {
		case "about":
			a.About = part.Value.Scalar
		case "otherwise":
			a.Otherwise, a.at = part.Value.Scalar, part.Value.At
		default:
			return false
		}
	}
	s.Arguments = append(s.Arguments, a)
	return a.Name != "" && a.About != ""
}
