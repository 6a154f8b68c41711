// Package question holds the question types, one file each. A type reads its
// shape from a parsed section, lays out what a student sees and what a key
// says, documents itself, and describes itself as Responses.
//
// What only a teacher may see is in an Item's Key and Guide; a type's student
// layout gets neither. Checks, exporters and forms read Responses, never types.
package question

import (
	"quire/internal/document"
	"quire/internal/source"
)

// Type is a question type.
type Type struct {
	Name    string // "choice"
	Class   string // the class that asks for it, without the dot; "" if only its shape does
	Doc     string // one line: what it is for
	Example string // a prompt of this type, as an author writes it

	noun       string   // how messages call it: "a choice"
	fields     []string // the fields it takes, besides the shared ones
	attributes []string // the attributes it takes, besides the shared ones
	gaps       bool     // its text may have [[gaps]]
	parts      bool     // it has fourth-level sections
	options    bool     // its key is an [x]
	unnumbered bool
	parse      func(*reading) parsed
}

// Item is a prompt, read: one question, task or discussion.
type Item struct {
	ID    string
	Name  string // short name, for teachers; the question itself if it has none
	Type  string // Type.Name
	At    source.Span
	Tags  Tags
	Stem  []document.Block // the question, for everybody
	Sheet Sheet            // what follows it on the student's sheet
	Key   Key              // what a key says of it
	Guide Guide            // what a leader needs to run it as a discussion
	Help  Help             // scaffolds, printed where an edition or student calls for them

	Responses []Response // as a rule one; a two-part item and a true-false with correction have two
}

// Tags are an item's attributes, inherited ones filled in; zero where unknown.
type Tags struct {
	Passage   string // id of a passage
	Points    int    // -1 where none were given
	Minutes   int
	Kind      string // factual, interpretive, evaluative
	Phase     string // pre, opening, core, closing, post
	Skill     string
	DOK       int
	Stance    string
	Bloom     string
	QAR       string
	Standards []string
	Lines     int    // answer lines asked for; 0 for "as the answer needs"
	Lang      string // BCP 47, where it differs from the lesson's
	Keep      bool   // not to be left out for want of time, before all others are
}

// Sheet lays out the student's side of an item, below its stem. It holds
// nothing that tells an answer.
type Sheet interface {
	Student(Arrangement) []document.Block
}

// Key lays out the teacher's side.
type Key interface {
	// Short is what a key grid shows ("B", "A: B, B: C", "T").
	Short(Arrangement) string
	// Teacher is the full entry: the answer, the place, the reasons.
	Teacher(Arrangement) []document.Block
}

// Guide holds what only a leader sees of a discussion.
type Guide struct {
	Positions  []document.Block
	Probes     []Probe
	ListenFor  []document.Block
	Misreading []document.Block
	IfSilent   []document.Block
	WithoutPen []document.Block
	Rubric     []document.Block
	Note       []document.Block // teacher note, on any item
}

// Probe is a follow-up question. Sort is "clarify", "evidence", "other view"
// or empty.
type Probe struct {
	Sort string
	Text []document.Inline
}

// Help holds the scaffolds that students may get.
type Help struct {
	Hint, Starter, WordBank, Criteria []document.Block
}

// Arrangement is how an item's shuffled parts stand in one form: for each
// Response the order in which its options (right column, steps) are printed,
// as indices in the order written. Nil means as written.
type Arrangement [][]int

// Response says what kind of answer an item takes, as plain data. It is one of
// Choice, Match, Order, Gaps, Text and None.
type Response interface{ response() }

// Choice takes one or more of several options. Fixed options keep their order
// (T and F; numbers; dates; paragraph references).
type Choice struct {
	Stem    []document.Inline // the part's own question, if any
	Options []Option
	Several bool // more than one may be marked
	Fixed   bool
}

// Option is one option. Supports is the index of the first part's option that
// a two-part item's option is evidence for, -1 for none.
type Option struct {
	At       source.Span
	Text     []document.Inline
	Right    bool
	Pinned   bool
	Reason   []document.Block
	Supports int
}

// Match joins left entries to right ones: Pairs[i] is the index in Right of
// the answer to Left[i]. Right may have more entries than are used.
type Match struct {
	Left, Right []Entry
	Pairs       []int
}

// Order puts steps, given in the right order, into that order.
type Order struct{ Steps []Entry }

// Entry is an entry of a matching or an ordering.
type Entry struct {
	At     source.Span
	Text   []document.Inline
	Pinned bool
}

// Gaps are blanks to fill. Accept holds for each what is right, the first
// being the answer; Bank what a student may choose from, answers and extras,
// in the order written.
type Gaps struct {
	Accept [][]string
	Bank   []string
}

// Text is written freely. Model is a full answer, if the author gave one.
type Text struct {
	Model  []document.Block
	Accept []document.Block
	Reject []document.Block
	Lines  int
}

// None takes no answer on paper: a discussion, an annotation job.
type None struct{}

func (Choice) response() {}
func (Match) response()  {}
func (Order) response()  {}
func (Gaps) response()   {}
func (Text) response()   {}
func (None) response()   {}
