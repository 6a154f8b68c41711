package reader

import (
	"strings"
	"testing"

	"quire/internal/diag"
)

const rtfHead = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset128 Mincho;}}
{\colortbl;\red0\green0\blue255;}{\stylesheet{\s0 Normal;}{\s1\b\outlinelevel0 heading 1;}{\s2\i Quote;}{\s3\qc\b\fs40 Title;}{\*\cs4\i Emphasis;}}
{\info{\title On Clocks}{\author Ada Lovell}{\operator Tom Teacher}{\creatim\yr2001}}{\header Page 1\par}`

func TestRTF(t *testing.T) {
	p := func(s string) string { return `\pard\plain ` + s + `\par` + "\n" }
	title := `\pard\plain \s3\qc\b\fs40 On Clocks\par` + "\n"
	frame := func(name, body, want, left string) reading {
		return reading{name, rtfHead + title + p(opening) + body + p(closing) + "}",
			"On Clocks / Ada Lovell\nparagraph: " + opening + "\n" + want + "paragraph: " + closing + "\n- title: On Clocks\n" + left}
	}
	tests := []reading{
		frame("letters by code page and number", p(`Voil\'e0, na\u239\'efve, \uc2\u8212--\uc1  and \u-10179?\u-8694?, {\f1 \'e4\'e0} {\f2 \'93\'fa}\emdash yes\~no\_one\-two.`),
			"paragraph: Voilà, naïve, — and 😊, да 日—yes no-onetwo.\n", ""),
		frame("emphasis", p(`A {\i very} {\b heavy\b0  and} {\i0 old}{\super th} {\v hidden }clock, {\field{\*\fldinst HYPERLINK "x"}{\fldrslt{\ul here}}}.`),
			"paragraph: A *very* **heavy** and oldth clock, here.\n", ""),
		frame("headings", `\pard\plain \s1\b Brass\par`+p(opening)+p(`\outlinelevel1 Steel`)+p(opening),
			"heading 2: Brass\nparagraph: "+opening+"\nheading 3: Steel\nparagraph: "+opening+"\n", ""),
		frame("quotation and verse", p(`\s2\i What is kept for long is kept for good, the old ones used to say, and they were {\i0 old}.`)+p(`\li720 The hands stand still at four,\line The hours go on outside.`),
			"blockquote: What is kept for long is kept for good, the old ones used to say, and they were *old*.\nverse: The hands stand still at four, | The hours go on outside.\n", ""),
		frame("what is passed over", `{\pict\bin4 }}}}{\*\shppict x}}{\*\unknown y}{\shp z}`+p(`Kept {\deleted gone }{\*\bkmkstart a}{\annotation b}and new.`), "paragraph: Kept and new.\n", ""),
		frame("lists", p(`{\listtext\'b7\tab}\ls1 A spring.`)+p(`{\pntext 1.\tab}A wheel.`), "listitem: A spring.\nlistitem: A wheel.\n", ""),
		frame("a table", `\trowd\pard\intbl Year\cell Clocks\cell\row\pard\intbl 1900\cell 12\cell\row`, "", "- table: Year\n- table: Clocks\n- table: 1900\n- table: 12\n"),
		frame("lines by backslash", "\\pard\\plain All\\\nthat is left\\\n", "paragraph: All\nparagraph: that is left\n", ""),
		{"notes", rtfHead + title + p(opening+`{\super\chftn}{\footnote\pard\plain{\super\chftn} In {\i brass}.\par\pard And steel.}`+" More."),
			"On Clocks / Ada Lovell\nparagraph: " + opening + " More.\nfootnote: In *brass*.\nfootnote: And steel.\n- title: On Clocks\n"},
	}
	readAll(t, "clocks.rtf", tests, func(in string) []byte { return []byte(in) })
}

func TestRTFRefuses(t *testing.T) {
	for in, want := range map[string]string{
		`{\rtf1 ` + strings.Repeat("{", rtfDepth+10): "nests more than",
		`{\rtf1 }`: "no paragraphs",
		`{\rtf1 ` + strings.Repeat(opening+`\par `, maxText/len(opening)+1): "has far more text",
		`{\rtf1 ` + strings.Repeat(`\par `, rtfWords+1):                     "has more markup",
	} {
		_, err := Read("x.rtf", []byte(in), Hints{}, &diag.List{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.80s: %v, want %q", in, err, want)
		}
	}
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(rtfHead + `\pard\qc\b On Clocks\par\pard ` + opening + `{\footnote x}\u8217'\'e0\par}`))
	f.Add([]byte(`{\rtf1{\stylesheet{\s1 heading 1;}}\trowd\intbl\s1 a\cell\row{\pntext 1}b\line c\par{\info{\title x}}\bin9 }`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		e, err := Read("f.rtf", append([]byte(`{\rtf1 `), raw...), Hints{}, &diag.List{})
		checkRead(t, e, err)
	})
}
