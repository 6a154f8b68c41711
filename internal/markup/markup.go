// Package markup reads Quire's Markdown: front matter, sections with their
// attributes, calls, fields, cloze gaps. It is the only package that knows
// goldmark and the YAML library.
//
// A source.Text goes in; a File with an exact place on everything comes out,
// in blocks and inlines of package document. It knows the syntax and nothing
// of its meaning: which attributes, calls and front matter keys exist is for
// its callers to say.
package markup

import (
	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/source"
)

// File is a parsed Markdown file.
type File struct {
	Text     *source.Text
	Front    []Entry          // front matter, in order; nil if there is none
	Unread   []string         // keys of the front matter whose values could not be read
	Blocks   []document.Block // before the first heading
	Sections []*Section       // by first-level headings, and deeper ones that have none above
}

// Entry is a key of the front matter with its value.
type Entry struct {
	Key   Value
	Value Data
}

// Data is a value of the front matter: a scalar, a list or a map. Scalars keep
// the text they were written with; Kind says what YAML makes of them.
type Data struct {
	At     source.Span
	Kind   Kind
	Scalar string
	List   []Data
	Map    []Entry
}

// Kind is the kind of a front matter value.
type Kind uint8

const (
	Null Kind = iota
	String
	Number
	Bool
	ListKind
	MapKind
)

// Value is a string with its place.
type Value struct {
	At   source.Span
	Text string
}

// Section is a heading with what stands under it, up to the next heading of
// its level or above.
type Section struct {
	Level  int // 1 to 6
	Title  []document.Inline
	At     source.Span // the heading's text, without marks and attributes
	Attrs  Attrs
	Blocks []document.Block // up to the first field or subsection
	Fields []Field          // of third- and lower-level headings
	Parts  []*Section
	Gaps   []Gap // of Blocks, in order, from level 3 on; document.Blank.Number-1 indexes them
}

// Attrs are the attributes in braces at a heading's end.
type Attrs struct {
	At      source.Span // braces and all; zero if there are none
	ID      Value
	Classes []Value
	Pairs   []Pair
}

// Pair is one key=value attribute.
type Pair struct{ Key, Value Value }

// Get finds an attribute's value.
func (a Attrs) Get(key string) (Value, bool) {
	for _, p := range a.Pairs {
		if p.Key.Text == key {
			return p.Value, true
		}
	}
	return Value{}, false
}

// Field is a bold label with a colon and what follows it. Name is the label's
// canonical form ("answer", "if-silent"); Number is what stood after it
// ("Model 4"), 0 for none. Unknown labels never become Fields.
type Field struct {
	Name   string
	Number int
	At     source.Span // the label
	Blocks []document.Block
}

// Gap is a cloze gap, [[answer]]: the words that a student is to write. In
// the blocks a document.Blank stands in its place, without them.
type Gap struct {
	At     source.Span
	Answer string
}

// Parse reads a text. What can't be read without guessing is an error in
// findings, and left out of the File; the rest is parsed all the same.
//
// A call that stands alone in its paragraph is a document.CallBlock; in lists,
// quotations, cells and on a field's own line calls are inlines. Words are in
// house typography; call arguments, attributes and front matter are as typed. A
// list item's place is its first paragraph, marker and box included.
func Parse(t *source.Text, findings *diag.List) *File {
	r := &report{text: t, list: findings}
	f := &File{Text: t}
	var size int
	f.Front, f.Unread, size = front(r)
	c := converter{report: r, tree: grow(r, guard(r, size)), told: map[int]bool{}}
	c.sections(f)
	return f
}
