package reader

import (
	"strings"

	"golang.org/x/net/html"
)

// attr gives an element's attribute, "" if it has none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// isTag says that a node is an element with one of the names.
func isTag(n *html.Node, names ...string) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, name := range names {
		if n.Data == name {
			return true
		}
	}
	return false
}

// within finds the nearest of n and its ancestors that is one of the tags.
func within(n *html.Node, names ...string) *html.Node {
	for ; n != nil; n = n.Parent {
		if isTag(n, names...) {
			return n
		}
	}
	return nil
}

// eachElement visits the elements under n, n itself first, in document order.
// Those under an element for which f gives false are left out.
func eachElement(n *html.Node, f func(*html.Node) bool) {
	if n.Type == html.ElementNode && !f(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		eachElement(c, f)
	}
}

// textOf gives the words under a node on one line, without scripts and styles.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case isTag(n, "script", "style", "noscript", "template"):
			return
		case isTag(n, "br") || isBlockTag(n):
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if isBlockTag(n) {
			b.WriteByte(' ')
		}
	}
	walk(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// isBlockTag says that an element begins a paragraph of its own.
func isBlockTag(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.Data {
	case "a", "abbr", "acronym", "b", "basefont", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em",
		"font", "i", "img", "input", "ins", "kbd", "label", "mark", "math", "meter", "nobr", "object", "output", "picture",
		"progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "script", "small", "span", "strike", "strong",
		"style", "sub", "sup", "svg", "template", "time", "tt", "u", "var", "wbr":
		return false
	}
	return true
}

// isNothing says that an element holds nothing that is read.
func isNothing(n *html.Node) bool {
	switch n.Data {
	case "script", "style", "template", "noscript", "head", "iframe", "object", "embed", "applet", "svg", "canvas", "audio",
		"video", "map", "button", "select", "textarea", "input", "datalist", "progress", "meter", "label", "rp", "rt", "link", "meta",
		"frameset", "title":
		return true
	}
	return false
}

// names gives the words of an element's class, type and, for plain
// containers, id: "mw-editsection postMeta" gives "mw", "editsection",
// "mweditsection", "post", "meta", "postmeta".
func names(n *html.Node) []string {
	if len(n.Attr) == 0 {
		return nil
	}
	s := attr(n, "class") + " " + attr(n, "epub:type") + " " + strings.ReplaceAll(attr(n, "role"), "doc-", "")
	if isTag(n, "div", "aside", "ul", "ol", "form", "table") {
		s += " " + attr(n, "id")
	}
	var out []string
	for _, name := range strings.Fields(s[:min(len(s), maxNames)]) {
		parts := nameParts(name)
		if isModifier(parts) {
			continue
		}
		out = append(out, parts...)
		for i := 1; i < len(parts); i++ {
			out = append(out, parts[i-1]+parts[i])
		}
	}
	return out
}

// isModifier says that a class tells how the page is laid out, not what the
// element is: "has-sidebar", "comments-open".
func isModifier(parts []string) bool {
	for _, p := range parts {
		switch p {
		case "has", "no", "with", "without", "is", "open", "closed", "enabled", "disabled":
			return len(parts) > 1
		}
	}
	return false
}

const maxNames = 2000 // bytes of class and the like that are looked at

// nameParts splits a class name at signs and where a capital follows a small
// letter, and lowers it.
func nameParts(name string) []string {
	var out []string
	start := 0
	cut := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(name[start:end]))
		}
	}
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c == '-' || c == '_' || c == ':' || c == '.' || c == '/':
			cut(i)
			start = i + 1
		case c >= 'A' && c <= 'Z' && i > start && name[i-1] >= 'a' && name[i-1] <= 'z':
			cut(i)
			start = i
		}
	}
	cut(len(name))
	return out
}
