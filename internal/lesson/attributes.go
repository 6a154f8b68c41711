package lesson

import (
	"fmt"
	"slices"

	"quire/internal/diag"
	"quire/internal/markup"
)

// inheritable are the attributes that a section, a group or the front matter's
// defaults may set for the prompts below them.
var inheritable = []string{
	"passage", "points", "minutes", "kind", "phase", "skill", "dok", "stance",
	"bloom", "qar", "standards", "lines", "lang", "keep", "allow", "because",
}

// checkAttrs reports what is not among the known attributes of a section. Of
// names what has the attributes: "the section Worksheet".
func checkAttrs(a markup.Attrs, of string, known []string, findings *diag.List) {
	for _, p := range a.Pairs {
		if name := p.Key.Text; !slices.Contains(known, name) {
			findings.Error("attribute", p.Key.At, fmt.Sprintf("%s cannot have an attribute “%s”", of, name), meantAttr(name, known))
		}
	}
}

func meantAttr(name string, known []string) string {
	if len(known) == 0 {
		return "Take it away."
	}
	return meant(name, known, "What may stand here: ")
}

// checkNames reports an id or classes where none may stand.
func checkNames(a markup.Attrs, of string, id bool, findings *diag.List) {
	if !id && a.ID.Text != "" {
		findings.Error("attribute", a.ID.At, of+" has no id", "Take it away; ids belong to groups, prompts and passages.")
	}
	for _, c := range a.Classes {
		findings.Error("attribute", c.At, fmt.Sprintf("%s has no class “%s”", of, c.Text), "Take it away; classes name the type of a prompt and stand at its own heading.")
	}
}
