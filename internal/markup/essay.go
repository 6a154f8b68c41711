package markup

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"quire/internal/diag"
	"quire/internal/source"
)

// Essay is a Markdown file read as a text under discussion: no syntax of
// Quire's is active in it, and nothing in it is a mistake.
type Essay struct {
	Front  []Entry // nil if there is none
	Blocks []EssayBlock
	Left   []EssayLeft // what was left out, in order
}

// EssayBlock is a block of an Essay. Words are as they were typed but for
// escapes and entities; a line end in them parts lines of verse.
type EssayBlock struct {
	Kind   string // paragraph, heading, blockquote, verse, listitem, footnote
	Level  int    // of a heading, 1 to 6
	Label  string // of a footnote: "1"
	Quote  int    // which quotation it stands in, from 1 in order; 0 if in none
	Words  string
	Marks  []EssayMark    // in order, not overlapping
	Origin []EssayStretch // where the words came from; the first is at 0
}

// EssayMark is emphasis on the bytes [Start, End) of a block's words.
type EssayMark struct {
	Start, End int
	Strong     bool
}

// EssayStretch says that from byte At of the words on, they stand at byte From
// of the text on.
type EssayStretch struct{ At, From int }

// EssayLeft is something that an Essay does without.
type EssayLeft struct {
	At  source.Span
	Why string // "picture", "HTML"
}

// ReadEssay reads a Markdown file as an essay. Footnotes ([^1]) are taken out
// of the text and become blocks where they are defined; pictures and HTML are
// left out. What can't be read of the front matter is a warning.
func ReadEssay(t *source.Text, findings *diag.List) *Essay {
	var own diag.List
	r := &report{text: t, list: &own}
	e := &Essay{}
	var size int
	e.Front, _, size = front(r)
	for _, f := range own.Sorted() {
		f.Severity = diag.Warning
		findings.Add(f)
	}
	src := []byte(t.Body)
	for i := range size {
		if src[i] != '\n' {
			src[i] = ' '
		}
	}
	flatten(src[size:])
	outdent(src[size:])
	tree := &tree{src: src, ends: map[ast.Node]int{}}
	tree.root = essayParser(tree).Parse(text.NewReader(src))
	reader := essayReader{essay: e, tree: tree, text: t}
	reader.blocks(tree.root, "paragraph")
	return e
}

// flatten takes the marks off lines that nest quotations or lists deeper than
// goldmark should follow.
func flatten(src []byte) {
	for start := 0; start < len(src); {
		stop := len(src)
		if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
			stop = start + i
		}
		if at, what := tooDeep(src[start:stop]); what != "" {
			blank(src[start : start+at])
			if at > 0 {
				src[start] = outdented // or the spaces nest as the marks did
			}
		}
		start = stop + 1
	}
}

// outdent puts outdented for the first space of indented lines that go on with
// a footnote: for goldmark, which knows no footnotes here, they would be code.
func outdent(src []byte) {
	open, blankBefore := false, false
	for start := 0; start < len(src); {
		stop := len(src)
		if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
			stop = start + i
		}
		line := src[start:stop]
		switch {
		case len(bytes.TrimSpace(line)) == 0:
			blankBefore = true
		case open && (bytes.HasPrefix(line, []byte("    ")) || line[0] == '\t'):
			line[0] = outdented
			blankBefore = false
		default:
			if _, n := noteLabel(string(line[:min(len(line), 48)])); n > 0 && bytes.HasPrefix(line[n:], []byte(":")) {
				open = true
			} else if blankBefore {
				open = false
			}
			blankBefore = false
		}
		start = stop + 1
	}
}

// outdented is a byte that no text has: NULs are dropped where files are read.
const outdented = 0

func essayParser(t *tree) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithParagraphTransformers(
			util.Prioritized(&essayGuard{budget: essayBudget}, 50),
			util.Prioritized(noteTransformer{}, 90),
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
		),
		parser.WithInlineParsers(
			util.Prioritized(measured{parser.NewCodeSpanParser(), t.ends}, 100),
			util.Prioritized(measured{parser.NewLinkParser(), t.ends}, 200),
			util.Prioritized(measured{parser.NewAutoLinkParser(), t.ends}, 300),
			util.Prioritized(measured{parser.NewRawHTMLParser(), t.ends}, 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
	)
}

// essayBudget bounds the work on an essay's inline markup: bytes times marks,
// summed over its paragraphs. What goes beyond is read as plain words.
const essayBudget = 1 << 30

var (
	kindPlain = ast.NewNodeKind("QuirePlain")
	kindNote  = ast.NewNodeKind("QuireNote")
)

// plainNode is a paragraph whose markup is not read.
type plainNode struct{ ast.BaseBlock }

func (*plainNode) Kind() ast.NodeKind            { return kindPlain }
func (*plainNode) IsRaw() bool                   { return true }
func (n *plainNode) Dump(source []byte, lvl int) { ast.DumpHelper(n, source, lvl, nil, nil) }

// essayGuard keeps paragraphs with very much markup from goldmark.
type essayGuard struct{ budget int }

func (g *essayGuard) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines := node.Lines()
	if lines.Len() == 0 {
		return
	}
	words := string(reader.Source()[lines.At(0).Start:lines.At(lines.Len()-1).Stop])
	marks := countMarks(words)
	cost := marks * len(words)
	if marks <= 10*mostMarks && cost <= g.budget {
		g.budget -= cost
		return
	}
	plain := &plainNode{}
	plain.SetLines(lines)
	node.Parent().ReplaceChild(node.Parent(), node, plain)
}

// noteNode is a footnote's text.
type noteNode struct {
	ast.BaseBlock
	label string
}

func (*noteNode) Kind() ast.NodeKind            { return kindNote }
func (n *noteNode) Dump(source []byte, lvl int) { ast.DumpHelper(n, source, lvl, nil, nil) }

// noteTransformer makes footnotes of a paragraph's lines from the first on
// that opens with a label, [^1]:.
type noteTransformer struct{}

func (noteTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	lines, src := node.Lines(), reader.Source()
	var note *noteNode
	var last ast.Node = node
	kept := 0
	for i := range lines.Len() {
		seg := trimSegment(lines.At(i), src)
		line := string(src[seg.Start:seg.Stop])
		if label, n := noteLabel(line); n > 0 && strings.HasPrefix(line[n:], ":") {
			note = &noteNode{label: label}
			seg.Start += n + 1
			seg = seg.TrimLeftSpace(src)
			node.Parent().InsertAfter(node.Parent(), last, note)
			last = note
		}
		switch {
		case note == nil:
			kept++
		case seg.Start < seg.Stop:
			seg.Stop = lines.At(i).Stop
			note.Lines().Append(seg)
		}
	}
	switch {
	case note == nil:
	case kept == 0:
		node.Parent().RemoveChild(node.Parent(), node)
	default:
		lines.SetSliced(0, kept)
	}
}

// noteLabel reads the mark of a footnote at the start of s, [^1], and gives
// the bytes it takes; 0 if there is none.
func noteLabel(s string) (label string, n int) {
	if !strings.HasPrefix(s, "[^") {
		return "", 0
	}
	stop := strings.IndexByte(s[:min(len(s), 40)], ']')
	if stop < 3 || strings.ContainsAny(s[2:stop], " \t\n[") {
		return "", 0
	}
	return s[2:stop], stop + 1
}
