package typeset

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/face"
	"quire/internal/source"
)

// Prose is inlines made flat: their plain text (byte for byte document.Plain's)
// and the strands that cover it, each in one face.
type prose struct {
	text    string
	strands []strand
	listed  bool // it is a list of words with dots between them, not running text
}

type strandKind uint8

const (
	wordStrand  strandKind = iota
	blankStrand            // room to write, width wide
	signStrand             // a character that is drawn
	lineStrand             // a line ends
	emptyStrand            // characters that don't print
)

// A strand is a stretch of prose in one face. Words is what is shaped: the
// stretch's own text, or what stands in for it, which is then not parted.
type strand struct {
	kind       strandKind
	start, end int
	words      string
	whole      bool
	face       face.ID
	size       float64
	of         *Element
	number     int     // of a blank
	width      float64 // of a blank
	lead       float64 // room before it within a line, for a tick
	sign       *sign
}

// Prose flattens inlines set in t that belong to an element.
func (f *flow) prose(inlines []document.Inline, t Type, of *Element) *prose {
	w := proseWriter{flow: f, prose: &prose{}}
	w.inlines(inlines, t, of)
	w.prose.text = string(w.text)
	for i := range w.prose.strands {
		if s := &w.prose.strands[i]; s.kind == wordStrand && !s.whole {
			s.words = w.prose.text[s.start:s.end]
		}
	}
	return w.prose
}

// Words flattens plain text.
func (f *flow) words(s string, t Type, of *Element) *prose {
	return f.prose(document.Words(s), t, of)
}

type proseWriter struct {
	flow  *flow
	prose *prose
	text  []byte
}

func (w *proseWriter) inlines(inlines []document.Inline, t Type, of *Element) {
	for _, in := range inlines {
		switch in := in.(type) {
		case document.Text:
			w.words(in.Words, t, of, in.Source)
		case document.Emph:
			w.inlines(in.Inlines, w.flow.style.emphasis(t), of)
		case document.Strong:
			t := t
			t.Bold, t.Emph = true, nil
			w.inlines(in.Inlines, t, of)
		case document.Code:
			t := t
			if t.Family == face.Serif {
				t.Family, t.Size = face.Sans, t.Size*0.9
			}
			w.words(in.Words, t, of, in.Source)
		case document.Link:
			w.inlines(in.Inlines, t, &Element{Kind: "Link", Parent: of, URL: in.URL})
		case document.LineBreak:
			w.add(strand{kind: lineStrand, of: of}, "\n")
		case document.Foreign:
			w.inlines(in.Inlines, t, &Element{Kind: "Span", Parent: of, Lang: in.Lang})
		case document.Reference:
			if target := w.flow.target(in.Place); target != "" {
				of := &Element{Kind: "Link", Parent: of, Target: target}
				w.words(in.Words, t, of, in.Source)
				continue
			}
			w.words(in.Words, t, of, in.Source)
		case document.Quotation:
			w.words(in.Marked(), t, of, in.Source)
		case document.Blank:
			w.blank(in, t, of)
		case document.Call:
			w.words("{{"+in.Name+"}}", t, of, in.Source)
		}
	}
}

func (w *proseWriter) blank(b document.Blank, t Type, of *Element) {
	span := &Element{Kind: "Span", Parent: of, Actual: "blank"}
	if b.Number > 0 {
		span.Actual = fmt.Sprintf("blank %d", b.Number)
	}
	width := min(max(b.Width*mm, 20), 80*mm) * w.flow.style.BlankScale
	w.add(strand{kind: blankStrand, whole: true, of: span, face: t.id(), size: t.Size, number: b.Number, width: width}, "____")
}

// add closes a strand over text.
func (w *proseWriter) add(s strand, text string) {
	s.start = len(w.text)
	w.text = append(w.text, text...)
	s.end = len(w.text)
	w.prose.strands = append(w.prose.strands, s)
}

// words adds text, parted where characters need another face.
func (w *proseWriter) words(text string, t Type, of *Element, at source.Span) {
	id := t.id()
	begin := 0
	cur := w.flow.chars.plain(id)
	flush := func(end int) {
		if end > begin {
			s := strand{face: cur.face, size: t.Size, of: of}
			if cur.drop {
				s.kind = emptyStrand
			} else if cur.sign != 0 {
				s.kind, s.whole, s.sign = signStrand, true, findSign(cur.sign)
				if of != nil {
					s.of = &Element{Kind: "Span", Parent: of, Actual: string(cur.sign)}
				}
			} else if cur.words != "" {
				s.words, s.whole = cur.words, true
			}
			w.add(s, text[begin:end])
		}
		begin = end
	}
	for i := 0; i < len(text); {
		if c := text[i]; c >= ' ' && c < 0x7f {
			if cur != w.flow.chars.plain(id) {
				flush(i)
				cur = w.flow.chars.plain(id)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		next := w.flow.chars.set(id, r, at)
		if next != cur || next.words != "" || next.sign != 0 {
			flush(i)
			cur = next
		}
		i += n
	}
	flush(len(text))
}

// from gives the index of the strand at a place in the text.
func (p *prose) from(at int) int {
	return sort.Search(len(p.strands), func(i int) bool { return p.strands[i].end > at })
}
