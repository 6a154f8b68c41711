package lesson

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"quire/internal/diag"
	"quire/internal/source"
)

func sampleLock() *Lock {
	return &Lock{
		Scheme: 1, Words: 312, Sentences: 20, Syllables: 430, Lines: 30,
		Paragraphs: []LockedParagraph{
			{Opens: "The ferry “Marta”", FirstLine: 1, Sum: sum("paragraph", "one")},
			{Opens: "Señor Peña said", FirstLine: 12, Sum: sum("paragraph", "two")},
		},
		Passages: map[string]LockedPassage{
			"turn":  {FirstParagraph: 1, LastParagraph: 2, FirstLine: 3, LastLine: 14, Length: 90, Selector: sum("selector", "a"), Fingerprint: "0a1b", Sum: sumPassage("c")},
			"begin": {FirstParagraph: 1, LastParagraph: 1, FirstLine: 1, LastLine: 1, Length: 9, Selector: sum("selector", "b"), Fingerprint: "ff", Sum: sumPassage("d")},
		},
		Quotations: map[string]LockedQuotation{
			sumQuotation("no more boats", ""):     {2, 2, 13, 13},
			sumQuotation("no more boats", "turn"): {1, 1, 4, 5},
		},
		Vocabulary: map[string][]LockedQuotation{sumWord("ferry"): {{1, 1, 1, 1}, {2, 2, 20, 20}}},
	}
}

func decode(t testing.TB, body string) (*Lock, []diag.Finding) {
	t.Helper()
	text, err := source.New(lockFile, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	var l diag.List
	return DecodeLock(text, &l), l.Sorted()
}

func TestLockRoundTrip(t *testing.T) {
	want := sampleLock()
	body := string(want.Encode())
	got, findings := decode(t, body)
	if len(findings) > 0 {
		t.Fatalf("findings: %v", findings)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if again := string(got.Encode()); again != body {
		t.Errorf("encoded again:\n%s\nwant\n%s", again, body)
	}
}

func TestDecodeLockFindings(t *testing.T) {
	good := string(sampleLock().Encode())
	for _, c := range []struct{ name, body, at string }{
		{"more sentences than words", strings.Replace(good, "sentences 20", "sentences 313", 1), "sentences 313"},
		{"words of a hundred syllables", strings.Replace(good, "syllables 430", "syllables 31200", 1), "syllables 31200"},
		{"another version", strings.Replace(good, "quire-lock 1", "quire-lock 2", 1), "quire-lock 2"},
		{"merge marks", strings.Replace(good, "words 312", "<<<<<<< HEAD\nwords 312", 1), "<<<<<<< HEAD"},
		{"a paragraph out of order", strings.Replace(good, "paragraph 2", "paragraph 3", 1), "paragraph 3"},
		{"more words than three", strings.Replace(good, "Señor Peña said", "Señor Peña said no more", 1), "paragraph 2"},
		{"a place past the end", strings.Replace(good, "begin paragraphs=1-1", "begin paragraphs=1-3", 1), "passage begin"},
		{"a place turned round", strings.Replace(good, "lines=3-14", "lines=14-3", 1), "passage turn"},
		{"a number too large", strings.Replace(good, "words 312", "words 99999999999", 1), "words 99999999999"},
		{"a passage twice", good + line(good, "passage turn") + "\n", "passage turn"},
		{"half a line", good + "quotation 0123456789abcdef paragraphs=1", "quotation 0123456789abcdef paragraphs=1"},
		{"a sum that is none", good + "quotation xyz paragraphs=1-1 lines=1-1", "quotation xyz"},
		{"an unknown line", good + "verse 3", "verse 3"},
	} {
		_, findings := decode(t, c.body)
		found := false
		for _, f := range findings {
			found = found || f.Severity == diag.Error && strings.HasPrefix(f.At.String(), c.at)
		}
		if !found {
			t.Errorf("%s: no finding at %q, but %v", c.name, c.at, findings)
		}
	}
}

// line gives the line of a text that begins like this.
func line(body, start string) string {
	for l := range strings.Lines(body) {
		if strings.HasPrefix(l, start) {
			return strings.TrimSuffix(l, "\n")
		}
	}
	return ""
}

func TestLockFindingsAreBounded(t *testing.T) {
	_, findings := decode(t, lockVersion+"\n"+strings.Repeat("x\n", 100_000))
	if len(findings) != lockFindings {
		t.Errorf("%d findings, want %d", len(findings), lockFindings)
	}
}

func TestOpening(t *testing.T) {
	for in, want := range map[string]string{
		"Three words and more":     "Three words and",
		"Two words":                "Two words",
		"":                         "",
		"One—two—three—four":       "One—two—three",
		"“Why,” she asked, “now?”": "“Why,” she asked,",
		"a\nverse of lines":        "a verse of",
		"語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語": strings.Repeat("語", openingLetters),
	} {
		if got := opening(in); got != want {
			t.Errorf("opening(%q) = %q, want %q", in, got, want)
		}
		if got := opening(opening(in)); got != want {
			t.Errorf("the opening of an opening, %q, is %q", want, got)
		}
	}
}

func TestFold(t *testing.T) {
	alike := []string{"“Stop” — he said", "\"Stop\"--he   said", "‘Stop’–he\nsaid", "\"Stop\" — he\u00a0said "}
	for _, s := range alike {
		if got, want := fold(s), "'Stop'-he said"; got != want {
			t.Errorf("fold(%q) = %q, want %q", s, got, want)
		}
	}
	if fold("Stop") == fold("stop") {
		t.Error("fold makes case alike")
	}
}

func FuzzDecodeLock(f *testing.F) {
	f.Add(string(sampleLock().Encode()))
	f.Add(lockVersion + "\nparagraph 1 line=1 sum=0123456789abcdef opens=`a b`\npassage x paragraphs=1-1 lines=0-0 length=1 selector=0123456789abcdef fingerprint=\n")
	f.Fuzz(func(t *testing.T, body string) {
		text, err := source.New(lockFile, []byte(body))
		if err != nil {
			return
		}
		var list diag.List
		l := DecodeLock(text, &list)
		if l == nil {
			return
		}
		again, findings := decode(t, string(l.Encode()))
		if len(findings) > 0 {
			t.Fatalf("%v in what was encoded of %q", findings, body)
		}
		if !reflect.DeepEqual(again, l) {
			t.Fatalf("%+v\nbecame\n%+v", l, again)
		}
	})
}

// A vocabulary question's word is remembered like a gloss.
func TestLockRemembersVocabulary(t *testing.T) {
	lesson := "---\nquire: 1\ntitle: T\n---\n\n# Worksheet\n\n### Gone? {.vocabulary word=ferry}\n\n**Answer:** A boat.\n"
	m := fstest.MapFS{mainFile: &fstest.MapFile{Data: []byte(lesson)}}
	l := resolve(t, m, ferry(t), Options{})
	m[lockFile] = &fstest.MapFile{Data: MakeLock(l).Encode()}
	resolve(t, m, nil, Options{})

	m[mainFile] = &fstest.MapFile{Data: []byte(strings.Replace(lesson, "word=ferry", "word=fairy", 1))}
	d, findings := read(t, m)
	d.Resolve(nil, Options{}, findings)
	if got := printed(t, findings); !strings.Contains(got, "the lock file does not know the word “fairy”") {
		t.Error(got)
	}
}
