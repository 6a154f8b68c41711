package pdfcheck

import (
	"math"
	"strings"
)

// Text extracts the text of each page, in the order in which it is painted: a
// new line where the baseline changes, a space where there is a gap without
// one. Everything painted is there, page furniture too.
func Text(file []byte) (pages []string, err error) {
	c, err := open(file)
	if err != nil {
		return nil, err
	}
	for n := 1; n <= c.x.PageCount; n++ {
		d, _, _, err := c.x.PageDict(n, false)
		if err != nil {
			return nil, err
		}
		e := &extract{y: math.NaN()}
		run(c, d, n, e)
		pages = append(pages, e.b.String())
	}
	return pages, nil
}

type extract struct {
	b     strings.Builder
	x, y  float64 // where the last glyph ended
	space bool    // it was a space
}

func (e *extract) glyph(g shown) {
	if g.font == nil {
		return
	}
	switch {
	case math.IsNaN(e.y):
	case math.Abs(g.y-e.y) > g.size/4:
		e.b.WriteByte('\n')
	case math.Abs(g.x-e.x) > g.size/5 && !e.space:
		e.b.WriteByte(' ')
	}
	t := g.font.unicode[g.code]
	e.b.WriteString(t)
	e.x, e.y, e.space = g.end, g.y, strings.HasSuffix(t, " ")
}

func (e *extract) begin(string, int, bool) {}
func (e *extract) end()                    {}
func (e *extract) paint()                  {}
