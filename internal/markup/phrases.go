package markup

import (
	"strings"

	"quire/internal/document"
)

// bracket is a square bracket that stayed text: its place in the file, and in
// the words of an inline.
type bracket struct {
	open   bool
	at     int // bytes from the file's start
	index  int // of the Text in the inlines
	offset int // of the bracket in the Text's words
}

// note follows brackets through the words of one block, so that braces after
// a closing one know where their phrase opened.
func (in *inliner) note(brackets []bracket, offset int) {
	for _, b := range brackets {
		b.index, b.offset = len(in.out)-1, b.offset+offset
		if b.open {
			in.opened = append(in.opened, b)
			continue
		}
		in.pair = nil
		if n := len(in.opened); n > 0 {
			in.pair = []bracket{in.opened[n-1], b}
			in.opened = in.opened[:n-1]
		}
	}
}

// phrase makes the words between the last pair of brackets a Foreign, as the
// braces right after them say.
func (in *inliner) phrase(n *braceNode) {
	if n.broken {
		return
	}
	if in.pair == nil || in.pair[1].at+1 != n.start || in.pair[1].index != len(in.out)-1 {
		in.report.error("brace", n.start, n.end, "no [phrase] for these braces", "Write [phrase]{lang=es}; a heading's attributes stand at its end.")
		return
	}
	lang, ok := in.language(n)
	if !ok {
		return
	}
	open, shut := in.pair[0], in.pair[1]
	in.pair = nil
	last := in.out[shut.index].(document.Text)
	last.Words, last.Source.End = last.Words[:shut.offset], shut.at
	in.out[shut.index] = last
	first := in.out[open.index].(document.Text)
	inside := append([]document.Inline(nil), in.out[open.index+1:]...)
	if words := first.Words[open.offset+1:]; words != "" {
		head := document.Text{Words: words}
		head.Source = in.report.text.Span(open.at+1, first.Source.End)
		inside = append([]document.Inline{head}, inside...)
	}
	if last.Words == "" && shut.index > open.index {
		inside = inside[:len(inside)-1]
	}
	in.out = in.out[:open.index]
	if words := first.Words[:open.offset]; words != "" {
		first.Words, first.Source.End = words, open.at
		in.out = append(in.out, first)
	}
	foreign := document.Foreign{Lang: lang, Inlines: inside}
	foreign.Source = in.report.text.Span(open.at, n.end)
	in.out = append(in.out, foreign)
}

// language reads {lang=es}.
func (in *inliner) language(n *braceNode) (string, bool) {
	a := n.attrs
	lang, ok := a.Get("lang")
	if !ok || a.ID.Text != "" || len(a.Classes) > 0 || len(a.Pairs) != 1 {
		in.report.error("brace", n.start, n.end, "a phrase takes a language only", "Write [phrase]{lang=es}.")
		return "", false
	}
	if !isName(lang.Text) || strings.Contains(lang.Text, "_") {
		in.report.error("brace", lang.At.Start, lang.At.End, "“"+lang.Text+"” is no language", "Use its code: es, la, pt-BR.")
		return "", false
	}
	return lang.Text, true
}
