package document

import "strings"

// Text is words as they print: typographic quotes and dashes, no markup.
type Text struct {
	At
	Words string
}

// Emph is emphasis, italics as a rule.
type Emph struct {
	At
	Inlines []Inline
}

// Strong is strong emphasis.
type Strong struct {
	At
	Inlines []Inline
}

// Code is words set as they are typed.
type Code struct {
	At
	Words string
}

// Link leads out of the document. Schemes are http, https and mailto.
type Link struct {
	At
	URL     string
	Inlines []Inline
}

// LineBreak ends a line within a paragraph.
type LineBreak struct{ At }

// Foreign marks words of another language (BCP 47).
type Foreign struct {
	At
	Lang    string
	Inlines []Inline
}

// Reference names a place in the essay in words ("¶3, lines 34–41"); renderers
// may link it to that place.
type Reference struct {
	At
	Place Place
	Words string
}

// Quotation is words of the essay, checked against it, without quotation marks
// round them; renderers print Marked. Checks skip what is quoted.
type Quotation struct {
	At
	Place Place
	Words string
}

// Marked gives the words in quotation marks, those within them made single.
func (q Quotation) Marked() string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(q.Words) + "”"
}

// Blank is room to write a word. All blanks of a text have one width; Number
// counts from 1.
type Blank struct {
	At
	Number int
	Width  float64 // millimetres
}

// Call is a call of the template language as it was read. Positional
// arguments come in order; named ones by key.
type Call struct {
	At
	Name      string
	Arguments []Argument
	Named     []Argument
}

// Argument is one value of a call. Key is empty for positional ones.
type Argument struct {
	At
	Key, Value string
}

func (Text) inline()      {}
func (Emph) inline()      {}
func (Strong) inline()    {}
func (Code) inline()      {}
func (Link) inline()      {}
func (LineBreak) inline() {}
func (Foreign) inline()   {}
func (Reference) inline() {}
func (Quotation) inline() {}
func (Blank) inline()     {}
func (Call) inline()      {}

// Words makes plain text into inlines.
func Words(s string) []Inline { return []Inline{Text{Words: s}} }

// Plain gives inlines' words without emphasis: what a reader would say aloud.
// A quotation has its marks, a blank is "____".
func Plain(inlines []Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		switch in := in.(type) {
		case Text:
			b.WriteString(in.Words)
		case Emph:
			b.WriteString(Plain(in.Inlines))
		case Strong:
			b.WriteString(Plain(in.Inlines))
		case Code:
			b.WriteString(in.Words)
		case Link:
			b.WriteString(Plain(in.Inlines))
		case LineBreak:
			b.WriteByte('\n')
		case Foreign:
			b.WriteString(Plain(in.Inlines))
		case Reference:
			b.WriteString(in.Words)
		case Quotation:
			b.WriteString(in.Marked())
		case Blank:
			b.WriteString("____")
		case Call:
			b.WriteString("{{" + in.Name + "}}")
		}
	}
	return b.String()
}
