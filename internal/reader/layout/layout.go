package layout

import (
	"strings"

	"quire/internal/essay"
)

// A Block is a paragraph, heading, stanza, note or the like, in the order of
// the text; notes stand where their page or their chapter ends.
type Block struct {
	Kind   essay.Kind
	Level  int    // of a heading: 1 for the title, 2 for the first below it
	Label  string // of a note
	Text   string // lines of verse are parted by "\n"
	Marks  []essay.Mark
	Left   string   // why it is not the text, "" if it may be
	Page   int      // from 0
	Linked bool     // all in a colour that isn't the text's, as links are
	Lines  []string // of a short paragraph, its lines
}

// Read reads pages.
func Read(pages []Page) []Block {
	b := newBook(pages)
	b.lineNumbers()
	b.edges()
	for _, s := range b.sheets {
		s.rows = b.dropCaps(s.rows)
	}
	regions := b.regions()
	foot := b.footNotes(regions)
	var lines []*line
	var out []Block
	for _, rg := range regions {
		if !rg.side {
			lines = append(lines, rg.lines...)
		}
	}
	tint := b.tint()
	for _, l := range append(lines[:len(lines):len(lines)], foot...) {
		l.linked = l.isLinked(tint)
	}
	from, to := b.notesAt(lines)
	body := b.paragraphs(lines[:from])
	after := b.paragraphs(lines[to:])
	notes := b.noteParagraphs(foot)
	if from < to {
		body = append(body, &paragraph{lines: lines[from : from+1], kind: essay.Heading, left: "heading of the notes"})
		notes = append(notes, b.noteParagraphs(lines[from+1:to])...)
	}
	all := append(append(body, notes...), after...)
	all = b.classify(all)
	voc := learn(append(lines, foot...))
	labels := map[string]bool{}
	for _, n := range notes {
		labels[n.label] = true
	}
	out = append(out, b.aside(regions)...)
	for _, p := range all {
		blk := write(p, voc, labels)
		blk.Page = p.lines[0].page
		blk.Linked = true
		for _, l := range p.lines {
			blk.Linked = blk.Linked && l.linked
			if len(p.lines) <= 6 {
				blk.Lines = append(blk.Lines, l.String())
			}
		}
		out = append(out, blk)
	}
	return out
}

// aside gives what stands at the pages' edges and beside the text, each once.
func (b *book) aside(regions []*region) []Block {
	var out []Block
	seen := map[string]bool{}
	add := func(text, why string, page int) {
		if k := keyOf(text); text != "" && !seen[k] {
			seen[k] = true
			out = append(out, Block{Text: text, Left: why, Page: page})
		}
	}
	for page, s := range b.sheets {
		for _, r := range s.rows {
			if r.left != "" {
				add(r.String(), r.left, page)
			}
		}
	}
	for _, rg := range regions {
		if rg.side {
			var t []string
			for _, l := range rg.lines {
				t = append(t, l.String())
			}
			add(strings.Join(t, " "), "side column", rg.page)
		}
	}
	return out
}

// tint finds the colour that most characters have.
func (b *book) tint() uint32 {
	n := map[uint32]int{}
	for _, s := range b.sheets {
		for _, r := range s.rows {
			for _, w := range r.words {
				n[w.chars[0].Tint] += len(w.chars)
			}
		}
	}
	var best uint32
	most := 0
	for c, m := range n {
		if m > most || m == most && c < best {
			best, most = c, m
		}
	}
	return best
}

// isLinked says that a line is in another, strong colour throughout, but for
// its list mark.
func (l *line) isLinked(text uint32) bool {
	n := 0
	for i, w := range l.words {
		t := w.chars[0].Tint
		if i == 0 && len(l.words) > 1 && l.lists() {
			continue
		}
		if t == text || !strong(t) {
			return false
		}
		n++
	}
	return n > 0
}

// strong says that a colour isn't a grey.
func strong(t uint32) bool {
	r, g, b := int(t>>16), int(t>>8&255), int(t&255)
	return max(r, g, b)-min(r, g, b) > 60
}
