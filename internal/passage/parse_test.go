package passage

import (
	"testing"

	"quire/internal/source"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in   string
		want Selector
		err  string
	}{
		{in: "first words … last words", want: Selector{Start: "first words", End: "last words"}},
		{in: "first words ... last words.", want: Selector{Start: "first words", End: "last words."}},
		{in: "first words...last words", want: Selector{Start: "first words", End: "last words"}},
		{in: "first words\n[...] last\nwords", want: Selector{Start: "first words", End: "last words"}},
		{in: "first words …. Last words", want: Selector{Start: "first words", End: "Last words"}},
		{in: "well… then … at last", want: Selector{Start: "well… then", End: "at last"}},
		{in: "well… then", want: Selector{Start: "well", End: "then"}},
		{in: "a short one", want: Selector{Start: "a short one"}},
		{in: "… first … last …", want: Selector{Start: "first", End: "last"}},
		{in: "trails off…", want: Selector{Start: "trails off…"}},
		{in: `"first ... last"`, want: Selector{Start: "first", End: "last"}},
		{in: "‘it’s … last’", want: Selector{Start: "it’s", End: "last"}},
		{in: `"One," he said, "two"`, want: Selector{Start: "“One,” he said, “two”"}},
		{in: `"One," he said ... "two"`, want: Selector{Start: "“One,” he said", End: "“two”"}},

		{in: "¶6", want: Selector{FirstParagraph: 6, LastParagraph: 6}},
		{in: "¶ 6", want: Selector{FirstParagraph: 6, LastParagraph: 6}},
		{in: "p6", want: Selector{FirstParagraph: 6, LastParagraph: 6}},
		{in: "p6-8", want: Selector{FirstParagraph: 6, LastParagraph: 8}},
		{in: "¶¶6–8", want: Selector{FirstParagraph: 6, LastParagraph: 8}},
		{in: "¶6–8", want: Selector{FirstParagraph: 6, LastParagraph: 8}},
		{in: "¶6 – ¶8", want: Selector{FirstParagraph: 6, LastParagraph: 8}},
		{in: "pp. 6--8", want: Selector{FirstParagraph: 6, LastParagraph: 8}},
		{in: "¶\u00a06", want: Selector{FirstParagraph: 6, LastParagraph: 6}},
		{in: "p6 and p7", want: Selector{Start: "p6 and p7"}},
		{in: "people", want: Selector{Start: "people"}},

		{in: "", err: "the selector has no words"},
		{in: " … ", err: "the selector has no words"},
		{in: "?!", err: "the selector has no words"},
		{in: "¶0", err: "paragraphs are counted from 1"},
		{in: "¶8-6", err: "the last paragraph comes before the first"},
		{in: "a … b … c", err: "the selector has more than one “…”: one stands between its first and its last words"},
	}
	for _, tt := range tests {
		got, err := Parse(tt.in, source.Span{})
		message := ""
		if err != nil {
			message = err.Error()
		}
		if message != tt.err || err == nil && got != tt.want {
			t.Errorf("Parse(%q) = %+v, %q, want %+v, %q", tt.in, got, message, tt.want, tt.err)
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"“Don’t,” ‘she’ said", "'Don't,' 'she' said"},
		{"a—b – c ― d — — e", "a—b—c—d—e"},
		{"well-known - or not", "well-known—or not"},
		{"2012–18 and 2012-18", "2012—18 and 2012—18"},
		{"wait … and. . . . on…. Then", "wait…and.…on.…Then"},
		{"e.g. J. R. and so", "e.g. J. R. and so"},
		{"one\ntwo / three/four", "one two three/four"},
		{" — edge — ", "—edge—"},
		{"- edge", "—edge"},
		{"the U.S. … and", "the U.S.…and"},
	}
	for _, tt := range tests {
		if got := fold(house(tt.in)); got != tt.want {
			t.Errorf("fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
