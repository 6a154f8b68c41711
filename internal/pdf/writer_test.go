package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"quire/internal/face"
	"quire/internal/pdf/pdfcheck"
	"quire/internal/typeset"
)

func wantSound(t *testing.T, file []byte) {
	t.Helper()
	for _, p := range pdfcheck.Check(file) {
		t.Error(p)
	}
}

func TestSampleIsSound(t *testing.T) {
	wantSound(t, sampleFile(t, ""))
	wantSound(t, sampleFile(t, "Ana", "Björk"))
}

func TestTextComesOut(t *testing.T) {
	pages, err := pdfcheck.Text(sampleFile(t, "", "Ana"))
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != 4 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, want := range []string{
		"López Obrador, Señor, Peña Nieto: a difficult case of conflict,",
		"AVATAR. “Quoted” – and so on… q\u0301 Τύπος Ёж", "A Ana\nB Benito", "It was not tried 34",
	} {
		for _, p := range []int{0, 2} {
			if !strings.Contains(pages[p], want) {
				t.Errorf("page %d lacks %q:\n%s", p+1, want, pages[p])
			}
		}
	}
	if !strings.Contains(pages[2], "\nAna\n") && !strings.HasSuffix(pages[2], "\nAna") {
		t.Errorf("the slot's word isn't on the second copy:\n%s", pages[2])
	}
	if !strings.Contains(pages[3], "Form Ana") {
		t.Errorf("the slot's word isn't on the last page:\n%s", pages[3])
	}
}

func TestSameBytes(t *testing.T) {
	want := sampleFile(t, "Ana", "Björk")
	local := time.Local
	defer func() { time.Local = local }()
	time.Local = time.FixedZone("elsewhere", 9*3600)
	t.Setenv("LANG", "tr_TR.UTF-8")
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, faces := range []*face.Set{warm, face.NewSet()} {
		if !bytes.Equal(sampleFileWith(t, faces, "Ana", "Björk"), want) {
			t.Fatal("the same input gave other bytes")
		}
	}
}

// A copy must cost its structure and slots, not its pages again.
func TestCopiesShareStreams(t *testing.T) {
	many := make([]string, 40)
	for i := range many {
		many[i] = fmt.Sprintf("Student %d", i)
	}
	one, forty := len(sampleFile(t, "Student 0")), len(sampleFile(t, many...))
	if each := (forty - one) / 39; each > 1700 {
		t.Errorf("a copy of two pages costs %d bytes", each)
	}
	// Equal pages of different arrangements share too.
	faces := warm
	w := NewWriter(io.Discard, sampleMeta, faces)
	for range 3 {
		if err := w.Add(Copy{Pages: sample(faces)}); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(w.streams); n != 2 {
		t.Errorf("%d streams for two different pages", n)
	}
}

// onePage is a page with a heading, and nothing else.
func onePage(faces *face.Set, text string) *typeset.Pages {
	s := newSheet(faces)
	s.line(under(under(nil, "Document"), "H1"), 72, face.Serif, 12, text)
	return s.pages
}

// 1,100 copies want three levels of every tree.
func TestManyCopies(t *testing.T) {
	faces := warm
	var b bytes.Buffer
	w := NewWriter(&b, Meta{Title: "Many"}, faces)
	pages := []*typeset.Pages{onePage(faces, "one"), onePage(faces, "two")}
	const copies = 1100
	for i := range copies {
		if err := w.Add(Copy{Pages: pages[i%2], Name: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	wantSound(t, b.Bytes())
	text, err := pdfcheck.Text(b.Bytes())
	if err != nil || len(text) != copies {
		t.Fatalf("%d pages, %v", len(text), err)
	}
	for i, p := range text {
		if want := []string{"one", "two"}[i%2]; p != want {
			t.Fatalf("page %d says %q, want %q", i+1, p, want)
		}
	}
}

// failing takes so many bytes, then no more.
type failing struct{ left int }

var errFull = errors.New("the disk is full")

func (f *failing) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWriteErrorsReturn(t *testing.T) {
	faces := warm
	pages := sample(faces)
	size := len(sampleFile(t, ""))
	for left := 0; left < size-100; left += 1997 {
		w := NewWriter(&failing{left}, sampleMeta, faces)
		err := w.Add(Copy{Pages: pages})
		if err == nil {
			err = w.Close()
		}
		if !errors.Is(err, errFull) {
			t.Errorf("after %d bytes the error is %v", left, err)
		}
	}
}

func TestRefusals(t *testing.T) {
	faces := warm
	tests := []struct {
		name, want string
		change     func(*typeset.Pages, *typeset.Element)
	}{
		{"kind", "standard structure type", func(_ *typeset.Pages, e *typeset.Element) { e.Kind = "Chapter" }},
		{"two kinds", "standard structure type", func(_ *typeset.Pages, e *typeset.Element) { e.Kind = "P H1" }},
		{"ring", "its own ancestor", func(_ *typeset.Pages, e *typeset.Element) { e.Parent.Parent = e }},
		{"target", "is on no page", func(_ *typeset.Pages, e *typeset.Element) { e.Kind, e.Target = "Link", "x" }},
		{"script", "may not lead", func(_ *typeset.Pages, e *typeset.Element) { e.Kind, e.URL = "Link", "javascript:alert(1)" }},
		{"no scheme", "may not lead", func(_ *typeset.Pages, e *typeset.Element) { e.Kind, e.URL = "Link", "/etc/passwd" }},
		{"mark", "mark of type", func(p *typeset.Pages, _ *typeset.Element) { p.Pages[0].Marks = []typeset.Mark{&typeset.Rule{}} }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := onePage(faces, "text")
			tt.change(p, p.Pages[0].Marks[0].Of())
			err := NewWriter(io.Discard, Meta{}, faces).Add(Copy{Pages: p})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("the error is %v", err)
			}
		})
	}
	w := NewWriter(io.Discard, Meta{}, faces)
	if err := w.Add(Copy{}); err == nil {
		t.Error("a copy without pages was taken")
	}
	if err := w.Close(); err == nil {
		t.Error("a file without pages was closed")
	}
	if err := w.Add(Copy{Pages: onePage(faces, "late")}); err == nil {
		t.Error("a closed file took a copy")
	}
	if err := w.Close(); err == nil {
		t.Error("a file was closed twice")
	}
}

func TestHostileWords(t *testing.T) {
	faces := warm
	for _, words := range []string{
		`)/Launch (calc.exe) \`, "</rdf:li><script>&", "nul\x00 bell\a esc\x1b[2J", "right\u202eleft", "\xff\xfe\x80", "😀\ufffe",
		strings.Repeat("long ", 2000), "(((", "\n\r\t",
	} {
		var b bytes.Buffer
		w := NewWriter(&b, Meta{Title: "T" + words, Author: words, Subject: words, Lang: "en"}, faces)
		p := sample(faces)
		p.Outline[0].Title = words
		p.Pages[0].Marks[2] = typeset.Slot{Name: "x", X: 72, Y: 90, Width: 300, Size: 10}
		if err := w.Add(Copy{Pages: p, Name: words, Slots: map[string]string{"x": words, "name": words}}); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		wantSound(t, b.Bytes())
	}
}

func TestMetaFromPages(t *testing.T) {
	faces := warm
	var b bytes.Buffer
	w := NewWriter(&b, Meta{}, faces)
	if err := w.Add(Copy{Pages: onePage(faces, "text")}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "The general &amp; the border") || !strings.Contains(b.String(), "A teacher") {
		t.Error("title and author aren't those of the pages")
	}
	if strings.Contains(b.String(), "CreateDate") {
		t.Error("a date nobody gave")
	}
}

func FuzzWriter(f *testing.F) {
	f.Add("The title", "López: fi", "Ana", "https://example.org")
	f.Add("\x00)", "a\u0301\xff", "\U0001F600", "mailto:a b")
	faces := warm
	f.Fuzz(func(t *testing.T, title, text, slot, url string) {
		p := sample(faces)
		s := &sheet{faces: faces, pages: p, y: 90}
		link := under(under(p.Pages[0].Marks[3].Of().Parent, "P"), "Link")
		link.URL, link.Actual, link.Lang = url, text, slot
		s.line(link, 72, face.SerifBoldItalic, 9.37, text)
		p.Outline = append(p.Outline, typeset.Bookmark{Title: text, Level: len(slot) - 3, Anchor: typeset.Anchor{Page: len(url) - 9}})
		var b bytes.Buffer
		w := NewWriter(&b, Meta{Title: "T" + title, Author: text}, faces)
		if err := w.Add(Copy{Pages: p, Name: slot, Slots: map[string]string{"name": slot, "code": text}}); err != nil {
			if !leadsOut(url) {
				return
			}
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		wantSound(t, b.Bytes())
	})
}
