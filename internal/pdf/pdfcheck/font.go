package pdfcheck

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// font is a Type0 font with Identity-H: what each code is worth.
type font struct {
	name    string
	widths  map[uint16]float64 // declared, in thousandths of the size
	unicode map[uint16]string
	glyphs  []byte    // CIDToGIDMap
	actual  []float64 // by glyph, in the embedded program
}

// load reads a font and checks that it is embedded, subset and complete.
func (c *checker) load(ref types.Object) *font {
	n := id(ref)
	if f, ok := c.fonts[n]; ok {
		return f
	}
	d := c.dict(ref)
	if d == nil {
		c.fail("there is no font %v", ref)
		return nil
	}
	f := &font{name: name(d, "BaseFont")}
	c.fonts[n] = f
	if name(d, "Subtype") != "Type0" || name(d, "Encoding") != "Identity-H" {
		c.fail("font %s isn't a Type0 with Identity-H", f.name)
		return f
	}
	if tag, _, ok := strings.Cut(f.name, "+"); !ok || len(tag) != 6 || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		c.fail("font %s isn't named as a subset", f.name)
	}
	f.unicode = readUnicode(c.stream(d["ToUnicode"]))
	if len(f.unicode) == 0 {
		c.fail("font %s has no map to Unicode", f.name)
	}
	descendants := c.array(d["DescendantFonts"])
	if len(descendants) != 1 {
		c.fail("font %s has no descendant", f.name)
		return f
	}
	cid := c.dict(descendants[0])
	descriptor := c.dict(cid["FontDescriptor"])
	if name(cid, "BaseFont") != f.name || name(descriptor, "FontName") != f.name {
		c.fail("font %s has another name below", f.name)
	}
	f.glyphs = c.stream(cid["CIDToGIDMap"])
	f.widths = c.widths(cid)
	var err error
	if f.actual, err = programWidths(c.stream(descriptor["FontFile2"])); err != nil {
		c.fail("font %s: %v", f.name, err)
	}
	return f
}

// problem says what is wrong with a glyph that is shown.
func (f *font) problem(code uint16) string {
	at := 2 * int(code)
	if at+2 > len(f.glyphs) {
		return fmt.Sprintf("%s maps no code %04X", f.name, code)
	}
	g := int(binary.BigEndian.Uint16(f.glyphs[at:]))
	switch t, ok := f.unicode[code]; {
	case g == 0:
		return fmt.Sprintf("%s shows .notdef for %04X", f.name, code)
	case g >= len(f.actual):
		return fmt.Sprintf("%s has no glyph %d", f.name, g)
	case math.Abs(f.actual[g]-f.widths[code]) > 1:
		return fmt.Sprintf("%s declares %g for %04X, which is %g wide", f.name, f.widths[code], code, f.actual[g])
	case !ok || t == "" || strings.ContainsAny(t, "\x00\ufeff\ufffe"):
		return fmt.Sprintf("%s says %q for %04X", f.name, t, code)
	}
	return ""
}

// widths reads DW and W: "c [w1 w2 …]" and "first last w".
func (c *checker) widths(cid types.Dict) map[uint16]float64 {
	out := map[uint16]float64{}
	w := c.array(cid["W"])
	for i := 0; i+1 < len(w); {
		first := int(value(w[i]))
		if list, ok := w[i+1].(types.Array); ok {
			for j, o := range list {
				out[uint16(first+j)] = value(o)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			break
		}
		for code := first; code <= int(value(w[i+1])) && code <= 0xFFFF; code++ {
			out[uint16(code)] = value(w[i+2])
		}
		i += 3
	}
	return out
}

func value(o types.Object) float64 {
	switch v := o.(type) {
	case types.Integer:
		return float64(v)
	case types.Float:
		return float64(v)
	}
	return math.NaN()
}

// programWidths reads the advances of a TrueType file in thousandths.
func programWidths(b []byte) ([]float64, error) {
	be := binary.BigEndian
	if len(b) < 12 {
		return nil, fmt.Errorf("isn't embedded")
	}
	tables := map[string][]byte{}
	for i := range int(be.Uint16(b[4:])) {
		if 12+16*i+16 > len(b) {
			break
		}
		r := b[12+16*i:]
		at, n := int(be.Uint32(r[8:])), int(be.Uint32(r[12:]))
		if at <= len(b) && n <= len(b)-at {
			tables[string(r[:4])] = b[at : at+n]
		}
	}
	head, hhea, maxp, hmtx := tables["head"], tables["hhea"], tables["maxp"], tables["hmtx"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return nil, fmt.Errorf("has a damaged program")
	}
	em, long, glyphs := float64(be.Uint16(head[18:])), int(be.Uint16(hhea[34:])), int(be.Uint16(maxp[4:]))
	if long == 0 || len(hmtx) < 4*long {
		return nil, fmt.Errorf("has a damaged program")
	}
	out := make([]float64, glyphs)
	for g := range out {
		out[g] = float64(be.Uint16(hmtx[4*min(g, long-1):])) * 1000 / em
	}
	return out, nil
}

// readUnicode reads the bfchar lines of a map to Unicode.
func readUnicode(b []byte) map[uint16]string {
	out := map[uint16]string{}
	inside := false
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasSuffix(line, "beginbfchar"):
			inside = true
		case line == "endbfchar":
			inside = false
		case inside:
			from, to, _ := strings.Cut(strings.Trim(strings.ReplaceAll(line, " ", ""), "<>"), "><")
			code, err := hex.DecodeString(from)
			text, err2 := hex.DecodeString(to)
			if err != nil || err2 != nil || len(code) != 2 {
				continue
			}
			units := make([]uint16, len(text)/2)
			for i := range units {
				units[i] = binary.BigEndian.Uint16(text[2*i:])
			}
			out[binary.BigEndian.Uint16(code)] = string(utf16.Decode(units))
		}
	}
	return out
}
