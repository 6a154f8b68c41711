package roster

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
)

// Watched is a student in the inner circle and those outside who listen to them,
// as indices of the class.
type Watched struct {
	Inside  int
	Outside []int
}

// Circles deals a class into an inner and an outer circle, each outside with a
// partner to listen to inside, and says who is where in the first half of a talk
// and in the second, when the circles change places and the partners stay. Of an
// odd class the outer circle is larger by one, and one inside has two partners.
// Both lists are in the order of last names, where those are known.
//
// The circles are a promise like forms: the same students and the same seed make
// the same ones, in whatever order they are listed. So everybody is put in the
// order of the SHA-256 of
//
//	scheme  length, then the bytes of "quire circles 1"
//	seed    length, then its bytes
//	name    length, then its bytes in lower case
//	ID      length, then its bytes
//	n       how many before in the list have the same name and ID
//
// where lengths and n are 32 bits, big-endian. The first half of these are the
// inner circle; the first of it and the first of the other half are partners, and
// so on.
func Circles(class *Class, seed string) (first, second []Watched) {
	n := len(class.Students)
	order := drawn(class, seed)
	inner := max(n/2, min(n, 1))
	for i, in := range order[:inner] {
		first = append(first, Watched{Inside: in})
		for j := inner + i; j < n; j += inner {
			first[i].Outside = append(first[i].Outside, order[j])
		}
	}
	for _, w := range first {
		for _, out := range w.Outside {
			second = append(second, Watched{out, []int{w.Inside}})
		}
	}
	byName := func(a, b Watched) int {
		x, y := class.Students[a.Inside], class.Students[b.Inside]
		return cmp.Or(strings.Compare(x.Filed, y.Filed), strings.Compare(x.ID, y.ID), cmp.Compare(a.Inside, b.Inside))
	}
	slices.SortFunc(first, byName)
	slices.SortFunc(second, byName)
	return first, second
}

// drawn puts a class in an order that depends on the seed.
func drawn(class *Class, seed string) []int {
	type draw struct {
		sum [sha256.Size]byte
		of  int
	}
	twins := map[[2]string]uint32{}
	all := make([]draw, len(class.Students))
	for i, s := range class.Students {
		who := [2]string{nameKey(s.Name), s.ID}
		var b []byte
		for _, part := range []string{"quire circles 1", seed, who[0], who[1]} {
			b = binary.BigEndian.AppendUint32(b, uint32(len(part)))
			b = append(b, part...)
		}
		all[i] = draw{sha256.Sum256(binary.BigEndian.AppendUint32(b, twins[who])), i}
		twins[who]++
	}
	slices.SortFunc(all, func(a, b draw) int { return bytes.Compare(a.sum[:], b.sum[:]) })
	order := make([]int, len(all))
	for i, d := range all {
		order[i] = d.of
	}
	return order
}
