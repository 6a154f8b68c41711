package reader

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"quire/internal/essay"
)

// headOf finds title, author and the rest of what the file says. The lines at
// the head of the text that say them are made known as such; it is the same
// for all formats what is left out of a head.
//
// Whose essay is it? A blog that reprints one names the blogger in all that
// machines read, and the author in a line of the text. So a by-line within the
// text comes first, then what the page says of itself, then a by-line above
// the text, then an element made for the author's name.
func (p *page) headOf(e *essay.Essay, blocks []*block, roots []*html.Node, h Hints) []*block {
	f := p.facts()
	above := p.shortTexts(roots)
	e.Publication, e.Published, e.URL, e.Lang = f.site, f.published, f.url, f.lang
	e.Title = p.titleOf(f, above, blocks, h)
	blocks = partHead(blocks, e.Title)
	under := "" // the line under the title
	head := headBlocks(blocks)
	for i, b := range head {
		w := b.words()
		if name, ok := titleWithName(w, e.Title); ok {
			b.kind, b.level, b.title = essay.Heading, 1, true
			e.Author = first(e.Author, name)
		}
		if sameWords(w, e.Title) {
			b.kind, b.level, b.title = essay.Heading, 1, true
			for _, above := range head[:i] { // the page's own, or the series'
				if above.kind == essay.Heading && !above.title {
					above.left = "line above the title"
				}
			}
			if i+1 < len(head) && looksName(head[i+1].words()) {
				under = head[i+1].words()
			}
		}
		if name := nameIn(w); name != "" {
			e.Author = first(e.Author, name)
			b.kind = essay.Paragraph
		}
	}
	if e.Author == "" {
		said := ""
		for _, a := range f.authors {
			if said = a; !strings.EqualFold(a, f.site) {
				break
			}
		}
		e.Author = first(said, aboveByline(above), p.markedAuthor(), under)
	}
	e.Title, e.Author = smallCase(e.Title, f.titles), smallCase(e.Author, f.titles)
	if e.Author != "" {
		e.Title = strings.TrimPrefix(e.Title, e.Author+": ")
		if title, ok := strings.CutSuffix(e.Title, " by "+e.Author); ok {
			e.Title = strings.TrimRight(title, " ,")
		}
	}
	return blocks
}

// smallCase gives a line that is all in capitals as another that holds it has
// it.
func smallCase(s string, others []string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	for _, o := range others {
		if i := strings.Index(strings.ToUpper(o), s); i >= 0 && len(strings.ToUpper(o)) == len(o) && o[i:i+len(s)] != s {
			return o[i : i+len(s)]
		}
	}
	return s
}

// partHead makes a block of each line of a block at the head in which the title
// or a by-line is one line of several.
func partHead(blocks []*block, title string) []*block {
	for i, b := range blocks {
		if i == headPieces || len(strings.Fields(string(b.text))) > 40 {
			break
		}
		lines := b.lines()
		if b.left != "" || len(lines) < 2 {
			continue
		}
		apart := false
		for _, l := range lines {
			w := strings.Join(strings.Fields(string(b.text[l[0]:l[1]])), " ")
			apart = apart || sameWords(w, title) || nameIn(w) != ""
		}
		if !apart {
			continue
		}
		var parted []*block
		for _, l := range lines {
			c := b.cut(l[0], l[1])
			c.kind = essay.Paragraph
			parted = append(parted, c)
		}
		return slices.Concat(blocks[:i], parted, blocks[i+1:])
	}
	return blocks
}

// titleWithName says that a line is the title with the author's name after it.
func titleWithName(w, title string) (name string, ok bool) {
	if title == "" || len(w) <= len(title) || !strings.EqualFold(w[:len(title)], title) {
		return "", false
	}
	name = nameIn(strings.TrimLeft(w[len(title):], " ,–—-"))
	return name, name != ""
}

// headBlocks gives the blocks before the running text begins.
func headBlocks(blocks []*block) []*block {
	var out []*block
	for _, b := range blocks {
		if b.left != "" {
			continue
		}
		if b.kind == essay.Verse && len(b.lines()) > 4 || len(strings.Fields(string(b.text))) > 30 || len(out) == headPieces {
			break
		}
		out = append(out, b)
	}
	return out
}

// A shortText is a line of the page outside the text.
type shortText struct {
	node  *html.Node
	words string
	top   bool // it stands before the text
}

const maxShortTexts = 2000

// shortTexts gives the short lines of the page.
func (p *page) shortTexts(roots []*html.Node) []shortText {
	var out []shortText
	top := true
	eachElement(p.body, func(n *html.Node) bool {
		if isNothing(n) || len(out) >= maxShortTexts || p.why[n] == "hidden" {
			return false
		}
		for _, r := range roots {
			if n == r && n != p.body {
				top = false
			}
		}
		w := p.weight[n].words
		if w == 0 || !p.isBlock(n) || w > 40 || hasBlock(n) {
			return w > 0
		}
		out = append(out, shortText{n, textOf(n), top})
		return true
	})
	return out
}

// hasBlock says that an element has paragraphs in it.
func hasBlock(n *html.Node) bool {
	found := false
	for c := n.FirstChild; c != nil && !found; c = c.NextSibling {
		eachElement(c, func(e *html.Node) bool {
			found = found || isBlockTag(e) && !isNothing(e)
			return !found
		})
	}
	return found
}

// titleOf finds the title: what the page calls itself that also stands as a
// line of its own on it, a heading rather than another; else the first heading
// or the line that is set as a title is; else what the page calls itself
// without the site's name.
func (p *page) titleOf(f facts, lines []shortText, blocks []*block, h Hints) string {
	headings, others, inText := map[string]string{}, map[string]string{}, map[string]string{}
	heading, set := "", ""
	put := func(m map[string]string, words string) {
		if key := letters(words); key != "" && m[key] == "" {
			m[key] = words
		}
	}
	for _, l := range lines {
		if p.isSiteName(l.node) {
			continue
		}
		put(others, l.words)
		if n := within(l.node, "h1", "h2", "h3"); n != nil {
			put(headings, l.words)
			if n.Data == "h1" && heading == "" {
				heading = l.words
			}
		}
	}
	s := usual(blocks)
	for _, b := range headBlocks(blocks) {
		for _, l := range b.lines() {
			put(inText, string(b.text[l[0]:l[1]]))
		}
		w := b.words()
		put(inText, w)
		switch {
		case heading == "" && b.kind == essay.Heading && b.level == 1:
			heading = w
		case set == "" && nameIn(w) == "" && (b.size >= s.size+6 || saysTitle(b.node)):
			set = w
		}
	}
	if t, ok := inText[letters(h.Title)]; ok && h.Title != "" {
		return t
	}
	for _, known := range []map[string]string{headings, inText, others} {
		for _, t := range f.titles {
			for _, piece := range titlePieces(t) {
				if t, ok := known[letters(piece)]; ok && !sameWords(piece, f.site) && !isOneOf(piece, f.authors) {
					return lastOf(t, inText)
				}
			}
		}
	}
	if heading != "" || set != "" {
		return first(heading, set)
	}
	for _, t := range f.titles {
		if isRealTitle(t) {
			return withoutSite(t, f)
		}
	}
	return ""
}

// lastOf gives the last piece of a title if the text itself begins with it:
// "Week 3: On Noise" stands over "On Noise".
func lastOf(title string, inText map[string]string) string {
	if _, ok := inText[letters(title)]; !ok {
		return title
	}
	for _, sign := range []string{": ", " – ", " — ", " - ", " | "} {
		if i := strings.LastIndex(title, sign); i > 0 {
			if t, ok := inText[letters(title[i+len(sign):])]; ok {
				return t
			}
		}
	}
	return title
}

// saysTitle says that an element is called a title.
func saysTitle(n *html.Node) bool {
	for _, name := range names(n) {
		if name == "title" || name == "msotitle" || name == "doctitle" {
			return true
		}
	}
	return false
}

// withoutSite takes the site's name, or an author's, from the end of a title.
func withoutSite(t string, f facts) string {
	for _, sign := range titleSigns {
		if i := strings.LastIndex(t, sign); i > 0 {
			last := t[i+len(sign):]
			if sign == " | " || f.site == "" || sameWords(last, f.site) || isOneOf(last, f.authors) {
				return strings.TrimSpace(t[:i])
			}
		}
	}
	return t
}

func isOneOf(s string, all []string) bool {
	for _, a := range all {
		if sameWords(s, a) {
			return true
		}
	}
	return false
}

// titleSigns part a title from the site's name, and sites' names from each
// other.
var titleSigns = [...]string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " > "}

// titlePieces gives a title whole, then its pieces between the signs that part
// it from other names: those from the left joined, the longest first, then
// each alone.
func titlePieces(t string) []string {
	out := []string{t}
	for _, sign := range append(titleSigns[:], ": ") {
		pieces := strings.Split(t, sign)
		if len(pieces) > 8 {
			continue
		}
		for n := len(pieces) - 1; n > 0; n-- {
			out = append(out, strings.Join(pieces[:n], sign))
		}
		for n := 1; n < len(pieces); n++ {
			out = append(out, strings.Join(pieces[n:], sign), pieces[n])
		}
	}
	return out
}

// isSiteName says that an element holds the name of the site: a link to its
// first page, or an element called so.
func (p *page) isSiteName(n *html.Node) bool {
	link := within(n, "a")
	eachElement(n, func(e *html.Node) bool {
		if e.Data == "a" && link == nil {
			link = e
		}
		return true
	})
	if link != nil && (attr(link, "href") == "/" || attr(link, "rel") == "home") {
		return true
	}
	for a := n; a != nil && a != p.body; a = a.Parent {
		for _, name := range names(a) {
			switch name {
			case "sitetitle", "sitename", "sitedescription", "logo", "brand", "branding", "sitebranding", "tagline":
				return true
			}
		}
	}
	return false
}

// aboveByline finds a by-line among the lines above the text.
func aboveByline(lines []shortText) string {
	for _, l := range lines {
		if l.top {
			if name := nameIn(l.words); name != "" {
				return name
			}
		}
	}
	return ""
}

// markedAuthor finds the element that a page makes for its author's name.
func (p *page) markedAuthor() string {
	found := ""
	eachElement(p.body, func(n *html.Node) bool {
		if found != "" || isNothing(n) || p.why[n] == "comments" {
			return false
		}
		named := attr(n, "itemprop") == "author" || strings.Contains(attr(n, "rel"), "author")
		for _, name := range names(n) {
			named = named || name == "author" || name == "byline" || name == "authorname"
		}
		for _, name := range nameParts(attr(n, "id")) {
			named = named || name == "author" || name == "byline"
		}
		named = named || isTag(n, "a", "span") && attr(n, "class") == "fn"
		if w := p.weight[n].words; named && w > 0 && w <= 8 {
			found = authorName(textOf(n))
		}
		return found == ""
	})
	return found
}

// nameIn gives the name in a by-line, "" where a line is none.
func nameIn(line string) string {
	if !isByline(line) {
		return ""
	}
	name := bylineName(line)
	for _, stop := range []string{" - ", ", ", " on ", " in ", " (", " for ", ";"} {
		name, _, _ = strings.Cut(name, stop)
	}
	return strings.TrimSpace(name)
}
