package reader

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"quire/internal/diag"
)

// A book is an EPUB in the making: its documents by name, with what its tables
// say of them.
type book struct {
	title, author string
	docs          [][2]string // name and the body's inside
	toc           [][2]string // label and address
	more          []string    // further members and their contents
}

// zipped packs a book. All is as the standards have it, but short.
func (b book) zipped(t testing.TB) []byte {
	t.Helper()
	var items, spine, points strings.Builder
	members := []string{"mimetype", "application/epub+zip", "META-INF/container.xml",
		`<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="E/a.opf"/></rootfiles></container>`}
	for i, d := range b.docs {
		fmt.Fprintf(&items, `<item id="i%d" href="%s" media-type="application/xhtml+xml"/>`, i, d[0])
		fmt.Fprintf(&spine, `<itemref idref="i%d"/>`, i)
		members = append(members, "E/"+d[0], `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>`+d[1]+"</body></html>")
	}
	for _, e := range b.toc {
		fmt.Fprintf(&points, `<navPoint><navLabel><text>%s</text></navLabel><content src="%s"/></navPoint>`, e[0], e[1])
	}
	members = append(members, "E/a.opf", `<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`+b.title+`</dc:title><dc:creator>`+b.author+
		`</dc:creator></metadata><manifest>`+items.String()+`<item id="ncx" href="t.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine>`+spine.String()+`</spine></package>`,
		"E/t.ncx", `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>`+points.String()+`</navMap></ncx>`)
	return zipped(t, append(members, b.more...)...)
}

// many is a paragraph of words enough for a text of a book.
func many(s string) string { return "<p>" + strings.Repeat(s+" ", 8) + "</p>" }

func oneEssay() book {
	return book{title: "Clocks", author: "Ana Pérez", docs: [][2]string{
		{"cover.xhtml", `<img src="c.png"/>`},
		{"title.xhtml", `<section epub:type="titlepage"><h1>Clocks</h1><p>Ana Pérez</p></section>`},
		{"one.xhtml", `<a id="top"/><h1>Clocks</h1><h2>Part I</h2><p>` + prose + `<a href="notes.xhtml#n1" id="r1" epub:type="noteref">1</a></p>` + many(prose2)},
		{"two.xhtml", `<h2>Part II</h2>` + many(prose3)},
		{"notes.xhtml", `<section epub:type="endnotes"><h2>Notes</h2><ol><li id="n1"><p>An old one. <a href="one.xhtml#r1">↩</a></p></li></ol></section>`},
		{"colophon.xhtml", `<p>Set in a face that nobody has heard of.</p>`},
	}, toc: [][2]string{{"Part I", "one.xhtml"}, {"Part II", "two.xhtml"}, {"Notes", "notes.xhtml"}}}
}

func anthology() book {
	return book{title: "Two Houses", author: "Various", docs: [][2]string{
		{"one.xhtml", `<h1 id="a">I. Clocks</h1><p><i>by Ana Pérez</i></p>` + many(prose) + `<p>` + prose2 + `<a href="#n">*</a></p><h1 id="b">Doors</h1><p>Lena Weir</p>` + many(prose3) + `<p id="n">* An old one.</p>`},
	}, toc: [][2]string{{"I. Clocks", "one.xhtml#a"}, {"Doors", "one.xhtml#b"}}}
}

func TestEPUB(t *testing.T) {
	e, err := Read("book.epub", oneEssay().zipped(t), Hints{}, &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	p2, p3 := strings.TrimSpace(strings.Repeat(prose2+" ", 8)), strings.TrimSpace(strings.Repeat(prose3+" ", 8))
	want := "Clocks / Ana Pérez\nheading 2: Part I\nparagraph: " + prose + "\nparagraph: " + p2 + "\nheading 2: Part II\nparagraph: " + p3 +
		"\nfootnote: An old one.\n- title page: Clocks Ana Pérez\n- imprint: Set in a face that nobody has heard of.\n- title: Clocks\n"
	if got := told(e); got != want {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
}

func TestEPUBChoice(t *testing.T) {
	raw := anthology().zipped(t)
	_, err := Read("book.epub", raw, Hints{}, &diag.List{})
	var several *SeveralTexts
	if !errors.As(err, &several) || !slices.Equal(several.Texts, []string{"Clocks, by Ana Pérez", "Doors, by Lena Weir"}) {
		t.Fatalf("%q", several.Texts)
	}
	for _, tt := range []struct {
		h                 Hints
		title, author, in string
	}{
		{Hints{Text: "1"}, "Clocks", "Ana Pérez", "An old one."},
		{Hints{Text: "doors"}, "Doors", "Lena Weir", "as wide as the clock"},
		{Hints{Title: "Clocks"}, "Clocks", "Ana Pérez", "An old one."},
	} {
		e, err := Read("book.epub", raw, tt.h, &diag.List{})
		if err != nil {
			t.Errorf("%v: %v", tt.h, err)
			continue
		}
		last := e.Blocks[len(e.Blocks)-1].Text
		if e.Title != tt.title || e.Author != tt.author || !strings.Contains(last, tt.in) || e.Publication != "Two Houses" {
			t.Errorf("%v:\n%s", tt.h, told(e))
		}
	}
}

func TestEPUBRefuses(t *testing.T) {
	locked := oneEssay()
	locked.more = []string{"META-INF/encryption.xml", `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherData><e:CipherReference URI="E/one.xhtml"/></e:CipherData></e:EncryptedData></encryption>`}
	fonts := oneEssay()
	fonts.more = []string{locked.more[0], strings.Replace(locked.more[1], "E/one.xhtml", "E/face.otf", 1)}
	pictures := book{title: "P", docs: [][2]string{{"one.xhtml", `<img src="1.png"/>`}}}
	deep := book{title: "P", docs: [][2]string{{"one.xhtml", strings.Repeat("<div>", 1000)}}}
	for _, tt := range []struct {
		name string
		b    book
		want string
	}{
		{"locked by its seller", locked, "DRM"},
		{"only its faces locked", fonts, ""},
		{"pictures of pages", pictures, "no essay"},
		{"no documents", book{title: "P"}, "no text"},
		{"too deep", deep, "can't be read"},
	} {
		_, err := Read("book.epub", tt.b.zipped(t), Hints{}, &diag.List{})
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestCloseEmpty(t *testing.T) {
	for in, want := range map[string]string{
		`<a id="x"/>b`:              `<a id="x"></a>b`,
		`<title/><br/><p class=a/>`: `<title></title><br/><p class=a></p>`,
		`<i title="a>b/>" />`:       `<i title="a>b/>" ></i>`,
		`<!-- <a/> --><b`:           `<!-- <a/> --><b`,
		`a < b />`:                  `a < b />`,
	} {
		if got := closeEmpty(in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
}

func FuzzEPUB(f *testing.F) {
	for _, b := range []book{oneEssay(), anthology()} {
		f.Add(b.docs[0][1], b.docs[len(b.docs)-1][1], b.toc[0][0], b.toc[1][1])
	}
	f.Fuzz(func(t *testing.T, one, two, label, place string) {
		b := book{title: "Clocks", docs: [][2]string{{"one.xhtml", one}, {"two.xhtml", two + many(prose)}}, toc: [][2]string{{label, "one.xhtml"}, {"Two", place}}}
		for _, h := range []Hints{{}, {Text: "1"}} {
			e, err := Read("f.epub", b.zipped(t), h, &diag.List{})
			checkRead(t, e, err)
		}
	})
}
