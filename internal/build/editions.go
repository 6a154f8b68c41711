package build

import (
	"slices"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
	"quire/internal/typeset"
)

// pickEditions finds editions by their names, each once, in the order asked for;
// the standard one if none is named.
func pickEditions(names []string) ([]typeset.Edition, error) {
	if len(names) == 0 {
		return typeset.Editions[:1], nil
	}
	var known []string
	for _, e := range typeset.Editions {
		known = append(known, e.Name)
	}
	var picked []typeset.Edition
	for i, n := range names {
		at := slices.Index(known, n)
		if at < 0 {
			return nil, noSuch("edition", n, known)
		}
		if !slices.Contains(names[:i], n) {
			picked = append(picked, typeset.Editions[at])
		}
	}
	return picked, nil
}

// set makes pages of a document in each edition, or takes it as it is if it is
// to be Markdown, which has no editions.
func (o *order) set(d *document.Document, usual string, findings *diag.List) []setDocument {
	as := o.As
	if as == "" {
		as = usual
	}
	if as != "pdf" {
		return []setDocument{{name: d.Name + "." + as, doc: d}}
	}
	var out []setDocument
	known := map[said]bool{}
	for _, e := range o.editions {
		name := d.Name
		if !e.Standard() {
			name += "-" + e.Name
		}
		var found diag.List
		pages := typeset.Set(d, typeset.Options{Paper: o.paper, Faces: o.faces, Edition: e, OneSide: o.Sides == 1}, &found)
		for _, f := range found.Sorted() {
			key := said{f.At, f.Code, f.Message}
			if known[key] {
				continue
			}
			known[key] = true
			if !e.Standard() && f.Severity < diag.Error {
				f.Message += " (edition " + e.Name + ")"
			}
			findings.Add(f)
		}
		out = append(out, setDocument{name: name + ".pdf", doc: d, pages: pages})
	}
	return out
}

// said is what a finding says, whichever edition it is found in.
type said struct {
	at            source.Span
	code, message string
}
