package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"unicode/utf16"

	"quire/internal/face"
)

// glyphsUsed holds what each code of a face stands for. Whichever comes first
// must not matter, so of two texts the smaller is kept, and any before none.
type glyphsUsed map[rune]string

// useGlyphs enters glyphs that are shown.
func (w *Writer) useGlyphs(id face.ID, glyphs []face.Glyph) error {
	if id >= face.Count {
		return fmt.Errorf("there is no face %d", id)
	}
	used := w.used[id]
	if used == nil {
		used = glyphsUsed{}
		w.used[id] = used
	}
	for _, g := range glyphs {
		if g.Code <= 0 || g.Code >= 0xFFFE {
			return fmt.Errorf("a glyph has the code %U", g.Code)
		}
		old, known := used[g.Code]
		if !known || g.Text != "" && (old == "" || g.Text < old) {
			used[g.Code] = g.Text
		}
	}
	return nil
}

func (u glyphsUsed) codes() []rune {
	codes := make([]rune, 0, len(u))
	for c := range u {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	return codes
}

// writeFonts embeds the faces that were used and gives the dictionary of
// resources that all pages share.
func (w *Writer) writeFonts() ([]byte, error) {
	var wanted []embedding
	for id := range face.Count {
		if len(w.used[id]) == 0 {
			continue
		}
		codes := w.used[id].codes()
		program, err := w.faces.Subset(id, codes)
		if err != nil {
			return nil, fmt.Errorf("pdf: subsetting %s: %w", id.Name(), err)
		}
		wanted = append(wanted, embedding{face: id, codes: codes, program: program})
	}
	fonts := []byte("<</Font<<")
	if len(wanted) > 0 {
		kit, err := makeKit(wanted)
		if err != nil {
			return nil, fmt.Errorf("pdf: embedding faces: %w", err)
		}
		for _, e := range wanted {
			id, err := w.writeFont(kit, e)
			if err != nil {
				return nil, fmt.Errorf("pdf: embedding %s: %w", e.face.Name(), err)
			}
			fonts = appendInt(append(fonts, "/F"...), int(e.face))
			fonts = appendRef(append(fonts, ' '), id)
		}
	}
	return append(fonts, ">>>>"...), nil
}

// writeFont writes a face's objects anew from the kit, under a subset's name
// and with our map to Unicode.
func (w *Writer) writeFont(kit *kit, e embedding) (int, error) {
	f := w.file
	parts, err := kit.font(e.face)
	if err != nil {
		return 0, err
	}
	first := f.reserve(len(parts) + 2)
	unicodes, font := first+len(parts), first+len(parts)+1
	numbers := make(map[int]int, len(parts))
	for i, p := range parts {
		numbers[p.id] = first + i
	}
	name := subsetName(e)
	for i, p := range parts {
		dict := renamed(renumbered(p.dict, numbers), e.face, name)
		if p.stream == nil {
			f.put(first+i, dict)
		} else {
			f.putRaw(first+i, dict, p.stream)
		}
	}
	f.putStream(unicodes, "", toUnicode(e.codes, w.used[e.face]))
	b := append([]byte("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/"), name...)
	b = appendRef(append(b, "/DescendantFonts["...), first)
	b = appendRef(append(b, "]/ToUnicode "...), unicodes)
	f.put(font, append(b, ">>"...))
	return font, nil
}

// subsetName tags a face's name by what is in it (ISO 32000-1, 9.6.4).
func subsetName(e embedding) string {
	sum := sha256.Sum256(e.program)
	tag := make([]byte, 0, 32)
	for _, c := range sum[:6] {
		tag = append(tag, 'A'+c%26)
	}
	return string(append(append(tag, '+'), e.face.Name()...))
}

// toUnicode makes the map from codes to text (ISO 32000-1, 9.10.3).
func toUnicode(codes []rune, text glyphsUsed) []byte {
	b := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for chunk := range slices.Chunk(codes, 100) { // no more are allowed
		b = append(appendInt(b, len(chunk)), " beginbfchar\n"...)
		for _, c := range chunk {
			t := text[c]
			if t == "" {
				t = "\u200b" // a code must stand for something; this takes no room
			}
			b = append(appendHex16(append(b, '<'), uint16(c)), "><"...)
			for _, u := range utf16.Encode([]rune(t)) {
				b = appendHex16(b, u)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}
