package passage

import (
	"math/rand"
	"testing"
)

// distances gives the edit distance of a pattern to what ends at each place of a
// text, cell by cell.
func distances(pattern, text []byte) []int {
	above := make([]int, len(pattern)+1)
	for i := range above {
		above[i] = i
	}
	out := []int{len(pattern)}
	for _, c := range text {
		row := make([]int, len(above))
		for i := 1; i < len(row); i++ {
			other := 1
			if pattern[i-1] == c {
				other = 0
			}
			row[i] = min(above[i-1]+other, above[i]+1, row[i-1]+1)
		}
		out = append(out, row[len(pattern)])
		above = row
	}
	return out
}

// TestMyers compares with the table written out, for patterns of one block and
// of several.
func TestMyers(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	letters := func(n int) []byte {
		b := make([]byte, n)
		for i := range b {
			b[i] = "abc"[rnd.Intn(3)]
		}
		return b
	}
	for _, n := range []int{1, 5, 63, 64, 65, 128, 130, 200} {
		for range 20 {
			pattern, text := letters(n), letters(n+rnd.Intn(2*n))
			p := newBitPattern(pattern)
			want := distances(pattern, text)
			for _, h := range p.search(text, n, 1000) {
				if want[h.to] != h.errors {
					t.Fatalf("%s in %s: %d errors at %d, want %d", pattern, text, h.errors, h.to, want[h.to])
				}
			}
			least := n
			for _, d := range want {
				least = min(least, d)
			}
			if hits := p.search(text, n, 1); least < n && (len(hits) != 1 || hits[0].errors != least) {
				t.Fatalf("%s in %s: %v, want %d errors", pattern, text, hits, least)
			}
			checkTrace(t, p, pattern, text, least)
		}
	}
}

// checkTrace says whether places are letters in order, and as few errors as can
// be.
func checkTrace(t *testing.T, p *bitPattern, pattern, text []byte, least int) {
	t.Helper()
	errors, last := 0, int32(-1)
	missing := 0
	for i, at := range p.trace(pattern, text) {
		if at < 0 {
			missing++
			continue
		}
		if text[at] != pattern[i] || at <= last {
			t.Fatalf("%s in %s: letter %d at %d after %d", pattern, text, i, at, last)
		}
		if last >= 0 {
			errors += max(missing, int(at-last)-1)
		} else {
			errors += missing
		}
		last, missing = at, 0
	}
	if errors+missing > least {
		t.Fatalf("%s in %s: traced with %d errors, want %d", pattern, text, errors+missing, least)
	}
}
