package lineation

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"go/format"
	"os"
	"slices"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationserifregular"
)

var update = flag.Bool("update", false, "write table1.go from the face, and the golden files")

// TestTable proves that the table is the face's: every character of Liberation
// Serif's character map, in its advance width, and nothing else.
func TestTable(t *testing.T) {
	widths := faceWidths(t, liberationserifregular.TTF)
	if *update {
		if err := os.WriteFile("table1.go", tableSource(t, widths), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("table1.go is written: run the tests again")
	}
	n := 0
	last := rune(-1)
	for _, s := range table1 {
		if s.first <= last {
			t.Errorf("the stretch at U+%04X is out of order", s.first)
		}
		last = s.first + rune(len(s.widths)) - 1
		for i, w := range s.widths {
			r := s.first + rune(i)
			n++
			if want, ok := widths[r]; !ok || want != w {
				t.Errorf("U+%04X is %d units wide in the table, %d in the face (in it: %v)", r, w, want, ok)
			}
		}
	}
	if n != len(widths) {
		t.Errorf("the table has %d characters, the face %d", n, len(widths))
	}
}

// TestTableIsPinned fails if the table ever changes, whatever the face does.
func TestTableIsPinned(t *testing.T) {
	h := sha256.New()
	for _, s := range table1 {
		fmt.Fprintln(h, s.first, s.widths)
	}
	const want = "e88d9e012197647e8a039094f9578242539a036dd6ab335676172bb17169f9e7"
	if got := fmt.Sprintf("%x", h.Sum(nil)); got != want {
		t.Errorf("the table of scheme 1 has checksum %s, it must stay %s: a change would be scheme 2", got, want)
	}
}

func TestWidths(t *testing.T) {
	tests := []struct {
		r    rune
		want int
	}{
		{' ', 512}, {'A', 1479}, {'i', 569}, {'—', 2048}, {'“', 909}, {'é', 909},
		{0x0301, 0}, {0xFE0F, 0}, {0x1AB0, 0}, // marks, in the table or not
		{'語', 1024}, {0x1F600, 1024}, {0x10FFFF, 1024},
	}
	for _, tt := range tests {
		if got := width1(tt.r); got != tt.want {
			t.Errorf("%q (U+%04X) is %d units wide, want %d", tt.r, tt.r, got, tt.want)
		}
	}
}

// tableSource writes the table as Go.
func tableSource(t *testing.T, widths map[rune]uint16) []byte {
	t.Helper()
	var runes []rune
	for r := range widths {
		runes = append(runes, r)
	}
	slices.Sort(runes)
	var b bytes.Buffer
	b.WriteString("package lineation\n\n" +
		"// table1 has the advance widths of Liberation Serif Regular 2.1 in 1/2048 em,\n" +
		"// stretch by stretch in the order of characters. TestTable wrote it (-update)\n" +
		"// and proves it; it never changes.\n" +
		"var table1 = [...]struct {\n\tfirst  rune\n\twidths []uint16\n}{\n")
	for i := 0; i < len(runes); {
		j := i + 1
		for j < len(runes) && runes[j] == runes[j-1]+1 {
			j++
		}
		fmt.Fprintf(&b, "{0x%04X, []uint16{", runes[i])
		for k, r := range runes[i:j] {
			if k%16 == 0 && j-i > 16 {
				b.WriteString("\n")
			}
			fmt.Fprintf(&b, "%d, ", widths[r])
		}
		if j-i > 16 {
			b.WriteString("\n")
		} else {
			b.Truncate(b.Len() - 2)
		}
		b.WriteString("}},\n")
		i = j
	}
	b.WriteString("}\n")
	out, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// faceWidths reads a TrueType face's cmap (format 4) and hmtx tables.
func faceWidths(t *testing.T, ttf []byte) map[rune]uint16 {
	t.Helper()
	u16 := func(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
	u32 := func(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }
	tables := map[string][]byte{}
	for i := range u16(ttf, 4) {
		e := 12 + 16*i
		tables[string(ttf[e:e+4])] = ttf[u32(ttf, e+8) : u32(ttf, e+8)+u32(ttf, e+12)]
	}
	if em := u16(tables["head"], 18); em != 2048 {
		t.Fatalf("the face has %d units to the em", em)
	}
	hmtx, metrics := tables["hmtx"], u16(tables["hhea"], 34)
	advance := func(glyph int) uint16 { return uint16(u16(hmtx, 4*min(glyph, metrics-1))) }

	cmap := tables["cmap"]
	for i := range u16(cmap, 2) {
		e := 4 + 8*i
		sub := cmap[u32(cmap, e+4):]
		if u16(cmap, e) != 3 || u16(cmap, e+2) != 1 || u16(sub, 0) != 4 {
			continue
		}
		out := map[rune]uint16{}
		n := u16(sub, 6) // twice the number of segments
		for s := 0; s < n; s += 2 {
			end, start := u16(sub, 14+s), u16(sub, 16+n+s)
			delta, offset := u16(sub, 16+2*n+s), u16(sub, 16+3*n+s)
			for c := start; c <= end && c != 0xFFFF; c++ {
				glyph := c + delta
				if offset != 0 {
					glyph = u16(sub, 16+3*n+s+offset+2*(c-start))
					if glyph != 0 {
						glyph += delta
					}
				}
				if glyph &= 0xFFFF; glyph != 0 {
					out[rune(c)] = advance(glyph)
				}
			}
		}
		return out
	}
	t.Fatal("the face has no Unicode character map of format 4")
	return nil
}
