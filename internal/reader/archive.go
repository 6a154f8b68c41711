package reader

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"quire/internal/diag"
)

// An archive is a zipped file, read in memory: nothing is ever written to
// disk, and members are only asked for by the names that a format knows.
// Name is the whole file's, for messages.
type archive struct {
	name    string
	members map[string]*zip.File // by folded name
	bytes   int64                // that may yet be read of the members
	nodes   int                  // that trees of XML may yet have
}

// Limits on what is opened of a zipped file. The longest essay that Quire
// reads is under a megabyte of words; word processors wrap each in up to
// twenty times its length of XML, and pictures are never opened.
const (
	archiveMembers = 10_000
	archiveName    = 1024     // bytes of a member's name
	archiveBytes   = 16 << 20 // really read of all members together
	archiveClaim   = 64 << 20 // of all members by the directory, if it is also archiveRatio times the file
	archiveRatio   = 200      // bytes out for a byte in; XML of word processors comes to 30
	archiveNodes   = 400_000  // elements and stretches of text in XML
)

// A zipFormat is a kind of zipped file that is read.
type zipFormat struct {
	name string
	is   func(a *archive) bool
	read func(a *archive, h Hints, findings *diag.List) (*draft, error)
}

// zipFormats are asked in this order.
var zipFormats = []zipFormat{
	{"docx", isDOCX, readDOCX},
	{"odt", isODT, readODT},
	{"epub", isEPUB, readEPUB},
}

func isZip(_ string, raw []byte) bool {
	return bytes.HasPrefix(raw, []byte("PK\x03\x04")) || bytes.HasPrefix(raw, []byte("PK\x05\x06"))
}

// readZip reads a zipped file in the format that its members tell.
func readZip(name string, raw []byte, h Hints, findings *diag.List) (*draft, error) {
	a, err := openArchive(name, raw)
	if err != nil {
		return nil, err
	}
	for _, f := range zipFormats {
		if f.is(a) {
			return f.read(a, h, findings)
		}
	}
	return nil, a.foreign()
}

// openArchive reads the directory of a zipped file, and refuses one whose
// members overlap or open to far more than any document does.
func openArchive(name string, raw []byte) (*archive, error) {
	if bytes.Count(raw, []byte("PK\x01\x02")) > archiveMembers { // before room is made for them
		return nil, fmt.Errorf("%s is a zipped file of more than %d members, which no essay is", name, archiveMembers)
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("%s is a zipped file, damaged or cut short (%s): get another copy, or open it where it was made and save it again", name, plain(err))
	}
	a := &archive{name: name, members: map[string]*zip.File{}, bytes: archiveBytes, nodes: archiveNodes}
	var packed, claimed uint64
	for _, f := range z.File {
		packed = saturate(packed, f.CompressedSize64)
		claimed = saturate(claimed, f.UncompressedSize64)
		if len(f.Name) <= archiveName {
			a.members[foldName(f.Name)] = f // the last of a name, as programs that append have it
		}
	}
	size := uint64(len(raw))
	switch {
	case packed > size:
		return nil, fmt.Errorf("%s has members that share their bytes, as only files made to do harm have: get another copy", name)
	case claimed > archiveClaim && claimed/archiveRatio > size:
		return nil, a.swollen()
	}
	return a, nil
}

// saturate adds sizes without wrapping round.
func saturate(a, b uint64) uint64 {
	if a+b < a {
		return ^uint64(0)
	}
	return a + b
}

// foldName makes names of members alike that differ in case, in their
// slashes or in an opening one; some programs write them so.
func foldName(s string) string {
	return strings.ToLower(strings.TrimLeft(strings.ReplaceAll(s, `\`, "/"), "/"))
}

func (a *archive) has(member string) bool { return a.members[foldName(member)] != nil }

// open gives a member's bytes as they are unpacked, counted against the
// archive's limit. An error of the reader is a sentence with the file's name.
func (a *archive) open(member string) (io.Reader, error) {
	f := a.members[foldName(member)]
	if f == nil {
		return nil, fmt.Errorf("%s has no %s in it: open it where it was made and save it again", a.name, member)
	}
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%s needs a password: open it with the password and save a copy without one", a.name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, a.damaged(err)
	}
	return &counted{a: a, r: r, packed: int64(f.CompressedSize64)}, nil
}

// read gives a member's bytes.
func (a *archive) read(member string) ([]byte, error) {
	r, err := a.open(member)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// counted stops reading a member at the archive's limit, and before that at
// one that swells as no text does.
type counted struct {
	a         *archive
	r         io.Reader
	packed, n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	c.a.bytes -= int64(n)
	switch {
	case c.a.bytes < 0, c.n > 1<<20 && c.n/archiveRatio > c.packed:
		c.a.bytes = -1 // what has swollen once is read no further
		return 0, c.a.swollen()
	case err != nil && err != io.EOF:
		return n, c.a.damaged(err)
	}
	return n, err
}

func (a *archive) swollen() error {
	return fmt.Errorf("%s opens to far more than an essay (Quire reads up to %d MiB of text with its markup): copy what the class reads into a new document", a.name, archiveBytes>>20)
}

func (a *archive) damaged(err error) error {
	return fmt.Errorf("%s is damaged (%s): get another copy, or open it where it was made and save it again", a.name, plain(err))
}

// plain gives an error of a library without the library's name.
func plain(err error) string {
	s := err.Error()
	for _, lib := range []string{"zip: ", "flate: ", "XML "} {
		s = strings.TrimPrefix(s, lib)
	}
	return s
}

// mimetype is what the member of that name says, in EPUB and OpenDocument.
func (a *archive) mimetype() string {
	f := a.members["mimetype"]
	if f == nil || f.UncompressedSize64 > 200 {
		return ""
	}
	b, err := a.read("mimetype")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(strings.TrimPrefix(string(b), "\ufeff"))
}

// foreign says what a zipped file is that Quire doesn't read, and what to do.
func (a *archive) foreign() error {
	kind, advice := "a zipped file in which Quire finds no document", "unzip it, and give Quire the essay's own file"
	mime := a.mimetype()
	under := func(dir string) bool {
		for name := range a.members {
			if strings.HasPrefix(name, dir) {
				return true
			}
		}
		return false
	}
	switch {
	case under("xl/"), strings.Contains(mime, "opendocument.spreadsheet"):
		kind, advice = "a spreadsheet", "copy the essay's text into a document and save that"
	case under("ppt/"), strings.Contains(mime, "opendocument.presentation"):
		kind, advice = "a set of slides", "copy the essay's text into a document and save that"
	case under("index/"), a.has("Index.zip"), a.has("index.xml"), a.has("index.apxl"):
		kind, advice = "a document of Pages, Numbers or Keynote", "export it as Word or PDF from there"
	case strings.Contains(mime, "opendocument"):
		kind, advice = "an OpenDocument file without running text", "save the essay's text as .odt or .docx"
	}
	return fmt.Errorf("%s is %s: %s", a.name, kind, advice)
}
