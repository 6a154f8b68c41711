package face

import (
	"errors"
	"fmt"
	"slices"
)

// FirstMerged is the first code of a merged program.
const FirstMerged = 0x100

// maxMerged is how many codes fit between FirstMerged and the surrogates.
const maxMerged = 0xD800 - FirstMerged

// share is what one face gives to a merged program.
type share struct {
	*sfnt
	codes []rune
}

// outlineOf names a glyph of a face.
type outlineOf struct {
	of    *sfnt
	glyph int
}

// merger gathers the glyphs of a merged program.
type merger struct {
	kept   []outlineOf // by their new ids; 0 is .notdef, of the first face
	places map[outlineOf]int
}

func (m *merger) keep(of *sfnt, glyph int) int {
	o := outlineOf{of, glyph}
	id, ok := m.places[o]
	if !ok {
		id = len(m.kept)
		m.places[o] = id
		m.kept = append(m.kept, o)
	}
	return id
}

// merge makes one file of what all shares give and what that is composed of,
// without instructions (they are for screens of few pixels, and most of the
// bytes). What it says of the whole are the first share's measures, but the
// limits are those of all.
func merge(shares []share) ([]byte, error) {
	m := &merger{places: map[outlineOf]int{}}
	first := shares[0].sfnt
	m.kept = append(m.kept, outlineOf{first, 0})
	var codes []rune
	var glyphs []int
	for _, s := range shares {
		for _, c := range s.codes {
			g, err := s.coded(c)
			if err != nil {
				return nil, err
			}
			if g > 0 {
				g = m.keep(s.sfnt, g)
			}
			codes, glyphs = append(codes, FirstMerged+rune(len(codes))), append(glyphs, g)
		}
	}
	if len(codes) > maxMerged {
		return nil, fmt.Errorf("%d glyphs are more than one program holds", len(codes))
	}

	glyf, loca := make([]byte, 0, 1<<16), make([]byte, 0, 4*len(codes)+256)
	hmtx := make([]byte, 0, cap(loca))
	for i := 0; i < len(m.kept); i++ { // kept grows: a composite brings its parts
		k := m.kept[i]
		loca = be.AppendUint32(loca, uint32(len(glyf)))
		var err error
		if glyf, err = m.appendBare(glyf, k); err != nil {
			return nil, err
		}
		glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		hmtx = be.AppendUint16(hmtx, uint16(k.of.advance(k.glyph)))
		hmtx = be.AppendUint16(hmtx, k.of.leftBearing(k.glyph))
	}
	loca = be.AppendUint32(loca, uint32(len(glyf)))

	head, maxp := limits(shares)
	hhea := slices.Clone(first.tables["hhea"])
	be.PutUint16(hhea[34:], uint16(len(m.kept)))
	be.PutUint16(maxp[4:], uint16(len(m.kept)))
	return assemble([]table{
		{"OS/2", first.tables["OS/2"]},
		{"cmap", writeCmap(codes, glyphs)},
		{"glyf", glyf},
		{"head", head},
		{"hhea", hhea},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", maxp},
		{"name", []byte{0, 0, 0, 0, 0, 6}}, // no names
		{"post", append([]byte{0, 3, 0, 0}, first.tables["post"][4:32]...)},
	}), nil
}

// coded gives the glyph of a code, 0 only for .notdef's own.
func (t *sfnt) coded(c rune) (int, error) {
	g := t.glyphOf(c)
	if c >= private {
		g = int(c) - private
	}
	if c <= 0 || c >= 0xF900 || g >= t.glyphs || g == 0 && c != private {
		return 0, fmt.Errorf("no glyph has code %U", c)
	}
	return g, nil
}

// limits makes the tables head and maxp: a box around the boxes of all faces,
// the most that a glyph of any has of anything.
func limits(shares []share) (head, maxp []byte) {
	head, maxp = slices.Clone(shares[0].tables["head"]), slices.Clone(shares[0].tables["maxp"])
	for _, s := range shares[1:] {
		for at := 36; at < 44; at += 2 {
			here, there := signed(head[at:]), signed(s.tables["head"][at:])
			if at < 40 == (there < here) {
				be.PutUint16(head[at:], uint16(there))
			}
		}
		other := s.tables["maxp"]
		for at := 6; at+2 <= min(len(maxp), len(other)); at += 2 {
			be.PutUint16(maxp[at:], max(be.Uint16(maxp[at:]), be.Uint16(other[at:])))
		}
	}
	be.PutUint32(head[8:], 0)  // the checksum, set last
	be.PutUint16(head[50:], 1) // loca has four bytes
	if len(maxp) >= 28 {
		be.PutUint16(maxp[26:], 0) // no instructions
	}
	return head, maxp
}

var errOutline = errors.New("an outline is cut off")

// appendBare writes a glyph's outline without instructions.
func (m *merger) appendBare(b []byte, k outlineOf) ([]byte, error) {
	d := k.of.outline(k.glyph)
	if len(d) == 0 {
		return b, nil
	}
	if len(d) < 12 {
		return nil, errOutline
	}
	contours := signed(d)
	if contours < 0 {
		start := len(b)
		b = append(b, d...)
		n, err := m.bareComposite(k.of, b[start:])
		return b[:start+n], err
	}
	at := 10 + 2*contours
	if len(d) < at+2 {
		return nil, errOutline
	}
	points := at + 2 + int(be.Uint16(d[at:]))
	if len(d) < points {
		return nil, errOutline
	}
	return append(append(append(b, d[:at]...), 0, 0), d[points:]...), nil
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

// bareComposite rewrites a composite glyph in place and gives its length.
func (m *merger) bareComposite(of *sfnt, d []byte) (int, error) {
	for at := 10; ; {
		if len(d) < at+4 {
			return 0, errOutline
		}
		flags, part := be.Uint16(d[at:]), int(be.Uint16(d[at+2:]))
		if part >= of.glyphs {
			return 0, fmt.Errorf("a glyph is composed of glyph %d, which isn't there", part)
		}
		be.PutUint16(d[at:], flags&^hasInstructions)
		be.PutUint16(d[at+2:], uint16(m.keep(of, part)))
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
			return 0, errOutline
		}
		if flags&morePartsFollow == 0 {
			return at, nil
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
	size := 12 + 16*n
	for _, t := range tables {
		size += len(t.data) + -len(t.data)&3
	}
	out := append(make([]byte, 0, size), 0, 1, 0, 0)
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
