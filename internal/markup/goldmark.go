package markup

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tree is a text as goldmark parsed it, with what goldmark's nodes don't keep.
type tree struct {
	root  ast.Node
	src   []byte             // of the text's length; what must not be parsed is blank
	attrs map[ast.Node]Attrs // of headings
	ends  map[ast.Node]int   // where links, code and HTML end
}

// grow parses src, the guarded copy of a text.
func grow(r *report, src []byte) *tree {
	t := &tree{src: src, attrs: map[ast.Node]Attrs{}, ends: map[ast.Node]int{}}
	p := parser.NewParser(
		parser.WithBlockParsers(lessonBlocks(r, t)...),
		parser.WithParagraphTransformers(
			util.Prioritized(guardTransformer{r}, 50),
			util.Prioritized(tableTransformer{r}, 200),
		),
		parser.WithInlineParsers(
			util.Prioritized(callParser{r}, 10),
			util.Prioritized(braceParser{r}, 20),
			util.Prioritized(gapParser{r}, 30),
			util.Prioritized(taskParser{r}, 40),
			util.Prioritized(measured{parser.NewCodeSpanParser(), t.ends}, 100),
			util.Prioritized(measured{parser.NewLinkParser(), t.ends}, 200),
			util.Prioritized(measured{parser.NewAutoLinkParser(), t.ends}, 300),
			util.Prioritized(measured{parser.NewRawHTMLParser(), t.ends}, 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		),
	)
	t.root = p.Parse(text.NewReader(src))
	t.settle()
	return t
}

// settle moves places into the text, and onto characters. Where tabs indent a
// line, goldmark may place the block on it some bytes too far on: inside a
// character, or past the text's end.
func (t *tree) settle() {
	_ = ast.Walk(t.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		at := min(n.Pos(), len(t.src))
		for at > 0 && at < len(t.src) && !utf8.RuneStart(t.src[at]) {
			at--
		}
		if entering && at != n.Pos() {
			n.SetPos(at)
		}
		return ast.WalkContinue, nil
	})
}

// lessonBlocks are goldmark's block parsers but for those of underlined headings
// and reference definitions: both turn a slip into something else, silently.
func lessonBlocks(r *report, t *tree) []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(headingParser{parser.NewATXHeadingParser(), r, t.attrs}, 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

// measured notes where the inlines of one of goldmark's parsers end.
type measured struct {
	parser.InlineParser
	ends map[ast.Node]int
}

func (m measured) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	n := m.InlineParser.Parse(parent, block, pc)
	if n != nil {
		_, seg := block.Position()
		m.ends[n] = seg.Start
	}
	return n
}

// CloseBlock passes on what the link parser needs to hear.
func (m measured) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := m.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}
