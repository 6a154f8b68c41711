package compose

import (
	"fmt"
	"strings"

	"quire/internal/document"
)

// fields gives the lines at a sheet's head. A name needs the most room; the
// first word of a label is what a class list knows it by.
func fields(_ *sheet, c document.Call) []document.Block {
	var f document.Fields
	f.At = c.At
	total := 0.0
	for _, a := range c.Arguments {
		l := document.FieldLine{Label: a.Value, Share: 2}
		switch strings.ToLower(a.Value) {
		case "name":
			l.Share, l.Slot = 6, "name"
		case "period", "class":
			l.Share = 1.5
		}
		total += l.Share
		f.Fields = append(f.Fields, l)
	}
	for i := range f.Fields {
		f.Fields[i].Share /= total
	}
	return []document.Block{f}
}

// byline says where the essay comes from. Its title stands there unless the
// document's own is the same or the call says without.
func byline(s *sheet, c document.Call) []document.Block {
	var title []document.Inline
	if !strings.EqualFold(s.essayTitle, s.title) && s.essayTitle != "" && named(c, "without") != "title" {
		title = document.Words("“" + s.essayTitle + "”")
	}
	var publication []document.Inline
	if s.publication != "" {
		publication = []document.Inline{document.Emph{Inlines: document.Words(s.publication)}}
	}
	return dotted(c.At, title, document.Words(s.author), publication, document.Words(s.published), document.Words(s.genre))
}

// dotted gives a byline of parts with dots between them, those without words
// left out.
func dotted(at document.At, parts ...[]document.Inline) []document.Block {
	var text []document.Inline
	for _, p := range parts {
		if document.Plain(p) == "" {
			continue
		}
		if text != nil {
			text = append(text, document.Text{Words: " · "})
		}
		text = append(text, p...)
	}
	if text == nil {
		return nil
	}
	return []document.Block{document.Paragraph{At: at, Style: document.Byline, Text: text}}
}

func essentialQuestion(s *sheet, c document.Call) []document.Block {
	if s.question == "" {
		return nil
	}
	return []document.Block{document.Paragraph{At: c.At, Style: document.Question, Text: document.Words(s.question)}}
}

// worth says what a section is worth and how long it takes, as far as its
// prompts say.
func worth(s *sheet, c document.Call) []document.Block {
	sec := s.section(argumentAt(c, 0, "Worksheet"))
	return dotted(c.At, document.Words(pointsOf(sec.points)), document.Words(about(sec.minutes)))
}

func about(minutes int) string {
	if minutes == 0 {
		return ""
	}
	return fmt.Sprintf("about %s", minutesOf(minutes))
}

func minutesOf(n int) string {
	if n == 1 {
		return "1\u00a0minute"
	}
	return fmt.Sprintf("%d\u00a0minutes", n)
}
