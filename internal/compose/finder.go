package compose

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/lesson"
)

// finder gives a table of the essay's paragraphs and how each begins, so that
// "¶7" can be found in any copy. It is set in two or three columns of pairs,
// read downwards, so that it takes little room, or in no more than the call
// allows. Where it may have fewer rows than that takes, it keeps the paragraphs
// that a section's prompts are about and enough between them to number a copy by.
func finder(s *sheet, c document.Call) []document.Block {
	listed := s.paragraphs
	var out []document.Block
	if most, err := strconv.Atoi(named(c, "most")); err == nil && len(listed) > most {
		step := 0
		listed, step = s.fewer(s.section(argumentAt(c, 0, "Seminar")), most)
		says := fmt.Sprintf("There are %d. These are the ones that we talk about", len(s.paragraphs))
		if step > 0 {
			says += fmt.Sprintf(", and every %dth to keep you in step", step)
		}
		out = append(out, document.Paragraph{At: c.At, Style: document.Directions, Text: document.Words(says + ".")})
	}
	if len(listed) == 0 {
		return nil
	}
	pairs := 3
	switch n := len(listed); {
	case n <= 4:
		pairs = 1
	case n <= 12:
		pairs = 2
	}
	if most, err := strconv.Atoi(named(c, "pairs")); err == nil {
		pairs = min(pairs, most)
	}
	t := finderTable(listed, pairs)
	t.At, t.Caption = c.At, "How each paragraph of the essay begins"
	if len(listed) < len(s.paragraphs) {
		t.Caption = "How some paragraphs of the essay begin"
	}
	return append(out, t)
}

func finderTable(listed []lesson.Paragraph, pairs int) document.Table {
	var t document.Table
	for range pairs {
		t.Head = append(t.Head, cell("¶"), cell("opens with"))
		t.Align = append(t.Align, document.Right, document.Left)
		t.Widths = append(t.Widths, 0.16/float64(pairs), 0.84/float64(pairs))
	}
	rows := (len(listed) + pairs - 1) / pairs
	for r := range rows {
		var row []document.Cell
		for p := range pairs {
			i := p*rows + r
			if i >= len(listed) {
				row = append(row, document.Cell{}, document.Cell{})
				continue
			}
			opens := listed[i].Opens
			if pairs == 3 {
				opens = shortOpening(opens)
			}
			row = append(row, cell(strconv.Itoa(listed[i].Number)), cell(opens+" …"))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// narrowest is how many characters a line of the finder has room for where it is
// set in three columns.
const narrowest = 26

// shortOpening leaves two words of an opening that would take two lines.
func shortOpening(s string) string {
	w := strings.Fields(s)
	if len(w) > 2 && utf8.RuneCountInString(s) > narrowest {
		return strings.TrimRight(strings.Join(w[:2], " "), ",;:")
	}
	return s
}

// fewer picks of the essay's paragraphs those where a section's passages begin
// and every so many between them, as many as fit: step is 0 where none do.
func (s *sheet) fewer(sec sheetSection, most int) (picked []lesson.Paragraph, step int) {
	about := map[int]bool{}
	for _, g := range sec.groups {
		for _, t := range g.tasks {
			if t.passage != nil {
				about[t.passage.Place.FirstParagraph] = true
			}
		}
	}
	for _, step = range []int{5, 10, 20, 25, 50, 100, 0} {
		picked = nil
		for _, p := range s.paragraphs {
			if about[p.Number] || step > 0 && p.Number%step == 0 {
				picked = append(picked, p)
			}
		}
		if len(picked) <= most {
			break
		}
	}
	return picked[:min(len(picked), most)], step
}

func cell(words string) document.Cell {
	if words == "" {
		return document.Cell{}
	}
	return document.Cell{Text: document.Words(words)}
}
