package reader

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// A look is what of an element's style matters for reading.
type look struct {
	italic, upright bool // font-style said to be either
	bold, light     bool // font-weight likewise
	hidden          bool // display:none, visibility:hidden
	offscreen       bool // put where nobody sees it, for screen readers
	floats          bool // float, position: beside or over the text
	pinned          bool // position:fixed or sticky: over the page, not in it
	block, inline   bool // display said to be either
	indent          int  // pixels of left margin and padding
	size            int  // pixels; 0 if not said
}

// A sheet maps a class to the look that the page's own style sheet gives it.
// Only rules for one class are read ("p.c4, .c5 { … }"), and none in a
// conditional block: that is what word processors and hidden labels use.
type sheet map[string]look

const maxSheet = 512 << 10 // bytes of style sheets that are read

func (s sheet) read(css string) {
	css = withoutComments(css[:min(len(css), maxSheet)])
	for css != "" {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		selectors := strings.TrimSpace(css[:open])
		if strings.HasPrefix(selectors, "@") && !strings.HasPrefix(selectors, "@page") && !strings.HasPrefix(selectors, "@font-face") {
			css = css[blockEnd(css, open):]
			continue
		}
		end := strings.IndexByte(css[open:], '}')
		if end < 0 {
			return
		}
		var l look
		l.declare(css[open+1 : open+end])
		for _, sel := range strings.Split(selectors, ",") {
			if class := singleClass(strings.TrimSpace(sel)); class != "" {
				s[class] = s[class].with(l)
			}
		}
		css = css[open+end+1:]
	}
}

func withoutComments(css string) string {
	var b strings.Builder
	for {
		open := strings.Index(css, "/*")
		if open < 0 {
			break
		}
		b.WriteString(css[:open])
		end := strings.Index(css[open+2:], "*/")
		if end < 0 {
			css = ""
			break
		}
		css = css[open+2+end+2:]
	}
	b.WriteString(css)
	return b.String()
}

// blockEnd finds the end of the block in braces that opens at a place.
func blockEnd(css string, open int) int {
	depth := 0
	for i := open; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(css)
}

// singleClass gives the class of a selector that names one class and at most
// a tag before it.
func singleClass(sel string) string {
	tag, class, ok := strings.Cut(sel, ".")
	if !ok || strings.ContainsAny(tag, " >+~#[:*") || strings.ContainsAny(class, " >+~#[:.*") {
		return ""
	}
	return class
}

// with gives l changed by what m says.
func (l look) with(m look) look {
	if m.italic || m.upright {
		l.italic, l.upright = m.italic, m.upright
	}
	if m.bold || m.light {
		l.bold, l.light = m.bold, m.light
	}
	if m.block || m.inline {
		l.block, l.inline = m.block, m.inline
	}
	l.hidden = l.hidden || m.hidden
	l.offscreen = l.offscreen || m.offscreen
	l.floats = l.floats || m.floats
	l.pinned = l.pinned || m.pinned
	l.indent = max(l.indent, m.indent)
	if m.size > 0 {
		l.size = m.size
	}
	return l
}

// declare takes in declarations: "font-style: italic; margin-left: 40px".
func (l *look) declare(css string) {
	absolute, clipped := false, false
	for _, d := range strings.Split(css, ";") {
		key, value, ok := strings.Cut(d, ":")
		if !ok {
			continue
		}
		value = strings.ToLower(strings.TrimSpace(strings.Replace(value, "!important", "", 1)))
		switch key = strings.ToLower(strings.TrimSpace(key)); key {
		case "font-style":
			l.italic, l.upright = value == "italic" || value == "oblique", value == "normal"
		case "font-weight":
			n, _ := strconv.Atoi(value)
			l.bold = value == "bold" || value == "bolder" || n >= 600
			l.light = !l.bold
		case "font-size":
			l.size = pixels(value)
		case "display":
			l.hidden = value == "none"
			l.block, l.inline = value == "block", strings.HasPrefix(value, "inline")
		case "visibility":
			l.hidden = l.hidden || value == "hidden"
		case "position":
			absolute = value == "absolute"
			l.pinned = value == "fixed" || value == "sticky"
		case "float":
			l.floats = value == "left" || value == "right"
		case "left", "top", "text-indent":
			clipped = clipped || pixels(value) < -500
		case "clip", "clip-path":
			clipped = clipped || value != "auto" && value != "none"
		case "margin-left", "padding-left":
			l.indent = max(l.indent, pixels(value))
		case "margin", "padding":
			l.indent = max(l.indent, leftOf(value))
		}
	}
	l.offscreen = absolute && clipped
	l.floats = l.floats || absolute
}

// leftOf gives the left one of the four lengths of a margin, in pixels.
func leftOf(value string) int {
	f := strings.Fields(value)
	switch len(f) {
	case 4:
		return pixels(f[3])
	case 2, 3:
		return pixels(f[1])
	}
	return 0
}

// pixels gives a length in pixels: 16 an em, 6 a hundredth of the width.
func pixels(value string) int {
	end := 0
	for end < len(value) && (value[end] >= '0' && value[end] <= '9' || value[end] == '.' || value[end] == '-') {
		end++
	}
	v, err := strconv.ParseFloat(value[:end], 64)
	if err != nil || v > 10_000 || v < -100_000 {
		return 0
	}
	switch value[end:] {
	case "px":
	case "em", "rem":
		v *= 16
	case "%":
		v *= 6
	case "pt":
		v *= 4.0 / 3
	case "in":
		v *= 96
	case "cm":
		v *= 96 / 2.54
	case "mm":
		v *= 9.6 / 2.54
	default:
		return 0
	}
	return int(v)
}

// lookOf gives an element's own look: of its classes, then its style.
func (p *page) lookOf(n *html.Node) look {
	if l, ok := p.looks[n]; ok {
		return l
	}
	var l look
	if len(p.sheet) > 0 {
		for _, class := range strings.Fields(attr(n, "class")) {
			if c, ok := p.sheet[class]; ok {
				l = l.with(c)
			}
		}
	}
	if isTag(n, "font", "big") {
		l.size = fontSize(n)
	}
	if style := attr(n, "style"); style != "" {
		var own look
		own.declare(style[:min(len(style), maxNames)])
		l = l.with(own)
	}
	p.looks[n] = l
	return l
}

// fontSize gives the pixels of an old element for size.
func fontSize(n *html.Node) int {
	steps := [...]int{10, 13, 16, 18, 24, 32, 48}
	if n.Data == "big" {
		return steps[3]
	}
	size := attr(n, "size")
	step, err := strconv.Atoi(strings.TrimPrefix(size, "+"))
	if err != nil {
		return 0
	}
	if strings.HasPrefix(size, "+") || strings.HasPrefix(size, "-") {
		step = max(min(step, 7), -7) + 3
	}
	return steps[max(min(step, 7), 1)-1]
}

// isHidden says that an element isn't seen: hidden, behind an attribute, or
// a label for screen readers only.
func (p *page) isHidden(n *html.Node) bool {
	if p.seeAll || isTag(n, "html", "body", "main", "article") {
		return false
	}
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" {
		return true
	}
	l := p.lookOf(n)
	if l.hidden {
		return true
	}
	label := l.offscreen
	for _, name := range names(n) {
		switch name {
		case "sronly", "visuallyhidden", "screenreader", "screenreadertext", "offscreen", "assistivetext", "a11y":
			label = true
		}
	}
	// The words of a drop cap stand twice: split for the eye, whole for the ear.
	return label && !besideHidden(n)
}

func besideHidden(n *html.Node) bool {
	for _, s := range []*html.Node{n.PrevSibling, n.NextSibling} {
		if s != nil && s.Type == html.ElementNode && attr(s, "aria-hidden") == "true" && !isNothing(s) && textOf(s) != "" {
			return true
		}
	}
	return false
}

// isBlock says that an element begins a paragraph, by its tag or its style.
func (p *page) isBlock(n *html.Node) bool {
	l := p.lookOf(n)
	switch {
	case isBlockTag(n):
		return !(l.inline && isTag(n, "div", "p", "section"))
	case isTag(n, "span", "a", "label", "cite"):
		return l.block
	}
	return false
}
