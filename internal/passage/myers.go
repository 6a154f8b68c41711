package passage

// Approximate matching by bit vectors: G. Myers, A fast bit-vector algorithm for
// approximate string matching based on dynamic programming, Journal of the ACM
// 46, 1999; in blocks of 64 letters for longer patterns, with the carries of H.
// Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit
// distances, Nordic Journal of Computing 10, 2003.
//
// A column of the table of edit distances between a pattern and what ends at a
// letter of a text is kept as the differences between its cells: a bit each for
// +1 and for -1. The text may begin anywhere at no cost.

// bitPattern says where in a pattern each byte stands.
type bitPattern struct {
	size   int
	blocks int
	bits   []uint64 // by byte, then by block
}

func newBitPattern(p []byte) *bitPattern {
	b := &bitPattern{size: len(p), blocks: (len(p) + 63) / 64}
	b.bits = make([]uint64, 256*b.blocks)
	for i, c := range p {
		b.bits[int(c)*b.blocks+i>>6] |= 1 << (i & 63)
	}
	return b
}

// column is a column of one block: where its cells are one more, or one less,
// than the ones above them.
type column struct{ plus, minus uint64 }

// advance goes on to the next letter of the text, whose places in the block
// are eq. in is the difference along the row above the block, out that along
// the row of bit top.
func (c *column) advance(eq uint64, in int, top uint) (out int) {
	xv := eq | c.minus
	if in < 0 {
		eq |= 1
	}
	xh := (((eq & c.plus) + c.plus) ^ c.plus) | eq
	plus := c.minus | ^(xh | c.plus)
	minus := c.plus & xh
	out = int(plus>>top&1) - int(minus>>top&1)
	plus <<= 1
	minus <<= 1
	if in < 0 {
		minus |= 1
	} else if in > 0 {
		plus |= 1
	}
	c.plus = minus | ^(xv | plus)
	c.minus = plus & xv
	return out
}

// hit is a place where a pattern ends, and how many errors it has there.
type hit struct{ to, errors int }

// search finds where a text has a pattern with at most so many errors: of places
// nearer to each other than half the pattern the best, and of all these the
// best, no more than most, in no order.
func (b *bitPattern) search(text []byte, errors, most int) []hit {
	if b.size == 0 {
		return nil
	}
	m := lows{top: top{most: most}, errors: errors, apart: b.size / 2}
	m.best.errors = errors + 1
	if b.blocks == 1 {
		b.searchBlock(text, &m)
	} else {
		b.searchBlocks(text, &m)
	}
	m.keep()
	return m.hits
}

// searchBlock is searchBlocks for a pattern of one block, which nearly all are:
// several times as fast, since nothing is carried.
func (b *bitPattern) searchBlock(text []byte, m *lows) {
	bits := (*[256]uint64)(b.bits)
	last := uint(b.size-1) & 63
	score := b.size
	plus, minus := ^uint64(0), uint64(0)
	for i, c := range text {
		eq := bits[c]
		xv := eq | minus
		xh := (((eq & plus) + plus) ^ plus) | eq
		up := minus | ^(xh | plus)
		down := plus & xh
		score += int(up>>last&1) - int(down>>last&1)
		up <<= 1
		plus = down<<1 | ^(xv | up)
		minus = up & xv
		if score <= m.errors || m.best.to > 0 {
			m.meet(i+1, score)
		}
	}
}

func (b *bitPattern) searchBlocks(text []byte, m *lows) {
	columns := make([]column, b.blocks)
	for i := range columns {
		columns[i].plus = ^uint64(0)
	}
	last := uint(b.size-1) & 63
	score := b.size
	for i, c := range text {
		carry := 0
		eq := b.bits[int(c)*b.blocks : (int(c)+1)*b.blocks]
		for k := range b.blocks - 1 {
			carry = columns[k].advance(eq[k], carry, 63)
		}
		score += columns[b.blocks-1].advance(eq[b.blocks-1], carry, last)
		m.meet(i+1, score)
	}
}

// lows keeps the best of hits that are near each other.
type lows struct {
	top
	errors, apart int
	best          hit // of those at hand; to is 0 if there is none
}

// meet takes a place of the text, in order, and how many errors it has.
func (m *lows) meet(to, errors int) {
	if errors < m.best.errors {
		m.best = hit{to, errors}
	}
	if to-m.best.to > m.apart {
		m.keep()
	}
}

func (m *lows) keep() {
	if m.best.to > 0 {
		m.add(m.best)
	}
	m.best = hit{errors: m.errors + 1}
}

// top keeps the best hits.
type top struct {
	most int
	hits []hit
}

func (t *top) add(h hit) {
	if len(t.hits) < t.most {
		t.hits = append(t.hits, h)
		return
	}
	worst := 0
	for i := range t.hits {
		if t.hits[i].errors > t.hits[worst].errors {
			worst = i
		}
	}
	if h.errors < t.hits[worst].errors {
		t.hits[worst] = h
	}
}

// trace aligns a pattern with the stretch of a text that it is nearest to. For
// each letter of the pattern it gives the place of the same letter in the text,
// -1 for one that is missing or another.
func (b *bitPattern) trace(pattern, text []byte) []int32 {
	if b.size == 0 {
		return nil
	}
	table := make([]column, (len(text)+1)*b.blocks)
	for k := range b.blocks {
		table[k].plus = ^uint64(0)
	}
	last := uint(b.size-1) & 63
	score, least, end := b.size, b.size, 0
	for i, c := range text {
		row := table[(i+1)*b.blocks : (i+2)*b.blocks]
		copy(row, table[i*b.blocks:])
		eq := b.bits[int(c)*b.blocks : (int(c)+1)*b.blocks]
		carry := 0
		for k := range b.blocks - 1 {
			carry = row[k].advance(eq[k], carry, 63)
		}
		score += row[b.blocks-1].advance(eq[b.blocks-1], carry, last)
		if score <= least {
			least, end = score, i+1
		}
	}
	places := make([]int32, b.size)
	for i := range places {
		places[i] = -1
	}
	for i, j := b.size, end; i > 0 && j > 0; {
		at := (i - 1) >> 6
		bit := uint64(1) << ((i - 1) & 63)
		if table[j*b.blocks+at].plus&bit != 0 { // the letter is missing
			i--
			continue
		}
		j--
		if table[j*b.blocks+at].minus&bit != 0 { // the text has one more
			continue
		}
		i--
		if pattern[i] == text[j] {
			places[i] = int32(j)
		}
	}
	return places
}
