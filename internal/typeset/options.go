package typeset

import (
	"strconv"
	"strings"

	"quire/internal/document"
	"quire/internal/face"
)

// options sets what a student chooses among: below each other, or side by side.
func (f *flow) options(b document.Options, c column) {
	if len(b.Items) == 0 {
		return
	}
	list := &Element{Kind: "L", Parent: c.of, Number: numbering(b.Items)}
	if f.space <= f.style.ParagraphSpace { // close to the question
		f.space = f.style.OptionSpace
	}
	f.hold(costStrand)
	if b.Inline && f.shortOptions(b, c) {
		if f.isScale(b, c) && f.inlineWidth(b) > c.measure {
			f.wideScale(b, list, c)
		} else {
			f.inlineOptions(b, list, c)
		}
	} else {
		indent := f.optionIndent(b)
		for i, o := range b.Items {
			slabs := f.option(o, b.Shape, list, c.left, c.measure, indent)
			keep(slabs, costOrphan)
			if i > 0 {
				f.hold(costAnswer)
			}
			f.add(slabs...)
		}
	}
	f.room(f.style.ParagraphSpace)
}

// shortOptions says whether each option fits on one line.
func (f *flow) shortOptions(b document.Options, c column) bool {
	for _, o := range b.Items {
		if f.optionIndent(b)+f.natural(o.Text, f.style.Option) > c.measure || strings.Contains(document.Plain(o.Text), "\n") {
			return false
		}
	}
	return true
}

func (f *flow) optionIndent(b document.Options) float64 {
	s := f.style
	switch b.Shape {
	case document.Write:
		indent := s.WriteWidth + 7
		if labelled(b.Items) {
			indent += s.LabelWidth - 1
		}
		return indent
	case document.Bullet:
		return s.OptionIndent - 2
	}
	return s.OptionIndent
}

func labelled(items []document.Option) bool {
	for _, o := range items {
		if o.Label != "" {
			return true
		}
	}
	return false
}

// numbering is how a list's labels count: only what counts from the first on
// does so for a screen reader, T and F don't.
func numbering(items []document.Option) string {
	kinds := []struct {
		first rune
		name  string
	}{{'A', "UpperAlpha"}, {'a', "LowerAlpha"}}
	for _, k := range kinds {
		if len(items) <= 26 && counts(items, func(i int) string { return string(k.first + rune(i)) }) {
			return k.name
		}
	}
	if counts(items, func(i int) string { return strconv.Itoa(i + 1) }) {
		return "Decimal"
	}
	return "None"
}

func counts(items []document.Option, label func(int) string) bool {
	for i, o := range items {
		if o.Label != label(i) {
			return false
		}
	}
	return true
}

// option sets one option from left, its text indented, within measure.
func (f *flow) option(o document.Option, shape document.Shape, list *Element, left, measure, indent float64) []slab {
	s := f.style
	t := s.Option
	li := &Element{Kind: "LI", Parent: list}
	lbl := Tag{Element: &Element{Kind: "Lbl", Parent: li}}
	body := &Element{Kind: "LBody", Parent: li}
	slabs := f.lines(f.prose(o.Text, t, body), t, left+indent, max(measure-indent, 30), flush)
	if len(slabs) == 0 {
		slabs = []slab{f.emptyLine(t)}
	}
	first := &slabs[0]
	if more := (s.OptionPitch - t.Leading) / 2; more > 0 {
		first.padAbove(more)
		slabs[len(slabs)-1].height += more
	}
	first.marks = append(f.choiceMarks(o.Label, shape, lbl, left, -first.base), first.marks...)
	return slabs
}

// choiceMarks draw what an option is marked with, beside a baseline.
func (f *flow) choiceMarks(label string, shape document.Shape, lbl Tag, left, y float64) []Mark {
	s := f.style
	t := s.Option
	middle := y + f.capHeight(t)/2
	switch shape {
	case document.Bubble:
		return append([]Mark{Circle{X: left + s.Bubble, Y: middle, Radius: s.Bubble, Weight: s.Outline}},
			f.letter(label, lbl, left+s.Bubble, middle)...)
	case document.Box:
		return append([]Mark{Rect{X: left, Y: middle - s.BoxSide/2, Width: s.BoxSide, Height: s.BoxSide, Weight: s.Outline, Fill: -1}},
			f.letter(label, lbl, left+s.BoxSide/2, middle)...)
	case document.Write:
		h := s.BoxSide + 3
		if label == "" {
			lbl.Element.Actual = "blank"
		}
		marks := []Mark{Rect{Tag: lbl, X: left, Y: middle - h/2, Width: s.WriteWidth, Height: h, Weight: s.Outline, Fill: -1}}
		return append(marks, f.optionLabel(label, lbl, left+s.WriteWidth+6, y)...)
	}
	return f.optionLabel(label, lbl, left, y)
}

// letter sets a label in the middle of its bubble or box.
func (f *flow) letter(label string, lbl Tag, x, y float64) []Mark {
	t := f.style.Letter
	p := f.clipped(label, t, lbl.Element, 2*f.style.Bubble)
	x -= f.width(p, 0, len(p.text)) / 2
	return f.label(label, t, lbl, x, y-f.capHeight(t)/2, 2*f.style.Bubble, false)
}

// optionLabel sets a label that nothing is drawn around.
func (f *flow) optionLabel(label string, lbl Tag, x, y float64) []Mark {
	s := f.style
	return f.label(label, s.OptionLabel, lbl, x, y, s.LabelWidth+3, false)
}

func (f *flow) capHeight(t Type) float64 {
	return float64(f.faces.Metrics(t.id()).CapHeight) * t.Size / face.Em
}
