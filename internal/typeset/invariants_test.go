package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/face"
	"quire/internal/source"
	"quire/internal/typeset"
)

func TestRandomDocuments(t *testing.T) {
	for seed := range uint64(60) {
		checkRandom(t, seed)
	}
}

func FuzzSet(f *testing.F) {
	for seed := range uint64(5) {
		f.Add(seed + 1000)
	}
	f.Fuzz(func(t *testing.T, seed uint64) { checkRandom(t, seed) })
}

// checkRandom sets a random document and checks what holds of every document.
func checkRandom(t *testing.T, seed uint64) {
	t.Helper()
	w := newWriter(seed)
	d := w.document()
	var findings diag.List
	paper := papers[seed%2]
	edition := typeset.Editions[seed%3]
	p := typeset.Set(d, typeset.Options{Paper: paper, Faces: faces, Edition: edition, OneSide: seed%5 == 0}, &findings)
	c := checker{T: t, name: fmt.Sprintf("seed %d, %s", seed, edition.Name), pages: p, words: map[string][]place{}}
	c.read()
	c.order(w)
	if edition.Standard() || d.Audience == document.Student { // large keys may part their entries
		c.prompts(w, findings.Sorted())
	}
	c.structure()
}

type checker struct {
	*testing.T
	name  string
	pages *typeset.Pages
	words map[string][]place // by token, in reading order
}

// A place is where a token stands: how far in reading order, and on what page.
type place struct{ order, page int }

func (c *checker) bad(format string, a ...any) {
	c.Helper()
	c.Errorf("%s: %s", c.name, fmt.Sprintf(format, a...))
}

// bounds are what a run covers: from descenders to capitals, without the white
// space at its ends.
type bounds struct {
	left, right, low, high float64
	text                   string
}

func boundsOf(r typeset.Run) (b bounds, ok bool) {
	text := ""
	x := r.X
	first := true
	for _, g := range r.Glyphs {
		text += g.Text
		space := strings.TrimSpace(g.Text) == "" && g.Text != ""
		if first && !space {
			b.left, first = x, false
		}
		x += float64(g.Advance) * r.Size / face.Em
		if !space {
			b.right = x
		}
	}
	b.low, b.high, b.text = r.Y-0.2*r.Size, r.Y+0.66*r.Size, text
	return b, !first
}

// An elementText is what an element says by itself, and where its runs begin.
type elementText struct {
	strings.Builder
	starts, order, pages []int
}

// read checks where marks stand, and collects the words. A word may be parted
// over two lines, but is all of one element.
func (c *checker) read() {
	texts := map[*typeset.Element]*elementText{}
	n := 0
	for i, page := range c.pages.Pages {
		var all []bounds
		furniture := ""
		for _, m := range page.Marks {
			c.inside(m)
			r, ok := m.(typeset.Run)
			if !ok {
				continue
			}
			b, ok := boundsOf(r)
			if ok {
				all = append(all, b)
			}
			if r.Furniture {
				furniture += b.text + "\n"
			}
			if e := r.Element; e != nil {
				t := texts[e]
				if t == nil {
					t = &elementText{}
					texts[e] = t
				}
				t.starts, t.order, t.pages = append(t.starts, t.Len()), append(t.order, n), append(t.pages, i)
				t.WriteString(b.text)
			}
			n++
		}
		if want := fmt.Sprintf("page %d of %d", i+1, len(c.pages.Pages)); !strings.Contains(furniture, want) {
			c.bad("page %d doesn't say %q but %q", i+1, want, furniture)
		}
		c.apart(all)
	}
	for _, t := range texts {
		c.find(t)
	}
	for _, places := range c.words {
		slices.SortFunc(places, func(a, b place) int { return a.order - b.order })
	}
}

// find finds the tokens in an element's text.
func (c *checker) find(t *elementText) {
	text := t.String()
	for i := 0; i < len(text); {
		j := strings.IndexByte(text[i:], 'w')
		if j < 0 {
			return
		}
		i += j
		end := i + 1
		for end < len(text) && text[end] >= '0' && text[end] <= '9' {
			end++
		}
		if end < len(text) && text[end] == '.' && end > i+1 {
			run, _ := slices.BinarySearch(t.starts, i+1)
			run--
			token := text[i : end+1]
			c.words[token] = append(c.words[token], place{t.order[run]<<20 + i, t.pages[run]})
		}
		i = end
	}
}

// inside checks that a mark is on the page.
func (c *checker) inside(m typeset.Mark) {
	in := func(x, y float64) bool {
		return x >= 0 && y >= 0 && x <= c.pages.Width && y <= c.pages.Height
	}
	ok := true
	switch m := m.(type) {
	case typeset.Run:
		b, some := boundsOf(m)
		ok = !some || in(b.left, b.low) && in(b.right, b.high)
		if !ok {
			c.bad("off the page: %q at %.0f–%.0f, %.0f", b.text, b.left, b.right, m.Y)
		}
		return
	case typeset.Rule:
		ok = in(m.X1, m.Y1) && in(m.X2, m.Y2)
	case typeset.Circle:
		ok = in(m.X-m.Radius, m.Y-m.Radius) && in(m.X+m.Radius, m.Y+m.Radius)
	case typeset.Oval:
		ok = in(m.X-m.Wide, m.Y-m.High) && in(m.X+m.Wide, m.Y+m.High)
	case typeset.Rect:
		ok = in(m.X, m.Y) && in(m.X+m.Width, m.Y+m.Height) && m.Width >= 0 && m.Height >= 0
	case typeset.Slot:
		ok = in(m.X, m.Y) && in(m.X+m.Width, m.Y+m.Size)
	}
	if !ok {
		c.bad("off the page: %#v", m)
	}
}

// apart checks that no two runs of a page overlap.
func (c *checker) apart(all []bounds) {
	const hair = 0.6
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.left+hair < b.right && b.left+hair < a.right && a.low+hair < b.high && b.low+hair < a.high {
				c.bad("%q and %q overlap", a.text, b.text)
				return
			}
		}
	}
}

// order checks that each text's words are there, in order, and once, but for a
// table's heads. What is printed twice to a page belongs to the structure once.
func (c *checker) order(w *writer) {
	for _, unit := range w.units {
		last := -1
		for _, token := range unit {
			places := c.words[token]
			if len(places) != 1 && !(w.heads[token] && len(places) > 0) {
				c.bad("%s is there %d times", token, len(places))
				return
			}
			if places[0].order <= last {
				c.bad("%s comes too early", token)
				return
			}
			last = places[0].order
		}
	}
}

// prompts checks that prompts are parted only with a finding.
func (c *checker) prompts(w *writer, findings []diag.Finding) {
	said := map[source.Span]bool{}
	for _, f := range findings {
		if f.Code == "L1" {
			said[f.At] = true
		}
	}
	for at, tokens := range w.prompts {
		for _, token := range tokens {
			first, here := c.words[tokens[0]], c.words[token]
			if len(first) > 0 && len(here) > 0 && first[0].page != here[0].page && !said[at] && !c.heldByTall(w, at, tokens, said) {
				c.bad("a prompt is parted between %s and %s", tokens[0], token)
				return
			}
		}
	}
}

// heldByTall says whether a prompt is within another one, or a panel, that is
// parted.
func (c *checker) heldByTall(w *writer, prompt source.Span, tokens []string, said map[source.Span]bool) bool {
	for at, others := range w.prompts {
		if at == prompt {
			for _, panel := range w.inside[at] {
				if said[panel] {
					return true
				}
			}
		}
		if said[at] && len(others) >= len(tokens) && slices.Contains(others, tokens[0]) {
			return true
		}
	}
	return false
}

// structure checks that elements hang on one root, and that links lead somewhere.
func (c *checker) structure() {
	var root *typeset.Element
	for _, page := range c.pages.Pages {
		for _, m := range page.Marks {
			e := m.Of()
			if e == nil {
				continue
			}
			for ; e.Parent != nil; e = e.Parent {
				if _, ok := c.pages.Anchors[e.Target]; e.Target != "" && !ok {
					c.bad("a link leads to %q, which is nowhere", e.Target)
				}
			}
			if root == nil {
				root = e
			}
			if e != root || e.Kind != "Document" {
				c.bad("an element hangs on %q", e.Kind)
				return
			}
		}
	}
}
