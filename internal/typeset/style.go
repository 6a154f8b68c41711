package typeset

import (
	"quire/internal/document"
	"quire/internal/face"
)

// mm is a millimetre in points.
const mm = 72 / 25.4

// Type is how words are set: the family's upright regular face, what is done
// to it, size and leading in points.
type Type struct {
	Family       face.ID // face.Serif or face.Sans
	Bold, Italic bool
	Size         float64
	Leading      float64
	Emph         *Type // how emphasis is set, nil for the other slope
}

// id is the face of a type.
func (t Type) id() face.ID {
	id := t.Family
	if t.Bold {
		id += face.SerifBold - face.Serif
	}
	if t.Italic {
		id += face.SerifItalic - face.Serif
	}
	return id
}

// Style holds every measure of an edition, in points.
type Style struct {
	// The page. Top is the room above the text, Bottom that below it, Foot the
	// height of the footer's baseline above the paper's edge.
	Top, Bottom, Left, Right, Foot float64
	Measure, Gap, Side             float64 // the columns and what parts them
	Single                         bool    // nothing stands in the side column but points
	Cut                            float64 // gutter between the halves of a two-up page
	CardPad                        float64 // white space within a card's edges
	HalfFoot                       float64 // room for the footer within a half

	// The types.
	Title, Section, Subhead, Minor       Type
	Byline, Question, Directions, Body   Type
	Answer, Reason, Notice, Bank, Option Type
	Essay, EssayHead, EssayNote          Type
	Cell, CellHead, Match                Type
	PanelHead, SideHead, SideBody        Type
	CardHead, CardBody                   Type
	Label, Points, Footer                Type    // of a field or rule, of a prompt, of the page
	Number, LineNumber, ParagraphNumber  Type    // they hang in the margin
	Letter, Slot, Gloss                  Type    // in a bubble, on a field's rule, before a blank
	OptionLabel, MatchLabel              Type    // beside a box or bullet, before a matching's entry
	Upright                              bool    // emphasis is bold, nothing slopes
	WordSpace                            float64 // more room at each space, as a part of the size

	// The essay. In an edition that breaks it anew, a tick marks where each of
	// its numbered lines begins.
	Reflow               bool
	EssayIndent          float64 // makes room for larger numbers
	TickWeight, TickGray float64

	// How far the numbers' right edges stand left of the text.
	NumberGap, LineNumberGap, ParagraphNumberGap float64

	// Lines.
	Rule, Hair, Outline float64 // weights: rules, hairlines, bubbles and boxes
	HairGray            float64
	Dash                float64 // length of a cut line's dashes and gaps

	// Answers.
	Ruling        float64 // between answer rules
	RulingStretch float64 // what a rule's room may grow by to fill a page
	Bubble        float64 // radius
	BoxSide       float64 // of a square to tick
	WriteWidth    float64 // of a box that takes a number
	LabelWidth    float64 // room for a label beside a box, a blank or an option
	OptionIndent  float64 // from an option's left edge to its text
	OptionPitch   float64 // least height of an option
	MatchBlank    float64 // width of a matching's blank
	MatchLeast    float64 // where its right column begins, as a share of the measure,
	MatchMost     float64 // at least and at most
	BlankLeading  float64 // of text with blanks to write in
	BlankScale    float64 // how much wider blanks, and higher panels, are than the document says
	PointsWidth   float64 // room for points, at most
	FieldGap      float64 // between fields on one line
	FieldBase     float64 // from a field row's upper edge to its rules
	FieldLeast    float64 // length of a field's rule; fields that get less go to another row

	// White space: what a block wants before and after it; of two that meet the
	// larger counts.
	TitleSpace, SectionSpace, SubheadSpace   float64
	HeadSpace                                float64 // after a heading
	PromptSpace, OptionSpace, AnswerSpace    float64
	RuledSpace                               float64 // after answer rules
	BlockSpace, ParagraphSpace, VerseSpace   float64
	ReasonSpace                              float64 // between the reasons of a key
	PartSpace                                float64 // between the pieces of a card
	EssaySpace, EssayParagraph, EntrySpace   float64
	Indent, Padding, CellPadding, RowPadding float64
	MinMeasure                               float64 // indents stop where less would be left
	MinColumn                                float64 // of a table
}

// standard is the standard edition. Teachers' documents are set a size smaller.
func standard(a document.Audience, p Paper) Style {
	s := Style{
		Top: 17 * mm, Bottom: 22 * mm, Left: 25 * mm, Right: 18 * mm, Foot: 11 * mm,
		Measure: 130 * mm, Cut: 10 * mm, HalfFoot: 25, CardPad: 8.5 * mm,
		NumberGap: 6, LineNumberGap: 9, ParagraphNumberGap: 26.5,
		Rule: 0.5, Hair: 0.5, Outline: 0.6, HairGray: 0.55, Dash: 3,
		Ruling: 8.5 * mm, RulingStretch: 0.35 * mm,
		Bubble: 5.2, BoxSide: 10.4, WriteWidth: 17, OptionIndent: 20, OptionPitch: 18.4, LabelWidth: 13,
		MatchBlank: 22, MatchLeast: 0.3, MatchMost: 0.52, BlankLeading: 22, BlankScale: 1,
		PointsWidth: 60, FieldGap: 18, FieldBase: 14, FieldLeast: 24,
		TitleSpace: 18, SectionSpace: 20, SubheadSpace: 12, HeadSpace: 2,
		PromptSpace: 12, OptionSpace: 1, AnswerSpace: 6, RuledSpace: 15,
		BlockSpace: 9, ParagraphSpace: 5, VerseSpace: 6, ReasonSpace: 1, PartSpace: 5,
		EssaySpace: 10, EssayParagraph: 5, EntrySpace: 2.5,
		Indent: 14, Padding: 8, CellPadding: 5, RowPadding: 3,
		MinMeasure: 100, MinColumn: 18,
	}
	room := p.Width - s.Left - s.Right - s.Measure
	s.Gap = room * 4.9 / 42.9
	s.Side = room - s.Gap
	s.types()
	if a == document.Teacher {
		s.Body.Size, s.Body.Leading = 10.5, 13.7
		s.Option.Size, s.Option.Leading, s.OptionPitch = 10.5, 13.7, 16.5
		s.Bank.Size, s.Cell.Size, s.Cell.Leading = 10.5, 9.5, 12
		s.TitleSpace, s.PromptSpace = 12, 9.5
	}
	s.OptionLabel, s.MatchLabel = s.Number, s.Number
	s.OptionLabel.Size, s.MatchLabel.Size = s.Option.Size*0.85, s.Match.Size*0.88
	return s
}

// mirrored is how far to the right the text of an even page stands from where it
// stands on an odd one, so that the margin for the punch holes is the inner one.
// Numbers that hang left of the text have the outer margin there, which is
// narrower.
func (s *Style) mirrored() float64 { return s.Right - s.Left }

// hanging is the room for what hangs left of an edge, on any page.
func (s *Style) hanging(edge float64) float64 {
	const unprinted = 6 // what printers leave white, or a little less
	return edge + min(0, s.mirrored()) - unprinted
}

// emphasis is the type of emphasis within a type.
func (s *Style) emphasis(t Type) Type {
	switch {
	case t.Emph != nil:
		return *t.Emph
	case s.Upright:
		t.Bold = true
	default:
		t.Italic = !t.Italic
	}
	return t
}

func (s *Style) types() {
	serif := func(size, leading float64) Type { return Type{Family: face.Serif, Size: size, Leading: leading} }
	sans := func(size, leading float64) Type { return Type{Family: face.Sans, Size: size, Leading: leading} }
	bold := func(t Type) Type { t.Bold = true; return t }
	italic := func(t Type) Type { t.Italic = true; return t }

	s.Title = bold(sans(19, 23))
	s.Section, s.Subhead, s.Minor = bold(sans(10.5, 14)), bold(sans(9.5, 13)), italic(sans(9.5, 13))
	s.Byline = sans(9, 12.5)
	s.Question = italic(serif(12.5, 15.8))
	s.Directions = italic(serif(10.5, 13.6))
	s.Body, s.Option, s.Bank = serif(11.5, 15.2), serif(11.5, 15.2), serif(11.5, 17)
	place := italic(serif(10.5, 14))
	s.Answer, s.Reason = bold(sans(9.8, 14)), serif(10.5, 13.7)
	s.Answer.Emph = &place
	s.Notice = sans(7.5, 10)
	s.Essay, s.EssayHead, s.EssayNote = serif(12, 15.5), bold(sans(10, 15.5)), serif(9.5, 12.4)
	s.Cell, s.CellHead, s.Match = serif(10.5, 13.5), bold(sans(8, 11)), serif(10.5, 15.2)
	s.PanelHead = bold(sans(9, 12.5))
	s.CardHead, s.CardBody = bold(sans(13, 17)), serif(12.5, 16.2)
	s.SideHead, s.SideBody = bold(sans(7.8, 11)), serif(9.3, 11.2)
	s.Label, s.Points, s.Footer = sans(8, 11), sans(7.8, 11), sans(7.5, 9.5)
	s.Number, s.LineNumber, s.ParagraphNumber = bold(sans(10.5, 14)), sans(7.5, 10), bold(sans(7.5, 10))
	s.Letter, s.Slot, s.Gloss = sans(6.3, 8), sans(9.5, 12), sans(7, 9)
}
