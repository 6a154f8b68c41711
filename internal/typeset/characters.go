package typeset

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/diag"
	"quire/internal/face"
	"quire/internal/source"
)

// Setting says how one character is set: in which face, as what instead of
// itself, or not at all.
type setting struct {
	face  face.ID
	words string // what stands in for it; empty for itself
	sign  rune   // it is drawn; else 0
	drop  bool
}

// Characters finds a face for each character and remembers those that none has.
type characters struct {
	faces   *face.Set
	known   map[charIn]setting
	missing map[rune]*missing
	order   []rune // of missing, as they were met
	quiet   bool   // what is set now was set and reported before
}

type charIn struct {
	face face.ID
	r    rune
}

type missing struct {
	at    source.Span
	times int
}

// plain is how printing ASCII is set in a face: as itself.
func (c *characters) plain(id face.ID) setting { return setting{face: id} }

// set says how a character is set in a face. At is the text it stands in.
func (c *characters) set(id face.ID, r rune, at source.Span) setting {
	key := charIn{id, r}
	s, ok := c.known[key]
	if !ok {
		s = c.find(id, r)
		c.known[key] = s
	}
	if s.words == box && r != '□' && !c.quiet {
		m := c.missing[r]
		if m == nil {
			m = &missing{at: narrow(at, r)}
			c.missing[r] = m
			c.order = append(c.order, r)
		}
		m.times++
	}
	return s
}

// box is printed for what no face has.
const box = "□"

func (c *characters) find(id face.ID, r rune) setting {
	switch {
	case isSpace(r) || isHeldSpace(r):
		return setting{face: id}
	case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
		return setting{face: id, drop: true}
	case rightToLeft(r):
		return c.replacement()
	case c.faces.Has(id, r):
		return setting{face: id}
	}
	for _, other := range instead(id) {
		if c.faces.Has(other, r) {
			return setting{face: other}
		}
	}
	if s, ok := lookalikes[r]; ok {
		return setting{face: id, words: s}
	}
	if findSign(r) != nil {
		return setting{face: id, sign: r}
	}
	return c.replacement()
}

func (c *characters) replacement() setting { return setting{face: face.Sans, words: box} }

// instead lists the faces to try for a character that a face lacks: the other
// family's same cut, then the regular ones.
func instead(id face.ID) []face.ID {
	other := (id + face.Sans) % face.Count
	return []face.ID{other, face.Serif, face.Sans}
}

// lookalikes stand in for characters that differ in how they behave, or only in
// their drawing.
var lookalikes = map[rune]string{
	'\u2010': "-", '\u2011': "-", '\u2012': "–", '\u2015': "—", '\u2212': "–", '\u02BC': "’",
	'⟶': "→", '➔': "→", '➜': "→", '▶': "►", '◀': "◄", '℃': "°C",
}

// rightToLeft says whether a character is of a script written from right to
// left, by the blocks that Unicode keeps for them.
func rightToLeft(r rune) bool {
	switch {
	case r < 0x0590:
		return false
	case r <= 0x08FF, r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFC,
		r >= 0x10800 && r <= 0x10FFF, r >= 0x1E800 && r <= 0x1EFFF:
		return true
	}
	return false
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0x1680, 0x2028, 0x2029, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A && r != 0x2007
}

// isHeldSpace says whether a space holds what it stands between together.
func isHeldSpace(r rune) bool { return r == 0xA0 || r == 0x2007 || r == 0x202F }

// narrow finds a character in the text that a span marks, the whole span if it
// was written otherwise there.
func narrow(at source.Span, r rune) source.Span {
	if i := strings.IndexRune(at.String(), r); i >= 0 {
		return at.Sub(i, i+utf8.RuneLen(r))
	}
	return at
}

// mostMissing bounds how many characters are reported one by one.
const mostMissing = 20

func (c *characters) report(findings *diag.List) {
	reversed := false
	for i, r := range c.order {
		m := c.missing[r]
		if rightToLeft(r) {
			if !reversed {
				findings.Error("L2", m.at, fmt.Sprintf("a script that runs from right to left can't be set yet (U+%04X)", r),
					"Write these words in Latin letters, or put a picture of them on a sheet of their own.")
			}
			reversed = true
			continue
		}
		if i >= mostMissing {
			findings.Error("L2", m.at, fmt.Sprintf("no face has %d more characters, this one first (U+%04X)", len(c.order)-i, r),
				"Only Latin, Greek and Cyrillic letters and common signs can be printed.")
			return
		}
		times := ""
		if m.times > 1 {
			times = fmt.Sprintf(", %d times", m.times)
		}
		findings.Error("L2", m.at, fmt.Sprintf("no face has the character %s (U+%04X)%s", diag.Visible(string(r)), r, times),
			"Replace it by one that can be printed; a box stands in its place.")
	}
}
