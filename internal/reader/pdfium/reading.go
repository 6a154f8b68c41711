package pdfium

import (
	"errors"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	engine "github.com/klippa-app/go-pdfium"
	engineerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

	"quire/internal/reader/layout"
)

// A reading is a file that the engine has opened.
type reading struct {
	in    engine.Pdfium
	doc   references.FPDF_DOCUMENT
	pages int
}

func open(in engine.Pdfium, raw []byte) (*reading, error) {
	d, err := in.OpenDocument(&requests.OpenDocument{File: &raw})
	switch {
	case errors.Is(err, engineerrors.ErrPassword), errors.Is(err, engineerrors.ErrSecurity):
		return nil, ErrPassword
	case err != nil:
		return nil, ErrDamaged
	}
	n, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.Document})
	switch {
	case err != nil || n.PageCount == 0:
		return nil, ErrDamaged
	case n.PageCount > maxPages:
		return nil, ErrTooMuch
	}
	return &reading{in, d.Document, n.PageCount}, nil
}

func (r *reading) at(page int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: r.doc, Index: page}}
}

// hasText says with ErrNoText that a file holds none, after a look at enough
// of its pages.
func (r *reading) hasText() error {
	letters := 0
	for i := 0; i < r.pages && letters < fewLetters; i++ {
		t, err := r.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: r.at(i)})
		if err != nil {
			return err
		}
		n, err := r.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: t.TextPage})
		if err != nil {
			return err
		}
		letters += n.Count
		if err := r.close(t.TextPage); err != nil {
			return err
		}
	}
	if letters < fewLetters {
		return ErrNoText
	}
	return nil
}

// close frees what the engine holds of a page's text.
func (r *reading) close(t references.FPDF_TEXTPAGE) error {
	_, err := r.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: t})
	return err
}

// file takes everything out.
func (r *reading) file() (*File, error) {
	f := &File{Title: r.meta("Title"), Author: r.meta("Author")}
	chars, letters := 0, 0
	for i := range r.pages {
		p, err := r.page(i)
		if err != nil {
			return nil, err
		}
		chars += len(p.Chars)
		if chars > maxChars {
			return nil, ErrTooMuch
		}
		for _, c := range p.Chars {
			if unicode.IsLetter(c.Rune) {
				letters++
			}
		}
		f.Pages = append(f.Pages, p)
	}
	if letters < fewLetters {
		return nil, ErrNoText
	}
	return f, nil
}

func (r *reading) meta(tag string) string {
	m, err := r.in.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: r.doc, Tag: tag})
	if err != nil {
		return ""
	}
	return strings.TrimSpace(strings.ToValidUTF8(m.Value, ""))
}

// page takes the characters of a page out, turned so that most of them stand
// upright. Those that stand otherwise, such as a stamp up the margin, are left.
func (r *reading) page(i int) (layout.Page, error) {
	var p layout.Page
	size, err := r.in.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: r.doc, Index: i})
	if err != nil {
		return p, err
	}
	lp, err := r.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: r.doc, Index: i})
	if err != nil {
		return p, err
	}
	defer r.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: lp.Page})
	at := requests.Page{ByReference: &lp.Page}
	t, err := r.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return p, err
	}
	defer r.close(t.TextPage)
	n, err := r.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: t.TextPage})
	if err != nil {
		return p, err
	}
	if n.Count > maxPageChars {
		return p, ErrTooMuch
	}
	s, err := r.in.GetPageTextStructured(&requests.GetPageTextStructured{Page: at,
		Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true})
	if err != nil {
		return p, err
	}
	turn := quarterTurns(s.Chars)
	p.Width, p.Height = size.Width, size.Height
	if turn%2 == 1 {
		p.Width, p.Height = p.Height, p.Width
	}
	tr := turner{turn, size.Width, size.Height}
	var word pen
	for k, c := range s.Chars {
		ch, ok, err := r.char(t.TextPage, k, c, &word, tr)
		if err != nil {
			return p, err
		}
		if ok {
			p.Chars = append(p.Chars, ch)
		}
	}
	return p, nil
}

// A pen is what is known of the word that is being written, so that the engine
// isn't asked for each letter.
type pen struct {
	going bool
	x, y  float64 // where it stands
	right float64 // the ink's edge
	style layout.Style
	size  float64
	face  string
}

// char makes a character of the engine's. Not ok is what isn't one: breaks of
// a line, characters without a meaning, and those that stand askew.
func (r *reading) char(t references.FPDF_TEXTPAGE, k int, c *responses.GetPageTextStructuredChar, w *pen, tr turner) (layout.Char, bool, error) {
	u, _ := utf8.DecodeRuneInString(c.Text)
	switch {
	case c.Text == "" || u == '\r' || u == '\n':
		w.going = false
		return layout.Char{}, false, nil
	case u == '\u0002' || u == '\ufffe': // how the engine writes the hyphen at a line's end
		u = '-'
	case u == '\t' || u == '\u00a0':
		u = ' '
	case u < ' ' || u == utf8.RuneError:
		return layout.Char{}, false, nil
	}
	if u != ' ' && turnOf(c.Angle) != tr.turn {
		w.going = false
		return layout.Char{}, false, nil
	}
	f := c.FontInformation
	b := c.PointPosition
	jump := math.Abs(b.Left-w.right) > f.RenderedSize || b.Bottom > w.y+f.RenderedSize || b.Top < w.y-0.3*f.RenderedSize
	fresh := !w.going || jump || f.RenderedSize != w.size || f.Name != w.face
	if fresh || u == ' ' {
		o, err := r.in.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: t, Index: k})
		if err != nil {
			return layout.Char{}, false, err
		}
		w.x, w.y = o.X, o.Y
	} else {
		w.x = b.Left
	}
	w.right = b.Right
	if fresh && u != ' ' {
		w.size, w.face = f.RenderedSize, f.Name
		w.style = styleOf(f)
		if col, err := r.in.FPDFText_GetFillColor(&requests.FPDFText_GetFillColor{TextPage: t, Index: k}); err == nil {
			w.style.Tint = uint32(col.R&255)<<16 | uint32(col.G&255)<<8 | uint32(col.B&255)
		}
	}
	w.going = u != ' ' && u != '-'
	return tr.upright(u, b, w), true, nil
}

// styleOf reads a face's style off its name and flags: what the flags say is
// often missing, the names are by and large the same everywhere.
func styleOf(f *responses.FontInformation) layout.Style {
	name := f.Name
	if i := strings.IndexByte(name, '+'); i == 6 {
		name = name[i+1:]
	}
	lower := strings.ToLower(name)
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(lower, w) {
				return true
			}
		}
		return false
	}
	// Computer Modern and its kin: CMTI10, CMBX12, SFTI1000, SFBX1440.
	tex := func(kinds ...string) bool {
		for _, k := range kinds {
			for _, family := range []string{"cm", "sf", "ec", "la", "eb"} {
				if strings.HasPrefix(lower, family+k) && strings.ContainsAny(lower, "0123456789") {
					return true
				}
			}
		}
		return false
	}
	const italicFlag, boldFlag = 1 << 6, 1 << 18
	return layout.Style{
		Italic: f.Flags&italicFlag != 0 || has("italic", "oblique", "kursiv", "slanted") || strings.HasSuffix(name, "-It") || strings.HasSuffix(name, "-Ital") || tex("ti", "sl", "it", "bxti"),
		Bold:   f.Flags&boldFlag != 0 || has("bold", "black", "heavy") && !has("semilight") || strings.HasSuffix(name, "-Bd") || strings.HasSuffix(name, "Medi") || tex("bx", "b1"),
	}
}

// A turner turns what stands on a page that lies on its side.
type turner struct {
	turn          int // quarter turns
	width, height float64
}

// quarterTurns says how most characters stand.
func quarterTurns(chars []*responses.GetPageTextStructuredChar) int {
	var n [4]int
	for _, c := range chars {
		if t := turnOf(c.Angle); t >= 0 && strings.TrimSpace(c.Text) != "" {
			n[t]++
		}
	}
	best := 0
	for i := range n {
		if n[i] > n[best] {
			best = i
		}
	}
	return best
}

// turnOf gives an angle (radians) in quarter turns, -1 if it is askew.
func turnOf(angle float64) int {
	q := angle / (math.Pi / 2)
	n := math.Round(q)
	if math.Abs(q-n) > 0.05 || math.IsNaN(q) {
		return -1
	}
	return ((int(n) % 4) + 4) % 4
}

// upright gives a character at its place on the page as it is read.
func (t turner) upright(u rune, b responses.CharPosition, w *pen) layout.Char {
	c := layout.Char{Rune: u, Size: w.size, Style: w.style}
	switch t.turn {
	case 1:
		c.X, c.Left, c.Right, c.Base = w.y, b.Bottom, b.Top, w.x
	case 2:
		c.X, c.Left, c.Right, c.Base = t.width-w.x, t.width-b.Right, t.width-b.Left, w.y
	case 3:
		c.X, c.Left, c.Right, c.Base = t.height-w.y, t.height-b.Top, t.height-b.Bottom, t.width-w.x
	default:
		c.X, c.Left, c.Right, c.Base = w.x, b.Left, b.Right, t.height-w.y
	}
	return c
}
