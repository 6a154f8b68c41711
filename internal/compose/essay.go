package compose

import (
	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lesson"
)

// kinds says how each kind of an essay's blocks is set.
var kinds = [...]document.EssayKind{
	essay.Paragraph:  document.EssayText,
	essay.Heading:    document.EssayHeading,
	essay.BlockQuote: document.EssayQuote,
	essay.Verse:      document.EssayVerse,
	essay.Footnote:   document.EssayNote,
	essay.ListItem:   document.EssayItem,
}

// printedEssay gives the essay with its lines; nothing where the text isn't
// printed.
func printedEssay(s *sheet, c document.Call) []document.Block {
	if !s.printed {
		return nil
	}
	e := document.Essay{At: c.At, Numbers: true, Side: s.side()}
	for i, b := range s.essay.Blocks {
		p := document.EssayParagraph{
			Kind: kinds[b.Kind], Level: b.Level, Number: b.Number, Text: marked(b.Text, b.Marks),
		}
		if s.lines != nil && i < len(s.lines.Blocks) && s.lines.Blocks[i].First > 0 {
			p.FirstLine, p.LineStarts = s.lines.Blocks[i].First, s.lines.Blocks[i].Starts
		}
		e.Paragraphs = append(e.Paragraphs, p)
	}
	return []document.Block{e}
}

// marked cuts a text at its marks. Together the pieces are the text, byte for
// byte, so that offsets into it hold.
func marked(text string, marks []essay.Mark) []document.Inline {
	var out []document.Inline
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End <= m.Start || m.End > len(text) {
			continue
		}
		if m.Start > at {
			out = append(out, document.Text{Words: text[at:m.Start]})
		}
		in := document.Words(text[m.Start:m.End])
		if m.Style == essay.Strong {
			out = append(out, document.Strong{Inlines: in})
		} else {
			out = append(out, document.Emph{Inlines: in})
		}
		at = m.End
	}
	if at < len(text) {
		out = append(out, document.Text{Words: text[at:]})
	}
	return out
}

// side gives what stands beside the essay: the job to do while reading, then
// the words that the lesson explains, in the order of the text.
func (s *sheet) side() []document.Panel {
	var out []document.Panel
	for _, g := range s.section("Worksheet").groups {
		p := document.Panel{Title: document.Words("As you read")}
		if g.alone() {
			if len(g.title) > 0 {
				p.Title = g.title
			}
			p.Blocks = append(p.Blocks, g.directions...)
		}
		for _, t := range g.tasks {
			if t.job {
				p.At = document.At{Source: t.at}
				p.Blocks = append(append(p.Blocks, t.stem...), t.body...)
			}
		}
		if hasJob(g) {
			out = append(out, p)
		}
	}
	for _, w := range s.words {
		out = append(out, document.Panel{
			At:     document.At{Source: w.At},
			Title:  placed(w),
			Line:   w.Place.FirstLine,
			Blocks: []document.Block{document.Paragraph{Text: w.Meaning}},
		})
	}
	return out
}

func hasJob(g sheetGroup) bool {
	for _, t := range g.tasks {
		if t.job {
			return true
		}
	}
	return false
}

// placed gives a word with where it stands: foremen (line 3).
func placed(w lesson.Word) []document.Inline {
	out := []document.Inline{document.Strong{Inlines: document.Words(w.Word)}}
	if where := w.Place.Words(false); where != "" {
		out = append(out, document.Text{Words: " ("}, document.Reference{Place: w.Place, Words: where}, document.Text{Words: ")"})
	}
	return out
}

// glossary lists the words that the lesson explains.
func glossary(s *sheet, c document.Call) []document.Block {
	if len(s.words) == 0 {
		return nil
	}
	l := document.List{At: c.At}
	for _, w := range s.words {
		text := append(placed(w), document.Text{Words: ": "})
		text = append(text, w.Meaning...)
		l.Items = append(l.Items, document.Item{Blocks: []document.Block{document.Paragraph{Text: text}}})
	}
	return []document.Block{l}
}
