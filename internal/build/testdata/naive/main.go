// Command naive writes text files as PDF the obvious way, with MultiCell: what
// Quire's speed is held against. It knows no lines, no tags and no layout.
//
//	naive FOLDER FILE.txt...
package main

import (
	"log"
	"os"
	"path/filepath"
	"strings"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
	"github.com/jung-kurt/gofpdf"
)

func main() {
	for _, name := range os.Args[2:] {
		text, err := os.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		base := strings.TrimSuffix(filepath.Base(name), ".txt")
		if err := write(filepath.Join(os.Args[1], base+".pdf"), string(text)); err != nil {
			log.Fatal(err)
		}
	}
}

// write sets a file's paragraphs in the faces that a worksheet uses, each line
// of the text in the next one's turn for headings, marks and notes.
func write(path, text string) error {
	pdf := gofpdf.New("P", "pt", "Letter", "")
	pdf.SetMargins(71, 51, 51)
	pdf.AddUTF8FontFromBytes("serif", "", liberationserifregular.TTF)
	pdf.AddUTF8FontFromBytes("serif", "I", liberationserifitalic.TTF)
	pdf.AddUTF8FontFromBytes("serif", "B", liberationserifbold.TTF)
	pdf.AddUTF8FontFromBytes("sans", "", liberationsansregular.TTF)
	pdf.AddUTF8FontFromBytes("sans", "B", liberationsansbold.TTF)
	pdf.AddPage()
	styles := []struct{ family, style string }{{"sans", "B"}, {"serif", "I"}, {"sans", ""}, {"serif", "B"}}
	for i, paragraph := range strings.Split(text, "\n\n") {
		pdf.SetFont("serif", "", 12)
		if i%8 < len(styles) {
			s := styles[i%8]
			pdf.SetFont(s.family, s.style, 12)
		}
		pdf.MultiCell(0, 15.5, strings.ReplaceAll(paragraph, "\n", " "), "", "L", false)
		pdf.Ln(6)
	}
	return pdf.OutputFileAndClose(path)
}
