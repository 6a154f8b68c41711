package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"

	"quire/internal/face"
)

// glyphsUsed holds what each code of a face is. Whichever comes first must not
// matter, so of two texts the smaller is kept, and any before none.
type glyphsUsed map[rune]glyphUsed

type glyphUsed struct {
	text  string
	width int // as declared
}

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
		if !known || g.Text != "" && (old.text == "" || g.Text < old.text) {
			used[g.Code] = glyphUsed{g.Text, declared(g)}
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

// writeFonts embeds what was used of all faces, as one program that their fonts
// share, and gives the dictionary of resources that all pages share.
func (w *Writer) writeFonts() ([]byte, error) {
	var codes [face.Count][]rune
	total := 0
	for id, used := range w.used {
		codes[id] = used.codes()
		total += len(used)
	}
	if total == 0 {
		return []byte("<<>>"), nil
	}
	program, err := w.faces.Merge(&codes)
	if err != nil {
		return nil, fmt.Errorf("pdf: embedding faces: %w", err)
	}
	embedded, glyphs, err := cut(program, total)
	if err != nil {
		return nil, fmt.Errorf("pdf: embedding faces: %w", err)
	}
	f := w.file
	s := subset{program: f.reserve(1), tag: subsetTag(program), room: new([]byte)}
	f.putStream(s.program, string(appendInt([]byte("/Length1 "), len(embedded))), embedded)
	fonts := []byte("<</Font<<")
	for id := range face.Count {
		if n := len(codes[id]); n > 0 {
			s.codes, s.glyphs, glyphs = codes[id], glyphs[:n], glyphs[n:]
			fonts = appendInt(append(fonts, "/F"...), int(id))
			fonts = appendRef(append(fonts, ' '), w.writeFont(id, s))
		}
	}
	return append(fonts, ">>>>"...), nil
}

// subset is what a file uses of a face: codes in order, and their glyphs in the
// program.
type subset struct {
	program int // its object
	tag     string
	codes   []rune
	glyphs  []uint16
	room    *[]byte // for the map of codes to glyphs, which is large but empty
}

// writeFont writes a face's objects (ISO 32000-1, 9.7 and 9.8) and gives the
// font's number.
func (w *Writer) writeFont(id face.ID, s subset) int {
	f := w.file
	name := s.tag + id.Name()
	font := f.reserve(5)
	cid, descriptor, glyphs, unicodes := font+1, font+2, font+3, font+4

	b := append(f.scratch[:0], "<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/"...)
	b = appendRef(append(append(b, name...), "/DescendantFonts["...), cid)
	b = appendRef(append(b, "]/ToUnicode "...), unicodes)
	f.put(font, append(b, ">>"...))

	b = append(f.scratch[:0], "<</Type/Font/Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/BaseFont/"...)
	b = appendRef(append(append(b, name...), "/FontDescriptor "...), descriptor)
	b = appendRef(append(b, "/CIDToGIDMap "...), glyphs)
	f.put(cid, append(w.appendWidths(b, id, s.codes), ">>"...))

	f.put(descriptor, w.appendDescriptor(f.scratch[:0], id, name, s.program))
	f.putStream(glyphs, "", glyphMap(s))
	f.putStream(unicodes, "", toUnicode(s.codes, w.used[id]))
	return font
}

// appendWidths declares the widths of codes, a row for each stretch of them.
func (w *Writer) appendWidths(b []byte, id face.ID, codes []rune) []byte {
	b = append(b, "/W["...)
	for i, c := range codes {
		switch {
		case i > 0 && codes[i-1] == c-1:
			b = append(b, ' ')
		case i > 0:
			b = append(b, ']')
			fallthrough
		default:
			b = append(appendInt(b, int(c)), '[')
		}
		b = appendInt(b, w.used[id][c].width)
	}
	return append(b, "]]"...)
}

// The flags of a font descriptor.
const (
	serifFlag    = 1 << 1
	symbolicFlag = 1 << 2 // the codes aren't those of a standard Latin font
	italicFlag   = 1 << 6
)

func (w *Writer) appendDescriptor(b []byte, id face.ID, name string, program int) []byte {
	m, t := w.faces.Metrics(id), w.faces.Traits(id)
	flags := symbolicFlag
	if t.Serif {
		flags |= serifFlag
	}
	if t.Slant != 0 {
		flags |= italicFlag
	}
	b = append(append(b, "<</Type/FontDescriptor/FontName/"...), name...)
	b = appendInt(append(b, "/Flags "...), flags)
	for i, v := range t.Bounds {
		b = appendInt(append(b, []string{"/FontBBox[", " ", " ", " "}[i]...), thousandths(v))
	}
	b = appendInt(append(b, "]/ItalicAngle "...), t.Slant)
	b = appendInt(append(b, "/Ascent "...), thousandths(m.Ascent))
	b = appendInt(append(b, "/Descent "...), thousandths(m.Descent))
	b = appendInt(append(b, "/CapHeight "...), thousandths(m.CapHeight))
	// A face doesn't say how thick its stems are; this is the usual guess.
	b = appendInt(append(b, "/StemV "...), 50+t.Weight*t.Weight/(65*65))
	return append(appendRef(append(b, "/FontFile2 "...), program), ">>"...)
}

func thousandths(v int) int { return v * 1000 / face.Em }

// glyphMap makes a CIDToGIDMap up to the last code.
func glyphMap(s subset) []byte {
	n := 2 * (int(s.codes[len(s.codes)-1]) + 1)
	b := slices.Grow((*s.room)[:0], n)[:n]
	clear(b)
	*s.room = b
	for i, c := range s.codes {
		binary.BigEndian.PutUint16(b[2*c:], s.glyphs[i])
	}
	return b
}

// subsetTag tags the names of faces by what is in them (ISO 32000-1, 9.6.4).
func subsetTag(program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 0, 7)
	for _, c := range sum[:6] {
		tag = append(tag, 'A'+c%26)
	}
	return string(append(tag, '+'))
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
			t := text[c].text
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
