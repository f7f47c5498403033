package post

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// Meta is what the file says about itself. Created is a moment by RFC 3339.
type Meta struct {
	Title, Author, Subject string
	Lang, Producer         string
	Created                string
	ICC                    []byte            // the colour profile that PDF/A asks for
	FontNames              map[string]string // the library's font key to PostScript name
	Files                  []File            // attached to the document
}

// extension declares the PDF/UA mark, which is no predefined schema in PDF/A.
const extension = `  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA standard</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

// xmp is the metadata packet, without instance ids: the same words give the same bytes.
func xmp(m Meta) []byte {
	e := func(s string) string {
		return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(strings.Map(inXML, s))
	}
	about := func(namespace, body string) string {
		return fmt.Sprintf("  <rdf:Description rdf:about=\"\" %s>%s</rdf:Description>\n", namespace, body)
	}
	alt := func(s string) string {
		return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + e(s) + "</rdf:li></rdf:Alt>"
	}
	dc := "<dc:title>" + alt(m.Title) + "</dc:title><dc:creator><rdf:Seq><rdf:li>" + e(m.Author) + "</rdf:li></rdf:Seq></dc:creator>" +
		"<dc:description>" + alt(m.Subject) + "</dc:description><dc:language><rdf:Bag><rdf:li>" + m.Lang + "</rdf:li></rdf:Bag></dc:language>"
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
	b.WriteString(about(`xmlns:dc="http://purl.org/dc/elements/1.1/"`, dc))
	b.WriteString(about(`xmlns:xmp="http://ns.adobe.com/xap/1.0/"`, "<xmp:CreateDate>"+m.Created+"</xmp:CreateDate><xmp:ModifyDate>"+m.Created+"</xmp:ModifyDate>"))
	b.WriteString(about(`xmlns:pdf="http://ns.adobe.com/pdf/1.3/"`, "<pdf:Producer>"+e(m.Producer)+"</pdf:Producer>"))
	b.WriteString(about(`xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"`, "<pdfuaid:part>1</pdfuaid:part>"))
	b.WriteString(about(`xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"`, "<pdfaid:part>"+m.part()+"</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"))
	b.WriteString(extension + "\n </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return []byte(b.String())
}

// inXML leaves out what XML cannot hold: a packet that does not parse would make the whole file invalid.
func inXML(r rune) rune {
	if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
		return -1
	}
	return r
}

// text encodes a string as UTF-16 in hexadecimal digits.
func text(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}
