// Package lesson loads a lesson folder and holds it together: front matter,
// passages, prompts, the lock file, and the essay if it is at hand.
//
// Read takes a folder apart into a Draft; Resolve ties it to the essay, or to
// what the lock file remembers of it, and gives a Lesson in which every call
// has become a reference or a quotation with its place.
package lesson

import (
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lineation"
	"quire/internal/passage"
	"quire/internal/question"
	"quire/internal/source"
)

// Meta is the front matter.
type Meta struct {
	Title    string
	Question string // the essential question
	Minutes  int    // of the seminar; 50 unless given
	Format   string // of the seminar; may be empty
	Points   int    // declared total, 0 for none
	Author   string // of the lesson
	Lang     string // BCP 47; "en" unless given
	Date     string // YYYY-MM-DD, of the lesson; may be empty
	Seed     string // of the forms; the lesson's name unless given
	Lexile   string // as the publisher gives it; never computed
	Essay    EssayMeta
	Accused  []string
	Loaded   []string

	FormatAt source.Span // of the value of `format`
}

// EssayMeta is what the front matter says of the essay.
type EssayMeta struct {
	Title, Author, Publication, Published, Genre, URL string
	Rights                                            Rights
	File                                              string // in the lesson's folder; "" if it ships without
}

// Rights says what may be printed of the essay.
type Rights string

const (
	Restricted   Rights = "restricted"
	PublicDomain Rights = "public-domain"
	Own          Rights = "own"
	Licensed     Rights = "licensed"
)

// Printable says that the text may be printed without being asked for.
func (r Rights) Printable() bool { return r != Restricted }

// Draft is a lesson as written, before it is tied to its essay.
type Draft struct {
	Name  string // of the folder, for output folders and messages
	Meta  Meta
	Lock  *Lock // nil if there is no lock file
	Texts []*source.Text

	// what Resolve needs, private to the package
	parsed parsed
}

// Options say how a draft is tied to its essay.
type Options struct {
	// Lines says that the essay will be printed with its lines, so that
	// references may name them. Without it they name paragraphs only.
	Lines bool
}

// Lesson is a lesson tied to its essay.
type Lesson struct {
	Name     string
	Meta     Meta
	Brief    []document.Block // for the teacher, before the first section
	Words    []Word
	Passages []Passage
	Sections []Section
	Allows   []Allow // what the author silences

	// Unwritten are the headings of prompts that have something of a stem which
	// is their author's to write, and isn't written yet.
	Unwritten []source.Span

	Quotations int // how many were found in the essay, or are remembered as found

	// Paragraphs are the essay's numbered paragraphs, from the essay or the
	// lock file: their first words, for a finder table.
	Paragraphs                     []Paragraph
	EssaySentences, EssaySyllables int              // 0 likewise; estimates
	EssayWords                     int              // the essay's length, 0 if neither essay nor lock file tell
	Essay                          *essay.Essay     // nil if it is not at hand
	Lines                          *lineation.Lines // nil unless Options.Lines and the essay is at hand
	Lock                           *Lock            // as read; nil if none
	Copy                           Copy             // how the essay at hand compares with the lock

	met *met // what a lock file must remember; nil if the essay is not at hand
}

// Paragraph is what a finder table says of one: its number and first words.
type Paragraph struct {
	Number int
	Opens  string
}

// Word is an entry of the Words section: a gloss, with where the word stands.
type Word struct {
	At      source.Span
	Word    string
	Meaning []document.Inline
	Place   document.Place
}

// Passage is a named range of the essay.
type Passage struct {
	ID    string
	Title []document.Inline
	At    source.Span
	Place document.Place
	Range essay.Range // zero if the essay is not at hand

	selector passage.Selector
}

// Section is a first-level section with prompts: Worksheet, Seminar, Exit
// ticket. Those of one name from several files are joined.
type Section struct {
	Name   string
	Groups []Group
}

// Group is a second-level section; prompts right under the first level make a
// group without a title.
type Group struct {
	Title      []document.Inline
	ID         string
	At         source.Span
	Directions []document.Block
	Items      []*question.Item
}

// Section finds a first-level section by name, nil if the lesson has none.
func (l *Lesson) Section(name string) *Section {
	for i := range l.Sections {
		if l.Sections[i].Name == name {
			return &l.Sections[i]
		}
	}
	return nil
}

// Minutes add up what the section's items take. A controversy in the seminar isn't
// among them: it has a clock of its own.
func (s *Section) Minutes() int {
	n := 0
	for _, it := range s.Items() {
		if s.Name != "Seminar" || !it.Controversial() {
			n += it.Tags.Minutes
		}
	}
	return n
}

// Items are the section's items in order.
func (s *Section) Items() []*question.Item {
	if s == nil {
		return nil
	}
	var all []*question.Item
	for _, g := range s.Groups {
		all = append(all, g.Items...)
	}
	return all
}
