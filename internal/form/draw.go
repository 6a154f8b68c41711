package form

import (
	"crypto/sha256"
	"encoding/binary"
)

// Forms are a promise: last year's form B must come out again. So the draws
// are our own, and these are their exact bytes.
//
// Block k of a response's stream is SHA-256 of
//
//	scheme    length, then the bytes of "quire form 1"
//	seed      length, then its bytes
//	form      length, then the bytes of its name
//	item      length, then the bytes of its id
//	response  its index in the item
//	k
//
// where lengths, index and k are 32 bits, big-endian, so that no two different
// inputs run together. A block gives eight numbers of 32 bits, big-endian, in
// order. A draw below n takes the next number that is less than the largest
// multiple of n up to 2^32, modulo n: every outcome is exactly as likely.
//
// A shuffle runs over the parts that aren't pinned, from the last down to the
// second, and swaps each with the one drawn among those up to it (Durstenfeld
// 1964). A shuffle that comes out solved is drawn again from the same stream.
const scheme = "quire form 1"

type draw struct {
	prefix  []byte // all but k
	counter uint32
	block   [sha256.Size]byte
	left    []byte // of block, not yet used
}

func newDraw(seed, form, item string, response int) *draw {
	var b []byte
	for _, s := range [...]string{scheme, seed, form, item} {
		b = binary.BigEndian.AppendUint32(b, uint32(len(s)))
		b = append(b, s...)
	}
	return &draw{prefix: binary.BigEndian.AppendUint32(b, uint32(response))}
}

func (d *draw) next() uint32 {
	if len(d.left) == 0 {
		d.block = sha256.Sum256(binary.BigEndian.AppendUint32(d.prefix, d.counter))
		d.counter++
		d.left = d.block[:]
	}
	v := binary.BigEndian.Uint32(d.left)
	d.left = d.left[4:]
	return v
}

// below draws a number in [0, n).
func (d *draw) below(n int) int {
	const all = uint64(1) << 32
	limit := all - all%uint64(n)
	for {
		if v := uint64(d.next()); v < limit {
			return int(v % uint64(n))
		}
	}
}

// order draws an order of n parts; pinned ones stay where they were written.
func (d *draw) order(n int, pinned []bool) []int {
	order := asWritten(n)
	free := movable(n, pinned)
	for i := len(free) - 1; i > 0; i-- {
		j := d.below(i + 1)
		order[free[i]], order[free[j]] = order[free[j]], order[free[i]]
	}
	return order
}

func asWritten(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

// movable lists the parts that aren't pinned. Pinned may be nil.
func movable(n int, pinned []bool) []int {
	free := make([]int, 0, n)
	for i := range n {
		if i >= len(pinned) || !pinned[i] {
			free = append(free, i)
		}
	}
	return free
}
