package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"quire/internal/document"
	"quire/internal/source"
)

// prose is a text as rules read it: its words in order, each with its place,
// and what is quoted told from what is the author's own.
type prose struct {
	words []word
	tail  string // what follows the last word
	chars int    // as printed, places in the essay left out
	refs  []document.Place
	marks int // quotations of the essay
}

// word is one word of a prose.
type word struct {
	text   string // as printed
	low    string // in lower case, with straight apostrophes
	before string // what stands between it and the word before it
	at     source.Span
	block  int  // words of one paragraph, option or cell share it
	quoted bool // the essay's words, or others in quotation marks
	marked bool // emphasised, or in capitals among words that aren't
	ref    bool // stands for a place in the essay
	blank  bool // stands for room to write
	starts bool // begins a sentence
}

// collector makes a prose.
type collector struct {
	prose
	block  int
	quotes int  // “…“ open
	quoted bool // in a block quotation, code or another language
	marked bool
	gap    strings.Builder // since the last word
}

func proseOf(in []document.Inline) *prose {
	var c collector
	c.inlines(in)
	return c.done()
}

func proseOfBlocks(blocks []document.Block) *prose {
	var c collector
	c.blocks(blocks)
	return c.done()
}

func (c *collector) done() *prose {
	c.tail = c.gap.String()
	for i := range c.words {
		w := &c.words[i]
		w.starts = i == 0 || w.block != c.words[i-1].block || endsSentence(c.words[i-1].text, w.before)
	}
	return &c.prose
}

// endsSentence says that what stands between two words ends a sentence. A
// point after a single letter or a title is an abbreviation's.
func endsSentence(last, between string) bool {
	if strings.ContainsAny(between, "?!…") {
		return true
	}
	if !strings.Contains(between, ".") {
		return false
	}
	switch last {
	case "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "vs", "No":
		return false
	}
	return utf8.RuneCountInString(last) > 1 && !strings.Contains(last, ".")
}

// newBlock ends a paragraph: no quotation runs on into the next.
func (c *collector) newBlock() {
	c.block++
	c.quotes = 0
	c.gap.WriteByte('\n')
}

func (c *collector) blocks(blocks []document.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			c.run(b.Text)
		case document.Heading:
			c.run(b.Text)
		case document.List:
			for _, it := range b.Items {
				c.blocks(it.Blocks)
			}
		case document.BlockQuote:
			was := c.quoted
			c.quoted = true
			c.blocks(b.Blocks)
			c.quoted = was
		case document.Table:
			c.cells(b.Head)
			for _, row := range b.Rows {
				c.cells(row)
			}
		case document.Options:
			c.options(b.Items)
		case document.Matching:
			c.options(b.Left)
			c.options(b.Right)
		case document.Panel:
			c.run(b.Title)
			c.blocks(b.Blocks)
		case document.Prompt:
			c.blocks(b.Blocks)
		}
	}
}

func (c *collector) cells(cells []document.Cell) {
	for _, cell := range cells {
		c.run(cell.Text)
	}
}

func (c *collector) options(options []document.Option) {
	for _, o := range options {
		c.run(o.Text)
	}
}

func (c *collector) run(in []document.Inline) {
	c.inlines(in)
	c.newBlock()
}

func (c *collector) inlines(in []document.Inline) {
	for _, i := range in {
		switch v := i.(type) {
		case document.Text:
			c.text(v.Words, v.Source)
		case document.Emph:
			c.emphasised(v.Inlines)
		case document.Strong:
			c.emphasised(v.Inlines)
		case document.Link:
			c.inlines(v.Inlines)
		case document.Foreign:
			c.asQuoted(func() { c.inlines(v.Inlines) })
		case document.Code:
			c.asQuoted(func() { c.text(v.Words, v.Source) })
		case document.Quotation:
			c.marks++
			c.gap.WriteString("“")
			c.asQuoted(func() { c.whole(v.Words, v.Source) })
			c.gap.WriteString("”")
		case document.Reference:
			c.refs = append(c.refs, v.Place)
			c.add(word{text: v.Words, low: "¶", at: v.Source, ref: true})
		case document.Blank:
			c.add(word{text: "____", low: "____", at: v.Source, blank: true})
		case document.LineBreak:
			c.gap.WriteByte(' ')
		}
	}
}

func (c *collector) emphasised(in []document.Inline) {
	was := c.marked
	c.marked = true
	c.inlines(in)
	c.marked = was
}

func (c *collector) asQuoted(do func()) {
	was := c.quoted
	c.quoted = true
	do()
	c.quoted = was
}

// whole adds words that share one place.
func (c *collector) whole(s string, at source.Span) {
	c.cut(s, func(int, int) source.Span { return at })
}

// text adds words that were written where they stand.
func (c *collector) text(s string, at source.Span) {
	var origin []int
	c.cut(s, func(start, end int) source.Span {
		if at.IsZero() {
			return at
		}
		if origin == nil {
			origin = align(s, at.String())
		}
		from, to := origin[start], origin[end]
		return at.Sub(from, max(to, from))
	})
}

// cut parts a text into words.
func (c *collector) cut(s string, place func(start, end int) source.Span) {
	c.chars += utf8.RuneCountInString(s)
	for i := 0; i < len(s); {
		n, blank := wordAt(s[i:])
		if n == 0 {
			r, size := utf8.DecodeRuneInString(s[i:])
			switch r {
			case '“', '«', '„':
				c.quotes++
			case '”', '»':
				c.quotes = max(c.quotes-1, 0)
			}
			c.gap.WriteString(s[i : i+size])
			i += size
			continue
		}
		w := s[i : i+n]
		c.add(word{text: w, low: lower(w), at: place(i, i+n), blank: blank})
		i += n
	}
}

func (c *collector) add(w word) {
	w.block, w.before = c.block, c.gap.String()
	w.quoted = w.quoted || c.quoted || c.quotes > 0
	w.marked = c.marked || shouted(w.text)
	c.gap.Reset()
	c.words = append(c.words, w)
}

// shouted says that a word of letters stands in capitals: NOT, EXCEPT.
func shouted(w string) bool {
	return len(w) > 2 && strings.ToUpper(w) == w && strings.ToLower(w) != w && !strings.Contains(w, ".")
}

func lower(s string) string { return strings.ToLower(strings.ReplaceAll(s, "’", "'")) }

// wordAt gives the length in bytes of the word that a text begins with, 0 if it
// begins with something else. Apostrophes, hyphens, points and commas belong to
// a word inside it ("don’t", "U.S", "1,000"); underscores are room to write.
func wordAt(s string) (n int, blank bool) {
	if strings.HasPrefix(s, "__") {
		return len(s) - len(strings.TrimLeft(s, "_")), true
	}
	end := 0
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			end = i + utf8.RuneLen(r)
		case end == 0 || i != end || !strings.ContainsRune("’'-.,", r):
			return end, false
		case r == ',' && !unicode.IsDigit(rune(s[i-1])):
			return end, false
		}
		if end != 0 && i >= end { // a joint: what follows must be a letter or a digit
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) || r == ',' && !unicode.IsDigit(next) {
				return end, false
			}
			end = i + utf8.RuneLen(r)
		}
	}
	return end, false
}

// align maps each byte of printed words, and their end, to a byte of the text
// they were written in: quotation marks and dashes were made typographic,
// escapes and line ends taken away.
func align(words, written string) []int {
	out := make([]int, len(words)+1)
	j := 0
	for i := 0; i < len(words); {
		r, n := utf8.DecodeRuneInString(words[i:])
		if k := find(written[j:], r); k >= 0 {
			j += k
		}
		for k := range n {
			out[i+k] = j
		}
		if j < len(written) {
			w, m := utf8.DecodeRuneInString(written[j:])
			j += m
			if r == '…' && w == '.' || r == '—' && w == '-' || r == '–' && w == '-' {
				rest := strings.TrimLeft(written[j:], string(w))
				j = len(written) - len(rest)
			}
		}
		i += n
	}
	out[len(words)] = j
	return out
}

// find looks for a printed character, as it may have been typed, among the next
// few of a written text; -1 if it isn't there.
func find(written string, r rune) int {
	const near = 12 // bytes: an entity, an escape, a line end with its indent
	for k, w := range written {
		if k > near {
			break
		}
		same := w == r
		switch r {
		case '“', '”':
			same = same || w == '"'
		case '‘', '’':
			same = same || w == '\''
		case '—', '–':
			same = same || w == '-'
		case '…':
			same = same || w == '.'
		case ' ':
			same = same || unicode.IsSpace(w)
		}
		if same {
			return k
		}
	}
	return -1
}
