package typeset_test

import (
	"os"
	"path/filepath"
	"testing"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/pdf"
	"quire/internal/typeset"
)

var papers = []typeset.Paper{typeset.Letter, typeset.A4}

func samples() []*document.Document {
	return []*document.Document{sampleWorksheet(), sampleKey(), sampleMore(), sampleReading(), sampleGuide()}
}

// TestLook writes the samples as PDF, to be looked at: into the folder that
// QUIRE_PAGES names, else into one that goes away.
func TestLook(t *testing.T) {
	dir := os.Getenv("QUIRE_PAGES")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, d := range samples() {
		for _, paper := range papers {
			for _, e := range typeset.Editions {
				look(t, d, typeset.Options{Paper: paper, Faces: faces, Edition: e}, dir)
			}
		}
	}
}

func look(t *testing.T, d *document.Document, o typeset.Options, dir string) {
	t.Helper()
	var findings diag.List
	p := typeset.Set(d, o, &findings)
	for _, f := range findings.Sorted() {
		if f.Severity > diag.Note {
			t.Errorf("%s, %s: %s %s", d.Name, o.Edition.Name, f.Code, f.Message)
		}
	}
	path := filepath.Join(dir, d.Name+"-"+o.Paper.Name+"-"+o.Edition.Name+".pdf")
	if err := write(path, p); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() < 5000 {
		t.Errorf("%s: nothing much was written (%v)", path, err)
	}
}

func write(path string, p *typeset.Pages) error {
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	defer out.Close()
	w := pdf.NewWriter(out, pdf.Meta{}, faces)
	if err := w.Add(pdf.Copy{Pages: p, Slots: map[string]string{"name": "Marisol Quintero"}}); err != nil {
		return err
	}
	return w.Close()
}
