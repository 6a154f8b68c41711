package pdf

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"crypto/sha256"
	"hash"
	"io"
	"slices"
	"sync"
)

// packed is the number of objects in an object stream.
const packed = 128

// file writes objects: dictionaries packed into object streams, streams as
// they come, the cross-reference stream last (PDF 1.5 and later; ISO 32000-1,
// 7.5.7 and 7.5.8). Its first error stays and silences it.
type file struct {
	w       io.Writer
	err     error
	at      int64 // bytes written
	hash    hash.Hash
	z       *zlib.Writer
	objects int     // numbers given out
	places  []place // of the objects written, in the order of writing
	scratch []byte  // for whoever builds the next object
	closed  bool

	index, pack []byte // the object stream being filled
	ids         []int
	zipped      bytes.Buffer
}

// place says where a stretch of objects is, whose numbers follow each other:
// one at an offset in the file, or some in an object stream, from the nth on.
// A copy's objects are in a few such stretches.
type place struct {
	at         int64 // offset, or the stream's number
	id         int32
	kind       byte // 1 at an offset, 2 in a stream
	nth, count byte
}

// note enters where an object is.
func (f *file) note(id int, kind byte, at int64, nth int) {
	if n := len(f.places); n > 0 && kind == 2 {
		p := &f.places[n-1]
		if p.kind == 2 && p.at == at && int(p.id)+int(p.count) == id && int(p.nth+p.count) == nth {
			p.count++
			return
		}
	}
	f.places = append(f.places, place{at, int32(id), kind, byte(nth), 1})
}

// compressors are reused, since a fresh one clears about 800 kB. Their level
// takes less than half the time of zlib's usual 6 and saves all but a tenth as
// much.
var compressors = sync.Pool{New: func() any {
	z, _ := zlib.NewWriterLevel(io.Discard, 4) // there is such a level
	return z
}}

func newFile(w io.Writer) *file {
	f := &file{
		w: w, hash: sha256.New(), z: compressors.Get().(*zlib.Writer),
		objects: 1, scratch: make([]byte, 0, 1024), // 0 is the head of the free ones
	}
	f.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

// reserve gives the first of n consecutive object numbers.
func (f *file) reserve(n int) int {
	f.objects += n
	return f.objects - n
}

func (f *file) write(b []byte) {
	if f.err != nil {
		return
	}
	n, err := f.w.Write(b)
	if err == nil && n < len(b) {
		err = io.ErrShortWrite
	}
	f.hash.Write(b)
	f.at += int64(n)
	f.err = err
}

// put writes an object that is no stream. It keeps nothing of body but may
// take its room as the next scratch.
func (f *file) put(id int, body []byte) {
	f.index = append(appendInt(f.index, id), ' ')
	f.index = append(appendInt(f.index, len(f.pack)), ' ')
	f.pack = append(append(f.pack, body...), '\n')
	f.ids = append(f.ids, id)
	if cap(body) > cap(f.scratch) {
		f.scratch = body
	}
	if len(f.ids) == packed {
		f.flush()
	}
}

// flush writes the object stream.
func (f *file) flush() {
	if len(f.ids) == 0 {
		return
	}
	stream := f.reserve(1)
	for i, id := range f.ids {
		f.note(id, 2, int64(stream), i)
	}
	dict := appendInt([]byte("/Type/ObjStm/N "), len(f.ids))
	dict = appendInt(append(dict, "/First "...), len(f.index))
	f.putStream(stream, string(dict), append(f.index, f.pack...))
	f.index, f.pack, f.ids = f.index[:0], f.pack[:0], f.ids[:0]
}

// putStream writes a stream, compressed where that helps.
func (f *file) putStream(id int, dict string, data []byte) {
	if len(data) > 384 {
		f.zipped.Reset()
		f.z.Reset(&f.zipped)
		f.z.Write(data) // to memory: there is no error
		f.z.Close()
		if f.zipped.Len() < len(data) {
			f.putPlain(id, dict+"/Filter/FlateDecode", f.zipped.Bytes())
			return
		}
	}
	f.putPlain(id, dict, data)
}

// putPlain writes a stream as it is.
func (f *file) putPlain(id int, dict string, data []byte) {
	b := append([]byte("<<"), dict...)
	b = appendInt(append(b, "/Length "...), len(data))
	f.putRaw(id, append(b, ">>\nstream\n"...), data, []byte("\nendstream"))
}

// putRaw writes an object of parts outside the object streams.
func (f *file) putRaw(id int, parts ...[]byte) {
	f.note(id, 1, f.at, 0)
	f.write(append(appendInt(nil, id), " 0 obj\n"...))
	for _, p := range parts {
		f.write(p)
	}
	f.write([]byte("\nendobj\n"))
}

// close writes the cross-references. A root of 0 only frees what is held.
func (f *file) close(root, info int) {
	f.closed = true
	if root != 0 {
		f.flush()
		f.writeReferences(root, info)
	}
	compressors.Put(f.z)
	f.z = nil
}

// writeReferences ends the file. Its ID is a hash of all that stands before,
// so that equal files have equal ones.
func (f *file) writeReferences(root, info int) {
	id, start := f.reserve(1), f.at
	f.note(id, 1, start, 0)
	sum := f.hash.Sum(nil)[:16]

	b := appendInt([]byte("/Type/XRef/W[1 5 1]/DecodeParms<</Predictor 12/Columns 7>>/Size "), f.objects)
	b = appendRef(append(b, "/Root "...), root)
	b = appendRef(append(b, "/Info "...), info)
	b = append(b, "/ID["...)
	b = appendHex(appendHex(b, sum), sum)
	f.zipped.Reset()
	f.z.Reset(&f.zipped)
	f.writeTable()
	f.z.Close()
	f.putPlain(id, string(append(b, "]/Filter/FlateDecode"...)), f.zipped.Bytes())

	end := appendInt([]byte("startxref\n"), int(start))
	f.write(append(end, "\n%%EOF\n"...))
}

// writeTable compresses the cross-references, a row for each number. Each is
// written as its difference from the one above, PNG's filter "up", after which
// there is little left to compress.
func (f *file) writeTable() {
	slices.SortFunc(f.places, func(a, b place) int { return cmp.Compare(a.id, b.id) })
	const width = 1 + 5 + 1
	var row, above [width]byte
	next := 0
	write := func(kind byte, at int64, nth byte) {
		row = [width]byte{kind, byte(at >> 32), byte(at >> 24), byte(at >> 16), byte(at >> 8), byte(at), nth}
		b := append(f.scratch[:0], 2)
		for i := range row {
			b = append(b, row[i]-above[i])
		}
		f.z.Write(b) // to memory
		above = row
		next++
	}
	for _, p := range f.places {
		for next < int(p.id) {
			write(0, 0, 0) // free
		}
		for i := range p.count {
			write(p.kind, p.at, p.nth+i)
		}
	}
	for next < f.objects {
		write(0, 0, 0)
	}
}

// digest names content.
type digest [sha256.Size]byte

func digestOf(b []byte) digest { return sha256.Sum256(b) }
