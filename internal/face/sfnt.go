package face

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// sfnt is a TrueType file, opened: the tables that measuring and subsetting
// need, checked once so that later reads can't leave them. It never changes,
// and may be shared.
//
// Source: the OpenType specification 1.9, chapters head, hhea, maxp, hmtx,
// loca, glyf, cmap, post, OS/2.
type sfnt struct {
	file    []byte
	tables  map[string][]byte
	glyphs  int      // how many there are
	long    int      // how many have an advance of their own in hmtx
	loca    []uint32 // glyphs+1 offsets into glyf
	cmap    segments
	low     [lowest]uint16 // the glyphs of the first characters
	metrics Metrics
}

// lowest is the first character beyond those that are looked up at once: Latin
// of Europe is below.
const lowest = 0x180

var be = binary.BigEndian

// least gives the tables that must be there and their least lengths in bytes.
var least = []struct {
	tag  string
	size int
}{{"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4}, {"loca", 4}, {"glyf", 0}, {"cmap", 4}, {"post", 32}, {"OS/2", 96}}

// parseSfnt opens a TrueType file; the result shares its bytes.
func parseSfnt(b []byte) (*sfnt, error) {
	tables, err := readDirectory(b)
	if err != nil {
		return nil, err
	}
	for _, t := range least {
		if d, ok := tables[t.tag]; !ok || len(d) < t.size {
			return nil, fmt.Errorf("table %q is missing or too short", t.tag)
		}
	}
	t := &sfnt{file: b, tables: tables}
	if em := be.Uint16(tables["head"][18:]); em != Em {
		return nil, fmt.Errorf("%d units in an em, not %d", em, Em)
	}
	t.glyphs = int(be.Uint16(tables["maxp"][4:]))
	t.long = int(be.Uint16(tables["hhea"][34:]))
	if t.long < 1 || t.long > t.glyphs || len(tables["hmtx"]) < 4*t.long+2*(t.glyphs-t.long) {
		return nil, errors.New("hmtx doesn't fit the number of glyphs")
	}
	if private+t.glyphs > 0xF900 {
		return nil, errors.New("more glyphs than private codes")
	}
	if err := t.readLoca(); err != nil {
		return nil, err
	}
	if t.cmap, err = readCmap(tables["cmap"]); err != nil {
		return nil, err
	}
	for r := range rune(lowest) {
		if g := t.cmap.glyph(r); g < t.glyphs {
			t.low[r] = uint16(g)
		}
	}
	t.metrics = Metrics{
		Ascent: signed(tables["hhea"][4:]), Descent: signed(tables["hhea"][6:]),
		XHeight: signed(tables["OS/2"][86:]), CapHeight: signed(tables["OS/2"][88:]),
	}
	return t, nil
}

func signed(b []byte) int { return int(int16(be.Uint16(b))) }

func readDirectory(b []byte) (map[string][]byte, error) {
	if len(b) < 12 || be.Uint32(b) != 0x00010000 {
		return nil, errors.New("not a TrueType file")
	}
	n := int(be.Uint16(b[4:]))
	if len(b) < 12+16*n {
		return nil, errors.New("directory is cut off")
	}
	tables := make(map[string][]byte, n)
	for i := range n {
		r := b[12+16*i:]
		at, size := uint64(be.Uint32(r[8:])), uint64(be.Uint32(r[12:]))
		if at+size > uint64(len(b)) {
			return nil, fmt.Errorf("table %q reaches past the end", r[:4])
		}
		tables[string(r[:4])] = b[at : at+size : at+size]
	}
	return tables, nil
}

func (t *sfnt) readLoca() error {
	d, wide := t.tables["loca"], be.Uint16(t.tables["head"][50:]) == 1
	size := 2
	if wide {
		size = 4
	}
	if len(d) < size*(t.glyphs+1) {
		return errors.New("loca is cut off")
	}
	t.loca = make([]uint32, t.glyphs+1)
	for i := range t.loca {
		if wide {
			t.loca[i] = be.Uint32(d[4*i:])
		} else {
			t.loca[i] = 2 * uint32(be.Uint16(d[2*i:]))
		}
		if i > 0 && t.loca[i] < t.loca[i-1] {
			return errors.New("loca runs backwards")
		}
	}
	if uint64(t.loca[t.glyphs]) > uint64(len(t.tables["glyf"])) {
		return errors.New("loca reaches past glyf")
	}
	return nil
}

// glyphOf gives a character's glyph, 0 if there is none.
func (t *sfnt) glyphOf(r rune) int {
	if r >= 0 && r < lowest {
		return int(t.low[r])
	}
	if g := t.cmap.glyph(r); g < t.glyphs {
		return g
	}
	return 0
}

// advance gives a glyph's advance; 0 <= g < t.glyphs.
func (t *sfnt) advance(g int) int {
	return int(be.Uint16(t.tables["hmtx"][4*min(g, t.long-1):]))
}

func (t *sfnt) leftBearing(g int) uint16 {
	h := t.tables["hmtx"]
	if g < t.long {
		return be.Uint16(h[4*g+2:])
	}
	return be.Uint16(h[4*t.long+2*(g-t.long):])
}

// outline gives a glyph's description, empty for a blank.
func (t *sfnt) outline(g int) []byte { return t.tables["glyf"][t.loca[g]:t.loca[g+1]] }
