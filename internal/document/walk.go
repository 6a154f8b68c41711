package document

// Rewrite gives a copy of blocks in which each inline, innermost first, is
// replaced by what inline makes of it, and each block by what block makes of
// it. Either function may be nil, for "as it is".
func Rewrite(blocks []Block, block func(Block) []Block, inline func(Inline) []Inline) []Block {
	w := rewriter{block: block, inline: inline}
	return w.blocks(blocks)
}

// RewriteInlines does for inlines what Rewrite does for blocks.
func RewriteInlines(inlines []Inline, inline func(Inline) []Inline) []Inline {
	w := rewriter{inline: inline}
	return w.inlines(inlines)
}

// Walk calls inline for every inline of blocks, innermost first.
func Walk(blocks []Block, inline func(Inline)) {
	Rewrite(blocks, nil, func(in Inline) []Inline { inline(in); return []Inline{in} })
}

// PlainBlocks gives the words of blocks, a line for each paragraph, option,
// cell and entry.
func PlainBlocks(blocks []Block) string {
	out := ""
	add := func(in []Inline) {
		if s := Plain(in); s != "" {
			out += s + "\n"
		}
	}
	w := rewriter{}
	w.lines = add
	w.blocks(blocks)
	return out
}

type rewriter struct {
	block  func(Block) []Block
	inline func(Inline) []Inline
	lines  func([]Inline) // sees each run of inlines before it is rewritten
}

func (w *rewriter) blocks(in []Block) []Block {
	if in == nil {
		return nil
	}
	out := make([]Block, 0, len(in))
	for _, b := range in {
		b = w.inside(b)
		if w.block == nil {
			out = append(out, b)
			continue
		}
		out = append(out, w.block(b)...)
	}
	return out
}

func (w *rewriter) inside(b Block) Block {
	switch b := b.(type) {
	case Heading:
		b.Text = w.run(b.Text)
		return b
	case Paragraph:
		b.Text = w.run(b.Text)
		return b
	case List:
		items := make([]Item, len(b.Items))
		for i, it := range b.Items {
			it.Blocks = w.blocks(it.Blocks)
			items[i] = it
		}
		b.Items = items
		return b
	case BlockQuote:
		b.Blocks = w.blocks(b.Blocks)
		return b
	case Table:
		b.Head = w.cells(b.Head)
		rows := make([][]Cell, len(b.Rows))
		for i, r := range b.Rows {
			rows[i] = w.cells(r)
		}
		b.Rows = rows
		return b
	case Prompt:
		b.Blocks = w.blocks(b.Blocks)
		return b
	case Options:
		b.Items = w.options(b.Items)
		return b
	case Matching:
		b.Left, b.Right = w.options(b.Left), w.options(b.Right)
		b.LeftHead, b.RightHead = w.run(b.LeftHead), w.run(b.RightHead)
		return b
	case Panel:
		return w.panel(b)
	case Parts:
		parts := make([]Part, len(b.Items))
		for i, p := range b.Items {
			w.run(Words(p.Label))
			p.Blocks = w.blocks(p.Blocks)
			parts[i] = p
		}
		b.Items = parts
		return b
	case Diagram:
		nodes := make([]Node, len(b.Boxes))
		for i, n := range b.Boxes {
			n.Text = w.run(n.Text)
			nodes[i] = n
		}
		b.Boxes = nodes
		return b
	case Strip:
		b.Legend = w.run(b.Legend)
		return b
	case Beside:
		columns := make([][]Block, len(b.Columns))
		for i, c := range b.Columns {
			columns[i] = w.blocks(c)
		}
		b.Columns = columns
		return b
	case TwoUp:
		b.Blocks = w.blocks(b.Blocks)
		return b
	case Deck:
		cards := make([]Card, len(b.Cards))
		for i, c := range b.Cards {
			c.Group = w.run(c.Group)
			c.Blocks = w.blocks(c.Blocks)
			cards[i] = c
		}
		b.Cards = cards
		return b
	case Essay:
		paragraphs := make([]EssayParagraph, len(b.Paragraphs))
		for i, p := range b.Paragraphs {
			p.Text = w.run(p.Text)
			paragraphs[i] = p
		}
		b.Paragraphs = paragraphs
		side := make([]Panel, len(b.Side))
		for i, p := range b.Side {
			side[i] = w.panel(p)
		}
		b.Side = side
		b.Notice = w.run(b.Notice)
		return b
	}
	return b
}

func (w *rewriter) panel(p Panel) Panel {
	p.Title = w.run(p.Title)
	p.Blocks = w.blocks(p.Blocks)
	return p
}

func (w *rewriter) cells(in []Cell) []Cell {
	if in == nil {
		return nil
	}
	out := make([]Cell, len(in))
	for i, c := range in {
		c.Text = w.run(c.Text)
		out[i] = c
	}
	return out
}

func (w *rewriter) options(in []Option) []Option {
	out := make([]Option, len(in))
	for i, o := range in {
		o.Text = w.run(o.Text)
		out[i] = o
	}
	return out
}

func (w *rewriter) run(in []Inline) []Inline {
	if w.lines != nil {
		w.lines(in)
	}
	return w.inlines(in)
}

func (w *rewriter) inlines(in []Inline) []Inline {
	if in == nil || w.inline == nil {
		return in
	}
	out := make([]Inline, 0, len(in))
	for _, i := range in {
		switch v := i.(type) {
		case Emph:
			v.Inlines = w.inlines(v.Inlines)
			i = v
		case Strong:
			v.Inlines = w.inlines(v.Inlines)
			i = v
		case Link:
			v.Inlines = w.inlines(v.Inlines)
			i = v
		case Foreign:
			v.Inlines = w.inlines(v.Inlines)
			i = v
		}
		out = append(out, w.inline(i)...)
	}
	return out
}
