package compose

import (
	"net/url"
	"strings"
	"testing"

	"quire/internal/document"
	"quire/internal/essay"
	"quire/internal/lesson"
)

func TestTextFragment(t *testing.T) {
	for _, c := range []struct {
		address string
		ends    lesson.Ends
		want    string
	}{
		{"https://e.org/a", lesson.Ends{Start: "an echo"}, "https://e.org/a#:~:text=an%20echo"},
		{"https://e.org/a", lesson.Ends{Start: "First words", End: "last words."}, "https://e.org/a#:~:text=First%20words,last%20words."},
		{"https://e.org/a", lesson.Ends{Before: "before it", Start: "a", After: "after it"}, "https://e.org/a#:~:text=before%20it-,a,-after%20it"},
		{"https://e.org/a", lesson.Ends{Before: "b", Start: "s", End: "e", After: "a"}, "https://e.org/a#:~:text=b-,s,e,-a"},
		// The directive's own signs within the words.
		{"https://e.org/a", lesson.Ends{Start: "well-known, R&D"}, "https://e.org/a#:~:text=well%2Dknown%2C%20R%26D"},
		{"https://e.org/a", lesson.Ends{Start: "-dash", End: "comma,"}, "https://e.org/a#:~:text=%2Ddash,comma%2C"},
		{"https://e.org/a", lesson.Ends{Start: "50% #1 a/b?c=d+e"}, "https://e.org/a#:~:text=50%25%20%231%20a%2Fb%3Fc%3Dd%2Be"},
		// Words beyond ASCII, as UTF-8.
		{"https://e.org/a", lesson.Ends{Start: "señor", End: "“no”—他"}, "https://e.org/a#:~:text=se%C3%B1or,%E2%80%9Cno%E2%80%9D%E2%80%94%E4%BB%96"},
		// An address that has a query, a fragment, a bare #, or leads to words already.
		{"https://e.org/a?b=c&d", lesson.Ends{Start: "x"}, "https://e.org/a?b=c&d#:~:text=x"},
		{"https://e.org/a#section", lesson.Ends{Start: "x"}, "https://e.org/a#section:~:text=x"},
		{"https://e.org/a#", lesson.Ends{Start: "x"}, "https://e.org/a#:~:text=x"},
		{"https://e.org/a#:~:text=old", lesson.Ends{Start: "x"}, "https://e.org/a#:~:text=x"},
		{"https://e.org/a#s:~:text=old&text=older", lesson.Ends{Start: "x"}, "https://e.org/a#s:~:text=x"},
		// Without words, the address alone.
		{"https://e.org/a#s", lesson.Ends{}, "https://e.org/a#s"},
	} {
		got := textFragment(c.address, c.ends)
		if got != c.want {
			t.Errorf("%s %+v:\n got %s\nwant %s", c.address, c.ends, got, c.want)
		}
		if u, err := url.Parse(got); err != nil || u.Scheme != "https" {
			t.Errorf("%s is no address: %v", got, err)
		}
	}
}

// What a browser reads out of a directive is what was put in: the words, whatever
// they are.
func FuzzTextFragment(f *testing.F) {
	f.Add("before", "start, and-more", "end&", "-after-")
	f.Add("", "a:~:text=b", "", "")
	f.Fuzz(func(t *testing.T, before, start, end, after string) {
		if start == "" {
			return
		}
		_, text, ok := strings.Cut(textFragment("https://e.org/a", lesson.Ends{Before: before, Start: start, End: end, After: after}), "#:~:text=")
		if !ok || strings.Contains(text, "&") {
			t.Fatalf("not one directive: %s", text)
		}
		got := map[string]string{}
		for _, term := range strings.Split(text, ",") {
			role := "start"
			switch {
			case strings.HasSuffix(term, "-"):
				role, term = "before", strings.TrimSuffix(term, "-")
			case strings.HasPrefix(term, "-"):
				role, term = "after", strings.TrimPrefix(term, "-")
			case got["start"] != "":
				role = "end"
			}
			words, err := url.PathUnescape(term)
			if err != nil {
				t.Fatal(err)
			}
			got[role] = words
		}
		if got["before"] != before || got["start"] != start || got["end"] != end || got["after"] != after {
			t.Errorf("%q %q %q %q became %q", before, start, end, after, got)
		}
	})
}

func TestEndsOfQuotation(t *testing.T) {
	for words, want := range map[string]lesson.Ends{
		"silver or lead":                    {Start: "silver or lead"},
		"the first … the last":              {Start: "the first", End: "the last"},
		"one ... two … three":               {Start: "one", End: "three"},
		"[The] court ruled":                 {Start: "court ruled"},
		"the court [of appeals] ruled":      {Start: "the court", End: "ruled"},
		"it was [so [he] said] … “enough.”": {Start: "it was", End: "“enough.”"},
		"… trailing …":                      {Start: "trailing"},
		"the end [":                         {Start: "the end"},
		"":                                  {},
		"[…]":                               {},
	} {
		if got := endsOfQuotation(words); got != want {
			t.Errorf("%q: %+v, want %+v", words, got, want)
		}
	}
}

// Words that stand in the essay before, too, are found by their neighbours.
func TestNeighbours(t *testing.T) {
	e := &essay.Essay{Blocks: []essay.Block{
		{Kind: essay.Paragraph, Text: "We asked. They said no and we went."},
		{Kind: essay.Paragraph, Text: "In the end all of them\nsaid no and stayed."},
		{Kind: essay.Paragraph, Text: "They said no once more."},
	}}
	e.Number()
	for _, c := range []struct {
		paragraph            int
		words, before, after string
	}{
		{1, "said no and", "", ""},
		{2, "said no and", "all of them", ""},
		{2, "stayed", "", ""},
		{3, "They said no", "", "once more."},
		{3, "said nothing", "", ""},
		{7, "said no", "", ""},
	} {
		if before, after := neighbours(e, c.paragraph, c.words); before != c.before || after != c.after {
			t.Errorf("¶%d %q: %q, %q", c.paragraph, c.words, before, after)
		}
	}
}

// Quotations of a guide lead to their words where the essay has an address, and
// only there.
func TestGuideLinks(t *testing.T) {
	for _, address := range []string{"", "https://e.org/chair#top"} {
		l := printed(t)
		l.Meta.Essay.URL = address
		links := map[string]string{}
		document.Walk(made(t, l, template(t, "guide")).Blocks, func(in document.Inline) {
			if k, ok := in.(document.Link); ok {
				links[document.Plain(k.Inlines)] = k.URL
			}
		})
		if (address != "") != (len(links) > 0) {
			t.Errorf("%q: %v", address, links)
		}
		for words, to := range links {
			if !strings.HasPrefix(to, "https://e.org/chair#top") {
				t.Errorf("%s leads to %s", words, to)
			}
		}
	}
}
