package reader

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"quire/internal/essay"
)

// A bookText is one text of a book: a whole essay, or a chapter.
type bookText struct {
	title, author string
	named         bool // the table of contents gives the title
	blocks        []*block
	words         int
}

const (
	fewestBookWords = 120    // a text with fewer is a title page or the like
	onePiece        = 20_000 // words; a book of numbered parts that is no longer is one essay
)

// draft makes a draft of the book, or of the one text of it that is meant.
func (e *epub) draft(h Hints) (*draft, error) {
	p := e.merge()
	texts := e.texts(p)
	if len(texts) == 0 {
		return nil, fmt.Errorf("%s holds no essay that Quire finds: its documents have hardly any running text, perhaps pictures of pages; get a copy with text", e.name)
	}
	t := texts[0]
	if e.isOne(texts) || h.Text == "" && sameWords(h.Title, e.title) && !hasTitle(texts, h.Title) {
		for _, more := range texts[1:] {
			t.blocks = append(t.blocks, more.blocks...)
		}
		for _, b := range t.blocks { // what heads a part is no title here
			if b.left == "title" && !sameWords(b.words(), e.title) && !sameWords(cleanLabel(b.words()), e.title) {
				b.left = ""
			}
		}
		t.title, t.author = first(e.title, t.title), first(e.author, t.author)
	} else {
		titles, authors := make([]string, len(texts)), make([]string, len(texts))
		for i, t := range texts {
			titles[i], authors[i] = t.title, t.author
		}
		i, err := choose(e.name, titles, authors, h)
		if err != nil {
			return nil, withAuthors(err, texts)
		}
		t = texts[i]
	}
	d := &draft{about: essay.Essay{Title: t.title, Author: t.author, Publication: e.publication(t), Published: e.facts.published, Lang: e.facts.lang}}
	for _, doc := range e.docs {
		if w := textOf(doc.page.body); doc.why != "" && w != "" {
			left := part{left: doc.why}
			left.add(w, placeless)
			d.parts = append(d.parts, left)
		}
	}
	levels(t.blocks)
	for _, b := range t.blocks {
		d.parts = append(d.parts, b.part)
	}
	return d, nil
}

// publication is the book that a text of several stands in, else who published
// it.
func (e *epub) publication(t *bookText) string {
	if sameWords(t.title, e.title) {
		return e.facts.site
	}
	return first(e.title, e.facts.site)
}

func hasTitle(texts []*bookText, title string) bool {
	for _, t := range texts {
		if sameWords(t.title, title) {
			return true
		}
	}
	return false
}

// withAuthors adds the authors to the list of a book's texts, if they differ.
func withAuthors(err error, texts []*bookText) error {
	several, ok := err.(*SeveralTexts)
	if !ok {
		return err
	}
	differ := false
	for _, t := range texts {
		differ = differ || t.author != texts[0].author
	}
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = t.title
		if differ && t.author != "" {
			list[i] += ", by " + t.author
		}
	}
	several.Texts = list
	return several
}

// isOne says that the texts of a book are the parts of one essay: there is but
// one, or it is short and its parts have numbers for titles, or none.
func (e *epub) isOne(texts []*bookText) bool {
	words := 0
	for i, t := range texts {
		words += t.words
		if len(texts) > 1 && t.title != "" && !isPartName(t.title) && !(i == 0 && sameWords(t.title, e.title)) {
			return false
		}
	}
	return len(texts) == 1 || words <= onePiece
}

// isPartName says that a title only counts: "II", "Part 2", "Chapter One".
func isPartName(s string) bool {
	f := strings.Fields(strings.ToLower(strings.Trim(s, ".:")))
	if len(f) == 2 {
		switch f[0] {
		case "part", "section", "chapter", "no.", "§":
			switch f[1] {
			case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
				return true
			}
			f = f[1:]
		}
	}
	return len(f) == 1 && strings.Trim(f[0], "0123456789ivxlc.") == ""
}

// texts parts the book where the table of contents says that a text begins,
// else at its documents that begin with a heading.
func (e *epub) texts(p *page) []*bookText {
	p.measure()
	starts, labels := e.starts(p)
	f := &flow{p: p, starts: starts, noteText: map[*html.Node]int{}}
	f.run(p.body)
	for _, n := range p.notes {
		if !p.noteRead[n] {
			f.now = block{node: n, group: n}
			f.element(n)
			f.close()
		}
	}
	all := make([]*bookText, len(labels)+1)
	for i := range all {
		all[i] = &bookText{}
		if i > 0 {
			all[i].title, all[i].named = labels[i-1], labels[i-1] != ""
		}
	}
	lastNote := 0
	for _, b := range f.blocks {
		at := b.textNo
		if b.note != nil { // a note belongs to the text with its mark; without one, to that of the note before
			if n, ok := f.noteText[b.note]; ok {
				lastNote = n
			}
			at = lastNote
		}
		all[at].blocks = append(all[at].blocks, b)
	}
	var out []*bookText
	for _, t := range all {
		if e.finishText(p, t); t.words >= fewestBookWords && matterKind(plainName(t.title)) == "" {
			out = append(out, t)
		}
	}
	if len(out) == 0 { // a very short essay
		for _, t := range all {
			if t.words >= fewestWords {
				out = append(out, t)
			}
		}
	}
	return out
}

// plainName makes a title like the names that parts of books have.
func plainName(s string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Trim(s, " .:")), " ", "")
}

// starts finds the elements where the book's texts begin: the places of the
// table of contents of the least depth that has several, else its documents
// with a heading.
func (e *epub) starts(p *page) (map[*html.Node]int, []string) {
	at := map[string]*html.Node{}
	eachElement(p.body, func(n *html.Node) bool {
		if id := first(attr(n, "id"), attr(n, "name")); id != "" && at[id] == nil {
			at[id] = n
		}
		return true
	})
	number := map[string]int{}
	for i, d := range e.docs {
		number[foldName(d.member)] = i
	}
	starts, labels := map[*html.Node]int{}, []string(nil)
	take := func(n *html.Node, label string) {
		if n != nil && starts[n] == 0 {
			labels = append(labels, label)
			starts[n] = len(labels)
		}
	}
	entries := e.toc
	for i, t := range entries {
		doc, ok := number[foldName(t.member)]
		if !ok || e.docs[doc].why != "" || t.depth > 0 && !groupOnly(entries, i) {
			continue
		}
		n := at[placeID(doc, t.fragment)]
		if n == nil {
			n = at[placeID(doc, "")]
		}
		take(n, cleanLabel(t.label))
	}
	if len(labels) == 0 {
		for i, d := range e.docs {
			if n := at[placeID(i, "")]; d.why == "" && n != nil {
				if heading := firstHeading(n); heading != "" {
					take(n, cleanLabel(heading))
				}
			}
		}
	}
	return starts, labels
}

// groupOnly says that a line of the table of contents stands under one that
// only groups texts: "Part One" over essays with titles of their own.
func groupOnly(toc []tocEntry, i int) bool {
	if toc[i].depth != 1 {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		if toc[k].depth == 0 {
			return isPartName(toc[k].label) || strings.HasPrefix(strings.ToLower(toc[k].label), "part ")
		}
	}
	return false
}

// firstHeading gives the words of the first heading under an element.
func firstHeading(n *html.Node) string {
	found := ""
	eachElement(n, func(e *html.Node) bool {
		if found == "" && isTag(e, "h1", "h2", "h3") {
			found = textOf(e)
		}
		return found == ""
	})
	return found
}

// cleanLabel takes the number from a title: "VII: Modesty", "3. On Noise".
func cleanLabel(s string) string {
	for _, sign := range []string{": ", ". ", " — ", " – "} {
		if head, rest, ok := strings.Cut(s, sign); ok && isPartName(head) && strings.TrimSpace(rest) != "" {
			return strings.TrimSpace(rest)
		}
	}
	return s
}

// finishText settles the blocks of a text, and finds its title and author.
func (e *epub) finishText(p *page, t *bookText) {
	t.blocks = p.strip(settle(t.blocks))
	head := headBlocks(t.blocks)
	for i, b := range head {
		w := b.words()
		switch {
		case sameWords(w, t.title) || sameWords(cleanLabel(w), t.title) || sameWords(w, e.title):
			b.left = "title"
			if b.kind == essay.Heading && sameWords(cleanLabel(w), t.title) {
				t.title = cleanLabel(w)
			}
		case isPartName(w) && i+1 < len(head) && sameWords(cleanLabel(head[i+1].words()), t.title):
			b.left = "number"
		case nameIn(w) != "":
			b.left = "by-line"
			t.author = first(t.author, nameIn(w))
		case sameWords(w, e.author):
			b.left = "by-line"
		case i > 0 && head[i-1].left == "title" && looksName(w) && isNobody(e.author):
			b.left = "by-line"
			t.author = first(t.author, w)
		case b.kind == essay.Heading && t.title == "":
			b.left, t.title = "title", w
		}
	}
	for _, b := range t.blocks {
		if b.left == "" && b.note == nil {
			t.words += len(strings.Fields(string(b.text)))
		}
	}
	if t.author == "" && !isNobody(e.author) {
		t.author = e.author
	}
}

// isNobody says that a book's author is only a word for several.
func isNobody(s string) bool {
	lower := strings.ToLower(s)
	return s == "" || strings.HasPrefix(lower, "various") || strings.HasPrefix(lower, "anonymous") || lower == "unknown" || lower == "author unknown" || strings.HasPrefix(lower, "multiple ")
}
