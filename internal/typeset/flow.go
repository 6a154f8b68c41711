package typeset

import (
	"fmt"
	"strings"

	"quire/internal/diag"
	"quire/internal/document"
	"quire/internal/face"
	"quire/internal/source"
)

// A flow makes the vertical list of a document.
type flow struct {
	style *Style
	paper Paper
	faces *face.Set
	chars *characters

	spaces [face.Count][]face.Glyph // between words, by face

	list  []slab
	space float64 // wanted before the next slab
	cost  float64 // of beginning a page with the next slab, at least
	force bool    // the next slab begins a page
	opens opening // what begins with the next slab, at least

	page    float64         // height of the text on a page
	apart   map[int]bool    // essays whose side panels stand before them
	essays  int             // how many there were
	columns []*side         // beside essays
	targets map[string]bool // the anchors of the document's essays
	copied  bool            // what is set now has been set before: no anchors, no findings
	inWhole bool            // within a prompt, which speaks for what it holds
	half    bool            // within one half of a two-up page
	items   *Element        // the list that the essay's last item belongs to
	level   int             // of the last heading in the structure
	marked  int             // level of the last bookmark
	teacher bool
	oneSide bool
	found   diag.List
}

// A column is where blocks are set: from left, running text within measure,
// rules and tables within full. Of is the element they belong to.
type column struct {
	left, measure, full float64
	of                  *Element
	body                Type
	top                 bool // the page's own column, with the side column beside it
	side                bool // the side column
}

func newFlow(d *document.Document, o Options, s *Style, apart map[int]bool) *flow {
	f := &flow{
		style: s, paper: o.Paper, faces: o.Faces, apart: apart,
		page:    o.Paper.Height - s.Top - s.Bottom,
		targets: map[string]bool{},
		teacher: d.Audience == document.Teacher,
		oneSide: o.OneSide,
		chars:   &characters{faces: o.Faces, known: map[charIn]setting{}, missing: map[rune]*missing{}},
	}
	document.Rewrite(d.Blocks, func(b document.Block) []document.Block {
		if e, ok := b.(document.Essay); ok {
			for _, p := range e.Paragraphs {
				f.addTargets(p)
			}
		}
		return nil
	}, nil)
	return f
}

func (f *flow) addTargets(p document.EssayParagraph) {
	if p.Number > 0 {
		f.targets[paragraphAnchor(p.Number)] = true
	}
	if p.FirstLine > 0 {
		for i := range p.LineStarts {
			f.targets[lineAnchor(p.FirstLine+i)] = true
		}
	}
}

func lineAnchor(n int) string      { return fmt.Sprintf("line-%d", n) }
func paragraphAnchor(n int) string { return fmt.Sprintf("par-%d", n) }

// target is the anchor that leads to a place in the essay, empty if the
// document has none.
func (f *flow) target(p document.Place) string {
	for _, name := range []string{lineAnchor(p.FirstLine), paragraphAnchor(p.FirstParagraph)} {
		if f.targets[name] {
			return name
		}
	}
	return ""
}

// document sets a document's blocks: each second-level heading opens a section.
func (f *flow) document(blocks []document.Block) {
	root := &Element{Kind: "Document"}
	s := f.style
	c := column{
		left: s.Left, measure: s.Measure, full: f.paper.Width - s.Left - s.Right,
		of: root, body: s.Body, top: true,
	}
	for i := 0; i < len(blocks); {
		if h, ok := blocks[i].(document.Heading); ok && h.Level == 2 {
			c.of = &Element{Kind: "Sect", Parent: root}
		}
		if n := f.titleBlock(blocks[i:], c); n > 0 {
			i += n
			continue
		}
		f.block(blocks[i], c)
		i++
		f.leadIn(blocks[i-1:])
	}
}

func (f *flow) blocks(blocks []document.Block, c column) {
	for i, b := range blocks {
		f.block(b, c)
		f.leadIn(blocks[i:])
	}
}

// leadIn keeps a list or a table with the paragraph before it, which says what is
// in it, and a card's pieces with its question.
func (f *flow) leadIn(blocks []document.Block) {
	if len(blocks) < 2 {
		return
	}
	_, paragraph := blocks[0].(document.Paragraph)
	_, question := blocks[0].(document.BlockQuote)
	switch blocks[1].(type) {
	case document.List, document.Table:
		if paragraph {
			f.hold(costOrphan)
		}
	case document.Parts:
		switch {
		case question:
			f.hold(costStrand)
		case paragraph:
			f.hold(costOrphan)
		}
	}
}

func (f *flow) block(b document.Block, c column) {
	switch b := b.(type) {
	case document.Heading:
		f.heading(b, c)
	case document.Paragraph:
		f.paragraph(b, c)
	case document.List:
		f.bullets(b, c)
	case document.BlockQuote:
		f.blockQuote(b, c)
	case document.Table:
		f.table(b, c)
	case document.Separator:
		f.separator(c)
	case document.Break:
		f.pageBreak(b)
	case document.Fields:
		f.fields(b, c)
	case document.Prompt:
		f.prompt(b, c)
	case document.Options:
		f.options(b, c)
	case document.AnswerLines:
		f.answerLines(b, c)
	case document.Matching:
		f.matching(b, c)
	case document.Panel:
		f.panel(b, c)
	case document.Parts:
		f.parts(b, c)
	case document.Diagram:
		f.diagram(b, c)
	case document.Strip:
		f.strip(b, c)
	case document.Seating:
		f.seating(b, c)
	case document.Beside:
		f.beside(b, c)
	case document.TwoUp:
		f.twoUp(b, c)
	case document.Deck:
		f.deck(b, c)
	case document.Essay:
		f.essay(b, c)
	}
}

// pageBreak begins a page with what follows. In an edition whose type is large
// the author's pages don't hold: there it may begin one, unless it is firm.
func (f *flow) pageBreak(b document.Break) {
	if f.style.Single && !f.half && !b.Firm {
		f.opens = opensPart
		return
	}
	f.force = true
}

// room asks for white space before the next slab; of several wishes the
// largest counts.
func (f *flow) room(h float64) { f.space = max(f.space, h) }

// hold makes it cost so much to begin a page with the next slab.
func (f *flow) hold(cost float64) { f.cost = max(f.cost, cost) }

// add puts slabs on the list.
func (f *flow) add(slabs ...slab) {
	for i, s := range slabs {
		if i == 0 {
			s.space = max(s.space, f.space)
			s.cost = max(s.cost, f.cost, costBetween)
			s.force = s.force || f.force
			s.opens = max(s.opens, f.opens)
			f.space, f.cost, f.force, f.opens = 0, 0, false, opensNothing
		}
		f.list = append(f.list, s)
	}
}

// aside gives the slabs that set makes, without putting them on the list.
func (f *flow) aside(set func()) []slab {
	list, space, cost, force, opens := f.list, f.space, f.cost, f.force, f.opens
	f.list, f.space, f.cost, f.force, f.opens = nil, 0, 0, false, opensNothing
	set()
	out := f.list
	f.list, f.space, f.cost, f.force, f.opens = list, space, cost, force, opens
	return out
}

// whole makes an item of the slabs from start on, keeps them together if a page
// can hold them, and says whether it can.
func (f *flow) whole(start int, cost float64) bool {
	if start < len(f.list) {
		f.list[start].opens = max(f.list[start].opens, opensItem)
	}
	if height(f.list[start:]) > f.page {
		return false
	}
	keep(f.list[start:], cost)
	return true
}

// tall says that something had to be parted. In an edition with large type that
// is no fault of the author's.
func (f *flow) tall(at source.Span, what string) {
	if f.copied || f.inWhole {
		return
	}
	severity := diag.Warning
	if f.style.Single {
		severity = diag.Note
	}
	f.found.Add(diag.Finding{
		Code: "L1", Severity: severity, At: at,
		Message: what + " is taller than a page and is parted", Hint: "Shorten it, or make two of it.",
	})
}

// addLines gives the lines of a paragraph the costs of parting it.
func (f *flow) addLines(slabs []slab) {
	for i := 1; i < len(slabs); i++ {
		slabs[i].cost = costWithin
		if i == 1 || i == len(slabs)-1 {
			slabs[i].cost = costOrphan
		}
	}
	f.add(slabs...)
}

// bookmark gives the slab at an index an entry in the outline. Levels step down
// one at a time.
func (f *flow) bookmark(at int, title string, level int) {
	if f.copied || strings.TrimSpace(title) == "" || at >= len(f.list) {
		return
	}
	f.marked = min(level, f.marked+1)
	f.list[at].bookmarks = append(f.list[at].bookmarks, Bookmark{Title: title, Level: f.marked})
}

// anchor makes a name lead to the slab at an index.
func (f *flow) anchor(at int, name string) {
	if !f.copied && at < len(f.list) {
		f.list[at].anchors = append(f.list[at].anchors, name)
	}
}

// indent moves a column's left edge, unless too little would be left.
func (f *flow) indent(c column, by float64) column {
	by = max(0, min(by, c.measure-f.style.MinMeasure))
	c.left += by
	c.measure -= by
	c.full -= by
	c.top = false
	return c
}

func (f *flow) report(findings *diag.List) {
	findings.Add(f.found.Sorted()...)
	f.chars.report(findings)
}
