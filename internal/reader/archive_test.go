package reader

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"quire/internal/diag"
)

// zipped makes a zipped file of names and contents in turn.
func zipped(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, pairs[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestArchiveMembers(t *testing.T) {
	a, err := openArchive("a.zip", zipped(t, "word/document.xml", "old", `Word\Document.xml`, "new", "../../evil", "x", strings.Repeat("n", 2000), "long"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := a.read("word/document.xml")
	if string(got) != "new" || err != nil {
		t.Errorf("read %q, %v", got, err)
	}
	if _, err := a.read("word/none.xml"); err == nil || !strings.Contains(err.Error(), "word/none.xml") {
		t.Errorf("a missing member: %v", err)
	}
	if len(a.members) != 2 {
		t.Errorf("%d members", len(a.members))
	}
}

func TestArchiveRefuses(t *testing.T) {
	good := zipped(t, "a", "some words of text that are here", "b", "others")
	encrypted := bytes.Clone(good)
	for _, sign := range []string{"PK\x01\x02", "PK\x03\x04"} {
		at := bytes.Index(encrypted, []byte(sign))
		flags := 8
		if sign == "PK\x03\x04" {
			flags = 6
		}
		encrypted[at+flags] |= 1
	}
	shared := bytes.Clone(good) // the directory says that each holds nearly all of the file
	for at := 0; ; {
		next := bytes.Index(shared[at:], []byte("PK\x01\x02"))
		if next < 0 {
			break
		}
		at += next + 4
		binary.LittleEndian.PutUint32(shared[at+16:], uint32(len(shared)-10))
	}
	crowd := bytes.Repeat([]byte("PK\x01\x02"), archiveMembers+1)
	vast := bytes.Clone(good)
	binary.LittleEndian.PutUint32(vast[bytes.Index(vast, []byte("PK\x01\x02"))+24:], archiveClaim+1)
	tests := []struct {
		name string
		raw  []byte
		want string
	}{
		{"cut short", good[:len(good)-30], "damaged or cut short"},
		{"encrypted", encrypted, "needs a password"},
		{"shared bytes", shared, "share their bytes"},
		{"too many members", append([]byte("PK\x03\x04"), crowd...), "more than 10000 members"},
		{"claims too much", vast, "opens to far more than an essay"},
		{"swells", zipped(t, "a", strings.Repeat("a", 3<<20)), "opens to far more than an essay"},
		{"is damaged", bytes.Replace(good, []byte("\x00\x00a"), []byte("\x00\x00a\xff\xff\xff"), 1), "damaged"},
	}
	for _, tt := range tests {
		a, err := openArchive("f.docx", tt.raw)
		if err == nil {
			_, err = a.read("a")
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "f.docx ") {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	a, err := openArchive("f.docx", good)
	if err != nil {
		t.Fatal(err)
	}
	a.bytes = 35 // enough for each member, not for both
	if _, err := a.read("a"); err != nil {
		t.Error(err)
	}
	if _, err := a.read("b"); err == nil || !strings.Contains(err.Error(), "opens to far more") {
		t.Errorf("past the limit: %v", err)
	}
}

func TestForeignZips(t *testing.T) {
	tests := []struct{ member, content, want string }{
		{"xl/workbook.xml", "", "a spreadsheet"},
		{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet"},
		{"ppt/presentation.xml", "", "a set of slides"},
		{"Index/Document.iwa", "", "a document of Pages"},
		{"mimetype", "application/vnd.oasis.opendocument.graphics", "without running text"},
		{"photo.jpg", "", "unzip it"},
	}
	for _, tt := range tests {
		_, err := readZip("f.bin", zipped(t, tt.member, tt.content), Hints{}, &diag.List{})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %q: %v", tt.member, tt.content, err)
		}
	}
}

func TestParseXML(t *testing.T) {
	const w = `xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	wide := func(s string) string {
		b := []byte{0xFF, 0xFE}
		for _, u := range utf16.Encode([]rune(s)) {
			b = binary.LittleEndian.AppendUint16(b, u)
		}
		return string(b)
	}
	tests := []struct{ name, in, want string }{
		{"prefix by address", `<x:p ` + w + ` x:val="1">a<b>c</b></x:p>`, `w:p[w:val=1]("a" b("c"))`},
		{"prefix undeclared", `<w:p>a</w:p>`, `w:p("a")`},
		{"unknown address", `<p xmlns="http://example.org/">a</p>`, `:p("a")`},
		{"mark of UTF-8", "\ufeff<a>é</a>", `a("é")`},
		{"UTF-16", wide(`<?xml version="1.0" encoding="UTF-16"?><a>é</a>`), `a("é")`},
		{"Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>", `a("é")`},
		{"a declaration that isn't so", "<?xml version='1.0' encoding='UTF-16'?><a>é</a>", `a("é")`},
		{"document type", `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd"><a>b&nbsp;c</a>`, `a("b` + "\u00a0" + `c")`},
		{"entities", `<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`, "f declares entities"},
		{"a file outside", `<!DOCTYPE a [<!entity x SYSTEM "file:///etc/passwd">]><a>&x;</a>`, "f declares entities"},
		{"unclosed", `<a><b></a>`, "f is damaged (syntax error on line 1"},
		{"cut short", `<a><b>`, "f is damaged (syntax error"},
		{"nothing", ``, "f is damaged"},
		{"deep", strings.Repeat("<a>", xmlDepth+1), "f nests more than"},
		{"long tag", `<a b="` + strings.Repeat("x", xmlTag+1), "f has a tag of more than"},
		{"many", "<a>" + strings.Repeat("<b/>", archiveNodes), "f has more markup"},
	}
	for _, tt := range tests {
		left := archiveNodes
		n, err := parseXML("f", strings.NewReader(tt.in), &left)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = drawn(n)
		}
		if err == nil && got != tt.want || err != nil && !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// drawn writes a tree on one line.
func drawn(n *node) string {
	if n.name == "" {
		return `"` + n.text + `"`
	}
	s := n.name
	for _, a := range n.attrs {
		s += "[" + a.name + "=" + a.value + "]"
	}
	var kids []string
	for _, k := range n.kids {
		kids = append(kids, drawn(k))
	}
	return s + "(" + strings.Join(kids, " ") + ")"
}

func TestBadArchives(t *testing.T) {
	dir := "../../../shared/bad-inputs/"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared inputs are not here")
	}
	for file, want := range map[string]string{"bomb.docx": "share their bytes", "laughs.docx": "declares entities"} {
		raw, err := os.ReadFile(dir + file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := openArchive(file, raw)
		if err == nil {
			_, err = a.tree("word/document.xml")
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", file, err)
		}
	}
}
