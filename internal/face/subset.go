package face

import (
	"errors"
	"fmt"
	"slices"
)

// subset makes a file with the glyphs of codes and what they are composed of,
// without instructions (they are for screens of few pixels, and most of the
// bytes). The result depends only on which codes are asked for.
func (t *sfnt) subset(codes []rune) ([]byte, error) {
	codes = slices.Compact(slices.Sorted(slices.Values(codes)))
	kept, places := []int{0}, map[int]int{0: 0}
	keep := func(g int) int {
		if _, ok := places[g]; !ok {
			places[g] = len(kept)
			kept = append(kept, g)
		}
		return places[g]
	}
	glyphs := make([]int, len(codes))
	for i, c := range codes {
		g := t.glyphOf(c)
		if c >= private {
			g = int(c) - private
		}
		if c <= 0 || c >= 0xF900 || g >= t.glyphs || g == 0 && c != private {
			return nil, fmt.Errorf("no glyph has code %U", c)
		}
		glyphs[i] = keep(g)
	}

	var glyf, loca, hmtx []byte
	for i := 0; i < len(kept); i++ { // kept grows: a composite brings its parts
		d, err := t.bareOutline(kept[i], keep)
		if err != nil {
			return nil, err
		}
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, d...)
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		hmtx = be.AppendUint16(hmtx, uint16(t.advance(kept[i])))
		hmtx = be.AppendUint16(hmtx, t.leftBearing(kept[i]))
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))

	head, hhea, maxp := slices.Clone(t.tables["head"]), slices.Clone(t.tables["hhea"]), slices.Clone(t.tables["maxp"])
	be.PutUint32(head[8:], 0)  // the checksum, set last
	be.PutUint16(head[50:], 1) // loca has four bytes
	be.PutUint16(hhea[34:], uint16(len(kept)))
	be.PutUint16(maxp[4:], uint16(len(kept)))
	if len(maxp) >= 28 {
		be.PutUint16(maxp[26:], 0) // no instructions
	}
	return assemble([]table{
		{"OS/2", t.tables["OS/2"]},
		{"cmap", writeCmap(codes, glyphs)},
		{"glyf", glyf},
		{"head", head},
		{"hhea", hhea},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", maxp},
		{"name", []byte{0, 0, 0, 0, 0, 6}}, // no names
		{"post", append([]byte{0, 3, 0, 0}, t.tables["post"][4:32]...)},
	}), nil
}

var errOutline = errors.New("an outline is cut off")

// bareOutline gives a glyph's outline without instructions; keep gives the new
// ids of the glyphs it is composed of.
func (t *sfnt) bareOutline(g int, keep func(int) int) ([]byte, error) {
	d := t.outline(g)
	if len(d) == 0 {
		return nil, nil
	}
	if len(d) < 12 {
		return nil, errOutline
	}
	contours := signed(d)
	if contours < 0 {
		return t.bareComposite(slices.Clone(d), keep)
	}
	at := 10 + 2*contours
	if len(d) < at+2 {
		return nil, errOutline
	}
	points := at + 2 + int(be.Uint16(d[at:]))
	if len(d) < points {
		return nil, errOutline
	}
	return slices.Concat(d[:at], []byte{0, 0}, d[points:]), nil
}

// The flags of a composite's part.
const (
	wordArguments   = 0x0001
	oneScale        = 0x0008
	morePartsFollow = 0x0020
	twoScales       = 0x0040
	matrix          = 0x0080
	hasInstructions = 0x0100
)

// bareComposite rewrites a composite glyph in place.
func (t *sfnt) bareComposite(d []byte, keep func(int) int) ([]byte, error) {
	for at := 10; ; {
		if len(d) < at+4 {
			return nil, errOutline
		}
		flags, part := be.Uint16(d[at:]), int(be.Uint16(d[at+2:]))
		if part >= t.glyphs {
			return nil, fmt.Errorf("a glyph is composed of glyph %d, which isn't there", part)
		}
		be.PutUint16(d[at:], flags&^hasInstructions)
		be.PutUint16(d[at+2:], uint16(keep(part)))
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if len(d) < at {
			return nil, errOutline
		}
		if flags&morePartsFollow == 0 {
			return d[:at], nil
		}
	}
}

type table struct {
	tag  string
	data []byte
}

// assemble writes a file of tables, which must be in the order of their tags.
func assemble(tables []table) []byte {
	n := len(tables)
	search, selector := searchRange(n)
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 * search, selector, 16 * (n - search)} {
		out = be.AppendUint16(out, uint16(v))
	}
	at, head := 12+16*n, 0
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		out = append(out, t.tag...)
		out = be.AppendUint32(out, checksum(t.data))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t.data)))
		at += len(t.data) + -len(t.data)&3
	}
	for _, t := range tables {
		out = append(out, t.data...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds the big-endian words of b, padded with zeros.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += be.Uint32(b)
	}
	var last [4]byte
	copy(last[:], b)
	return sum + be.Uint32(last[:])
}
