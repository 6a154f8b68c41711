package face

import (
	"errors"
	"sort"
)

// segments is a character map of format 4: runs of characters, in order, whose
// glyphs are the character plus a delta, or stand in an array.
type segments struct {
	ends, starts, deltas, offsets []byte // 2 bytes each
	rest                          []byte // the glyph array behind offsets
}

// readCmap finds the map of the Basic Multilingual Plane (platform 3,
// encoding 1).
func readCmap(b []byte) (segments, error) {
	n := int(be.Uint16(b[2:]))
	if len(b) < 4+8*n {
		return segments{}, errors.New("cmap is cut off")
	}
	for i := range n {
		r := b[4+8*i:]
		if be.Uint32(r) != 3<<16|1 {
			continue
		}
		at := uint64(be.Uint32(r[4:]))
		if at+14 > uint64(len(b)) {
			return segments{}, errors.New("cmap is cut off")
		}
		if s := b[at:]; be.Uint16(s) == 4 {
			return readSegments(s)
		}
	}
	return segments{}, errors.New("no character map of format 4")
}

func readSegments(b []byte) (segments, error) {
	n := int(be.Uint16(b[6:])) &^ 1 // twice the number of segments
	if len(b) < 16+4*n {
		return segments{}, errors.New("character map is cut off")
	}
	return segments{
		ends: b[14 : 14+n], starts: b[16+n : 16+2*n], deltas: b[16+2*n : 16+3*n],
		offsets: b[16+3*n : 16+4*n], rest: b[16+3*n:],
	}, nil
}

func (s segments) glyph(r rune) int {
	if r < 0 || r > 0xFFFF {
		return 0
	}
	n := len(s.ends) / 2
	i := sort.Search(n, func(i int) bool { return rune(be.Uint16(s.ends[2*i:])) >= r })
	if i == n {
		return 0
	}
	start := rune(be.Uint16(s.starts[2*i:]))
	if r < start {
		return 0
	}
	delta, offset := be.Uint16(s.deltas[2*i:]), int(be.Uint16(s.offsets[2*i:]))
	if offset == 0 {
		return int(uint16(r) + delta)
	}
	at := 2*i + offset + 2*int(r-start)
	if at+2 > len(s.rest) {
		return 0
	}
	g := be.Uint16(s.rest[at:])
	if g == 0 {
		return 0
	}
	return int(g + delta)
}

// writeCmap makes a cmap table with one map of format 4 from codes, in order,
// to the glyphs of the same index.
func writeCmap(codes []rune, glyphs []int) []byte {
	type run struct{ start, end, delta int }
	var runs []run
	for i, c := range codes {
		code, delta := int(c), glyphs[i]-int(c)
		if n := len(runs); n > 0 && runs[n-1].end+1 == code && runs[n-1].delta == delta {
			runs[n-1].end = code
			continue
		}
		runs = append(runs, run{code, code, delta})
	}
	runs = append(runs, run{0xFFFF, 0xFFFF, 1})

	n := len(runs)
	search, selector := searchRange(n)
	b := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}
	for _, v := range []int{4, 16 + 8*n, 0, 2 * n, 2 * search, selector, 2 * (n - search)} {
		b = be.AppendUint16(b, uint16(v))
	}
	for _, r := range runs {
		b = be.AppendUint16(b, uint16(r.end))
	}
	b = append(b, 0, 0)
	for _, r := range runs {
		b = be.AppendUint16(b, uint16(r.start))
	}
	for _, r := range runs {
		b = be.AppendUint16(b, uint16(r.delta))
	}
	return append(b, make([]byte, 2*n)...)
}

// searchRange gives the largest power of two up to n, and its logarithm, as
// the directory and the character map want them.
func searchRange(n int) (power, log int) {
	power = 1
	for power*2 <= n {
		power *= 2
		log++
	}
	return power, log
}
