package question

import (
	"slices"

	"quire/internal/document"
)

// rubrics are those that any prompt may name instead of writing its own:
// rubric=cer, and that a document may print: {{rubric "talk"}}. They have four
// levels, the best first. Those of a task have its columns and a row for each
// level; that of a talk has a row for each thing that it looks at.
var rubrics = []struct {
	name string
	rows [][]string
}{
	{"cer", [][]string{
		{"Level", "Claim", "Evidence", "Reasoning"},
		{"4", "answers the question precisely, and says how far it holds", "two or more places, quoted exactly and well chosen", "says how each place supports the claim, and meets what speaks against it"},
		{"3", "answers the question", "one place or more, quoted with where it stands", "says how the evidence supports the claim"},
		{"2", "answers a part of it, or too broadly", "told in other words, without a place", "repeats the evidence, or leaves out a step"},
		{"1", "restates the question, or takes no side", "none, or not from the text", "none"},
	}},
	{"counterargument", [][]string{
		{"Level", "Objection", "What is left out", "Reply"},
		{"4", "the strongest one that the author would have to take seriously, fairly put", "names it, and says how it would change the conclusion", "answers the objection’s best point from the text, and grants what is true in it"},
		{"3", "touches the conclusion, fairly put", "names something that matters", "answers the objection from the text"},
		{"2", "touches a detail, or is put weakly", "names something that matters little", "repeats the author’s view"},
		{"1", "is about the author or the tone", "nothing", "nothing"},
	}},
	{"controversy", [][]string{
		{"Level", "The case", "Listening", "Finding out"},
		{"4", "several reasons, each with its place in the text", "restates the other side so that it agrees, with its best reason", "says what both sides can accept, and what would settle the rest"},
		{"3", "reasons with a place in the text", "restates the other side so that it agrees", "says what both sides can accept"},
		{"2", "reasons without a place", "restates a part, or with an edge", "repeats the two views"},
		{"1", "an opinion", "restates nothing of it", "nothing"},
	}},
	{"talk", [][]string{
		{"In the talk", "4 · helps others do it", "3 · does it", "2 · now and then", "1 · not yet"},
		{"The text", "sends us to words that change how we read", "says where, and what the words show", "names a place, and leaves it there", "speaks without the text"},
		{"Reasons", "says what speaks against a view of one’s own, and meets it", "says why the place supports the claim", "gives a reason that others have to guess at", "says what, and not why"},
		{"Listening", "puts another’s view so that its owner agrees, then takes it further", "answers what was said, and builds on it", "answers the last speaker only, or comes back to a point of one’s own", "waits for a turn, or talks over others"},
		{"The circle", "brings others in, and leaves them free to pass", "makes room, and keeps to the question", "keeps to the question when it is asked again", "fills the room, or hasn’t come in yet"},
	}},
}

// SharedRubric gives the rubric of a name, nil if there is none.
func SharedRubric(name string) []document.Block {
	for _, r := range rubrics {
		if r.name == name {
			return []document.Block{tableOf(r.rows)}
		}
	}
	return nil
}

// RubricNames are the names of the rubrics that come with Quire.
func RubricNames() []string {
	var names []string
	for _, r := range rubrics {
		names = append(names, r.name)
	}
	return names
}

// rubric reads the field, or else the shared rubric that the heading names;
// nil for neither.
func (r *reading) rubric() []document.Block {
	f := r.field("rubric")
	if f != nil && !slices.ContainsFunc(f.Blocks, isTable) {
		r.fail(codeField, f.At, "a rubric that is not a table", "Write a table with a row for each level under the label.")
	}
	v, named := r.section.Attrs.Get("rubric")
	if !named || !slices.Contains(r.typ.attributes, "rubric") {
		return r.said("rubric")
	}
	if f != nil {
		r.fail(codeAttribute, v.At, "two rubrics, one on the heading and one written out", "Keep one of them.")
		return f.Blocks
	}
	if shared := SharedRubric(v.Text); shared != nil {
		return shared
	}
	r.oneOf("rubric", v, RubricNames()...)
	return nil
}

// tableOf makes a table of words, the first row its head.
func tableOf(rows [][]string) document.Table {
	t := document.Table{RowHeads: true}
	for i, row := range rows {
		var cells []document.Cell
		for _, w := range row {
			cells = append(cells, document.Cell{Text: document.Words(w)})
		}
		if i == 0 {
			t.Head = cells
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}
