package reader

import (
	"strings"

	"golang.org/x/net/html"

	"quire/internal/essay"
)

// headOf finds title, author and the rest of what the file says, and leaves
// out the lines at the head of the text that say them.
//
// Whose essay is it? A blog that reprints one names the blogger in all that
// machines read, and the author in a line of the text. So a by-line within the
// text comes first, then what the page says of itself, then a by-line above
// the text, then an element made for the author's name.
func (p *page) headOf(e *essay.Essay, blocks []*block, roots []*html.Node, h Hints) {
	f := p.facts()
	above, inText := p.shortTexts(roots), headBlocks(blocks)
	e.Publication, e.Published, e.URL, e.Lang = f.site, f.published, f.url, f.lang
	e.Title = p.titleOf(f, above, blocks, h)
	said := ""
	for _, a := range f.authors {
		if said = a; !strings.EqualFold(a, f.site) {
			break
		}
	}
	for _, b := range inText {
		w := b.words()
		switch {
		case sameWords(w, e.Title) && e.Title != "":
			b.left = "title"
		case nameIn(w) != "":
			b.left = "by-line"
			e.Author = first(e.Author, nameIn(w))
		case said != "" && sameWords(w, said):
			b.left = "by-line"
		case b.kind == essay.Heading && b.level == 1 && e.Title != "":
			if name, ok := titleWithName(w, e.Title); ok {
				b.left = "title"
				e.Author = first(e.Author, name)
			}
		}
	}
	if e.Author == "" {
		e.Author = first(said, aboveByline(above), p.markedAuthor())
	}
	if name, ok := strings.CutPrefix(e.Title, e.Author+": "); ok && e.Author != "" {
		e.Title = name
	}
	if e.Title == "" && e.Author != "" {
		return
	}
	if title, ok := strings.CutSuffix(e.Title, " by "+e.Author); ok && e.Author != "" {
		e.Title = strings.TrimRight(title, " ,")
	}
}

// titleWithName says that a line is the title with the author's name after it.
func titleWithName(w, title string) (name string, ok bool) {
	if len(w) <= len(title) || !strings.EqualFold(w[:len(title)], title) {
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
		if b.kind == essay.Verse || len(strings.Fields(string(b.text))) > 30 || len(out) == headPieces {
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
// line of its own on it; else the first heading; else what the page calls
// itself without the site's name.
func (p *page) titleOf(f facts, lines []shortText, blocks []*block, h Hints) string {
	onPage := map[string]string{}
	heading := ""
	add := func(n *html.Node, words string) {
		key := letters(words)
		if key == "" || p.isSiteName(n) {
			return
		}
		if _, ok := onPage[key]; !ok {
			onPage[key] = words
		}
	}
	for _, l := range lines {
		add(l.node, l.words)
		if within(l.node, "h1") != nil && heading == "" && !p.isSiteName(l.node) {
			heading = l.words
		}
	}
	for _, b := range headBlocks(blocks) {
		add(b.node, b.words())
		if heading == "" && b.kind == essay.Heading && b.level == 1 {
			heading = b.words()
		}
	}
	if t, ok := onPage[letters(h.Title)]; ok && h.Title != "" {
		return t
	}
	for _, t := range f.titles {
		for _, piece := range titlePieces(t) {
			if t, ok := onPage[letters(piece)]; ok && !sameWords(piece, f.site) && !isOneOf(piece, f.authors) {
				return t
			}
		}
	}
	if heading != "" {
		return heading
	}
	for _, t := range f.titles {
		pieces := titlePieces(t)
		for len(pieces) > 0 && (sameWords(pieces[len(pieces)-1], f.site) || isOneOf(pieces[len(pieces)-1], f.authors)) {
			pieces = pieces[:len(pieces)-1]
		}
		if len(pieces) > 1 {
			return pieces[1]
		}
		return t
	}
	return ""
}

func isOneOf(s string, all []string) bool {
	for _, a := range all {
		if sameWords(s, a) {
			return true
		}
	}
	return false
}

// titlePieces gives a title whole, then its pieces between the signs that
// parts it from the site's name: those from the left joined, the longest
// first, then each alone.
func titlePieces(t string) []string {
	out := []string{t}
	for _, sign := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", ": ", " / ", " > "} {
		pieces := strings.Split(t, sign)
		if len(pieces) > 8 {
			continue
		}
		for n := len(pieces) - 1; n > 0; n-- {
			out = append(out, strings.Join(pieces[:n], sign))
		}
		for _, s := range pieces[1:] {
			out = append(out, s)
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
		if isTag(n, "a", "span") { // names looks at their ids no more than at their classes
			named = named || attr(n, "class") == "fn"
		}
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
