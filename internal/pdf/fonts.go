package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"sync"
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

// common is what nearly every face of every document uses a part of. A face
// with any of it is given all of it, so that the documents of a run can share
// one embedding; it costs a few kilobytes. accented is the same for those that
// have a letter of other Western languages.
const (
	common = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~" +
		"fifl\u00a0¶§·½×†•–—‘’“”…→"
	accented = "¡¢£¤¥¦¨©ª«¬®¯°±²³´µ¸¹º»¼¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
)

// roundUp enters the characters that a face is embedded with anyway.
func (w *Writer) roundUp(id face.ID) error {
	more := common
	for c := range w.used[id] {
		if c > 0x7F && c <= 0xFF && !strings.ContainsRune(common, c) {
			more += accented
			break
		}
	}
	return w.useGlyphs(id, w.faces.Shape(id, more))
}

// writeFonts embeds the faces that were used and gives the dictionary of
// resources that all pages share.
func (w *Writer) writeFonts() ([]byte, error) {
	var made [face.Count]embedding
	var group sync.WaitGroup
	for id := range face.Count {
		if len(w.used[id]) > 0 {
			group.Go(func() { made[id] = w.embed(id) })
		}
	}
	group.Wait()
	fonts := []byte("<</Font<<")
	for id, e := range made {
		if e.err != nil {
			return nil, fmt.Errorf("pdf: embedding %s: %w", face.ID(id).Name(), e.err)
		}
		if len(e.codes) > 0 {
			fonts = appendInt(append(fonts, "/F"...), id)
			fonts = appendRef(append(fonts, ' '), w.writeFont(e, w.used[id]))
		}
	}
	return append(fonts, ">>>>"...), nil
}

// embedding is a face as gofpdf embeds it, or why not.
type embedding struct {
	codes []rune
	name  string
	parts []part
	err   error
}

// embed gives a face ready to be written. It touches nothing but what belongs
// to the face, so faces may be embedded at once.
func (w *Writer) embed(id face.ID) embedding {
	if err := w.roundUp(id); err != nil {
		return embedding{err: err}
	}
	codes := w.used[id].codes()
	made, err := w.faces.Embed(id, codes, func(program []byte) (any, error) {
		parts, err := makeKit(codes, program)
		return embedding{codes: codes, name: subsetName(id, program), parts: parts}, err
	})
	if err != nil {
		return embedding{err: err}
	}
	return made.(embedding)
}

// writeFont writes a face's objects, under a subset's name and with our map to
// Unicode, and gives the font's number.
func (w *Writer) writeFont(e embedding, used glyphsUsed) int {
	f := w.file
	first := f.reserve(len(e.parts) + 2)
	unicodes, font := first+len(e.parts), first+len(e.parts)+1
	numbers := make(map[int]int, len(e.parts))
	for i, p := range e.parts {
		numbers[p.id] = first + i
	}
	for i, p := range e.parts {
		dict := bytes.ReplaceAll(renumbered(p.dict, numbers), []byte("/utf8"+kitName), []byte("/"+e.name))
		if p.stream == nil {
			f.put(first+i, dict)
		} else {
			f.putRaw(first+i, dict, p.stream)
		}
	}
	f.putStream(unicodes, "", toUnicode(e.codes, used))
	b := append([]byte("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/"), e.name...)
	b = appendRef(append(b, "/DescendantFonts["...), first)
	b = appendRef(append(b, "]/ToUnicode "...), unicodes)
	f.put(font, append(b, ">>"...))
	return font
}

// subsetName tags a face's name by what is in it (ISO 32000-1, 9.6.4).
func subsetName(id face.ID, program []byte) string {
	sum := sha256.Sum256(program)
	tag := make([]byte, 0, 32)
	for _, c := range sum[:6] {
		tag = append(tag, 'A'+c%26)
	}
	return string(append(append(tag, '+'), id.Name()...))
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
