package reader

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"quire/internal/diag"
	"quire/internal/essay"
)

func read(t *testing.T, name, text string, h Hints) *essay.Essay {
	t.Helper()
	var findings diag.List
	e, err := Read(name, []byte(text), h, &findings)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// show writes an essay's blocks as readable text, a line each.
func show(e *essay.Essay) string {
	var b strings.Builder
	for _, block := range e.Blocks {
		b.WriteString(block.Kind.String() + ": ")
		at := 0
		for _, m := range block.Marks {
			b.WriteString(block.Text[at:m.Start] + "<" + block.Text[m.Start:m.End] + ">")
			at = m.End
		}
		b.WriteString(strings.ReplaceAll(block.Text[at:], "\n", " / ") + "\n")
	}
	return b.String()
}

func TestText(t *testing.T) {
	const prose = "It was a small thing, and it took the whole town eleven years to agree that it had happened at all, which is why I tell it."
	for _, c := range []struct{ name, in, want string }{
		{"a line is a paragraph", prose + "\n\n" + prose + "\n",
			"paragraph: " + prose + "\nparagraph: " + prose + "\n"},
		{"lines without blanks between", prose + "\n" + prose + "\n",
			"paragraph: " + prose + "\nparagraph: " + prose + "\n"},
		{"wrapped by hand",
			"It was a small thing, and it took the whole town eleven\nyears to agree that it had happened at all, and longer\nto say who did it.\n\nNobody was ever charged, and the bench stood\nwhere it had stood, with a brass plate of its own.\n",
			"paragraph: It was a small thing, and it took the whole town eleven years to agree that it had happened at all, and longer to say who did it.\nparagraph: Nobody was ever charged, and the bench stood where it had stood, with a brass plate of its own.\n"},
		{"typography and emphasis", "The “Señora” said \"_never_ -- don't\" and meant_it and left the room before anybody could answer her, as she would.",
			"paragraph: The “Señora” said “<never>\u00a0— don’t” and meant_it and left the room before anybody could answer her, as she would.\n"},
		{"verse", prose + "\n\n    The bench is gone,\n    the plate is on\n\n" + prose,
			"paragraph: " + prose + "\nverse: The bench is gone, / the plate is on\nparagraph: " + prose + "\n"},
		{"heading and stars", prose + "\n\nThe Second Year\n\n" + prose + "\n\n* * *\n\n" + prose,
			"paragraph: " + prose + "\nheading: The Second Year\nparagraph: " + prose + "\nparagraph: " + prose + "\n"},
		{"a short last sentence stays", prose + "\n\nJoin us, then. The comments are related to it.",
			"paragraph: " + prose + "\nparagraph: Join us, then. The comments are related to it.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := strings.ReplaceAll(c.want, "\u00a0", " ")
			if got := show(read(t, "essay.txt", c.in, Hints{})); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestTextLeavesFurnitureOut(t *testing.T) {
	const prose = "It was a small thing, and it took the whole town eleven years to agree that it had happened at all, which is why I tell it."
	in := "News | Sport | Weather | About\n\nThe Bench on Mill Lane\n\nA bench, a plate and a quarrel that outlived both of the people who began it.\n\nBy Ana Pérez\n\nPhoto: R. Lund\n\n" +
		prose + "\n\n" + prose + "\n\nSubscribe to our newsletter for more of this.\nShare this\n\nAbout | Contact | © 2026 The Mill Lane Daily Post\n"
	e := read(t, "essay.txt", in, Hints{})
	if e.Title != "The Bench on Mill Lane" || e.Author != "Ana Pérez" || e.Paragraphs() != 2 {
		t.Errorf("title %q, author %q, %d paragraphs", e.Title, e.Author, e.Paragraphs())
	}
	var left []string
	for _, l := range e.Left {
		left = append(left, l.Why+": "+l.Span.String())
	}
	want := []string{
		"menu: News | Sport | Weather | About",
		"title: The Bench on Mill Lane",
		"deck: A bench, a plate and a quarrel that outlived both of the people who began it.",
		"by-line: By Ana Pérez",
		"credit: Photo: R. Lund",
		"after the end: a call to join: Subscribe to our newsletter for more of this.",
		"after the end: links: Share this",
		"after the end: a menu: About | Contact | © 2026 The Mill Lane Daily Post",
	}
	if strings.Join(left, "\n") != strings.Join(want, "\n") {
		t.Errorf("left out\n%s\nwant\n%s", strings.Join(left, "\n"), strings.Join(want, "\n"))
	}
}

func TestRememberedOpeningsDecide(t *testing.T) {
	const a, b = "Some words that a lock file remembers stand here.", "Other words that it remembers end it."
	e := read(t, "e.txt", "Some menu line that ends like a sentence does.\n\n"+a+"\n\n"+b+"\n\nA stray advertisement that reads just like a paragraph of the essay does.\n",
		Hints{Opens: []string{"Some words that", "Other words that"}})
	if got := show(e); got != "paragraph: "+a+"\nparagraph: "+b+"\n" {
		t.Errorf("got\n%s", got)
	}
}

func TestOrigin(t *testing.T) {
	in := "\uFEFFHe said --\r\nand the _whole_ town of Ca\u0301diz heard it -- that \"no one\" would pay for the bench.\r\n"
	e := read(t, "e.txt", in, Hints{})
	b := e.Blocks[0]
	for _, w := range []string{"He", "and", "whole", "town", "heard", "no one", "bench"} {
		at := strings.Index(b.Text, w)
		if at < 0 {
			t.Fatalf("%q is not in %q", w, b.Text)
		}
		from := e.Text.Original(b.Origin.Source(at))
		if !strings.HasPrefix(in[from:], w) {
			t.Errorf("%q comes from %q", w, in[from:min(from+10, len(in))])
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"e.txt", "", "e.txt is empty"},
		{"e.txt", " \n\t\n", "e.txt is empty"},
		{"e.docx", "PK\x03\x04", "zipped"},
		{"e.bin", "\x00\x00\x01\x00", "is not text"},
		{"e.pdf", strings.Repeat("\x01\xb3\x8ex\x10", 40), "is not text, and not a PDF either"},
		{"e.txt", strings.Repeat("A word or two.\n\n", 10_001), "in 10001 paragraphs"},
		{"e.txt", strings.Repeat("word ", 100_001), "100001 words"},
	} {
		var findings diag.List
		e, err := Read(c.name, []byte(c.raw), Hints{}, &findings)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, %v; want an error with %q", c.raw, e, err, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	for name, raw := range map[string]string{
		"UTF-16 LE":    "\xff\xfeP\x00e\x00\xf1\x00a\x00 \x00s\x00a\x00i\x00d\x00 \x00s\x00o\x00.\x00",
		"UTF-16 BE":    "\xfe\xff\x00P\x00e\x00\xf1\x00a\x00 \x00s\x00a\x00i\x00d\x00 \x00s\x00o\x00.",
		"Windows-1252": "Pe\xf1a said so.",
		"UTF-8, BOM":   "\xef\xbb\xbfPeña said so.",
		"NUL":          "Peña \x00said so.",
	} {
		if got := show(read(t, "e.txt", raw, Hints{})); got != "paragraph: Peña said so.\n" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// TestCienfuegos reads the first essay to teach as it was saved from a web
// page.
func TestCienfuegos(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/essays/cienfuegos.txt")
	if err != nil {
		t.Skip("the essays for testing are not here: ", err)
	}
	e := read(t, "cienfuegos.txt", string(raw), Hints{})
	if e.Paragraphs() != 20 || len(e.Blocks) != 20 {
		t.Errorf("%d paragraphs in %d blocks, want 20", e.Paragraphs(), len(e.Blocks))
	}
	if !strings.HasPrefix(e.Title, "Arresting General") || !strings.HasSuffix(e.Title, "Bilateralism") {
		t.Errorf("title %q", e.Title)
	}
	var why []string
	for _, l := range e.Left {
		why = append(why, l.Why)
	}
	if got := strings.Join(why, ", "); got != "menu, title, deck, credit, after the end: a call to join, after the end: a call to join, after the end: a call to join" {
		t.Errorf("left out: %s", got)
	}
	for _, b := range e.Blocks {
		if strings.Contains(b.Text, "  ") || strings.TrimSpace(b.Text) != b.Text {
			t.Errorf("spaces in %q", b.Text)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("Title\n\nBy A. B.\n\nSome _text_ here -- and \"there\".\n\n    verse\n    verse\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var findings diag.List
		e, err := Read("f.txt", raw, Hints{}, &findings)
		if err != nil {
			return
		}
		for _, b := range e.Blocks {
			last := 0
			for _, m := range b.Marks {
				if m.Start < last || m.End <= m.Start || m.End > len(b.Text) {
					t.Fatalf("marks %v of %q", b.Marks, b.Text)
				}
				last = m.End
			}
			for i := 0; i <= len(b.Text); i++ {
				if s := b.Origin.Source(i); s < 0 || s > len(e.Text.Body) {
					t.Fatalf("Source(%d) = %d of %d", i, s, len(e.Text.Body))
				}
			}
		}
	})
}

func TestTurnsOfDirectionAreToldOf(t *testing.T) {
	var findings diag.List
	if _, err := Read("e.txt", []byte("On \u202eegdirb\u202c bridges there was much talk."), Hints{}, &findings); err != nil {
		t.Fatal(err)
	}
	if f := findings.Sorted(); len(f) != 1 || !strings.Contains(f[0].Message, "turn the direction") {
		t.Errorf("got %v", f)
	}
}

func TestDecode(t *testing.T) {
	const want = "The señor said “so” — and so did everybody’s mother, who had seen the bench."
	for name, raw := range map[string]string{
		"old Macintosh":        "The se\x96or said \xd2so\xd3 \xd1 and so did everybody\xd5s mother, who had seen the bench.",
		"UTF-8 read twice":     "The seÃ±or said â€œsoâ€\u009d â€” and so did everybodyâ€™s mother, who had seen the bench.",
		"UTF-8 but for a byte": "The se\xf1or said “so” — and so did everybody’s mother, who had seen the bench.",
		"UTF-16 without mark":  utf16LE(want),
	} {
		var findings diag.List
		got, err := decode("e.txt", []byte(raw), &findings)
		if err != nil || got != want {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	for name, raw := range map[string]string{
		"Cyrillic in one byte": "\xfc\xd4\xcf \xd2\xd5\xd3\xd3\xcb\xc9\xca \xd4\xc5\xcb\xd3\xd4 \xd7 \xcb\xcf\xc4\xc9\xd2\xcf\xd7\xcb\xc5",
		"controls":             "a\x01b\x02c\x03d\x04",
	} {
		var findings diag.List
		if got, err := decode("e.txt", []byte(raw), &findings); err == nil {
			t.Errorf("%s: got %q, want an error", name, got)
		}
	}
}

func utf16LE(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

func TestForeignFiles(t *testing.T) {
	for raw, want := range map[string]string{
		"\x1f\x8b\x08\x00abc":                             "packed (gzip)",
		"\x89PNG\r\n\x1a\nabc":                            "a picture",
		"ID3\x03abc":                                      "sound",
		"#!/bin/sh\necho a\n":                             "a program's text",
		`{"a": [1, 2]}`:                                   "JSON",
		"a,b,c\n1,2,3\n4,5,6\n7,8,9\n":                    "a table",
		"\\documentclass{article}\n":                      "LaTeX",
		"Received: x\nMIME-Version: 1.0\nTo: a\n\nHello.": "an e-mail",
		strings.Repeat("A word.\n", 50_000):               "50000 lines",
		"... --- !!!\n\n...":                              "no paragraphs",
	} {
		var findings diag.List
		_, err := Read("e.txt", []byte(raw), Hints{}, &findings)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%.20q: got %v, want %q", raw, err, want)
		}
	}
}

// TestUncertainEndsStay: a last paragraph that may be a notice is kept, and
// doubted.
func TestUncertainEndsStay(t *testing.T) {
	const prose = "It was a small thing, and it took the whole town eleven years to agree that it had happened at all, which is why I tell it."
	for _, last := range []string{"Join us, then.", "Mary Lund is a writer who lives by the river."} {
		var findings diag.List
		e, err := Read("e.txt", []byte("A Bench\n\n"+prose+"\n\n"+prose+"\n\n"+last+"\n"), Hints{}, &findings)
		if err != nil {
			t.Fatal(err)
		}
		if got := e.Blocks[len(e.Blocks)-1].Text; got != last || findings.Count(diag.Warning) != 1 {
			t.Errorf("%q: the essay ends with %q, and there are %v", last, got, findings.Sorted())
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("â€œa \xe9 \xed\xa0\x80"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var findings diag.List
		if s, err := decode("f.txt", raw, &findings); err == nil && (!utf8.ValidString(s) || strings.Contains(s, "\x00")) {
			t.Errorf("got %q", s)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add("# T\n\nText *a*[^1].\n\n> v\\\n> w\n\n[^1]: A.\n\n    B *c*.\n")
	f.Fuzz(func(t *testing.T, body string) {
		var findings diag.List
		if e, err := Read("f.md", []byte(body), Hints{}, &findings); err == nil && e.Paragraphs() == 0 {
			t.Error("no paragraphs, and no error")
		}
	})
}
