package reader

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"quire/internal/diag"
)

var update = flag.Bool("update", false, "write the readings in testdata anew")

// TestPages reads pages of many makes. The essay in them is the same.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/html/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages")
	}
	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		e, err := Read(filepath.Base(page), raw, Hints{}, &diag.List{})
		if err != nil {
			t.Errorf("%s: %v", page, err)
			continue
		}
		golden := strings.TrimSuffix(page, ".html") + ".txt"
		got := told(e)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s:\n%s\nwant:\n%s", page, got, want)
		}
	}
}

const (
	prose  = "There is a clock in the hall that nobody winds, and it is right for one minute in the morning and one at night."
	prose2 = "We keep it, my brother says, as other people keep a dog: it asks for little, and it gives the place a centre."
	prose3 = "When the house is sold the clock will stay, since no door of the house is as wide as the clock is now."
)

// TestHTML reads small pages that have one thing each.
func TestHTML(t *testing.T) {
	p, p2, p3 := "<p>"+prose+"</p>\n", "<p>"+prose2+"</p>\n", "<p>"+prose3+"</p>\n"
	said := "paragraph: " + prose + "\n"
	readAll(t, "page.html", []reading{
		{"a blogger's page with the author in the text", `<title>Clocks – Desk</title><meta name=author content="mr keys"><meta property=og:site_name content=Desk><article><h1>Clocks</h1><p>by Ana Pérez</p>` + p + p2 + "</article>",
			"Clocks / Ana Pérez\n" + said + "paragraph: " + prose2 + "\n- title: Clocks\n- by-line: by Ana Pérez\n"},
		{"linked data", `<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Clocks &amp; Doors","author":[{"name":"Ana Pérez"},{"name":"Li Wei"}]}]}</script><body>` + p + p2,
			"Clocks & Doors / Ana Pérez and Li Wei\n" + said + "paragraph: " + prose2 + "\n"},
		{"hidden and empty things", p + `<p style="display:none">Unseen words that go on for a while, as such words do.</p><div aria-hidden=true>` + p3 + `</div><noscript>` + p3 + `</noscript><template>` + p3 + "</template>" + p2,
			" / \n" + said + "paragraph: " + prose2 + "\n"},
		{"a drop cap in two copies", `<p><span class="sr-only">There</span><span aria-hidden="true"><span style="float:left">T</span>here</span>` + strings.TrimPrefix(prose, "There") + "</p>" + p2,
			" / \n" + said + "paragraph: " + prose2 + "\n"},
		{"a quotation that repeats the text", p + "<blockquote class=big>It is right for one minute in the morning</blockquote>" + p2,
			" / \n" + said + "paragraph: " + prose2 + "\n- pull quote: It is right for one minute in the morning\n"},
		{"a quotation that doesn't", p + "<blockquote>" + p3 + "<footer>A. Neighbour</footer></blockquote>" + p2,
			" / \n" + said + "blockquote: " + prose3 + "\nblockquote: A. Neighbour\nparagraph: " + prose2 + "\n"},
		{"lines wrapped by hand", "<p>" + strings.Replace(prose, " right", "<br>right", 1) + " And this<br>line is here to be a third one, and to end.</p>" + p2,
			" / \nparagraph: " + prose + " And this line is here to be a third one, and to end.\nparagraph: " + prose2 + "\n"},
		{"paragraphs of line breaks", "<div>" + prose + "<br><br>" + prose2 + "<br>&nbsp;<br>" + prose3 + "</div>",
			" / \n" + said + "paragraph: " + prose2 + "\nparagraph: " + prose3 + "\n"},
		{"verse of elements", p + `<div class=poem><div class=stanza><div>Tick, said the one,</div><div>and the other: <i>tock</i>.</div></div></div>` + p2,
			" / \n" + said + "verse: Tick, said the one, | and the other: *tock*.\nparagraph: " + prose2 + "\n"},
		{"notes at the side", "<p>" + prose + `<label class=sidenote-number for=s></label><input type=checkbox id=s><span class=sidenote>It is slow.</span></p>` + p2,
			" / \n" + said + "paragraph: " + prose2 + "\nfootnote: It is slow.\n"},
		{"lists", p + "<ol><li>The hall." + "<li><p>The stairs.</ol>" + p2,
			" / \n" + said + "listitem: The hall.\nlistitem: The stairs.\nparagraph: " + prose2 + "\n"},
		{"a picture and a table of links", p + `<figure><img src=x><figcaption>The clock.</figcaption></figure><div class="x"><a href=a>Another house</a> <a href=b>A third house</a></div>` + p2,
			" / \n" + said + "paragraph: " + prose2 + "\n- picture caption: The clock.\n- links: Another house A third house\n"},
		{"XML's declaration before it", `<?xml version="1.0"?><!-- c --><html><body>` + p + p2, " / \n" + said + "paragraph: " + prose2 + "\n"},
	}, func(in string) []byte { return []byte("<!doctype html>" + in) })
}

func TestHTMLRefuses(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"signin.html", "<html><body><h1>Sign in</h1><form><input></form><p>Forgotten?</p>", "holds no essay"},
		{"deep.html", "<html><body>" + strings.Repeat("<div>", 100_000), "can't be read"},
		{"fonts.html", "<html><body>" + strings.Repeat("<font>", 400) + strings.Repeat("<p>x", 10_000), "more markup"},
		{"frames.html", "<html><frameset><frame src=a></frameset></html>", "frames"},
		{"long.html", "<html><body><p>" + strings.Repeat("word ", 5*maxWords), "cut out"},
		{"sjis.html", "<html><meta charset=Shift_JIS><body>\x83\x81", "shift_jis"},
		{"cut.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--", "no page is found"},
	} {
		e, err := Read(tt.name, []byte(tt.in), Hints{}, &diag.List{})
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), tt.name) {
			t.Errorf("%s: %v, %v", tt.name, e, err)
		}
	}
}

func TestHTMLCharsets(t *testing.T) {
	page := func(head, text string) string {
		return "<html><head>" + head + "</head><body><p>" + prose + "</p><p>" + text + " and some more words after it.</p>"
	}
	for _, tt := range []struct{ name, in, want string }{
		{"said to be Latin 1", page("<meta charset=iso-8859-1>", "It costs \x80 5"), "It costs € 5"},
		{"nothing said", page("", "It\x92s a caf\xe9"), "It’s a café"},
		{"UTF-8 that says it is Latin 1", page("<meta charset=iso-8859-1>", "It’s a café"), "It’s a café"},
		{"broken UTF-8", page(`<meta http-equiv=Content-Type content="text/html; charset=utf-8">`, "A café, a \xed\xa0\xbd half"), "A café, a � half"},
		{"half a pair by number", page("", "A &#xD83D; half"), "A � half"},
		{"Russian", page("<meta charset=windows-1251>", "\xcd\xe5\xf2"), "Нет"},
		{"UTF-16", "\xff\xfe" + strings.Join(strings.Split(page("", "It is wide"), ""), "\x00") + "\x00", "It is wide"},
	} {
		e, err := Read("page.html", []byte(tt.in), Hints{}, &diag.List{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := e.Blocks[len(e.Blocks)-1].Text; !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

func TestMHTML(t *testing.T) {
	in := "From: <Saved>\r\nSnapshot-Content-Location: https://x.example/a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b--\"\r\n\r\n" +
		"----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p class=3D\"a\">" + strings.Replace(prose, "nobody", "no=\r\nbody", 1) + "</p><p>" + prose2 + "</p>\r\n----b--\r\nContent-Type: image/png\r\n\r\nAAAA\r\n----b----\r\n"
	e, err := Read("page.mhtml", []byte(in), Hints{}, &diag.List{})
	if err != nil || told(e) != " / \nparagraph: "+prose+"\nparagraph: "+prose2+"\n" || e.URL != "https://x.example/a" {
		t.Errorf("%v %v", e, err)
	}
}

// TestHTMLNamedText finds a page under another name, and says so.
func TestHTMLNamedText(t *testing.T) {
	var findings diag.List
	_, err := Read("page.txt", []byte("<!DOCTYPE html><p>"+prose+"<p>"+prose2), Hints{}, &findings)
	if err != nil || findings.Count(diag.Note) != 1 {
		t.Errorf("%v %v", err, findings.Sorted())
	}
}

func FuzzHTML(f *testing.F) {
	pages, _ := filepath.Glob("testdata/html/*.html")
	for _, page := range pages {
		if raw, err := os.ReadFile(page); err == nil && len(raw) < 6000 {
			f.Add(string(raw))
		}
	}
	f.Add("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\n--b--")
	f.Add("<html><h1>a<p>" + prose + "<br>\n<br><pre>" + prose + "\n x</pre><dl><dt id=n>1<dd>x<a href=#n>1</a></dl>")
	f.Fuzz(func(t *testing.T, in string) {
		if !strings.HasPrefix(in, "MIME") {
			in = "<html>" + in
		}
		e, err := Read("f.html", []byte(in), Hints{}, &diag.List{})
		checkRead(t, e, err)
	})
}
