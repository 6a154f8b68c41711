package reader

import (
	"strings"
	"testing"

	"quire/internal/diag"
)

const odtSpace = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`

const odtStyles = `<office:document-styles ` + odtSpace + `><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" fo:language="fr" fo:country="CA"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="ring" style:family="paragraph" style:parent-style-name="gnir"/>
<style:style style:name="gnir" style:family="paragraph" style:parent-style-name="ring"/>
</office:styles></office:document-styles>`

const odtAutomatic = `<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="0.5in"/></style:style>
<style:style style:name="P3" style:family="paragraph" style:parent-style-name="Quotations"><style:paragraph-properties fo:margin-top="1mm"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties fo:font-style="normal"/></style:style>
</office:automatic-styles>`

// odtFile makes an OpenDocument text of the XML of its paragraphs.
func odtFile(t testing.TB, text string, more ...string) []byte {
	return zipped(t, append([]string{
		"mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", `<office:document-content ` + odtSpace + `>` + odtAutomatic + `<office:body><office:text>` + text + `</office:text></office:body></office:document-content>`,
		"styles.xml", odtStyles,
	}, more...)...)
}

func TestODT(t *testing.T) {
	p := func(style, text string) string {
		return `<text:p text:style-name="` + style + `">` + text + `</text:p>`
	}
	text, end := p("Standard", opening), p("Standard", closing)
	frame := func(name, body, want, left string) reading {
		return reading{name, p("Title", "On Clocks") + text + body + end,
			"On Clocks / \nparagraph: " + opening + "\n" + want + "paragraph: " + closing + "\n- title: On Clocks\n" + left}
	}
	tests := []reading{
		frame("tracked changes", `<text:tracked-changes><text:changed-region><text:deletion>`+p("Standard", "Gone.")+`</text:deletion></text:changed-region></text:tracked-changes>`+p("Standard", `Kept<text:change text:change-id="1"/> <text:change-start text:change-id="2"/>and new<text:change-end text:change-id="2"/>.`),
			"paragraph: Kept and new.\n", ""),
		frame("spaces, breaks, hidden text, comments", p("Standard", "One\n   two<text:s text:c=\"3\"/>three<text:tab/>four<text:span text:style-name=\"T3\">hidden</text:span><office:annotation><text:p>a comment</text:p></office:annotation><text:soft-page-break/>."),
			"paragraph: One two three four.\n", ""),
		frame("emphasis", p("Standard", `A <text:span text:style-name="T1">very</text:span> <text:a>old</text:a> clock.`)+p("P3", `What is kept for long is kept for good, the old ones used to say, and they were <text:span text:style-name="T4">old</text:span>.`),
			"paragraph: A *very* old clock.\nblockquote: What is kept for long is kept for good, the old ones used to say, and they were *old*.\n", ""),
		frame("headings and lists", `<text:h text:style-name="Heading_20_1" text:outline-level="1">Brass</text:h><text:list><text:list-item>`+p("Standard", "A spring.")+`</text:list-item></text:list><text:list><text:list-item><text:h text:outline-level="2">Steel</text:h></text:list-item></text:list>`+text,
			"heading 2: Brass\nlistitem: A spring.\nheading 3: Steel\nparagraph: "+opening+"\n", ""),
		frame("a heading by hand", p("P1", "Brass")+text, "heading 2: Brass\nparagraph: "+opening+"\n", ""),
		frame("verse", p("P2", "The hands stand still at four,<text:line-break/>The hours go on outside."), "verse: The hands stand still at four, | The hours go on outside.\n", ""),
		frame("styles in a ring", p("ring", "All is well."), "paragraph: All is well.\n", ""),
		frame("boxes, tables, contents", `<text:table-of-content><text:index-body>`+p("Standard", "Brass 2")+`</text:index-body></text:table-of-content>`+p("Standard", `<draw:frame><draw:text-box>`+p("Standard", "Look here.")+`</draw:text-box></draw:frame>Beside it.`)+
			`<table:table><table:table-row><table:table-cell>`+p("Standard", "Year")+`</table:table-cell><table:table-cell>`+p("Standard", "1900")+`</table:table-cell></table:table-row></table:table>`,
			"paragraph: Beside it.\n", "- contents: Brass 2\n- text box: Look here.\n- table: Year\n- table: 1900\n"),
		{"notes", p("Title", "On Clocks") + p("Standard", opening+`<text:note><text:note-citation>i</text:note-citation><text:note-body>`+p("Standard", "In brass.")+`</text:note-body></text:note> More.<text:span text:style-name="T2">7</text:span>`),
			"On Clocks / \nparagraph: " + opening + " More.\nfootnote: In brass.\n- title: On Clocks\n"},
	}
	readAll(t, "clocks.odt", tests, func(in string) []byte { return odtFile(t, in) })
}

func TestODTProperties(t *testing.T) {
	meta := `<office:document-meta ` + odtSpace + ` xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><meta:initial-creator>Ada Lovell</meta:initial-creator><dc:creator>Tom Teacher</dc:creator><dc:title>On Clocks</dc:title></office:meta></office:document-meta>`
	e, err := Read("x.odt", odtFile(t, `<text:p text:style-name="Quotations">`+opening+`</text:p>`, "meta.xml", meta), Hints{}, &diag.List{})
	if err != nil || e.Title != "On Clocks" || e.Author != "Ada Lovell" || e.Lang != "fr-CA" {
		t.Errorf("%+v, %v", e, err)
	}
}

func TestODTRefuses(t *testing.T) {
	tests := []struct {
		raw  []byte
		want string
	}{
		{odtFile(t, "", "META-INF/manifest.xml", `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`), "needs a password"},
		{zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<office:document-content `+odtSpace+`/>`), "no running text"},
		{zipped(t, "mimetype", "application/vnd.oasis.opendocument.text"), "has no content.xml"},
	}
	for _, tt := range tests {
		if _, err := Read("x.odt", tt.raw, Hints{}, &diag.List{}); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v, want %q", err, tt.want)
		}
	}
}

func FuzzODT(f *testing.F) {
	f.Add(`<text:p text:style-name="P1">On Clocks</text:p><text:p>` + opening + `<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p>`)
	f.Add(`<text:list><text:list-item><text:h text:outline-level="9">x</text:h></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p><text:s/>y<text:line-break/>z</text:p></table:table-cell></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, text string) {
		e, err := Read("f.odt", odtFile(t, text), Hints{}, &diag.List{})
		checkRead(t, e, err)
	})
}
