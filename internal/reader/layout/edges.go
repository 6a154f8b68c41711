package layout

import (
	"strings"
	"unicode"
)

// A row at a page's edge, as it is compared with those of other pages.
type edge struct {
	row  *row
	key  string  // its text, figures as #
	from float64 // how far from the page's edge
	gap  float64 // to the next row towards the middle
}

const (
	edgeRows  = 3   // how many rows at an edge may be no text
	sameEdge  = 4.0 // points; rows of several pages at one height
	edgeReach = 0.2 // of the page's height
)

// edges finds running heads, page numbers and what else is printed at the
// edges of pages, from the outside in, and sets the rows' left.
func (b *book) edges() {
	for _, top := range []bool{true, false} {
		all := make([][]edge, len(b.sheets))
		for i, s := range b.sheets {
			all[i] = s.edge(top)
		}
		for depth := range edgeRows {
			b.edgesAt(all, depth, top)
		}
	}
}

// edge gives the outermost rows of a page.
func (s *sheet) edge(top bool) []edge {
	var out []edge
	n := len(s.rows)
	for k := 0; k < edgeRows && k < n; k++ {
		i, next := k, k+1
		if !top {
			i, next = n-1-k, n-2-k
		}
		e := edge{row: s.rows[i], key: keyOf(s.rows[i].String()), from: s.rows[i].base}
		if !top {
			e.from = s.height - e.from
		}
		e.gap = s.height
		if next >= 0 && next < n {
			e.gap = abs(s.rows[next].base - s.rows[i].base)
		}
		if e.from > edgeReach*s.height {
			break
		}
		out = append(out, e)
	}
	return out
}

// edgesAt decides about the rows at one depth; those farther out must have
// been found to be no text.
func (b *book) edgesAt(all [][]edge, depth int, top bool) {
	for i := range all {
		if depth >= len(all[i]) || depth > 0 && all[i][depth-1].row.left == "" {
			continue
		}
		e := all[i][depth]
		if !b.isEdge(all, i, e, top) {
			continue
		}
		switch {
		case isPageNumber(e.key):
			e.row.left = "page number"
		case top:
			e.row.left = "page head"
		default:
			e.row.left = "page foot"
		}
	}
}

// isEdge decides about a row: it is a page number, or what a browser prints, or
// returns on other pages at the same height, word for word or in a style of
// its own apart from the text.
func (b *book) isEdge(all [][]edge, page int, e edge, top bool) bool {
	apart := e.gap > 1.25*b.leading
	if isPageNumber(e.key) && (apart || e.row.size < 0.97*b.size) || isBrowser(e.row.String()) {
		return true
	}
	same, alike, others := 0, 0, 0
	for i := range all {
		if i == page || len(all[i]) == 0 {
			continue
		}
		others++
		found := 0
		for _, o := range all[i] {
			if abs(o.from-e.from) > sameEdge || abs(o.row.size-e.row.size) > 0.05*e.row.size {
				continue
			}
			if o.key == e.key {
				found = 2
			} else if found == 0 && o.gap > 1.25*b.leading {
				found = 1
			}
		}
		switch found {
		case 2:
			same++
		case 1:
			alike++
		}
	}
	if same > 0 && (apart || e.row.size < 0.97*b.size || same*2 >= others) {
		return true
	}
	if top && page > 0 && e.gap > 1.5*b.leading && e.row.size < 0.97*b.size && e.from < 0.12*b.sheets[page].height {
		return true // small, alone at the top: a head that stands on this page only
	}
	own := e.row.size < 0.97*b.size || e.row.styled() || hasEdgeNumber(e.key)
	return apart && own && alike+same > 0 && (alike+same+1)*2 >= others
}

// styled says that a row is in italics, bold, or capitals.
func (r *row) styled() bool {
	letters, lower, slant, bold := 0, 0, 0, 0
	for _, w := range r.words {
		for _, c := range w.chars {
			if !unicode.IsLetter(c.Rune) {
				continue
			}
			letters++
			if unicode.IsLower(c.Rune) {
				lower++
			}
			if c.Italic {
				slant++
			}
			if c.Bold {
				bold++
			}
		}
	}
	return letters > 0 && (lower == 0 || slant*10 >= letters*9 || bold*10 >= letters*9)
}

// keyOf gives a row's text for comparing: small letters, figures as #.
func keyOf(s string) string {
	var b strings.Builder
	last := ' '
	for _, r := range strings.ToLower(s) {
		if unicode.IsDigit(r) {
			r = '#'
			if last == '#' {
				continue
			}
		}
		b.WriteRune(r)
		last = r
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isPageNumber says that a key is a number of a page and no more.
func isPageNumber(key string) bool {
	bare := strings.Trim(key, "-–—[]()|.· ")
	for _, p := range []string{"page ", "seite ", "p. ", "pg ", "p "} {
		bare = strings.TrimPrefix(bare, p)
	}
	switch bare {
	case "#", "# of #", "#/#", "# / #", "# von #":
		return true
	}
	return bare != "" && len(bare) < 8 && strings.Trim(bare, "ivxlc") == "" && len(key)-len(bare) < 6
}

// hasEdgeNumber says that a key begins or ends with a number.
func hasEdgeNumber(key string) bool {
	return strings.HasPrefix(key, "# ") || strings.HasSuffix(key, " #")
}

// isBrowser says that a row is what browsers print at the edges of pages: the
// date and the title, the address and the page of pages.
func isBrowser(s string) bool {
	f := strings.Fields(s)
	if len(f) == 0 {
		return false
	}
	address := strings.HasPrefix(f[0], "http://") || strings.HasPrefix(f[0], "https://") || strings.HasPrefix(f[0], "file:///")
	if address {
		return len(f) == 1 || len(f) == 2 && isPageNumber(keyOf(f[1])) || isPageNumber(keyOf(strings.Join(f[1:], " ")))
	}
	key := keyOf(f[0])
	date := key == "#/#/#," || key == "#.#.#," || key == "#-#-#," || key == "#/#/#" || key == "#.#.#"
	return date && len(f) > 1 && strings.HasPrefix(keyOf(f[1]), "#:#")
}
