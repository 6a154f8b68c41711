// Package document is the neutral form of everything that Quire prints:
// blocks and inlines with the places they came from.
//
// Prompts and templates are parsed into it, compose puts documents together
// from it, and typeset and markdown print it. It says what a thing is (a
// question with points, three answer lines, a numbered essay), never how it
// looks. It knows no files, faces or pages.
package document

import "quire/internal/source"

// Audience says who may see a document.
type Audience uint8

const (
	Student Audience = iota
	Teacher
)

// Document is one thing to print: a worksheet, a key, a guide.
type Document struct {
	Name     string // of its template: "worksheet"
	Audience Audience
	Title    string // for window titles and metadata
	Lang     string // BCP 47
	Author   string // of the lesson, for metadata; may be empty
	Footer   Footer
	Blocks   []Block
}

// Footer stands at the foot of every page; "page x of y" is added by the
// renderer, unless NoPages says that the document is cut into slips.
type Footer struct {
	Source  []Inline // left
	Form    string   // right, before the page: "Form A"; empty for none
	NoPages bool
}

// Block is one of the block types of this package.
type Block interface {
	block()
	// Span is where the block was written; zero for what Quire made.
	Span() source.Span
}

// Inline is one of the inline types of this package.
type Inline interface {
	inline()
	Span() source.Span
}

// At gives a block or an inline its place.
type At struct{ Source source.Span }

func (a At) Span() source.Span { return a.Source }

// Style says what work a paragraph does.
type Style uint8

const (
	Body       Style = iota
	Byline           // author, publication, date, genre under a title
	Question         // the essential question under the title
	Directions       // what to do, before the questions
	Answer           // the answer line of a key's entry
	Reason           // the running text of a key's entry
	Notice           // rights, and other small print
	Bank             // a word bank, boxed
)

// Heading opens a part of the document. Level 1 is the title.
type Heading struct {
	At
	Level  int
	Text   []Inline
	Points string // at the right: "12 points"; usually empty
}

// Paragraph is running text.
type Paragraph struct {
	At
	Style Style
	Text  []Inline
}

// List is a bulleted list, or a numbered one that counts from Start.
type List struct {
	At
	Ordered bool
	Start   int
	Items   []Item
}

// Task is the state of a list item's box.
type Task uint8

const (
	NoBox  Task = iota
	Open        // [ ]
	Ticked      // [x]
)

// Item is one entry of a list. Pinned is an author's {pin}: shuffles leave the
// entry where it is.
type Item struct {
	At
	Task   Task
	Pinned bool
	Blocks []Block
}

// BlockQuote sets text off as quoted. Essay says that it is the essay's own.
type BlockQuote struct {
	At
	Essay  bool
	Blocks []Block
}

// Align is how a table's column stands.
type Align uint8

const (
	Left Align = iota
	Center
	Right
)

// Table has a header row (perhaps nil) and rows of equal length. Where
// RowHeads is set the first cell of each row is its header. Rules draws every
// cell's border, for tables that are written into; otherwise hairlines part
// the rows. Widths, if any, are the columns' shares of the measure.
type Table struct {
	At
	Caption  string // read out, and used as alternative text; not printed
	Head     []Cell
	Rows     [][]Cell
	Align    []Align
	Widths   []float64
	RowHeads bool
	Rules    bool
	MinRow   float64 // least height of a body row, millimetres
	Tight    bool    // the rows of a long list stand close, so that a page holds them
	Large    bool    // it is read across a room
}

// Cell is one cell of a table.
type Cell struct {
	At
	Text []Inline
}

// Separator is a rule across the page.
type Separator struct{ At }

// Break begins a new page (PDF only). Firm says that it does so in every
// edition: a sheet is turned over there. Others hold only where the author's
// pages do.
type Break struct {
	At
	Firm bool
}

// Fields are the lines to fill in at a sheet's head.
type Fields struct {
	At
	Fields []FieldLine
}

// FieldLine is a label and a rule. Share is the part of the width it takes.
// Slot names what a class list prints on the rule ("name"), or is empty.
type FieldLine struct {
	Label string
	Share float64
	Slot  string
}

// Prompt is one numbered item with everything that belongs to it. It is never
// parted over two pages unless it is taller than one.
type Prompt struct {
	At
	Number int    // 0 for none
	ID     string // the prompt's id, for links and outlines
	Points string // "2 points", or empty
	Blocks []Block
}

// Shape is what a student marks an option with.
type Shape uint8

const (
	Bubble Shape = iota // a circle with the option's letter
	Box                 // a square: tick all that hold
	Write               // a square wide enough to write a number in
	Bullet              // nothing to mark: a lettered list
)

// Options are what a student chooses among. Inline puts them side by side
// (T and F, 1 to 4).
type Options struct {
	At
	Shape  Shape
	Inline bool
	Items  []Option
}

// Option is one of them. Label is its letter ("A") or empty.
type Option struct {
	At
	Label string
	Text  []Inline
}

// AnswerLines are ruled lines to write on. Label, if any, stands before the
// first ("Correction"). Boxed frames the room instead of ruling it.
type AnswerLines struct {
	At
	Lines int
	Label string
	Boxed bool
}

// Matching is two columns; each left entry has a blank for a right entry's
// label. It never splits over two pages.
type Matching struct {
	At
	Left  []Option // Label: its number or empty
	Right []Option // Label: "a", "b" …

	LeftHead, RightHead []Inline // what stands in each; may be empty
}

// Panel is a framed area with a title, for notes, role cards, organizers.
// Height is the least height of its inside in millimetres. Line is the essay's
// numbered line that a panel beside the essay belongs to, 0 for none.
type Panel struct {
	At
	Title  []Inline
	Height float64
	Line   int
	Blocks []Block
}

// Parts are the pieces of a card, each under a label that says what it is for
// ("Probes"). Cards of one sort have theirs in one order, so that an eye finds
// them without reading.
type Parts struct {
	At
	Items []Part
}

// Part is one of them.
type Part struct {
	At
	Label  string
	Blocks []Block
}

// Diagram is boxes that hang from one another, read or written into: an
// argument map. They stand in reading order; each hangs from the last one
// before it that is less deep, the first from none. Caption is read out before
// them, and not printed.
type Diagram struct {
	At
	Caption string
	Boxes   []Node
}

// Node is one box of a diagram: what it is ("Reason") and what it says; nothing
// where it is to be filled in. Height is its least height in millimetres.
type Node struct {
	At
	Depth  int
	Label  string
	Text   []Inline
	Height float64
}

// Strip is a row of boxes, an essay's paragraphs, each drawn by how much it
// counts. Alt says all of it in words, for those who can't see it; Legend says
// under the drawing how it is read.
type Strip struct {
	At
	Alt    string
	Legend []Inline
	Boxes  []StripBox
}

// StripBox is one of them. Label names it, under the box.
type StripBox struct {
	Label string
	Count int
}

// Seating is an oval table seen from above, with seats round it clockwise from
// the left end of its upper side; its middle is left empty, to draw on. Alt says
// all of it in words. Part is how much of a page's height it takes, from 0 to 1.
type Seating struct {
	At
	Alt   string
	Part  float64
	Seats []Seat
}

// Seat is a place at a table: what its student may be called there, the longest
// first, of which the first is printed that has room. Without any there is a line
// to write a name on.
type Seat struct{ Names []string }

// Beside sets blocks next to each other, in columns of one width, where there is
// room for that, else one after the other.
type Beside struct {
	At
	Columns [][]Block
}

// TwoUp prints its blocks twice on a page, with a dashed line to cut along;
// on screen, once.
type TwoUp struct {
	At
	Blocks []Block
}

// Deck is cards of one size to cut out, PerPage of them on a page, or fewer
// where they are set in large type. On screen they stand under one another.
type Deck struct {
	At
	PerPage int // 8, 6, 4, 2 or 1
	Cards   []Card
}

// Card is one of them; its blocks begin with its heading. Group says what sort
// of card it is, the same for its neighbours; it may be empty.
type Card struct {
	At
	Group  []Inline
	Blocks []Block
}

// Essay is the text under discussion, with its numbered lines.
type Essay struct {
	At
	Paragraphs []EssayParagraph
	Side       []Panel // beside the text: the annotation job, glosses
	Numbers    bool    // print line and paragraph numbers
	Notice     []Inline
}

// EssayParagraph is one block of the essay. Text's plain text (see Plain) is
// the essay block's own text, byte for byte; LineStarts are the byte offsets
// in it where numbered lines begin, the first of them numbered FirstLine.
// Headings and notes have no lines.
type EssayParagraph struct {
	At
	Kind       EssayKind
	Level      int // of a heading
	Number     int // ¶, 0 for none
	Text       []Inline
	FirstLine  int
	LineStarts []int
}

// EssayKind says how a block of the essay is set.
type EssayKind uint8

const (
	EssayText EssayKind = iota
	EssayHeading
	EssayQuote
	EssayVerse
	EssayNote
	EssayItem
)

// CallBlock is a call that stands alone in its paragraph, before compose has
// put in what it stands for. No renderer ever sees one.
type CallBlock struct{ Call }

func (Heading) block()     {}
func (Paragraph) block()   {}
func (List) block()        {}
func (BlockQuote) block()  {}
func (Table) block()       {}
func (Separator) block()   {}
func (Break) block()       {}
func (Fields) block()      {}
func (Prompt) block()      {}
func (Options) block()     {}
func (AnswerLines) block() {}
func (Matching) block()    {}
func (Panel) block()       {}
func (Parts) block()       {}
func (Strip) block()       {}
func (Diagram) block()     {}
func (Seating) block()     {}
func (Beside) block()      {}
func (TwoUp) block()       {}
func (Deck) block()        {}
func (Essay) block()       {}
func (CallBlock) block()   {}
