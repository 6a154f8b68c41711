package question

import (
	"slices"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

// mapKinds are what a box of an argument map may be, and under which it may
// hang; nil for any.
var mapKinds = []struct {
	name  string
	under []string
}{
	{"Claim", []string{}}, // at the top only
	{"Reason", nil},
	{"Evidence", nil},
	{"Assumption", nil},
	{"Objection", nil},
	{"Reply", []string{"Objection"}},
}

const (
	mostMapBoxes  = 24
	deepestMap    = 4 // levels under the claim
	fewestMapRoom = 2 // lines of an empty box
	mapWords      = 7 // on a line of a box that is indented
)

// argumentMap is an argument map that is being read.
type argumentMap struct {
	printed, key []document.Node
	answered     bool
	room         bool // a box is left to fill in
	longest      int
	full         bool // more boxes than there may be
}

// parseMap reads a nested list whose entries are "Kind: words".
func parseMap(r *reading) parsed {
	i := slices.IndexFunc(r.blocks, func(b document.Block) bool {
		l, ok := b.(document.List)
		return ok && !l.Ordered
	})
	if i < 0 {
		r.strayGaps(r.blocks, "the list")
		r.fail(codeShape, r.section.At, "an argument map without its list", "Write a nested list that begins with “- Claim: …” and has “- Reason: …” indented under it; [[words]] are for the key.")
		return r.formOf(gridSheet{}, nil, 0)
	}
	l := r.blocks[i].(document.List)
	at := blockAt(l, r.section.At)
	r.nothingAfter(i, "the list")
	r.strayGaps(r.blocks, "the list")
	var m argumentMap
	r.mapBoxes(&m, l, "", 0)
	switch {
	case len(l.Items) > 1:
		r.fail(codeShape, l.Items[1].Source, "a second box at the top of an argument map", "One claim stands at the top; indent what supports or answers it.")
	case len(m.printed) < 2:
		r.fail(codeShape, at, "an argument map of one box", "Indent a reason under the claim.")
	case !m.room:
		r.fail(codeShape, at, "an argument map with nothing to fill in", "Leave a box empty (“- Reason:”), or write its answer as a gap: [[words]].")
	}
	lines := r.lines
	if lines < 0 {
		lines = min(max((m.longest+mapWords-1)/mapWords, fewestMapRoom), mostCellLines)
	}
	empty := 0
	for i, b := range m.printed {
		if words(b.Text) == "" {
			m.printed[i].Height = float64(lines) * ruling
			empty++
		}
	}
	d := document.Diagram{At: document.At{Source: at}, Caption: "Argument map, boxes to fill in", Boxes: m.printed}
	var filled []document.Block
	if m.answered {
		filled = []document.Block{document.Diagram{At: d.At, Caption: "Argument map", Boxes: m.key}}
	}
	return r.formOf(mapSheet{d}, filled, lines*empty)
}

// mapBoxes reads a list, and those indented under its entries.
func (r *reading) mapBoxes(m *argumentMap, l document.List, parent string, depth int) {
	if l.Ordered {
		r.fail(codeShape, blockAt(l, r.section.At), "numbers in an argument map", "Begin each entry with a dash.")
	}
	for _, it := range l.Items {
		if len(m.printed) == mostMapBoxes {
			if !m.full {
				r.fail(codeShape, it.Source, "an argument map of more than 24 boxes", "Make two of it: nobody reads so many.")
			}
			m.full = true
			return
		}
		if it.Task != document.NoBox {
			r.fail(codeShape, it.Source, "a box to tick in an argument map", "Leave it out: “- Claim: …”.")
		}
		var text []document.Inline
		blocks := it.Blocks
		if len(blocks) > 0 {
			if p, ok := blocks[0].(document.Paragraph); ok {
				text, blocks = p.Text, blocks[1:]
			}
		}
		kind, rest := r.mapKind(text, it.Source, parent, depth)
		printed, answer := r.mapWords(rest, it.Source)
		b := document.Node{At: document.At{Source: it.Source}, Depth: depth, Label: kind, Text: printed}
		m.printed = append(m.printed, b)
		b.Text = append(slices.Clone(printed), answer...)
		m.key = append(m.key, b)
		m.answered = m.answered || answer != nil
		m.room = m.room || words(printed) == ""
		m.longest = max(m.longest, len(strings.Fields(document.Plain(answer))))
		for _, under := range blocks {
			inner, ok := under.(document.List)
			switch {
			case !ok:
				r.fail(codeShape, blockAt(under, it.Source), "more than a paragraph in a box", "Write a box in one paragraph, and indent a list of what hangs from it.")
			case depth == deepestMap:
				r.fail(codeShape, blockAt(under, it.Source), "an argument map of more than five levels", "Bring some boxes nearer to the claim.")
			default:
				r.mapBoxes(m, inner, kind, depth+1)
			}
		}
	}
}

// mapKind takes the kind of a box off the front of its words.
func (r *reading) mapKind(text []document.Inline, at source.Span, parent string, depth int) (string, []document.Inline) {
	var names []string
	for _, k := range mapKinds {
		names = append(names, k.name)
	}
	for _, k := range mapKinds {
		rest, ok := cutLabel(text, k.name)
		if !ok {
			continue
		}
		switch {
		case depth == 0 && k.name != "Claim":
			r.fail(codeShape, at, "an argument map that doesn't begin with its claim", "Write “- Claim: …” first, and indent the rest under it.")
		case depth > 0 && k.name == "Claim":
			r.fail(codeShape, at, "a second claim in an argument map", "What supports the claim is a Reason, what speaks against it an Objection.")
		case k.name == "Reply" && !slices.Contains(k.under, parent):
			r.fail(codeShape, at, "a reply that answers no objection", "Indent it under the Objection that it answers.")
		}
		return k.name, rest
	}
	hint := "Begin each box with one of " + list(names, "") + ", and a colon."
	first, _, _ := strings.Cut(words(text), ":")
	if near := diag.Nearest(first, names); near != "" {
		hint = "Did you mean “" + near + ":”? " + hint
	}
	r.fail(codeShape, at, "a box that doesn't say what it is", hint)
	return "", text
}

// mapWords gives what is printed in a box, and the answer that belongs there.
func (r *reading) mapWords(text []document.Inline, at source.Span) (printed, answer []document.Inline) {
	for len(text) > 0 && words(text[:1]) == "" { // the space after the colon
		if _, ok := text[0].(document.Text); !ok {
			break
		}
		text = text[1:]
	}
	return r.cell(document.Cell{At: document.At{Source: at}, Text: text}, at, "box")
}

// mapSheet is an argument map with boxes to fill in.
type mapSheet struct{ diagram document.Diagram }

func (s mapSheet) Student(Arrangement) []document.Block { return []document.Block{s.diagram} }
