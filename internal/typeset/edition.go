package typeset

import (
	"quire/internal/document"
	"quire/internal/face"
)

// An Edition is a way of setting documents, for those who read them. The zero
// Edition is the standard one.
type Edition struct {
	Name  string // as in file names and on the command line
	About string
	style func(document.Audience, Paper) Style
}

// Editions lists all editions, the standard one first.
var Editions = []Edition{
	{"standard", "serif, the essay's own lines, notes beside it: the usual", standard},
	{"large-print", "18 point sans serif in one column, nothing slanted, more room to write", largePrint},
	{"dyslexia", "13 point sans serif, lines and words wide apart, nothing slanted", dyslexia},
}

// Standard says whether an edition is the standard one.
func (e Edition) Standard() bool { return e.Name == "" || e.Name == Editions[0].Name }

// of makes an edition's style for a document.
func (e Edition) of(a document.Audience, p Paper) Style {
	if e.style == nil {
		return standard(a, p)
	}
	return e.style(a, p)
}

// largePrint is set in one column of 18 point, by the guidelines that printing
// houses for the blind share: sans serif, ragged, no slope, no second column. Of
// all words only the numbers in the margin and the footer are smaller.
func largePrint(_ document.Audience, p Paper) Style {
	s := Style{
		Top: 17 * mm, Bottom: 25 * mm, Left: 25 * mm, Right: 18 * mm, Foot: 11 * mm,
		Measure: p.Width - 43*mm, Cut: 10 * mm, HalfFoot: 42, CardPad: 14 * mm, Single: true,
		Upright: true, Reflow: true, EssayIndent: 30, TickWeight: 0.8, TickGray: 0.35,
		NumberGap: 8, LineNumberGap: 10, ParagraphNumberGap: 44,
		Rule: 0.8, Hair: 0.7, Outline: 0.9, HairGray: 0.4, Dash: 4,
		Ruling: 12 * mm, RulingStretch: 0.5 * mm,
		Bubble: 12.5, BoxSide: 23, WriteWidth: 36, OptionIndent: 35, OptionPitch: 32, LabelWidth: 26,
		MatchBlank: 40, MatchLeast: 0.3, MatchMost: 0.52, BlankLeading: 36, BlankScale: 1.4,
		PointsWidth: 160, FieldGap: 20, FieldBase: 26, FieldLeast: 90,
		TitleSpace: 20, SectionSpace: 26, SubheadSpace: 18, HeadSpace: 4,
		PromptSpace: 20, OptionSpace: 4, AnswerSpace: 6, RuledSpace: 22,
		BlockSpace: 14, ParagraphSpace: 9, VerseSpace: 9, ReasonSpace: 5, PartSpace: 9,
		EssaySpace: 14, EssayParagraph: 11, EntrySpace: 6,
		Indent: 24, Padding: 12, CellPadding: 7, RowPadding: 5,
		MinMeasure: 150, MinColumn: 32,
	}
	s.plainTypes(18, 23.4)
	s.Title = Type{Family: face.Sans, Bold: true, Size: 24, Leading: 30}
	s.Section.Size, s.Section.Leading = 20, 26
	s.Footer.Size, s.Footer.Leading = 14, 17
	s.LineNumber.Size, s.ParagraphNumber.Size = 14, 14
	s.Bank.Leading = 28
	return s
}

// dyslexia follows what readers' associations advise: 12 to 14 point sans serif,
// lines of 60 to 70 characters wide apart, clear gaps between words and
// paragraphs, bold where others slope. The side column would be too narrow at
// this size and stays empty.
func dyslexia(_ document.Audience, p Paper) Style {
	s := Style{
		Top: 17 * mm, Bottom: 22 * mm, Left: 25 * mm, Right: 18 * mm, Foot: 11 * mm,
		Measure: 150 * mm, Cut: 10 * mm, HalfFoot: 28, CardPad: 10 * mm, Single: true,
		Upright: true, Reflow: true, EssayIndent: 12, TickWeight: 0.6, TickGray: 0.35, WordSpace: 0.08,
		NumberGap: 7, LineNumberGap: 9, ParagraphNumberGap: 31,
		Rule: 0.6, Hair: 0.6, Outline: 0.7, HairGray: 0.45, Dash: 3,
		Ruling: 10 * mm, RulingStretch: 0.4 * mm,
		Bubble: 7.5, BoxSide: 14, WriteWidth: 24, OptionIndent: 25, OptionPitch: 24, LabelWidth: 19,
		MatchBlank: 28, MatchLeast: 0.3, MatchMost: 0.52, BlankLeading: 27, BlankScale: 1.1,
		PointsWidth: 100, FieldGap: 18, FieldBase: 18, FieldLeast: 24,
		TitleSpace: 18, SectionSpace: 24, SubheadSpace: 16, HeadSpace: 4,
		PromptSpace: 17, OptionSpace: 3, AnswerSpace: 6, RuledSpace: 18,
		BlockSpace: 12, ParagraphSpace: 8, VerseSpace: 8, ReasonSpace: 4, PartSpace: 8,
		EssaySpace: 12, EssayParagraph: 10, EntrySpace: 5,
		Indent: 18, Padding: 10, CellPadding: 6, RowPadding: 4,
		MinMeasure: 120, MinColumn: 24,
	}
	s.Side = p.Width - s.Left - s.Right - s.Measure
	s.plainTypes(13, 19.5)
	s.Title = Type{Family: face.Sans, Bold: true, Size: 20, Leading: 27}
	s.Section.Size, s.Section.Leading = 15, 21
	s.Byline.Size, s.Byline.Leading = 12, 18
	s.Notice.Size, s.Notice.Leading = 11, 15.5
	s.Label.Size, s.Points.Size, s.Slot.Size, s.Gloss.Size = 12, 11, 12, 11
	s.Letter.Size, s.LineNumber.Size, s.ParagraphNumber.Size = 9.5, 10, 10
	s.Footer.Size, s.Footer.Leading = 9.5, 12.5
	s.Bank.Leading = 22
	return s
}

// plainTypes sets all words in one size of upright sans serif; headings, labels
// and numbers are bold.
func (s *Style) plainTypes(size, leading float64) {
	roman := Type{Family: face.Sans, Size: size, Leading: leading}
	bold := roman
	bold.Bold = true
	for _, t := range []*Type{
		&s.Byline, &s.Directions, &s.Body, &s.Reason, &s.Notice, &s.Bank, &s.Option, &s.Essay, &s.EssayNote,
		&s.Cell, &s.Match, &s.SideBody, &s.CardBody, &s.Label, &s.Points, &s.Footer, &s.LineNumber, &s.Letter, &s.Slot, &s.Gloss,
	} {
		*t = roman
	}
	for _, t := range []*Type{
		&s.Section, &s.Subhead, &s.Minor, &s.Question, &s.Answer, &s.EssayHead, &s.CellHead, &s.PanelHead, &s.SideHead, &s.CardHead,
		&s.Number, &s.ParagraphNumber, &s.OptionLabel, &s.MatchLabel,
	} {
		*t = bold
	}
	s.Answer.Emph = &roman
}
