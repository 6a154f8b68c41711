package stem

import (
	"cmp"

	"quire/internal/document"
	"quire/internal/markup"
	"quire/internal/typography"
)

// In a stem's text stand three ways to use an argument:
//
//	{{given "claim"}}       its words, as running text
//	{{gap given=claim}}     a gap whose answer it is
//	{{quote given=words}}   any other call, with it as its argument
//
// The words are words: nothing in them is read as Markdown.
const (
	givenCall = "given"
	gapCall   = "gap"
	givenKey  = "given"
)

// givenTo names the argument that a call uses, "" if it uses none.
func givenTo(c document.Call) string {
	if c.Name == givenCall && len(c.Arguments) == 1 {
		return c.Arguments[0].Value
	}
	for _, a := range c.Named {
		if a.Key == givenKey {
			return a.Value
		}
	}
	return ""
}

// blocks gives blocks of the stem with the arguments in them.
func (f *filler) blocks(in []document.Block, gaps []markup.Gap) []document.Block {
	inline := func(in document.Inline) []document.Inline {
		if c, ok := in.(document.Call); ok {
			return []document.Inline{f.call(c)}
		}
		return []document.Inline{f.gap(in, gaps)}
	}
	block := func(b document.Block) []document.Block {
		c, ok := b.(document.CallBlock)
		if !ok {
			return []document.Block{b}
		}
		filled := f.call(c.Call)
		if c, ok := filled.(document.Call); ok {
			return []document.Block{document.CallBlock{Call: c}}
		}
		return []document.Block{document.Paragraph{At: c.At, Text: []document.Inline{filled}}}
	}
	return document.Rewrite(in, block, inline)
}

// call gives a call with its argument in it, or what it stands for.
func (f *filler) call(c document.Call) document.Inline {
	v, ok := f.values[givenTo(c)]
	if !ok {
		return c
	}
	at := document.At{Source: v.At}
	if v.Text == "" && c.Name != gapCall { // the finding stops the build
		return document.Text{At: at, Words: "…"}
	}
	switch c.Name {
	case givenCall:
		words, _ := typography.Set(v.Text)
		return document.Text{At: at, Words: words}
	case gapCall:
		f.gaps = append(f.gaps, markup.Gap{At: v.At, Answer: cmp.Or(v.Text, "…")})
		return document.Blank{At: at, Number: len(f.gaps)}
	}
	c.Named = nil
	c.Arguments = []document.Argument{{At: at, Value: v.Text}}
	return c
}
