package markup

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"

	"quire/internal/source"
)

// essayReader makes an Essay of goldmark's tree.
type essayReader struct {
	essay *Essay
	tree  *tree
	text  *source.Text

	quotes, depth int // quotations so far, and how many are open
}

// blocks reads the blocks of a parent; their text is of the kind given.
func (r *essayReader) blocks(parent ast.Node, kind string) {
	note := "" // the footnote just before, which indented text goes on with
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		after := note
		note = ""
		switch n := n.(type) {
		case *ast.Heading:
			r.add(n, EssayBlock{Kind: "heading", Level: n.Level})
		case *ast.Paragraph, *ast.TextBlock:
			if after != "" && r.isOutdented(n) {
				note = after
				r.add(n, EssayBlock{Kind: "footnote", Label: after})
			} else {
				r.add(n, EssayBlock{Kind: kind})
			}
		case *plainNode:
			r.lines(n, EssayBlock{Kind: kind}, " ")
		case *noteNode:
			note = n.label
			r.add(n, EssayBlock{Kind: "footnote", Label: n.label})
		case *ast.Blockquote:
			if r.depth == 0 {
				r.quotes++
			}
			r.depth++
			r.blocks(n, "blockquote")
			r.depth--
		case *ast.List, *ast.ListItem:
			r.blocks(n, "listitem")
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			r.lines(n, EssayBlock{Kind: "verse"}, "\n")
		case *ast.HTMLBlock:
			r.html(n)
		}
	}
}

// isOutdented says that a paragraph goes on with a footnote.
func (r *essayReader) isOutdented(n ast.Node) bool {
	lines := n.Lines()
	return lines.Len() > 0 && lines.At(0).Start < len(r.tree.src) && r.tree.src[lines.At(0).Start] == outdented
}

func (r *essayReader) html(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	stop := lines.At(lines.Len() - 1).Stop
	if n.HasClosure() {
		stop = max(stop, n.ClosureLine.Stop)
	}
	r.left(lines.At(0).Start, stop, "HTML")
}

// left notes what is left out; a comment is nothing.
func (r *essayReader) left(start, stop int, why string) {
	if bytes.HasPrefix(r.tree.src[start:], []byte("<!--")) {
		return
	}
	r.essay.Left = append(r.essay.Left, EssayLeft{At: trimRight(r.text.Span(start, stop)), Why: why})
}

// add reads a block of inlines. Text all of whose lines are broken on purpose
// is verse.
func (r *essayReader) add(n ast.Node, b EssayBlock) {
	w := essayWriter{essayReader: r, block: b, lineBreak: " "}
	if (b.Kind == "paragraph" || b.Kind == "blockquote") && isVerse(n) {
		w.block.Kind, w.lineBreak = "verse", "\n"
	}
	w.inlines(n, false)
	w.done()
}

// lines reads a block's lines as they are.
func (r *essayReader) lines(n ast.Node, b EssayBlock, parted string) {
	w := essayWriter{essayReader: r, block: b, lineBreak: parted}
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		if i > 0 {
			w.put(parted, seg.Start)
		}
		w.put(strings.TrimRight(string(r.tree.src[seg.Start:seg.Stop]), " \t\n"), seg.Start)
	}
	w.done()
}

// isVerse says that a block has line breaks, and no line end that isn't one.
func isVerse(n ast.Node) bool {
	breaks := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if c.HardLineBreak() {
				breaks++
			} else if c.SoftLineBreak() {
				return false
			}
		case *ast.Emphasis:
			inside, soft := emphasisBreaks(c)
			if soft {
				return false
			}
			breaks += inside
		}
	}
	return breaks > 0
}

func emphasisBreaks(n ast.Node) (hard int, soft bool) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			soft = soft || t.SoftLineBreak()
			if t.HardLineBreak() {
				hard++
			}
		}
	}
	return hard, soft
}

// essayWriter gathers the words of one block.
type essayWriter struct {
	*essayReader
	block     EssayBlock
	words     strings.Builder
	lineBreak string // what a line break becomes
}

// put adds words that stand at byte from of the text.
func (w *essayWriter) put(s string, from int) {
	if s == "" {
		return
	}
	at := w.words.Len()
	if n := len(w.block.Origin); n == 0 || from-at != w.block.Origin[n-1].From-w.block.Origin[n-1].At {
		w.block.Origin = append(w.block.Origin, EssayStretch{At: at, From: from})
	}
	w.words.WriteString(s)
}

func (w *essayWriter) inlines(parent ast.Node, marked bool) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch v := n.(type) {
		case *ast.Text:
			n = w.text(v)
		case *ast.Emphasis:
			start := w.words.Len()
			w.inlines(v, true)
			if end := w.words.Len(); !marked && end > start {
				w.block.Marks = append(w.block.Marks, EssayMark{Start: start, End: end, Strong: v.Level == 2})
			}
		case *ast.Link:
			w.inlines(v, marked)
		case *ast.CodeSpan:
			for c := v.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					words := string(w.tree.src[t.Segment.Start:t.Segment.Stop])
					w.put(strings.ReplaceAll(words, "\n", " "), t.Segment.Start)
				}
			}
		case *ast.AutoLink:
			w.put(string(v.Label(w.tree.src)), v.Pos()+1)
		case *ast.Image:
			w.left(v.Pos(), w.tree.ends[v], "picture")
		case *ast.RawHTML:
			w.rawHTML(v)
		}
	}
}

func (w *essayWriter) rawHTML(n *ast.RawHTML) {
	start, stop := w.tree.span(n)
	tag := strings.ToLower(string(w.tree.src[start:stop]))
	if strings.HasPrefix(tag, "<br") {
		w.put(w.lineBreak, start)
		return
	}
	w.left(start, stop, "HTML")
}

// text adds a run of words that goldmark has cut into neighbouring nodes, and
// gives the last of them.
func (w *essayWriter) text(n *ast.Text) ast.Node {
	start := n.Segment.Start
	for {
		next, ok := n.NextSibling().(*ast.Text)
		if !ok || n.SoftLineBreak() || n.HardLineBreak() || next.Segment.Start != n.Segment.Stop {
			break
		}
		n = next
	}
	stop := n.Segment.Stop
	w.unescape(string(w.tree.src[start:stop]), start)
	switch {
	case n.HardLineBreak():
		w.put(w.lineBreak, w.tree.lineStop(stop))
	case n.SoftLineBreak():
		w.put(" ", stop)
	}
	return n
}

// unescape adds words without backslashes, entities and the marks of
// footnotes.
func (w *essayWriter) unescape(s string, at int) {
	from := 0
	flush := func(to, next int) {
		w.put(s[from:to], at+from)
		from = next
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]):
			flush(i, i+1)
			i++
		case s[i] == outdented:
			next := len(s) - len(strings.TrimLeft(s[i+1:], " "))
			flush(i, next)
			i = next - 1
		case s[i] == '&':
			if words, n := entity(s[i:]); n > 1 {
				flush(i, i+n)
				w.put(words, at+i)
				i += n - 1
			}
		case s[i] == '[':
			if _, n := noteLabel(s[i:]); n > 0 {
				flush(i, i+n)
				i += n - 1
			}
		}
	}
	flush(len(s), len(s))
}

// done adds the block to the essay, without spaces at its ends; if nothing is
// left of it, it is none.
func (w *essayWriter) done() {
	all := w.words.String()
	words := strings.TrimLeft(all, " \t\n")
	cut := len(all) - len(words)
	words = strings.TrimRight(words, " \t\n")
	if words == "" {
		return
	}
	b := w.block
	if w.depth > 0 {
		b.Quote = w.quotes
	}
	b.Words = words
	b.Origin = nil
	for _, s := range w.block.Origin {
		s.At -= cut
		if s.At <= 0 {
			s.From -= s.At
			s.At = 0
			b.Origin = b.Origin[:0]
		}
		if s.At < len(words) {
			b.Origin = append(b.Origin, s)
		}
	}
	b.Marks = nil
	for _, m := range w.block.Marks {
		m.Start, m.End = max(m.Start-cut, 0), min(m.End-cut, len(words))
		if m.Start < m.End {
			b.Marks = append(b.Marks, m)
		}
	}
	w.essay.Blocks = append(w.essay.Blocks, b)
}
