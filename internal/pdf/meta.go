package pdf

import (
	"encoding/xml"
	"strings"
)

const producer = "Quire"

// info is the document information dictionary, for readers that know no XMP.
func (w *Writer) info() []byte {
	m := w.meta
	b := appendText([]byte("<</Producer"), producer)
	for _, v := range []struct{ key, text string }{{"/Title", m.Title}, {"/Author", m.Author}, {"/Subject", m.Subject}} {
		if v.text != "" {
			b = appendText(append(b, v.key...), v.text)
		}
	}
	if !m.Date.IsZero() {
		b = appendDate(append(b, "/CreationDate"...), m.Date)
		b = appendDate(append(b, "/ModDate"...), m.Date)
	}
	return append(b, ">>"...)
}

// xmp is the metadata stream (ISO 16684-1) that declares PDF/UA-1
// (ISO 14289-1, clause 5).
func (w *Writer) xmp() []byte {
	m := w.meta
	var b strings.Builder
	b.WriteString(`<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdf:Producer>` + producer + `</pdf:Producer>
`)
	list := func(name, kind, item, text string) {
		if text == "" {
			return
		}
		b.WriteString("<dc:" + name + "><rdf:" + kind + "><rdf:li" + item + ">")
		_ = xml.EscapeText(&b, []byte(visible(text))) // to memory: there is no error
		b.WriteString("</rdf:li></rdf:" + kind + "></dc:" + name + ">\n")
	}
	const anyLanguage = ` xml:lang="x-default"`
	list("title", "Alt", anyLanguage, m.Title)
	list("creator", "Seq", "", m.Author)
	list("description", "Alt", anyLanguage, m.Subject)
	list("language", "Bag", "", m.Lang)
	if !m.Date.IsZero() {
		date := m.Date.UTC().Format("2006-01-02T15:04:05Z")
		b.WriteString("<xmp:CreateDate>" + date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n")
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}
