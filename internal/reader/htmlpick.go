package reader

import (
	"strings"

	"golang.org/x/net/html"
)

// A weight counts the words under an element that are seen, and how many of
// them are links.
type weight struct{ words, linked int }

func (w weight) plain() int { return w.words - w.linked }

// weigh counts the words under a node and every element in it.
func (p *page) weigh(n *html.Node, linked bool) weight {
	var w weight
	switch n.Type {
	case html.TextNode:
		w.words = len(strings.Fields(n.Data))
		if linked {
			w.linked = w.words
		}
		return w
	case html.ElementNode:
		if isNothing(n) || p.isHidden(n) {
			return w
		}
		linked = linked || n.Data == "a" && attr(n, "href") != ""
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum := p.weigh(c, linked)
		w.words += sum.words
		w.linked += sum.linked
	}
	p.weight[n] = w
	return w
}

const (
	proseWords = 7 // a block of fewer words isn't running text
	fadeEach   = 2 // a block's words count half, a quarter … one, two … containers up
)

// pick finds what holds the essay: the element with most running text directly
// in it or in its children, where the text of deeper ones counts less; and
// beside it whatever holds text of the same make. Given in document order.
//
// The idea is that of Arc90's Readability (2009): paragraphs vote for their
// parents. Words vote here, not commas, and a container that adds nothing to
// the one inside it is passed through.
func (p *page) pick() []*html.Node {
	votes := map[*html.Node]float64{}
	p.vote(p.body, votes)
	var best *html.Node
	eachElement(p.body, func(n *html.Node) bool {
		if p.chrome(n) != "" {
			return false
		}
		if best == nil || votes[n] > votes[best] {
			best = n
		}
		return true
	})
	for isTag(best, "p", "pre", "li", "h1", "h2", "h3", "blockquote", "font", "b", "span", "tr", "tbody") && best.Parent != nil && best != p.body {
		best = best.Parent
	}
	return p.beside(best, votes)
}

// vote gives every element the words of the running text in it. It gives the
// words that stand in n itself, outside any block in it.
func (p *page) vote(n *html.Node, votes map[*html.Node]float64) (loose int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			loose += len(strings.Fields(c.Data))
		case c.Type != html.ElementNode || isNothing(c) || p.chrome(c) != "" || isTag(c, "a") && attr(c, "href") != "":
		default:
			own := p.vote(c, votes)
			if !p.isBlock(c) {
				loose += own
				continue
			}
			p.cast(c, own, votes)
		}
	}
	if n == p.body {
		p.cast(n, loose, votes)
	}
	return loose
}

// cast gives the words that stand in a block to it and to what holds it. A
// paragraph's container has them whole; a container of loose text is one.
func (p *page) cast(n *html.Node, words int, votes map[*html.Node]float64) {
	if words < proseWords {
		return
	}
	votes[n] += float64(words)
	share := float64(words)
	whole := isTag(n, "td", "body", "section", "article", "main") || hasBlock(n)
	for child, a := n, n.Parent; a != nil && share > 0.01; child, a = a, a.Parent {
		if (child != n || whole) && p.weight[a].words > p.weight[child].words {
			share /= fadeEach
		}
		votes[a] += share
	}
}

// beside gives the picked element and what belongs to it among its siblings:
// containers of the same kind with running text directly in them, paragraphs,
// and what stands between those.
func (p *page) beside(best *html.Node, votes map[*html.Node]float64) []*html.Node {
	if best == nil || best == p.body || best.Parent == nil {
		return []*html.Node{p.body}
	}
	belongs := func(n *html.Node) bool {
		if n == best {
			return true
		}
		if n.Type != html.ElementNode || isNothing(n) || p.chrome(n) != "" {
			return false
		}
		w := p.weight[n]
		if w.linked*4 > w.words {
			return false
		}
		if attr(n, "class") != "" && makeOf(n) == makeOf(best) {
			return w.plain() > 0
		}
		if isTag(n, "p", "blockquote") {
			return w.plain() >= 25 && endsSentence(textOf(n))
		}
		return n.Data == best.Data && w.plain() >= max(60, p.weight[best].plain()/10) && votes[n] >= 0.6*float64(w.plain())
	}
	var all, run []*html.Node
	for n := best.Parent.FirstChild; n != nil; n = n.NextSibling {
		if belongs(n) {
			all = append(append(all, run...), n)
			run = nil
		} else if len(all) > 0 {
			run = append(run, n)
		}
	}
	return all
}
