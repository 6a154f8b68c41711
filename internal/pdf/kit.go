package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"sort"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// kit is a little file that gofpdf made, one page on which a face shows all of
// its codes. From it come the objects of the embedded face.
type kit struct {
	objects [][]byte // by number, from "<<" to before "endobj"
}

// kitName is the face's name in the kit; gofpdf puts "utf8" before it.
const kitName = "quire"

// makeKit lets gofpdf embed a face, a subset that maps the codes. It was
// written for files one trusts, and panics where others return errors: nothing
// of it leaves here.
func makeKit(codes []rune, program []byte) (parts []part, err error) {
	defer func() {
		if r := recover(); r != nil {
			parts, err = nil, fmt.Errorf("gofpdf: %v", r)
		}
	}()
	doc := gofpdf.New("P", "pt", "A4", "")
	doc.SetCompression(false) // of its page, which nobody reads
	doc.SetCatalogSort(true)
	doc.SetCreationDate(time.Unix(0, 0))
	doc.SetModificationDate(time.Unix(0, 0))
	doc.AddPage()
	// It appends to the bytes of faces, so they must be its own.
	doc.AddUTF8FontFromBytes(kitName, "", bytes.Clone(program))
	doc.SetFont(kitName, "", 10)
	doc.Text(0, 0, string(codes)) // a character counts as used only when shown
	var b bytes.Buffer
	if err := doc.Output(&b); err != nil {
		return nil, err
	}
	k, err := readKit(b.Bytes())
	if err != nil {
		return nil, err
	}
	return k.font()
}

var errKit = errors.New("the kit isn't as gofpdf writes it")

// readKit finds the objects by the cross-reference table (ISO 32000-1, 7.5.4).
func readKit(b []byte) (*kit, error) {
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
	k := &kit{objects: make([][]byte, n)}
	for i, id := range order {
		end := start
		if i+1 < len(order) {
			end = starts[order[i+1]]
		}
		body, found := bytes.CutPrefix(b[starts[id]:end], append(appendInt(nil, id), " 0 obj\n"...))
		if body, ok = bytes.CutSuffix(bytes.TrimRight(body, "\n"), []byte("endobj")); !ok || !found {
			return nil, errKit
		}
		k.objects[id] = bytes.TrimRight(body, "\n")
	}
	return k, nil
}

// leadingInt reads the decimal digits at the start of b.
func leadingInt(b []byte) (n int, ok bool) {
	for ; len(b) > 0 && b[0] >= '0' && b[0] <= '9' && n < 1<<40; b = b[1:] {
		n, ok = 10*n+int(b[0]-'0'), true
	}
	return n, ok
}

// part is an object of the kit; stream is nil or reaches from the keyword on.
type part struct {
	id           int
	dict, stream []byte
}

// font gives the objects of the face, the descendant font first. The Type0 font
// above it and the map to Unicode aren't among them: we write our own.
func (k *kit) font() ([]part, error) {
	head := []byte("<</Type /Font\n/Subtype /Type0\n/BaseFont /utf8" + kitName + "\n")
	for _, o := range k.objects {
		if !bytes.HasPrefix(o, head) {
			continue
		}
		cid, err := k.part(o, "/DescendantFonts [")
		if err != nil {
			return nil, err
		}
		parts := []part{cid}
		for _, key := range []string{"/CIDSystemInfo ", "/FontDescriptor ", "/CIDToGIDMap "} {
			p, err := k.part(cid.dict, key)
			if err != nil {
				return nil, err
			}
			parts = append(parts, p)
		}
		program, err := k.part(parts[2].dict, "/FontFile2 ")
		return append(parts, program), err
	}
	return nil, errKit
}

// part gives the object that a dictionary refers to after a key.
func (k *kit) part(dict []byte, key string) (part, error) {
	_, rest, found := bytes.Cut(dict, []byte(key))
	id, ok := leadingInt(rest)
	if !found || !ok || id >= len(k.objects) || k.objects[id] == nil {
		return part{}, errKit
	}
	o := k.objects[id]
	if i := bytes.Index(o, []byte("\nstream\n")); i >= 0 {
		return part{id, o[:i], o[i:]}, nil
	}
	return part{id, o, nil}, nil
}

// renumbered gives a dictionary with its references changed.
func renumbered(dict []byte, numbers map[int]int) []byte {
	var out []byte
	for {
		i := bytes.Index(dict, []byte(" 0 R"))
		if i < 0 {
			return append(out, dict...)
		}
		j := i
		for j > 0 && dict[j-1] >= '0' && dict[j-1] <= '9' {
			j--
		}
		old, _ := leadingInt(dict[j:i])
		out = appendInt(append(out, dict[:j]...), numbers[old])
		out = append(out, " 0 R"...)
		dict = dict[i+len(" 0 R"):]
	}
}
