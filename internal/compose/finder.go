package compose

import (
	"strconv"

	"quire/internal/document"
)

// finder gives a table of the essay's paragraphs and how each begins, so that
// "¶7" can be found in any copy. It is set in two or three columns of pairs,
// read downwards, so that it takes little room.
func finder(s *sheet, c document.Call) []document.Block {
	n := len(s.paragraphs)
	if n == 0 {
		return nil
	}
	pairs := 3
	switch {
	case n <= 4:
		pairs = 1
	case n <= 12:
		pairs = 2
	}
	rows := (n + pairs - 1) / pairs
	t := document.Table{At: c.At, Caption: "How each paragraph of the essay begins"}
	for range pairs {
		t.Head = append(t.Head, cell("¶"), cell("opens with"))
		t.Align = append(t.Align, document.Right, document.Left)
		t.Widths = append(t.Widths, 0.16/float64(pairs), 0.84/float64(pairs))
	}
	for r := range rows {
		var row []document.Cell
		for p := range pairs {
			i := p*rows + r
			if i >= n {
				row = append(row, document.Cell{}, document.Cell{})
				continue
			}
			row = append(row, cell(strconv.Itoa(s.paragraphs[i].Number)), cell(s.paragraphs[i].Opens+" …"))
		}
		t.Rows = append(t.Rows, row)
	}
	return []document.Block{t}
}

func cell(words string) document.Cell {
	if words == "" {
		return document.Cell{}
	}
	return document.Cell{Text: document.Words(words)}
}
