package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"
	"time"

	"github.com/jung-kurt/gofpdf"

	"quire/internal/face"
)

// kit is what gofpdf makes of a program: the embedded program, cut once more,
// and the glyph in it of each of its codes.
type kit struct {
	part
	glyphs []uint16 // of face.FirstMerged and the codes that follow it
}

// makeKit lets gofpdf embed a merged program of n codes, in a little file with
// one page that shows them all. It was written for files one trusts, and panics
// where others return errors: nothing of it leaves here.
func makeKit(program []byte, n int) (k kit, err error) {
	defer func() {
		if r := recover(); r != nil {
			k, err = kit{}, fmt.Errorf("gofpdf: %v", r)
		}
	}()
	doc := gofpdf.New("P", "pt", "A4", "")
	doc.SetCompression(false) // of its page, which nobody reads
	doc.SetCatalogSort(true)
	doc.SetCreationDate(time.Unix(0, 0))
	doc.SetModificationDate(time.Unix(0, 0))
	doc.AddPage()
	// It appends to the bytes of faces, so they must be the kit's own.
	doc.AddUTF8FontFromBytes("kit", "", program)
	doc.SetFont("kit", "", 10)
	codes := make([]rune, n)
	for i := range codes {
		codes[i] = face.FirstMerged + rune(i)
	}
	doc.Text(0, 0, string(codes)) // a character counts as used only when shown
	var b bytes.Buffer
	b.Grow(len(program))
	if err := doc.Output(&b); err != nil {
		return kit{}, err
	}
	objects, err := readObjects(b.Bytes())
	if err != nil {
		return kit{}, err
	}
	return findFace(objects, n)
}

var errKit = errors.New("the kit isn't as gofpdf writes it")

// readObjects finds a file's objects by the cross-reference table (ISO 32000-1,
// 7.5.4): by number, what stands from "<<" to before "endobj".
func readObjects(b []byte) ([][]byte, error) {
	at := bytes.LastIndex(b, []byte("startxref\n"))
	if at < 0 {
		return nil, errKit
	}
	start, ok := leadingInt(b[at+len("startxref\n"):])
	if !ok || start >= len(b) || !bytes.HasPrefix(b[start:], []byte("xref\n0 ")) {
		return nil, errKit
	}
	table := b[start+len("xref\n0 "):]
	n, ok := leadingInt(table)
	eol := bytes.IndexByte(table, '\n')
	if !ok || eol < 0 || n > len(table)/20 {
		return nil, errKit
	}
	table = table[eol+1:]
	if len(table) < 20*n {
		return nil, errKit
	}
	starts, order := make([]int, n), make([]int, 0, n)
	for i := 1; i < n; i++ {
		if starts[i], ok = leadingInt(table[20*i:]); !ok || starts[i] >= start {
			return nil, errKit
		}
		order = append(order, i)
	}
	sort.Slice(order, func(i, j int) bool { return starts[order[i]] < starts[order[j]] })
	objects := make([][]byte, n)
	for i, id := range order {
		end := start
		if i+1 < len(order) {
			end = starts[order[i+1]]
		}
		body, found := bytes.CutPrefix(b[starts[id]:end], append(appendInt(nil, id), " 0 obj\n"...))
		if body, ok = bytes.CutSuffix(bytes.TrimRight(body, "\n"), []byte("endobj")); !ok || !found {
			return nil, errKit
		}
		objects[id] = bytes.TrimRight(body, "\n")
	}
	return objects, nil
}

// leadingInt reads the decimal digits at the start of b.
func leadingInt(b []byte) (n int, ok bool) {
	for ; len(b) > 0 && b[0] >= '0' && b[0] <= '9' && n < 1<<40; b = b[1:] {
		n, ok = 10*n+int(b[0]-'0'), true
	}
	return n, ok
}

// part is an object of the kit; stream is nil or reaches from the keyword on.
type part struct{ dict, stream []byte }

// findFace finds the embedded program and the glyphs of its n codes.
func findFace(objects [][]byte, n int) (kit, error) {
	for _, o := range objects {
		if !bytes.HasPrefix(o, []byte("<</Type /Font\n/Subtype /CIDFontType2\n")) {
			continue
		}
		descriptor, err := referred(objects, o, "/FontDescriptor ")
		if err != nil {
			return kit{}, err
		}
		program, err := referred(objects, descriptor.dict, "/FontFile2 ")
		if err != nil {
			return kit{}, err
		}
		glyphs, err := referred(objects, o, "/CIDToGIDMap ")
		if err != nil {
			return kit{}, err
		}
		k := kit{part: program, glyphs: make([]uint16, n)}
		return k, readGlyphs(glyphs.stream, k.glyphs)
	}
	return kit{}, errKit
}

// readGlyphs reads the glyphs of the codes from a CIDToGIDMap's stream.
func readGlyphs(stream []byte, glyphs []uint16) error {
	z, err := zlib.NewReader(bytes.NewReader(bytes.TrimPrefix(stream, []byte("\nstream\n"))))
	if err != nil {
		return errKit
	}
	b := make([]byte, 2*(face.FirstMerged+len(glyphs)))
	if _, err := io.ReadFull(z, b); err != nil {
		return errKit
	}
	for i := range glyphs {
		glyphs[i] = binary.BigEndian.Uint16(b[2*(face.FirstMerged+i):])
	}
	return nil
}

// referred gives the object that a dictionary refers to after a key.
func referred(objects [][]byte, dict []byte, key string) (part, error) {
	_, rest, found := bytes.Cut(dict, []byte(key))
	id, ok := leadingInt(rest)
	if !found || !ok || id >= len(objects) || objects[id] == nil {
		return part{}, errKit
	}
	o := objects[id]
	if i := bytes.Index(o, []byte("\nstream\n")); i >= 0 {
		return part{o[:i], o[i:]}, nil
	}
	return part{o, nil}, nil
}
