package reader

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"quire/internal/diag"
)

const (
	wordSpace   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`
	strictSpace = `xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"`
)

// wordFile makes a Word file of the XML of its paragraphs and of other members.
func wordFile(t testing.TB, body string, more ...string) []byte {
	return zipped(t, append([]string{
		"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<w:document ` + wordSpace + `><w:body>` + body + `</w:body></w:document>`,
	}, more...)...)
}

// wordStyles are a few of the styles that word processors write.
const wordStyles = `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="160"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:rPr><w:sz w:val="56"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="house"><w:name w:val="House section"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="a"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ring"><w:name w:val="ring"/><w:basedOn w:val="gnir"/></w:style>
<w:style w:type="paragraph" w:styleId="gnir"><w:name w:val="gnir"/><w:basedOn w:val="ring"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
</w:styles>`

// styled makes a paragraph with a style, plain one of a run of text; both take
// XML.
func styled(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + wordRun(text) + `</w:p>`
}

func wordRun(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func set(pPr, rPr, text string) string {
	return `<w:p><w:pPr>` + pPr + `</w:pPr><w:r><w:rPr>` + rPr + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

const (
	opening = "The clock in the square had stopped long before anyone now living was born, and nobody had thought to mend it."
	closing = "So it is with most of what we keep: we keep it because it is there, and call that a reason afterwards."
)

func TestDOCX(t *testing.T) {
	p := func(xml string) string { return `<w:p>` + xml + `</w:p>` }
	text := styled("a", opening)
	end := styled("a", closing)
	frame := func(body, want string) (string, string) {
		return styled("Titre", "On Clocks") + text + body + end,
			"\nOn Clocks / \nparagraph: " + opening + "\n" + want + "paragraph: " + closing + "\n- title: On Clocks\n"
	}
	var tests []reading
	add := func(name, body, want string) {
		in, out := frame(body, want)
		tests = append(tests, reading{name, in, out})
	}
	add("tracked changes", p(wordRun("Kept ")+`<w:del><w:r><w:delText>gone </w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom><w:ins>`+wordRun("new ")+`</w:ins><w:moveTo>`+wordRun("moved.")+`</w:moveTo>`),
		"paragraph: Kept new moved.\n")
	add("a deleted paragraph end", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`+wordRun("One and ")+`</w:p>`+p(wordRun("two.")), "paragraph: One and two.\n")
	add("a drop cap", `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>`+wordRun("O")+`</w:p>`+p(wordRun("nce there was a clock.")), "paragraph: Once there was a clock.\n")
	add("fields", p(wordRun("See ")+`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`+wordRun("the page")+`<w:r><w:fldChar w:fldCharType="end"/></w:r>`+wordRun(" and ")+`<w:fldSimple w:instr=" PAGE ">`+wordRun("7")+`</w:fldSimple><w:hyperlink>`+wordRun("that one")+`</w:hyperlink>.`+wordRun(".")),
		"paragraph: See the page and that one.\n")
	add("hidden text, hyphens, tabs, symbols", p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>re</w:t><w:softHyphen/><w:t>read</w:t><w:noBreakHyphen/><w:t>only</w:t><w:tab/><w:sym w:font="Symbol" w:char="F0BE"/><w:sym w:font="Wingdings" w:char="F04A"/><w:t> yes.</w:t></w:r>`),
		"paragraph: reread-only — yes.\n")
	add("controls, tags, ruby, sums", `<w:sdt><w:sdtContent>`+p(`<w:smartTag>`+wordRun("In ")+`</w:smartTag><w:sdt><w:sdtContent>`+wordRun("Kyoto ")+`</w:sdtContent></w:sdt><w:r><w:ruby><w:rt>`+wordRun("above")+`</w:rt><w:rubyBase>`+wordRun("below ")+`</w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>`+wordRun("."))+`</w:sdtContent></w:sdt>`,
		"paragraph: In Kyoto below a=b.\n")
	add("emphasis", p(wordRun("A ")+`<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">very </w:t></w:r><w:r><w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t>old</w:t></w:r>`+wordRun(" and ")+`<w:r><w:rPr><w:b/></w:rPr><w:t>heavy</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t> clock.</w:t></w:r>`),
		"paragraph: A *very old* and **heavy** clock.\n")
	add("a quotation in italics", `<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>`+wordRun("What is kept for long is kept for good, the old ones used to say, and they were ")+`<w:r><w:rPr><w:rStyle w:val="Emphasis"/></w:rPr><w:t>old</w:t></w:r>`+wordRun(".")+`</w:p>`,
		"blockquote: What is kept for long is kept for good, the old ones used to say, and they were *old*.\n")
	add("headings", styled("berschrift2", "I. Brass")+text+styled("house", "Steel")+text, "heading 3: I. Brass\nparagraph: "+opening+"\nheading 2: Steel\nparagraph: "+opening+"\n")
	add("headings without style", set("", "<w:b/>", "Brass")+text+set(`<w:jc w:val="center"/>`, "", "II.")+text+set(`<w:jc w:val="center"/>`, "", "* * *")+text,
		"heading 2: Brass\nparagraph: "+opening+"\nheading 2: II.\nparagraph: "+opening+"\nparagraph: "+opening+"\n")
	tests[len(tests)-1].want += "- separator: * * *\n"
	add("styles in a ring", styled("ring", "All is well."), "paragraph: All is well.\n")
	add("verse with breaks", set(`<w:ind w:left="720"/>`, "", "The hands stand still at four,</w:t><w:br/><w:t>The hours go on outside."), "verse: The hands stand still at four, | The hours go on outside.\n")
	tight := `<w:ind w:left="36pt"/><w:spacing w:before="0" w:after="0"/>`
	add("verse by paragraphs", set(tight, "", "The hands stand still at four,")+set(tight, "", "The hours go on outside.")+`<w:p/>`+set(tight, "", "And still they go.")+set(tight, "", "And no one minds the door."),
		"verse: The hands stand still at four, | The hours go on outside.\nverse: And still they go. | And no one minds the door.\n")
	loose := `<w:ind w:left="720"/>`
	add("verse by paragraphs with room between", set(loose, "", "The hands stand still at four,")+set(loose, "", "The hours go on outside.")+set(loose, "", "Tom Hollis"),
		"verse: The hands stand still at four, | The hours go on outside.\nverse: Tom Hollis\n")
	add("quotations of one line", set(loose, "", "The hands stand still.")+set(loose, "", "The hours go on outside."), "verse: The hands stand still.\nverse: The hours go on outside.\n")
	centre := `<w:jc w:val="center"/>`
	add("centred verse", set(centre, "", "The hands stand still at four,")+set(centre, "", "The hours go on outside.")+`<w:p/>`+set(centre, "", "Tom Hollis")+text,
		"verse: The hands stand still at four, | The hours go on outside.\nverse: Tom Hollis\nparagraph: "+opening+"\n")
	add("verse indented by spaces", p(wordRun("     The hands stand still at four,"))+p(wordRun("     The hours go on outside.")), "verse: The hands stand still at four, | The hours go on outside.\n")
	add("a hanging indent is no quotation", set(`<w:ind w:left="720" w:hanging="720"/>`, "", opening), "paragraph: "+opening+"\n")
	add("empty lines in a paragraph", p(`<w:r><w:t>`+opening+`</w:t><w:br/><w:br/><w:t>`+closing+`</w:t></w:r>`), "paragraph: "+opening+"\nparagraph: "+closing+"\n")
	add("lists", set(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, "", "A spring.")+set(``, "", "•</w:t><w:tab/><w:t>A wheel.")+set(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>`, "", "Not in a list."),
		"listitem: A spring.\nlistitem: A wheel.\nparagraph: Not in a list.\n")
	box := func(kind string) string {
		return `<` + kind + `><w:txbxContent>` + p(wordRun("We keep it because it is there.")) + `</w:txbxContent></` + kind + `>`
	}
	add("a text box", p(wordRun("Before. ")+`<w:r><mc:AlternateContent><mc:Choice><w:drawing>`+box("x")+`</w:drawing></mc:Choice><mc:Fallback><w:pict>`+box("y")+`</w:pict></mc:Fallback></mc:AlternateContent></w:r>`+wordRun("After.")),
		"paragraph: Before. After.\n")
	tests[len(tests)-1].want += "- text box: We keep it because it is there.\n"
	row := func(cells ...string) string {
		s := `<w:tr>`
		for _, c := range cells {
			s += `<w:tc>` + p(wordRun(c)) + `</w:tc>`
		}
		return s + `</w:tr>`
	}
	add("a table", `<w:tbl>`+row("Year", "Clocks")+row("1900", "12")+`</w:tbl>`, "")
	tests[len(tests)-1].want += "- table: Year\n- table: Clocks\n- table: 1900\n- table: 12\n"
	add("a table for the page's looks", `<w:tbl>`+row(opening+" "+opening, closing+" "+closing)+`</w:tbl>`, "paragraph: "+opening+" "+opening+"\nparagraph: "+closing+" "+closing+"\n")
	add("contents and captions", styled("TOC1", "Brass	2")+styled("Caption", "Figure 1: the square"), "")
	tests[len(tests)-1].want += "- contents: Brass 2\n- caption: Figure 1: the square\n"
	add("raised letters", p(wordRun("On the 4")+`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>th</w:t></w:r>`+wordRun(" a field of 10")+`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>`+wordRun(" acres was sold.")+`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>`),
		"paragraph: On the 4th a field of 102 acres was sold.\n")
	numbering := `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`
	readAll(t, "clocks.docx", tests, func(in string) []byte {
		return wordFile(t, in, "word/styles.xml", wordStyles, "word/numbering.xml", numbering)
	})
}

func TestDOCXNotes(t *testing.T) {
	reference := func(kind, id string) string {
		return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:` + kind + `Reference w:id="` + id + `"/></w:r>`
	}
	body := styled("Titre", "On Clocks") + `<w:p>` + wordRun(opening) + reference("endnote", "3") + wordRun(" It was brass.") + reference("footnote", "2") + `</w:p>`
	note := func(kind, id, text string) string {
		return `<w:` + kind + ` w:id="` + id + `"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:` + kind + `Ref/></w:r>` + wordRun(" "+text) + `</w:p></w:` + kind + `>`
	}
	raw := wordFile(t, body, "word/styles.xml", wordStyles,
		"word/footnotes.xml", `<w:footnotes `+wordSpace+`><w:footnote w:type="separator" w:id="0"><w:p>`+wordRun("no note")+`</w:p></w:footnote>`+note("footnote", "2", "Or copper.")+note("footnote", "5", "Never referred to.")+`</w:footnotes>`,
		"word/endnotes.xml", `<w:endnotes `+wordSpace+`>`+note("endnote", "3", "So the sexton says.")+`</w:endnotes>`)
	e, err := Read("clocks.docx", raw, Hints{}, &diag.List{})
	if err != nil {
		t.Fatal(err)
	}
	want := "On Clocks / \nparagraph: " + opening + " It was brass.\nfootnote: So the sexton says.\nfootnote: Or copper.\n- title: On Clocks\n"
	if got := told(e); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if e.Lang != "en-GB" {
		t.Errorf("language %q", e.Lang)
	}
}

// What people type without styles, in one of the many ways they do.
func TestDOCXTyped(t *testing.T) {
	centre := `<w:jc w:val="center"/>`
	indent := `<w:ind w:firstLine="567"/>`
	text, end := set(indent, "", opening), set(indent, "", closing)
	raise := func(s string) string {
		return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>` + s + `</w:t></w:r>`
	}
	const read = "paragraph: " + opening + "\nparagraph: " + closing + "\n"
	tests := []reading{
		{"title and name", set(centre, "<w:b/>", "Clocks and Their Keepers") + set(centre, "", "Ada Lovell") + `<w:p/>` + text + end,
			"Clocks and Their Keepers / Ada Lovell\n" + read + "- title: Clocks and Their Keepers\n- by-line: Ada Lovell\n"},
		{"name above", set(centre, "", "Ada Lovell") + set(centre, "<w:b/><w:sz w:val=\"32\"/>", "Clocks and Their Keepers") + text + end,
			"Clocks and Their Keepers / Ada Lovell\n" + read + "- by-line: Ada Lovell\n- title: Clocks and Their Keepers\n"},
		{"by and year", set("", "<w:b/>", "Clocks and Their Keepers") + set("", "<w:i/>", "by Ada Lovell (1904)") + text + end,
			"Clocks and Their Keepers / Ada Lovell\n" + read + "- title: Clocks and Their Keepers\n- by-line: by Ada Lovell (1904)\n"},
		{"one paragraph for both", set(centre, "<w:b/>", "Clocks and Their Keepers</w:t><w:br/><w:t>by Ada Lovell") + text + end,
			"Clocks and Their Keepers / Ada Lovell\n" + read + "- title: Clocks and Their Keepers\n"},
		{"subtitle", set(centre, "<w:b/>", "Clocks") + set(centre, "<w:i/>", "An essay on what is kept and who has kept it") + set(centre, "", "Ada Lovell") + text + end,
			"Clocks / Ada Lovell\n" + read + "- title: Clocks\n- line under the title: An essay on what is kept and who has kept it\n- by-line: Ada Lovell\n"},
		{"a name for a subtitle", styled("Title", "On Clocks") + styled("Subtitle", "Ada Lovell") + text + end, "On Clocks / Ada Lovell\n" + read + "- title: On Clocks\n- by-line: Ada Lovell\n"},
		{"a school's page", set("", "", "Ada Lovell") + set("", "", "Mr. Marsh") + set("", "", "English 10") + set("", "", "4 May 2020") + set(centre, "", "Clocks and Their Keepers") + text + end,
			"Clocks and Their Keepers / Ada Lovell\n" + read + "- by-line: Ada Lovell\n- line above the title: Mr. Marsh\n- line above the title: English 10\n- line above the title: 4 May 2020\n- title: Clocks and Their Keepers\n"},
		{"a section first", set(centre, "<w:b/>", "Clocks and Their Keepers") + set(centre, "<w:b/>", "Part One") + text + end,
			"Clocks and Their Keepers / \nheading 2: Part One\n" + read + "- title: Clocks and Their Keepers\n"},
		{"notes under a line", set(centre, "<w:b/>", "Clocks") + `<w:p><w:pPr>` + indent + `</w:pPr>` + wordRun(opening) + raise("1") + `</w:p><w:p><w:pPr>` + indent + `</w:pPr>` + wordRun(closing) + raise("2") + `</w:p>` + set("", "", "__________") + `<w:p>` + raise("1") + wordRun(" In brass.") + `</w:p><w:p>` + wordRun("And more of it.") + `</w:p><w:p>` + raise("2") + wordRun(" In steel.") + `</w:p>`,
			"Clocks / \n" + read + "footnote: In brass.\nfootnote: And more of it.\nfootnote: In steel.\n- title: Clocks\n- separator: __________\n"},
		{"notes under a heading", set(centre, "<w:b/>", "Clocks") + set(indent, "", opening+"[1]") + set(indent, "", closing+" [2]") + set("", "<w:b/>", "Notes") + set("", "", "1. In brass.") + set("", "", "2. In steel."),
			"Clocks / \n" + read + "footnote: In brass.\nfootnote: In steel.\n- title: Clocks\n- heading of the notes: Notes\n"},
		{"numbered sentences are no notes", set(centre, "<w:b/>", "Clocks") + set(indent, "", opening) + set(indent, "", "1. A clock is kept.") + set(indent, "", "2. A keeper is not.") + end,
			"Clocks / \nparagraph: " + opening + "\nparagraph: 1. A clock is kept.\nparagraph: 2. A keeper is not.\nparagraph: " + closing + "\n- title: Clocks\n"},
	}
	readAll(t, "clocks.docx", tests, func(in string) []byte { return wordFile(t, in) })
}

func TestDOCXProperties(t *testing.T) {
	core := func(title, creator string) string {
		return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` + title + `</dc:title><dc:creator>` + creator + `</dc:creator></cp:coreProperties>`
	}
	text := set(`<w:ind w:firstLine="500"/>`, "", opening) + set(`<w:ind w:firstLine="500"/>`, "", closing)
	headed := set(`<w:jc w:val="center"/>`, "<w:b/>", "On Clocks")
	tests := []struct{ name, body, core, title, author string }{
		{"only the properties", text, core("On Clocks", "Ada Lovell"), "On Clocks", "Ada Lovell"},
		{"title in both", headed + text, core("On clocks", "Ada Lovell"), "On Clocks", "Ada Lovell"},
		{"who typed it", headed + text, core("", "Tom Teacher"), "On Clocks", ""},
		{"another title", headed + text, core("Worksheet for Monday", "Tom Teacher"), "On Clocks", ""},
		{"a by-line goes before", headed + set(`<w:jc w:val="center"/>`, "", "Ada Lovell") + text, core("On Clocks", "Tom Teacher"), "On Clocks", "Ada Lovell"},
		{"a program's names", text, core("Document1", "Windows User"), "", ""},
		{"a one-word name told by the properties", headed + set(`<w:jc w:val="center"/>`, "", "ada") + text, core("", "Ada"), "On Clocks", "ada"},
	}
	for _, tt := range tests {
		e, err := Read("x.docx", wordFile(t, tt.body, "docProps/core.xml", tt.core), Hints{}, &diag.List{})
		if err != nil {
			t.Fatal(err)
		}
		if e.Title != tt.title || e.Author != tt.author {
			t.Errorf("%s: %q by %q", tt.name, e.Title, e.Author)
		}
	}
}

// Word files come in strict OOXML, with their parts at odd places and names.
func TestDOCXPackages(t *testing.T) {
	strict := `<w:document ` + strictSpace + `><w:body><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b w:val="true"/></w:rPr><w:t>On Clocks</w:t></w:r></w:p><w:p><w:r><w:t>` + opening + `</w:t></w:r></w:p></w:body></w:document>`
	rels := func(target string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="` + target + `"/></Relationships>`
	}
	for name, raw := range map[string][]byte{
		"no relations":    zipped(t, "word/document.xml", strict),
		"another name":    zipped(t, "_rels/.rels", rels("/word/document2.xml"), "word/document2.xml", strict),
		"slashes and all": zipped(t, "_rels/.rels", rels(`word\document.xml`), `word\document.xml`, strict),
		"a path outside":  zipped(t, "_rels/.rels", rels("../../../etc/passwd"), "word/document.xml", strict),
	} {
		e, err := Read("x.docm", raw, Hints{}, &diag.List{})
		if err != nil || e.Title != "On Clocks" || len(e.Blocks) != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOldWordFiles(t *testing.T) {
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 504)
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	for stream, want := range map[string]string{
		"WordDocument": "save it as .docx", "EncryptedPackage": "needs a password", "Workbook": "spreadsheet", "Else": "save it as .docx",
	} {
		_, err := refuseOLE("x.doc", []byte(ole+wide(stream)), Hints{}, nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", stream, err)
		}
	}
}

func TestSharedWordFiles(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/bad-inputs/traversal.docx")
	if err != nil {
		t.Skip("the shared inputs are not here")
	}
	e, err := Read("traversal.docx", raw, Hints{}, &diag.List{})
	if err != nil || e.Author != "Nobody" || len(e.Blocks) == 0 {
		t.Errorf("%v", err)
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add("<w:p>"+wordRun(opening)+"</w:p>", wordStyles)
	f.Add(set(`<w:jc w:val="center"/>`, "<w:b/>", "On Clocks")+set("", "<w:vertAlign w:val=\"superscript\"/>", "1 x²[1]*")+"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "")
	f.Add(fmt.Sprintf("<w:p>%s<w:r><w:br/></w:r>%s<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>", wordRun("one"), wordRun("two")), wordStyles)
	f.Fuzz(func(t *testing.T, body, styles string) {
		e, err := Read("f.docx", wordFile(t, body, "word/styles.xml", styles), Hints{}, &diag.List{})
		checkRead(t, e, err)
	})
}
