package stem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/question"
)

// Markdown writes the stem out as a prompt on a passage, to start a lesson from.
// Values are arguments by their names, words in which Markdown reads nothing; of
// others that the prompt's author would have to give, the text says TODO. False
// if that can't be, as in a quotation.
func (s *Stem) Markdown(passage string, values map[string]string) (string, bool) {
	ok := true
	text := s.body.String()
	calls := callsIn(s.prompt)
	slices.SortFunc(calls, func(a, b document.Call) int { return -cmp.Compare(a.Source.Start, b.Source.Start) })
	for _, c := range calls {
		a := s.Argument(givenTo(c))
		if a == nil {
			continue
		}
		value := cmp.Or(values[a.Name], a.Otherwise)
		known := value != ""
		switch c.Name {
		case givenCall:
			value = cmp.Or(value, "(TODO: "+a.About+")")
		case gapCall:
			value = "[[" + cmp.Or(value, "TODO") + "]]"
		default:
			value = fmt.Sprintf("{{%s \"%s\"}}", c.Name, value)
			ok = ok && known
		}
		text = text[:c.Source.Start-s.body.Start] + value + text[c.Source.End-s.body.Start:]
	}
	attrs := " {#" + s.Name + " passage=" + passage
	for _, a := range s.Arguments {
		if v := values[a.Name]; v != "" && question.IsAttribute(a.Name) {
			attrs += " " + a.Name + "=" + v
		}
	}
	return strings.TrimSpace(strings.Replace(text, " {", attrs+" ", 1)) + "\n", ok
}

// callsIn gives all calls of a section and its parts.
func callsIn(sec *markup.Section) (all []document.Call) {
	inline := func(in document.Inline) []document.Inline {
		if c, ok := in.(document.Call); ok {
			all = append(all, c)
		}
		return nil
	}
	block := func(b document.Block) []document.Block {
		if c, ok := b.(document.CallBlock); ok {
			all = append(all, c.Call)
		}
		return nil
	}
	document.Rewrite(sec.Blocks, block, inline)
	for _, f := range sec.Fields {
		document.Rewrite(f.Blocks, block, inline)
	}
	for _, p := range sec.Parts {
		all = append(all, callsIn(p)...)
	}
	return all
}
