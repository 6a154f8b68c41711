package reader

import (
	"unicode/utf8"

	"quire/internal/essay"
	"quire/internal/source"
)

// readText reads plain text, however it is laid out: a line a paragraph, or
// wrapped at any width with blank lines or indents between paragraphs; with a
// library's header and footer, with page numbers, running heads and numbered
// lines from a page; with notes in the text, after it, or in brackets.
func readText(t *source.Text) *draft {
	r := &textReader{draft: &draft{text: t}, lines: splitLines(t)}
	r.library()
	r.brackets()
	r.lineNumbers()
	r.pages()
	r.measure()
	blocks := r.classify(r.blocks())
	r.notes(blocks)
	r.learnWords()
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		for b.left != "" && i+1 < len(blocks) && blocks[i+1].left == b.left {
			i++
			b.lines = append(b.lines, blocks[i].lines...)
		}
		r.parts = append(r.parts, r.part(b))
	}
	return r.draft
}

// A textReader reads one text. Its steps follow each other as in readText; each
// marks or cuts the lines, or groups them to blocks.
type textReader struct {
	*draft
	lines   []textLine
	width   int            // characters of a full line where lines are wrapped by hand, else 0
	filled  bool           // no line ends where the next one's first word would have fitted, but at paragraphs' ends
	margin  int            // columns that most lines are indented by
	started int            // index of the first line of prose; what stands before may be a head
	deck    int            // index after the by-line or credit under a deck, 0 if there is none
	ended   int            // index after the last line of prose
	words   map[string]int // how often a word stands within a line
	hyphens bool           // words are hyphenated at line ends
	tight   bool           // dashes have no spaces round them
	marks   noteMarks
}

// A textLine of a text, or what is left of it.
type textLine struct {
	span   source.Span // without white space round it
	indent int         // in columns, a tab is four
	size   int         // in characters
	turn   bool        // a page turned before it
	left   string      // why it isn't the essay
	note   string      // the label of the bracketed footnote that it belongs to
	index  int         // of all lines
}

func (l *textLine) blank() bool    { return l.span.Start == l.span.End }
func (l *textLine) String() string { return l.span.String() }
func (l *textLine) right() int     { return l.indent + l.size }

// trim takes the white space at the ends of a line's span into account.
func (l *textLine) trim() {
	l.span = trimSpan(l.span)
	l.size = utf8.RuneCountInString(l.span.String())
}

// A textBlock is a few lines that make a part.
type textBlock struct {
	lines []textLine
	kind  essay.Kind
	left  string
	note  string // label of a footnote
	gap   int    // blank lines before it
	turn  bool   // a page turned before it
	item  marker // what marks it as an item of a list
	head  bool   // it stands before all prose, where titles and menus stand
}

func (b *textBlock) prose() bool {
	return b.left == "" && b.kind == essay.Paragraph && !b.head
}

// chars counts the characters of a block.
func (b *textBlock) chars() int {
	n := 0
	for i := range b.lines {
		n += b.lines[i].size + 1
	}
	return n
}
